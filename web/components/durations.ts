// The lengths that a form offers: those that the policy names, else the usual ones up to its maximum. The empty value is
// what the policy gives to whoever names nothing. What a length means is judged by the API alone.
import type { Policy } from '../api/client.ts';
import { lengthWords } from '../words/telling.ts';
import type { Words } from '../words/words.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function durationChoices(policy: Policy, words: Words): Choice[] {
  const { durations, defaultDuration, maximumDuration } = policy;
  const usual =
    defaultDuration === 'none'
      ? words.times.usualNoEnd
      : words.times.usual(lengthWords(defaultDuration, words));
  const named =
    durations ?? customary.filter((one) => maximumDuration === null || hours(one) <= hours(maximumDuration));
  return [
    { value: '', label: usual },
    ...named
      .filter((one) => one !== defaultDuration)
      .map((value) => ({ value, label: lengthWords(value, words) })),
  ];
}

const customary = ['8h', '7d', '30d', '90d', '365d'];

/** Only to leave out what cannot be; a length of several parts is never left out. */
function hours(duration: string): number {
  const [, count, unit] = /^(\d+)([hdw])$/.exec(duration) ?? [];
  return count === undefined ? 0 : Number(count) * { h: 1, d: 24, w: 168 }[unit as 'h' | 'd' | 'w'];
}
