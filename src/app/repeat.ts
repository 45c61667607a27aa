// Work that is done again and again until somebody says stop: sweeping, sealing, following, measuring. One run at a
// time; a run that fails is reported and the next one comes all the same, so nothing here ever ends by itself.
import { setTimeout as delay } from 'node:timers/promises';
import type { Milliseconds } from '../core/time.ts';

export interface Repeated {
  /** Ends it after the run that is under way. */
  stop(): Promise<void>;
}

/**
 * @param work one run. It may return how long to wait before the next one; otherwise that is `everyMs`. The signal
 *   aborts when somebody wants to stop.
 */
export function repeat(
  everyMs: Milliseconds,
  work: (signal: AbortSignal) => Promise<Milliseconds | void>,
  failed: (error: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  const done = run(everyMs, work, failed, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function run(
  everyMs: Milliseconds,
  work: (signal: AbortSignal) => Promise<Milliseconds | void>,
  failed: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const waitMs = await work(signal).catch((error: unknown) => {
      if (!signal.aborted) failed(error);
    });
    await delay(waitMs ?? everyMs, undefined, { signal }).catch(() => {});
  }
}
