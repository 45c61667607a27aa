// Whose inbox an open request belongs in. A side is coarser than a person on purpose: `team:checkout` stays right when
// people join or leave the team, so nothing has to be rewritten then; who exactly may decide is asked when the inbox is
// read (deciders.ts).
import { awaiting, externalKeyOf } from './deciders.ts';
import type { Approvers } from './policy.ts';
import { ownerRoster, type Situation } from './situation.ts';

export type InboxSide = `team:${string}` | `person:${string}` | `key:${string}`;

/** The sides that an open request waits for. */
export function inboxSides(s: Situation): InboxSide[] {
  const { request } = s.access;
  if (!request) return [];
  const { strategy, undecidable } = awaiting(s, request);
  if (strategy === 'External') {
    const key = externalKeyOf(s, request);
    return key ? [`key:${key}`] : [];
  }
  const regular = s.policy.approvers ? sidesOf(s.policy.approvers) : [`team:${s.resource.owner}` as const];
  return [...new Set([...regular, ...(undecidable ? fallbackSides(s) : [])])];
}

function fallbackSides(s: Situation): InboxSide[] {
  if (s.policy.fallback) return sidesOf(s.policy.fallback);
  const parent = ownerRoster(s)?.parent;
  return parent ? [`team:${parent}`] : [];
}

function sidesOf(approvers: Approvers): InboxSide[] {
  return [
    ...approvers.people.map((person) => `person:${person}` as const),
    ...approvers.teams.map((team) => `team:${team}` as const),
  ];
}
