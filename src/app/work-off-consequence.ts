// One step of one consequence: the next accesses that it concerns, each through its use case. An access that cannot be
// dealt with holds up none of the others; the round goes on without it, and another round follows after a while, with an
// alarm, until nothing is left behind.
import type { AccessId } from '../core/ids.ts';
import { Problem } from '../core/problem.ts';
import { hour, minute, second, type Milliseconds } from '../core/time.ts';
import type { Consequence, ConsequenceStore, DueConsequence, Progress } from './consequences.ts';
import { endAccessBecauseGone } from './end-access-because-gone.ts';
import type { Ports } from './ports.ts';
import { reconsiderRequest } from './reconsider-request.ts';

export interface ConsequencePorts extends Ports {
  readonly consequences: ConsequenceStore;
  /** Hears of an access that could not be dealt with. */
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

const page = 500;
const lease: Milliseconds = 5 * minute;

/**
 * @returns whether there was something to do.
 * @throws Problem `database_unavailable`; the step is done again then.
 */
export const workOffConsequence = (ports: ConsequencePorts) => async (): Promise<boolean> => {
  const { consequences, clock } = ports;
  const due = await consequences.take(clock.now(), lease);
  if (!due) return false;
  const accesses = await consequences.affected(due, page);
  const left = await dealWith(ports, due, accesses);
  const isLast = accesses.length < page;
  if (isLast && !due.incomplete && !left.some) await consequences.finish(due);
  else await consequences.advance(due, next(due, accesses, left, clock.now()));
  return true;
};

interface Left {
  readonly some: boolean;
  readonly error: string | null;
}

async function dealWith(
  ports: ConsequencePorts,
  due: DueConsequence,
  accesses: readonly AccessId[],
): Promise<Left> {
  const deal = due.act === 'end' ? endAccessBecauseGone(ports) : reconsiderRequest(ports);
  const errors: unknown[] = [];
  for (const access of accesses) {
    try {
      await deal(access);
    } catch (error) {
      if (error instanceof Problem && error.kind === 'unavailable') throw error;
      errors.push(error);
      ports.alarm('a consequence could not be drawn', { ...causeOf(due), access, err: error });
    }
  }
  return { some: errors.length > 0, error: errors.length > 0 ? String(errors[0]) : null };
}

function causeOf({ act, noun, subject }: Consequence): Record<string, string> {
  return { act, noun, subject };
}

function next(due: DueConsequence, accesses: readonly AccessId[], left: Left, now: number): Progress {
  if (accesses.length === page)
    return {
      progress: accesses.at(-1)!,
      incomplete: due.incomplete || left.some,
      failures: due.failures,
      error: left.error,
      nextRun: now,
    };
  const failures = due.failures + 1;
  const pause = Math.min(second * 2 ** failures, hour);
  return { progress: '', incomplete: false, failures, error: left.error, nextRun: now + pause };
}
