// Publishes a data product: keeps its document as it was sent and brings its output ports in line with it. Ports are
// resources; one that is new gets its policy, one that has vanished is marked gone, and what stands on it is ended by a
// follower of the log. The owner team of the document owns the ports too, and the product's own agreements as consumer
// move with it.
import { isDeepStrictEqual } from 'node:util';
import type { TeamId } from '../core/ids.ts';
import { outputPortId } from '../core/resource.ts';
import type { CatalogPorts, CatalogTx, ProductRow, ResourceRow } from './catalog.ts';
import { changedFields } from './changed-fields.ts';
import { compareVersion } from './compare-version.ts';
import { invalid, named, orInvalid, type JsonObject, type PublishedProduct } from './documents.ts';
import { alignPort } from './align-port.ts';
import { permitOwner } from './permit-owner.ts';
import { removePort } from './remove-port.ts';
import type { Caller } from './ports.ts';
import { followDocument } from './follow-document.ts';

/** More ports than this in one product are a mistake of a generator, and would make one transaction very long. */
const mostPorts = 1000;

/**
 * @throws Problem `invalid_field`, `reference_unknown` for the owner team, `not_an_owner`, also where the document
 *   changes how access is decided and the caller may not; `version_mismatch`.
 */
export const putDataProduct =
  (ports: CatalogPorts) =>
  async (id: string, body: unknown, caller: Caller, ifMatch: number | null = null): Promise<void> => {
    const product = orInvalid(ports.documents.readDataProduct(named(body, id)));
    if (product.ports.length > mostPorts)
      throw invalid([{ path: 'outputPorts', message: `are more than ${mostPorts}` }]);
    await ports.catalog.change(caller, ports.clock.now(), async (tx) => {
      const before = await tx.products.lock(id);
      const living = before?.deleted === false ? before : null;
      compareVersion(ifMatch, living?.version ?? null);
      await permitOwner(tx, product.owner as TeamId, product.ownerPath, living?.owner, caller.principal);
      await saveProduct(tx, id, before, product, ports.clock.now());
      await alignPorts(ports, tx, id, product, caller);
    });
  };

async function saveProduct(
  tx: CatalogTx,
  id: string,
  known: ProductRow | null,
  product: PublishedProduct,
  now: number,
): Promise<void> {
  const before = known?.deleted === false ? known : null;
  if (before && isDeepStrictEqual(before.document, product.document)) return;
  const { domain, archetype, status, tags, description, format, name, document } = product;
  const owner = product.owner as TeamId;
  const facets = { domain, archetype, status, tags, description };
  const after = { format, owner, name, facets, document };
  await (known ? tx.products.save(id, after) : tx.products.add(id, after));
  // Also of one that comes back elsewhere: nobody renews what was granted to a product that is not theirs any more.
  if (known && known.owner !== owner) await tx.products.moveConsumer(id, owner, now);
  tx.note({
    type: before ? 'dataproduct.updated' : 'dataproduct.created',
    subject: id,
    ...(before && { before: { owner: before.owner } }),
    after: { owner },
    data: { changed: changedFields(before?.document, document) },
  });
}

async function alignPorts(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: string,
  product: PublishedProduct,
  caller: Caller,
): Promise<void> {
  // Contracts come first: whoever changes one takes its lock before those of the ports that name it.
  const contracts = await tx.contracts.documents(contractsOf(product));
  const known = await tx.resources.lockPorts(id);
  const policies = await tx.policies.lockMany([...known.keys()].map((port) => outputPortId(id, port)));
  const settings = await tx.organization.settings();
  for (const [index, port] of product.ports.entries()) {
    const before = known.get(port.id) ?? null;
    const resource = outputPortId(id, port.id);
    const place = { resource, product, port, contract: contractOf(contracts, port.contractId) };
    await alignPort(ports, tx, place, before, caller);
    const policy = policies.get(resource) ?? null;
    await followDocument(ports, tx, { ...place, index, before, policy, settings }, caller);
  }
  await removeVanished(ports, tx, id, product, known);
}

async function removeVanished(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: string,
  product: PublishedProduct,
  known: ReadonlyMap<string, ResourceRow>,
): Promise<void> {
  const named = new Set(product.ports.map((port) => port.id));
  for (const [port, resource] of known)
    if (!resource.deleted && !named.has(port))
      await removePort(tx, outputPortId(id, port), resource, ports.clock.now());
}

function contractsOf(product: PublishedProduct): string[] {
  return [...new Set(product.ports.map((port) => port.contractId).filter((id) => id !== null))];
}

function contractOf(contracts: ReadonlyMap<string, JsonObject>, id: string | null): JsonObject | null {
  return id === null ? null : (contracts.get(id) ?? null);
}
