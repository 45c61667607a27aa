// Days, as people name them and as fields of forms hold them (2026-11-22), in the time zone of the organization. A day that
// is the last one counts in full, so it ends where the next one begins.

/** The day on which an instant lies. */
export function dayOf(at: number, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
}

/** The instant at which a day is over. */
export function endOfDay(day: string, timeZone: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const wanted = Date.UTC(year, month - 1, date + 1);
  // The clock may be put forward or back between the first guess and the instant itself, so it is guessed twice.
  const guess = wanted - aheadBy(wanted, timeZone);
  return new Date(wanted - aheadBy(guess, timeZone)).toISOString();
}

/** By how many milliseconds clocks in the zone are ahead of UTC. */
function aheadBy(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

function partsOf(at: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return parts as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
