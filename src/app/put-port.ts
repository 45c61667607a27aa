// What can be written of an output port beside its product: what it is at a target. By hand, or back to what the
// documents say. Everything else about it comes from the product and is refused here, unless it is what it is already.
import { isDeepStrictEqual } from 'node:util';
import { mayBind, mayEdit } from '../core/governance.ts';
import type { ResourceId } from '../core/ids.ts';
import type { Principal } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import { splitOutputPortId } from '../core/resource.ts';
import { alignPort, noteBinding } from './align-port.ts';
import { boundByHand } from './bind-by-hand.ts';
import type { CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { invalid, orInvalid } from './documents.ts';
import type { Caller } from './ports.ts';
import type { ResourceWish } from './resource-wish.ts';

/** @throws Problem `resource_not_found`, `not_an_owner`, `not_permitted`, `invalid_field`, `reference_unknown`. */
export async function putPort(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: ResourceId,
  before: ResourceRow | null,
  wish: ResourceWish,
  caller: Caller,
): Promise<void> {
  if (!before || before.deleted)
    throw new Problem('resource_not_found', { detail: `No data product has an output port "${id}".` });
  await permit(tx, before, wish, caller.principal);
  refuseOwnFacts(before, wish);
  if (wish.target?.followsDocument) return followAgain(ports, tx, id, before, caller);
  const binding = await boundByHand(ports, tx, before, wish.target, caller.principal);
  const after = { ...before, ...binding };
  if (isDeepStrictEqual(before, after)) return;
  await tx.resources.save(id, after);
  noteBinding(tx, id, before.bound, after.bound);
}

/** Whoever may bind at the target may say what lies there, also of ports of others. */
async function permit(tx: CatalogTx, before: ResourceRow, wish: ResourceWish, by: Principal): Promise<void> {
  const no = mayEdit(by, before.owner, await tx.teams.roster(before.owner));
  if (!no) return;
  const { target } = wish;
  const said = before.unbound && 'target' in before.unbound ? before.unbound.target : undefined;
  const wanted = target?.followsDocument ? said : target?.id;
  const places = [before.bound?.target, wanted].filter((place) => place !== undefined);
  if (target === undefined || places.length === 0) orThrow(no);
  for (const place of new Set(places)) if (!(await ownsTarget(tx, place, by))) orThrow(no);
}

async function ownsTarget(tx: CatalogTx, id: string, by: Principal): Promise<boolean> {
  const owner = (await tx.targets.hold(id))?.owner ?? null;
  return owner !== null && !mayBind(by, owner, await tx.teams.roster(owner));
}

function refuseOwnFacts(before: ResourceRow, wish: ResourceWish): void {
  const { kind: type, name, owner, description, offers, visibility, tags } = before;
  const now: ResourceWish = { type, name, owner, description, offers, visibility, tags };
  const changed = (Object.keys(now) as (keyof ResourceWish)[]).filter(
    (field) => wish[field] !== undefined && !isDeepStrictEqual(wish[field], now[field]),
  );
  const message = 'comes from the data product and is changed there';
  if (changed.length > 0) throw invalid(changed.map((path) => ({ path, message })));
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
  const port = product.ports.find((one) => one.id === outputPortId);
  if (!port) throw new Problem('resource_not_found');
  const contracts = await tx.contracts.documents(port.contractId === null ? [] : [port.contractId]);
  const contract = port.contractId === null ? null : (contracts.get(port.contractId) ?? null);
  const place = { resource: id, product, port, contract };
  await alignPort(ports, tx, place, { ...before, boundByDocument: true }, caller);
}
