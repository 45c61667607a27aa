// Asking: the first request on an access, a change, a renewal. What asks for less than is granted needs nobody and
// acts at once; what asks for more becomes a request, and the old grant stands until it is decided (design 3.3, rule 6).
// Whether the system grants it straight away is the policy's first answer (policy.ts).
import { effectiveGrant, openRequest, standingAt, type Access } from './access.ts';
import { isOnConsumerSide, maySpeakFor } from './consumer.ts';
import { decide } from './decide.ts';
import { circumstances, isOwnerSide } from './deciders.ts';
import { fact, type Fact } from './fact.ts';
import { grantRequest, systemAllow } from './granting.ts';
import type { Mint, RequestId } from './ids.ts';
import { firstAnswer, type AutoReason } from './policy.ts';
import { actorOf, mayWrite, type Actor } from './principal.ts';
import { isRefused, refused, type Refused } from './problem.ts';
import type { Request } from './request.ts';
import { consumerRoster, unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { askText, checkAsk, type Ask } from './terms.ts';

/**
 * Files a request for the consumer's side. The same ask as the one that waits, or as what is granted, changes nothing;
 * a different one replaces the request that waits.
 */
export function ask(s: Situation, wish: Ask, act: Act, mint: Mint): Outcome | Refused {
  const no = mayAsk(s, act) ?? gone(s) ?? checkAsk(wish, s.resource, s.policy, act.now);
  if (no) return no;
  if (isAskedAlready(s.access, wish, act, mint)) return unchanged(s.access);
  const asker = actorOf(act.by);
  const filed = file(s, wish, asker, act, mint);
  const answer = firstAnswer(circumstances(s, asker));
  return 'auto' in answer
    ? grantAtOnce({ ...s, access: filed.access }, filed, answer.auto, act, mint)
    : filed;
}

/**
 * A PUT that creates an access and says it is approved. From the owner side that is a direct grant: nobody asked, and
 * the principal's own allow is recorded, which counts like any other, so FourEyes still needs a second person and
 * External the external system. From anybody else the claim is worth nothing and it is a request (design 3.3, rule 10).
 */
export function askClaimingApproval(s: Situation, wish: Ask, act: Act, mint: Mint): Outcome | Refused {
  if (s.access.version !== 0 || !mayGrantDirectly(s, act)) return ask(s, wish, act, mint);
  const no = mayWrite(act.by) ?? gone(s) ?? checkAsk(wish, s.resource, s.policy, act.now);
  if (no) return no;
  const filed = file(s, wish, null, act, mint);
  const allowed = decide(
    { ...s, access: filed.access },
    { verdict: 'allow', comment: null, terms: null, seen: null, facts: {} },
    act,
    mint,
  );
  return isRefused(allowed) ? filed : { ...allowed, facts: [...filed.facts, ...allowed.facts] };
}

/** Refuses whoever may not ask for this consumer. */
export function mayAsk(s: Situation, act: Act): Refused | undefined {
  return mayWrite(act.by) ?? maySpeakFor(s.consumer, act.by, consumerRoster(s));
}

function gone(s: Situation): Refused | undefined {
  return s.resource.gone ? refused('resource_not_found') : undefined;
}

/** The ask equals the one that waits, the one that was refused, or what is granted already. */
function isAskedAlready(access: Access, wish: Ask, act: Act, mint: Mint): boolean {
  const { request } = access;
  if (access.deletedAt !== null || !request) return false;
  const same = request.fingerprint === mint.fingerprint(askText(wish));
  const waitsOrRefused = openRequest(access, act.now) !== null || request.state === 'Rejected';
  const granted =
    request.state === 'Granted' &&
    standingAt(access, act.now) !== 'Expired' &&
    standingAt(access, act.now) !== 'Revoked';
  return same && (waitsOrRefused || granted);
}

/** The owner side, with no foot on the consumer's. After a refusal only a person begins again, whatever a key may. */
function mayGrantDirectly(s: Situation, act: Act): boolean {
  const isConsumerSide =
    isOnConsumerSide(s.consumer, actorOf(act.by).person, consumerRoster(s)) ||
    (act.by.type === 'team-key' && act.by.team === s.consumer.team);
  return isOwnerSide(s, act.by) && !isConsumerSide && (s.bound.length === 0 || act.by.type === 'person');
}

function file(s: Situation, wish: Ask, asker: Actor | null, act: Act, mint: Mint): Outcome {
  const request = newRequest(s, wish, asker, act, mint);
  const open = openRequest(s.access, act.now);
  const closed: Request | null = open && { ...open, state: 'Withdrawn', closedAt: act.now };
  const access: Access = { ...s.access, request, deletedAt: null, remindedAt: null };
  const facts = [
    ...(closed
      ? [
          fact('request.withdrawn', s.access, { ...s.access, request: closed }, act.now, {
            request: closed.id,
            supersededBy: request.id,
          }),
        ]
      : []),
    filedFact(s, access, request, act),
  ];
  return { access, closed, facts, refusal: null };
}

function newRequest(s: Situation, wish: Ask, asker: Actor | null, act: Act, mint: Mint): Request {
  const answer = firstAnswer(circumstances(s, asker));
  const granted = effectiveGrant(s.access, act.now);
  const sameRoles = granted && JSON.stringify(granted.roles) === JSON.stringify(wish.roles);
  return {
    id: mint.id() as RequestId,
    number: (s.access.request?.number ?? 0) + 1,
    nature: s.access.standing === 'None' ? 'first' : granted && !sameRoles ? 'change' : 'renewal',
    state: 'Pending',
    strategy: 'auto' in answer ? (asker ? 'Auto' : 'Simple') : answer.strategy,
    becauseOf: 'auto' in answer ? null : answer.becauseOf,
    external: s.policy.strategy === 'External' ? (s.policy.external?.key ?? null) : null,
    ask: wish,
    fingerprint: mint.fingerprint(askText(wish)),
    asker,
    askedAt: act.now,
    deadline: act.now + s.policy.deadline,
    decisions: [],
    closedAt: null,
  };
}

function filedFact(s: Situation, access: Access, request: Request, act: Act): Fact {
  const data = {
    request: request.id,
    nature: request.nature,
    strategy: request.strategy,
    roles: request.ask.roles,
    from: request.ask.from,
    until: request.ask.until,
    duration: request.ask.duration,
    deadline: request.deadline,
  };
  return fact('request.filed', s.access.version === 0 ? null : s.access, access, act.now, data, {
    purpose: request.ask.purpose,
  });
}

/** The system's own yes, for the three cases of the row Auto. */
function grantAtOnce(
  s: Situation,
  filed: Outcome,
  reason: AutoReason,
  act: Act,
  mint: Mint,
): Outcome | Refused {
  const granted = grantRequest(
    s,
    filed.access.request!,
    systemAllow(filed.access.request!, reason, act.now, mint),
    act.now,
    mint,
  );
  return isRefused(granted)
    ? granted
    : { ...granted, closed: filed.closed, facts: [...filed.facts, ...granted.facts] };
}
