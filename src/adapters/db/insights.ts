// Insights (app/insights.ts): keeping the counters, in the transaction that moves the follower's cursor, and reading them.
// What waits and what ends is counted from indexes that hold only that; both stop at a limit, because an organization in
// which ten thousand requests wait has another problem than their exact number.
import type pg from 'pg';
import type { Counting } from '../../app/followers/insights.ts';
import type { ApproverCount, InsightReads, OutcomeCount, Ranges } from '../../app/insights.ts';
import { bucketOf, weekOf, type RequestOutcome } from '../../core/insight.ts';
import type { AccessId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { timestamp } from './pool.ts';

type Connection = Pick<pg.Pool, 'query'>;
type Counted = Extract<Counting, { count: 'request' }>;

/** Counts what entries say, through the client of the transaction that moves the cursor. */
export async function keepInsights(client: Connection, all: readonly Counting[]): Promise<void> {
  const anew = all.findLastIndex(({ count }) => count === 'anew');
  if (anew >= 0) await client.query('delete from insight_outcome');
  if (anew >= 0) await client.query('delete from insight_approver');
  const counted = all.slice(anew + 1).filter((one) => one.count === 'request');
  if (counted.length === 0) return;
  const about = await aboutRequests(client, counted);
  const found = counted.flatMap((one) => {
    const known = about.get(one.request);
    return known ? [{ ...one, ...known }] : [];
  });
  await client.query(outcomesText, [JSON.stringify(summed(found.flatMap(outcomesFrom)))]);
  await client.query(approversText, [JSON.stringify(summed(found.flatMap(approversFrom)))]);
}

interface About {
  readonly askedAt: Instant;
  readonly isDirect: boolean;
  /** The owner team as it is now. */
  readonly team: string;
}

async function aboutRequests(
  client: Connection,
  counted: readonly Counted[],
): Promise<ReadonlyMap<string, About>> {
  const { rows } = await client.query<{ id: string; asked_at: number; direct: boolean; team: string }>(
    aboutText,
    [counted.map(({ request }) => request), counted.map(({ resource }) => resource)],
  );
  return new Map(
    rows.map(({ id, asked_at: askedAt, direct: isDirect, team }) => [id, { askedAt, isDirect, team }]),
  );
}

/** $1 requests, $2 their resources. */
const aboutText = `
select q.id, q.asked_at, q.asker is null as direct, r.owner_team as team
from unnest($1::text[], $2::text[]) x(request, resource) join request q on q.id = x.request join resource r on r.id = x.resource
`;

/** A row of counters: what it is about, and what is added to it. */
type Line = readonly [key: readonly (string | number)[], one: number, other: number];

function outcomesFrom({ outcome, at, askedAt, isDirect, team }: Counted & About): Line[] {
  if (outcome === null) return [];
  const ended: RequestOutcome = isDirect && outcome === 'granted' ? 'direct' : outcome;
  return ['', team].map((whose) => [[whose, weekOf(at), ended, bucketOf(at - askedAt)], 1, 0]);
}

function approversFrom({ by, at, team }: Counted & About): Line[] {
  if (by === null) return [];
  const [allows, denies] = by.verdict === 'allow' ? [1, 0] : [0, 1];
  return ['', team].map((whose) => [[whose, weekOf(at), by.person], allows, denies]);
}

/** Lines about the same thing as one, in one order for everybody, since that is the order of the locks. */
function summed(lines: readonly Line[]): (string | number)[][] {
  const sums = new Map<string, [number, number]>();
  for (const [key, one, other] of lines) {
    const text = JSON.stringify(key);
    const [some, others] = sums.get(text) ?? [0, 0];
    sums.set(text, [some + one, others + other]);
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, counts]) => [...(JSON.parse(key) as (string | number)[]), ...counts]);
}

const outcomesText = `
insert into insight_outcome (team, week, outcome, bucket, count)
select x ->> 0, (x ->> 1)::date, x ->> 2, (x ->> 3)::smallint, (x ->> 4)::integer from jsonb_array_elements($1::jsonb) x
on conflict (team, week, outcome, bucket) do update set count = insight_outcome.count + excluded.count
`;

const approversText = `
insert into insight_approver (team, week, person_id, allows, denies)
select x ->> 0, (x ->> 1)::date, x ->> 2, (x ->> 3)::integer, (x ->> 4)::integer from jsonb_array_elements($1::jsonb) x
on conflict (team, week, person_id) do update
  set allows = insight_approver.allows + excluded.allows, denies = insight_approver.denies + excluded.denies
`;

export function insightReads(pool: Connection): InsightReads {
  return {
    outcomes: async (team, from) => {
      const { rows } = await pool.query<OutcomeCount>(
        `select week::text, outcome, bucket, count from insight_outcome where team = $1 and week >= $2::date`,
        [team ?? '', from],
      );
      return rows;
    },
    approvers: async (team, from, limit) => {
      const { rows } = await pool.query<ApproverCount>(
        `select person_id as person, sum(allows)::integer as allows, sum(denies)::integer as denies
         from insight_approver where team = $1 and week >= $2::date
         group by person_id order by sum(allows) + sum(denies) desc, person_id limit $3`,
        [team ?? '', from, limit],
      );
      return rows;
    },
    waiting: (team, bounds) => ranges(pool, waitingText(team !== null, 'at'), [team], bounds),
    waitingLongest: async (team, limit) => {
      const text = `${waitingText(team !== null, 'id, at')} order by at, id limit $2`;
      const { rows } = await pool.query<{ id: AccessId }>(text, [team, limit]);
      return rows.map(({ id }) => id);
    },
    ending: (team, now, bounds) =>
      ranges(pool, endingText(team !== null), [team, timestamp(now), timestamp(bounds.at(-1)!)], bounds),
    endingFirst: async (team, now, until, limit) => {
      const { rows } = await pool.query<{ id: AccessId }>(firstText(team !== null), [
        team,
        timestamp(now),
        timestamp(until),
        limit,
      ]);
      return rows.map(({ id }) => id);
    },
  };
}

const mostCounted = 10_000;

async function ranges(
  pool: Connection,
  text: string,
  values: readonly (string | null)[],
  bounds: readonly Instant[],
): Promise<Ranges> {
  const { rows } = await pool.query<{ nth: number; count: number }>(
    `select width_bucket(found.at, $${values.length + 1}::timestamptz[]) as nth, count(*) as count
     from (${text} limit ${mostCounted + 1}) found group by 1`,
    [...values, bounds.map((bound) => timestamp(bound))],
  );
  const counts = Array.from({ length: bounds.length + 1 }, (_, nth) =>
    rows.reduce((sum, row) => (row.nth === nth ? sum + row.count : sum), 0),
  );
  return { counts, complete: counts.reduce((sum, count) => sum + count, 0) <= mostCounted };
}

/** $1 team or null. `offset 0`: a join would be turned around, and would read what all teams have. */
function waitingText(ofTeam: boolean, columns: 'at' | 'id, at'): string {
  const waits = `select ${columns.replace('at', 'waiting_since as at')} from access where waiting_since is not null`;
  return ofTeam
    ? `select a.* from resource r, lateral (${waits} and resource_id = r.id offset 0) a where r.owner_team = $1`
    : `${waits} and $1::text is null`;
}

const endsSoon = `ends_at > $2::timestamptz and ends_at <= $3::timestamptz`;
const runs = `standing in ('Granted', 'Suspended')`;

/** $1 team or null, $2 now, $3 the last bound. The index on resources knows ends as they are sorted in lists. */
function endingText(ofTeam: boolean): string {
  const ofResource = `resource_id = r.id and ${runs} and coalesce(ends_at, 'infinity') > $2::timestamptz and coalesce(ends_at, 'infinity') <= $3::timestamptz`;
  return ofTeam
    ? `select a.at, a.id from resource r, lateral (select ends_at as at, id from access where ${ofResource} offset 0) a where r.owner_team = $1`
    : `select ends_at as at, id from access where $1::text is null and ${endsSoon} and ${runs}`;
}

/** As above; $4 limit. */
function firstText(ofTeam: boolean): string {
  return `select id from (${endingText(ofTeam)}) soon order by at, id limit $4`;
}
