// Asking: the first request on an access, a change, a renewal. What asks for less than is granted needs nobody and
// acts at once; what asks for more becomes a request, and the old grant stands until it is decided (design 3.3, rule 6).
// Whether the system grants it straight away is the policy's first answer (policy.ts).
import { openRequest, standingAt, type Access } from './access.ts';
import { isOnConsumerSide, maySpeakFor } from './consumer.ts';
import { checkAccepted, type FiledUnder } from './contract-terms.ts';
import { decide } from './decide.ts';
import { circumstances, isOwnerSide } from './deciders.ts';
import { fact, type Fact } from './fact.ts';
import { grantRequest, systemAllow } from './granting.ts';
import { liveGrant } from './grant.ts';
import type { Mint, RequestId } from './ids.ts';
import { isOpen } from './machine.ts';
import { firstAnswer, type AutoReason } from './policy.ts';
import { actorOf, mayWrite, type Actor } from './principal.ts';
import { isRefused, type Refused } from './problem.ts';
import { requestStateAt, type Request } from './request.ts';
import { consumerRoster, gone, unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { askText, checkAsk, normalAsk, sameRoles, type Ask, type Wish } from './terms.ts';

/**
 * Files a request for the consumer's side. The same ask as the one that waits, or as what is granted, changes nothing;
 * a different one replaces the request that waits.
 */
export function ask(s: Situation, said: Wish, act: Act, mint: Mint): Outcome | Refused {
  const wish = normalAsk(said);
  const no = mayAsk(s, act) ?? gone(s) ?? checkWish(s, said, wish, act);
  if (no) return no;
  return isAskedAlready(s.access, wish, act, mint) || isGrantedAlready(s.access, wish, act, mint)
    ? unchanged(s.access)
    : askAnew(s, filedUnder(s, said), wish, act, mint);
}

/**
 * Asks for a renewal. The same words as those that are granted already mean more time here, because the new period
 * counts from the new decision.
 */
export function askAgain(s: Situation, said: Wish, act: Act, mint: Mint): Outcome | Refused {
  const wish = normalAsk(said);
  const no = mayAsk(s, act) ?? gone(s) ?? checkWish(s, said, wish, act);
  if (no) return no;
  return isAskedAlready(s.access, wish, act, mint)
    ? unchanged(s.access)
    : askAnew(s, filedUnder(s, said), wish, act, mint);
}

/**
 * A PUT that creates an access and says it is approved. From the owner side that is a direct grant: nobody asked, and
 * the principal's own allow is recorded, which counts like any other, so FourEyes still needs a second person and
 * External the external system. From anybody else the claim is worth nothing and it is a request (design 3.3, rule 10).
 */
export function askClaimingApproval(s: Situation, said: Wish, act: Act, mint: Mint): Outcome | Refused {
  if (s.access.version !== 0 || !mayGrantDirectly(s, act)) return ask(s, said, act, mint);
  const wish = normalAsk(said);
  const no = mayWrite(act.by) ?? gone(s) ?? checkWish(s, said, wish, act);
  if (no) return no;
  const filed = file(s, wish, null, act, mint, filedUnder(s, said));
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

function checkWish(s: Situation, said: Wish, wish: Ask, act: Act): Refused | undefined {
  return (
    checkAsk(wish, s.resource, s.policy, act.now) ??
    checkAccepted(said.acceptedTerms, s.contractTerms ?? null)
  );
}

/** The terms that hold now, with whether the asker named them. */
function filedUnder({ contractTerms: hash }: Situation, { acceptedTerms }: Wish): FiledUnder | null {
  return hash ? { hash, accepted: acceptedTerms === hash } : null;
}

function askAnew(s: Situation, terms: FiledUnder | null, wish: Ask, act: Act, mint: Mint): Outcome | Refused {
  const asker = actorOf(act.by);
  const filed = file(s, wish, asker, act, mint, terms);
  const { auto } = firstAnswer(circumstances(s, asker));
  return auto ? grantAtOnce({ ...s, access: filed.access }, filed, auto, act, mint) : filed;
}

/** The ask equals the one that waits, or the one that was refused. */
function isAskedAlready(access: Access, wish: Ask, act: Act, mint: Mint): boolean {
  return (
    isLastAsk(access, wish, mint) &&
    (openRequest(access, act.now) !== null || access.request?.state === 'Rejected')
  );
}

/** The ask equals the one whose grant stands. */
function isGrantedAlready(access: Access, wish: Ask, act: Act, mint: Mint): boolean {
  const standing = standingAt(access, act.now);
  return (
    isLastAsk(access, wish, mint) &&
    access.request?.state === 'Granted' &&
    (standing === 'Granted' || standing === 'Suspended')
  );
}

function isLastAsk({ request, deletedAt }: Access, wish: Ask, mint: Mint): boolean {
  return deletedAt === null && request?.fingerprint === mint.fingerprint(askText(wish));
}

/** The owner side, with no foot on the consumer's. After a refusal only a person begins again, whatever a key may. */
function mayGrantDirectly(s: Situation, act: Act): boolean {
  const isConsumerSide =
    isOnConsumerSide(s.consumer, actorOf(act.by).person, consumerRoster(s)) ||
    (act.by.type === 'team-key' && act.by.team === s.consumer.team);
  return isOwnerSide(s, act.by) && !isConsumerSide && (s.bound.length === 0 || act.by.type === 'person');
}

function file(
  s: Situation,
  wish: Ask,
  asker: Actor | null,
  act: Act,
  mint: Mint,
  contractTerms: FiledUnder | null,
): Outcome {
  const request: Request = { ...newRequest(s, wish, asker, act, mint), contractTerms };
  const closed = supersede(s.access, request, act);
  const access: Access = { ...s.access, request, deletedAt: null };
  const facts = [...(closed ? [closed.fact] : []), filedFact(s, access, request, act)];
  return { access, closed: closed?.request ?? null, facts, refusal: null };
}

/** Closes the request that waits; one whose time is over is told as what it is, although no sweeper has come by yet. */
function supersede({ request: old, ...access }: Access, by: Request, act: Act) {
  if (!old || !isOpen(old.state)) return null;
  const state = requestStateAt(old, act.now) === 'Expired' ? 'Expired' : 'Withdrawn';
  const request: Request = { ...old, state, closedAt: act.now };
  const before: Access = { ...access, request: old };
  const after: Access = { ...access, request };
  return {
    request,
    fact:
      state === 'Expired'
        ? fact('request.expired', before, after, act.now, { request: old.id, deadline: old.deadline })
        : fact('request.withdrawn', before, after, act.now, { request: old.id, supersededBy: by.id }),
  };
}

/** A request as it is filed now, by its asker for the consumer or, with none, by the owner side. */
export function newRequest(s: Situation, wish: Ask, asker: Actor | null, act: Act, mint: Mint): Request {
  const { auto, strategy, becauseOf } = firstAnswer(circumstances(s, asker));
  const granted = liveGrant(s.access.grants, act.now);
  return {
    id: mint.id() as RequestId,
    number: (s.access.request?.number ?? 0) + 1,
    nature:
      s.access.standing === 'None'
        ? 'first'
        : granted && !sameRoles(granted.roles, wish.roles)
          ? 'change'
          : 'renewal',
    state: 'Pending',
    strategy: auto && asker ? 'Auto' : strategy,
    becauseOf,
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
    ...(request.contractTerms && { contractTerms: request.contractTerms }),
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
