// The terms of contracts for readers: those that hold at a resource now, and those of any request, by their hash.
import type { ContractTerms } from '../core/contract-terms.ts';
import type { ResourceId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';

export interface KeptTerms {
  readonly hash: string;
  readonly contract: { readonly id: string; readonly name: string | null; readonly version: string | null };
  readonly terms: ContractTerms;
  readonly since: Instant;
}

export interface ContractTermsReads {
  /** Null: there is no contract, or it says nothing that could be accepted. Undefined: there is no such resource. */
  ofResource(id: ResourceId): Promise<KeptTerms | null | undefined>;
  /** Name and version are those of the contract now. Null: there are no such terms. */
  byHash(hash: string): Promise<KeptTerms | null>;
}
