// Deletes a target to which nothing is bound.
import { mayRun } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `target_not_found`, `not_permitted`, `in_use`. */
export const deleteTarget =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: string, caller: Caller): Promise<void> => {
    orThrow(mayRun(caller.principal));
    await catalog.change(caller, clock.now(), async (tx) => {
      const target = await tx.targets.lock(id);
      if (!target) throw new Problem('target_not_found', { detail: noSuch('target', id) });
      const uses = await tx.targets.uses(id);
      if (uses > 0) throw new Problem('in_use', { detail: `${uses} resources are bound to it.` });
      await tx.targets.remove(id);
      tx.note({ type: 'target.deleted', subject: id, before: { kind: target.kind, owner: target.owner } });
    });
  };
