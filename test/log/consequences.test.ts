import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequenceStore, keepConsequences } from '../../src/adapters/db/consequences.ts';
import type { Consequence } from '../../src/app/consequences.ts';
import { minute, second } from '../../src/core/time.ts';
import { emailOf, resourceInto } from '../cast.ts';
import { consequencesOf } from '../drawn-consequences.ts';
import { openWorld, type World } from '../world.ts';

const wish = (
  id: string,
  consumer: object = { teamId: 'analytics' },
  product = 'orders',
  port = 'latest',
) => ({
  id,
  info: { purpose: 'churn model' },
  provider: { dataProductId: product, outputPortId: port },
  consumer,
});

async function stateOf(world: World, id: string): Promise<string> {
  return (await world.as('organization').get(`/api/access/${id}`)).body.approval.state;
}

const sidesOf = async (world: World, id: string): Promise<string[]> => {
  const { rows } = await world.pool.query<{ side: string }>(
    'select side from inbox where access_id = $1 order by side',
    [id],
  );
  return rows.map((row) => row.side);
};

const product = (id: string, owner: string, ports: string[] = ['table']) => ({
  dataProductSpecification: '0.0.1',
  id,
  info: { title: id, owner },
  outputPorts: ports.map((port) => ({ id: port, name: port })),
});

test('what was asked for on a port that is gone is withdrawn by the system', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world
    .as('organization')
    .put('/api/dataproducts/stock', product('stock', 'checkout', ['table', 'events']));
  for (const id of ['a1', 'a2'])
    await world
      .as('alice')
      .put(`/api/access/${id}`, wish(id, { teamId: 'analytics' }, 'stock', id === 'a1' ? 'table' : 'events'));
  await world.as('organization').put('/api/dataproducts/stock', product('stock', 'checkout', ['events']));
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Withdrawn');
  assert.equal(await stateOf(world, 'a2'), 'Pending');
  assert.deepEqual(drawn.alarms, []);
});

test('a port that came back in time keeps its accesses', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world
    .as('organization')
    .put('/api/dataproducts/stock', product('stock', 'checkout', ['table', 'events']));
  await world.as('alice').put('/api/access/a1', wish('a1', { teamId: 'analytics' }, 'stock', 'table'));
  await world.as('organization').put('/api/dataproducts/stock', product('stock', 'checkout', ['events']));
  await world
    .as('organization')
    .put('/api/dataproducts/stock', product('stock', 'checkout', ['table', 'events']));
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Pending');
});

test('access that is running ends when its resource is gone, whoever made it go', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve');
  await world.pool.query(`update resource set deleted_at = now() where id = 'orders/latest'`);
  await keepConsequences(
    world.pool,
    [{ act: 'end', noun: 'resource', subject: 'orders/latest' }],
    world.clock.now(),
  );
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Revoked');
});

test('when a person leaves, their own access ends and their first allow no longer counts', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await resourceInto(world.pool, 'orders/payments', 'checkout', { strategy: 'FourEyes' });
  await world
    .as('alice')
    .put('/api/access/team', wish('team', { teamId: 'analytics' }, 'orders', 'payments'));
  await world.as('carol').post('/api/access/team/approve');
  assert.equal(await stateOf(world, 'team'), 'SemiGranted');
  await world.as('organization').put('/api/access/own', wish('own', { userId: emailOf('carol') }));
  await world.as('bob').post('/api/access/own/approve');
  await world.as('alice').put('/api/access/other', wish('other'));
  await world.as('dan').put(`/api/organization/members/${emailOf('carol')}`, { disabled: true });
  await drawn.settle();
  assert.equal(await stateOf(world, 'own'), 'Revoked');
  assert.equal(await stateOf(world, 'team'), 'Pending');
  assert.equal(await stateOf(world, 'other'), 'Pending');
  assert.deepEqual(await sidesOf(world, 'team'), ['team:checkout']);
  assert.deepEqual(await sidesOf(world, 'other'), ['team:checkout']);
});

test('what waits is granted by the system when its team becomes trusted', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('eve').put('/api/access/a2', wish('a2', { teamId: 'partner-desk' }));
  const { status } = await world
    .as('bob')
    .put('/api/resources/orders%2Flatest/policy', { strategy: 'Simple', trusted: ['analytics'] });
  assert.equal(status, 200);
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Granted');
  assert.equal(await stateOf(world, 'a2'), 'Pending');
  const history = (await world.as('alice').get('/api/access/a1/history')).body;
  const granted = history.find((entry: { type: string }) => entry.type === 'request.granted');
  assert.equal(granted.actor.type, 'system');
  assert.deepEqual(await sidesOf(world, 'a1'), []);
});

test('a strategy that became Auto grants nothing that waits', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  assert.equal(
    (await world.as('bob').put('/api/resources/orders%2Flatest/policy', { strategy: 'Auto' })).status,
    200,
  );
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Pending');
  assert.equal(
    (
      await world
        .as('bob')
        .put('/api/resources/orders%2Flatest/policy', { strategy: 'Auto', trusted: ['analytics'] })
    ).status,
    200,
  );
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Granted', 'trust does, whatever the strategy');
});

test('trust that somebody of the consumer’s side set never reaches what waits', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.pool.query(
    `insert into membership (team_id, person_id, role, position) values ('analytics', 'bob', 'Member', 9)`,
  );
  await world.as('alice').put('/api/access/a1', wish('a1'));
  assert.equal(
    (
      await world
        .as('bob')
        .put('/api/resources/orders%2Flatest/policy', { strategy: 'Simple', trusted: ['analytics'] })
    ).status,
    200,
  );
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Pending');
});

test('trust does not lift a refusal that binds whoever asked', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('alice').put('/api/access/own', wish('own', { userId: emailOf('alice') }));
  await world.as('bob').post('/api/access/own/reject');
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world
    .as('bob')
    .put('/api/resources/orders%2Flatest/policy', { strategy: 'Simple', trusted: ['analytics'] });
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Pending');
});

test('the inbox follows who decides: named approvers, and back', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const put = (policy: object) => world.as('bob').put('/api/resources/orders%2Flatest/policy', policy);
  assert.equal(
    (await put({ strategy: 'Simple', approvers: { people: [emailOf('carol')], teams: ['platform'] } }))
      .status,
    200,
  );
  await drawn.settle();
  assert.deepEqual(await sidesOf(world, 'a1'), ['person:carol', 'team:platform']);
  const { rows } = await world.pool.query('select version from access');
  assert.deepEqual(rows, [{ version: 1 }], 'the inbox is no part of the agreement');
  await put({ strategy: 'Simple' });
  await drawn.settle();
  assert.deepEqual(await sidesOf(world, 'a1'), ['team:checkout']);
});

test('a team that was deleted has access to nothing', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  await world.as('eve').put('/api/access/a1', wish('a1', { teamId: 'partner-desk' }));
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('eve').put('/api/access/a2', wish('a2', { teamId: 'partner-desk' }));
  await world.pool.query(`update team set deleted_at = now() where id = 'partner-desk'`);
  await keepConsequences(
    world.pool,
    [{ act: 'end', noun: 'team', subject: 'partner-desk' }],
    world.clock.now(),
  );
  await drawn.settle();
  assert.equal(await stateOf(world, 'a1'), 'Revoked');
  assert.equal(await stateOf(world, 'a2'), 'Withdrawn');
});

test('an access that cannot be dealt with holds up no other, and is tried again until it can', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  for (const id of ['a1', 'a2', 'a3']) await world.as('alice').put(`/api/access/${id}`, wish(id));
  await world.pool.query(`update resource set deleted_at = now() where id = 'orders/latest'`);
  await world.pool.query(
    `create function stubborn() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$`,
  );
  await world.pool.query(
    `create trigger stubborn before update on access for each row when (old.id = 'a2') execute function stubborn()`,
  );
  await keepConsequences(
    world.pool,
    [{ act: 'end', noun: 'resource', subject: 'orders/latest' }],
    world.clock.now(),
  );
  await drawn.settle();
  assert.deepEqual(await Promise.all(['a1', 'a2', 'a3'].map((id) => stateOf(world, id))), [
    'Withdrawn',
    'Pending',
    'Withdrawn',
  ]);
  assert.deepEqual(drawn.alarms, ['a consequence could not be drawn: a2']);
  await world.pool.query('drop trigger stubborn on access');
  world.clock.advance(second);
  await drawn.settle();
  assert.equal(await stateOf(world, 'a2'), 'Pending', 'not yet');
  world.clock.advance(minute);
  await drawn.settle();
  assert.equal(await stateOf(world, 'a2'), 'Withdrawn');
  assert.equal((await world.pool.query('select from consequence')).rowCount, 0);
});

test('a cause that arrives during the work on an earlier one is worked on from the start', async () => {
  await using world = await openWorld();
  const store = consequenceStore(world.pool);
  const cause: Consequence = { act: 'reconsider', noun: 'resource', subject: 'orders/latest' };
  await keepConsequences(world.pool, [cause, cause], world.clock.now());
  const first = (await store.take(world.clock.now(), minute))!;
  assert.equal(await store.take(world.clock.now(), minute), null, 'it is being worked on');
  await keepConsequences(world.pool, [cause], world.clock.now());
  await store.advance(first, {
    progress: 'x',
    incomplete: true,
    failures: 3,
    error: null,
    nextRun: world.clock.now() + minute,
  });
  await store.finish(first);
  const second = (await store.take(world.clock.now(), minute))!;
  assert.deepEqual(second, { ...first, asked: 2 });
  await store.finish(second);
  assert.equal(await store.take(world.clock.now() + minute, minute), null);
});

test('where too few are left to decide, what waits goes to those who stand in for them, and back', async () => {
  await using world = await openWorld();
  const drawn = consequencesOf(world);
  const put = (policy: object) => world.as('bob').put('/api/resources/orders%2Flatest/policy', policy);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const named = { people: [emailOf('carol')], teams: [] };
  assert.equal(
    (await put({ strategy: 'Simple', approvers: named, fallback: { people: [], teams: ['platform'] } }))
      .status,
    200,
  );
  await drawn.settle();
  assert.deepEqual(await sidesOf(world, 'a1'), ['person:carol']);
  const member = `/api/organization/members/${emailOf('carol')}`;
  await world.as('dan').put(member, { disabled: true });
  await drawn.settle();
  assert.deepEqual(await sidesOf(world, 'a1'), ['team:platform']);
});
