// What a subscription in a file does to an access: asks for it the first time, asks for a change, takes less at once, or
// ends it. A file is applied again and again without anybody meaning anything by it, so only what differs from what was
// asked before does something: after an end, an expiry or a refusal the same file asks for nothing (design 3.3, rule 5).
// Ending here is giving back, whoever's key applied the file.
import { openRequest, shownTerms, standingAt } from './access.ts';
import { ask } from './ask.ts';
import type { Mint } from './ids.ts';
import { system } from './principal.ts';
import { isRefused, type Refused } from './problem.ts';
import { unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { endBecauseGone, narrow, withdraw } from './standing.ts';
import { normalRoles, type Ask } from './terms.ts';
import type { Instant } from './time.ts';

/** What a subscription asks for. */
export interface Subscribed {
  readonly purpose: string;
  readonly purposeGenerated: boolean;
  readonly scopes: readonly string[];
  readonly until: Instant | null;
}

/** What is compared to see whether a subscription asks for something else than before. */
export function subscribedText({ purpose, purposeGenerated, scopes, until }: Subscribed): string {
  return JSON.stringify([normalRoles(scopes), until, purposeGenerated ? null : purpose.trim()]);
}

/**
 * @param before what the same subscription asked for the last time; null: nothing yet, or of something that is gone.
 */
export function subscribe(
  s: Situation,
  wanted: Subscribed,
  before: Subscribed | null,
  act: Act,
  mint: Mint,
): Outcome | Refused {
  const wish = wishOf(wanted);
  return before !== null && isLess(s, wanted, before, act.now)
    ? keepLess(s, wanted, act)
    : ask(s, wish, act, mint);
}

/** Whatever more is asked meanwhile is wanted no more. */
function keepLess(s: Situation, { scopes, until }: Subscribed, { now, channel }: Act): Outcome | Refused {
  const back: Act = { by: system, now, channel };
  const withdrawn = openRequest(s.access, now) ? withdraw(s, null, back) : unchanged(s.access);
  if (isRefused(withdrawn)) return withdrawn;
  const less = narrow({ ...s, access: withdrawn.access }, { until, roles: normalRoles(scopes) }, null, back);
  return isRefused(less) ? less : { ...less, facts: [...withdrawn.facts, ...less.facts] };
}

/** The subscription is in the file no more, or what it wants is not for it any more. */
export function unsubscribe(s: Situation, reason: 'unsubscribed' | 'unmatched', act: Act): Outcome {
  return endBecauseGone(s, reason, act.now);
}

export function wishOf({ purpose, purposeGenerated, scopes, until }: Subscribed): Ask {
  return { purpose, purposeGenerated, roles: normalRoles(scopes), from: null, until, duration: null };
}

/** Fewer scopes or an earlier end than what runs, and nothing else: that needs nobody. */
function isLess(s: Situation, wanted: Subscribed, before: Subscribed, now: Instant): boolean {
  const standing = standingAt(s.access, now);
  if (standing !== 'Granted' && standing !== 'Suspended') return false;
  const shown = shownTerms(s.access, now);
  const samePurpose = wanted.purposeGenerated || wanted.purpose.trim() === before.purpose.trim();
  const scopes = normalRoles(wanted.scopes);
  const fewer =
    (scopes.length > 0 || shown.roles.length === 0) && scopes.every((scope) => shown.roles.includes(scope));
  const earlier =
    wanted.until === null ? before.until === null : shown.until === null || wanted.until <= shown.until;
  return samePurpose && fewer && earlier;
}
