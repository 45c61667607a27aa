// Calendar days of the wire. A date there is a day in the organization's time zone, and an end date counts in full: it
// ends at 00:00 of the next day (design 3.3, rule 8). Only instants are stored, so changing the time zone later moves
// no agreement. Zones and their transitions come from Temporal, which the platform will bring itself one day.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../core/time.ts';

/** The first instant of a day, or undefined when the text is no date. */
export function startOfDay(date: string, zone: string): Instant | undefined {
  return dayOf(date)?.toZonedDateTime(zone).epochMilliseconds;
}

/** The exclusive end of a day: the first instant of the next one. */
export function endOfDay(date: string, zone: string): Instant | undefined {
  return dayOf(date)?.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** The day on which an instant falls, as `YYYY-MM-DD`. */
export function dayAt(instant: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The last day that a period covers, given its exclusive end. */
export function lastDayBefore(until: Instant, zone: string): string {
  return dayAt(until - 1, zone);
}

export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function dayOf(date: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
