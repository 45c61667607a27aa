// The day as the clocks of the organization show it, for quiet hours and daily mails.
import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../core/notice-setting.ts';
import type { Instant } from '../../core/time.ts';

export function dayOf(now: Instant, timeZone: string): Day {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return {
    minute: here.hour * 60 + here.minute,
    next: (minute) => {
      const at = here.withPlainTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const isPast = at.epochMilliseconds <= now;
      return (isPast ? at.add({ days: 1 }) : at).epochMilliseconds;
    },
  };
}
