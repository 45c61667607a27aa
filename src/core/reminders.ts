// When to remind: before the end of a grant, and while a request waits. Long periods are announced weekly from thirty
// days before the end and daily in the last week; shorter ones in proportion, so that an eight-hour access gets one
// reminder and not thirty. After a downtime only one reminder is due, however many were missed.
import { day, hour, type Instant, type Milliseconds } from './time.ts';

export interface Span {
  readonly kind: 'ending' | 'waiting';
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The next instant at which to remind, which may lie in the past when one was missed.
 *
 * @param last when the last reminder about this span was given, or null.
 */
export function nextReminder(span: Span, last: Instant | null, now: Instant): Instant | null {
  const since = Math.max(last ?? span.from, span.from);
  const pending = instants(span).filter((instant) => instant > since);
  // Of several missed ones only the latest counts.
  return pending.findLast((instant) => instant <= now) ?? pending[0] ?? null;
}

function instants(span: Span): Instant[] {
  return (span.kind === 'waiting' ? waiting(span) : ending(span)).filter(
    (instant) => instant > span.from && instant < span.until,
  );
}

/** A request is brought back to mind halfway to its deadline and when a tenth of the time is left. */
function waiting({ from, until }: Span): Instant[] {
  const length = until - from;
  return [from + length / 2, until - length / 10].map(Math.floor);
}

function ending({ from, until }: Span): Instant[] {
  const length = until - from;
  if (length >= 60 * day)
    return [...every(until, 30 * day, 7 * day, 7 * day), ...every(until, 7 * day, day, 0)];
  if (length >= 14 * day) return [...every(until, 7 * day, day, 0)];
  if (length >= 2 * day) return [until - day];
  return length >= hour ? [until - Math.floor(length / 8)] : [until - Math.floor(length / 4)];
}

/** Instants before the end, from `start` before it, each `step` later, while more than `stop` is left. */
function every(until: Instant, start: Milliseconds, step: Milliseconds, stop: Milliseconds): Instant[] {
  const result: Instant[] = [];
  for (let left = start; left > stop; left -= step) result.push(until - left);
  return result;
}
