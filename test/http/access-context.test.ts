// What an approver reads beside a request: what its consumer has already, and what will happen at the target.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const ask = (world: World, id: string, resource: string, consumer: object, roles: string[] = []) =>
  world.as('organization').post('/api/access', { id, resource, purpose: 'Why not', consumer, roles });

const contextOf = async (world: World, id: string) =>
  (await world.as('bob').get(`/api/access/${id}?include=context`)).body.approval.context;

const analytics = { teamId: 'analytics' };

test('an approver sees what the side has at this resource and at others of the owner, and nothing else', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await resourceInto(world.pool, 'logs/all', 'platform', { strategy: 'Auto' });
  await ask(world, 'here', 'orders/latest', analytics);
  await ask(world, 'beside', 'payments/ledger', analytics);
  await ask(world, 'elsewhere', 'logs/all', analytics);
  await ask(world, 'of-others', 'orders/latest', { teamId: 'partner-desk' });
  for (const id of ['here', 'beside', 'of-others']) await world.as('bob').post(`/api/access/${id}/approve`);
  await ask(world, 'asked', 'orders/latest', { userId: 'alice@fernlane.example' });
  const { held } = await contextOf(world, 'asked');
  assert.deepEqual(
    held.map((one: { access: string; isSame: boolean; state: string; consumer: object }) => [
      one.access,
      one.isSame,
      one.state,
      one.consumer,
    ]),
    [
      ['here', true, 'Granted', analytics],
      ['beside', false, 'Granted', analytics],
    ],
  );
  const plain = (await world.as('bob').get('/api/access/asked')).body;
  assert.equal(plain.approval.context, undefined, 'whoever does not ask for it is not bothered with it');
});

test('an approver sees who will get in where and how far, and what stands in the way', async () => {
  await using world = await openWorld();
  await ask(world, 'a1', 'orders/latest', analytics, ['corrector']);
  assert.deepEqual((await contextOf(world, 'a1')).outlook, {
    status: 'unbound',
    sentence: 'Countersign changes nothing at a target: the resource is bound to none.',
  });

  const wanted = { reason: 'No target leads to the database "shop".' };
  await world.pool.query(`update resource set unbound = $1 where id = 'orders/latest'`, [
    JSON.stringify(wanted),
  ]);
  assert.equal(
    (await contextOf(world, 'a1')).outlook.sentence,
    'Countersign changes nothing at a target: No target leads to the database "shop".',
  );

  await world.pool.query(
    `insert into target (id, kind, name, settings) values ('shop', 'postgresql', 'The shop', '{"database": "shop"}')`,
  );
  await world.pool.query(
    `update resource set target_id = 'shop', binding = '{"schema": "shop", "roles": {"corrector": "read-write"}}' where id = 'orders/latest'`,
  );
  const target = { id: 'shop', name: 'The shop', connector: 'postgresql' };
  assert.deepEqual((await contextOf(world, 'a1')).outlook, {
    status: 'bound',
    target,
    principal: 'analytics',
    level: 'read-write',
    sentence: 'analytics gets the right to read and write at The shop.',
  });

  await world.pool.query(
    `update team set document = '{"id": "analytics", "custom": {"databaseRole": "bi"}}' where id = 'analytics'`,
  );
  await world.pool.query('update organization set frozen = true');
  const { outlook } = await contextOf(world, 'a1');
  assert.deepEqual([outlook.status, outlook.principal], ['frozen', 'bi']);
  assert.match(outlook.sentence, /as soon as an administrator/);

  await ask(world, 'a2', 'orders/latest', { userId: 'alice@fernlane.example' });
  const ofAlice = (await contextOf(world, 'a2')).outlook;
  assert.deepEqual([ofAlice.principal, ofAlice.level], ['alice@fernlane.example', 'read']);
});
