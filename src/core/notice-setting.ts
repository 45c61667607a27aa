// How a person wants to be told by mail: at once, once a day, or not at all, and when not to be disturbed. What is held
// back goes in one mail with whatever else has come meanwhile. The list in the app has all of it in any case.
import type { Language } from './sentence.ts';
import type { Instant } from './time.ts';

/** Minutes since midnight in the organization's time zone. */
export type MinuteOfDay = number;

export interface NoticeSetting {
  readonly language: Language;
  readonly mail: 'at-once' | 'daily' | 'off';
  /** When the daily mail comes. */
  readonly dailyAt: MinuteOfDay;
  /** From when until when nothing is sent; may go over midnight. Null: no such hours. */
  readonly quiet: { readonly from: MinuteOfDay; readonly until: MinuteOfDay } | null;
}

export const usualSetting: NoticeSetting = { language: 'en', mail: 'at-once', dailyAt: 8 * 60, quiet: null };

/** The day as the organization's clocks show it. */
export interface Day {
  readonly minute: MinuteOfDay;
  /** The next instant at which clocks show this minute. */
  readonly next: (minute: MinuteOfDay) => Instant;
}

/** When a mail goes, and whether it may go with others; null: not at all. */
export function mailTime(
  { mail, dailyAt, quiet }: NoticeSetting,
  now: Instant,
  day: Day,
): { readonly nextRun: Instant; readonly together: boolean } | null {
  if (mail === 'off') return null;
  if (mail === 'daily') return { nextRun: day.next(dailyAt), together: true };
  if (quiet && isWithin(day.minute, quiet)) return { nextRun: day.next(quiet.until), together: true };
  return { nextRun: now, together: false };
}

function isWithin(minute: MinuteOfDay, { from, until }: NonNullable<NoticeSetting['quiet']>): boolean {
  return from <= until ? from <= minute && minute < until : from <= minute || minute < until;
}
