// Ending the running sessions of roles that lost access. A REVOKE stops the next statement of a session, but not an open
// cursor; and on PostgreSQL 15 a session that did SET ROLE to the group reads on for as long as it lives. Sessions are
// ended after the commit, because a session that is ended before it could come back and still get in. Whose sessions are
// to end is written into the comment of the group role by the same transaction that revokes, so that a crash in between
// leaves a debt that the next run pays. Only sessions in this database are ended, and only of roles that have no way left
// into the group, or into the one for writing where reading was lost.
import type { Failure, TargetFailure } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import { mark, type Group } from './group.ts';
import { quoted } from './names.ts';
import type { Port } from './settings.ts';

export interface Ended {
  readonly count: number;
  readonly failed: readonly Failure[];
}

/** Ends what the group roles have marked, inside a transaction. What is still alive stays marked and is returned. */
export async function endMarked(
  connection: Connection,
  port: Port,
  groups: readonly Group[],
): Promise<Ended> {
  let count = 0;
  const failed: Failure[] = [];
  const writers = groups.find((group) => group.level === 'read-write');
  for (const group of groups.filter(({ ending }) => ending.length > 0)) {
    const keepers = [group.oid, ...(writers ? [writers.oid] : [])];
    const open = await sessionsOf(connection, group.ending, keepers);
    const refused = open.length > 0 ? await end(connection, open) : null;
    const alive = open.length > 0 ? await sessionsOf(connection, group.ending, keepers) : [];
    const stillOpen = new Set(alive.map(({ pid }) => pid));
    count += new Set(open.map(({ pid }) => pid).filter((pid) => !stillOpen.has(pid))).size;
    const principals = [...new Set(alive.map(({ principal }) => principal))];
    await mark(connection, port, group, principals);
    failed.push(...principals.map((principal) => notEnded(principal, group, refused, connection.user)));
  }
  return { count, failed };
}

/** When the ending itself could not be tried: every principal that is marked may still have a session. */
export function allNotEnded(groups: readonly Group[], reason: TargetFailure, user: string): Failure[] {
  return groups.flatMap((group) => group.ending.map((principal) => notEnded(principal, group, reason, user)));
}

interface OpenSession {
  readonly pid: number;
  readonly principal: string;
}

// Members of a principal are its sessions too: a consumer is often a group of people. The list of sessions is frozen for
// the length of a transaction, hence the clearing.
async function sessionsOf(
  { query }: Connection,
  principals: readonly string[],
  keepers: readonly number[],
): Promise<OpenSession[]> {
  await query('select pg_stat_clear_snapshot()');
  return query<OpenSession>(
    `with recursive loser (principal, role) as (
       select rolname::text, oid from pg_roles where rolname::text = any($1::text[])
       union
       select loser.principal, a.member from loser join pg_auth_members a on a.roleid = loser.role
     )
     select s.pid, loser.principal from pg_stat_activity s join loser on loser.role = s.usesysid
     where s.datname = current_database() and s.pid <> pg_backend_pid()
       and not exists (select from unnest($2::oid[]) as keeper where pg_has_role(s.usesysid, keeper, 'member'))`,
    [principals, keepers],
  );
}

/** All are told first and waited for afterwards, so that one that does not listen holds up nobody else. */
function end({ query, attempt }: Connection, open: readonly OpenSession[]): Promise<TargetFailure | null> {
  const pids = [...new Set(open.map(({ pid }) => pid))];
  return attempt(async () => {
    await query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]);
    await query('select pg_terminate_backend(pid, 2000) from unnest($1::int[]) as pid', [pids]);
  });
}

function notEnded(principal: string, { level }: Group, reason: TargetFailure | null, user: string): Failure {
  const because = reason ? ` ${reason.message}` : ' It did not react within two seconds.';
  const mend = reason?.code === 'not_permitted' ? `grant pg_signal_backend to ${quoted(user)}` : null;
  return {
    principal,
    level,
    code: 'session_not_ended',
    sentence: `A running session of role "${principal}" could not be ended.${because}`,
    mend,
  };
}
