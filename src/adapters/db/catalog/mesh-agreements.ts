// Agreements as the mesh counts them: each stands in one of three ways, and each way has an index of its own that holds
// nothing which is over. So a statement about them is made of one branch for what runs and one for what waits, and only
// of the branch that was asked for.
import { sql, type RawBuilder } from 'kysely';
import type { MeshNode, MeshView } from '../../../app/mesh-reads.ts';
import { isLiveAt } from './live.ts';

/** The expression of the indexes by side (core/consumer.ts#sideOf), on `access a`. */
export const side = sql`(case a.consumer_kind when 'person' then 'person:' || a.consumer_id else 'team:' || a.consumer_team end)`;

/** What an index of running agreements, and one of waiting ones, has to be narrowed by. */
export interface Narrowed {
  readonly live: RawBuilder<unknown>;
  readonly waiting: RawBuilder<unknown>;
  /** How many of each at most; null: all. */
  readonly limit: number | null;
  /** A share of all, in percent, evenly from everywhere; without it all are looked at. */
  readonly share?: number;
  /** What comes first, where that matters. It has to be the order of an index, else all of them are read. */
  readonly first?: { readonly live: RawBuilder<unknown>; readonly waiting: RawBuilder<unknown> };
}

/** The order of the indexes by resource and by side: what ends first, and what waits longest. */
export const first = {
  live: sql`coalesce(a.ends_at, 'infinity'), a.position`,
  waiting: sql`a.waiting_since, a.position`,
};

export function allWhere(which: RawBuilder<unknown>): Narrowed {
  return { live: which, waiting: which, limit: null };
}

/** A select of agreements in these states, with all that an edge has to know, and `state` as the mesh calls it. */
export function agreementsIn({ states, now }: MeshView, narrowed: Narrowed): RawBuilder<unknown> {
  const columns = sql`a.id, a.position, a.resource_id, a.consumer_kind, a.consumer_id, a.consumer_team`;
  const isLive = isLiveAt(now);
  const running = states.filter((state) => state !== 'waiting');
  const standing =
    running.length === 2
      ? sql`true`
      : sql`a.standing = ${running[0] === 'suspended' ? 'Suspended' : 'Granted'}`;
  const upTo = (branch: 'live' | 'waiting') => sql`
    ${narrowed.first ? sql`order by ${narrowed.first[branch]}` : sql``} limit ${narrowed.limit}`;
  const access = sql`access a ${narrowed.share === undefined ? sql`` : sql`tablesample system (${narrowed.share}) repeatable (1)`}`;
  const live = sql`(select ${columns}, lower(a.standing) as state from ${access}
    where ${isLive} and ${standing} and ${narrowed.live} ${upTo('live')})`;
  const waiting = sql`(select ${columns}, 'waiting' as state from ${access}
    where a.waiting_since is not null and not ${isLive} and ${narrowed.waiting} ${upTo('waiting')})`;
  return sql.join(
    [...(running.length > 0 ? [live] : []), ...(states.includes('waiting') ? [waiting] : [])],
    sql` union all `,
  );
}

/** The ways to name the two ends of an agreement `a` to a resource `r`, each as a kind and an id. */
export type End = readonly [kind: RawBuilder<unknown>, id: RawBuilder<unknown>];

export const teamOfProvider: End = [sql`'team'`, sql`r.owner_team`];
export const teamOfConsumer: End = [
  sql`case when a.consumer_team is null then 'people' else 'team' end`,
  sql`coalesce(a.consumer_team, 'people')`,
];
export const whatIsUsed: End = [
  sql`case when r.kind = 'output-port' then 'data-product' else r.kind end`,
  sql`coalesce(r.data_product_id, r.id)`,
];
export const whoUses: End = [sql`a.consumer_kind`, sql`a.consumer_id`];

/** The first way for what belongs to these teams, the second for everything else. */
export function unfolded(team: RawBuilder<unknown>, ids: readonly string[], inside: End, outside: End): End {
  const isInside = sql`coalesce(${team} = any(${ids}::text[]), false)`;
  const choose = (nth: 0 | 1) => sql`case when ${isInside} then ${inside[nth]} else ${outside[nth]} end`;
  return [choose(0), choose(1)];
}

export interface EdgeRow {
  provider_kind: MeshNode['kind'];
  provider: string;
  consumer_kind: MeshNode['kind'];
  consumer: string;
  agreements: number;
  suspended: number;
  waiting: number;
  access: string | null;
  output_port_id: string | null;
  /** Of a consumer that belongs to one. */
  consumer_team: string | null;
}
