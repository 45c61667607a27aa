// Deletes an API, an event type or an action that nobody has live access to. Output ports go with their data product.
import { mayEdit } from '../core/governance.ts';
import type { ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `resource_not_found`, `not_an_owner`, `in_use`. */
export const deleteResource =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: ResourceId, caller: Caller): Promise<void> => {
    const now = clock.now();
    await catalog.change(caller, now, async (tx) => {
      const resource = await tx.resources.lock(id);
      if (!resource || resource.deleted)
        throw new Problem('resource_not_found', { detail: noSuch('resource', id) });
      orThrow(mayEdit(caller.principal, resource.owner, await tx.teams.roster(resource.owner)));
      if (resource.port)
        throw new Problem('in_use', {
          detail: `It is published by the data product "${resource.port.dataProductId}".`,
        });
      const live = await tx.resources.liveAccesses(id, now);
      if (live > 0)
        throw new Problem('in_use', { detail: `It is used by ${live} active accesses.`, facts: { live } });
      await tx.resources.remove(id, now);
      await tx.policies.touch(id);
      tx.note({
        type: 'resource.deleted',
        subject: id,
        before: { kind: resource.kind, owner: resource.owner },
      });
      tx.note({ type: 'resource.gone', subject: id, data: { kind: resource.kind, bound: resource.bound } });
    });
  };
