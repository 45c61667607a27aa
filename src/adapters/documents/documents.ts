// The readers of this folder in the words of the catalog's use cases (app/documents.ts). Added here is only where each
// format says its owner, so that a fault about the owner can name the field, and a binding in a connector's words.
import { isFaults, type Documents, type JsonObject, type Place } from '../../app/documents.ts';
import { readApplication } from './application.ts';
import { readConnector } from './connector.ts';
import { contractYaml } from './contract-yaml.ts';
import type { DataContract } from './data-contract.ts';
import { pathText } from './fault.ts';
import { idFault } from './id.ts';
import { isOdcs, odcsOwner } from './odcs.ts';
import { readPolicy } from './policy-document.ts';
import { findPostgres } from './postgres-binding.ts';
import { readDataContract } from './read-data-contract.ts';
import { readDataProduct } from './read-data-product.ts';
import { readTeam } from './team.ts';

export const documents: Documents = {
  readTeam,
  readApplication,
  readConnector,
  readPolicy,
  idFault,
  yamlOf: (document) => contractYaml({ document }),
  readDataProduct: (body) => {
    const product = readDataProduct(body);
    if (isFaults(product)) return product;
    return { ...product, ownerPath: product.format === 'odps' ? 'team.name' : 'info.owner' };
  },
  readDataContract: (body) => {
    const contract = readDataContract(body);
    if (isFaults(contract)) return contract;
    const { document, terms } = contract;
    const ownerPath = isOdcs(document) ? pathText(odcsOwner(document).path) : 'info.owner';
    return { ...contract, ownerPath, description: terms.purpose };
  },
  placeOf: (product, port, contract) => placeOf(product, port, contract),
};

function placeOf(
  productDocument: JsonObject,
  portId: string,
  contractDocument: JsonObject | null,
): Place | { readonly unbound: string } {
  const product = readDataProduct(productDocument);
  const contract = contractDocument && readDataContract(contractDocument);
  if (isFaults(product) || isFaults(contract)) return { unbound: 'The documents cannot be read.' };
  const port = product.ports.find(({ id }) => id === portId);
  if (!port) return { unbound: 'The data product has no such port.' };
  const found = findPostgres(port, contract);
  if ('unbound' in found) return found;
  const { host, port: number, database, schema, tables, future } = found;
  return {
    kind: 'postgresql',
    host,
    port: number,
    database,
    binding: {
      schema,
      tables: tables === 'all' ? tables : [...tables],
      ...(tables === 'all' && { futureTables: future }),
      ...(contract && offersWriting(contract) && { levels: ['read', 'read-write'] }),
    },
  };
}

function offersWriting({ roles }: DataContract): boolean {
  return roles.some(({ access }) => /write/i.test(access ?? ''));
}
