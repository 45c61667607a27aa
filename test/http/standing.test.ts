// What somebody sees before a resource and before they ask: what they have, what binds them, what asking would do. A
// preview is held against the real request that follows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const standing = async (world: World, who: Parameters<World['as']>[0], id = 'orders/latest') =>
  (await world.as(who).get(`/api/resources/${encodeURIComponent(id)}/standing`)).body;

const askFor = (consumer: object | undefined, more: object = {}) => ({
  resource: 'orders/latest',
  purpose: 'Find out why baskets are left behind',
  ...(consumer && { consumer }),
  ...more,
});

test('Alice sees whom she may ask for and who would decide, and then what waits', async () => {
  await using world = await openWorld();
  const before = await standing(world, 'alice');
  assert.deepEqual([before.usable, before.accesses, before.refusals], [false, [], []]);
  assert.deepEqual(
    before.asking.map((one: { consumer: object; preview: { outcome: string; sentence: string } }) => [
      one.consumer,
      one.preview.outcome,
      one.preview.sentence,
    ]),
    [
      [{ userId: 'alice@fernlane.example' }, 'waits', 'One of Bob, Carol and Grace would decide.'],
      [{ teamId: 'analytics' }, 'waits', 'One of Bob, Carol and Grace would decide.'],
    ],
  );

  await world.as('alice').post('/api/access', askFor({ teamId: 'analytics' }, { id: 'a1' }));
  const waiting = await standing(world, 'alice');
  assert.deepEqual(
    waiting.accesses.map(
      (one: { id: string; approval: { state: string; awaiting: { people: object[] } } }) => [
        one.id,
        one.approval.state,
        one.approval.awaiting.people.length,
      ],
    ),
    [['a1', 'Pending', 3]],
  );
  await world.as('bob').post('/api/access/a1/approve');
  assert.equal((await standing(world, 'alice')).usable, true);
  assert.equal((await standing(world, 'eve')).usable, false, 'what a team has is of no use to others');
  await world.as('carol').post('/api/access/a1/suspend');
  const stopped = await standing(world, 'alice');
  assert.equal(stopped.usable, false);
  assert.equal(stopped.accesses[0].approval.standing, 'Suspended');
  assert.equal(stopped.asking[0].preview.becauseOf, 'refused-before');
});

test('a refusal is named with the access it came from, and binds the person and the team', async () => {
  await using world = await openWorld();
  await world.as('alice').post('/api/access', askFor({ teamId: 'analytics' }, { id: 'a1' }));
  await world.as('bob').post('/api/access/a1/reject', { comment: 'No' });
  const { refusals, asking } = await standing(world, 'alice');
  assert.deepEqual(
    refusals.map(({ side, access }: { side: object; access: string }) => [side, access]),
    [[{ teamId: 'analytics' }, 'a1']],
  );
  for (const { preview } of asking) assert.equal(preview.becauseOf, 'refused-before');
});

test('what a preview says is what the request then does, and a preview leaves nothing behind', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'open/data', 'checkout', { strategy: 'Auto' });
  await resourceInto(world.pool, 'trusting/data', 'checkout', {
    trusted: [{ team: 'analytics' as never, setBy: null }],
  });
  await resourceInto(
    world.pool,
    'payments/ledger',
    'checkout',
    { strategy: 'FourEyes', maximumDuration: 30 * day },
    ['reader'],
  );
  const alice = world.as('alice');
  const count = async () =>
    (await world.pool.query('select (select count(*) from access) + (select count(*) from log_inbox) as n'))
      .rows[0].n;
  const none = await count();
  for (const [wish, outcome, because] of [
    [{ resource: 'open/data' }, 'granted', 'strategy'],
    [{ resource: 'trusting/data', consumer: { teamId: 'analytics' } }, 'granted', 'trusted-team'],
    [{ resource: 'trusting/data' }, 'waits', undefined],
    [{ resource: 'payments/ledger', roles: ['reader'], duration: '7d' }, 'waits', undefined],
    [{ resource: 'payments/ledger', roles: ['writer'] }, 'refused', undefined],
    [{ resource: 'payments/ledger', duration: '31d' }, 'refused', undefined],
    [{ resource: 'payments/ledger', consumer: { teamId: 'platform' } }, 'refused', undefined],
  ] as const) {
    const preview = (await alice.post('/api/access/preview', wish)).body;
    assert.deepEqual([preview.outcome, preview.because], [outcome, because], JSON.stringify(wish));
    assert.equal(await count(), none, 'nothing was written');
    const asked = await alice.post('/api/access', { ...askFor(undefined), ...wish });
    if (outcome === 'refused') {
      assert.equal(asked.body.code, preview.problem.code);
      continue;
    }
    assert.equal(asked.body.approval.state, outcome === 'granted' ? 'Granted' : 'Pending');
    assert.deepEqual(asked.body.approval.awaiting, preview.awaiting);
    if (outcome === 'granted') assert.equal(asked.body.approval.until, preview.until);
    await world.pool.query('truncate access, request, decision, access_grant, inbox, log_inbox, log_text');
  }
});

test('nobody comes into being by being looked at, and a key may ask for strangers', async () => {
  await using world = await openWorld();
  const wish = askFor({ userId: 'new@fernlane.example' });
  const preview = (await world.as('organization').post('/api/access/preview', wish)).body;
  assert.equal(preview.outcome, 'waits');
  const { rows } = await world.pool.query("select from person where email = 'new@fernlane.example'");
  assert.equal(rows.length, 0);
});

test('a request that nobody can decide says so before it is sent', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'lonely/port', 'platform', { strategy: 'FourEyes' });
  const preview = (await world.as('alice').post('/api/access/preview', { resource: 'lonely/port' })).body;
  assert.deepEqual(
    [preview.outcome, preview.sentence],
    ['undecidable', 'Nobody could decide it as it stands: needs 2, 1 may.'],
  );
});

test('a renewal is previewed as it is judged', async () => {
  await using world = await openWorld();
  const alice = world.as('alice');
  await alice.post('/api/access', askFor({ teamId: 'analytics' }, { id: 'a1', duration: '10d' }));
  const early = (await alice.post('/api/access/a1/renew/preview', { duration: '90d' })).body;
  assert.equal(early.problem.code, 'nothing_to_renew');
  await world.as('bob').post('/api/access/a1/approve');
  const preview = (await alice.post('/api/access/a1/renew/preview', { duration: '90d' })).body;
  assert.deepEqual([preview.outcome, preview.nature], ['waits', 'renewal']);
  assert.equal(preview.until, new Date(world.clock.now() + 90 * day).toISOString());
  assert.equal((await alice.get('/api/access/a1')).body.approval.state, 'Granted');
});

test('a resource that is not there has no standing, whoever looks', async () => {
  await using world = await openWorld();
  for (const who of ['alice', 'organization'] as const)
    assert.equal(
      (await world.as(who).get('/api/resources/nothing/standing')).body.code,
      'resource_not_found',
    );
  assert.deepEqual((await standing(world, 'organization')).asking, []);
});
