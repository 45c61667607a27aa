// What a principal may do about a policy, and if not, why: change it, confirm the loosening that waits for a second
// owner, take that back. The same functions judge the change itself (governance.ts, policy-change.ts).
import { actionFrom, type Action } from './actions.ts';
import { maySetPolicy } from './governance.ts';
import { mayConfirm, openProposal, type GovernedPolicy } from './policy-change.ts';
import { actorOf, type Principal } from './principal.ts';
import type { Governed } from './prospect.ts';
import { isOwner } from './team.ts';

/** `confirm` and `withdraw` only where something is proposed. */
export type PolicyActions = { readonly change: Action } & {
  readonly [name in 'confirm' | 'withdraw']?: Action;
};

export function policyActions(
  governed: GovernedPolicy,
  {
    resource: { owner },
    rosters,
    organizationKeysDecide,
  }: Pick<Governed, 'resource' | 'rosters' | 'organizationKeysDecide'>,
  by: Principal,
): PolicyActions {
  const roster = rosters.get(owner);
  const no = maySetPolicy(by, owner, roster, organizationKeysDecide);
  const proposal = openProposal(governed);
  if (!proposal) return { change: actionFrom(no) };
  const second = { actor: actorOf(by), team: by.type === 'team-key' ? by.team : null };
  return {
    change: actionFrom(no),
    confirm: actionFrom(no ?? mayConfirm(proposal, second, (person) => isOwner(roster, person))),
    withdraw: actionFrom(no),
  };
}
