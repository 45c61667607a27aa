// A resource as a file or a REST client describes it: an API, an event type or an action, with its owner and what can be
// asked for. An output port comes with its data product and is described there; its policy is a document of its own.
//
//   kind: Resource
//   id: checkout-api
//   type: api                          # api, event or action
//   name: Checkout API
//   owner: checkout                    # id of the team
//   description: Places and changes orders.
//   offers: [orders:read, orders:write]   # roles or scopes that may be asked for; absent: any
//   visibility: ENTERPRISE             # WORLD, ENTERPRISE or ZONE; absent: ENTERPRISE
//   tags: [orders]
//   policy:                            # as in a Policy document, without its resource
//     strategy: Simple
//     maximumDuration: 365d
import { z } from 'zod';
import type { WrittenPolicy } from '../../app/documents.ts';
import { resourceKinds, type ResourceKind } from '../../core/resource.ts';
import type { Fault } from './fault.ts';
import { policyBody } from './policy-document.ts';
import { filledText, idText, list, maybe, readShape, text } from './shape.ts';

export type Visibility = 'WORLD' | 'ENTERPRISE' | 'ZONE';

export interface ResourceDocument {
  readonly id: string;
  readonly type: Exclude<ResourceKind, 'output-port'>;
  readonly name: string;
  readonly owner: string;
  readonly description: string | null;
  readonly offers: readonly string[];
  readonly visibility: Visibility;
  readonly tags: readonly string[];
  readonly policy: WrittenPolicy | null;
}

const resource = z.strictObject({
  id: idText,
  type: z.enum(resourceKinds).exclude(['output-port'], {
    error: 'has to be api, event or action; output ports come with their data product',
  }),
  name: filledText,
  owner: idText,
  description: maybe(text),
  offers: list(filledText).refine((offers) => new Set(offers).size === offers.length, {
    error: 'names something twice',
  }),
  visibility: maybe(z.enum(['WORLD', 'ENTERPRISE', 'ZONE'])).transform((value) => value ?? 'ENTERPRISE'),
  tags: list(text),
  policy: maybe(policyBody),
});

/** A resource, or everything that is wrong with it. Never throws, whatever it is given. */
export function readResource(body: unknown): ResourceDocument | readonly Fault[] {
  return readShape(resource, body);
}
