// A policy while it is being written. It has the shape of the API's policy, but for two things that a form needs: whether
// it follows the document of a data product is one more way to say who has to agree, and parts that are switched off
// keep what was typed into them. When somebody else changes the policy meanwhile, their parts are taken over and one's
// own stay.
import type { Policy } from '../api/client.ts';
import type { PolicyBody } from '../api/policy.ts';

export interface Chosen {
  readonly people: readonly string[];
  readonly teams: readonly string[];
}

export interface PolicyDraft {
  readonly strategy: Policy['strategy'] | 'document';
  readonly external: { readonly key: string; readonly name: string; readonly url: string };
  /** Null: those who decide for the owner team. */
  readonly approvers: Chosen | null;
  /** Null: the owners of the team above. */
  readonly fallback: Chosen | null;
  readonly trusted: readonly string[];
  readonly ownTeam: Policy['ownTeam'];
  /** Empty: any. */
  readonly durations: readonly string[];
  /** Null: without end. */
  readonly defaultDuration: string | null;
  readonly maximumDuration: string | null;
  readonly deadline: string | null;
  readonly purposeByPerson: boolean;
  readonly inBrowser: boolean;
  readonly endSessions: boolean;
  readonly acr: readonly string[];
  readonly maxAge: string | null;
}

export type PolicyPart = keyof PolicyDraft;

export function draftOf(policy: Policy): PolicyDraft {
  return {
    strategy: policy.followsDocument ? 'document' : policy.strategy,
    external: {
      key: policy.external?.key ?? '',
      name: policy.external?.name ?? '',
      url: policy.external?.url ?? '',
    },
    approvers: chosenFrom(policy.approvers),
    fallback: chosenFrom(policy.fallback),
    trusted: policy.trusted,
    ownTeam: policy.ownTeam,
    durations: policy.durations ?? [],
    defaultDuration: policy.defaultDuration === 'none' ? null : policy.defaultDuration,
    maximumDuration: policy.maximumDuration,
    deadline: policy.deadline,
    purposeByPerson: policy.purposeByPerson,
    inBrowser: policy.inBrowser,
    endSessions: policy.endSessions,
    acr: policy.signIn?.acr ?? [],
    maxAge: policy.signIn?.maxAge ?? null,
  };
}

/** What is sent. What makes no sense is sent as it is, because the server says best what is wrong with it. */
export function bodyOf(draft: PolicyDraft): PolicyBody {
  const { strategy, external, durations, defaultDuration, deadline, acr, maxAge, ...rest } = draft;
  return {
    ...rest,
    trusted: [...rest.trusted],
    approvers: bodyOfChosen(rest.approvers),
    fallback: bodyOfChosen(rest.fallback),
    ...(strategy !== 'document' && { strategy }),
    ...(strategy === 'External' && {
      external: { ...external, url: external.url.trim() === '' ? null : external.url.trim() },
    }),
    durations: durations.length > 0 ? [...durations] : null,
    defaultDuration: defaultDuration ?? 'none',
    ...(deadline !== null && { deadline }),
    signIn: acr.length > 0 || maxAge !== null ? { acr: acr.length > 0 ? [...acr] : null, maxAge } : null,
  };
}

/** The parts in which two drafts differ. */
export function partsApart(one: PolicyDraft, other: PolicyDraft): PolicyPart[] {
  return (Object.keys(one) as PolicyPart[]).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  );
}

/** One's own changes on top of what holds now. @returns also the parts that both have changed, each to something else. */
export function rebased(
  before: PolicyDraft,
  mine: PolicyDraft,
  theirs: PolicyDraft,
): { readonly draft: PolicyDraft; readonly both: PolicyPart[] } {
  const own = partsApart(before, mine);
  const draft = { ...theirs, ...Object.fromEntries(own.map((part) => [part, mine[part]])) };
  const both = partsApart(before, theirs).filter(
    (part) => own.includes(part) && partsApart(mine, theirs).includes(part),
  );
  return { draft, both };
}

function chosenFrom(approvers: Policy['approvers']): Chosen | null {
  return approvers && { people: approvers.people ?? [], teams: approvers.teams ?? [] };
}

function bodyOfChosen(chosen: Chosen | null) {
  return chosen && { people: [...chosen.people], teams: [...chosen.teams] };
}
