// Lineage of a data product by granted access: what it reads, what reads it, and so on outward, level by level. Each level
// is one statement that starts from the index on live accesses; a product that was seen is not walked again, so cycles
// end by themselves.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Lineage, LineageEdge } from '../../../app/mesh-reads.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tables } from '../schema.ts';
import { isLiveAt } from './live.ts';

const mostEdges = 2000;

export async function lineageOf(
  db: Kysely<Tables>,
  id: string,
  depth: number,
  now: Instant,
): Promise<Lineage | null> {
  const product = await db
    .selectFrom('data_product')
    .select('document')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!product) return null;
  const upstream = await walk(
    id,
    depth,
    (from) => edgesFrom(db, whatTheyRead(from), now),
    (edge) => edge.provider,
  );
  const downstream = await walk(
    id,
    depth,
    (from) => edgesFrom(db, whoReadsThem(from), now),
    (edge) => edge.consumer,
  );
  const ids = [
    id,
    ...[...upstream.edges, ...downstream.edges].flatMap(({ provider, consumer }) => [provider, consumer]),
  ];
  return {
    text: product.document,
    products: await productsOf(db, [...new Set(ids)]),
    upstream: upstream.edges,
    downstream: downstream.edges,
    truncated: upstream.truncated || downstream.truncated,
  };
}

type Found = Omit<LineageEdge, 'distance'>;

async function walk(
  start: string,
  depth: number,
  edgesOf: (products: readonly string[]) => Promise<Found[]>,
  farEnd: (edge: Found) => string,
): Promise<{ edges: LineageEdge[]; truncated: boolean }> {
  const seen = new Set([start]);
  const edges: LineageEdge[] = [];
  let level = [start];
  for (let distance = 1; distance <= depth && level.length > 0 && edges.length <= mostEdges; distance++) {
    const found = await edgesOf(level);
    edges.push(...found.map((edge) => ({ ...edge, distance })));
    level = [...new Set(found.map(farEnd))].filter((product) => !seen.has(product));
    for (const product of level) seen.add(product);
  }
  return { edges: edges.slice(0, mostEdges), truncated: edges.length > mostEdges };
}

async function edgesFrom(db: Kysely<Tables>, which: RawBuilder<unknown>, now: Instant): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select a.id as access, r.data_product_id as provider, r.output_port_id as "outputPortId", a.consumer_id as consumer,
      a.standing = 'Suspended' as suspended, a.data_contract_id as "contractId"
    from access a join resource r on r.id = a.resource_id
    where ${isLiveAt(now)} and a.consumer_kind = 'data-product' and r.data_product_id is not null and ${which}
    order by a.position limit ${mostEdges + 1}
  `.execute(db);
  return rows;
}

/** A product's agreements as consumer carry its owner team, and the index is by team first. */
function whatTheyRead(products: readonly string[]): RawBuilder<unknown> {
  return sql`(a.consumer_team, a.consumer_id) in (select owner_team, id from data_product where id = any(${products}::text[]))`;
}

function whoReadsThem(products: readonly string[]): RawBuilder<unknown> {
  return sql`a.resource_id in (select id from resource where data_product_id = any(${products}::text[]))`;
}

async function productsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Lineage['products']> {
  const rows = await db
    .selectFrom('data_product')
    .select(['id', 'name', 'owner_team'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, { name: row.name, team: row.owner_team }]));
}
