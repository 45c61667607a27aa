// A request: one ask on an access, with the decisions taken on it. It carries the approval state until it is decided.
// What counts as an eye under FourEyes is computed here from the decisions: an allow of this round by a person who may
// still decide, of the request as it stands. Nothing else is an eye (design 3.3, rule 2).
import type { FiledUnder } from './contract-terms.ts';
import type { DecisionId, KeyId, PersonId, RequestId } from './ids.ts';
import { isOpen, type RequestState } from './machine.ts';
import type { DecidingStrategy, PersonReason, Strategy } from './policy.ts';
import type { Actor, Channel } from './principal.ts';
import type { Ask, Terms } from './terms.ts';
import type { Instant } from './time.ts';

export type Verdict = 'allow' | 'deny';

export interface Decision {
  readonly id: DecisionId;
  readonly verdict: Verdict;
  readonly by: Actor;
  readonly at: Instant;
  readonly channel: Channel;
  readonly comment: string | null;
  readonly terms: Terms;
  /** Fingerprint of what was asked when this was decided. */
  readonly seen: string;
  readonly to: RequestState;
  /** Set when the allow no longer counts: taken back, overtaken by other terms, or its giver may no longer decide. */
  readonly voidSince: Instant | null;
  /** Free facts from an external system: ticket, approver, link. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface Request {
  readonly id: RequestId;
  /** 1 for the first request on its access, then counting. */
  readonly number: number;
  readonly nature: 'first' | 'change' | 'renewal';
  readonly state: RequestState;
  /** The strategy when it was asked. `Auto` only when the system granted it at once. */
  readonly strategy: Strategy;
  /** Why a person decides although the policy says Auto. */
  readonly becauseOf: PersonReason | null;
  /** The credential that the policy named when it was asked under External. */
  readonly external: KeyId | null;
  readonly ask: Ask;
  /** Fingerprint of the ask. */
  readonly fingerprint: string;
  /** Who filed it for the consumer's side; null for a direct grant by the owner side. */
  readonly asker: Actor | null;
  /** The terms of the contract that held when it was filed; absent or null where there were none. */
  readonly contractTerms?: FiledUnder | null;
  readonly askedAt: Instant;
  readonly deadline: Instant;
  readonly decisions: readonly Decision[];
  readonly closedAt: Instant | null;
}

/** The state as it is now: a request whose deadline or asked end has passed is Expired, even before a sweeper says so. */
export function requestStateAt(request: Request, now: Instant): RequestState {
  const over = request.deadline <= now || (request.ask.until !== null && request.ask.until <= now);
  return isOpen(request.state) && over ? 'Expired' : request.state;
}

/** The strategy that counts for deciding; a request that was granted at once and is looked at again is decided by a person. */
export function decidingStrategyOf(request: Request): DecidingStrategy {
  return request.strategy === 'Auto' ? 'Simple' : request.strategy;
}

/** The allows that count: not void, by people who may decide now, of the request as it stands. */
export function eyes(request: Request, mayDecide: (person: PersonId) => boolean): Decision[] {
  return request.decisions.filter(
    (decision) =>
      decision.verdict === 'allow' &&
      decision.voidSince === null &&
      decision.by.type === 'person' &&
      decision.by.person !== null &&
      decision.seen === request.fingerprint &&
      mayDecide(decision.by.person),
  );
}

/** The request with every allow so far made void: a new round begins. */
export function voidAllows(
  request: Request,
  now: Instant,
  which: (decision: Decision) => boolean = () => true,
): Request {
  const decisions = request.decisions.map((decision) =>
    decision.verdict === 'allow' && decision.voidSince === null && which(decision)
      ? { ...decision, voidSince: now }
      : decision,
  );
  return { ...request, decisions };
}
