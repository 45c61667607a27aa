// Reading the catalog for lists and pages. Documents come as the stored text, because they are handed on untouched and a
// page of a thousand of them is neither parsed nor written again. Pages are read by key; `skip` is for clients that only
// count page numbers, and finds its place through an index.
import type { TargetHealth } from '../core/target-health.ts';
import type { KeyId, PersonId, ResourceId, TeamId } from '../core/ids.ts';
import type { GovernedPolicy } from '../core/policy-change.ts';
import type { Policy } from '../core/policy.ts';
import type { Resource, ResourceKind } from '../core/resource.ts';
import type { Roster } from '../core/team.ts';
import type { ResourceRow, TargetRow } from './catalog.ts';
import type { JsonObject } from './documents.ts';
import type { MeshReads } from './mesh-reads.ts';
import type { Settings } from './organization.ts';

export interface Paging {
  /** Where the page before ended; null: at the beginning, after `skip` items. */
  readonly after: number | null;
  readonly skip: number;
  readonly limit: number;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Where this page ended, if more follows. */
  readonly next: number | null;
}

export interface PublishedFilter {
  readonly words: string | null;
  /** Any of these; empty: whatever. The same for the other lists. */
  readonly teams: readonly string[];
  /** A domain of the document, or a team that is the owner or above it. */
  readonly domains: readonly string[];
  readonly archetype: string | null;
  readonly status: string | null;
  readonly tags: readonly string[];
  readonly sort: 'creation' | 'name';
}

export interface ShownDocument {
  readonly text: string;
  readonly version: number;
}

export interface PublishedReads {
  page(filter: PublishedFilter, paging: Paging): Promise<PageOf<string>>;
  one(id: string): Promise<ShownDocument | null>;
}

export interface ShownTeam {
  readonly document: JsonObject;
  readonly parent: TeamId | null;
  readonly members: readonly { readonly emailAddress: string; readonly role: string }[];
  /** What groups of the identity provider give; it is written by no document. */
  readonly membersByGroup: ShownTeam['members'];
  readonly version: number;
}

export interface ResourceFilter {
  readonly kinds: readonly ResourceKind[];
  readonly words: string | null;
  readonly teams: readonly string[];
  readonly tags: readonly string[];
  readonly dataProductId: string | null;
  readonly dataContractId: string | null;
}

export interface ShownResource extends ResourceRow {
  readonly id: ResourceId;
  readonly strategy: GovernedPolicy['policy']['strategy'];
}

export interface ShownPolicy {
  readonly governed: GovernedPolicy;
  readonly resource: Resource;
  readonly rosters: ReadonlyMap<TeamId, Roster>;
  readonly organizationKeysDecide: boolean;
  readonly people: ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;
  /** Of the people who are named as approvers: those who left. They decide nothing. */
  readonly left: ReadonlySet<PersonId>;
  /** Of the keys that are named as external systems: those that work no more. */
  readonly deadKeys: ReadonlySet<KeyId>;
}

export interface ShownTarget extends TargetRow {
  readonly id: string;
  /** Itself, or all targets after a restore. */
  readonly frozen: boolean;
  readonly health: TargetHealth;
}

export interface CatalogReads {
  readonly teams: {
    page(email: string | null, paging: Paging): Promise<PageOf<ShownTeam>>;
    one(id: string): Promise<ShownTeam | null>;
  };
  readonly products: PublishedReads;
  readonly contracts: PublishedReads;
  readonly applications: PublishedReads;
  readonly resources: {
    page(filter: ResourceFilter, paging: Paging): Promise<PageOf<ShownResource>>;
    one(id: ResourceId): Promise<ShownResource | null>;
    /** @param draft what it would say, whose teams and people are then shown beside those that it names now. */
    policy(id: ResourceId, draft?: Policy): Promise<ShownPolicy | null>;
  };
  readonly targets: {
    page(paging: Paging): Promise<PageOf<ShownTarget>>;
    one(id: string): Promise<ShownTarget | null>;
  };
  readonly connectors: {
    page(paging: Paging): Promise<PageOf<string>>;
    one(id: string): Promise<string | null>;
  };
  settings(): Promise<Settings>;
  readonly mesh: MeshReads;
}
