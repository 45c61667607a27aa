// A system where access becomes real, and which resources lie there. Settings belong to the connector, which judges them
// itself; here they are any object. Secrets are never written into a file that is kept with the code: a file says where
// the secret is found when it is applied, and the CLI fetches it there.
//
//   kind: Target
//   id: warehouse
//   connector: postgresql
//   name: Warehouse
//   owner: platform                         # the team that runs it
//   settings:
//     host: db.fernlane.example
//     database: shop
//     user: countersign
//     consumers: { person: "{local}" }      # how consumers are called there
//   secrets:
//     password: { env: WAREHOUSE_PASSWORD } # or { file: /run/secrets/warehouse }
//   bindings:                               # absent: what products and contracts say about their servers
//     - resource: orders/orders-pg
//       levels: { reader: read, writer: read-write }   # what each role gives; absent: every role reads
//       settings: { schema: orders, tables: [orders, order_items] }
import { z } from 'zod';
import { levels, type Level } from '../../core/level.ts';
import type { Fault } from './fault.ts';
import { resourceIdText } from './own-shape.ts';
import {
  anyObject,
  filledText,
  idText,
  list,
  maybe,
  part,
  readShape,
  repetitions,
  type JsonObject,
} from './shape.ts';

export type SecretPlace = { readonly env: string } | { readonly file: string };

export interface TargetBinding {
  readonly resource: string;
  readonly levels: Readonly<Record<string, Level>>;
  readonly settings: JsonObject;
}

export interface TargetDocument {
  readonly id: string;
  readonly connector: string;
  readonly name: string;
  readonly owner: string | null;
  readonly settings: JsonObject;
  readonly secrets: Readonly<Record<string, SecretPlace>>;
  readonly bindings: readonly TargetBinding[];
}

const secretPlace = z.union(
  [
    z.strictObject({
      env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'has to be the name of a variable' }),
    }),
    z.strictObject({ file: filledText }),
  ],
  { error: 'has to be { env: NAME } or { file: PATH }, never the secret itself' },
);

const target = z
  .strictObject({
    id: idText,
    connector: filledText,
    name: maybe(filledText),
    owner: maybe(idText),
    settings: part(anyObject),
    secrets: part(z.record(z.string(), secretPlace)),
    bindings: list(
      z.strictObject({
        resource: resourceIdText,
        levels: part(z.record(z.string(), z.enum(levels))),
        settings: part(anyObject),
      }),
    ).superRefine((bindings, context) => {
      for (const index of repetitions(bindings.map(({ resource }) => resource)))
        context.addIssue({ code: 'custom', path: [index, 'resource'], message: 'is bound before' });
    }),
  })
  .transform((document): TargetDocument => ({ ...document, name: document.name ?? document.id }));

/** A target, or everything that is wrong with it. Never throws, whatever it is given. */
export function readTargetDocument(body: unknown): TargetDocument | readonly Fault[] {
  return readShape(target, body);
}
