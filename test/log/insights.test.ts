// Insights: what the follower counts, once each and anew when it begins again, and what the page is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepInsights } from '../../src/adapters/db/insights.ts';
import { followOnce } from '../../src/adapters/db/log/follow.ts';
import { insightsFollower } from '../../src/app/followers/insights.ts';
import { bucketOf, lengthOf, percentile, weekOf } from '../../src/core/insight.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const alarms: string[] = [];
const following = {
  follower: insightsFollower,
  keep: keepInsights,
  alarm: (sentence: string) => void alarms.push(sentence),
};

async function follow(world: World): Promise<void> {
  await world.seal();
  while ((await followOnce(world.pool, following)).state === 'moved');
}

const ask = (world: World, id: string, resource = 'orders/latest', more: object = {}) =>
  world.as('alice').post('/api/access', {
    id,
    resource,
    purpose: 'Why not',
    consumer: { teamId: 'analytics' },
    ...more,
  });

const insights = async (world: World, query = '') =>
  (await world.as('bob').get(`/api/insights?${query}`)).body;

/** Alice asks for five things: granted after an hour, refused after a day, at once, withdrawn, still waiting. */
async function aWeek(world: World): Promise<void> {
  await resourceInto(world.pool, 'open/data', 'platform', { strategy: 'Auto' });
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await ask(world, 'quick', 'orders/latest', { duration: '5d' });
  await ask(world, 'slow', 'payments/ledger');
  await ask(world, 'at-once', 'open/data');
  await ask(world, 'regretted', 'payments/ledger');
  world.clock.advance(hour);
  await world.as('bob').post('/api/access/quick/approve');
  await world.as('alice').post('/api/access/regretted/withdraw');
  world.clock.advance(day - hour);
  await world.as('carol').post('/api/access/slow/reject', { comment: 'No' });
  await ask(world, 'waiting');
  world.clock.advance(2 * day);
}

test('a page tells how long people waited, how it ended, what waits and what ends', async () => {
  await using world = await openWorld();
  await aWeek(world);
  await follow(world);
  const seen = await insights(world, 'weeks=2');
  assert.deepEqual(
    seen.weeks.map((one: { week: string; decided: number }) => [one.week, one.decided]),
    [
      ['2026-10-26', 0],
      ['2026-11-02', 2],
    ],
  );
  assert.deepEqual(seen.weeks[1].outcomes, {
    'at-once': 1,
    direct: 0,
    granted: 1,
    rejected: 1,
    withdrawn: 1,
    expired: 0,
  });
  assert.equal(seen.weeks[0].medianSeconds, null);
  assert.ok(
    Math.abs(seen.overall.medianSeconds - 3600) < 360,
    `an hour, not ${seen.overall.medianSeconds} s`,
  );
  assert.ok(Math.abs(seen.overall.p90Seconds - 86_400) < 8640, `a day, not ${seen.overall.p90Seconds} s`);
  assert.deepEqual(
    seen.approvers.map((one: { by: { name: string }; allows: number; denies: number }) => [
      one.by.name,
      one.allows,
      one.denies,
    ]),
    [
      ['Bob', 1, 0],
      ['Carol', 0, 1],
    ],
  );
  assert.deepEqual([seen.waiting.total, seen.waiting.complete], [1, true]);
  assert.deepEqual(
    seen.waiting.ranges.filter((one: { count: number }) => one.count > 0),
    [{ upToDays: 3, count: 1 }],
  );
  assert.deepEqual(
    seen.waiting.longest.map((one: { id: string }) => one.id),
    ['waiting'],
  );
  assert.deepEqual(
    seen.ending.ranges.map((one: { count: number }) => one.count),
    [1, 0, 0],
  );
  assert.deepEqual(
    seen.ending.first.map((one: { id: string }) => one.id),
    ['quick'],
  );
});

test('a team sees what it owns and nothing of others', async () => {
  await using world = await openWorld();
  await aWeek(world);
  await follow(world);
  const checkout = await insights(world, 'team=checkout');
  assert.deepEqual([checkout.overall.decided, checkout.waiting.total, checkout.ending.total], [2, 1, 1]);
  assert.equal(checkout.weeks.at(-1).outcomes['at-once'], 0);
  const platform = await insights(world, 'team=platform');
  assert.deepEqual([platform.overall.decided, platform.waiting.total, platform.ending.total], [0, 0, 0]);
  assert.equal(platform.weeks.at(-1).outcomes['at-once'], 1);
});

test('nothing is counted twice, also when the follower begins again', async () => {
  await using world = await openWorld();
  await aWeek(world);
  await follow(world);
  const rows = async () =>
    (await world.pool.query('select * from insight_outcome order by team, week, outcome, bucket')).rows;
  const once = await rows();
  assert.ok(once.length > 4);
  await follow(world);
  assert.deepEqual(await rows(), once);
  await world.pool.query(`update follower set hash = sha256('elsewhere') where name = 'insights'`);
  await follow(world);
  assert.deepEqual(await rows(), once);
  assert.equal(alarms.length, 1);
});

test('two who must agree count each, and a refusal that is reconsidered ended once', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await ask(world, 'a1', 'payments/ledger');
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('carol').post('/api/access/a1/reject');
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('carol').post('/api/access/a1/approve');
  await follow(world);
  const seen = await insights(world, 'team=checkout');
  const { granted, rejected } = seen.weeks.at(-1).outcomes;
  assert.deepEqual(
    [granted, rejected],
    [1, 1],
    'it was open again after the first of the two had reconsidered',
  );
  assert.deepEqual(
    seen.approvers.map((one: { allows: number; denies: number }) => [one.allows, one.denies]),
    [
      [2, 0],
      [1, 1],
    ],
  );
});

test('lengths that are counted in ranges come out to within a tenth, and in their order', () => {
  let before = 0;
  for (const length of [minute, 2 * minute, 7 * minute, hour, 5 * hour, day, 9 * day, 200 * day]) {
    const bucket = bucketOf(length);
    const off = Math.abs(lengthOf(bucket) - length) / length;
    assert.ok(off < 0.1, `${length} is off by ${off}`);
    assert.ok(bucket > before || bucket === 0);
    before = bucket;
  }
  assert.equal(percentile([], 0.5), null);
  assert.equal(
    percentile(
      [
        { bucket: 0, count: 9 },
        { bucket: 40, count: 1 },
      ],
      0.9,
    ),
    minute,
  );
  assert.equal(
    percentile(
      [
        { bucket: 40, count: 1 },
        { bucket: 0, count: 9 },
      ],
      0.95,
    ),
    lengthOf(40),
  );
  assert.equal(weekOf(Date.UTC(2026, 10, 8, 23, 59)), '2026-11-02');
  assert.equal(weekOf(Date.UTC(2026, 10, 9)), '2026-11-09');
});
