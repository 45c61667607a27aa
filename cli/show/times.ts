// Instants as people say them: how far away, and when exactly in the reader's own time zone. Distances are rounded to
// one unit, because "in 30 days" is what somebody wants to know; the exact instant stands beside it where it matters.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `in 12 days`, `3 hours ago`, `now`. */
export function distance(instant: string | number, now: number): string {
  const away = millis(instant) - now;
  const words = length(Math.abs(away));
  if (words === null) return 'now';
  return away > 0 ? `in ${words}` : `${words} ago`;
}

/** `2026-12-22 18:40` in the reader's time zone. */
export function moment(instant: string | number): string {
  const { date, time } = parts(instant);
  return `${date} ${time.slice(0, 5)}`;
}

/** `2026-12-22 18:40:07`, for what is counted in minutes. */
export function exactMoment(instant: string | number): string {
  const { date, time } = parts(instant);
  return `${date} ${time}`;
}

/** `18:40:07` */
export function clock(instant: string | number): string {
  return parts(instant).time;
}

/** `2026-12-22` */
export function calendarDay(instant: string | number): string {
  return parts(instant).date;
}

/** The name of the reader's time zone at that instant, such as `CET`. */
export function zoneAt(instant: string | number): string {
  const all = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(millis(instant));
  return all.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function parts(instant: string | number): { date: string; time: string } {
  const [date = '', time = ''] = format.format(millis(instant)).split(' ');
  return { date, time };
}

// The only locale that writes `2026-12-22 18:40:07`.
const format = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function millis(instant: string | number): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

/** One unit, rounded, and not below two of it where the next smaller one says more. */
function length(ms: number): string | null {
  if (ms < 1.5 * second) return null;
  if (ms < 90 * second) return amount(ms, second, 'second');
  if (ms < 90 * minute) return amount(ms, minute, 'minute');
  if (ms < 36 * hour) return amount(ms, hour, 'hour');
  if (ms < 90 * day) return amount(ms, day, 'day');
  if (ms > 350 * day && ms < 380 * day) return '1 year';
  if (ms < 700 * day) return amount(ms, 30.44 * day, 'month');
  return amount(ms, 365.25 * day, 'year');
}

function amount(ms: number, unit: number, name: string): string {
  const count = Math.round(ms / unit);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
