// Ends an access whose resource or consumer is gone, and withdraws what is asked on it. Nobody asks for permission; the
// situation itself has to say that something is gone, so that a resource that came back meanwhile keeps its accesses.
import type { AccessId } from '../core/ids.ts';
import { unchanged } from '../core/situation.ts';
import { endBecauseGone } from '../core/standing.ts';
import { actOnAccess, existing, type Acted } from './act-on-access.ts';
import { bySystem } from './by-system.ts';
import type { Ports } from './ports.ts';

export const endAccessBecauseGone =
  (ports: Ports) =>
  (id: AccessId): Promise<Acted> =>
    actOnAccess(ports, existing(id), bySystem, (situation, act) => {
      const { resource, consumerGone } = situation;
      if (resource.gone) return endBecauseGone(situation, 'resource-gone', act.now);
      return consumerGone ? endBecauseGone(situation, 'consumer-gone', act.now) : unchanged(situation.access);
    });
