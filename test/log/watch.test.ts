import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { watchLog, type RunningWatch } from '../../src/adapters/db/log/watch.ts';
import { inboxEntries, openShop } from './fixture.ts';

const never = 60_000;

async function grow(pool: pg.Pool): Promise<void> {
  await inboxEntries(pool, 1);
  await sealAll(pool);
}

function closing(watch: RunningWatch): RunningWatch & AsyncDisposable {
  return Object.assign(watch, { [Symbol.asyncDispose]: () => watch.stop() });
}

test('the notification wakes whoever waits, without anybody polling', async () => {
  await using shop = await openShop();
  await using watch = closing(
    watchLog({
      listen: shop.poolConfig,
      pool: shop.pool,
      failed: assert.ifError,
      pollMs: never,
      pollDeafMs: never,
    }),
  );
  await listens(shop.pool);
  const waiting = Promise.all([1, 2, 3].map(() => watch.beyond(0, never)));
  await grow(shop.pool);
  assert.deepEqual(await waiting, [true, true, true]);
  assert.equal(watch.head, 1);
});

test('a connection that breaks is made again, and what was missed meanwhile is not', async () => {
  await using shop = await openShop();
  await using watch = closing(
    watchLog({
      listen: shop.poolConfig,
      pool: shop.pool,
      failed: () => {},
      pollMs: never,
      pollDeafMs: never,
    }),
  );
  const first = await listens(shop.pool);
  const waiting = watch.beyond(0, never);
  await shop.pool.query('select pg_terminate_backend($1)', [first]);
  await grow(shop.pool);
  assert.equal(await waiting, true);
  assert.notEqual(await listens(shop.pool), first);
  await grow(shop.pool);
  assert.equal(await watch.beyond(1, never), true);
});

test('where nobody can listen, the head is looked up', async () => {
  await using shop = await openShop();
  const nowhere = { ...shop.poolConfig, database: 'no_such_database' };
  let failures = 0;
  await using watch = closing(
    watchLog({
      listen: nowhere,
      pool: shop.pool,
      failed: () => void (failures += 1),
      pollMs: never,
      pollDeafMs: 10,
    }),
  );
  await grow(shop.pool);
  assert.equal(await watch.beyond(0, never), true);
  assert.ok(failures > 0);
});

test('waiting ends with its time, with its signal, and with the watch', async () => {
  await using shop = await openShop();
  const watch = watchLog({ listen: shop.poolConfig, pool: shop.pool, failed: () => {} });
  assert.equal(await watch.beyond(0, 1), false);
  assert.equal(await watch.beyond(0, never, AbortSignal.abort()), false);
  const given = new AbortController();
  const waiting = watch.beyond(0, never, given.signal);
  given.abort();
  assert.equal(await waiting, false);
  const last = watch.beyond(0, never);
  await watch.stop();
  assert.equal(await last, false);
});

test('stopping does not wait for a server that takes the connection and says nothing', async () => {
  await using shop = await openShop();
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const watch = watchLog({
    listen: { host: '127.0.0.1', port, ssl: false },
    pool: shop.pool,
    failed: () => {},
  });
  await once(silent, 'connection');
  const began = performance.now();
  await watch.stop();
  assert.ok(performance.now() - began < 5000);
  silent.close();
});

/** Waits until somebody listens, and says who. */
async function listens(pool: pg.Pool): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'countersign listen' and state = 'idle'`,
    );
    if (rows[0]) return rows[0].pid;
    await delay(10);
  }
  return assert.fail('nobody listens');
}
