// Publishes a data contract: keeps its document as it was sent, and brings the output ports that name it in line with
// the roles, the version, the servers and the tables it says now.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { contractTermsText, saysSomething, type ContractTerms } from '../core/contract-terms.ts';
import type { TeamId } from '../core/ids.ts';
import { splitOutputPortId } from '../core/resource.ts';
import type { Instant } from '../core/time.ts';
import { alignPort } from './align-port.ts';
import type { CatalogPorts, CatalogTx, ContractRow } from './catalog.ts';
import { changedFields } from './changed-fields.ts';
import { compareVersion } from './compare-version.ts';
import { isFaults, named, orInvalid, type JsonObject, type PublishedContract } from './documents.ts';
import { permitOwner } from './permit-owner.ts';
import type { Caller } from './ports.ts';

/** @throws Problem `invalid_field`, `reference_unknown` for the owner team, `not_an_owner`, `version_mismatch`. */
export const putDataContract =
  (ports: CatalogPorts) =>
  async (id: string, body: unknown, caller: Caller, ifMatch: number | null = null): Promise<void> => {
    const contract = orInvalid(ports.documents.readDataContract(named(body, id)));
    await ports.catalog.change(caller, ports.clock.now(), async (tx) => {
      const before = await tx.contracts.lock(id);
      const living = before?.deleted === false ? before : null;
      compareVersion(ifMatch, living?.version ?? null);
      await permitOwner(tx, contract.owner as TeamId, contract.ownerPath, living?.owner, caller.principal);
      if (living && isDeepStrictEqual(living.document, contract.document)) return;
      await saveContract(tx, id, before, contract, ports.clock.now());
      await alignPortsOf(ports, tx, id, contract.document, caller);
    });
  };

async function saveContract(
  tx: CatalogTx,
  id: string,
  known: ContractRow | null,
  contract: PublishedContract,
  now: Instant,
): Promise<void> {
  const before = known?.deleted === false ? known : null;
  const { domain, status, tags, description, format, name, version, document } = contract;
  const owner = contract.owner as TeamId;
  const facets = { domain, status, tags, archetype: null, description };
  const termsHash = saysSomething(contract.terms) ? termsHashOf(id, contract.terms) : null;
  if (termsHash !== null) await tx.contracts.keepTerms(id, { hash: termsHash, terms: contract.terms }, now);
  const after = { format, owner, name, contractVersion: version, facets, document, termsHash };
  await (known ? tx.contracts.save(id, after) : tx.contracts.add(id, after));
  tx.note({
    type: before ? 'datacontract.updated' : 'datacontract.created',
    subject: id,
    ...(before && { before: { owner: before.owner, version: before.contractVersion } }),
    after: { owner, version },
    data: { changed: changedFields(before?.document, document) },
  });
}

function termsHashOf(id: string, terms: ContractTerms): string {
  return createHash('sha256').update(contractTermsText(id, terms)).digest('hex');
}

async function alignPortsOf(
  ports: CatalogPorts,
  tx: CatalogTx,
  id: string,
  contract: JsonObject,
  caller: Caller,
): Promise<void> {
  for (const { id: resource, product: document } of await tx.resources.portsOfContract(id)) {
    const product = ports.documents.readDataProduct(document);
    const before = await tx.resources.lock(resource);
    if (isFaults(product) || !before || before.deleted) continue;
    const port = product.ports.find((one) => one.id === splitOutputPortId(resource).outputPortId);
    if (port?.contractId === id)
      await alignPort(ports, tx, { resource, product, port, contract }, before, caller);
  }
}
