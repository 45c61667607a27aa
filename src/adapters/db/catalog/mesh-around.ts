// What is near something, step by step: each step is one statement to each side, which reads along an index and stops
// after as many agreements as the picture can take. So the cost depends on the size of the picture and not on how much
// there is behind it; what was left out is said, and nothing is counted that was not read.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { MeshView, NodeRef, Reach } from '../../../app/mesh-reads.ts';
import type { Tables } from '../schema.ts';
import {
  agreementsIn,
  allWhere,
  first,
  side,
  teamOfConsumer,
  teamOfProvider,
  whatIsUsed,
  whoUses,
  type EdgeRow,
  type End,
  type Narrowed,
} from './mesh-agreements.ts';

/** An agreement, and the two things that it connects. */
export type Step = Omit<EdgeRow, 'agreements' | 'suspended' | 'waiting'> & {
  readonly access: string;
  readonly state: string;
  readonly provider_team: string;
};

export interface Walked {
  readonly steps: readonly Step[];
  readonly truncated: boolean;
}

/** How things follow each other: teams, or what they own. */
export interface Grain {
  readonly provider: End;
  readonly consumer: End;
  /** Conditions on `resource`: what these give. */
  gives(ids: readonly string[]): RawBuilder<unknown>;
  /** Consumers as rows `c` with kind, id and team, and what is theirs of `access a`. */
  takers(ids: readonly string[]): RawBuilder<unknown>;
  readonly takes: Omit<Narrowed, 'limit'>;
  /** What goes on from here. */
  readonly walks: NodeRef['kind'];
}

export const byTeam: Grain = {
  provider: teamOfProvider,
  consumer: teamOfConsumer,
  gives: (ids) => sql`owner_team = any(${ids}::text[])`,
  takers: (ids) => sql`select unnest(${ids}::text[]) collate "C" as team`,
  takes: { ...allWhere(sql`${side} = 'team:' || c.team`), first },
  walks: 'team',
};

export const byProduct: Grain = {
  provider: whatIsUsed,
  consumer: whoUses,
  gives: (ids) => sql`data_product_id = any(${ids}::text[])`,
  takers: (ids) =>
    sql`select 'data-product' as kind, id, owner_team as team from data_product where id = any(${ids}::text[])`,
  takes: {
    live: sql`a.consumer_team = c.team and a.consumer_id = c.id and a.consumer_kind = c.kind`,
    waiting: sql`${side} = 'team:' || c.team and a.consumer_id = c.id and a.consumer_kind = c.kind`,
  },
  walks: 'data-product',
};

/** The first step from a resource that belongs to no product. It takes nothing. */
export const fromResource: Grain = {
  ...byProduct,
  gives: (ids) => sql`id = any(${ids}::text[])`,
  takers: () => sql`select '' as kind, '' as id, '' as team where false`,
};

/** The first step from an application of this team. It gives nothing. */
export function fromApplication(team: string): Grain {
  return {
    ...byProduct,
    gives: () => sql`false`,
    takers: (ids) =>
      sql`select 'application' as kind, unnest(${ids}::text[]) collate "C" as id, ${team}::text collate "C" as team`,
  };
}

/** @param begins how the first step goes; all others go by `grain`. */
export async function walk(
  db: Kysely<Tables>,
  start: string,
  { begins, grain }: { begins: Grain; grain: Grain },
  { way, steps, limit }: Reach,
  view: MeshView,
): Promise<Walked> {
  const found = new Map<string, Step>();
  let truncated = false;
  for (const direction of ['downstream', 'upstream'] as const) {
    if (way !== 'both' && way !== direction) continue;
    const seen = new Set([start]);
    let level = [start];
    let left = agreementsFor(limit);
    for (let step = 1; step <= steps && level.length > 0; step++) {
      const rows = await read[direction](db, level, step === 1 ? begins : grain, view, left + 1);
      truncated ||= rows.length > left;
      const kept = rows.slice(0, left);
      left -= kept.length;
      for (const row of kept) found.set(row.access, row);
      const far = kept.flatMap((row) => farEnd[direction](row, grain.walks));
      level = [...new Set(far)].filter((id) => !seen.has(id));
      for (const id of level) seen.add(id);
    }
  }
  return { steps: [...found.values()], truncated };
}

/** A picture takes a few agreements for each of its nodes. */
const agreementsFor = (nodes: number): number => nodes * 2;

/** More things of one owner are not looked through in one step. */
const mostThings = 5000;

const farEnd = {
  downstream: (row: Step, kind: string) => (row.consumer_kind === kind ? [row.consumer] : []),
  upstream: (row: Step, kind: string) => (row.provider_kind === kind ? [row.provider] : []),
};

type Read = (
  db: Kysely<Tables>,
  ids: readonly string[],
  grain: Grain,
  view: MeshView,
  limit: number,
) => Promise<Step[]>;

const read: Record<'upstream' | 'downstream', Read> = {
  downstream: async (db, ids, grain, view, limit) => {
    const agreements = agreementsIn(view, { ...allWhere(sql`a.resource_id = r.id`), limit, first });
    const { rows } = await sql<Step>`
      select ${ends(grain)} from (
        select id, kind, owner_team, data_product_id, output_port_id from resource where ${grain.gives(ids)} order by position limit ${mostThings}
      ) r cross join lateral (${agreements}) a limit ${limit}
    `.execute(db);
    return rows;
  },
  upstream: async (db, ids, grain, view, limit) => {
    const agreements = agreementsIn(view, { ...grain.takes, limit });
    const { rows } = await sql<Step>`
      select ${ends(grain)} from (${grain.takers(ids)}) c cross join lateral (${agreements}) a
      join resource r on r.id = a.resource_id limit ${limit}
    `.execute(db);
    return rows;
  },
};

function ends({ provider, consumer }: Grain): RawBuilder<unknown> {
  return sql`${provider[0]} as provider_kind, ${provider[1]} as provider, ${consumer[0]} as consumer_kind, ${consumer[1]} as consumer,
    a.id as access, a.state, r.output_port_id, r.owner_team as provider_team, a.consumer_team`;
}

/** Agreements with the same two ends as one edge; which one it is, is said where it is known to be the only one. */
export function together(steps: readonly Step[], complete: boolean): EdgeRow[] {
  const edges = new Map<string, EdgeRow>();
  for (const step of steps) {
    const ends = JSON.stringify([step.provider_kind, step.provider, step.consumer_kind, step.consumer]);
    const before = edges.get(ends);
    const isOne = !before && complete;
    edges.set(ends, {
      ...step,
      agreements: (before?.agreements ?? 0) + 1,
      suspended: (before?.suspended ?? 0) + (step.state === 'suspended' ? 1 : 0),
      waiting: (before?.waiting ?? 0) + (step.state === 'waiting' ? 1 : 0),
      access: isOne ? step.access : null,
      output_port_id: isOne ? step.output_port_id : null,
    });
  }
  return [...edges.values()];
}
