// The part of a policy that a data product's document can say: `autoApprove: true` is the strategy Auto, anything else
// the organization's default. It holds as long as no owner said something by hand. Since it decides about access, it
// takes somebody who may set policies; whoever only runs the installation may publish the document, but not this.
import type { TeamId } from '../core/ids.ts';
import { maySetPolicy } from '../core/governance.ts';
import { wishOf, type GovernedPolicy } from '../core/policy-change.ts';
import { defaultPolicy, type Strategy } from '../core/policy.ts';
import type { Principal } from '../core/principal.ts';
import { orThrow } from '../core/problem.ts';
import type { PortPlace } from './align-port.ts';
import type { CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { governPolicy, setterOf, startPolicy } from './govern-policy.ts';
import type { Settings } from './organization.ts';
import type { Caller } from './ports.ts';

export interface FollowedPort extends PortPlace {
  /** Where the port stands in the document. */
  readonly index: number;
  readonly before: ResourceRow | null;
  readonly policy: GovernedPolicy | null;
  readonly settings: Settings;
}

/** @throws Problem `not_an_owner`, `keys_do_not_decide`, naming the port's field. */
export async function followDocument(
  { clock }: CatalogPorts,
  tx: CatalogTx,
  followed: FollowedPort,
  { principal }: Caller,
): Promise<void> {
  const { resource, before, policy, port, settings } = followed;
  const owner = followed.product.owner as TeamId;
  if (!policy) {
    if (port.autoApprove) await permit(tx, followed, owner, principal);
    const first = defaultPolicy(
      resource,
      strategyOf(port.autoApprove, settings),
      settings.defaultDurations['output-port'],
    );
    const strategySetBy = port.autoApprove ? await setterOf(tx, principal) : null;
    await startPolicy(tx, { ...first, strategySetBy }, true);
    return;
  }
  const saysNew = before === null || before.deleted || before.autoApprove !== port.autoApprove;
  const strategy =
    policy.followsDocument && saysNew ? strategyOf(port.autoApprove, settings) : policy.policy.strategy;
  if (strategy !== policy.policy.strategy) {
    await permit(tx, followed, owner, principal);
    const change = await governPolicy(
      tx,
      policy,
      { ...wishOf(policy), strategy },
      owner,
      principal,
      clock.now(),
    );
    if (change.kind === 'changed') return;
  }
  if (before && (before.deleted || before.owner !== owner)) await tx.policies.touch(resource);
}

/** What a document that says this, or nothing, means. */
export function strategyOf(autoApprove: boolean | null, settings: Settings): Strategy {
  return autoApprove ? 'Auto' : settings.defaultStrategy;
}

async function permit(
  tx: CatalogTx,
  { index, settings }: FollowedPort,
  owner: TeamId,
  by: Principal,
): Promise<void> {
  const no = maySetPolicy(by, owner, await tx.teams.roster(owner), settings.organizationKeysDecide);
  orThrow(no && { ...no, field: `outputPorts[${index}].autoApprove` });
}
