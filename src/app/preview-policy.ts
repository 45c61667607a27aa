// What a policy would do if it were set as it is written now: whether it may be, whether a second owner has to agree, who
// would decide, and what becomes of requests that wait. Everything is judged by the functions that judge the change
// itself; nothing is locked and nothing is saved, because somebody who types asks again and again.
import { maySetPolicy } from '../core/governance.ts';
import type { Mint, ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { changePolicy, policyWished, type PolicyChange } from '../core/policy-change.ts';
import { effectOn, type PolicyEffect } from '../core/policy-effect.ts';
import { withoutPeople, type Policy } from '../core/policy.ts';
import { system } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Situation } from '../core/situation.ts';
import { isOwner } from '../core/team.ts';
import type { AgreementReads } from './agreements.ts';
import type { CatalogReads, ShownPolicy } from './catalog-reads.ts';
import type { Documents } from './documents.ts';
import { setterOf } from './govern-policy.ts';
import { wishFrom, type PolicyReferences } from './policy-wish.ts';
import type { AccessStore, Caller, Clock } from './ports.ts';

export interface PolicyPreviewPorts {
  readonly reads: Pick<CatalogReads, 'resources' | 'settings'>;
  readonly references: PolicyReferences;
  readonly agreements: Pick<AgreementReads, 'page'>;
  readonly accesses: Pick<AccessStore, 'loadMany'>;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly mint: Mint;
}

export interface PolicyPreview {
  readonly change: PolicyChange;
  /** The policy as it would be. */
  readonly draft: Policy;
  /** The policy as it is, with everybody whom the draft names as well. */
  readonly shown: ShownPolicy;
  readonly waiting: readonly { readonly situation: Situation; readonly effect: PolicyEffect }[];
  /** True: more requests wait than were looked at. */
  readonly more: boolean;
}

/** How many of the requests that wait are looked at, the longest waiting first. */
const mostWaiting = 50;

/** @throws Problem what setting the policy would throw, but for `version_mismatch` and `decided_meanwhile`. */
export const previewPolicy =
  (ports: PolicyPreviewPorts) =>
  async (id: ResourceId, body: unknown, { principal }: Caller): Promise<PolicyPreview> => {
    const { reads, references, documents } = ports;
    const now = ports.clock.now();
    const [resource, settings, { governed, rosters }] = await Promise.all([
      reads.resources.one(id),
      reads.settings(),
      policyOf(reads, id),
    ]);
    if (!resource) throw notFound(id);
    const roster = rosters.get(resource.owner);
    orThrow(maySetPolicy(principal, resource.owner, roster, settings.organizationKeysDecide));
    const wish = await wishFrom(body, documents, references, { id, resource, settings, now });
    const setter = await setterOf(references, principal);
    const draft = policyWished(governed, wish, setter);
    const shown = await policyOf(reads, id, draft);
    return {
      change: changePolicy(governed, wish, setter, now, (person) => isOwner(roster, person)),
      draft,
      shown,
      ...(await effectsOf(ports, shown, draft, now)),
    };
  };

async function effectsOf(
  { agreements, accesses, mint }: PolicyPreviewPorts,
  shown: ShownPolicy,
  draft: Policy,
  now: number,
): Promise<Pick<PolicyPreview, 'waiting' | 'more'>> {
  const page = await agreements.page({ resource: draft.resource }, 'waiting', null, mostWaiting);
  const loaded = await accesses.loadMany(page.ids, now);
  const next = { policy: withoutPeople(draft, shown.left), rosters: shown.rosters };
  const waiting = loaded.flatMap(({ situation, notBefore }) => {
    const act = { by: system, now: Math.max(now, notBefore), channel: 'system' } as const;
    const effect = effectOn(situation, next, act, mint);
    return effect ? [{ situation, effect }] : [];
  });
  return { waiting, more: page.next !== null };
}

async function policyOf(
  { resources }: PolicyPreviewPorts['reads'],
  id: ResourceId,
  draft?: Policy,
): Promise<ShownPolicy> {
  const shown = await resources.policy(id, draft);
  if (!shown) throw notFound(id);
  return shown;
}

function notFound(id: ResourceId): Problem {
  return new Problem('resource_not_found', { detail: noSuch('resource', id) });
}
