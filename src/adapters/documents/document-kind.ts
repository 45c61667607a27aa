// Which kind of document an object is, and the reader for each. `kind` says it; the formats of other people that have no
// `kind` are known by the field that names their specification, and teams and agreements, which on the wire are told
// apart by their address only, by what makes them one. `kind` belongs to the document in ODPS and ODCS; in the others
// it is only there for the file and is taken off.
import { readAccess, type AccessDocument } from './access-document.ts';
import { readApplication, type Application } from './application.ts';
import type { DataContract } from './data-contract.ts';
import type { DataProduct } from './data-product.ts';
import { fault, type Fault } from './fault.ts';
import { readIdentityProvider, type IdentityProviderDocument } from './identity-provider-document.ts';
import { readPolicyDocument, type PolicyDocument } from './policy-document.ts';
import { readDataContract } from './read-data-contract.ts';
import { readDataProduct } from './read-data-product.ts';
import { readResource, type ResourceDocument } from './resource-document.ts';
import { isObject, type JsonObject } from './shape.ts';
import { readTargetDocument, type TargetDocument } from './target-document.ts';
import { isTeamType, readTeam, type Team } from './team.ts';

/** What each kind is read into. */
export interface Kinds {
  Team: Team;
  DataProduct: DataProduct;
  DataContract: DataContract;
  Application: Application;
  Access: AccessDocument;
  Resource: ResourceDocument;
  Policy: PolicyDocument;
  Target: TargetDocument;
  IdentityProvider: IdentityProviderDocument;
}

export type DocumentKind = keyof Kinds;

export const readers: { readonly [K in DocumentKind]: (body: unknown) => Kinds[K] | readonly Fault[] } = {
  Team: (body) => readTeam(withoutKind(body)),
  DataProduct: readDataProduct,
  DataContract: readDataContract,
  Application: (body) => readApplication(withoutKind(body)),
  Access: (body) => readAccess(withoutKind(body)),
  Resource: (body) => readResource(withoutKind(body)),
  Policy: (body) => readPolicyDocument(withoutKind(body)),
  Target: (body) => readTargetDocument(withoutKind(body)),
  IdentityProvider: (body) => readIdentityProvider(withoutKind(body)),
};

const documentKinds = Object.keys(readers) as readonly DocumentKind[];

/** The kind of a document, or why it cannot be known. */
export function kindOf(document: unknown): DocumentKind | Fault {
  if (!isObject(document)) return fault([], 'has to be an object');
  const kind = document['kind'];
  if (kind === undefined)
    return kindByFields(document) ?? fault([], `needs a kind: ${documentKinds.join(', ')}`);
  return (
    documentKinds.find((known) => known === kind) ??
    fault(['kind'], `has to be one of ${documentKinds.join(', ')}`)
  );
}

function kindByFields(document: JsonObject): DocumentKind | undefined {
  if ('dataProductSpecification' in document) return 'DataProduct';
  if ('dataContractSpecification' in document) return 'DataContract';
  if ('dataUsageAgreementSpecification' in document) return 'Access';
  if ('provider' in document && 'consumer' in document) return 'Access';
  if (isObject(document['info']) && 'outputPorts' in document) return 'DataProduct';
  return isTeamType(document['type']) ? 'Team' : undefined;
}

function withoutKind(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { kind: _, ...rest } = body;
  return rest;
}
