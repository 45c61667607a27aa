// Instants on the screen. People read how long ago or how far off something is; the exact instant, in the time zone of
// the organization and with its name, is there for whoever points at it or reads the title.
import { usePlace } from './place.tsx';

/** `2 days ago`, `in 3 hours`. */
export function Ago({ at }: { at: string }) {
  const { locale, timeZone, now } = usePlace();
  return (
    <time dateTime={at} title={exact(at, locale, timeZone)}>
      {distance(Date.parse(at), now, locale)}
    </time>
  );
}

/** `Nov 22, 2026, 18:40`. */
export function Moment({ at }: { at: string }) {
  const { locale, timeZone } = usePlace();
  return (
    <time dateTime={at} title={exact(at, locale, timeZone)}>
      {moment(at, locale, timeZone)}
    </time>
  );
}

/** `18:40:05`, where the day stands above. */
export function Clock({ at }: { at: string }) {
  const { locale, timeZone } = usePlace();
  return (
    <time dateTime={at} title={exact(at, locale, timeZone)}>
      {new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(new Date(at))}
    </time>
  );
}

/** `Sunday, November 22, 2026`. */
export function dayOf(at: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format(new Date(at));
}

export function distance(at: number, now: number, locale: string): string {
  const seconds = Math.round((at - now) / 1000);
  const [unit, size] =
    units.find(([, size]) => Math.abs(seconds) >= size * 0.995) ?? (['second', 1] as const);
  const rounded = Math.trunc(Math.abs(seconds) / size + 0.005) * Math.sign(seconds);
  // "yesterday" says what it means; "next month" may be tomorrow.
  const numeric = unit === 'day' || unit === 'second' ? 'auto' : 'always';
  const format = new Intl.RelativeTimeFormat(locale, { numeric });
  return unit === 'second' ? format.format(0, 'second') : format.format(rounded, unit);
}

export function moment(at: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );
}

export function exact(at: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}

const units = [
  ['year', 365 * 86_400],
  ['month', (60 * 86_400) / 2],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
