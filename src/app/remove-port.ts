// Marks an output port as gone. Its policy stays, so that a port that comes back has not shaken off what its owners
// said; decisions under way look again; what stands on it is ended by a follower of the log, from `resource.gone`.
import type { ResourceId } from '../core/ids.ts';
import { splitOutputPortId } from '../core/resource.ts';
import type { Instant } from '../core/time.ts';
import type { CatalogTx, ResourceRow } from './catalog.ts';

export async function removePort(
  tx: CatalogTx,
  id: ResourceId,
  port: ResourceRow,
  now: Instant,
): Promise<void> {
  await tx.resources.remove(id, now);
  await tx.policies.touch(id);
  tx.note({
    type: 'outputport.deleted',
    subject: id,
    before: { owner: port.owner },
    data: splitOutputPortId(id),
  });
  tx.note({ type: 'resource.gone', subject: id, data: { kind: port.kind, bound: port.bound } });
}
