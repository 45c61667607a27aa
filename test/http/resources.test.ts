// Resources that are no output ports, and what any resource is at a target: who may say so, and what is kept from
// documents.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceAnswer } from '../../src/adapters/http/wire/catalog.ts';
import type { KeyName } from '../cast.ts';
import { fernlane, openFernlane, type Document } from '../fernlane.ts';
import { logged, typesOf } from '../log-entries.ts';
import type { World } from '../world.ts';

const settings = { host: 'db.fernlane.example', database: 'shop', user: 'countersign' };

async function openWithTarget(): Promise<World> {
  const world = await openFernlane();
  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings });
  return world;
}

const at = (id: string) => `/api/resources/${encodeURIComponent(id)}`;
const codeOf = ({ status, body }: { status: number; body: Document }) => body?.code ?? status;

test('APIs, event types and actions are given back with their policy’s strategy', async () => {
  await using world = await openWithTarget();
  const { body } = await world.as('eve').get('/api/resources/checkout-api');
  assert.deepEqual(body, { ...fernlane('Resource', 'checkout-api'), strategy: 'Simple' });
  assert.doesNotThrow(() => resourceAnswer.parse(body));
  const policy = (await world.as('eve').get('/api/resources/checkout-api/policy')).body;
  assert.deepEqual(
    [policy.defaultDuration, policy.followsDocument],
    ['365d', false],
    'an API ends after a year',
  );
  assert.equal((await world.as('eve').get('/api/resources/refund-order/policy')).body.defaultDuration, '8h');
});

test('an output port is found with its slash encoded or not', async () => {
  await using world = await openWithTarget();
  const encoded = await world.as('eve').get('/api/resources/orders%2Forders-latest');
  const plain = await world.as('eve').get('/api/resources/orders/orders-latest');
  assert.deepEqual([encoded.status, encoded.body.id], [200, 'orders/orders-latest']);
  assert.equal(encoded.text, plain.text);
  assert.equal(
    (await world.as('eve').get('/api/resources/orders/orders-latest/policy')).body.resource,
    'orders/orders-latest',
  );
  for (const nothing of ['nothing', 'orders%2Fnothing', 'orders/nothing/policy', 'orders/latest'])
    assert.equal(codeOf(await world.as('eve').get(`/api/resources/${nothing}`)), 'resource_not_found');
});

test('owners add and change resources; the same twice is no change; a kind stays what it is', async () => {
  await using world = await openWithTarget();
  const returns = { type: 'api', name: 'Returns API', owner: 'checkout', offers: ['read', 'read', 'write'] };
  const codeFor = async (who: KeyName, id: string, body: object) =>
    codeOf(await world.as(who).put(at(id), body));
  for (const who of ['alice', 'carol', 'analytics-key'] as const)
    assert.equal(await codeFor(who, 'returns', returns), 'not_an_owner');
  const answer = await world.as('bob').put(at('returns'), returns);
  assert.deepEqual([answer.status, answer.text], [200, '']);
  assert.equal(answer.headers['location-html'], 'http://countersign.test/resources/returns');
  assert.deepEqual((await world.as('bob').get(at('returns'))).body.offers, ['read', 'write']);
  await world.as('checkout-key').put(at('returns'), returns);
  const shown = (await world.as('bob').get(at('returns'))).body;
  assert.equal(await codeFor('grace', 'returns', shown), 200, 'what was read can be sent back');
  assert.deepEqual(await typesOf(world, 'returns'), ['resource.created', 'policy.changed']);
  assert.equal(await codeFor('bob', 'returns', { ...returns, owner: 'analytics' }), 'not_an_owner');
  assert.equal(
    await codeFor('organization', 'returns', { ...returns, owner: 'nobody' }),
    'reference_unknown',
  );
  const before = (await world.as('bob').get(`${at('returns')}/policy`)).headers['etag'];
  assert.equal(await codeFor('organization', 'returns', { ...returns, owner: 'analytics' }), 200);
  assert.notEqual((await world.as('bob').get(`${at('returns')}/policy`)).headers['etag'], before);
});

test('what is wrong with a resource is said field by field', async () => {
  await using world = await openWithTarget();
  const fieldsOf = async (id: string, body: object) => {
    const { status, body: problem } = await world.as('organization').put(at(id), body);
    assert.equal(status, 400);
    return problem.violations.map((one: Document) => one.field);
  };
  assert.deepEqual(await fieldsOf('fresh', {}), ['type', 'name', 'owner']);
  assert.deepEqual(
    await fieldsOf('checkout-api', { ...fernlane('Resource', 'checkout-api'), type: 'event' }),
    ['type'],
  );
  assert.deepEqual(await fieldsOf('fresh', { type: 'door', name: '', owner: 'checkout' }), ['type', 'name']);
  assert.deepEqual(
    await fieldsOf('fresh', { type: 'api', name: 'x', owner: 'checkout', visibility: 'MOON' }),
    ['visibility'],
  );
  assert.equal(
    codeOf(await world.as('organization').put(at('a/b'), { type: 'api', name: 'x', owner: 'checkout' })),
    'resource_not_found',
    'an id with a slash is an output port, and those come from products',
  );
});

test('of an output port only what it is at a target can be written', async () => {
  await using world = await openWithTarget();
  const shown = (await world.as('bob').get(at('orders/orders-latest'))).body;
  const wrong = await world.as('bob').put(at(shown.id), { ...shown, name: 'Other', owner: 'analytics' });
  assert.deepEqual(
    [wrong.status, wrong.body.violations.map((one: Document) => one.field)],
    [400, ['name', 'owner']],
  );
  const entries = (await logged(world)).length;
  assert.equal(codeOf(await world.as('bob').put(at(shown.id), shown)), 200, 'what was read can be sent back');
  assert.equal((await logged(world)).length, entries);
});

test('binding takes rights over the target, and what is bound by hand is kept from documents', async () => {
  await using world = await openWithTarget();
  const id = 'orders/orders-latest';
  const target = { id: 'shop', binding: { schema: 'orders', tables: ['orders'] } };
  const bind = async (who: KeyName, body: object) => codeOf(await world.as(who).put(at(id), body));
  const shown = async () => (await world.as('bob').get(at(id))).body;
  assert.equal(await bind('bob', { target }), 'not_permitted');
  assert.equal(await bind('checkout-key', { target }), 'not_permitted');
  assert.equal(await bind('alice', { target }), 'not_an_owner');
  assert.equal(await bind('dan', { target }), 200);
  assert.deepEqual((await shown()).target, { ...target, followsDocument: false });

  await world.as('organization').put('/api/dataproducts/orders', {
    ...fernlane('DataProduct', 'orders'),
    version: '3.0.0',
  });
  assert.deepEqual((await shown()).target.binding.tables, ['orders']);
  assert.equal(await bind('dan', { target: { followsDocument: true } }), 200);
  assert.deepEqual((await shown()).target.binding.tables, ['orders', 'order_items']);
  assert.equal(await bind('bob', { target: null }), 200, 'closing takes no rights over the target');
  assert.equal((await shown()).target, undefined);
  await world.as('organization').put('/api/dataproducts/orders', fernlane('DataProduct', 'orders'));
  assert.equal((await shown()).target, undefined, 'and what was closed by hand stays closed');
  const steps = (await logged(world, id)).filter((entry) => entry.type === 'resource.bound');
  assert.deepEqual(
    steps.map(({ body }) => [body.before?.binding.tables ?? null, body.after?.binding.tables ?? null]),
    [
      [null, ['orders']],
      [['orders'], ['orders', 'order_items']],
      [['orders', 'order_items'], null],
    ],
  );
});

test('binding a port is no change of the port, and the same binding twice is nothing', async () => {
  await using world = await openWithTarget();
  const target = { id: 'shop', binding: { schema: 'orders' } };
  const before = (await typesOf(world, 'orders/orders-latest')).length;
  for (let nth = 0; nth < 2; nth++) await world.as('dan').put(at('orders/orders-latest'), { target });
  assert.deepEqual((await typesOf(world, 'orders/orders-latest')).slice(before), ['resource.bound']);
  const api = { ...fernlane('Resource', 'checkout-api'), target };
  const steps = (await typesOf(world, 'checkout-api')).length;
  for (let nth = 0; nth < 2; nth++) await world.as('dan').put(at('checkout-api'), api);
  assert.deepEqual((await typesOf(world, 'checkout-api')).slice(steps), ['resource.bound']);
});

test('a port that was closed before it was ever open stays closed', async () => {
  await using world = await openWithTarget();
  await world.as('bob').put(at('orders/orders-latest'), { target: null });
  await world.as('organization').put('/api/dataproducts/orders', fernlane('DataProduct', 'orders'));
  const shown = (await world.as('bob').get(at('orders/orders-latest'))).body;
  assert.deepEqual([shown.target, shown.targetWanted], [undefined, undefined]);
});

test('a port that comes back after its target was deleted is bound to nothing', async () => {
  await using world = await openWithTarget();
  const target = { id: 'shop', binding: { schema: 'orders' } };
  const orders = fernlane('DataProduct', 'orders');
  await world.as('dan').put(at('orders/orders-latest'), { target });
  await world
    .as('bob')
    .put('/api/dataproducts/orders', { ...orders, outputPorts: orders.outputPorts.slice(1) });
  assert.equal((await world.as('dan').delete('/api/targets/shop')).status, 200);
  await world.as('bob').put('/api/dataproducts/orders', orders);
  assert.equal((await world.as('bob').get(at('orders/orders-latest'))).body.target, undefined);
});

test('who owns the target confirms what a port of somebody else is there, and takes it away', async () => {
  await using world = await openWithTarget();
  const id = at('recommendations/recommendations-table');
  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings, owner: 'checkout' });
  await world
    .as('organization')
    .put('/api/resources/recommendations%2Frecommendations-table', { target: null });
  const target = { id: 'shop', binding: { schema: 'recommendations' } };
  for (const who of ['alice', 'carol', 'eve'] as const)
    assert.equal(codeOf(await world.as(who).put(id, { target })), 'not_an_owner', who);
  assert.equal(codeOf(await world.as('bob').put(id, { target, name: 'Mine' })), 'invalid_field');
  assert.equal(codeOf(await world.as('bob').put(id, { name: 'recommendations-table' })), 'not_an_owner');
  assert.equal(codeOf(await world.as('bob').put(id, { target })), 200);
  assert.equal((await world.as('bob').get(id)).body.target.id, 'shop');
  assert.equal(codeOf(await world.as('bob').put(id, { target: null })), 200);
  assert.equal(
    codeOf(await world.as('bob').put(id, { target: null })),
    'not_an_owner',
    'nothing of it is at the target now',
  );
});

test('a target may belong to a team, whose owners bind there', async () => {
  await using world = await openWithTarget();
  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings, owner: 'commerce' });
  const target = { id: 'shop', binding: { schema: 'orders' } };
  const bind = async (who: KeyName) =>
    codeOf(await world.as(who).put(at('checkout-api'), { ...fernlane('Resource', 'checkout-api'), target }));
  assert.equal(await bind('bob'), 'not_permitted');
  assert.equal(await bind('grace'), 200);
});

test('a binding is judged by the target’s connector, and the fault names its place', async () => {
  await using world = await openWithTarget();
  const fault = async (target: object) => {
    const { status, body } = await world.as('dan').put(at('orders/orders-latest'), { target });
    return [status, body.code, body.violations[0].field];
  };
  assert.deepEqual(await fault({ id: 'nowhere' }), [422, 'reference_unknown', 'target.id']);
  assert.deepEqual(await fault({ binding: {} }), [400, 'invalid_field', 'target.id']);
  assert.deepEqual(await fault({ id: 'shop', binding: {} }), [400, 'invalid_field', 'target.binding.schema']);
  assert.deepEqual(await fault({ id: 'shop', binding: { schema: 'orders', tabels: [] } }), [
    400,
    'invalid_field',
    'target.binding',
  ]);
});

test('a resource in use is not deleted; one that is deleted is gone with all that stands on it', async () => {
  await using world = await openWithTarget();
  const remove = async (id: string, who: KeyName = 'bob') => codeOf(await world.as(who).delete(at(id)));
  await world.as('bob').put('/api/resources/order-placed/policy', { strategy: 'Auto' });
  await world.as('alice').post('/api/access', {
    id: 'a1',
    resource: 'order-placed',
    purpose: 'Forecasts',
    consumer: { teamId: 'analytics' },
  });
  assert.equal(await remove('order-placed'), 'in_use');
  assert.equal(await remove('orders/orders-latest'), 'in_use');
  assert.equal(await remove('checkout-api', 'alice'), 'not_an_owner');
  assert.equal(await remove('checkout-api'), 200);
  assert.equal(await remove('checkout-api'), 'resource_not_found');
  assert.deepEqual((await typesOf(world, 'checkout-api')).slice(-2), ['resource.deleted', 'resource.gone']);
});

test('resources are listed by kind, words, owner, tag and product, a thousand a page', async () => {
  await using world = await openWithTarget();
  const idsFor = async (query: string) =>
    (await world.as('alice').get(`/api/resources?${query}`)).body.map((one: Document) => one.id);
  assert.deepEqual(await idsFor('type=api&type=event'), ['checkout-api', 'order-placed']);
  assert.deepEqual(await idsFor('q=orders%20lat'), ['orders/orders-latest']);
  assert.deepEqual(await idsFor('owner=checkout&type=action'), ['refund-order']);
  assert.deepEqual(await idsFor('tag=finance'), ['refund-order']);
  assert.deepEqual(await idsFor('dataProductId=orders'), ['orders/orders-latest', 'orders/orders-archive']);
  assert.equal((await world.as('alice').get('/api/resources?type=door')).status, 400);
  await world.pool.query(`
    with made as (insert into resource (id, kind, owner_team, name) select 'r' || n, 'api', 'checkout', 'r' from generate_series(1, 1200) n returning id)
    insert into policy (resource_id, version, body, from_document) select id, 1, '{"strategy":"Simple"}', false from made`);
  const first = await world.as('alice').get('/api/resources');
  const second = await world.as('alice').get(/<([^>]+)>; rel="next"/.exec(first.headers['link']!)![1]!);
  assert.deepEqual([first.body.length, second.body.length], [1000, 209]);
  assert.equal((await world.as('alice').get('/api/resources?p=1')).text, second.text);
});
