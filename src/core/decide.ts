// Deciding a request: one verdict by one principal. Who may is in deciders.ts, where it leads is in machine.ts; here
// the two meet, and FourEyes is counted. Repeating one's own verdict changes nothing; coming after somebody else's is
// a conflict that names the state as it is (design 3.3, rules 2 and 3).
import type { Access } from './access.ts';
import { sideOf } from './consumer.ts';
import { hasPart, mayDecide, peopleWhoMayDecide, strategyFor } from './deciders.ts';
import { fact } from './fact.ts';
import { decisionData, decisionTexts, grantRequest } from './granting.ts';
import type { DecisionId, Mint } from './ids.ts';
import { isOpen, nextRequestState, type RequestState } from './machine.ts';
import type { SignInDemand } from './policy.ts';
import { actorOf, mayWrite, sameActor } from './principal.ts';
import { isRefused, refused, type Refused } from './problem.ts';
import { eyes, requestStateAt, voidAllows, type Decision, type Request, type Verdict } from './request.ts';
import { gone, unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { asAsked, checkTerms, normalTerms, periodAt, sameTerms, type Terms } from './terms.ts';

export interface Vote {
  readonly verdict: Verdict;
  readonly comment: string | null;
  /** Narrower terms for an allow; null = as the first allow under FourEyes, else as asked. */
  readonly terms: Terms | null;
  /** Fingerprint of the ask that the decider was shown; null when the surface cannot say (existing REST clients). */
  readonly seen: string | null;
  /** Facts about the decision from an external system. `approver` and the like must not name an asker. */
  readonly facts: Readonly<Record<string, string>>;
  /** People whom those facts name, as far as they are known here. */
  readonly named?: readonly string[];
}

/**
 * Judges one verdict on the latest request of an access.
 *
 * @returns the outcome, which is empty when the same principal had said the same before.
 */
export function decide(s: Situation, said: Vote, act: Act, mint: Mint): Outcome | Refused {
  const { request } = s.access;
  if (!request) return refused('no_request');
  const terms = said.verdict === 'allow' ? said.terms && normalTerms(said.terms, request.ask) : null;
  const vote: Vote = { ...said, terms };
  if (isRepeated(s, request, vote, act)) return mayWrite(act.by) ?? unchanged(s.access);
  const no =
    mayDecideNow(s, request, vote.verdict, act) ??
    namesAnAsker(s, request, vote) ??
    (vote.seen !== null && vote.seen !== request.fingerprint ? refused('changed_meanwhile') : undefined);
  if (no) return no;
  return vote.verdict === 'deny' ? deny(s, request, vote, act, mint) : allow(s, request, vote, act, mint);
}

/** Refuses whoever may not give this verdict on this access now: for a click, and for the list of available actions. */
export function mayDecideNow(
  s: Situation,
  request: Request,
  verdict: Verdict,
  act: Act,
): Refused | undefined {
  const state = requestStateAt(request, act.now);
  const strategy = strategyFor(s, request);
  // A key has no browser; only an external system, which has its own surface, is let through.
  const isElsewhere = s.policy.inBrowser && act.channel !== 'web' && strategy !== 'External';
  return (
    mayWrite(act.by) ??
    (isElsewhere ? refused('in_the_browser') : undefined) ??
    mayDecide(s, request, act.by, verdict) ??
    (nextRequestState(strategy, verdict, state) ? undefined : closed(state)) ??
    (strategy === 'External' ? undefined : signInFault(s.policy.signIn, act)) ??
    (verdict === 'allow' ? nothingToGrant(s, request, act) : undefined)
  );
}

/**
 * Refuses a sign-in that is not what the policy demands. A key has none, so it is told to come with a person; somebody
 * who is signed in is told what would do. A provider that does not say when it saw the person has said "long ago".
 */
function signInFault(demand: SignInDemand | null, { by, now }: Act): Refused | undefined {
  if (!demand) return undefined;
  if (by.type !== 'person' || !by.signedIn) return refused('session_demanded');
  const { acr, at } = by.signedIn;
  const isStrong = demand.acr === null || (acr !== null && demand.acr.includes(acr));
  const isFresh = demand.maxAge === null || (at !== null && now - at <= demand.maxAge);
  return isStrong && isFresh ? undefined : { ...refused('step_up_needed'), stepUp: demand };
}

/** Takes one's own first allow back: SemiGranted → Pending. */
export function retract(s: Situation, comment: string | null, act: Act): Outcome | Refused {
  const no = mayRetract(s, act);
  if (no) return no;
  const me = actorOf(act.by);
  return withoutAllows(
    s,
    s.access.request!,
    (decision) => sameActor(decision.by, me),
    act,
    { by: 'giver' },
    comment,
  );
}

export function mayRetract(s: Situation, act: Act): Refused | undefined {
  const { request } = s.access;
  const me = actorOf(act.by);
  const mine = request?.decisions.some(
    (decision) => decision.verdict === 'allow' && decision.voidSince === null && sameActor(decision.by, me),
  );
  return (
    mayWrite(act.by) ??
    (request && requestStateAt(request, act.now) === 'SemiGranted' && mine
      ? undefined
      : refused('no_allow_of_yours'))
  );
}

/** Nobody allows what can no longer be given: to or from what is gone, or for a time that is over. */
function nothingToGrant(s: Situation, request: Request, act: Act): Refused | undefined {
  if (s.access.deletedAt !== null)
    return refused('access_not_found', { en: 'The access was deleted.', de: 'Der Zugang wurde gelöscht.' });
  const period = periodAt(request.ask, asAsked, s.policy, act.now);
  return gone(s) ?? (isRefused(period) ? period : undefined);
}

/** Voids first allows whose givers may no longer approve; the system does this when people or teams change. */
export function voidLostEyes(s: Situation, act: Act): Outcome {
  const { request } = s.access;
  if (!request || requestStateAt(request, act.now) !== 'SemiGranted') return unchanged(s.access);
  const may = peopleWhoMayDecide(s, request);
  if (eyes(request, (person) => may.includes(person)).length > 0) return unchanged(s.access);
  return withoutAllows(s, request, () => true, act, { by: 'system' }, null);
}

function withoutAllows(
  s: Situation,
  request: Request,
  which: (decision: Decision) => boolean,
  act: Act,
  data: Record<string, unknown>,
  comment: string | null,
): Outcome {
  const access: Access = {
    ...s.access,
    request: { ...voidAllows(request, act.now, which), state: 'Pending' },
  };
  return {
    access,
    closed: null,
    facts: [
      fact('request.allow_void', s.access, access, act.now, { request: request.id, ...data }, { comment }),
    ],
    refusal: null,
  };
}

function deny(s: Situation, request: Request, vote: Vote, act: Act, mint: Mint): Outcome {
  const decision = newDecision(request, vote, 'Rejected', act, mint);
  const denied: Request = { ...voidAllows(request, act.now), state: 'Rejected', closedAt: act.now };
  const access: Access = { ...s.access, request: { ...denied, decisions: [...denied.decisions, decision] } };
  const facts = [
    fact(
      'request.rejected',
      s.access,
      access,
      act.now,
      { request: request.id, decision: decisionData(decision) },
      decisionTexts(decision),
    ),
  ];
  return { access, closed: null, facts, refusal: { side: sideOf(s.consumer), binds: true } };
}

function allow(s: Situation, request: Request, vote: Vote, act: Act, mint: Mint): Outcome | Refused {
  const first = firstEye(s, request, act);
  const terms = vote.terms ?? first?.terms ?? asAsked;
  const no = checkTerms(terms, request.ask, s.policy, act.now);
  if (no && first && !vote.terms)
    return refused(
      no.refused,
      {
        en: 'The first allow cannot be completed as it stands: say terms.',
        de: 'Die erste Zusage lässt sich so nicht vollenden: nennen Sie terms.',
      },
      'terms',
    );
  if (no) return no;
  // An allow by the same person, or on other terms, is a new first allow; the one before it no longer counts.
  const completes =
    first !== undefined && !sameActor(first.by, actorOf(act.by)) && sameTerms(first.terms, terms);
  const state = requestStateAt(request, act.now);
  const to = nextRequestState(strategyFor(s, request), completes ? 'second-allow' : 'allow', state);
  if (!to) return closed(state);
  const decision = newDecision(request, { ...vote, terms }, to, act, mint);
  return to === 'Granted'
    ? grantRequest(s, completes ? request : voidAllows(request, act.now), decision, act.now, mint)
    : halfGrant(s, voidAllows(request, act.now), decision, act);
}

function firstEye(s: Situation, request: Request, act: Act): Decision | undefined {
  if (strategyFor(s, request) !== 'FourEyes' || requestStateAt(request, act.now) !== 'SemiGranted')
    return undefined;
  const may = peopleWhoMayDecide(s, request);
  return eyes(request, (person) => may.includes(person))[0];
}

function halfGrant(s: Situation, request: Request, decision: Decision, act: Act): Outcome {
  const access: Access = {
    ...s.access,
    request: {
      ...request,
      state: 'SemiGranted',
      closedAt: null,
      // A refusal that is reconsidered after its deadline gets a new one, or the second person had no time at all.
      deadline: isOpen(request.state) ? request.deadline : act.now + s.policy.deadline,
      decisions: [...request.decisions, decision],
    },
  };
  const facts = [
    fact(
      'request.semi_granted',
      s.access,
      access,
      act.now,
      { request: request.id, decision: decisionData(decision) },
      decisionTexts(decision),
    ),
  ];
  return { access, closed: null, facts, refusal: null };
}

function newDecision(request: Request, vote: Vote, to: RequestState, act: Act, mint: Mint): Decision {
  return {
    id: mint.id() as DecisionId,
    verdict: vote.verdict,
    by: actorOf(act.by),
    at: act.now,
    channel: act.channel,
    comment: vote.comment,
    terms: vote.terms ?? asAsked,
    seen: request.fingerprint,
    to,
    voidSince: null,
    facts: vote.facts,
  };
}

/** The principal's last word on this request was the same, and it still stands. */
function isRepeated(
  s: Situation,
  request: Request,
  vote: Pick<Vote, 'verdict' | 'terms'>,
  act: Act,
): boolean {
  const mine = request.decisions.findLast((decision) => sameActor(decision.by, actorOf(act.by)));
  if (!mine || mine.verdict !== vote.verdict || mine.voidSince !== null) return false;
  return stands(s, request, vote.verdict, act) && (vote.terms === null || sameTerms(vote.terms, mine.terms));
}

/** The principal's allow counts, and only somebody else's is missing. */
export function waitsForAnother(s: Situation, request: Request, act: Act): boolean {
  const again = { verdict: 'allow', terms: null } as const;
  return requestStateAt(request, act.now) === 'SemiGranted' && isRepeated(s, request, again, act);
}

/** A first allow stands as long as two are needed; where one is enough by now, repeating it completes the request. */
function stands(s: Situation, request: Request, verdict: Verdict, act: Act): boolean {
  const state = requestStateAt(request, act.now);
  if (verdict === 'deny') return state === 'Rejected';
  return state === 'Granted' || (state === 'SemiGranted' && strategyFor(s, request) === 'FourEyes');
}

function closed(state: RequestState): Refused {
  if (state === 'Expired') return refused('request_expired');
  return refused(isOpen(state) ? 'wrong_state' : 'request_closed', {
    en: `The request is ${state}.`,
    de: `Die Anfrage ist ${inGerman[state]}.`,
  });
}

/** An external system relays somebody's verdict; it is refused when that somebody asked (design 3.4, External). */
function namesAnAsker(s: Situation, request: Request, vote: Vote): Refused | undefined {
  const asks = (person: string) =>
    hasPart(s.consumer, request.asker, {
      type: 'person',
      id: person as never,
      administrator: false,
      auditor: false,
      readOnly: false,
    });
  return vote.named?.some((person) => asks(person)) ? refused('names_the_asker') : undefined;
}

const inGerman: Record<RequestState, string> = {
  Pending: 'offen',
  SemiGranted: 'halb zugesagt',
  Granted: 'gewährt',
  Rejected: 'abgelehnt',
  Withdrawn: 'zurückgezogen',
  Expired: 'abgelaufen',
};
