// Reading the mesh: teams and what they own as nodes, agreements as edges. It is read coarse first, then finer where
// somebody looks, and always bounded: a picture of everything could not be drawn, let alone read. What is over is no edge,
// so that the picture does not grow with history.
import type { AccessId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';

/** How an agreement stands, each in one of these: what runs, what is suspended, what was asked for while nothing runs. */
export const meshStates = ['granted', 'suspended', 'waiting'] as const;
export type MeshState = (typeof meshStates)[number];

export type MeshNode =
  | {
      readonly kind: 'team';
      readonly id: string;
      readonly name: string;
      readonly parent: string | null;
      /** How many data products it owns; null where nobody counted. */
      readonly products: number | null;
    }
  | {
      readonly kind: 'data-product' | 'api' | 'event' | 'action' | 'application';
      readonly id: string;
      readonly name: string;
      readonly team: string;
    }
  | { readonly kind: 'person'; readonly id: string; readonly name: string | null }
  /** Everybody who has access for themself, where people are not shown one by one. */
  | { readonly kind: 'people'; readonly id: 'people' };

export interface NodeRef {
  readonly kind: MeshNode['kind'];
  readonly id: string;
}

/** Agreements by which one consumer uses one provider. */
export interface MeshEdge {
  readonly provider: NodeRef;
  readonly consumer: NodeRef;
  readonly agreements: number;
  /** How many of them are suspended now. */
  readonly suspended: number;
  /** How many of them were asked for and give nothing yet. */
  readonly waiting: number;
  /** The agreement itself, where the edge stands for one. */
  readonly access: string | null;
  readonly outputPortId: string | null;
}

export interface Mesh {
  readonly nodes: readonly MeshNode[];
  readonly edges: readonly MeshEdge[];
  /** True: there is more than is shown. */
  readonly truncated: boolean;
}

/** Of which agreements, as of when. */
export interface MeshView {
  readonly states: readonly MeshState[];
  readonly now: Instant;
}

export interface Reach {
  /** Upstream is what something uses, downstream who uses it. */
  readonly way: 'upstream' | 'downstream' | 'both';
  readonly steps: number;
  /** How many nodes at most. */
  readonly limit: number;
}

/** The two ends of an edge. A team as consumer is all that is its own, or only what it has by itself. */
export interface Ends {
  readonly provider: NodeRef;
  readonly consumer: NodeRef;
  readonly byItself: boolean;
}

/** One agreement by which one data product reads from another. */
export interface LineageEdge {
  readonly access: string;
  readonly provider: string;
  readonly outputPortId: string;
  readonly consumer: string;
  readonly suspended: boolean;
  readonly contractId: string | null;
  /** How far from the product that was asked about; 1 is next to it. */
  readonly distance: number;
}

export interface Lineage {
  /** The document of the product that was asked about. */
  readonly text: string;
  readonly products: ReadonlyMap<string, { readonly name: string; readonly team: string }>;
  readonly upstream: readonly LineageEdge[];
  readonly downstream: readonly LineageEdge[];
  readonly truncated: boolean;
}

export interface MeshReads {
  /** Teams as nodes; all agreements between two teams are one edge. */
  all(view: MeshView): Promise<Mesh>;
  /** Products and resources of these teams as nodes, with the teams that use them and those they use. Null: no such teams. */
  ofTeams(ids: readonly string[], view: MeshView): Promise<Mesh | null>;
  /** One product with every agreement to it and from it. Null: no such product. */
  ofProduct(id: string, view: MeshView): Promise<Mesh | null>;
  /**
   * What is near something, step by step: teams around a team, products and whatever uses them around everything else.
   * Edges stand for what was read on the way, which is no total. Null: no such thing.
   */
  around(centre: NodeRef, reach: Reach, view: MeshView): Promise<Mesh | null>;
  /** The agreements behind an edge, those of one resource after the other. */
  between(ends: Ends, view: MeshView, after: MeshPlace | null, limit: number): Promise<Between>;
  /** Null: no such product. */
  lineage(id: string, depth: number, now: Instant): Promise<Lineage | null>;
}

/** Positions of a resource and of an access to it. */
export interface MeshPlace {
  readonly resource: number;
  readonly access: number;
}

export interface Between {
  readonly ids: readonly AccessId[];
  /** Where this page ended, if more follows. */
  readonly next: MeshPlace | null;
}
