// What somebody writes about a resource: the body of `PUT /api/resources/{id}`.
import type { ResourceKind } from '../core/resource.ts';
import type { JsonObject } from './documents.ts';

/** What a PUT says; undefined: it does not say. */
export interface ResourceWish {
  /** The id of the address, if it says one. */
  readonly id?: string | undefined;
  readonly type?: ResourceKind | undefined;
  readonly name?: string | undefined;
  /** The id of the owner team. */
  readonly owner?: string | undefined;
  readonly description?: string | null | undefined;
  readonly offers?: readonly string[] | undefined;
  readonly visibility?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Null unbinds it. */
  readonly target?: TargetWish | null | undefined;
}

export interface TargetWish {
  readonly id?: string | undefined;
  readonly binding?: JsonObject | undefined;
  /** True: what the documents say counts again. False: it is said by hand, even where it is what they say. */
  readonly followsDocument?: boolean | undefined;
}
