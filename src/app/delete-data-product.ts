// Deletes a data product that no live access leads to or from. Its ports go with it; what was asked and not decided is
// withdrawn by a follower of the log.
import { mayEdit } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import { outputPortId } from '../core/resource.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';
import { removePort } from './remove-port.ts';

/** @throws Problem `dataproduct_not_found`, `not_an_owner`, `in_use`. */
export const deleteDataProduct =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: string, caller: Caller): Promise<void> => {
    const now = clock.now();
    await catalog.change(caller, now, async (tx) => {
      const product = await tx.products.lock(id);
      if (!product || product.deleted)
        throw new Problem('dataproduct_not_found', { detail: noSuch('data product', id) });
      orThrow(mayEdit(caller.principal, product.owner, await tx.teams.roster(product.owner)));
      const ports = await tx.resources.lockPorts(id);
      const live = await tx.products.liveAccesses(id, now);
      if (live > 0)
        throw new Problem('in_use', { detail: `It is used by ${live} active accesses.`, facts: { live } });
      for (const [port, resource] of ports)
        if (!resource.deleted) await removePort(tx, outputPortId(id, port), resource, now);
      await tx.products.remove(id, now);
      tx.note({ type: 'dataproduct.deleted', subject: id, before: { owner: product.owner } });
    });
  };
