// Who may decide. One place answers it for every surface, at the moment of the decision (design 3.3, rules 1, 2, 9 and
// 3.4): a person of the owner side who has no part in the request; the owner team's key or an organization key where
// one yes is enough; under External only the credential that the policy names.
import { isOnConsumerSide, type Consumer } from './consumer.ts';
import type { KeyId, PersonId } from './ids.ts';
import {
  externalKeyNow,
  strategyNow,
  type Approvers,
  type Circumstances,
  type DecidingStrategy,
} from './policy.ts';
import { actorOf, mayWrite, type Actor, type Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import { decidingStrategyOf, eyes, type Request, type Verdict } from './request.ts';
import type { Sentence } from './sentence.ts';
import { consumerRoster, ownerRoster, type Surroundings } from './situation.ts';
import { approversOf, ownersOf } from './team.ts';

/** The strategy under which this request is decided now. */
export function strategyFor(s: Surroundings, request: Request): DecidingStrategy {
  return strategyNow(decidingStrategyOf(request), circumstances(s, request.asker));
}

/** The credential that decides this request under External; null when none is named. */
export function externalKeyOf(s: Surroundings, request: Request): KeyId | null {
  return externalKeyNow(request.external, circumstances(s, request.asker));
}

/** What the policy's first answer and its strictness depend on. */
export function circumstances(s: Surroundings, asker: Actor | null): Circumstances {
  return {
    policy: s.policy,
    owner: s.resource.owner,
    ownerTeam: ownerRoster(s),
    consumer: s.consumer,
    consumerTeam: consumerRoster(s),
    asker,
    bound: s.bound.length > 0,
  };
}

/** Refuses whoever may not give this verdict on this request now. */
export function mayDecide(
  s: Surroundings,
  request: Request,
  by: Principal,
  verdict: Verdict,
): Refused | undefined {
  const strategy = strategyFor(s, request);
  return (
    mayWrite(by) ??
    isFileSpeaking(by) ??
    (strategy === 'External'
      ? (isNamedCredential(s, request, by) ?? relaysItself(s, request, by))
      : (hasPart(s.consumer, request.asker, by) ??
        standsInForAsker(s, request, actorOf(by).person) ??
        isDecider(s, request, by, strategy, verdict)))
  );
}

/** The people who may decide this request now, fallback approvers included where too few others may. */
export function peopleWhoMayDecide(s: Surroundings, request: Request): PersonId[] {
  const regular = regularDeciders(s, request);
  if (regular.length >= eyesNeeded(strategyFor(s, request))) return regular;
  return [...new Set([...regular, ...withoutParties(s, request, fallbackApprovers(s))])].sort();
}

/** Everybody who decides on the owner side, whether or not they may decide what is asked now. */
export function ownersAndApprovers(s: Surroundings): PersonId[] {
  return [...new Set(ownerApprovers(s))].sort();
}

export interface Awaiting {
  readonly strategy: DecidingStrategy;
  /** How many allows are still missing. */
  readonly missing: number;
  /** Who may give one. Empty under External, where `system` says who does. */
  readonly people: readonly PersonId[];
  readonly system: string | null;
  /** Why nobody can decide it as it stands, or null. */
  readonly undecidable: Sentence | null;
}

/** Who must act next on an open request. */
export function awaiting(s: Surroundings, request: Request): Awaiting {
  const strategy = strategyFor(s, request);
  if (strategy === 'External')
    return {
      strategy,
      missing: 1,
      people: [],
      system: s.policy.external?.name ?? 'an external system',
      undecidable: externalKeyOf(s, request)
        ? null
        : { en: 'the policy names no external system', de: 'die Richtlinie nennt kein fremdes System' },
    };
  const may = peopleWhoMayDecide(s, request);
  const needed = eyesNeeded(strategy);
  // Where one yes is enough, a first allow left over from FourEyes is no yes yet: its giver has to repeat it.
  const given =
    needed === 1 ? [] : eyes(request, (person) => may.includes(person)).map((decision) => decision.by.person);
  return {
    strategy,
    missing: needed - given.length,
    people: may.filter((person) => !given.includes(person)),
    system: null,
    undecidable: undecidableBecause(s, request, strategy, may.length),
  };
}

/** How many different people have to allow. */
export function eyesNeeded(strategy: DecidingStrategy): number {
  return strategy === 'FourEyes' ? 2 : 1;
}

/** Whether the principal acts for the owner side: may suspend, and revoke as the owner. */
export function isOwnerSide(s: Surroundings, by: Principal): boolean {
  switch (by.type) {
    case 'system':
      return false;
    case 'person':
      return ownerApprovers(s).includes(by.id) || isExternalCredential(s, by);
    case 'team-key':
      return !by.rover && (by.team === s.resource.owner || isExternalCredential(s, by));
    case 'organization-key':
      return s.organizationKeysDecide || isExternalCredential(s, by);
  }
}

/**
 * Refuses whoever has a part in the request: the asker, the person who gets access, and every key that leads back to
 * one of them. A key filed by an organization's pipeline binds that key; one filed by a person's or team's key binds
 * every key of the same maker (design 3.4).
 */
export function hasPart(consumer: Consumer, asker: Actor | null, by: Principal): Refused | undefined {
  const { id, person } = actorOf(by);
  const getsIt = consumer.kind === 'person' && person === consumer.id;
  const filedIt = asker !== null && asker.id === id;
  const standsBehindIt =
    asker !== null &&
    person !== null &&
    asker.person === person &&
    (by.type === 'person' || asker.type !== 'organization-key');
  return getsIt || filedIt || standsBehindIt ? refused('own_request') : undefined;
}

/** Whoever may change a file in a repository is not thereby somebody who decides (design 3.4). */
function isFileSpeaking(by: Principal): Refused | undefined {
  return by.type === 'team-key' && by.rover ? refused('not_an_approver') : undefined;
}

function isNamedCredential(s: Surroundings, request: Request, by: Principal): Refused | undefined {
  const key = keyOf(by);
  return key !== null && key === externalKeyOf(s, request)
    ? undefined
    : refused(
        'external_only',
        s.policy.external
          ? {
              en: `${s.policy.external.name} decides this.`,
              de: `Darüber entscheidet ${s.policy.external.name}.`,
            }
          : undefined,
      );
}

/**
 * A credential relays somebody's verdict, so who made it does not matter. It does not decide what it filed itself,
 * and a person's own key is that person's hand even where a policy names it.
 */
function relaysItself(s: Surroundings, request: Request, by: Principal): Refused | undefined {
  if (by.type === 'person') return hasPart(s.consumer, request.asker, by);
  return request.asker?.id === actorOf(by).id ? refused('own_request') : undefined;
}

/** A direct grant has no asker, so everybody on the consumer's side stands in the asker's place (design 3.3, rule 10). */
function standsInForAsker(s: Surroundings, request: Request, person: PersonId | null): Refused | undefined {
  return request.asker === null && isOnConsumerSide(s.consumer, person, consumerRoster(s))
    ? refused('own_request')
    : undefined;
}

function isExternalCredential(s: Surroundings, by: Principal): boolean {
  return (
    s.policy.strategy === 'External' && s.policy.external !== null && keyOf(by) === s.policy.external.key
  );
}

function keyOf(by: Principal): string | null {
  return by.type === 'person' ? (by.key ?? null) : by.type === 'system' ? null : by.id;
}

function isDecider(
  s: Surroundings,
  request: Request,
  by: Principal,
  strategy: DecidingStrategy,
  verdict: Verdict,
): Refused | undefined {
  if (by.type === 'person')
    return peopleWhoMayDecide(s, request).includes(by.id) ? undefined : refused('not_an_approver');
  if (by.type === 'system') return refused('not_an_approver');
  if (by.type === 'team-key' && by.team !== s.resource.owner) return refused('not_an_approver');
  if (by.type === 'organization-key' && !s.organizationKeysDecide) return refused('keys_do_not_decide');
  // A key may always say no; only people are eyes.
  return strategy === 'FourEyes' && verdict === 'allow' ? refused('people_only') : undefined;
}

function regularDeciders(s: Surroundings, request: Request): PersonId[] {
  return withoutParties(s, request, ownerApprovers(s));
}

function ownerApprovers(s: Surroundings): PersonId[] {
  return s.policy.approvers ? peopleOf(s, s.policy.approvers) : approversOf(ownerRoster(s));
}

function fallbackApprovers(s: Surroundings): PersonId[] {
  if (s.policy.fallback) return peopleOf(s, s.policy.fallback);
  const parent = ownerRoster(s)?.parent;
  return parent ? ownersOf(s.rosters.get(parent)) : [];
}

function peopleOf(s: Surroundings, approvers: Approvers): PersonId[] {
  return [...approvers.people, ...approvers.teams.flatMap((team) => approversOf(s.rosters.get(team)))];
}

function withoutParties(s: Surroundings, request: Request, people: readonly PersonId[]): PersonId[] {
  const { consumer } = s;
  return [...new Set(people)]
    .filter(
      (person) =>
        person !== request.asker?.person &&
        !(consumer.kind === 'person' && consumer.id === person) &&
        !standsInForAsker(s, request, person),
    )
    .sort();
}

function undecidableBecause(
  s: Surroundings,
  request: Request,
  strategy: DecidingStrategy,
  may: number,
): Sentence | null {
  const regular = regularDeciders(s, request).length;
  const needed = eyesNeeded(strategy);
  if (regular >= needed) return null;
  const why = {
    en: `needs ${needed}, ${regular} may`,
    de: `nötig sind ${needed}, ${regular} ${regular === 1 ? 'darf' : 'dürfen'}`,
  };
  if (may < needed) return why;
  return {
    en: `${why.en}, so it was handed to the fallback approvers`,
    de: `${why.de}; darum geht es an die Ersatzleute`,
  };
}
