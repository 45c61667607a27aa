// An API as its OpenAPI 3 or Swagger 2 document describes it: which base path it has, what scopes can be asked for there,
// and of which category it says it is. Everything else of the document is kept as it is.
//
// The base path is the path of the first server (OpenAPI 3) or `basePath` (Swagger 2), and has to end with the major
// version of the API, as Telekom's control plane has it.
import { z } from 'zod';
import type { Specification } from '../../app/rover.ts';
import { fault, isFaults, type Fault } from './fault.ts';
import { isObject, maybe, readShape, text, versionText, type JsonObject } from './shape.ts';

const info = z.looseObject({
  title: maybe(text),
  description: maybe(text),
  version: versionText,
  'x-api-category': maybe(text),
});

const openApi = z.looseObject({
  openapi: text.regex(/^3\./, { error: 'has to be 3' }),
  info,
  servers: z
    .array(z.looseObject({ url: text.max(2000) }))
    .min(1, { error: 'is empty: its path is the base path' }),
});

const swagger = z.looseObject({
  swagger: z.union([z.literal('2.0'), z.literal(2)], { error: 'has to be "2.0"' }),
  info,
  basePath: text.max(200).regex(/^\/[^\s?#]*$/, { error: 'has to begin with a slash' }),
});

/** What can be known about an API, or everything that is wrong with its description. Never throws. */
export function readApiSpecification(body: unknown): Specification | readonly Fault[] {
  if (!isObject(body)) return [fault([], 'has to be an object')];
  if (body['openapi'] === undefined && body['swagger'] === undefined)
    return [fault([], 'is neither OpenAPI 3 nor Swagger 2')];
  if (body['openapi'] !== undefined) {
    const read = readShape(openApi, body);
    if (isFaults(read)) return read;
    const path = pathOf(read.servers[0]!.url);
    if (path === null) return [fault(['servers', 0, 'url'], 'has no path that could be the base path')];
    return specification(body, path, read.info, ['servers', 0, 'url'], schemesOf(body));
  }
  const read = readShape(swagger, body);
  if (isFaults(read)) return read;
  return specification(body, trimmed(read.basePath), read.info, ['basePath'], body['securityDefinitions']);
}

function specification(
  document: JsonObject,
  key: string,
  { title, description, version, 'x-api-category': ownCategory }: z.output<typeof info>,
  path: readonly (string | number)[],
  schemes: unknown,
): Specification | readonly Fault[] {
  const major = /^v?(\d+)/.exec(version)?.[1];
  if (key.length > 200) return [fault(path, 'is longer than 200')];
  if (major === undefined) return [fault(['info', 'version'], 'has to begin with a number')];
  if (!key.endsWith(`/v${major}`)) return [fault(path, `has to end with /v${major}, as info.version says`)];
  const category = ownCategory ?? document['x-api-category'];
  return {
    space: 'path',
    key,
    title,
    description: description?.slice(0, 2000) ?? null,
    version,
    category: typeof category === 'string' ? category : null,
    scopes: scopesOf(schemes),
    document,
  };
}

function schemesOf(body: JsonObject): unknown {
  const components = body['components'];
  return isObject(components) ? components['securitySchemes'] : undefined;
}

/** The scopes of every oauth2 scheme; null where there is none, which is no statement about scopes. */
function scopesOf(schemes: unknown): readonly string[] | null {
  if (!isObject(schemes)) return null;
  const oauth = Object.values(schemes).filter((scheme) => isObject(scheme) && scheme['type'] === 'oauth2');
  if (oauth.length === 0) return null;
  const lists = oauth.flatMap((scheme) => {
    const { flows, scopes } = scheme as JsonObject;
    return [
      scopes,
      ...(isObject(flows)
        ? Object.values(flows).map((flow) => (isObject(flow) ? flow['scopes'] : null))
        : []),
    ];
  });
  return [...new Set(lists.flatMap((scopes) => (isObject(scopes) ? Object.keys(scopes) : [])))].sort();
}

function pathOf(url: string): string | null {
  const plain = url.replace(/\{[^}]*\}/g, 'x');
  const path = plain.startsWith('/') ? plain : URL.canParse(plain) ? new URL(plain).pathname : null;
  return path === null || trimmed(path) === '' ? null : trimmed(path);
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}
