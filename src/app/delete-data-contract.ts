// Deletes a data contract that no output port names.
import { mayEdit } from '../core/governance.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `datacontract_not_found`, `not_an_owner`, `in_use`. */
export const deleteDataContract =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: string, caller: Caller): Promise<void> => {
    const now = clock.now();
    await catalog.change(caller, now, async (tx) => {
      const contract = await tx.contracts.lock(id);
      if (!contract || contract.deleted)
        throw new Problem('datacontract_not_found', { detail: noSuch('data contract', id) });
      orThrow(mayEdit(caller.principal, contract.owner, await tx.teams.roster(contract.owner)));
      const ports = await tx.resources.portsOfContract(id);
      if (ports.length > 0)
        throw new Problem('in_use', {
          detail: `Output ports are published under it: ${ports
            .slice(0, 5)
            .map((port) => port.id)
            .join(', ')}.`,
        });
      await tx.contracts.remove(id, now);
      tx.note({ type: 'datacontract.deleted', subject: id, before: { owner: contract.owner } });
    });
  };
