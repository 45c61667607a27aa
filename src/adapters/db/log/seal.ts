// Sealing: entries move from the inbox into the log, where they get their position and their hash. Every server seals
// behind its own commits, one call at a time and at most every five milliseconds, so that under load one call seals
// what many decisions left; a timer picks up what a server left behind that died in between. There is no leader: two
// sealers at once wait for each other in the database, and the second finds nothing left to do.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Milliseconds } from '../../../core/time.ts';

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

export function startSealing(pool: Pick<pg.Pool, 'query'>, options: SealingOptions): Sealing {
  const { failed, spacingMs = 5, timerMs = 200 } = options;
  let announced = false;
  let stopped = false;
  let running: Promise<void> | null = null;

  const work = async () => {
    while (announced) {
      announced = false;
      const began = performance.now();
      await sealAll(pool).catch(failed);
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

/** Seals whatever waits in the inbox, and returns how many entries that were. */
export async function sealAll(pool: Pick<pg.Pool, 'query'>): Promise<number> {
  for (let sealed = 0; ;) {
    const { rows } = await pool.query<{ sealed: number }>('select seal_log($1) as sealed', [batch]);
    sealed += rows[0]!.sealed;
    if (rows[0]!.sealed < batch) return sealed;
  }
}
