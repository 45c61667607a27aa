// Changing a policy: whether it makes sense, who is written down as its author, and whether one owner is enough.
//
// Loosening a FourEyes resource takes two owners (design 3.3, rule 9): the first one's wish is kept as a proposal until
// another owner wishes the same. Only people are owners here: a key may propose, and whoever is no owner any more has
// proposed nothing. Tightening never waits for anybody. Authors are kept beside the parts they set (policy.ts, signed).
import type { PersonId, TeamId } from './ids.ts';
import { loosenings, signed, type Approvers, type Policy, type Setter, type SignInDemand } from './policy.ts';
import { refused, type Refused } from './problem.ts';
import type { Sentence } from './sentence.ts';
import { day, formatDuration, longestDuration, minute, type Instant } from './time.ts';

/** What an owner wishes a policy to say: everything but its authors. */
export type PolicyWish = Omit<Policy, 'resource' | 'version' | 'strategySetBy' | 'trusted'> & {
  readonly trusted: readonly TeamId[];
  /** True: the strategy goes on following `autoApprove` of the data product's document. */
  readonly followsDocument: boolean;
};

export interface Proposal {
  readonly wish: PolicyWish;
  readonly by: Setter;
  readonly at: Instant;
  /** The version it would change. Once the policy has moved on, the proposal is void. */
  readonly base: number;
}

export interface GovernedPolicy {
  readonly policy: Policy;
  readonly followsDocument: boolean;
  readonly proposal: Proposal | null;
}

export type PolicyChange =
  | { readonly kind: 'unchanged' }
  /** Nothing new: the same person proposed the same before. */
  | { readonly kind: 'proposed-before'; readonly proposal: Proposal; readonly loosens: readonly string[] }
  | { readonly kind: 'proposed'; readonly proposal: Proposal; readonly loosens: readonly string[] }
  | {
      readonly kind: 'changed';
      readonly policy: Policy;
      readonly followsDocument: boolean;
      readonly loosens: readonly string[];
      /** Who had proposed it, where it took two owners. */
      readonly proposedBy: Setter | null;
    };

/**
 * Judges one wish by somebody who may set this policy.
 *
 * @param isOwner whether a person owns the resource's team now.
 */
export function changePolicy(
  now: GovernedPolicy,
  wished: PolicyWish,
  by: Setter,
  at: Instant,
  isOwner: (person: PersonId) => boolean,
): PolicyChange {
  const wish = normal(wished);
  const present = normal(wishOf(now));
  if (isSame(present, wish)) return { kind: 'unchanged' };
  const before = inOrder(now);
  const policy = policyWished(now, wish, by);
  const loosens = loosenings(before, policy);
  const changed = { kind: 'changed', policy, followsDocument: wish.followsDocument, loosens } as const;
  if (now.policy.strategy !== 'FourEyes' || loosens.length === 0) return { ...changed, proposedBy: null };
  const earlier = openProposal(now);
  if (earlier && isSame(normal(earlier.wish), wish)) {
    if (areTwoOwners(earlier.by, by, isOwner)) return { ...changed, proposedBy: earlier.by };
    if (earlier.by.actor.id === by.actor.id) return { kind: 'proposed-before', proposal: earlier, loosens };
  }
  return { kind: 'proposed', proposal: { wish, by, at, base: now.policy.version }, loosens };
}

/** The policy as somebody wishes it, with the names of who set what. */
export function policyWished(now: GovernedPolicy, wish: PolicyWish, by: Setter): Policy {
  const before = inOrder(now);
  return signed(before, policyOf(normal(wish), before), by);
}

/** What is compared part by part has to stand in one order, and a store may have given it in another. */
function inOrder(now: GovernedPolicy): Policy {
  const { followsDocument: _, trusted: __, ...parts } = normal(wishOf(now));
  return { ...now.policy, ...parts };
}

/**
 * Refuses whoever cannot make the open proposal hold by wishing the same. That they may set the policy at all is judged
 * before (governance.ts).
 */
export function mayConfirm(
  { by }: Proposal,
  second: Setter,
  isOwner: (person: PersonId) => boolean,
): Refused | undefined {
  return areTwoOwners(by, second, isOwner) ? undefined : refused('second_owner_needed');
}

/** The proposal that waits for a second owner, if one does. */
export function openProposal(now: GovernedPolicy): Proposal | null {
  return now.proposal?.base === now.policy.version ? now.proposal : null;
}

/** What a policy says, as a wish: the starting point of one that changes only a part. */
export function wishOf({
  policy,
  followsDocument,
}: Pick<GovernedPolicy, 'policy' | 'followsDocument'>): PolicyWish {
  const { resource: _, version: __, strategySetBy: ___, trusted, ...rest } = policy;
  return { ...rest, trusted: trusted.map((entry) => entry.team), followsDocument };
}

/** Refuses a policy that contradicts itself, naming the field. */
export function policyFault(wish: PolicyWish): Refused | undefined {
  return (
    durationFault(wish) ??
    approversFault('approvers', wish.approvers) ??
    approversFault('fallback', wish.fallback) ??
    signInFault(wish.signIn) ??
    (wish.strategy === 'External' && !wish.external
      ? invalid('external', {
          en: 'External needs the key of the system that decides.',
          de: 'External braucht den Schlüssel des Systems, das entscheidet.',
        })
      : undefined)
  );
}

function durationFault(wish: PolicyWish): Refused | undefined {
  const { durations, defaultDuration: usual, maximumDuration: longest, deadline } = wish;
  if (deadline < minute || deadline > longestDuration)
    return invalid('deadline', {
      en: 'The deadline lies between a minute and a hundred years.',
      de: 'Die Frist liegt zwischen einer Minute und hundert Jahren.',
    });
  if (durations?.length === 0)
    return invalid('durations', {
      en: 'Name at least one duration, or leave durations out.',
      de: 'Nennen Sie mindestens eine Dauer, oder lassen Sie durations weg.',
    });
  if (usual !== null && durations && !durations.includes(usual))
    return invalid('defaultDuration', {
      en: `${formatDuration(usual)} is not one of the durations.`,
      de: `${formatDuration(usual)} ist keine der angebotenen Dauern.`,
    });
  if (longest === null) return undefined;
  const long = durations?.find((length) => length > longest);
  if (long !== undefined)
    return invalid('durations', {
      en: `${formatDuration(long)} is longer than the maximum.`,
      de: `${formatDuration(long)} ist länger als das Höchste.`,
    });
  return usual !== null && usual > longest
    ? invalid('defaultDuration', {
        en: `${formatDuration(usual)} is longer than the maximum.`,
        de: `${formatDuration(usual)} ist länger als das Höchste.`,
      })
    : undefined;
}

function signInFault(demand: SignInDemand | null): Refused | undefined {
  if (!demand) return undefined;
  const { acr, maxAge } = demand;
  if (acr === null && maxAge === null)
    return invalid('signIn', {
      en: 'Say acr or maxAge, or leave signIn out.',
      de: 'Nennen Sie acr oder maxAge, oder lassen Sie signIn weg.',
    });
  if (acr?.length === 0)
    return invalid('signIn.acr', {
      en: 'Name at least one acr, or leave acr out.',
      de: 'Nennen Sie mindestens ein acr, oder lassen Sie acr weg.',
    });
  return maxAge !== null && (maxAge < minute || maxAge > 30 * day)
    ? invalid('signIn.maxAge', {
        en: 'A sign-in may be between a minute and thirty days old.',
        de: 'Eine Anmeldung darf zwischen einer Minute und dreißig Tagen alt sein.',
      })
    : undefined;
}

function approversFault(field: string, approvers: Approvers | null): Refused | undefined {
  return approvers && approvers.people.length === 0 && approvers.teams.length === 0
    ? invalid(field, {
        en: `Name at least one person or team, or leave ${field} out.`,
        de: `Nennen Sie mindestens eine Person oder ein Team, oder lassen Sie ${field} weg.`,
      })
    : undefined;
}

function invalid(field: string, detail: Sentence): Refused {
  return refused('policy_invalid', detail, field);
}

function policyOf(wish: PolicyWish, before: Policy): Policy {
  const { followsDocument: _, trusted, ...rest } = wish;
  return {
    ...rest,
    resource: before.resource,
    version: before.version + 1,
    strategySetBy: null,
    trusted: trusted.map((team) => ({ team, setBy: null })),
  };
}

/** Two different people who both own the team now. */
function areTwoOwners(one: Setter, other: Setter, isOwner: (person: PersonId) => boolean): boolean {
  const isPerson = ({ actor }: Setter) =>
    actor.type === 'person' && actor.person !== null && isOwner(actor.person);
  return isPerson(one) && isPerson(other) && one.actor.id !== other.actor.id;
}

/** Lists that are sets are sorted and without repetition, and fields stand in one order, so that texts can be compared. */
function normal(wish: PolicyWish): PolicyWish {
  return {
    strategy: wish.strategy,
    trusted: asSet(wish.trusted),
    ownTeam: wish.ownTeam,
    approvers: normalApprovers(wish.approvers),
    fallback: normalApprovers(wish.fallback),
    durations: wish.durations && [...new Set(wish.durations)].sort((one, other) => one - other),
    defaultDuration: wish.defaultDuration,
    maximumDuration: wish.maximumDuration,
    deadline: wish.deadline,
    external: wish.external && {
      key: wish.external.key,
      name: wish.external.name,
      url: wish.external.url,
    },
    purposeByPerson: wish.purposeByPerson,
    endSessions: wish.endSessions,
    inBrowser: wish.inBrowser,
    signIn: normalSignIn(wish.signIn),
    followsDocument: wish.followsDocument,
  };
}

function normalSignIn(demand: SignInDemand | null): SignInDemand | null {
  return demand && { acr: demand.acr && asSet(demand.acr), maxAge: demand.maxAge };
}

function normalApprovers(approvers: Approvers | null): Approvers | null {
  return approvers && { people: asSet(approvers.people), teams: asSet(approvers.teams) };
}

function asSet<Id extends string>(values: readonly Id[]): Id[] {
  return [...new Set(values)].sort();
}

function isSame(one: PolicyWish, other: PolicyWish): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
