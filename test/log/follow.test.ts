import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { followOnce, runFollower, type Following, type Step } from '../../src/adapters/db/log/follow.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import type { LogWatch } from '../../src/app/log.ts';
import { inboxEntries, openShop } from './fixture.ts';

/** A follower whose job is to note the number of each entry, in the transaction that moves its cursor. */
function noting(
  map: (n: number) => readonly number[] = (n) => [n],
): Following<number> & { alarms: string[] } {
  const alarms: string[] = [];
  return {
    alarms,
    follower: { name: 'noting', map: (entry) => map(entry.data!['n'] as number) },
    keep: async (client, jobs) => {
      await client.query('insert into noted select unnest($1::int[])', [jobs]);
    },
    alarm: (sentence, facts) => alarms.push(`${sentence} ${String(facts['position'])}`),
  };
}

async function openNotes(entries: number) {
  const shop = await openShop({ connections: 20 });
  await shop.pool.query('create table noted (n int)');
  await inboxEntries(shop.pool, entries);
  await sealAll(shop.pool);
  return shop;
}

async function noted(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ n: number }>('select n from noted order by n');
  return rows.map((row) => row.n);
}

const upTo = (n: number) => Array.from({ length: n }, (_, nth) => nth + 1);

async function followToTheEnd(pool: pg.Pool, following: Following<number>): Promise<Step> {
  let step = await followOnce(pool, following);
  for (let steps = 0; step.state !== 'idle'; steps++) {
    assert.ok(steps < 5000, 'it does not come to an end');
    step = await followOnce(pool, following, step);
  }
  return step;
}

test('a follower that names its nouns is given those entries and the first one, and passes all others', async () => {
  await using shop = await openNotes(0);
  await inboxEntries(shop.pool, 3);
  await shop.pool.query(
    `update log_inbox set type = 'person.left' where seq = (select seq from log_inbox order by seq offset 1 limit 1)`,
  );
  await sealAll(shop.pool);
  const heardBy = async (nouns: readonly string[]) => {
    const following: Following<number> = {
      ...noting(),
      follower: { name: `of ${nouns.join()}`, nouns, map: ({ position }) => [position] },
    };
    assert.equal((await followOnce(shop.pool, following)).position, 3);
    const heard = await noted(shop.pool);
    await shop.pool.query('truncate noted');
    return heard;
  };
  assert.deepEqual(await heardBy(['person']), [1, 2]);
  assert.deepEqual(await heardBy(['team', 'policy']), [1, 3]);
  assert.deepEqual(await heardBy([]), [1]);
});

test('a follower turns every entry into its jobs once, in batches', async () => {
  await using shop = await openNotes(2500);
  const following = noting();
  assert.equal((await followToTheEnd(shop.pool, following)).position, 2500);
  assert.deepEqual(await noted(shop.pool), upTo(2500));
  await followToTheEnd(shop.pool, following);
  assert.equal((await noted(shop.pool)).length, 2500);
});

test('of several servers one follows at a time, and nothing is done twice', async () => {
  await using shop = await openNotes(5000);
  await Promise.all(
    upTo(8).map(async () => {
      let step = await followOnce(shop.pool, noting());
      while (step.state === 'moved' || step.state === 'busy')
        step = await followOnce(shop.pool, noting(), step);
    }),
  );
  assert.deepEqual(await noted(shop.pool), upTo(5000));
});

test('connections that are cut at any moment: every entry leads to its jobs exactly once', async () => {
  await using shop = await openNotes(6000);
  const pool = openPool({ ...shop.poolConfig, max: 3 }, () => {});
  const small = noting();
  // One entry a time keeps it busy for long enough to be hit.
  let step: Step = { state: 'idle', position: 0, carefulUntil: 300, failures: 0, jobs: 0 };
  let cut = 0;
  for (let steps = 0; steps < 5000; steps++) {
    const killing = Math.random() < 0.2 ? killFollower(shop.pool) : Promise.resolve(0);
    step = await followOnce(pool, small, step).catch(() => step);
    cut += await killing;
    if (step.state === 'idle' && step.position === 6000) break;
  }
  await pool.end();
  assert.ok(cut > 0, 'no connection was cut, so nothing was proved');
  assert.deepEqual(await noted(shop.pool), upTo(6000));
});

test('an entry that fails five times is set aside with an alarm, and the others go their way', async () => {
  await using shop = await openNotes(50);
  const following = noting((n) => {
    if (n === 20) throw new Error('nobody knows what this means');
    return [n];
  });
  await followToTheEnd(shop.pool, following);
  assert.deepEqual(
    await noted(shop.pool),
    upTo(50).filter((n) => n !== 20),
  );
  const { rows } = await shop.pool.query('select follower, position, error from follower_dead');
  assert.deepEqual(rows, [
    { follower: 'noting', position: 20, error: 'Error: nobody knows what this means' },
  ]);
  assert.deepEqual(following.alarms, ['an entry of the log was set aside 20']);
});

test('an entry whose jobs cannot be kept is treated alike', async () => {
  await using shop = await openNotes(5);
  await shop.pool.query('alter table noted add check (n <> 3)');
  await followToTheEnd(shop.pool, noting());
  assert.deepEqual(await noted(shop.pool), [1, 2, 4, 5]);
});

test('attempts count across servers and restarts', async () => {
  await using shop = await openNotes(1);
  const states: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const following = noting(() => {
      throw new Error('no');
    });
    states.push((await stepOnce(shop.pool, following)).state);
  }
  assert.deepEqual(states, ['failed', 'failed', 'failed', 'failed', 'dead', 'idle']);
});

test('trouble of the database is no fault of an entry', async () => {
  await using shop = await openNotes(1);
  const following = {
    ...noting(),
    keep: async (client: pg.PoolClient) =>
      void (await client.query(`do $$ begin raise exception 'two at once' using errcode = '40P01'; end $$`)),
  };
  for (let attempt = 0; attempt < 7; attempt++)
    await assert.rejects(stepOnce(shop.pool, following), /two at once/);
  assert.equal((await stepOnce(shop.pool, noting())).state, 'moved');
});

test('a follower whose place is not in this log begins again', async () => {
  await using shop = await openNotes(3);
  await followToTheEnd(shop.pool, noting());
  await shop.pool.query(`update follower set hash = sha256('another log')`);
  const following = noting();
  await followToTheEnd(shop.pool, following);
  assert.deepEqual(await noted(shop.pool), [1, 1, 2, 2, 3, 3]);
  assert.equal(following.alarms.length, 1);
});

test('a running follower goes on when the log grows', async () => {
  await using shop = await openNotes(1);
  let grown = () => {};
  const watch: LogWatch = {
    head: 0,
    beyond: (_position, _timeoutMs, signal) =>
      new Promise((resolve) => {
        grown = () => resolve(true);
        signal?.addEventListener('abort', () => resolve(false));
      }),
  };
  const kept: (() => void)[] = [];
  const next = () => new Promise<void>((resolve) => kept.push(resolve));
  const following = { ...noting(), kept: () => kept.shift()?.() };
  let done = next();
  const running = runFollower(shop.pool, watch, following, assert.ifError);
  await done;
  done = next();
  await inboxEntries(shop.pool, 1);
  await sealAll(shop.pool);
  const poke = setInterval(() => grown(), 5);
  await done;
  clearInterval(poke);
  await running.stop();
  assert.equal((await noted(shop.pool)).length, 2);
});

async function killFollower(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and (query like '%follower%' or query like '%noted%') and state <> 'idle'`,
  );
  return rowCount ?? 0;
}

/** One step that is not refused because the connection of the step before, which failed, is still being closed. */
async function stepOnce<Job>(pool: pg.Pool, following: Following<Job>): Promise<Step> {
  for (;;) {
    const step = await followOnce(pool, following);
    if (step.state !== 'busy') return step;
  }
}
