// The mesh as a graph: teams and what they own as nodes, agreements as edges. Coarse first, finer where somebody looks:
// between teams everything is counted together, teams unfold into what they own, a product into its agreements; and what
// is near something is walked step by step. Every statement starts from an index of agreements that are not over, so
// history costs nothing.
import { sql, type Kysely } from 'kysely';
import type {
  Mesh,
  MeshEdge,
  MeshNode,
  MeshReads,
  MeshView,
  NodeRef,
  Reach,
} from '../../../app/mesh-reads.ts';
import type { Tables } from '../schema.ts';
import { lineageOf } from './lineage.ts';
import type { EdgeRow } from './mesh-agreements.ts';
import {
  byProduct,
  byTeam,
  fromApplication,
  fromResource,
  together,
  walk,
  type Grain,
  type Step,
} from './mesh-around.ts';
import { between } from './mesh-between.ts';
import { edgesBetweenTeams, edgesOfProduct, edgesOfTeams, mostEdges } from './mesh-edges.ts';
import {
  applicationNodes,
  fitting,
  idsOf,
  nameOf,
  namesOfTeams,
  otherNodes,
  productNodes,
  teamNodes,
} from './mesh-nodes.ts';

/** More nodes than this are not drawn at once. */
const mostNodes = 500;

export function meshReads(db: Kysely<Tables>): MeshReads {
  return {
    all: (view) => all(db, view),
    ofTeams: (ids, view) => ofTeams(db, ids, view),
    ofProduct: (id, view) => ofProduct(db, id, view),
    around: (centre, reach, view) => around(db, centre, reach, view),
    between: (ends, view, after, limit) => between(db, ends, view, after, limit),
    lineage: (id, depth, now) => lineageOf(db, id, depth, now),
  };
}

/** The teams between which there is most come first, where there are more than can be drawn. */
async function all(db: Kysely<Tables>, view: MeshView): Promise<Mesh> {
  const counted = await edgesBetweenTeams(db, view);
  const edges = fitting(counted.edges, [], mostNodes);
  const others = await otherNodes(db, edges);
  const inEdges = idsOf(edges, 'team');
  const room = mostNodes - inEdges.length - others.length;
  const { rows: rest } = await sql<{ id: string }>`
    select id from team where deleted_at is null and id <> all(${inEdges}::text[]) order by position limit ${room + 1}
  `.execute(db);
  const teams = await teamNodes(db, [...inEdges, ...rest.slice(0, room).map(({ id }) => id)]);
  const complete = counted.complete && edges.length === counted.edges.length && rest.length <= room;
  return meshFrom(edges, [...teams, ...others], !complete);
}

async function ofTeams(db: Kysely<Tables>, wanted: readonly string[], view: MeshView): Promise<Mesh | null> {
  const ids = (await namesOfTeams(db, wanted)).map(({ id }) => id);
  if (ids.length === 0) return null;
  const counted = await edgesOfTeams(db, ids, view);
  const edges = fitting(
    counted.edges,
    ids.map((id) => `team:${id}`),
    mostNodes,
  );
  const teams = await teamNodes(db, [...new Set([...ids, ...idsOf(edges, 'team')])]);
  const others = await otherNodes(db, edges);
  const used = await productNodes(db, sql`id = any(${idsOf(edges, 'data-product')}::text[])`, mostNodes);
  const room = mostNodes - teams.length - others.length - used.length;
  const unused = await unusedNodes(db, ids, edges, room + 1);
  const complete = counted.complete && edges.length === counted.edges.length && unused.length <= room;
  return meshFrom(edges, [...teams, ...used, ...unused.slice(0, room), ...others], !complete);
}

/** What is these teams' own and no end of an edge. */
async function unusedNodes(
  db: Kysely<Tables>,
  teams: readonly string[],
  edges: readonly EdgeRow[],
  limit: number,
): Promise<MeshNode[]> {
  const isUnused = (kind: 'data-product' | 'application') =>
    sql`owner_team = any(${teams}::text[]) and id <> all(${idsOf(edges, kind)}::text[])`;
  const products = await productNodes(db, isUnused('data-product'), limit);
  const applications = await applicationNodes(db, isUnused('application'), limit - products.length);
  return [...products, ...applications];
}

async function ofProduct(db: Kysely<Tables>, id: string, view: MeshView): Promise<Mesh | null> {
  const team = await ownerOf(db, 'data_product', id);
  if (team === null) return null;
  const edges = await edgesOfProduct(db, { id, team }, view);
  return meshFrom(edges, await nodesAround(db, { kind: 'data-product', id }, edges, teamNodes), false);
}

async function around(
  db: Kysely<Tables>,
  centre: NodeRef,
  reach: Reach,
  view: MeshView,
): Promise<Mesh | null> {
  const begins = await beginningAt(db, centre);
  if (!begins) return null;
  const grain = centre.kind === 'team' ? byTeam : byProduct;
  const { steps, truncated } = await db.transaction().execute(async (tx) => {
    // Of a resource that very many use, the planner would read all agreements and sort them, since it knows only how many
    // there are on average. Without bitmaps it goes along the index and stops.
    await sql`select set_config('enable_bitmapscan', 'off', true)`.execute(tx);
    return walk(tx, centre.id, { begins, grain }, reach, view);
  });
  const near = fitting(steps, [nameOf(centre)], reach.limit);
  const complete = !truncated && near.length === steps.length;
  const nodes = await nodesAround(db, centre, near, namesOfTeams);
  return meshFrom(together(near, complete), nodes, !complete);
}

/** How one goes on from there; null where there is no such thing. */
async function beginningAt(db: Kysely<Tables>, { kind, id }: NodeRef): Promise<Grain | null> {
  switch (kind) {
    case 'team':
      return (await namesOfTeams(db, [id])).length > 0 ? byTeam : null;
    case 'data-product':
      return (await ownerOf(db, 'data_product', id)) === null ? null : byProduct;
    case 'application': {
      const team = await ownerOf(db, 'application', id);
      return team === null ? null : fromApplication(team);
    }
    default: {
      const resource = await db
        .selectFrom('resource')
        .select('id')
        .where('id', '=', id)
        .where('kind', '=', kind)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return resource ? fromResource : null;
    }
  }
}

async function ownerOf(
  db: Kysely<Tables>,
  table: 'data_product' | 'application',
  id: string,
): Promise<string | null> {
  const found = await db
    .selectFrom(table)
    .select('owner_team')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found?.owner_team ?? null;
}

/** The ends of these edges, and the teams to which they belong. */
async function nodesAround(
  db: Kysely<Tables>,
  { kind, id }: NodeRef,
  edges: readonly (EdgeRow | Step)[],
  teamsBy: typeof teamNodes,
): Promise<MeshNode[]> {
  const centre = {
    provider_kind: kind,
    provider: id,
    consumer_kind: kind,
    consumer: id,
    consumer_team: null,
  };
  const all = [centre, ...edges];
  const ids = idsOf(all, 'data-product');
  const products = await productNodes(db, sql`id = any(${ids}::text[])`, ids.length);
  const others = await otherNodes(db, all);
  const owners = [...products, ...others].flatMap((node) => ('team' in node ? [node.team] : []));
  const teams = new Set([...owners, ...idsOf(all, 'team')]);
  return [...(await teamsBy(db, [...teams])), ...products, ...others];
}

/** Without edges to what is not among the nodes. */
function meshFrom(rows: readonly EdgeRow[], nodes: readonly MeshNode[], truncated: boolean): Mesh {
  const there = new Set(nodes.map(nameOf));
  const edges = rows
    .slice(0, mostEdges)
    .map(edgeFrom)
    .filter(({ provider, consumer }) => there.has(nameOf(provider)) && there.has(nameOf(consumer)));
  return { nodes, edges, truncated: truncated || rows.length > mostEdges };
}

function edgeFrom(row: EdgeRow): MeshEdge {
  return {
    provider: { kind: row.provider_kind, id: row.provider },
    consumer: { kind: row.consumer_kind, id: row.consumer },
    agreements: row.agreements,
    suspended: row.suspended,
    waiting: row.waiting,
    access: row.access,
    outputPortId: row.output_port_id,
  };
}
