// Sealing: entries move from the inbox into the log, where they get their position and their hash. Every server seals
// behind its own commits, one call at a time and at most every five milliseconds, so that under load one call seals
// what many decisions left; a timer picks up what a server left behind that died in between. There is no leader: two
// sealers at once wait for each other in the database, and the second finds nothing left to do.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { second, type Milliseconds } from '../../../core/time.ts';
import { lowWater } from './low-water.ts';

export interface Sealing {
  /** Somebody has just committed entries. */
  readonly sealSoon: () => void;
  /** Ends it, after sealing what was announced. */
  stop(): Promise<void>;
}

export interface SealingOptions {
  /** Hears of a call that failed. The entries stay where they are, for the next one. */
  readonly failed: (error: unknown) => void;
  readonly spacingMs?: Milliseconds;
  readonly timerMs?: Milliseconds;
}

const batch = 1000;
/** Now and then the whole inbox is looked through, whatever is believed to be left in it. */
const wholeEvery: Milliseconds = 30 * second;

export function startSealing(pool: Pick<pg.Pool, 'query'>, options: SealingOptions): Sealing {
  const { failed, spacingMs = 5, timerMs = 200 } = options;
  const low = lowWater(pool);
  let announced = false;
  let stopped = false;
  let running: Promise<void> | null = null;
  let wholeAt = performance.now() + wholeEvery;

  const seal = async () => {
    const isWhole = performance.now() > wholeAt;
    if (isWhole) wholeAt = performance.now() + wholeEvery;
    await low.drained(await sealAll(pool, isWhole ? 0 : low.mark));
  };
  const work = async () => {
    while (announced) {
      announced = false;
      const began = performance.now();
      await seal().catch((error: unknown) => {
        low.reset();
        failed(error);
      });
      if (announced) await delay(Math.max(0, began + spacingMs - performance.now()));
    }
    running = null;
  };
  const sealSoon = () => {
    announced = true;
    running ??= work();
  };
  const timer = setInterval(sealSoon, timerMs);
  return {
    sealSoon: () => {
      if (!stopped) sealSoon();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Seals whatever waits in the inbox, and returns how many entries that were.
 *
 * @param after where to begin to look: nothing that waits has this number or a lower one.
 */
export async function sealAll(pool: Pick<pg.Pool, 'query'>, after = 0): Promise<number> {
  for (let sealed = 0; ;) {
    const { rows } = await pool.query<{ sealed: number }>('select seal_log($1, $2) as sealed', [
      batch,
      after,
    ]);
    sealed += rows[0]!.sealed;
    if (rows[0]!.sealed < batch) return sealed;
  }
}
