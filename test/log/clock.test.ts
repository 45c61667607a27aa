import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { startClock, type Sources } from '../../src/adapters/db/clock.ts';
import { minute } from '../../src/core/time.ts';
import { openShop } from './fixture.ts';

/** A database whose time is known, behind a wire that takes as long as it takes, and a machine whose time we make. */
function machine(databaseIsAheadBy: number, wireMs: number) {
  let time = 1_000_000;
  let wallIsAheadBy = 0;
  const pool = {
    query: (async () => {
      time += wireMs / 2;
      const now = time + databaseIsAheadBy;
      time += wireMs / 2;
      return { rows: [{ now }] };
    }) as unknown as pg.Pool['query'],
  };
  const sources: Sources = { monotonic: () => time, wall: () => time + wallIsAheadBy };
  return {
    pool,
    sources,
    databaseNow: () => time + databaseIsAheadBy,
    pass: (ms: number) => void (time += ms),
    suspend: (ms: number) => {
      wallIsAheadBy += ms;
      databaseIsAheadBy += ms;
    },
  };
}

test('the clock shows the database’s time, whatever this machine believes', async () => {
  const one = machine(5 * minute, 4);
  await using clock = await running(one);
  assert.ok(Math.abs(clock.now() - one.databaseNow()) <= 2);
  one.pass(5000);
  assert.ok(Math.abs(clock.now() - one.databaseNow()) <= 2);
  assert.ok(clock.ready());
});

test('a wire so slow that the time is a guess is not ready', async () => {
  await using clock = await running(machine(0, 600));
  assert.equal(clock.ready(), false);
  assert.ok(clock.errorMs() >= 300);
});

test('without a new measurement the doubt grows until the clock is not ready', async () => {
  const one = machine(0, 10);
  await using clock = await running(one);
  one.pass(10 * minute);
  assert.ok(clock.ready());
  one.pass(30 * minute);
  assert.equal(clock.ready(), false);
});

test('a machine that was suspended is not ready until it has measured again', async () => {
  const one = machine(0, 10);
  await using clock = await running(one);
  one.suspend(60 * minute);
  assert.equal(clock.ready(), false);
  await new Promise((resolve) => setImmediate(resolve));
  assert.ok(clock.ready());
  assert.ok(Math.abs(clock.now() - one.databaseNow()) <= 5);
});

test('against a real database the error is bounded by the round trip', async () => {
  await using shop = await openShop();
  const clock = await startClock(shop.pool, assert.ifError);
  const { rows } = await shop.pool.query<{ now: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  );
  assert.ok(Math.abs(clock.now() - rows[0]!.now) < 250);
  assert.ok(clock.ready());
  await clock.stop();
});

async function running({ pool, sources }: ReturnType<typeof machine>) {
  const clock = await startClock(pool, assert.ifError, sources);
  return { ...clock, [Symbol.asyncDispose]: () => clock.stop() };
}
