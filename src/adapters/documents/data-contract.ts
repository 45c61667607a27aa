// A data contract as Countersign reads it: under which terms data may be used, which roles can be asked for, where the
// data lies and which tables it is. The document is kept beside it, untouched. Fields, types and quality rules of the
// data stay in the document only: who may have access does not depend on them.
import type { ContractTerms } from '../../core/contract-terms.ts';
import type { Server } from './server.ts';
import type { JsonObject } from './shape.ts';

export interface ContractRole {
  readonly role: string;
  /** Such as `read` or `write`, in the contract's words. */
  readonly access: string | null;
  readonly firstLevelApprovers: string | null;
  readonly secondLevelApprovers: string | null;
  readonly description: string | null;
}

export interface ContractServer extends Server {
  readonly name: string;
  readonly environment: string | null;
}

export interface ContractTable {
  readonly name: string;
  /** The name at the target, where it differs. */
  readonly physicalName: string | null;
  /** `table`, `view`, `topic`, ... in the contract's words. */
  readonly physicalType: string | null;
}

export interface DataContract {
  readonly format: 'odcs' | 'dcs';
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly status: string | null;
  /** The id of the team. */
  readonly owner: string;
  readonly domain: string | null;
  readonly tags: readonly string[];
  readonly roles: readonly ContractRole[];
  readonly servers: readonly ContractServer[];
  readonly terms: ContractTerms;
  readonly tables: readonly ContractTable[];
  /** As sent: the same value, in the same order, with every field we do not know. */
  readonly document: JsonObject;
}
