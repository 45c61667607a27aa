// Creates or changes a resource: an API, an event type, an action. Output ports come from their data product's document
// (put-port.ts says what can be written of them beside it).
import { isDeepStrictEqual } from 'node:util';
import type { ResourceId, TeamId } from '../core/ids.ts';
import { defaultPolicy } from '../core/policy.ts';
import type { Principal } from '../core/principal.ts';
import type { ResourceKind } from '../core/resource.ts';
import { noteBinding, pick } from './align-port.ts';
import { boundByHand, type Binding } from './bind-by-hand.ts';
import type { CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { invalid, named } from './documents.ts';
import { startPolicy } from './govern-policy.ts';
import { permitOwner } from './permit-owner.ts';
import type { Caller } from './ports.ts';
import { putPort } from './put-port.ts';
import type { ResourceWish } from './resource-wish.ts';

/**
 * @throws Problem `resource_not_found` for an output port that no product has; `invalid_field`, `reference_unknown`,
 *   `not_an_owner`; `not_permitted` where the caller may not bind to that target.
 */
export const putResource =
  (ports: CatalogPorts) =>
  async (id: ResourceId, wish: ResourceWish, caller: Caller): Promise<void> => {
    named(wish, id);
    await ports.catalog.change(caller, ports.clock.now(), async (tx) => {
      const before = await tx.resources.lock(id);
      const isPort = (before?.kind ?? wish.type) === 'output-port' || id.includes('/');
      if (isPort) return putPort(ports, tx, id, before, wish, caller);
      return putOther(ports, tx, id, before, wish, caller.principal);
    });
  };

async function putOther(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
  by: Principal,
): Promise<void> {
  const living = before?.deleted === false ? before : null;
  const facts = factsOf(ports, id, before, wish);
  await permitOwner(tx, facts.owner, 'owner', living?.owner, by);
  const binding = await boundByHand(ports, tx, living ?? unbound, wish.target, by);
  const knownFacts = living && pick(living, facts);
  const changed = !isDeepStrictEqual(knownFacts, facts);
  if (!changed && isDeepStrictEqual(living && pick(living, binding), binding)) return;
  const after = { ...facts, ...binding };
  await (before ? tx.resources.save(id, after) : tx.resources.add(id, after));
  if (changed)
    tx.note({
      type: living ? 'resource.updated' : 'resource.created',
      subject: id,
      ...(living && { before: compact(living) }),
      after: compact(facts),
    });
  noteBinding(tx, id, living?.bound ?? null, binding.bound);
  if (!before) await firstPolicy(tx, id, facts.kind);
  else if (before.deleted || before.owner !== facts.owner) await tx.policies.touch(id);
}

type Facts = Omit<ResourceRow, 'deleted' | keyof Binding>;

const unbound: Binding = { bound: null, boundByDocument: false, unbound: null };

function factsOf(
  { documents }: CatalogPorts,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
): Facts {
  const kind = wish.type ?? before?.kind;
  const { name, owner } = wish;
  const reason = documents.idFault(id);
  const faults = [
    ...(reason === undefined ? [] : [{ path: 'id', message: reason }]),
    ...(kind === undefined ? [{ path: 'type', message: 'is missing' }] : []),
    ...(before && kind !== before.kind ? [{ path: 'type', message: 'never changes' }] : []),
    ...(name === undefined ? [{ path: 'name', message: 'is missing' }] : []),
    ...(owner === undefined ? [{ path: 'owner', message: 'is missing' }] : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    kind: kind!,
    owner: owner as TeamId,
    name: name!,
    description: wish.description ?? null,
    offers: [...new Set(wish.offers ?? [])],
    visibility: wish.visibility ?? null,
    tags: wish.tags ?? [],
    port: null,
    contract: null,
    autoApprove: null,
  };
}

async function firstPolicy(tx: CatalogTx, id: ResourceId, kind: ResourceKind): Promise<void> {
  const settings = await tx.organization.settings();
  await startPolicy(tx, defaultPolicy(id, settings.defaultStrategy, settings.defaultDurations[kind]), false);
}

function compact({ kind, owner, offers, visibility }: Facts): object {
  return { kind, owner, offers, visibility };
}
