// Deletes a team that owns nothing, is nobody's parent and is named in no policy. Its members and keys lose what they had
// by it in the same transaction; what the team had access to is ended by a follower of the log, from `team.deleted`.
import { mayDeleteTeam } from '../core/edit-actions.ts';
import { mayRun } from '../core/governance.ts';
import type { TeamId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `team_not_found`, `not_permitted`, `in_use`. */
export const deleteTeam =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: TeamId, caller: Caller): Promise<void> => {
    orThrow(mayRun(caller.principal));
    const now = clock.now();
    await catalog.change(caller, now, async (tx) => {
      await tx.teams.lockTree();
      const team = await tx.teams.lock(id);
      if (!team || team.deleted) throw new Problem('team_not_found', { detail: noSuch('team', id) });
      orThrow(mayDeleteTeam(caller.principal, await tx.teams.use(id)));
      await tx.teams.remove(id, now);
      tx.note({ type: 'team.deleted', subject: id, before: { parent: team.parent } });
    });
  };
