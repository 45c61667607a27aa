// expiry_lag: how long after the end of a grant the world is told of it, with a hundred thousand grants that end within
// one minute. The end is the instant of the grant; the telling is the instant that PostgreSQL notes for the commit of
// state and log entry. Afterwards the same number ends at one instant, as at midnight, while people decide: the notes say
// how long that takes and what they feel of it.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { copyAccesses } from './copies.ts';
import { atMost, percentile, type Figure } from './figure.ts';
import { allows, asks, pace, rush } from './load.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { openSetting } from './setting.ts';

const grants = 100_000;
const decisionsPerSecond = 100;
const idleDecisions = 1000;
/** Decisions go on as long as this after midnight; the goal is that everything has ended by then. */
const nightMs = 10_000;

export async function expiryLag(): Promise<Figure> {
  await using setting = await openSetting({ track_commit_timestamp: 'on' });
  await using server = await setting.startServer();
  const { pool } = setting;
  const decisions = 1 + 2 * idleDecisions + (2 * nightMs * decisionsPerSecond) / 1000;
  await rush(server, asks(decisions));
  await rush(server, allows(1));
  const idle = await pace(server, allows(idleDecisions, 1), decisionsPerSecond);
  const spread = await endAll(pool, 'minute', Date.now() + 15_000, 60_000);
  const lags = await lagsOf(pool, 'minute', spread + 120_000);
  const midnight = await endAll(pool, 'midnight', Date.now() + 15_000, 0);
  const night = decideAtNight(server, midnight);
  const late = await lagsOf(pool, 'midnight', midnight + 120_000);
  const drainedMs = Math.max(...late);
  const waits = (await night).filter(({ at }) => at < midnight + drainedMs).map(({ ms }) => ms);
  return atMost(1, {
    id: 'expiry_lag',
    value: percentile(lags, 0.99),
    unit: 'ms p99',
    against: { what: 'a fixed bound', value: 1000 },
    notes: {
      p50: percentile(lags, 0.5),
      max: Math.max(...lags),
      'all at midnight: drained after s (goal 10)': drainedMs / 1000,
      'decide p99 idle, ms': idle.p99,
      'decide p99 meanwhile, × idle (goal 3)': percentile(waits, 0.99) / idle.p99,
    },
  });
}

/** Makes grants that end from an instant on, evenly over so many milliseconds. Returns the last end. */
async function endAll(pool: pg.Pool, name: string, from: number, overMs: number): Promise<number> {
  await pool.query(`drop table if exists plan`, []);
  await pool.query(
    `create unlogged table plan as select nth, '${name}-' || nth as id, 'a0' as template,
       to_timestamp($1::float8 / 1000) + nth * $2::float8 / ${grants} * interval '1 ms' as until
     from generate_series(1, ${grants}) nth`,
    [from, overMs],
  );
  await copyAccesses(
    pool,
    { next_due: 'p.until', reminded_at: 'now()' },
    { from_at: `now() - interval '7 days'`, until_at: 'p.until' },
  );
  await pool.query('analyze access, access_grant, request, decision', []);
  if (Date.now() > from) throw new Error('the grants were not there before the first of them ended');
  return from + overMs;
}

/** Waits until every grant has ended, and finds that each was told once. @returns milliseconds from each end. */
async function lagsOf(pool: pg.Pool, name: string, patience: number): Promise<number[]> {
  const left = `select count(*) as left from access where id between '${name}-' and '${name}-z' and standing = 'Granted'`;
  while ((await pool.query<{ left: number }>(left, [])).rows[0]!.left > 0) {
    if (Date.now() > patience) throw new Error('not every grant was ended');
    await delay(500);
  }
  const { rows: told } = await pool.query<{ entries: number; accesses: number }>(
    `select count(*) as entries, count(distinct subject) as accesses from (select type, subject from log union all select type, subject from log_inbox) l
     where type = 'access.expired' and subject between '${name}-' and '${name}-z'`,
    [],
  );
  if (told[0]!.entries !== grants || told[0]!.accesses !== grants)
    throw new Error(`of ${grants} ends ${told[0]!.accesses} were told, in ${told[0]!.entries} entries`);
  const { rows } = await pool.query<{ lag: number }>(
    `select extract(epoch from pg_xact_commit_timestamp(a.xmin) - g.until_at)::float8 * 1000 as lag
     from access a join access_grant g on g.access_id = a.id where a.id between '${name}-' and '${name}-z'`,
    [],
  );
  return rows.map(({ lag }) => lag);
}

/** Bob decides through the night, steadily. */
async function decideAtNight(server: ServerProcess, midnight: number): Promise<{ at: number; ms: number }[]> {
  const waits: { at: number; ms: number }[] = [];
  await delay(midnight - Date.now());
  const count = (nightMs * decisionsPerSecond) / 1000;
  await pace(server, allows(count, 1 + idleDecisions), decisionsPerSecond, (_nth, at, ms) =>
    waits.push({ at, ms }),
  );
  return waits;
}
