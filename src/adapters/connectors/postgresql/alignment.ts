// Bringing a group role in line with its binding, and taking one apart again. The outcome is read from the catalog after
// acting, because PostgreSQL answers a GRANT without grant option with a mere warning, and because a table can be
// dropped in between. Two ports can share a schema or a table, and two transactions that change the privileges of one
// object at once fail with "tuple concurrently updated"; so all Countersign runs in a database take turns here, and here
// only.
import { TargetFailure, type Failure, type Lack } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import { createGroup, forbidSignIn, type Group } from './group.ts';
import { addMembers, membersOf } from './members.ts';
import { quoted } from './names.ts';
import {
  gapBetween,
  gathered,
  heldPrivileges,
  isFuture,
  objectsOf,
  statement,
  statementsFor,
  wantedPrivileges,
  type Gap,
  type Privilege,
  type WantedPrivilege,
} from './privileges.ts';
import type { Port } from './settings.ts';

/** The same in every installation: it guards the target's catalog, not a port. */
const alignmentLock = 7_205_759_403_792_794n;

/** How far a group role is from its binding. */
export async function gapOf(connection: Connection, port: Port, group: Group): Promise<Gap> {
  const [{ wanted, absent }, held] = await Promise.all([
    wantedPrivileges(connection, port, group.level),
    heldPrivileges(connection, group),
  ]);
  return { ...gapBetween(wanted, held), absent };
}

export const closedGap: Gap = { missing: [], excess: [], absent: [] };

export const isClosed = ({ missing, excess, absent }: Gap): boolean =>
  missing.length + excess.length + absent.length === 0;

/**
 * Gives and takes the privileges of a group role until they are as the binding says.
 *
 * @param gap how far it is from that. Returned is what is left of it, and what could not be done.
 */
export async function align(
  connection: Connection,
  port: Port,
  group: Group,
  gap: Gap,
): Promise<{ failures: Failure[]; gap: Gap }> {
  const refused = group.maySignIn ? await connection.attempt(() => forbidSignIn(connection, group)) : null;
  const reasons = await close(connection, group, gap);
  const left = isClosed(gap) ? gap : await gapOf(connection, port, group);
  const lacks = [
    ...left.absent,
    ...notGrantable(left.missing, connection.user),
    ...unexplained(left, group, reasons),
  ];
  if (refused)
    lacks.push({
      code: 'group_may_sign_in',
      sentence: refused.message,
      mend: `alter role ${quoted(group.name)} nologin`,
    });
  return { failures: lacks.map((lack) => ({ ...lack, principal: null, level: group.level })), gap: left };
}

/**
 * Replaces a group role by a new one with the members to keep, so that memberships go which only somebody else may
 * revoke, such as those that a superuser granted by hand or a restore has put down as the superuser's. Returns the new
 * role, or why it could not be done; then nothing has changed.
 */
export async function replaceGroup(
  connection: Connection,
  port: Port,
  group: Group,
  keep: readonly string[],
): Promise<Group | TargetFailure> {
  let fresh = group;
  const failure = await connection.attempt(async () => {
    await close(connection, group, {
      missing: [],
      excess: await heldPrivileges(connection, group),
      absent: [],
    });
    await connection.query(`drop role ${quoted(group.name)}`);
    fresh = await createGroup(connection, port, group.level, group.ending);
    await align(connection, port, fresh, await gapOf(connection, port, fresh));
    await addMembers(connection, fresh, keep);
    const there = new Set((await membersOf(connection, fresh)).map((row) => row.principal));
    const lost = keep.find((name) => !there.has(name));
    if (lost !== undefined)
      throw new TargetFailure('refused', `Role "${lost}" would have lost its membership in "${group.name}".`);
  });
  return failure ?? fresh;
}

/** What Countersign's role would have to be allowed to pass on, one lack for each privilege. */
export function notGrantable(missing: readonly WantedPrivilege[], user: string): Lack[] {
  return gathered(missing.filter((privilege) => !privilege.grantable && !privilege.promised)).map((alike) => {
    const [first] = alike;
    const privilege = first?.privilege ?? '';
    const sentence = `Role "${user}" may not pass on ${privilege} on ${objectsOf(alike)}.`;
    const code = first && isFuture(first.kind) ? 'future_tables_not_grantable' : 'privilege_not_grantable';
    return { code, sentence, mend: statement('grant', alike, `to ${quoted(user)} with grant option`) };
  });
}

/** What is in the way here, be it the lock, is set aside: the revokes of the same run must not be undone by it. */
async function close({ query, attempt }: Connection, group: Group, gap: Gap): Promise<TargetFailure[]> {
  const statements = statementsFor(gap, group);
  if (statements.length === 0) return [];
  const busy = await attempt(() => query('select pg_advisory_xact_lock($1::bigint)', [alignmentLock]));
  if (busy) return [busy];
  const reasons: TargetFailure[] = [];
  for (const text of statements) {
    const failure = await attempt(() => query(text));
    if (failure) reasons.push(failure);
  }
  return reasons;
}

function unexplained({ missing, excess }: Gap, group: Group, reasons: readonly TargetFailure[]): Lack[] {
  const because = reasons.map((reason) => ` ${reason.message}`).join('');
  const about =
    (code: string, verb: 'grant' | 'revoke', fact: string) =>
    (alike: readonly Privilege[]): Lack => ({
      code,
      sentence: `Role "${group.name}" ${fact} ${alike[0]?.privilege} on ${objectsOf(alike)}.${because}`,
      mend: statement(verb, alike, `${verb === 'grant' ? 'to' : 'from'} ${quoted(group.name)}`),
    });
  return [
    ...gathered(missing.filter((privilege) => privilege.grantable)).map(
      about('privilege_not_granted', 'grant', 'could not be given'),
    ),
    ...gathered(excess).map(
      about('privilege_not_revoked', 'revoke', 'keeps what somebody else gave it beyond this port:'),
    ),
  ];
}
