// The committed facts: texts that follow from the program and are kept beside it, so that a change of the API, the
// permissions, the problems, the settings or the house's arrows shows in review instead of in production.
import { configReference } from '../../src/config.ts';
import { cliReference } from './cli-reference.ts';
import { importGraphText } from './import-graph.ts';
import { apiTypesText, openApiText } from './openapi.ts';
import { permissionsText } from './permissions.ts';
import { problemsPage, problemsText } from './problems.ts';

/** Each file with the function that says what has to be in it. Some need those before them. */
export const facts: Readonly<Record<string, () => string | Promise<string>>> = {
  'test/output/permissions.txt': permissionsText,
  'test/output/problems.txt': problemsText,
  'test/output/import-graph.txt': importGraphText,
  'docs/reference/config.md': configReference,
  'docs/reference/problems.md': problemsPage,
  'docs/reference/cli.md': cliReference,
  'docs/reference/openapi.json': openApiText,
  'client/api.gen.ts': async () => apiTypesText(await openApiText()),
};
