// Beginnings and ends as people type them. A day is a day of the reader's own calendar and counts in full: it begins at
// 00:00, and as an end it lasts until 00:00 of the next day. What is more exact is an instant; without a zone it is the
// reader's own. Lengths travel as they are typed, because the server knows which ones it accepts.
import { misused } from '../failure.ts';

export function beginning(typed: string | undefined, option: string): string | undefined {
  return typed === undefined ? undefined : instantOf(typed, 0, option);
}

export function ending(typed: string | undefined, option: string): string | undefined {
  return typed === undefined ? undefined : instantOf(typed, 1, option);
}

function instantOf(typed: string, daysLater: number, option: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? [];
  if (year !== undefined) {
    const date = new Date(Number(year), Number(month) - 1, Number(day));
    const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
    if (!isReal) throw misused(`${option}: ${typed} is no day of the calendar.`);
    return new Date(Number(year), Number(month) - 1, Number(day) + daysLater).toISOString();
  }
  const isInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(
    typed,
  );
  const instant = isInstant ? Date.parse(typed.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(instant))
    throw misused(`${option}: "${typed}" is neither a day such as 2026-12-31 nor an instant.`);
  return new Date(instant).toISOString();
}
