// Grants: the standing permission that a granted request gives. One access has a row of grants that never overlap: a
// new one cuts the old one off at the instant where it begins itself, so a renewal leaves no gap and a change of roles
// takes the dropped ones away (design 3.3, rules 6 and 7). Whether a grant is live is judged when somebody looks,
// `from ≤ now < until`, whatever any timer did (rule 8).
import type { GrantId, RequestId } from './ids.ts';
import type { Actor } from './principal.ts';
import type { Period } from './terms.ts';
import type { Instant } from './time.ts';

export interface Grant extends Period {
  readonly id: GrantId;
  /** The request that gave it; null for an agreement that was imported. */
  readonly request: RequestId | null;
  readonly roles: readonly string[];
  /** Who asked for it; null for a direct grant. They take no part in lifting a suspension of it. */
  readonly asker: Actor | null;
}

export function isLive(grant: Period, now: Instant): boolean {
  return grant.from <= now && (grant.until === null || now < grant.until);
}

/** Whether nothing of it is left: it has ended, or was ended before it began and never runs at all. */
export function isOver(grant: Grant, now: Instant): boolean {
  return grant.until !== null && (grant.until <= now || grant.until <= grant.from);
}

/** The grant that is live now, if any: grants of one access never overlap. */
export function liveGrant(grants: readonly Grant[], now: Instant): Grant | null {
  return grants.find((grant) => isLive(grant, now)) ?? null;
}

/** The grant to show: the live one, else the next one to come, else the last one that was. */
export function shownGrant(grants: readonly Grant[], now: Instant): Grant | null {
  const byStart = [...grants].sort((one, other) => one.from - other.from);
  return liveGrant(byStart, now) ?? byStart.find((grant) => !isOver(grant, now)) ?? lastOf(byStart) ?? null;
}

/** Adds a grant: what would run beside it ends where it begins. */
export function succeed(grants: readonly Grant[], next: Grant): Grant[] {
  return [...endAll(grants, next.from), next];
}

/** The last one that ran; where none ever did, the last one that was to run. */
function lastOf(byStart: readonly Grant[]): Grant | undefined {
  return byStart.findLast((grant) => grant.until !== grant.from) ?? byStart.at(-1);
}

/** Ends every grant at an instant at the latest. One that has not begun by then keeps its start and gets no length. */
export function endAll(grants: readonly Grant[], at: Instant): Grant[] {
  return grants.map((grant) => (isOver(grant, at) ? grant : { ...grant, until: Math.max(at, grant.from) }));
}
