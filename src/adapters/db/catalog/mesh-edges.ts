// Edges of the mesh as one statement each: counted together by their two ends, or agreement by agreement.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { MeshView } from '../../../app/mesh-reads.ts';
import type { Tables } from '../schema.ts';
import {
  agreementsIn,
  allWhere,
  side,
  teamOfConsumer,
  teamOfProvider,
  unfolded,
  whatIsUsed,
  whoUses,
  type EdgeRow,
  type End,
} from './mesh-agreements.ts';

/** More edges than this cannot be drawn, let alone read. */
export const mostEdges = 2000;

/** How many agreements are counted for one picture. Few companies have more that run, few teams a tenth of it. */
const mostCounted = { everywhere: 50_000, ofTeams: 5000 };

export interface Counted {
  readonly edges: EdgeRow[];
  /** False: there is more than was counted. */
  readonly complete: boolean;
}

/**
 * Between all teams. Where there are very many agreements only a share of them is counted, taken evenly from everywhere:
 * the strong edges of that picture are those of the whole, and it costs no more than a picture of fewer.
 */
export async function edgesBetweenTeams(
  db: Kysely<Tables>,
  view: MeshView,
  most = mostCounted.everywhere,
): Promise<Counted> {
  const share = await shareOf(db, most);
  const agreements = agreementsIn(view, { ...allWhere(sql`true`), ...(share < 100 && { share }) });
  const ends = { provider: teamOfProvider, consumer: teamOfConsumer };
  return { edges: await counted(db, agreements, ends), complete: share === 100 };
}

/** In percent, by what the database knows of its tables anyway: exact numbers would cost what is to be saved. */
async function shareOf(db: Kysely<Tables>, most: number): Promise<number> {
  const { rows } = await sql<{ total: number; live: number }>`
    select t.reltuples as total, i.reltuples as live from pg_class t, pg_class i
    where t.oid = 'access'::regclass and i.oid = 'access_resource_live'::regclass
  `.execute(db);
  const { total, live } = rows[0]!;
  if (live <= most) return 100;
  // History lies among what runs, and is read with it.
  return Math.min((100 * most) / live, (100 * most * 10) / total);
}

/**
 * Everything that these teams give and take, with what is theirs one by one. Nothing is counted twice: what they take
 * from each other is among what they give.
 */
export async function edgesOfTeams(
  db: Kysely<Tables>,
  ids: readonly string[],
  view: MeshView,
): Promise<Counted> {
  const sides = ids.map((id) => `team:${id}`);
  const limit = mostCounted.ofTeams;
  const owned = sql`a.resource_id in (select id from resource where owner_team = any(${ids}::text[]))`;
  const ofOthers = sql`a.resource_id not in (select id from resource where owner_team = any(${ids}::text[]))`;
  const taken = {
    live: sql`a.consumer_team = any(${ids}::text[]) and ${ofOthers}`,
    waiting: sql`${side} = any(${sides}::text[]) and ${ofOthers}`,
  };
  const ends = {
    provider: unfolded(sql`r.owner_team`, ids, whatIsUsed, teamOfProvider),
    consumer: unfolded(sql`a.consumer_team`, ids, whoUses, teamOfConsumer),
  };
  const given = await counted(db, agreementsIn(view, { ...allWhere(owned), limit }), ends);
  const used = await counted(db, agreementsIn(view, { ...taken, limit }), ends);
  const isWhole = (edges: EdgeRow[]) => edges.reduce((sum, { agreements }) => sum + agreements, 0) < limit;
  return { edges: [...given, ...used], complete: isWhole(given) && isWhole(used) };
}

/** To and from a product, agreement by agreement. */
export async function edgesOfProduct(
  db: Kysely<Tables>,
  { id, team }: { id: string; team: string },
  view: MeshView,
): Promise<EdgeRow[]> {
  const limit = mostEdges + 1;
  const isConsumer = sql`a.consumer_kind = 'data-product' and a.consumer_id = ${id}`;
  const given = allWhere(sql`a.resource_id in (select id from resource where data_product_id = ${id})`);
  const taken = {
    live: sql`a.consumer_team = ${team} and ${isConsumer}`,
    waiting: sql`${side} = ${`team:${team}`} and ${isConsumer}`,
  };
  return [
    ...(await oneByOne(db, agreementsIn(view, { ...given, limit }))),
    ...(await oneByOne(db, agreementsIn(view, { ...taken, limit }))),
  ];
}

/**
 * Agreements counted together by their two ends. They are counted by resource and consumer first, so that far fewer rows
 * are joined and sorted than there are agreements: at 300,000 live ones that halves the time.
 */
async function counted(
  db: Kysely<Tables>,
  agreements: RawBuilder<unknown>,
  { provider, consumer }: { provider: End; consumer: End },
): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select ${provider[0]} as provider_kind, ${provider[1]} as provider, a.consumer_kind, a.consumer,
      sum(a.agreements)::bigint as agreements, sum(a.suspended)::bigint as suspended, sum(a.waiting)::bigint as waiting,
      null as access, null as output_port_id, max(a.consumer_team) as consumer_team
    from (
      select a.resource_id, ${consumer[0]} as consumer_kind, ${consumer[1]} as consumer, a.consumer_team, count(*) as agreements,
        count(*) filter (where a.state = 'suspended') as suspended, count(*) filter (where a.state = 'waiting') as waiting
      from (${agreements}) a group by 1, 2, 3, 4
    ) a join resource r on r.id = a.resource_id
    group by 1, 2, 3, 4 order by 5 desc, 2, 4 limit ${mostEdges + 1}
  `.execute(db);
  return rows;
}

async function oneByOne(db: Kysely<Tables>, agreements: RawBuilder<unknown>): Promise<EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select ${whatIsUsed[0]} as provider_kind, ${whatIsUsed[1]} as provider, ${whoUses[0]} as consumer_kind, ${whoUses[1]} as consumer,
      1 as agreements, (a.state = 'suspended')::integer as suspended, (a.state = 'waiting')::integer as waiting,
      a.id as access, r.output_port_id, a.consumer_team
    from (${agreements}) a join resource r on r.id = a.resource_id
    order by a.position limit ${mostEdges + 1}
  `.execute(db);
  return rows;
}
