// The Open Data Contract Standard (Bitol), v3.x. The owner is the team: `team.name` since v3.1; before, `team` was the
// list of its members, and the owner stood in the custom property `owner` or was taken from the domain. What v2 looked
// like has little in common with it and is refused by name.
import { z } from 'zod';
import { distinctRoles, serverEntry } from './contract-parts.ts';
import { customProperties } from './custom.ts';
import type { ContractRole, DataContract } from './data-contract.ts';
import type { Step } from './fault.ts';
import {
  filledText,
  idText,
  isObject,
  list,
  maybe,
  nameText,
  repetitions,
  text,
  versionText,
  type JsonObject,
} from './shape.ts';

const approvers = maybe(
  z.union([text, z.array(text).transform((names) => names.join(', '))], { error: 'has to be text' }),
);

const roles = list(
  z.object({
    role: filledText,
    access: maybe(text),
    firstLevelApprovers: approvers,
    secondLevelApprovers: approvers,
    description: maybe(text),
  }),
).transform((all, context): ContractRole[] =>
  distinctRoles(all, (index, message) =>
    context.issues.push({ code: 'custom', path: [index, 'role'], message, input: all }),
  ),
);

const servers = list(z.intersection(z.object({ server: filledText }), serverEntry)).transform(
  (all, context) => {
    for (const index of repetitions(all.map(({ server }) => server)))
      context.issues.push({
        code: 'custom',
        path: [index, 'server'],
        message: 'is named before',
        input: all,
      });
    return all.map(({ server, ...entry }) => ({ ...entry, name: server }));
  },
);

/** A contract of the standard, all but the document. */
export const odcs = z
  .object({
    kind: z.literal('DataContract'),
    apiVersion: maybe(
      z
        .string()
        .regex(/^v?3(\.|$)/, { error: 'has to be v3; contracts of an older standard have to be converted' }),
    ),
    id: idText,
    name: maybe(nameText),
    version: maybe(versionText),
    status: maybe(text),
    domain: maybe(text),
    tags: list(text),
    team: maybe(
      z.union([z.object({ name: maybe(text) }), z.array(z.unknown()).transform(() => ({ name: null }))], {
        error: 'has to be an object with a name',
      }),
    ),
    description: maybe(
      z.union(
        [
          text.transform((purpose) => ({ purpose, usage: null, limitations: null })),
          z.object({ purpose: maybe(text), usage: maybe(text), limitations: maybe(text) }),
        ],
        { error: 'has to be an object with purpose, usage and limitations' },
      ),
    ),
    roles,
    servers,
    schema: list(
      z.object({
        name: filledText,
        physicalName: maybe(text),
        physicalType: maybe(text),
      }),
    ),
    customProperties: customProperties(['owner']),
  })
  .transform((contract): Omit<DataContract, 'document' | 'owner'> => ({
    format: 'odcs',
    id: contract.id,
    name: contract.name ?? contract.id,
    version: contract.version,
    status: contract.status,
    domain: contract.domain,
    tags: contract.tags,
    roles: contract.roles,
    servers: contract.servers,
    terms: {
      purpose: contract.description?.purpose ?? null,
      usage: contract.description?.usage ?? null,
      limitations: contract.description?.limitations ?? null,
      billing: null,
      noticePeriod: null,
    },
    tables: contract.schema,
  }));

export function isOdcs(document: JsonObject): boolean {
  return document['kind'] === 'DataContract' && !('dataContractSpecification' in document);
}

/** The owner, and where it is said. Judged on the raw document, so that its fault is found whatever else is wrong. */
export function odcsOwner(document: JsonObject): { id: string | null; path: Step[] } {
  const team = document['team'];
  const properties = Array.isArray(document['customProperties']) ? document['customProperties'] : [];
  const index = properties.findIndex((property) => isObject(property) && property['property'] === 'owner');
  const places: { value: unknown; path: Step[] }[] = [
    { value: isObject(team) ? team['name'] : null, path: ['team', 'name'] },
    { value: properties[index]?.value, path: ['customProperties', index, 'value'] },
    { value: document['domain'], path: ['domain'] },
  ];
  for (const { value, path } of places)
    if (typeof value === 'string' && value !== '') return { id: value, path };
  return { id: null, path: ['team', 'name'] };
}
