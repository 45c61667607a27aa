// The Data Contract Specification, the format before ODCS, read as long as pipelines publish it. Its owner is
// `info.owner`; servers and models are maps whose keys are the names; the roles that can be asked for stand at the
// servers, without saying what kind of access they give.
import { z } from 'zod';
import { serverEntry } from './contract-parts.ts';
import type { ContractRole, DataContract } from './data-contract.ts';
import {
  filledText,
  idText,
  list,
  maybe,
  nameText,
  part,
  text,
  versionText,
  type JsonObject,
} from './shape.ts';

const roles = z.object({ roles: list(z.object({ name: filledText, description: maybe(text) })) });

const servers = part(
  z.record(
    z.string(),
    z.intersection(
      roles,
      serverEntry.transform((entry) => ({ entry })),
    ),
  ),
);

/** A contract of the specification, all but the document. */
export const dcs = z
  .object({
    dataContractSpecification: z.string(),
    id: idText,
    info: part(
      z.object({
        title: maybe(nameText),
        version: maybe(versionText),
        status: maybe(text),
        description: maybe(text),
        owner: idText,
      }),
    ),
    servers,
    terms: part(
      z.object({
        usage: maybe(text),
        limitations: maybe(text),
        billing: maybe(text),
        noticePeriod: maybe(text),
      }),
    ),
    models: part(z.record(z.string(), part(z.object({ type: maybe(text) })))),
    tags: list(text),
  })
  .transform(({ id, info, servers, terms, models, tags }): Omit<DataContract, 'document'> => ({
    format: 'dcs',
    id,
    name: info.title ?? id,
    version: info.version,
    status: info.status,
    owner: info.owner,
    domain: null,
    tags,
    roles: rolesOf(Object.values(servers).flatMap(({ roles }) => roles)),
    servers: Object.entries(servers).map(([name, { entry }]) => ({ ...entry, name })),
    terms: { purpose: info.description, ...terms },
    tables: Object.entries(models).map(([name, { type }]) => ({
      name,
      physicalName: null,
      physicalType: type,
    })),
  }));

export function isDcs(document: JsonObject): boolean {
  return 'dataContractSpecification' in document;
}

function rolesOf(roles: readonly { name: string; description: string | null }[]): ContractRole[] {
  const byName = new Map(roles.map((role) => [role.name, role]));
  return [...byName.values()].map(({ name, description }) => ({
    role: name,
    access: null,
    firstLevelApprovers: null,
    secondLevelApprovers: null,
    description,
  }));
}
