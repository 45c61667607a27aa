// One verdict on many requests: each is judged by itself, and repeating the call does nothing twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

async function asked(world: World): Promise<void> {
  await resourceInto(world.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await resourceInto(world.pool, 'customers/profiles', 'checkout', { inBrowser: true });
  for (const [id, who, resource] of [
    ['a1', 'alice', 'orders/latest'],
    ['a2', 'eve', 'orders/latest'],
    ['of-bob', 'bob', 'orders/latest'],
    ['two-eyes', 'alice', 'payments/ledger'],
    ['browser', 'alice', 'customers/profiles'],
  ] as const) {
    const consumer = id === 'of-bob' ? { consumer: { teamId: 'checkout' } } : {};
    const answer = await world.as(who).post('/api/access', { id, resource, purpose: 'Why not', ...consumer });
    assert.equal(answer.status, 201, answer.text);
  }
}

const decide = (world: World, items: object[], more: object = {}, headers: Record<string, string> = {}) =>
  world.as('bob').post('/api/inbox/decide', { verdict: 'allow', comment: 'Fine', items, ...more }, headers);

test('each request is judged by its own policy, and one that is refused holds up no other', async () => {
  await using world = await openWorld();
  await asked(world);
  const { status, body } = await decide(world, [
    { id: 'a1', version: 1 },
    { id: 'browser' },
    { id: 'two-eyes' },
    { id: 'nothing' },
    { id: 'a2', version: 7 },
  ]);
  assert.equal(status, 200);
  assert.deepEqual(
    body.outcomes.map((one: { id: string; state?: string; problem?: { code: string } }) => [
      one.id,
      one.state ?? one.problem!.code,
    ]),
    [
      ['a1', 'Granted'],
      ['browser', 'in_the_browser'],
      ['two-eyes', 'SemiGranted'],
      ['nothing', 'access_not_found'],
      ['a2', 'version_mismatch'],
    ],
  );
  const { approval } = (await world.as('bob').get('/api/access/a1')).body;
  assert.equal(approval.decisions[0].comment, 'Fine');
});

test('repeating the call with its key changes nothing, and with a key of another verdict is refused', async () => {
  await using world = await openWorld();
  await asked(world);
  const items = [
    { id: 'a1', version: 1 },
    { id: 'a2', version: 1 },
  ];
  const key = { 'idempotency-key': 'once' };
  const first = await decide(world, items, {}, key);
  const again = await decide(world, items, {}, key);
  assert.deepEqual(again.body, first.body);
  const other = await decide(world, items, { verdict: 'deny' }, key);
  assert.deepEqual(
    other.body.outcomes.map((one: { problem: { code: string } }) => one.problem.code),
    ['idempotency_key_reused', 'idempotency_key_reused'],
  );
});

test('a hundred at once are decided, once each', async () => {
  await using world = await openWorld();
  const ids = Array.from({ length: 100 }, (_, nth) => `many-${nth}`);
  for (const id of ids)
    await world.as('organization').post('/api/access', {
      id,
      resource: 'orders/latest',
      purpose: 'Why not',
      consumer: { userId: `${id}@fernlane.example` },
    });
  const both = await Promise.all(
    (['bob', 'carol'] as const).map((who) =>
      world
        .as(who)
        .post('/api/inbox/decide', { verdict: 'deny', items: ids.map((id) => ({ id, version: 1 })) }),
    ),
  );
  const decided = both.flatMap(({ body }) =>
    body.outcomes.filter((one: { decided: boolean }) => one.decided),
  );
  assert.equal(decided.length, 100);
  const { rows } = await world.pool.query('select count(*)::integer as n from decision');
  assert.equal(rows[0].n, 100);
});

test('a call that names the same access twice, none, or too many is refused as a whole', async () => {
  await using world = await openWorld();
  const many = Array.from({ length: 101 }, (_, nth) => ({ id: `x${nth}` }));
  for (const items of [[{ id: 'a1' }, { id: 'a1' }], [], many])
    assert.equal((await decide(world, items)).body.code, 'invalid_field');
});
