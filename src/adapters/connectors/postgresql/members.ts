// Memberships in a group role: who has one, giving and taking them. From PostgreSQL 16 on a membership has options and a
// grantor, and one member can have several rows, one for each grantor. Ours is always INHERIT TRUE, SET FALSE: a session
// that could SET ROLE to the group would keep its privileges after the REVOKE. On 15 neither exists. What counts as done
// is decided by reading the catalog again, never by a statement that did not complain.
import type { TargetFailure } from '../../../app/connector.ts';
import { inBatches } from './batches.ts';
import type { Connection } from './connection.ts';
import type { Group } from './group.ts';
import { quoted } from './names.ts';

/** One row of `pg_auth_members`. */
export interface Membership {
  readonly principal: string;
  readonly grantor: string;
  /** Whether we may revoke what this grantor granted. */
  readonly revocable: boolean;
  /** Whether it is what we would have made: inheriting, without SET ROLE, without the right to pass it on. */
  readonly right: boolean;
  /** Whether the member really has the privileges of the group by it. False on 15 for a member that is NOINHERIT. */
  readonly effective: boolean;
}

/** All rows but those of Countersign's own role, which holds the right to grant the group. */
export function membersOf({ version, query }: Connection, group: Group): Promise<Membership[]> {
  const right =
    version < 16 ? 'not a.admin_option' : 'not a.admin_option and a.inherit_option and not a.set_option';
  return query<Membership>(
    `select m.rolname::text as principal, pg_get_userbyid(a.grantor)::text as grantor,
            ${version < 16 ? 'true' : `pg_has_role(a.grantor, 'usage')`} as revocable,
            ${right} as right, pg_has_role(a.member, a.roleid, 'usage') as effective
     from pg_auth_members a join pg_roles m on m.oid = a.member
     where a.roleid = $1 and m.rolname <> current_user
     order by m.rolname`,
    [group.oid],
  );
}

/** Gives memberships, all names in one statement. Returns the names that the target refused. */
export function addMembers(
  { version, query, attempt }: Connection,
  group: Group,
  names: readonly string[],
): Promise<Map<string, TargetFailure>> {
  const options = version < 16 ? '' : 'with inherit true, set false';
  return inBatches(names, (batch) =>
    attempt(() => query(`grant ${quoted(group.name)} to ${listed(batch)} ${options}`)),
  );
}

/**
 * Takes away what can be taken away of these rows, one statement for each grantor. Returns the names refused. Cascading
 * takes what a member passed on too: nobody has a membership by a member's kindness.
 */
export async function removeRows(
  { version, query, attempt }: Connection,
  group: Group,
  rows: readonly Membership[],
): Promise<Map<string, TargetFailure>> {
  const failed = new Map<string, TargetFailure>();
  const byGrantor = Map.groupBy(
    rows.filter((row) => row.revocable),
    (row) => (version < 16 ? '' : row.grantor),
  );
  for (const [grantor, theirs] of byGrantor) {
    const grantedBy = grantor === '' ? '' : `granted by ${quoted(grantor)}`;
    const names = theirs.map((row) => row.principal);
    const refused = await inBatches(names, (batch) =>
      attempt(() => query(`revoke ${quoted(group.name)} from ${listed(batch)} ${grantedBy} cascade`)),
    );
    for (const [name, failure] of refused) failed.set(name, failure);
  }
  return failed;
}

export const namesOf = (rows: readonly Membership[]): string[] => [
  ...new Set(rows.map((row) => row.principal)),
];

/** Which of the names are roles at the target. */
export async function knownRoles({ query }: Connection, names: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ name: string }>(
    `select rolname::text as name from pg_roles where rolname::text = any($1::text[])`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

const listed = (names: readonly string[]): string => names.map((name) => quoted(name)).join(', ');
