// What happens when the last allow that was needed has come: the request is Granted, a grant begins that succeeds the
// ones before it, and the standing follows its table. While an access is suspended the new terms wait for resume.
import { standingAt, type Access } from './access.ts';
import { sideOf } from './consumer.ts';
import { strategyFor } from './deciders.ts';
import { fact } from './fact.ts';
import { isLive, isOver, succeed, type Grant } from './grant.ts';
import type { DecisionId, GrantId, Mint } from './ids.ts';
import { nextStanding, type Standing } from './machine.ts';
import type { AutoReason } from './policy.ts';
import { refused, type Refused } from './problem.ts';
import type { Decision, Request } from './request.ts';
import type { Outcome, Situation } from './situation.ts';
import { asAsked, periodAt } from './terms.ts';
import type { Instant } from './time.ts';

/**
 * Grants a request by its deciding allow.
 *
 * @param decision the allow that completes it, already judged; its terms count.
 * @returns the outcome, or a refusal when the period asked for leaves nothing to grant.
 */
export function grantRequest(
  s: Situation,
  request: Request,
  decision: Decision,
  now: Instant,
  mint: Mint,
): Outcome | Refused {
  const standing = nextStanding('grant', standingAt(s.access, now));
  if (!standing) return refused('wrong_state');
  const period = periodAt(request.ask, decision.terms, s.policy, now);
  if ('refused' in period) return period;
  const grant: Grant = {
    id: mint.id() as GrantId,
    request: request.id,
    ...period,
    roles: decision.terms.roles ?? request.ask.roles,
    asker: request.asker,
  };
  const access = withGrant(
    s.access,
    { ...request, state: 'Granted', closedAt: now, decisions: [...request.decisions, decision] },
    grant,
    standing,
    now,
  );
  return {
    access,
    closed: null,
    facts: factsOf(s.access, access, grant, decision, now),
    refusal: liftedBy(s, request, decision, standing),
  };
}

/** The system's own allow, for the row Auto of the table and for nothing else. */
export function systemAllow(request: Request, reason: AutoReason, now: Instant, mint: Mint): Decision {
  return {
    id: mint.id() as DecisionId,
    verdict: 'allow',
    by: { type: 'system', id: 'system', person: null },
    at: now,
    channel: 'system',
    comment: null,
    terms: asAsked,
    seen: request.fingerprint,
    to: 'Granted',
    voidSince: null,
    facts: { reason },
  };
}

function withGrant(before: Access, request: Request, grant: Grant, standing: Standing, now: Instant): Access {
  const running = before.grants.filter((earlier) => !isOver(earlier, now));
  const begins = standing === 'Granted' && isLive(grant, now);
  return {
    ...before,
    request,
    standing,
    grants: succeed(running, grant),
    announced: begins ? grant.id : before.announced,
    deletedAt: null,
  };
}

function factsOf(before: Access, access: Access, grant: Grant, decision: Decision, now: Instant) {
  const given = {
    request: grant.request,
    grant: grant.id,
    roles: grant.roles,
    from: grant.from,
    until: grant.until,
  };
  const granted = fact(
    'request.granted',
    before,
    access,
    now,
    { ...given, decision: decisionData(decision) },
    decisionTexts(decision),
  );
  return access.announced === grant.id
    ? [granted, fact('access.activated', before, access, now, given)]
    : [granted];
}

/**
 * What the log keeps of a decision. What its giver saw stays beside the log, because a fingerprint of the ask would let
 * anybody guess a short purpose that was erased.
 */
export function decisionData(decision: Decision): Record<string, unknown> {
  const { id, verdict, by, channel, terms, to } = decision;
  return { id, verdict, by, channel, terms, to };
}

/** What people wrote with a decision: kept apart from the log, because it may have to be erased. */
export function decisionTexts(decision: Decision): Record<string, string | null> {
  return {
    comment: decision.comment,
    facts: Object.keys(decision.facts).length > 0 ? JSON.stringify(decision.facts) : null,
  };
}

/**
 * A person's grant, or one that an external system relays, frees the side that an earlier refusal bound (design 3.3,
 * rule 5). A key's does not, and neither does one that waits behind a suspension, which it was not asked to lift.
 */
function liftedBy(
  s: Situation,
  request: Request,
  decision: Decision,
  standing: Standing,
): Outcome['refusal'] {
  const side = sideOf(s.consumer);
  const byPerson = decision.by.type === 'person' || strategyFor(s, request) === 'External';
  return s.bound.includes(side) && standing === 'Granted' && decision.by.type !== 'system' && byPerson
    ? { side, binds: false }
    : null;
}
