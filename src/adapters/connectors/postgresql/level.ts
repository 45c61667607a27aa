// One level of a port during one run: its group role and who is in it. Everything is judged from the catalog, before and
// after acting; what it showed counts until this run acts, and then it is read again, so that a run reads nothing twice.
// Rows that are not as we would have made them (another grantor, SET ROLE allowed) are replaced by right ones; where only
// their grantor may revoke them, the group role is replaced as a whole. Whoever is to lose access in this run is kept out
// of every repair, even where the revoke was refused.
import { TargetFailure, type Failure, type Level } from '../../../app/connector.ts';
import { align, closedGap, gapOf, isClosed, replaceGroup } from './alignment.ts';
import type { Connection } from './connection.ts';
import type { CreateRoles } from './consumer-roles.ts';
import { createGroup, mark, type Group } from './group.ts';
import { addMembers, knownRoles, membersOf, namesOf, removeRows, type Membership } from './members.ts';
import { principalFault } from './names.ts';
import { asReason, unknownRole, unsound, unusable, type Reason } from './reasons.ts';
import { remembered } from './remembered.ts';
import type { Port } from './settings.ts';

export interface LevelRun {
  readonly level: Level;
  group(): Group | null;
  principals(): Promise<readonly string[]>;
  isInLine(): Promise<boolean>;
  grant(names: readonly string[]): Promise<Failure[]>;
  revoke(names: readonly string[]): Promise<Failure[]>;
  markLosers(): Promise<void>;
}

export function openLevel(
  connection: Connection,
  port: Port,
  level: Level,
  existing: Group | null,
  createRoles: CreateRoles | null,
): LevelRun {
  let group = existing;
  const members = remembered(async () => (group ? membersOf(connection, group) : []));
  const gap = remembered(async () => (group ? gapOf(connection, port, group) : closedGap));
  const leaving = new Set<string>();
  const losers = new Set<string>();
  const isLeaving = ({ principal }: Membership): boolean => leaving.has(principal);
  const asFailures = (reasons: Map<string, Reason>): Failure[] =>
    [...reasons].map(([principal, reason]) => ({ ...reason, principal, level }));

  return {
    level,
    group: () => group,

    principals: async () => namesOf(await members.read()),

    async isInLine() {
      const [rows, distance] = await Promise.all([members.read(), gap.read()]);
      const isFree = !group || (!group.maySignIn && group.ending.length === 0);
      return isFree && isClosed(distance) && rows.every(isSound);
    },

    async grant(names) {
      if (!group && names.length === 0) return [];
      if (!group) takeOver(await createGroup(connection, port, level, []));
      const shared = await alignIt(group!);
      const refused = new Map<string, Reason>();
      const wrong = await removeWrong(group!);
      await add(group!, [...(await usable(names, refused)), ...wrong], refused);
      await replaceIfStuck(group!, wrong);
      await judge(group!, refused);
      return [...shared, ...asFailures(refused)];
    },

    async revoke(names) {
      if (!group || names.length === 0) return [];
      for (const name of names) leaving.add(name);
      const refused = await remove(group, (await members.read()).filter(isLeaving));
      await replaceIfStuck(group, names);
      const stuck = new Map<string, Reason>();
      for (const row of (await members.read()).filter(isLeaving)) {
        const failure = refused.get(row.principal);
        stuck.set(row.principal, {
          ...(failure ? asReason(failure) : unsound(row, group)),
          code: 'not_revoked',
        });
      }
      for (const name of names) if (!stuck.has(name)) losers.add(name);
      return asFailures(stuck);
    },

    async markLosers() {
      if (group && losers.size > 0)
        group = await mark(connection, port, group, [...new Set([...group.ending, ...losers])]);
    },
  };

  /** From here on the level is about another role, of which nothing is known. */
  function takeOver(other: Group): void {
    group = other;
    members.forget();
    gap.forget();
  }

  async function alignIt(there: Group): Promise<Failure[]> {
    const { failures, gap: left } = await align(connection, port, there, await gap.read());
    gap.know(left);
    group = { ...there, maySignIn: false };
    return failures;
  }

  async function remove(group: Group, rows: readonly Membership[]): Promise<Map<string, TargetFailure>> {
    const refused = await removeRows(connection, group, rows);
    if (rows.length > 0) members.forget();
    return refused;
  }

  /** Takes away what we can of the rows that are not ours, and returns whom they were about. */
  async function removeWrong(group: Group): Promise<string[]> {
    const wrong = (await members.read()).filter((row) => !isOurs(row) && !isLeaving(row));
    await remove(group, wrong);
    return namesOf(wrong);
  }

  /** The names that can be granted; the others get their reason. */
  async function usable(names: readonly string[], refused: Map<string, Reason>): Promise<string[]> {
    for (const name of names) {
      const fault = principalFault(name, connection.user);
      if (fault) refused.set(name, unusable(fault));
    }
    const possible = names.filter((name) => !refused.has(name));
    const before = await knownRoles(connection, possible);
    const missing = possible.filter((name) => !before.has(name));
    const notCreated =
      createRoles && missing.length > 0 ? await createRoles(missing) : new Map<string, TargetFailure>();
    const known = createRoles && missing.length > 0 ? await knownRoles(connection, possible) : before;
    for (const name of missing)
      if (!known.has(name)) refused.set(name, unknownRole(name, notCreated.get(name)));
    return possible.filter((name) => known.has(name));
  }

  async function add(group: Group, names: readonly string[], refused: Map<string, Reason>): Promise<void> {
    for (const [name, failure] of await addMembers(connection, group, [...new Set(names)]))
      refused.set(name, asReason(failure));
    if (names.length > 0) members.forget();
  }

  /** Rows of these names that only somebody else may revoke go with the group role; all other members are kept. */
  async function replaceIfStuck(group: Group, names: readonly string[]): Promise<void> {
    if (connection.version < 16 || names.length === 0) return;
    const suspects = new Set(names);
    const rows = await members.read();
    if (!rows.some((row) => suspects.has(row.principal) && !row.revocable)) return;
    const keep = namesOf(rows.filter((row) => !isLeaving(row)));
    const replaced = await replaceGroup(connection, port, group, keep);
    if (!(replaced instanceof TargetFailure)) takeOver(replaced);
  }

  /** What the catalog shows has the last word over what statements said. */
  async function judge(group: Group, refused: Map<string, Reason>): Promise<void> {
    for (const row of await members.read()) {
      if (isLeaving(row)) continue;
      if (isSound(row)) refused.delete(row.principal);
      else refused.set(row.principal, unsound(row, group));
    }
  }
}

/** Made as we make them, and ours to take away again. */
const isOurs = (row: Membership): boolean => row.right && row.revocable;

const isSound = (row: Membership): boolean => isOurs(row) && row.effective;
