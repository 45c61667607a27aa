// The mesh as a graph: teams and what they own as nodes, live agreements as edges. Coarse first, finer where somebody
// looks: between teams everything is counted together, a team unfolds into what it owns, a product into its agreements.
// Every statement starts from an index on live accesses, so history costs nothing.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Mesh, MeshEdge, MeshNode, MeshReads, NodeRef } from '../../../app/catalog-reads.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tables } from '../schema.ts';
import { lineageOf } from './lineage.ts';
import { isLiveAt } from './live.ts';

/** More edges than this cannot be drawn, let alone read. */
const mostEdges = 2000;

export function meshReads(db: Kysely<Tables>): MeshReads {
  return {
    all: async (now) => {
      const ends = { provider: teamOfProvider, consumer: teamOfConsumer };
      const edges = await edgesOf(db, { accesses: sql`true`, resources: sql`true` }, now, ends);
      return meshFrom(edges, await teamNodes(db, null));
    },
    ofTeam: async (id, now) => {
      const team = await db
        .selectFrom('team')
        .select('id')
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (!team) return null;
      const itsOwn = sql`a.resource_id in (select id from resource where owner_team = ${id})`;
      const used = await edgesOf(db, { accesses: itsOwn, resources: sql`true` }, now, {
        provider: whatIsUsed,
        consumer: teamOfConsumer,
      });
      const others = { accesses: sql`a.consumer_team = ${id}`, resources: sql`r.owner_team <> ${id}` };
      const using = await edgesOf(db, others, now, { provider: teamOfProvider, consumer: whoUses });
      const edges = [...used, ...using];
      return meshFrom(edges, [
        ...(await teamNodes(db, [id, ...idsOf(edges, 'team')])),
        ...(await productNodes(
          db,
          sql`owner_team = ${id} or id = any(${idsOf(edges, 'data-product')}::text[])`,
        )),
        ...(await otherNodes(db, edges)),
      ]);
    },
    ofProduct: async (id, now) => {
      const product = await db
        .selectFrom('data_product')
        .select('owner_team')
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (!product) return null;
      const isConsumer = sql`a.consumer_team = ${product.owner_team} and a.consumer_id = ${id} and a.consumer_kind = 'data-product'`;
      const used = await agreementsOf(db, sql`r.data_product_id = ${id}`, now);
      const using = await agreementsOf(db, isConsumer, now);
      const edges = [...used, ...using];
      const products = await productNodes(
        db,
        sql`id = any(${[id, ...idsOf(edges, 'data-product')]}::text[])`,
      );
      const others = await otherNodes(db, edges);
      const teams = [...products, ...others].flatMap((node) => ('team' in node ? [node.team] : []));
      return meshFrom(edges, [
        ...(await teamNodes(db, [...teams, ...idsOf(edges, 'team')])),
        ...products,
        ...others,
      ]);
    },
    lineage: (id, depth, now) => lineageOf(db, id, depth, now),
  };
}

/** The four ways to name the two ends of an agreement, each as a kind and an id. */
type End = readonly [kind: RawBuilder<unknown>, id: RawBuilder<unknown>];

const teamOfProvider: End = [sql`'team'`, sql`r.owner_team`];
const teamOfConsumer: End = [
  sql`case when a.consumer_team is null then 'people' else 'team' end`,
  sql`coalesce(a.consumer_team, 'people')`,
];
const whatIsUsed: End = [
  sql`case when r.kind = 'output-port' then 'data-product' else r.kind end`,
  sql`coalesce(r.data_product_id, r.id)`,
];
const whoUses: End = [sql`a.consumer_kind`, sql`a.consumer_id`];

interface EdgeRow {
  provider_kind: NodeRef['kind'];
  provider: string;
  consumer_kind: NodeRef['kind'];
  consumer: string;
  agreements: number;
  suspended: number;
  access: string | null;
  output_port_id: string | null;
  consumer_team: string | null;
}

interface Which {
  /** A condition on `access a`, and one on `resource r`. */
  readonly accesses: RawBuilder<unknown>;
  readonly resources: RawBuilder<unknown>;
}

/**
 * Agreements counted together by their two ends. They are counted by resource and consumer first, so that far fewer rows
 * are joined and sorted than there are agreements: at 300,000 live ones that halves the time.
 */
async function edgesOf(
  db: Kysely<Tables>,
  { accesses, resources }: Which,
  now: Instant,
  { provider, consumer }: { provider: End; consumer: End },
): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select ${provider[0]} as provider_kind, ${provider[1]} as provider, a.consumer_kind, a.consumer,
      sum(a.agreements)::bigint as agreements, sum(a.suspended)::bigint as suspended, null as access, null as output_port_id, max(a.consumer_team) as consumer_team
    from (
      select a.resource_id, ${consumer[0]} as consumer_kind, ${consumer[1]} as consumer, a.consumer_team,
        count(*) as agreements, count(*) filter (where a.standing = 'Suspended') as suspended
      from access a where ${isLiveAt(now)} and ${accesses} group by 1, 2, 3, 4
    ) a join resource r on r.id = a.resource_id
    where ${resources}
    group by 1, 2, 3, 4 order by 5 desc, 2, 4 limit ${mostEdges + 1}
  `.execute(db);
  return rows;
}

/** Agreements one by one. */
async function agreementsOf(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
  now: Instant,
): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select ${whatIsUsed[0]} as provider_kind, ${whatIsUsed[1]} as provider, ${whoUses[0]} as consumer_kind, ${whoUses[1]} as consumer,
      1 as agreements, (a.standing = 'Suspended')::integer as suspended, a.id as access, r.output_port_id, a.consumer_team
    from access a join resource r on r.id = a.resource_id
    where ${isLiveAt(now)} and ${which}
    order by a.position limit ${mostEdges + 1}
  `.execute(db);
  return rows;
}

function edgeFrom(row: EdgeRow): MeshEdge {
  return {
    provider: { kind: row.provider_kind, id: row.provider },
    consumer: { kind: row.consumer_kind, id: row.consumer },
    agreements: row.agreements,
    suspended: row.suspended,
    access: row.access,
    outputPortId: row.output_port_id,
  };
}

function meshFrom(edges: readonly EdgeRow[], nodes: readonly MeshNode[]): Mesh {
  const withPeople = edges.some((edge) => edge.consumer_kind === 'people');
  return {
    nodes: withPeople ? [...nodes, { kind: 'people', id: 'people' }] : nodes,
    edges: edges.slice(0, mostEdges).map(edgeFrom),
    truncated: edges.length > mostEdges,
  };
}

function idsOf(edges: readonly EdgeRow[], ...kinds: readonly NodeRef['kind'][]): string[] {
  const ids = edges.flatMap((edge) => [
    ...(kinds.includes(edge.provider_kind) ? [edge.provider] : []),
    ...(kinds.includes(edge.consumer_kind) ? [edge.consumer] : []),
  ]);
  return [...new Set(ids)];
}

/** @param ids null: every team. */
async function teamNodes(db: Kysely<Tables>, ids: readonly string[] | null): Promise<MeshNode[]> {
  const { rows } = await sql<{ id: string; name: string; parent: string | null; products: number }>`
    select t.id, t.name, t.parent, (select count(*) from data_product p where p.owner_team = t.id and p.deleted_at is null) as products
    from team t where t.deleted_at is null and (${ids}::text[] is null or t.id = any(${ids}::text[])) order by t.position
  `.execute(db);
  return rows.map((row) => ({ kind: 'team', ...row }));
}

async function productNodes(db: Kysely<Tables>, which: RawBuilder<unknown>): Promise<MeshNode[]> {
  const { rows } = await sql<{ id: string; name: string; team: string }>`
    select id, name, owner_team as team from data_product where deleted_at is null and (${which}) order by position`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'data-product', ...row }));
}

/** Resources that are no output ports, applications, and people. */
async function otherNodes(db: Kysely<Tables>, edges: readonly EdgeRow[]): Promise<MeshNode[]> {
  const { rows: resources } = await sql<{
    id: string;
    kind: 'api' | 'event' | 'action';
    name: string;
    team: string;
  }>`
    select id, kind, name, owner_team as team from resource where id = any(${idsOf(edges, 'api', 'event', 'action')}::text[])`.execute(
    db,
  );
  const { rows: people } = await sql<{ id: string; name: string | null }>`
    select id, coalesce(name, email) as name from person where id = any(${idsOf(edges, 'person')}::text[]) and erased_at is null`.execute(
    db,
  );
  const applications = new Map(
    edges
      .filter((edge) => edge.consumer_kind === 'application')
      .map((edge) => [edge.consumer, edge.consumer_team!]),
  );
  return [
    ...resources,
    ...people.map((row): MeshNode => ({ kind: 'person', ...row })),
    ...[...applications].map(([id, team]): MeshNode => ({ kind: 'application', id, name: id, team })),
  ];
}
