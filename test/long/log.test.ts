// The proofs of the log at length: minutes instead of seconds, with sealers and followers killed all the time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followOnce, type Following, type Step } from '../../src/adapters/db/log/follow.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { inboxEntries, openShop } from '../log/fixture.ts';
import { proveOneOrder } from '../log/one-order.ts';

test('64 writers on two accesses for a minute, four servers, a sealer killed every few milliseconds', async () => {
  await proveOneOrder({
    writers: 64,
    accesses: 2,
    servers: 4,
    forMs: 60_000,
    killEveryMs: 15,
    kills: 50,
  });
});

test('64 writers on many accesses for a minute, two servers', async () => {
  await proveOneOrder({ writers: 64, accesses: 500, servers: 2, forMs: 60_000, killEveryMs: 100 });
});

test('four servers that follow 100,000 entries while their connections are cut: each entry exactly once', async () => {
  await using shop = await openShop({ connections: 8 });
  await shop.pool.query('create table noted (n int)');
  await inboxEntries(shop.pool, 100_000);
  await sealAll(shop.pool);
  const following: Following<number> = {
    follower: { name: 'noting', map: (entry) => [entry.data!['n'] as number] },
    keep: async (client, jobs) =>
      void (await client.query('insert into noted select unnest($1::int[])', [jobs])),
    alarm: (sentence) => assert.fail(sentence),
  };
  let cut = 0;
  let done = false;
  const killing = (async () => {
    while (!done) {
      const { rowCount } = await shop.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'follower' and random() < 0.3`,
      );
      cut += rowCount ?? 0;
    }
  })();
  const servers = Array.from({ length: 4 }, () =>
    openPool({ ...shop.poolConfig, max: 2, application_name: 'follower' }, () => {}),
  );
  await Promise.all(
    servers.map(async (pool) => {
      let step: Step | undefined;
      do step = await followOnce(pool, following, step).catch(() => step);
      while (step?.position !== 100_000);
    }),
  );
  done = true;
  await killing;
  await Promise.all(servers.map((pool) => pool.end()));
  const { rows } = await shop.pool.query<{ all: number; different: number }>(
    'select count(*) as all, count(distinct n) as different from noted',
  );
  assert.deepEqual(rows, [{ all: 100_000, different: 100_000 }]);
  assert.ok(cut > 20, `only ${cut} connections were cut`);
});
