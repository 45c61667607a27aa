// Makes a change of a policy durable, whoever wished it: an owner by hand, or a document that it follows. The log shows
// what it was and what it is; where it took two owners, both.
import type { TeamId } from '../core/ids.ts';
import {
  changePolicy,
  type GovernedPolicy,
  type PolicyChange,
  type PolicyWish,
} from '../core/policy-change.ts';
import type { Policy, Setter } from '../core/policy.ts';
import { actorOf, type Principal } from '../core/principal.ts';
import { isOwner } from '../core/team.ts';
import type { Instant } from '../core/time.ts';
import type { CatalogTx, TeamRows } from './catalog.ts';

export async function governPolicy(
  tx: CatalogTx,
  now: GovernedPolicy,
  wish: PolicyWish,
  owner: TeamId,
  by: Principal,
  at: Instant,
): Promise<PolicyChange> {
  const roster = await tx.teams.roster(owner);
  const change = changePolicy(now, wish, await setterOf(tx, by), at, (person) => isOwner(roster, person));
  const { resource } = now.policy;
  if (change.kind === 'proposed') {
    await tx.policies.propose(resource, change.proposal);
    tx.note({
      type: 'policy.proposed',
      subject: resource,
      after: change.proposal.wish,
      data: { loosens: change.loosens, base: change.proposal.base },
    });
  }
  if (change.kind === 'changed') {
    await tx.policies.save(change.policy, change.followsDocument);
    tx.note({
      type: 'policy.changed',
      subject: resource,
      before: contentOf(now.policy),
      after: contentOf(change.policy),
      data: { loosens: change.loosens, ...(change.proposedBy && { proposedBy: change.proposedBy.actor }) },
    });
  }
  return change;
}

/** Gives a new resource its policy. */
export async function startPolicy(tx: CatalogTx, policy: Policy, followsDocument: boolean): Promise<void> {
  const first = { ...policy, version: 1 };
  await tx.policies.add(first, followsDocument);
  tx.note({ type: 'policy.changed', subject: policy.resource, after: contentOf(first) });
}

/** How a principal is written down as the author of a part of a policy, with the teams that the person is in now. */
export async function setterOf(
  { teams }: { readonly teams: Pick<TeamRows, 'withMember'> },
  by: Principal,
): Promise<Setter> {
  const actor = actorOf(by);
  const team = by.type === 'team-key' ? by.team : null;
  return actor.person ? { actor, team, belongedTo: await teams.withMember(actor.person) } : { actor, team };
}

function contentOf({ resource: _, ...content }: Policy): object {
  return content;
}
