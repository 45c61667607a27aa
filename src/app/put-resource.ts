// Creates or changes a resource: an API, an event type, an action. Output ports come from their data product's document,
// so of them only what they are at a target can be written here. What it is at a target is bound by hand from then on,
// until somebody lets it follow the document again.
import { isDeepStrictEqual } from 'node:util';
import { mayBind, mayEdit } from '../core/governance.ts';
import type { ResourceId, TeamId } from '../core/ids.ts';
import { defaultPolicy } from '../core/policy.ts';
import type { Principal } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import { splitOutputPortId, type ResourceKind } from '../core/resource.ts';
import { alignPort, noteBinding } from './align-port.ts';
import type { Bound, CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { invalid, named, orInvalid, type JsonObject } from './documents.ts';
import { startPolicy } from './govern-policy.ts';
import type { Caller } from './ports.ts';

/** What a PUT says; undefined: it does not say. */
export interface ResourceWish {
  /** The id of the address, if it says one. */
  readonly id?: string | undefined;
  readonly type?: ResourceKind | undefined;
  readonly name?: string | undefined;
  /** The id of the owner team. */
  readonly owner?: string | undefined;
  readonly description?: string | null | undefined;
  readonly offers?: readonly string[] | undefined;
  readonly visibility?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Null unbinds it. */
  readonly target?: TargetWish | null | undefined;
}

export interface TargetWish {
  readonly id?: string | undefined;
  readonly binding?: JsonObject | undefined;
  /** True: what the documents say counts again. */
  readonly followsDocument?: boolean | undefined;
}

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

async function putPort(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
  caller: Caller,
): Promise<void> {
  if (!before || before.deleted)
    throw new Problem('resource_not_found', { detail: `No data product has an output port "${id}".` });
  await permitPort(tx, before, wish, caller.principal);
  refuseOwnFacts(before, wish);
  if (wish.target === undefined) return;
  if (wish.target?.followsDocument) return followAgain(ports, tx, id, before, caller);
  await save(tx, id, before, {
    ...before,
    ...(await boundByHand(ports, tx, before, wish, caller.principal)),
  });
}

/** Whoever may bind at the target may say what lies there, also of ports of others. */
async function permitPort(
  tx: CatalogTx,
  before: ResourceRow,
  wish: ResourceWish,
  by: Principal,
): Promise<void> {
  const no = mayEdit(by, before.owner, await tx.teams.roster(before.owner));
  if (!no) return;
  const { target } = wish;
  const said = before.unbound && 'target' in before.unbound ? before.unbound.target : undefined;
  const places = [before.bound?.target, target?.followsDocument ? said : target?.id].filter(
    (id) => id !== undefined,
  );
  const mine = await Promise.all([...new Set(places)].map((id) => ownsTarget(tx, id, by)));
  if (target === undefined || mine.length === 0 || mine.includes(false)) orThrow(no);
}

async function ownsTarget(tx: CatalogTx, id: string, by: Principal): Promise<boolean> {
  const target = await tx.targets.hold(id);
  return target?.owner != null && !mayBind(by, target.owner, await tx.teams.roster(target.owner));
}

/** What comes from the document may be sent back as it was read, and may not be changed here. */
function refuseOwnFacts(before: ResourceRow, wish: ResourceWish): void {
  const now: ResourceWish = {
    type: before.kind,
    name: before.name,
    owner: before.owner,
    description: before.description,
    offers: before.offers,
    visibility: before.visibility,
    tags: before.tags,
  };
  const changed = Object.entries(now).filter(
    ([field, value]) =>
      wish[field as keyof ResourceWish] !== undefined &&
      !isDeepStrictEqual(wish[field as keyof ResourceWish], value),
  );
  if (changed.length > 0)
    throw invalid(
      changed.map(([path]) => ({ path, message: 'comes from the data product and is changed there' })),
    );
}

async function followAgain(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow,
  caller: Caller,
): Promise<void> {
  if (before.boundByDocument && before.unbound === null) return;
  const { dataProductId, outputPortId } = splitOutputPortId(id);
  const row = await tx.products.lock(dataProductId);
  const product = orInvalid(ports.documents.readDataProduct(row?.document));
  const port = product.ports.find((one) => one.id === outputPortId)!;
  const contracts = await tx.contracts.documents(port.contractId === null ? [] : [port.contractId]);
  const contract = port.contractId === null ? null : (contracts.get(port.contractId) ?? null);
  await alignPort(
    ports,
    tx,
    { resource: id, product, port, contract },
    { ...before, boundByDocument: true },
    caller,
  );
}

async function putOther(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
  by: Principal,
): Promise<void> {
  const living = before?.deleted === false ? before : null;
  const after = { ...required(ports, id, before, wish), ...(await boundByHand(ports, tx, living, wish, by)) };
  if (!(await tx.teams.hold(after.owner)))
    throw new Problem('reference_unknown', { detail: `There is no team "${after.owner}".`, field: 'owner' });
  for (const team of new Set([after.owner, living?.owner ?? after.owner]))
    orThrow(mayEdit(by, team, await tx.teams.roster(team)));
  await save(tx, id, before, after);
  if (!before) await firstPolicy(tx, id, after.kind);
  else if (before.deleted || before.owner !== after.owner) await tx.policies.touch(id);
}

function required(
  { documents }: CatalogPorts,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
): Omit<ResourceRow, 'deleted'> {
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
    bound: before?.bound ?? null,
    boundByDocument: false,
    unbound: null,
  };
}

type Binding = Pick<ResourceRow, 'bound' | 'boundByDocument' | 'unbound'>;

async function boundByHand(
  ports: CatalogPorts,
  tx: CatalogTx,
  before: ResourceRow | null,
  wish: ResourceWish,
  by: Principal,
): Promise<Binding> {
  const bound = before?.bound ?? null;
  const asBefore = {
    bound,
    boundByDocument: before?.boundByDocument ?? false,
    unbound: before?.unbound ?? null,
  };
  const { target } = wish;
  if (target === undefined) return asBefore;
  const wanted = target && wantedOf(target);
  if (isDeepStrictEqual(wanted, bound) && (target === null || target.followsDocument !== false))
    return asBefore;
  if (wanted) await checkBinding(ports, tx, wanted, by);
  return { bound: wanted, boundByDocument: false, unbound: null };
}

function wantedOf({ id, binding }: TargetWish): Bound {
  if (id === undefined) throw invalid([{ path: 'target.id', message: 'is missing' }]);
  return { target: id, binding: binding ?? {} };
}

async function checkBinding(
  { connectors }: CatalogPorts,
  tx: CatalogTx,
  wanted: Bound,
  by: Principal,
): Promise<void> {
  const target = await tx.targets.hold(wanted.target);
  if (!target)
    throw new Problem('reference_unknown', {
      detail: `There is no target "${wanted.target}".`,
      field: 'target.id',
    });
  const no = mayBind(
    by,
    target.owner,
    target.owner === null ? undefined : await tx.teams.roster(target.owner),
  );
  orThrow(no && { ...no, field: 'target.id' });
  const faults = connectors.get(target.kind)?.bindingFaults(wanted.binding) ?? [];
  if (faults.length > 0)
    throw invalid(
      faults.map(({ path, reason }) => ({ path: `target.binding${path && `.${path}`}`, message: reason })),
    );
}

async function save(
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow | null,
  after: Omit<ResourceRow, 'deleted'>,
): Promise<void> {
  const living = before?.deleted === false ? before : null;
  const { deleted: _, ...known } = living ?? { deleted: true };
  if (isDeepStrictEqual(known, after)) return;
  await (before ? tx.resources.save(id, after) : tx.resources.add(id, after));
  const { bound: was, ...facts } = known as Partial<ResourceRow>;
  const { bound, ...wanted } = after;
  if (!isDeepStrictEqual(facts, wanted))
    tx.note({
      type: living ? 'resource.updated' : 'resource.created',
      subject: id,
      ...(living && { before: compact(living) }),
      after: compact(after),
    });
  noteBinding(tx, id, was ?? null, bound);
}

async function firstPolicy(tx: CatalogTx, id: ResourceId, kind: ResourceKind): Promise<void> {
  const settings = await tx.organization.settings();
  await startPolicy(tx, defaultPolicy(id, settings.defaultStrategy, settings.defaultDurations[kind]), false);
}

function compact({ kind, owner, offers, visibility }: Omit<ResourceRow, 'deleted'>): object {
  return { kind, owner, offers, visibility };
}
