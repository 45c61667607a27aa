// A policy on the wire: what can be written, as it is written (people by e-mail address, durations as people say them),
// and beside it what can only be read: who set what, the policy in sentences, who would decide, a waiting proposal. The
// whole answer can be sent back as a PUT; the part that is only read is ignored there.
import type { z } from 'zod';
import type { ShownPolicy } from '../../../app/catalog-reads.ts';
import type { Action } from '../../../core/actions.ts';
import { eyesNeeded } from '../../../core/deciders.ts';
import { policyActions } from '../../../core/policy-actions.ts';
import { openProposal, wishOf, type PolicyWish, type Proposal } from '../../../core/policy-change.ts';
import { sentencesOf } from '../../../core/policy-words.ts';
import { loosenings, withoutPeople, type Approvers, type Policy, type Setter } from '../../../core/policy.ts';
import type { Principal } from '../../../core/principal.ts';
import { warningOf, whoWouldDecide } from '../../../core/prospect.ts';
import type { Language } from '../../../core/sentence.ts';
import { formatDuration, type Milliseconds } from '../../../core/time.ts';
import { inLanguage } from '../language.ts';
import { wireActions } from './action.ts';
import type { policyAnswer } from './policy-shapes.ts';

export function wirePolicy(
  shown: ShownPolicy,
  by: Principal,
  language: Language,
): z.infer<typeof policyAnswer> {
  const { governed, people } = shown;
  const { policy } = governed;
  return {
    resource: policy.resource,
    version: policy.version,
    ...wireWish(wishOf(governed), people),
    strategySetBy: wireSetter(policy.strategySetBy, people),
    trustedSetBy: Object.fromEntries(
      policy.trusted.map(({ team, setBy }) => [team, wireSetter(setBy, people)]),
    ),
    ...wireProspect(policy, shown, language),
    proposal: wireProposal(shown, language),
    actions: wireActions(policyActions(governed, shown, by) as Record<string, Action>, language),
  };
}

/** What a policy says in sentences, and who would decide under it now. */
export function wireProspect(policy: Policy, shown: ShownPolicy, language: Language) {
  const { resource, people, left } = shown;
  const deciders = whoWouldDecide({ ...shown, policy: withoutPeople(policy, left) });
  const nameOf = namesIn(people);
  return {
    sentences: inLanguage(language, sentencesOf(policy, resource.owner, nameOf)),
    whoWouldDecide: {
      people: deciders.people.map((person) => ({ person, ...people.get(person), name: nameOf(person) })),
      needed: eyesNeeded(deciders.strategy),
      system: deciders.system,
    },
    warning: warningOf(policy, deciders)?.[language] ?? null,
  };
}

/** The loosening that waits for a second owner. */
export function wireProposal(
  { governed, resource, people }: ShownPolicy,
  language: Language,
): z.infer<typeof policyAnswer>['proposal'] {
  const proposal = openProposal(governed);
  if (!proposal) return null;
  const policy = proposedPolicy(governed.policy, proposal);
  return {
    by: wireSetter(proposal.by, people),
    at: new Date(proposal.at).toISOString(),
    loosens: loosenings(governed.policy, policy),
    sentences: inLanguage(language, sentencesOf(policy, resource.owner, namesIn(people))),
    policy: wireWish(proposal.wish, people),
  };
}

type People = ShownPolicy['people'];

function namesIn(people: People): (person: string) => string {
  return (person) => people.get(person as never)?.name ?? people.get(person as never)?.email ?? person;
}

/** Who will have set what is known only when it is set. */
function proposedPolicy(policy: Policy, { wish: { trusted, ...wish } }: Proposal): Policy {
  return { ...policy, ...wish, trusted: trusted.map((team) => ({ team, setBy: null })) };
}

function wireWish(wish: PolicyWish, people: People) {
  const {
    durations,
    defaultDuration,
    maximumDuration,
    deadline,
    approvers,
    fallback,
    external,
    signIn,
    ...rest
  } = wish;
  return {
    ...rest,
    trusted: [...wish.trusted],
    approvers: approvers && wireApprovers(approvers, people),
    fallback: fallback && wireApprovers(fallback, people),
    durations: durations && durations.map(formatDuration),
    defaultDuration: defaultDuration === null ? 'none' : formatDuration(defaultDuration),
    maximumDuration: orNull(maximumDuration),
    deadline: formatDuration(deadline),
    signIn: signIn && { acr: signIn.acr && [...signIn.acr], maxAge: orNull(signIn.maxAge) },
    external: external && {
      key: external.key,
      name: external.name,
      ...(external.url !== null && { url: external.url }),
    },
  };
}

/** Whoever was erased has no address any more and is left out; they decide nothing either. */
function wireApprovers({ people: chosen, teams }: Approvers, people: People) {
  return { people: chosen.flatMap((person) => people.get(person)?.email ?? []), teams: [...teams] };
}

function wireSetter(setter: Setter | null, people: People) {
  if (!setter) return null;
  const { type, id, person } = setter.actor;
  const known = type === 'person' && person !== null ? people.get(person) : undefined;
  return {
    type,
    id,
    ...(known && { email: known.email, ...(known.name !== null && { name: known.name }) }),
    ...(setter.team !== null && { team: setter.team }),
  };
}

function orNull(duration: Milliseconds | null): string | null {
  return duration === null ? null : formatDuration(duration);
}
