// Rover files from the first apply to the last: what is asked, granted and ended because of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesOf } from '../log-entries.ts';
import { consumerFile, openRoverWorld, orders, ordersId, providerFile, toOrders } from './setting.ts';

test('a provider exposes, a consumer subscribes, the owner allows, and the status says so', async () => {
  await using world = await openRoverWorld();
  const exposed = await world.apply(providerFile, { exposures: [orders] });
  assert.equal(exposed.status, 200, exposed.text);
  assert.deepEqual(exposed.body.exposures, [
    {
      type: 'api',
      name: orders.basePath,
      change: 'created',
      resource: ordersId,
      strategy: 'Simple',
      policy: 'set',
      lookedAtAgain: 0,
    },
  ]);
  assert.equal(exposed.body.state, 'complete');
  const resource = (await world.as('alice').get(`/api/resources/${ordersId}`)).body;
  assert.deepEqual([resource.owner, resource.name, resource.type], ['checkout', orders.basePath, 'api']);

  const asked = await world.apply(consumerFile, { subscriptions: [toOrders] });
  assert.equal(asked.status, 200, asked.text);
  assert.deepEqual([asked.body.change, asked.body.state], ['created', 'waiting']);
  const [one] = asked.body.subscriptions;
  assert.deepEqual(
    [one.change, one.access.state, one.access.request.strategy],
    ['asked', 'Pending', 'Simple'],
  );
  assert.deepEqual(
    one.awaiting.people.map(({ email }: { email: string }) => email),
    ['bob@fernlane.example', 'carol@fernlane.example', 'grace@fernlane.example'],
  );
  const allowed = await world.as('carol').post(`/api/access/${one.access.id}/approve`, {});
  assert.equal(allowed.status, 200, allowed.text);
  const status = await world.status(consumerFile);
  assert.deepEqual([status.state, status.subscriptions[0].access.state], ['complete', 'Granted']);
  assert.deepEqual(await typesOf(world, one.access.id), [
    'request.filed',
    'request.granted',
    'access.activated',
  ]);
  assert.deepEqual(await typesOf(world, consumerFile), ['application.created', 'rover.created']);
});

test('the same file twice asks for nothing, whatever the order of its scopes and lines', async () => {
  await using world = await openRoverWorld();
  const scoped = { ...orders, security: { type: 'oauth2', scopes: ['orders:read', 'orders:write'] } };
  await world.apply(providerFile, { exposures: [scoped] });
  const subscription = (...scopes: string[]) => ({ ...toOrders, security: { type: 'oauth2', scopes } });
  const first = await world.apply(consumerFile, {
    subscriptions: [subscription('orders:read', 'orders:write')],
  });
  const { id } = first.body.subscriptions[0].access;
  await world.as('bob').post(`/api/access/${id}/approve`, {});
  const before = await typesOf(world);
  for (const scopes of [
    ['orders:read', 'orders:write'],
    ['orders:write', 'orders:read'],
  ]) {
    const again = await world.apply(consumerFile, { subscriptions: [subscription(...scopes)] });
    assert.equal(again.body.subscriptions[0].change, 'unchanged');
  }
  assert.deepEqual(
    (await typesOf(world)).filter((type) => type !== 'rover.updated'),
    before,
  );
});
