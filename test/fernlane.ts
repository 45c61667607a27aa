// Fernlane's documents, the ones that the demo applies, for tests: read from their files and put through the API.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { openWorld, type Client, type World } from './world.ts';

// Tests change documents freely.
// oxlint-disable-next-line typescript/no-explicit-any
export type Document = any;

const folder = new URL('../demo/fernlane/', import.meta.url);

/** A fresh copy of one document. */
export function fernlane(kind: string, id: string): Document {
  const found = all().find(
    (document) => kindOf(document) === kind && (document.id ?? document.resource) === id,
  );
  assert.ok(found, `Fernlane has no ${kind} "${id}"`);
  return withoutKind(found);
}

/** A world with everything that Fernlane has published. */
export async function openFernlane(): Promise<World> {
  const world = await openWorld();
  await applyFernlane(world.as('organization'));
  return world;
}

/** Puts every document where it belongs, in the order of the files. */
export async function applyFernlane(client: Client): Promise<void> {
  for (const document of all()) {
    const answer = await client.put(addressOf(document), withoutKind(document));
    assert.equal(answer.status, 200, `${addressOf(document)}: ${answer.text}`);
  }
}

function all(): Document[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      parseAllDocuments(readFileSync(new URL(file, folder), 'utf8')).map((one) => one.toJS()),
    );
}

function addressOf(document: Document): string {
  switch (kindOf(document)) {
    case 'Team':
      return `/api/teams/${document.id}`;
    case 'DataContract':
      return `/api/datacontracts/${document.id}`;
    case 'DataProduct':
      return `/api/dataproducts/${document.id}`;
    case 'Application':
      return `/api/applications/${document.id}`;
    case 'Resource':
      return `/api/resources/${document.id}`;
    case 'Policy':
      return `/api/resources/${encodeURIComponent(document.resource)}/policy`;
    default:
      throw new Error(`no address for a document of the kind ${document.kind}`);
  }
}

function kindOf(document: Document): string {
  if (document.dataProductSpecification) return 'DataProduct';
  return document.dataContractSpecification ? 'DataContract' : document.kind;
}

function withoutKind(document: Document): Document {
  if (['DataProduct', 'DataContract'].includes(document.kind)) return document;
  const { kind: _, ...rest } = document;
  return rest;
}
