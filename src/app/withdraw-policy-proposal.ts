// Takes a proposed loosening back, by whoever may set the policy: the one who proposed it, or an owner who disagrees.
import { maySetPolicy } from '../core/governance.ts';
import type { ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { openProposal, type GovernedPolicy } from '../core/policy-change.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts, CatalogTx } from './catalog.ts';
import type { Caller } from './ports.ts';

/** Does nothing where nothing is proposed. @throws Problem `resource_not_found`, `not_an_owner`, `keys_do_not_decide`. */
export const withdrawPolicyProposal =
  ({ catalog, clock }: CatalogPorts) =>
  async (id: ResourceId, caller: Caller): Promise<void> => {
    await catalog.change(caller, clock.now(), async (tx) => {
      const resource = await tx.resources.lock(id);
      const governed = await tx.policies.lock(id);
      if (!resource || resource.deleted || !governed)
        throw new Problem('resource_not_found', { detail: noSuch('resource', id) });
      const { owner } = resource;
      const { organizationKeysDecide } = await tx.organization.settings();
      orThrow(maySetPolicy(caller.principal, owner, await tx.teams.roster(owner), organizationKeysDecide));
      await takeBackProposal(tx, id, governed);
    });
  };

/** For whoever may set the policy. Does nothing where nothing is proposed. */
export async function takeBackProposal(
  tx: CatalogTx,
  id: ResourceId,
  governed: GovernedPolicy,
): Promise<void> {
  const proposal = openProposal(governed);
  if (!proposal) return;
  await tx.policies.propose(id, null);
  tx.note({
    type: 'policy.proposal_withdrawn',
    subject: id,
    before: proposal.wish,
    data: { by: proposal.by.actor },
  });
}
