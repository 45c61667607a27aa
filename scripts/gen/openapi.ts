// docs/reference/openapi.json, and its types for the clients: the command line and the web app. Both
// files are committed, so that a change of the API shows in review.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { withoutDatabase } from './without-database.ts';

/** The OpenAPI document of everything under the API, as text. */
export async function openApiText(): Promise<string> {
  return withoutDatabase((server) => `${JSON.stringify(server.swagger(), null, 2)}\n`);
}

/** The same as TypeScript types, for openapi-fetch. */
export async function apiTypesText(openApi: string): Promise<string> {
  const nodes = await openapiTS(JSON.parse(openApi) as OpenAPI3, { alphabetize: true });
  return `// Generated from docs/reference/openapi.json by \`npm run gen\`.\n${astToString(nodes)}`;
}
