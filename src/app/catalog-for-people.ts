// The catalog as people look through it: resources by words and filters, each with what the caller has there, and beside
// them what the filters could be set to. Counting everything would grow with the catalog, so what is counted are the
// first thousand that fit, and it is said when there are more.
import type { Side } from '../core/consumer.ts';
import type { AccessId } from '../core/ids.ts';
import type { ResourceKind } from '../core/resource.ts';
import type { ResourceFilter, ShownResource } from './catalog-reads.ts';

export interface CatalogFilter extends ResourceFilter {
  /** What the caller's sides have there; null: whatever. */
  readonly access: 'live' | 'waiting' | 'none' | null;
}

/** What the caller's sides have at a resource: of each kind one agreement, null where there is none. */
export type Mine = Readonly<Record<'live' | 'suspended' | 'waiting' | 'refused', AccessId | null>>;

export interface CatalogItem {
  readonly resource: ShownResource;
  readonly ownerName: string | null;
  readonly mine: Mine;
}

export interface Counted<T extends string = string> {
  readonly value: T;
  readonly count: number;
}

export interface Facets {
  readonly counted: number;
  /** False: more fit than were counted. */
  readonly complete: boolean;
  readonly types: readonly Counted<ResourceKind>[];
  readonly owners: readonly (Counted & { readonly name: string | null })[];
  readonly tags: readonly Counted[];
}

export interface CatalogForPeople {
  page(
    filter: CatalogFilter,
    sides: readonly Side[],
    after: number,
    limit: number,
  ): Promise<{ items: CatalogItem[]; next: number | null }>;
  facets(filter: CatalogFilter, sides: readonly Side[]): Promise<Facets>;
}
