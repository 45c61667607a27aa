// Creates a team or replaces it as a whole. Its version rises with every change, because decisions compare it: whoever
// joins or leaves, or a new place in the tree, changes who may decide. Who runs the installation may write any team;
// a team's owners and its key write everything but its place in the tree, since that decides who inherits a role in it.
import { isDeepStrictEqual } from 'node:util';
import { mayEdit, mayRun } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts, CatalogTx, Member, TeamRow } from './catalog.ts';
import { changedFields } from './changed-fields.ts';
import { compareVersion } from './compare-version.ts';
import { invalid, named, orInvalid, type PublishedTeam } from './documents.ts';
import type { Caller } from './ports.ts';

/** The tree may be this deep, because every decision walks up from the owner team. */
const deepest = 32;

/**
 * @throws Problem `invalid_field`, `not_an_owner`, `not_permitted`, `reference_unknown` for the parent, `team_cycle`,
 *   `version_mismatch`.
 */
export const putTeam =
  ({ catalog, documents, clock }: CatalogPorts) =>
  async (id: TeamId, body: unknown, caller: Caller, ifMatch: number | null = null): Promise<void> => {
    const wish = orInvalid(documents.readTeam(named(body, id)));
    await catalog.change(caller, clock.now(), async (tx) => {
      const parent = wish.parent as TeamId | null;
      // Before any team is locked: two moves that would make a circle wait here, and not for each other's rows.
      if (parent !== null && (await tx.teams.parentOf(id)) !== parent) await tx.teams.lockTree();
      const before = await tx.teams.lock(id);
      const living = before?.deleted === false ? before : null;
      compareVersion(ifMatch, living?.version ?? null);
      await permit(tx, id, living, wish, caller);
      await checkPlace(tx, id, living, parent);
      const after = await wished(tx, id, wish);
      if (living && isSame(living, after)) return;
      await (before ? tx.teams.save(id, after) : tx.teams.add(id, after));
      tx.note({
        type: living ? 'team.updated' : 'team.created',
        subject: id,
        ...(living && { before: compact(living) }),
        after: compact(after),
        data: { changed: changedFields(living?.document, after.document) },
      });
    });
  };

async function permit(
  tx: CatalogTx,
  id: TeamId,
  before: TeamRow | null,
  wish: PublishedTeam,
  { principal }: Caller,
): Promise<void> {
  if (!before || before.parent !== wish.parent) orThrow(mayRun(principal));
  else orThrow(mayEdit(principal, id, await tx.teams.roster(id)));
}

async function checkPlace(
  tx: CatalogTx,
  id: TeamId,
  before: TeamRow | null,
  parent: TeamId | null,
): Promise<void> {
  if (parent === null || before?.parent === parent) return;
  await tx.teams.lockTree();
  if (!(await tx.teams.hold(parent)))
    throw new Problem('reference_unknown', { detail: noSuch('team', parent), field: 'parent' });
  const line = await tx.teams.lineOf(parent);
  if (line.includes(id))
    throw new Problem('team_cycle', {
      detail: {
        en: `"${parent}" lies below "${id}" already.`,
        de: `»${parent}« steht schon unter »${id}«.`,
      },
      field: 'parent',
    });
  if (line.length + 1 + (await tx.teams.levelsBelow(id)) > deepest)
    throw invalid([{ path: 'parent', message: `would make the tree deeper than ${deepest} levels` }]);
}

async function wished(
  tx: CatalogTx,
  id: TeamId,
  wish: PublishedTeam,
): Promise<Omit<TeamRow, 'version' | 'deleted'>> {
  const { members: _, ...document } = wish.document;
  return {
    parent: wish.parent as TeamId | null,
    name: wish.name,
    document: { ...document, id, type: wish.type },
    members: await membersOf(tx, wish),
  };
}

async function membersOf(tx: CatalogTx, { members }: PublishedTeam): Promise<Member[]> {
  const people = await tx.teams.peopleFor(members.map((member) => member.emailAddress));
  const roles = new Map(people.map((person, index) => [person, members[index]!.role ?? 'Member']));
  return [...roles].map(([person, role]) => ({ person, role }));
}

/** The order of members says nothing, so it is no change. */
function isSame(before: TeamRow, after: Omit<TeamRow, 'version' | 'deleted'>): boolean {
  return (
    isDeepStrictEqual(before.document, after.document) && isDeepStrictEqual(rolesOf(before), rolesOf(after))
  );
}

function compact(team: Pick<TeamRow, 'parent' | 'members'>): object {
  return { parent: team.parent, members: rolesOf(team) };
}

function rolesOf({ members }: Pick<TeamRow, 'members'>): Record<string, string> {
  return Object.fromEntries(
    members
      .map(({ person, role }) => [person, role] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
