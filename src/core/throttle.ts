// How long one has to wait before the next attempt to sign in. The first few attempts are free, because people mistype;
// after that the wait doubles up to five minutes, which leaves a guesser some three hundred tries a day and locks
// nobody out for longer than a coffee. An hour without an attempt forgets everything.
import { hour, minute, second, type Instant, type Milliseconds } from './time.ts';

export interface Attempts {
  readonly failures: number;
  readonly lastAt: Instant;
}

/** Attempts on one account, from wherever. */
export const freeForAccount = 5;

/** Attempts from one network address, on whatever account: many people may sit behind one. */
export const freeForAddress = 30;

const longestWait = 5 * minute;
export const forgottenAfter = hour;

/** How long to wait from now on; 0 when the next attempt may be made. */
export function waitBefore(attempts: Attempts | null, free: number, now: Instant): Milliseconds {
  if (attempts === null || attempts.failures < free || now - attempts.lastAt >= forgottenAfter) return 0;
  const wait = Math.min(second * 2 ** Math.min(attempts.failures - free, 20), longestWait);
  return Math.max(0, attempts.lastAt + wait - now);
}
