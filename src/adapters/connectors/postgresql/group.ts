// Group roles: one per database, port and level, holding the table privileges; a live grant is a membership in it. A role
// or a privilege per grant does not scale, since PostgreSQL keeps all privileges of a table in one row. This file finds,
// makes and marks group roles. A role that bears our name without our comment is never touched, whatever it holds.
import { TargetFailure, type Level } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import { groupComment, groupName, literal, quoted, readGroupComment, type PortIdentity } from './names.ts';

export const levels: readonly Level[] = ['read', 'read-write'];

export interface Group {
  readonly oid: number;
  readonly name: string;
  readonly level: Level;
  /** Somebody has let the group role itself sign in, which would give access to whoever knows its password. */
  readonly maySignIn: boolean;
  /** Principals that lost this role and whose sessions are not known to have ended. */
  readonly ending: readonly string[];
}

/** The group roles of a port that exist. Throws `TargetFailure` (foreign_role) when a name is taken by somebody else. */
export async function findGroups(connection: Connection, port: PortIdentity): Promise<Group[]> {
  const names = new Map(levels.map((level) => [groupName(port, level), level]));
  const rows = await connection.query<{
    oid: number;
    name: string;
    maySignIn: boolean;
    comment: string | null;
  }>(
    `select oid, rolname::text as name, rolcanlogin as "maySignIn", shobj_description(oid, 'pg_authid') as comment
     from pg_roles where rolname::text = any($1::text[])`,
    [[...names.keys()]],
  );
  return rows.map(({ comment, ...role }) => {
    const level = names.get(role.name) ?? 'read';
    const said = readGroupComment(comment);
    const ours =
      said?.installation === port.installationId &&
      said.database === port.database &&
      said.resource === port.resourceId &&
      said.level === level;
    if (!ours) throw foreign(role.name, port, level, comment);
    return { ...role, level, ending: said.ending };
  });
}

/** Makes the group role of a level, with nothing in it yet. */
export async function createGroup(
  connection: Connection,
  port: PortIdentity,
  level: Level,
  ending: readonly string[],
): Promise<Group> {
  const name = groupName(port, level);
  await connection.query(`create role ${quoted(name)} nologin noinherit`);
  const [row] = await connection.query<{ oid: number }>(`select oid from pg_roles where rolname::text = $1`, [
    name,
  ]);
  return mark(connection, port, { oid: row?.oid ?? 0, name, level, maySignIn: false, ending: [] }, ending);
}

/** Writes down at the target which principals' sessions are still to be ended, so that a crash does not forget them. */
export async function mark(
  connection: Connection,
  port: PortIdentity,
  group: Group,
  ending: readonly string[],
): Promise<Group> {
  await connection.query(
    `comment on role ${quoted(group.name)} is ${literal(groupComment(port, group.level, ending))}`,
  );
  return { ...group, ending };
}

/** Takes back what would let somebody sign in as the group role itself. */
export function forbidSignIn(connection: Connection, group: Group): Promise<unknown> {
  return connection.query(`alter role ${quoted(group.name)} nologin`);
}

function foreign(name: string, port: PortIdentity, level: Level, comment: string | null): TargetFailure {
  const other = readGroupComment(comment);
  const whose = other
    ? `it belongs to installation "${other.installation}"`
    : 'its comment does not say that it is ours';
  const sentence = `Role "${name}" is not touched, because ${whose}.`;
  // Without any comment it may well be ours, from a dump that left comments out; only a person can know.
  const mend =
    comment === null
      ? `comment on role ${quoted(name)} is ${literal(groupComment(port, level, []))}`
      : `drop role ${quoted(name)}`;
  return new TargetFailure('foreign_role', sentence, { mend });
}
