// How long decisions take, counted so that nothing has to be read again: lengths fall into ranges that grow by a fifth
// each, and a median or a percentile is found by walking the ranges. What comes out is right to within a tenth, which is
// finer than anybody plans their week. Below a minute nothing is told apart.
import { day, minute, type Instant, type Milliseconds } from './time.ts';

/** How a request ended. `at-once`: the system granted it. `direct`: the owner side gave it unasked. */
export const outcomes = ['at-once', 'direct', 'granted', 'rejected', 'withdrawn', 'expired'] as const;
export type RequestOutcome = (typeof outcomes)[number];

/** Those that somebody decided, whose length says something about how long people wait. */
export const decided: readonly RequestOutcome[] = ['granted', 'rejected'];

const perDoubling = 4;
const longest = 100;

/** The range that a length falls into: 0 up to a minute, then each a fifth longer than the one before. */
export function bucketOf(length: Milliseconds): number {
  if (length <= minute) return 0;
  return Math.min(Math.ceil(Math.log2(length / minute) * perDoubling), longest);
}

/** A length that stands for all of a range. */
export function lengthOf(bucket: number): Milliseconds {
  return bucket === 0 ? minute : Math.round(minute * 2 ** ((bucket - 0.5) / perDoubling));
}

/** The length that this share of all did not exceed; null of nothing. */
export function percentile(
  counts: readonly { readonly bucket: number; readonly count: number }[],
  share: number,
): Milliseconds | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil(total * share);
  for (const { bucket, count } of counts.toSorted((one, other) => one.bucket - other.bucket)) {
    left -= count;
    if (left <= 0 && total > 0) return lengthOf(bucket);
  }
  return null;
}

/** The Monday with which the week of an instant begins, in UTC, as `2026-11-02`. */
export function weekOf(at: Instant): string {
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - weekday * day).toISOString().slice(0, 10);
}
