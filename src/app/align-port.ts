// Brings one output port in line with its documents: name, contract, the roles that the contract offers, and what the
// port is at a target. Saying what it is there opens it to everybody who is let in, so it counts only when it comes from
// somebody who may (core/governance.ts, mayBind); from others it is kept as a wish with the reason, and the port stays
// bound as it was. What was said by hand is never overwritten by a document.
import { isDeepStrictEqual } from 'node:util';
import { mayBind } from '../core/governance.ts';
import type { ResourceId, TeamId } from '../core/ids.ts';
import { splitOutputPortId } from '../core/resource.ts';
import type { Binding } from './bind-by-hand.ts';
import type { Bound, CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { isFaults, type JsonObject, type PublishedPort, type PublishedProduct } from './documents.ts';
import type { Caller } from './ports.ts';

export interface PortPlace {
  readonly resource: ResourceId;
  readonly product: PublishedProduct;
  readonly port: PublishedPort;
  /** The document of the contract that the port names, where it is known. */
  readonly contract: JsonObject | null;
}

/** @param before the port as it was; also one that was gone and comes back. */
export async function alignPort(
  ports: CatalogPorts,
  tx: CatalogTx,
  place: PortPlace,
  before: ResourceRow | null,
  caller: Caller,
): Promise<void> {
  const facts = factsOf(ports, place, before);
  const binding = await bindingOf(ports, tx, place, before, caller);
  const changed = before === null || before.deleted || !isDeepStrictEqual(pick(before, facts), facts);
  const bindingChanged = !isDeepStrictEqual(before && pick(before, binding), binding);
  if (!changed && !bindingChanged) return;
  const after = { ...facts, ...binding };
  await (before ? tx.resources.save(place.resource, after) : tx.resources.add(place.resource, after));
  if (changed)
    tx.note({
      type: before?.deleted === false ? 'outputport.updated' : 'outputport.created',
      subject: place.resource,
      ...(before?.deleted === false && { before: compact(before) }),
      after: compact(facts),
      data: splitOutputPortId(place.resource),
    });
  noteBinding(tx, place.resource, before?.bound ?? null, binding.bound);
}

/** Says in the log that a resource is something else at a target from now on; what follows it empties the old place. */
export function noteBinding(
  tx: CatalogTx,
  resource: ResourceId,
  before: Bound | null,
  after: Bound | null,
): void {
  if (!isDeepStrictEqual(before, after))
    tx.note({ type: 'resource.bound', subject: resource, before, after });
}

type Facts = Omit<ResourceRow, 'deleted' | keyof Binding>;

function factsOf(
  { documents }: CatalogPorts,
  { resource, product, port, contract }: PortPlace,
  before: ResourceRow | null,
): Facts {
  const read = contract && documents.readDataContract(contract);
  const known = read && !isFaults(read) ? read : null;
  return {
    kind: 'output-port',
    owner: product.owner as TeamId,
    name: port.name,
    description: port.description ?? port.title,
    offers: known?.roles.map(({ role }) => role) ?? [],
    visibility: before?.visibility ?? null,
    tags: port.tags,
    port: splitOutputPortId(resource),
    contract:
      port.contractId === null
        ? null
        : { id: port.contractId, version: port.contractVersion ?? known?.version ?? null },
    autoApprove: port.autoApprove,
  };
}

async function bindingOf(
  ports: CatalogPorts,
  tx: CatalogTx,
  place: PortPlace,
  before: ResourceRow | null,
  { principal }: Caller,
): Promise<Binding> {
  const bound = before?.bound ?? null;
  if (before && !before.boundByDocument)
    return { bound: await stillThere(tx, bound), boundByDocument: false, unbound: null };
  const said = await saidOf(ports, tx, place);
  if (!('target' in said)) return { bound: null, boundByDocument: true, unbound: said };
  const { owner, ...wanted } = said;
  if (isDeepStrictEqual(wanted, bound)) return { bound, boundByDocument: true, unbound: null };
  const no = mayBind(principal, owner, owner === null ? undefined : await tx.teams.roster(owner));
  return no
    ? { bound, boundByDocument: true, unbound: { ...wanted, reason: unconfirmed } }
    : { bound: wanted, boundByDocument: true, unbound: null };
}

/** While a port was gone its target may have been deleted. */
async function stillThere(tx: CatalogTx, bound: Bound | null): Promise<Bound | null> {
  return bound && (await tx.targets.hold(bound.target)) ? bound : null;
}

const unconfirmed = 'Whoever runs the installation, or owns the target, has to confirm it.';

async function saidOf(
  { documents, connectors }: CatalogPorts,
  tx: CatalogTx,
  { product, port, contract }: PortPlace,
): Promise<(Bound & { owner: TeamId | null }) | { reason: string }> {
  const found = documents.placeOf(product.document, port.id, contract);
  if ('unbound' in found) return { reason: found.unbound };
  const { kind, host, database, binding } = found;
  const targets = await tx.targets.at(found);
  const at = `the database "${database}"${host === null ? '' : ` at ${host}`}`;
  if (targets.length !== 1)
    return { reason: targets.length === 0 ? `No target leads to ${at}.` : `Several targets lead to ${at}.` };
  const fault = connectors.get(kind)?.bindingFaults(binding)[0];
  return fault
    ? { reason: `${fault.path}: ${fault.reason}` }
    : { target: targets[0]!.id, binding, owner: targets[0]!.owner };
}

function compact({ owner, offers, contract, autoApprove }: Facts): object {
  return { owner, offers, contract, autoApprove };
}

/** The parts of a row that another object has too. */
export function pick(row: ResourceRow, like: object): object {
  return Object.fromEntries(Object.keys(like).map((field) => [field, row[field as keyof ResourceRow]]));
}
