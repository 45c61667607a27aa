// What is asked and what is allowed: purpose, roles or scopes, and a period. An allow may carry terms narrower than
// what was asked, never wider. The order of roles and white space are no difference, so both are normalised once, here,
// and everything else compares plain values.
import { longestPeriod, type Policy } from './policy.ts';
import { refused, type Refused } from './problem.ts';
import type { Resource } from './resource.ts';
import type { Sentence } from './sentence.ts';
import { endOfTime, formatDuration, type Instant, type Milliseconds } from './time.ts';

export interface Ask {
  readonly purpose: string;
  /** True when a tool wrote the purpose because the source had none (Rover files). */
  readonly purposeGenerated: boolean;
  /** Sorted, without repetition. */
  readonly roles: readonly string[];
  /** Null: from the decision on. */
  readonly from: Instant | null;
  /** Exclusive end. Null: no end was named. */
  readonly until: Instant | null;
  /** Length from the grant on; only when no end was named. */
  readonly duration: Milliseconds | null;
}

/** An ask as it comes in, with the terms of the contract that the asker says to accept, by their hash. */
export interface Wish extends Ask {
  readonly acceptedTerms?: string | undefined;
}

/** What an approver may narrow. Null leaves it as asked. */
export interface Terms {
  readonly until: Instant | null;
  readonly duration: Milliseconds | null;
  readonly roles: readonly string[] | null;
}

export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

export const asAsked: Terms = { until: null, duration: null, roles: null };

/** Brings roles into the one form that is stored and compared. */
export function normalRoles(roles: readonly string[]): string[] {
  return [...new Set(roles.map((role) => role.trim()).filter((role) => role !== ''))].sort();
}

/** Brings an ask into the one form that is stored and compared. */
export function normalAsk({ acceptedTerms: _, ...ask }: Wish): Ask {
  return { ...ask, purpose: ask.purpose.trim(), roles: normalRoles(ask.roles) };
}

/** The text that says what a normal ask asks. Two asks with the same text are the same ask. */
export function askText(ask: Ask): string {
  return JSON.stringify([plainPurpose(ask.purpose), ask.roles, ask.from, ask.until, ask.duration]);
}

/** A purpose without what white space adds to it: two that read alike are the same. */
export function plainPurpose(purpose: string): string {
  return purpose.trim().replace(/\s+/g, ' ');
}

/** Refuses an ask that the resource or its policy cannot grant, at the moment it is filed. */
export function checkAsk(ask: Ask, resource: Resource, policy: Policy, now: Instant): Refused | undefined {
  if (ask.purpose.trim() === '') return refused('purpose_missing', undefined, 'purpose');
  if (ask.purposeGenerated && policy.purposeByPerson)
    return refused('purpose_generated', undefined, 'purpose');
  return checkRoles(ask.roles, resource) ?? checkPeriod(ask, policy, now);
}

/**
 * The period that a grant gets when it is decided now. No start or a past one means from the decision; without a
 * named end the policy's default counts, and its maximum always does (design 3.3, rule 8).
 */
export function periodAt(ask: Ask, terms: Terms, policy: Policy, now: Instant): Period | Refused {
  const from = Math.max(ask.from ?? now, now);
  const end =
    endFrom(from, terms.until, terms.duration) ??
    endFrom(from, ask.until, ask.duration) ??
    endFrom(from, null, policy.defaultDuration);
  const latest = endFrom(from, null, longestPeriod(policy));
  const until = end === null ? latest : latest === null ? end : Math.min(end, latest);
  if (until !== null && until <= from)
    return refused('request_expired', {
      en: 'The end that was asked for has passed.',
      de: 'Das Ende, das angefragt war, ist vorüber.',
    });
  return { from, until };
}

/** Refuses terms wider than the ask or outside the policy. */
export function checkTerms(terms: Terms, ask: Ask, policy: Policy, now: Instant): Refused | undefined {
  const extra = terms.roles?.find((role) => !ask.roles.includes(role));
  if (extra !== undefined)
    return refused(
      'terms_wider',
      { en: `The role "${extra}" was not asked for.`, de: `Die Rolle »${extra}« war nicht angefragt.` },
      'terms.roles',
    );
  if (terms.roles?.length === 0 && ask.roles.length > 0)
    return refused(
      'terms_wider',
      {
        en: 'Name at least one of the roles asked for, or deny.',
        de: 'Nennen Sie mindestens eine der angefragten Rollen, oder lehnen Sie ab.',
      },
      'terms.roles',
    );
  if (terms.duration !== null && !isOffered(terms.duration, policy))
    return refused('duration_not_offered', offers(policy), 'terms.duration');
  const asked = periodAt(ask, asAsked, policy, now);
  if ('refused' in asked) return asked;
  const until = endFrom(asked.from, terms.until, terms.duration);
  if (until === null) return undefined;
  if (until <= asked.from) return refused('period_empty', undefined, 'terms.until');
  if (asked.until !== null && until > asked.until)
    return refused(
      'terms_wider',
      {
        en: 'The end lies after the end that was asked for.',
        de: 'Das Ende liegt nach dem, das angefragt war.',
      },
      'terms.until',
    );
  return undefined;
}

/** Terms in the one form that is stored and compared: what they leave as it was asked is null. */
export function normalTerms({ until, duration, roles }: Terms, ask: Ask): Terms {
  const kept = roles && normalRoles(roles);
  return {
    until: until === ask.until ? null : until,
    duration: until !== null || duration === ask.duration ? null : duration,
    roles: kept && sameRoles(kept, ask.roles) ? null : kept,
  };
}

/** Whether two normal terms say the same. */
export function sameTerms(one: Terms, other: Terms): boolean {
  return (
    one.until === other.until &&
    one.duration === other.duration &&
    (one.roles === other.roles ||
      (one.roles !== null && other.roles !== null && sameRoles(one.roles, other.roles)))
  );
}

/** Whether two lists of normal roles are the same. */
export function sameRoles(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((role, index) => role === other[index]);
}

function checkRoles(roles: readonly string[], resource: Resource): Refused | undefined {
  const unknown =
    resource.offers.length > 0 ? roles.find((role) => !resource.offers.includes(role)) : undefined;
  return unknown === undefined
    ? undefined
    : refused(
        'role_unknown',
        {
          en: `"${unknown}" is not offered. Offered: ${resource.offers.join(', ')}.`,
          de: `»${unknown}« wird nicht angeboten. Angeboten: ${resource.offers.join(', ')}.`,
        },
        'roles',
      );
}

function checkPeriod(ask: Ask, policy: Policy, now: Instant): Refused | undefined {
  const from = Math.max(ask.from ?? now, now);
  if (from >= endOfTime || (ask.until ?? 0) > endOfTime)
    return refused(
      'period_too_long',
      {
        en: 'Dates after the year 9999 are not accepted.',
        de: 'Daten nach dem Jahr 9999 werden nicht angenommen.',
      },
      'until',
    );
  if (ask.until !== null && ask.until <= now) return refused('period_past', undefined, 'until');
  if (ask.until !== null && ask.until <= from) return refused('period_empty', undefined, 'until');
  if (ask.duration !== null && !isOffered(ask.duration, policy))
    return refused('duration_not_offered', offers(policy), 'duration');
  const until = endFrom(from, ask.until, ask.duration);
  const longest = longestPeriod(policy);
  if (until !== null && longest !== null && until - from > longest)
    return refused(
      'period_too_long',
      {
        en: `The policy allows at most ${formatDuration(longest)}.`,
        de: `Die Richtlinie erlaubt höchstens ${formatDuration(longest)}.`,
      },
      ask.until === null ? 'duration' : 'until',
    );
  return undefined;
}

function endFrom(from: Instant, until: Instant | null, duration: Milliseconds | null): Instant | null {
  return until ?? (duration === null ? null : Math.min(from + duration, endOfTime));
}

function isOffered(duration: Milliseconds, policy: Policy): boolean {
  return policy.durations === null || policy.durations.includes(duration);
}

function offers(policy: Policy): Sentence {
  const offered = (policy.durations ?? []).map(formatDuration).join(', ');
  return { en: `The policy offers ${offered}.`, de: `Die Richtlinie bietet ${offered}.` };
}
