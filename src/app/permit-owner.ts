// Who may write something that a team owns: whoever may edit what that team owns and, where it belongs to another team so
// far, what that one owns as well. So nothing is taken from a team, or left at its door, behind its back.
import { mayEdit } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import type { Principal } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogTx } from './catalog.ts';

/**
 * @param field where the caller's document names the owner.
 * @param before the owner so far, if there is one.
 * @throws Problem `reference_unknown` for the team, `not_an_owner`, or why the caller writes nothing at all.
 */
export async function permitOwner(
  tx: Pick<CatalogTx, 'teams'>,
  owner: TeamId,
  field: string,
  before: TeamId | undefined,
  by: Principal,
): Promise<void> {
  if (!(await tx.teams.hold(owner)))
    throw new Problem('reference_unknown', { detail: noSuch('team', owner), field });
  for (const team of new Set([owner, before ?? owner]))
    orThrow(mayEdit(by, team, await tx.teams.roster(team)));
}
