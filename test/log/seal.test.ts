import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { logReader } from '../../src/adapters/db/log/read.ts';
import { sealAll, startSealing } from '../../src/adapters/db/log/seal.ts';
import { verifyLog } from '../../src/adapters/db/log/verify.ts';
import { postgres16, startTestCluster } from '../cluster.ts';
import { ask, inboxEntries, openShop } from './fixture.ts';
import { proveOneOrder } from './one-order.ts';

test('64 writers on few accesses, three servers that seal, sealers killed at any moment: a reader misses nothing and sees one order', async () => {
  await proveOneOrder({ writers: 64, accesses: 8, servers: 3, forMs: 2500, killEveryMs: 40 });
});

test('sealing gives dense positions in the order in which the entries came, and a chain that verifies', async () => {
  await using shop = await openShop();
  await inboxEntries(shop.pool, 2500);
  assert.equal(await sealAll(shop.pool), 2500);
  const entries = await logReader(shop.pool).after(0, 5000);
  assert.deepEqual(
    entries.map((entry) => entry.position),
    Array.from({ length: 2500 }, (_, nth) => nth + 1),
  );
  assert.deepEqual(
    entries.map((entry) => entry.data!['n']),
    Array.from({ length: 2500 }, (_, nth) => nth + 1),
  );
  assert.deepEqual((await verifyLog(shop.pool)).faults, []);
  assert.equal((await shop.pool.query('select from log_inbox')).rowCount, 0);
});

test('sealing an empty inbox changes nothing', async () => {
  await using shop = await openShop();
  await inboxEntries(shop.pool, 3);
  await sealAll(shop.pool);
  const head = await logReader(shop.pool).head();
  assert.equal(await sealAll(shop.pool), 0);
  assert.deepEqual(await logReader(shop.pool).head(), head);
});

test('an entry that is committed late, with a lower number, is sealed later and not lost', async () => {
  await using shop = await openShop();
  await using slow = await connect(shop.poolConfig);
  await slow.query('begin');
  await inboxEntries(slow, 1, 'slow');
  await inboxEntries(shop.pool, 1, 'quick');
  await sealAll(shop.pool);
  await slow.query('commit');
  await sealAll(shop.pool);
  const entries = await logReader(shop.pool).after(0, 10);
  assert.deepEqual(
    entries.map((entry) => [entry.position, entry.subject]),
    [
      [1, 'quick'],
      [2, 'slow'],
    ],
  );
});

test('a long write in a neighbour database of the same server holds nobody up', async () => {
  await using neighbour = await openShop();
  await using shop = await openShop();
  await using writer = await connect(neighbour.poolConfig);
  await writer.query('begin');
  await inboxEntries(writer, 1);
  await ask(shop.ports, 'a1');
  assert.equal(await sealAll(shop.pool), 1);
  assert.equal((await logReader(shop.pool).after(0, 10))[0]!.subject, 'a1');
  await writer.query('rollback');
});

test('what a server left behind that died before sealing is picked up by the timer of another', async () => {
  await using shop = await openShop();
  await ask(shop.ports, 'a1');
  const sealing = startSealing(shop.pool, { failed: assert.ifError, timerMs: 10 });
  await until(async () => (await logReader(shop.pool).head()).position === 1);
  await sealing.stop();
});

test('sealing behind commits is one call at a time, and stopping waits for the last of it', async () => {
  await using shop = await openShop();
  let running = 0;
  let most = 0;
  const counting = {
    query: (async (...args: Parameters<pg.Pool['query']>) => {
      most = Math.max(most, ++running);
      try {
        return await shop.pool.query(...(args as unknown as [string, unknown[]]));
      } finally {
        running -= 1;
      }
    }) as pg.Pool['query'],
  };
  const sealing = startSealing(counting, { failed: assert.ifError });
  for (let nth = 0; nth < 20; nth++) {
    await inboxEntries(shop.pool, 10);
    sealing.sealSoon();
  }
  await sealing.stop();
  assert.equal(most, 1);
  assert.equal((await logReader(shop.pool).head()).position, 200);
});

test('a log that was copied out and in goes on where it was', async () => {
  await using from = await openShop();
  await using to = await openShop();
  await ask(from.ports, 'a1');
  await sealAll(from.pool);
  await ask(from.ports, 'a2');
  const place = await logReader(from.pool).head();
  await copy(from.pool, to.pool, ['log', 'log_head', 'log_inbox', 'log_text']);
  await to.pool.query(
    `select setval(pg_get_serial_sequence('log_inbox', 'seq'), (select max(seq) from log_inbox))`,
  );
  assert.equal(await logReader(to.pool).holds(place), true, 'a cursor is still good');
  await ask(to.ports, 'a3');
  await sealAll(to.pool);
  const entries = await logReader(to.pool).after(0, 10);
  assert.deepEqual(
    entries.map((entry) => [entry.position, entry.subject]),
    [
      [1, 'a1'],
      [2, 'a2'],
      [3, 'a3'],
    ],
  );
  assert.deepEqual((await verifyLog(to.pool)).faults, []);
});

test('the oldest PostgreSQL that is supported seals alike', async () => {
  await using server = await startTestCluster({ binariesFrom: postgres16 });
  await using shop = await openShop({ server });
  const { rows } = await shop.pool.query('show server_version');
  assert.match((rows[0] as { server_version: string }).server_version, /^16/);
  await ask(shop.ports, 'a1');
  await inboxEntries(shop.pool, 1500);
  assert.equal(await sealAll(shop.pool), 1501);
  const verified = await verifyLog(shop.pool);
  assert.deepEqual(verified.faults, []);
  assert.equal(verified.entries, 1501);
});

test('a cursor from a log that was lost is not in this one', async () => {
  await using shop = await openShop();
  await inboxEntries(shop.pool, 1, 'lost');
  await sealAll(shop.pool);
  const place = await logReader(shop.pool).head();
  await using restored = await openShop();
  await inboxEntries(restored.pool, 1, 'other');
  await sealAll(restored.pool);
  assert.equal(await logReader(restored.pool).holds(place), false);
  assert.equal(await logReader(shop.pool).holds(place), true);
});

test('nobody changes, deletes or empties the log by accident', async () => {
  await using shop = await openShop();
  await inboxEntries(shop.pool, 1);
  await sealAll(shop.pool);
  for (const sql of [`update log set type = 'x'`, 'delete from log', 'truncate log'])
    await assert.rejects(shop.pool.query(sql), /append-only/, sql);
});

async function connect(config: pg.ClientConfig): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(config);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** Row by row in the text form that COPY uses as well. */
async function copy(from: pg.Pool, to: pg.Pool, tables: readonly string[]): Promise<void> {
  await to.query('delete from log_head');
  for (const table of tables) {
    const { rows } = await from.query<{ row: string }>(`select t::text as row from ${table} t`);
    for (const { row } of rows)
      await to.query(`insert into ${table} overriding system value select ($1::${table}).*`, [row]);
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return;
    await delay(10);
  }
  assert.fail('it did not come to that in five seconds');
}
