// What the shapes of both contract formats share: servers and roles. An entry that calls itself PostgreSQL is held to
// its types; a role that is named twice with different kinds of access is a fault, because then nobody could say what a
// request for it would give.
import { textOf } from './custom.ts';
import type { ContractRole, ContractServer } from './data-contract.ts';
import { isPostgres, postgresFaults, readServer } from './server.ts';
import { anyObject } from './shape.ts';

/** One server entry; its name stands in the entry (ODCS) or is the key of the entry (DCS). */
export const serverEntry = anyObject.transform((raw, context): Omit<ContractServer, 'name'> => {
  const server = readServer(raw);
  if (isPostgres(server.type))
    for (const { field, message } of postgresFaults(raw))
      context.issues.push({ code: 'custom', path: [field], message, input: raw[field] });
  return { ...server, environment: textOf(raw['environment']) };
});

/** The roles of a contract, each name once. */
export function distinctRoles(
  roles: readonly ContractRole[],
  complain: (index: number, message: string) => void,
): ContractRole[] {
  const byName = new Map<string, ContractRole>();
  for (const [index, role] of roles.entries()) {
    const before = byName.get(role.role);
    if (before === undefined) byName.set(role.role, role);
    else if (before.access !== role.access) complain(index, 'is named before, with another kind of access');
  }
  return [...byName.values()];
}
