// A data product as Countersign reads it, whatever format it was published in: who owns it, what its output ports are
// and what each says about being asked for. The document itself is kept beside it, untouched, and is what is given
// back. Lineage, quality, support channels and everything else that a product can say stay in the document only.
import type { Custom } from './custom.ts';
import type { Server } from './server.ts';
import type { JsonObject } from './shape.ts';

export interface OutputPort {
  /** The `id`, or where a port has only a name, the name. Unique in its product. */
  readonly id: string;
  readonly name: string;
  /** What to show to people, where the document has something better than the name. */
  readonly title: string | null;
  readonly description: string | null;
  readonly type: string | null;
  readonly version: string | null;
  readonly status: string | null;
  readonly environment: string | null;
  /** Whether a request is granted without anybody being asked; null: not said, so the organization's default holds. */
  readonly autoApprove: boolean | null;
  readonly containsPii: boolean | null;
  readonly contractId: string | null;
  readonly contractVersion: string | null;
  /** The entry of the contract's servers that this port means. */
  readonly contractServer: string | null;
  readonly server: Server | null;
  readonly tags: readonly string[];
  readonly custom: Custom;
}

/** What a product declares that it reads. What it reads by a granted access is not here: that follows from the access. */
export interface InputPort {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly contractId: string | null;
  readonly sourceSystemId: string | null;
}

export interface DataProduct {
  readonly format: 'odps' | 'dps';
  readonly id: string;
  readonly name: string;
  /** The id of the team. */
  readonly owner: string;
  readonly domain: string | null;
  readonly status: string | null;
  readonly archetype: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly ports: readonly OutputPort[];
  readonly inputPorts: readonly InputPort[];
  readonly custom: Custom;
  /** As sent: the same value, in the same order, with every field we do not know. */
  readonly document: JsonObject;
}

/** The port that somebody means by its id or its name. A name that several ports have means none of them. */
export function findPort(product: DataProduct, idOrName: string): OutputPort | undefined {
  const byId = product.ports.find((port) => port.id === idOrName);
  if (byId) return byId;
  const byName = product.ports.filter((port) => port.name === idOrName);
  return byName.length === 1 ? byName[0] : undefined;
}
