// One run at a PostgreSQL target: observing, granting and revoking for one port, inside one transaction that holds the
// port's lock. Everything is judged from the catalog, before and after. Rows of our groups that are not as we would have
// made them (another grantor, SET ROLE allowed) are replaced by right ones; where only their grantor may revoke them, the
// group role is replaced as a whole.
import {
  TargetFailure,
  type Entitlement,
  type Failure,
  type Level,
  type TargetSession,
} from '../../../app/connector.ts';
import { align, gapOf, isClosed, replaceGroup } from './alignment.ts';
import type { Connection } from './connection.ts';
import { driftAt } from './drift.ts';
import { createGroup, findGroups, levels, mark, type Group } from './group.ts';
import { addMembers, knownRoles, membersOf, removeRows, type Membership } from './members.ts';
import { nameFault, principalFault, quoted } from './names.ts';
import type { Port } from './settings.ts';

/** Creates roles at the target and returns those that failed; see consumer-roles.ts. */
export type CreateRoles = (names: readonly string[]) => Promise<Map<string, TargetFailure>>;

export interface PostgresSession extends TargetSession {
  /** The group roles as they are now. */
  groups(): Group[];
  /** Writes down who lost a group role in this run, for ending.ts. */
  markLosers(): Promise<void>;
  /** Whether anything was to be changed. A run that only looks ends nobody's session either. */
  acted(): boolean;
}

export async function openSession(
  connection: Connection,
  port: Port,
  createRoles: CreateRoles | null,
): Promise<PostgresSession> {
  const groups = new Map((await findGroups(connection, port)).map((group) => [group.level, group]));
  const losers = new Map<Level, Set<string>>(levels.map((level) => [level, new Set()]));
  // Whoever is to lose access in this run must not get it back by a repair, even where the revoke was refused.
  const leaving = new Map<Level, Set<string>>(levels.map((level) => [level, new Set()]));

  let acted = false;

  return {
    async observe(watched) {
      const entitlements: Entitlement[] = [];
      let inLine = true;
      for (const group of groups.values()) {
        const rows = await membersOf(connection, group);
        const gap = await gapOf(connection, port, group);
        for (const principal of namesOf(rows)) entitlements.push({ principal, level: group.level });
        inLine &&= !group.maySignIn && group.ending.length === 0 && isClosed(gap) && rows.every(isSound);
      }
      const ours = [...groups.values()].map(({ oid }) => oid);
      const possible = watched.filter((name) => nameFault(name) === null);
      return { entitlements, drift: await driftAt(connection, port, ours, possible), inLine };
    },

    async grant(entitlements) {
      acted = true;
      const failures: Failure[] = [];
      for (const level of levels) {
        const names = principalsAt(entitlements, level);
        const existing = groups.get(level);
        if (!existing && names.length === 0) continue;
        const group = existing ?? (await createGroup(connection, port, level, []));
        failures.push(...(await align(connection, port, group)));
        groups.set(level, { ...group, maySignIn: false });
        failures.push(...(await grantAt(level, names)));
      }
      return failures;
    },

    async revoke(entitlements) {
      acted = true;
      const failures: Failure[] = [];
      for (const level of levels)
        failures.push(...(await revokeAt(level, principalsAt(entitlements, level))));
      return failures;
    },

    acted: () => acted,
    groups: () => [...groups.values()],

    async markLosers() {
      for (const [level, group] of groups) {
        const ending = [...new Set([...group.ending, ...(losers.get(level) ?? [])])];
        if (ending.length > group.ending.length)
          groups.set(level, await mark(connection, port, group, ending));
      }
    },
  };

  async function grantAt(level: Level, names: readonly string[]): Promise<Failure[]> {
    const refused = new Map<string, Reason>();
    const usable = names.filter((name) => {
      const sentence = principalFault(name, connection.user);
      if (sentence) refused.set(name, { code: 'principal_unusable', sentence, mend: null });
      return sentence === null;
    });
    const known = await makeKnown(usable, refused);
    const wrong = (await staying(level)).filter((row) => !isOurs(row));
    await removeRows(connection, groupAt(level), wrong);
    const wanted = [...new Set([...known, ...namesOf(wrong)])];
    for (const [name, failure] of await addMembers(connection, groupAt(level), wanted))
      refused.set(name, reasonOf(failure));
    await replaceIfStuck(level, namesOf(wrong));
    for (const row of await staying(level)) {
      if (isSound(row)) refused.delete(row.principal);
      else refused.set(row.principal, unsound(row, groupAt(level)));
    }
    return [...refused].map(([principal, reason]) => ({ ...reason, principal, level }));
  }

  async function revokeAt(level: Level, names: readonly string[]): Promise<Failure[]> {
    const group = groups.get(level);
    if (!group || names.length === 0) return [];
    for (const name of names) leaving.get(level)?.add(name);
    const isLeaving = ({ principal }: Membership): boolean => leaving.get(level)?.has(principal) ?? false;
    const refused = await removeRows(
      connection,
      group,
      (await membersOf(connection, group)).filter(isLeaving),
    );
    await replaceIfStuck(level, names);
    const left = (await membersOf(connection, groupAt(level))).filter(isLeaving);
    const stuck = new Map(left.map((row) => [row.principal, row]));
    for (const name of names) if (!stuck.has(name)) losers.get(level)?.add(name);
    return [...stuck].map(([principal, row]) => {
      const failure = refused.get(principal);
      const reason = failure ? reasonOf(failure) : unsound(row, groupAt(level));
      return { ...reason, code: 'not_revoked', principal, level };
    });
  }

  /** Rows of these names that only somebody else may revoke go with the group role; all other members are kept. */
  async function replaceIfStuck(level: Level, names: readonly string[]): Promise<void> {
    if (connection.version < 16 || names.length === 0) return;
    const suspects = new Set(names);
    const rows = await membersOf(connection, groupAt(level));
    if (!rows.some((row) => suspects.has(row.principal) && !row.revocable)) return;
    const keep = namesOf(rows).filter((name) => !leaving.get(level)?.has(name));
    const replaced = await replaceGroup(connection, port, groupAt(level), keep);
    if (!(replaced instanceof TargetFailure)) groups.set(level, replaced);
  }

  async function makeKnown(names: readonly string[], refused: Map<string, Reason>): Promise<string[]> {
    const before = await knownRoles(connection, names);
    const missing = names.filter((name) => !before.has(name));
    if (missing.length === 0) return [...names];
    const notCreated = createRoles ? await createRoles(missing) : new Map<string, TargetFailure>();
    const known = createRoles ? await knownRoles(connection, names) : before;
    for (const name of missing.filter((missed) => !known.has(missed)))
      refused.set(name, unknown(name, notCreated.get(name)));
    return names.filter((name) => known.has(name));
  }

  async function staying(level: Level): Promise<Membership[]> {
    const rows = await membersOf(connection, groupAt(level));
    return rows.filter((row) => !leaving.get(level)?.has(row.principal));
  }

  function groupAt(level: Level): Group {
    const group = groups.get(level);
    if (!group) throw new Error(`The group role for ${level} was used before it was made.`);
    return group;
  }
}

type Reason = Omit<Failure, 'principal' | 'level'>;

const principalsAt = (entitlements: readonly Entitlement[], level: Level): string[] => [
  ...new Set(
    entitlements.filter((entitlement) => entitlement.level === level).map(({ principal }) => principal),
  ),
];

const namesOf = (rows: readonly Membership[]): string[] => [...new Set(rows.map((row) => row.principal))];

/** Made as we make them, and ours to take away again. */
const isOurs = (row: Membership): boolean => row.right && row.revocable;

const isSound = (row: Membership): boolean => isOurs(row) && row.effective;

const reasonOf = ({ code, message, mend }: TargetFailure): Reason => ({ code, sentence: message, mend });

function unknown(name: string, failure: TargetFailure | undefined): Reason {
  const because = failure ? ` It could not be created: ${failure.message}` : '';
  return {
    code: 'principal_unknown',
    sentence: `Role "${name}" does not exist at the target.${because}`,
    mend: `create role ${quoted(name)}`,
  };
}

function unsound({ principal, grantor, effective }: Membership, group: Group): Reason {
  const member = `Role "${principal}"`;
  if (!effective) {
    const sentence = `${member} is a member of "${group.name}" but NOINHERIT, so that on PostgreSQL 15 it has nothing from it.`;
    return { code: 'principal_inherits_nothing', sentence, mend: `alter role ${quoted(principal)} inherit` };
  }
  const sentence = `${member} has a membership in "${group.name}" that "${grantor}" granted and only that role may revoke.`;
  const mend = `revoke ${quoted(group.name)} from ${quoted(principal)} granted by ${quoted(grantor)} cascade`;
  return { code: 'granted_by_other', sentence, mend };
}
