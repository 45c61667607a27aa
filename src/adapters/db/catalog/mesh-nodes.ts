// Nodes of the mesh: what the ends of edges are called, and to whom they belong.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { MeshNode, NodeRef } from '../../../app/mesh-reads.ts';
import type { Tables } from '../schema.ts';
import type { EdgeRow } from './mesh-agreements.ts';

type Ends = Pick<EdgeRow, 'provider_kind' | 'provider' | 'consumer_kind' | 'consumer' | 'consumer_team'> & {
  readonly provider_team?: string;
};

export function idsOf(edges: readonly Ends[], ...kinds: readonly MeshNode['kind'][]): string[] {
  const ids = edges.flatMap((edge) => [
    ...(kinds.includes(edge.provider_kind) ? [edge.provider] : []),
    ...(kinds.includes(edge.consumer_kind) ? [edge.consumer] : []),
  ]);
  return [...new Set(ids)];
}

/** A node as a text. */
export function nameOf({ kind, id }: NodeRef): string {
  return `${kind}:${id}`;
}

/** The first of these, until there are as many nodes as the picture takes, with the teams to which they belong. */
export function fitting<Row extends Ends>(
  rows: readonly Row[],
  start: readonly string[],
  limit: number,
): Row[] {
  const nodes = new Set(start);
  return rows.filter((row) => {
    const fresh = [...new Set(nodesOf(row))].filter((node) => !nodes.has(node));
    if (nodes.size + fresh.length > limit) return false;
    for (const node of fresh) nodes.add(node);
    return true;
  });
}

function nodesOf(row: Ends): string[] {
  return [
    `${row.provider_kind}:${row.provider}`,
    `${row.consumer_kind}:${row.consumer}`,
    ...[row.provider_team, row.consumer_team].flatMap((team) => (team ? [`team:${team}`] : [])),
  ];
}

/** These teams, with how much they own. */
export async function teamNodes(db: Kysely<Tables>, ids: readonly string[]): Promise<MeshNode[]> {
  const { rows } = await sql<{ id: string; name: string; parent: string | null; products: number }>`
    select t.id, t.name, t.parent, (select count(*) from data_product p where p.owner_team = t.id and p.deleted_at is null) as products
    from team t where t.deleted_at is null and t.id = any(${ids}::text[]) order by t.position
  `.execute(db);
  return rows.map((row) => ({ kind: 'team', ...row }));
}

/** These teams by name alone, which costs the same however much they own. */
export async function namesOfTeams(db: Kysely<Tables>, ids: readonly string[]): Promise<MeshNode[]> {
  const { rows } = await sql<{ id: string; name: string; parent: string | null }>`
    select id, name, parent from team where deleted_at is null and id = any(${ids}::text[]) order by position`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'team', products: null, ...row }));
}

/** @param which a condition on `data_product`. */
export async function productNodes(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<MeshNode[]> {
  const { rows } = await sql<{ id: string; name: string; team: string }>`
    select id, name, owner_team as team from data_product where deleted_at is null and ${which} order by position limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'data-product', ...row }));
}

/** @param which a condition on `application`. */
export async function applicationNodes(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<MeshNode[]> {
  if (limit === 0) return [];
  const { rows } = await sql<{ id: string; name: string; team: string }>`
    select id, name, owner_team as team from application where deleted_at is null and ${which} order by position limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'application', ...row }));
}

/** What occurs in edges beside teams and products: other resources, applications, and people. */
export async function otherNodes(db: Kysely<Tables>, edges: readonly Ends[]): Promise<MeshNode[]> {
  const applications = idsOf(edges, 'application');
  return [
    ...(await resourceNodes(db, idsOf(edges, 'api', 'event', 'action'))),
    ...(await personNodes(db, idsOf(edges, 'person'))),
    ...(await applicationNodes(db, sql`id = any(${applications}::text[])`, applications.length)),
    ...(edges.some((edge) => edge.consumer_kind === 'people')
      ? [{ kind: 'people', id: 'people' } as const]
      : []),
  ];
}

async function resourceNodes(db: Kysely<Tables>, ids: readonly string[]): Promise<MeshNode[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; kind: 'api' | 'event' | 'action'; name: string; team: string }>`
    select id, kind, name, owner_team as team from resource where id = any(${ids}::text[])`.execute(db);
  return rows;
}

async function personNodes(db: Kysely<Tables>, ids: readonly string[]): Promise<MeshNode[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, coalesce(name, email) as name from person where id = any(${ids}::text[]) and erased_at is null`.execute(
    db,
  );
  return rows.map((row) => ({ kind: 'person', ...row }));
}
