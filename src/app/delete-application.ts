// Deletes an application that has no live access. What it asked for and nobody has decided is withdrawn by a follower of
// the log.
import { mayDeleteApplication } from '../core/edit-actions.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `application_not_found`, `not_an_owner`, `in_use`. */
export const deleteApplication =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: string, caller: Caller): Promise<void> => {
    const now = clock.now();
    await catalog.change(caller, now, async (tx) => {
      const application = await tx.applications.lock(id);
      if (!application || application.deleted)
        throw new Problem('application_not_found', { detail: noSuch('application', id) });
      const { owner } = application;
      const roster = await tx.teams.roster(owner);
      const live = await tx.applications.liveAccesses(id, now);
      orThrow(mayDeleteApplication(caller.principal, owner, roster, live), { live });
      await tx.applications.remove(id, now);
      tx.note({ type: 'application.deleted', subject: id, before: { owner } });
    });
  };
