// What insights count (core/insight.ts): how requests ended, and who decided. Counting twice would be wrong where other
// followers may hear everything twice, so a follower that begins again, because its place is not in this log, begins with
// empty counters: the first entry of the log says so.
import type { PersonId } from '../../core/ids.ts';
import type { RequestOutcome } from '../../core/insight.ts';
import type { Actor } from '../../core/principal.ts';
import type { Verdict } from '../../core/request.ts';
import type { Instant } from '../../core/time.ts';
import type { Follower } from '../follower.ts';
import type { Entry } from '../log.ts';

export type Counting =
  | { readonly count: 'anew' }
  | {
      readonly count: 'request';
      readonly request: string;
      readonly resource: string;
      readonly at: Instant;
      /** Null: it goes on, or had ended before; only who decided is counted. */
      readonly outcome: RequestOutcome | null;
      readonly by: { readonly person: PersonId; readonly verdict: Verdict } | null;
    };

export const insightsFollower: Follower<Counting> = { name: 'insights', nouns: ['request'], map: countedIn };

function countedIn(entry: Entry): readonly Counting[] {
  const begin: Counting[] = entry.position === 1 ? [{ count: 'anew' }] : [];
  const { type, access, data, at } = entry;
  const request = data?.['request'];
  if (!access || typeof request !== 'string') return begin;
  const decision = data?.['decision'] as { by: Actor; verdict: Verdict } | undefined;
  const outcome = wasOpen(entry) ? outcomeOf(type, decision?.by) : null;
  const by =
    decision?.by.type === 'person' && decision.by.person !== null
      ? { person: decision.by.person, verdict: decision.verdict }
      : null;
  if (outcome === null && by === null) return begin;
  return [...begin, { count: 'request', request, resource: access.resource, at, outcome, by }];
}

function outcomeOf(type: string, by: Actor | undefined): RequestOutcome | null {
  switch (type) {
    case 'request.granted':
      return by?.type === 'system' ? 'at-once' : 'granted';
    case 'request.rejected':
      return 'rejected';
    case 'request.withdrawn':
      return 'withdrawn';
    case 'request.expired':
      return 'expired';
    default:
      return null;
  }
}

/** A refusal that is reconsidered had ended already. */
function wasOpen({ before }: Entry): boolean {
  const state = (before as { request?: string | null } | null | undefined)?.request;
  return state === 'Pending' || state === 'SemiGranted';
}
