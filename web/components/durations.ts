// The lengths that a form offers: those that the policy names, else the usual ones up to its maximum. The empty value is
// what the policy gives to whoever names nothing. What a length means is judged by the API alone; here only what is
// certain to be refused is left out.
import type { Access, Policy } from '../api/client.ts';
import { lengthWords } from '../words/telling.ts';
import type { Words } from '../words/words.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function durationChoices(policy: Policy, words: Words): Choice[] {
  const { defaultDuration } = policy;
  const usual =
    defaultDuration === 'none'
      ? words.times.usualNoEnd
      : words.times.usual(lengthWords(defaultDuration, words));
  return [
    { value: '', label: usual },
    ...lengthsOf(policy)
      .filter((one) => one !== defaultDuration)
      .map((value) => ({ value, label: lengthWords(value, words) })),
  ];
}

/** Lengths that are shorter than a period. */
export function lengthsWithin(policy: Policy | undefined, period: Access['approval']['wouldLast']): string[] {
  if (!policy) return [];
  const { from, until } = period ?? {};
  const most = from === undefined || until === undefined ? Infinity : Date.parse(until) - Date.parse(from);
  return lengthsOf(policy).filter((one) => hours(one) * 3_600_000 < most);
}

const customary = ['8h', '7d', '30d', '90d', '365d'];

function lengthsOf({ durations, maximumDuration }: Policy): readonly string[] {
  return (
    durations ?? customary.filter((one) => maximumDuration === null || hours(one) <= hours(maximumDuration))
  );
}

/** Of a length of several parts nothing is known, so it counts as none and is never left out. */
function hours(duration: string): number {
  const [, count, unit] = /^(\d+)([hdw])$/.exec(duration) ?? [];
  return count === undefined ? 0 : Number(count) * { h: 1, d: 24, w: 168 }[unit as 'h' | 'd' | 'w'];
}
