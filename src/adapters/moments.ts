// Instants as people read them, in the organization's time zone and in each language: `Nov 22, 2026, 18:40 UTC`.
import type { Sentence } from '../core/sentence.ts';
import type { Instant } from '../core/time.ts';

const locales = { en: 'en-GB', de: 'de-DE' } as const;

export function momentsIn(timeZone: string): (instant: Instant) => Sentence {
  const format = (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
      timeZoneName: 'short',
    });
  const [english, german] = [format(locales.en), format(locales.de)];
  return (instant) => ({ en: english.format(instant), de: german.format(instant) });
}
