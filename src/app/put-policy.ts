// Sets the approval policy of a resource as a whole. Only the owner side may; what it names has to exist
// (policy-wish.ts). What loosens a FourEyes resource waits for a second owner (core/policy-change.ts).
import { maySetPolicy } from '../core/governance.ts';
import type { ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import type { PolicyChange } from '../core/policy-change.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { CatalogPorts } from './catalog.ts';
import { compareVersion } from './compare-version.ts';
import { governPolicy } from './govern-policy.ts';
import { wishFrom } from './policy-wish.ts';
import type { Caller } from './ports.ts';

/**
 * Undefined when an Idempotency-Key was repeated.
 *
 * @throws Problem `resource_not_found`, `not_an_owner`, `keys_do_not_decide`, `version_mismatch`; `policy_invalid` and
 *   `reference_unknown`, naming the field.
 */
export const putPolicy =
  ({ catalog, documents, clock }: CatalogPorts) =>
  async (
    id: ResourceId,
    body: unknown,
    caller: Caller,
    ifMatch: number | null = null,
  ): Promise<PolicyChange | undefined> => {
    const now = clock.now();
    return catalog.change(caller, now, async (tx) => {
      const resource = await tx.resources.lock(id);
      const governed = await tx.policies.lock(id);
      if (!resource || resource.deleted || !governed)
        throw new Problem('resource_not_found', { detail: noSuch('resource', id) });
      const settings = await tx.organization.settings();
      const { owner } = resource;
      orThrow(
        maySetPolicy(caller.principal, owner, await tx.teams.roster(owner), settings.organizationKeysDecide),
      );
      compareVersion(ifMatch, governed.policy.version);
      const wish = await wishFrom(body, documents, tx, { id, resource, settings, now });
      return governPolicy(tx, governed, wish, owner, caller.principal, now);
    });
  };
