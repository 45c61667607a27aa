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
  (ports: Ports & Pick<RoverPorts, 'rovers' | 'documents'>) =>
  async (id: string, caller: Caller): Promise<Renewed[]> => {
    const kept = await ports.rovers.one(id);
    if (!kept) throw new Problem('rover_not_found', { detail: noSuch('Rover file', id) });
    const { timeZone } = await ports.rovers.settings();
    const wanted = new Map(
      kept.subscriptions.flatMap(({ access, body, blocked }) =>
        access !== null && blocked === null ? [[access, body] as const] : [],
      ),
    );
    const loaded =
      wanted.size > 0 ? await ports.accesses.loadMany([...wanted.keys()], ports.clock.now()) : [];
    const now = ports.clock.now();
    const due = loaded.map(({ situation }) => situation.access).filter((access) => isDue(access, now));
    const renewed: Renewed[] = [];
    for (const access of due) {
      const { key, until } = wanted.get(access.id)!;
      const end = until === null ? null : ports.documents.endOfDay(until, timeZone);
      const isOver = end !== null && (end <= now || end === lastEnd(access, now));
      const problem = isOver ? saidTheLastDay(until!) : await renewOne(ports, access.id, end, caller);
      renewed.push({ access: access.id, key, problem });
    }
    return renewed;
  };

/** The file names the end itself, so more time is asked for by changing it there. */
function saidTheLastDay(until: string): Problem {
  return new Problem('nothing_changed', {
    detail: {
      en: `The file says ${until} as the last day. Change it there, and apply the file.`,
      de: `Die Datei nennt ${until} als letzten Tag. Ändern Sie ihn dort, und wenden Sie die Datei an.`,
    },
  });
}

async function renewOne(
  ports: Ports,
  id: AccessId,
  until: Instant | null,
  caller: Caller,
): Promise<Problem | null> {
  const renewal = { purpose: null, roles: null, until, duration: null };
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
