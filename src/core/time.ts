// Instants and durations. Both are plain integers of milliseconds: an Instant since 1970-01-01T00:00:00Z, a duration
// as a length. The core never reads a clock; `now` is always an argument. Calendar days belong to the edges, which
// know the organization's time zone, so nothing here knows what a day is.

/** Milliseconds since the epoch, in UTC. */
export type Instant = number;

/** A length of time in milliseconds. */
export type Milliseconds = number;

export const second: Milliseconds = 1000;
export const minute: Milliseconds = 60 * second;
export const hour: Milliseconds = 60 * minute;
export const day: Milliseconds = 24 * hour;

/** The first instant that every surface and PostgreSQL can carry alike; neither writes a year 0 as the other reads it. */
export const beginningOfTime: Instant = Date.parse('0001-01-01T00:00:00Z');

/** The last instant that every surface and PostgreSQL can carry alike: 9999-12-31T23:59:59.999Z. */
export const endOfTime: Instant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The longest duration that is accepted anywhere: a hundred years. */
export const longestDuration: Milliseconds = 36_525 * day;

/**
 * Reads a duration as people write it: `30m`, `8h`, `90d`, `2w`, or ISO 8601 without months and years (`PT8H`, `P30D`).
 * Months and years are refused because their length depends on the calendar.
 *
 * @returns milliseconds, or undefined when the text is no duration, is zero, or is longer than a hundred years.
 */
export function parseDuration(text: string): Milliseconds | undefined {
  const total = readShort(text) ?? readIso(text);
  return total !== undefined && total > 0 && total <= longestDuration ? total : undefined;
}

/** Writes a duration in its largest exact unit, such that `parseDuration` reads it back: `90d`, `8h`, `30m`, `45s`. */
export function formatDuration(length: Milliseconds): string {
  for (const [unit, size] of [
    ['d', day],
    ['h', hour],
    ['m', minute],
  ] as const)
    if (length % size === 0) return `${length / size}${unit}`;
  return `${length / second}s`;
}

const unitSizes: Record<string, Milliseconds> = { s: second, m: minute, h: hour, d: day, w: 7 * day };

function readShort(text: string): Milliseconds | undefined {
  const match = /^(\d{1,10})([smhdw])$/.exec(text);
  return match ? Number(match[1]) * unitSizes[match[2]!]! : undefined;
}

function readIso(text: string): Milliseconds | undefined {
  const match =
    /^P(?!$)(?:(\d{1,10})W)?(?:(\d{1,10})D)?(?:T(?!$)(?:(\d{1,10})H)?(?:(\d{1,10})M)?(?:(\d{1,10})S)?)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return weeks * 7 * day + days * day + hours * hour + minutes * minute + seconds * second;
}
