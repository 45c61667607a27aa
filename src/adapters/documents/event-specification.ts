// An event type as its description says it.
//
//   apiVersion: tcp.ei.telekom.de/v1
//   kind: EventSpecification
//   metadata: { name: orders-created }
//   spec:
//     type: fernlane.orders.created.v1
//     version: 1.2.0
//     description: An order was placed.
//     specification: { type: object }     # JSON schema
import { z } from 'zod';
import type { Specification } from '../../app/rover.ts';
import { isFaults, type Fault } from './fault.ts';
import { maybe, readShape, text, versionText, type JsonObject } from './shape.ts';

const shape = z.looseObject({
  apiVersion: maybe(z.literal('tcp.ei.telekom.de/v1')),
  kind: maybe(z.literal('EventSpecification')),
  spec: z.looseObject({
    type: text.max(200).regex(/^[^\s/]+$/, { error: 'may hold no blanks and no slashes' }),
    version: maybe(versionText),
    description: maybe(text),
    category: maybe(text),
  }),
});

/** An event type, or everything that is wrong with its description. Never throws. */
export function readEventSpecification(body: unknown): Specification | readonly Fault[] {
  const read = readShape(shape, body);
  if (isFaults(read)) return read;
  const { type, version, description } = read.spec;
  return {
    space: 'event',
    key: type,
    title: null,
    description: description?.slice(0, 2000) ?? null,
    version,
    category: null,
    scopes: null,
    document: body as JsonObject,
  };
}
