// Asks for more time for what a Rover file subscribes to: what has expired, and what ends soon. Applying the file again
// does nothing of the kind, because a pipeline applies it every night, and an end that renews itself is none.
import { standingAt, lastEnd, type Access } from '../core/access.ts';
import type { AccessId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { Problem } from '../core/problem.ts';
import { day, type Instant } from '../core/time.ts';
import type { Caller, Ports } from './ports.ts';
import { renewAccess } from './renew-access.ts';
import type { RoverPorts } from './rover.ts';

/** What ends within this time can be renewed already. */
const soon = 30 * day;

export interface Renewed {
  readonly access: AccessId;
  readonly key: string;
  /** False: the renewal was refused, and why. */
  readonly problem: Problem | null;
}

/** @throws Problem `rover_not_found`. Refusals of single renewals are answers. */
export const renewRover =
  (ports: Ports & Pick<RoverPorts, 'rovers'>) =>
  async (id: string, caller: Caller): Promise<Renewed[]> => {
    const kept = await ports.rovers.one(id);
    if (!kept) throw new Problem('rover_not_found', { detail: noSuch('Rover file', id) });
    const keys = new Map(
      kept.subscriptions.flatMap(({ access, body, blocked }) =>
        access !== null && blocked === null ? [[access, body.key] as const] : [],
      ),
    );
    const loaded = keys.size > 0 ? await ports.accesses.loadMany([...keys.keys()], ports.clock.now()) : [];
    const now = ports.clock.now();
    const due = loaded.map(({ situation }) => situation.access).filter((access) => isDue(access, now));
    const renewed: Renewed[] = [];
    for (const access of due) {
      const problem = await renewOne(ports, access.id, caller);
      renewed.push({ access: access.id, key: keys.get(access.id)!, problem });
    }
    return renewed;
  };

async function renewOne(ports: Ports, id: AccessId, caller: Caller): Promise<Problem | null> {
  const renewal = { purpose: null, roles: null, until: null, duration: null };
  try {
    await renewAccess(ports)(id, renewal, { ...caller, repetition: null });
    return null;
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'unavailable') return error;
    throw error;
  }
}

function isDue(access: Access, now: Instant): boolean {
  const standing = standingAt(access, now);
  const end = lastEnd(access, now);
  return standing === 'Expired' || (standing === 'Granted' && end !== null && end - now <= soon);
}
