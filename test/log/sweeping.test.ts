import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { accessStore } from '../../src/adapters/db/access/store.ts';
import { sweepAccesses } from '../../src/adapters/db/access/sweep.ts';
import { logReader } from '../../src/adapters/db/log/read.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { forgetOldKeys } from '../../src/adapters/db/forget-keys.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { isAboutAccess } from '../../src/app/log.ts';
import { decideRequest } from '../../src/app/decide-request.ts';
import { requestAccess } from '../../src/app/request-access.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import type { AccessId, ResourceId, TeamId } from '../../src/core/ids.ts';
import { lapse } from '../../src/core/lapse.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { clockAt, noon } from '../world.ts';
import { caller, openShop, type Shop } from './fixture.ts';

const vote = { verdict: 'allow', comment: null, terms: null, seen: null, facts: {} } as const;

/** Accesses that begin in an hour and end an hour later. */
async function grantPeriods(shop: Shop, count: number): Promise<AccessId[]> {
  const ids = Array.from({ length: count }, (_, nth) => `p${nth}` as AccessId);
  for (const id of ids) {
    const team = 'analytics' as TeamId;
    await requestAccess(shop.ports)(
      id,
      { resource: 'orders/latest' as ResourceId, consumer: { kind: 'team', id: team, team }, origin: null },
      {
        purpose: 'churn',
        purposeGenerated: false,
        roles: [],
        from: noon + hour,
        until: noon + 2 * hour,
        duration: null,
      },
      caller('alice'),
    );
    await decideRequest(shop.ports)(id, vote, caller('bob'));
  }
  return ids;
}

async function storyOf(shop: Shop): Promise<string[]> {
  await sealAll(shop.pool);
  return (await logReader(shop.pool).after(0, 10_000)).map((entry) => `${entry.subject} ${entry.type}`);
}

const count = (story: readonly string[], line: string) => story.filter((one) => one === line).length;

test('a period begins and ends at its instants, not before', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  await grantPeriods(shop, 1);
  clock.set(noon + hour - 1);
  assert.equal(await sweepDue(shop.ports)(), 0);
  clock.set(noon + hour);
  assert.equal(await sweepDue(shop.ports)(), 1);
  clock.set(noon + 2 * hour - 1);
  await sweepDue(shop.ports)();
  assert.equal(count(await storyOf(shop), 'p0 access.expired'), 0);
  clock.set(noon + 2 * hour);
  await sweepDue(shop.ports)();
  assert.deepEqual(
    (await storyOf(shop)).filter((line) => !line.includes('expiring')),
    ['p0 request.filed', 'p0 request.granted', 'p0 access.activated', 'p0 access.expired'],
  );
});

test('after hours of downtime each fact is told once, and nothing that is over is announced as begun', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  const ids = await grantPeriods(shop, 20);
  clock.advance(9 * hour);
  assert.equal(await sweepDue(shop.ports)(), 20);
  assert.equal(await sweepDue(shop.ports)(), 0);
  const story = await storyOf(shop);
  for (const id of ids) {
    assert.equal(count(story, `${id} access.expired`), 1);
    assert.equal(count(story, `${id} access.activated`), 0);
  }
});

test('several sweepers at once, on connections of their own, tell each fact once', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  const ids = await grantPeriods(shop, 150);
  const servers = Array.from({ length: 4 }, () => openPool({ ...shop.poolConfig, max: 3 }, () => {}));
  for (const at of [noon + hour, noon + 2 * hour]) {
    clock.set(at + minute);
    await Promise.all(
      servers.flatMap((pool) =>
        [1, 2].map(() => sweepDue({ ...shop.ports, accesses: accessStore(pool, () => assert.fail()) }, 20)()),
      ),
    );
  }
  await Promise.all(servers.map((pool) => pool.end()));
  const story = await storyOf(shop);
  for (const id of ids) {
    assert.equal(count(story, `${id} access.activated`), 1, id);
    assert.equal(count(story, `${id} access.expired`), 1, id);
  }
});

test('a row that cannot be swept is moved back alone, even where another sweeper takes it just then', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  await grantPeriods(shop, 2);
  await shop.pool.query(`update access set next_due = next_due - interval '1 second' where id = 'p0'`);
  clock.set(noon + hour);
  const alarms: string[] = [];
  const sweepIn = (pool: Pick<pg.Pool, 'connect' | 'query'>) =>
    sweepAccesses(pool as pg.Pool, (id) => alarms.push(id))(2, clock.now(), (access, now) => {
      if (access.id === 'p0') throw new Error('a row that nobody understands');
      return lapse(access, now);
    });
  const other = await shop.pool.connect();
  await other.query('begin');
  await sweepIn({
    connect: shop.pool.connect.bind(shop.pool),
    query: (async (text: string, values: unknown[]) => {
      await other.query(`select from access where id = 'p0' for update`);
      return shop.pool.query(text, values);
    }) as pg.Pool['query'],
  });
  await other.query('rollback');
  other.release();
  assert.deepEqual(alarms, [], 'whoever holds it finds out');
  assert.equal(count(await storyOf(shop), 'p1 access.activated'), 1);
  await sweepIn(shop.pool);
  assert.deepEqual(alarms, ['p0']);
});

test('a connection that breaks in the middle of a sweep moves no end back', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  await grantPeriods(shop, 2);
  clock.set(noon + 2 * hour);
  const blocker = await shop.pool.connect();
  await blocker.query('begin; lock table log_inbox in exclusive mode');
  const sweeping = sweepDue(shop.ports)().then(
    (swept) => `swept ${swept}`,
    (error: Error) => error.message,
  );
  // Once for the batch, and once for the row by which it would go on.
  const over = sweeping.then(() => true);
  await cutOffWhoWaits(shop, over);
  await cutOffWhoWaits(shop, over);
  await blocker.query('commit');
  blocker.release();
  assert.match(await sweeping, /database cannot be reached/);
  assert.equal(await sweepDue(shop.ports)(), 2);
});

async function cutOffWhoWaits(shop: Shop, over: Promise<boolean>): Promise<void> {
  do {
    const { rowCount } = await shop.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  } while (!(await Promise.race([over, setImmediate(false)])));
}

test('a sweeper that is late stamps what it finds with its own time, and the versions of an access rise by one', async () => {
  const clock = clockAt(noon);
  await using shop = await openShop({ clock });
  await grantPeriods(shop, 3);
  clock.set(noon + hour + 7 * minute);
  await sweepDue(shop.ports)();
  clock.set(noon + 3 * hour);
  await sweepDue(shop.ports)();
  await sealAll(shop.pool);
  const entries = (await logReader(shop.pool).after(0, 1000)).filter(isAboutAccess);
  for (const [id, own] of Map.groupBy(entries, (entry) => entry.subject)) {
    const versions = [...new Set(own.map((entry) => entry.access.version))];
    assert.deepEqual(
      versions,
      versions.map((_, nth) => nth + 1),
      id,
    );
    const begun = own.find((entry) => entry.type === 'access.activated')!;
    assert.equal(begun.at, noon + hour + 7 * minute);
  }
});

test('Idempotency-Keys are forgotten after two days', async () => {
  await using shop = await openShop();
  await shop.pool.query(
    `insert into idempotency (actor, key, fingerprint, status, at)
     select 'person:alice', 'k' || n, 'f', 200, $1::timestamptz - n * interval '1 hour' from generate_series(1, 100) n`,
    [new Date(noon).toISOString()],
  );
  assert.equal(await forgetOldKeys(shop.pool, noon), 52);
  const { rows } = await shop.pool.query('select max($1::timestamptz - at) as oldest from idempotency', [
    new Date(noon).toISOString(),
  ]);
  assert.equal((rows[0] as { oldest: { days?: number } }).oldest.days, day / day + 1);
});
