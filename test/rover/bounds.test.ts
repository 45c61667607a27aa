// What a file may be: whose it is, how large, and what is said about one that is wrong. And what describes APIs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesOf } from '../log-entries.ts';
import { consumerFile, openRoverWorld, orders, providerFile, rover, toOrders } from './setting.ts';

test('a file is applied by owners of the team, its key, and organization keys, and by nobody else', async () => {
  await using world = await openRoverWorld();
  const file = rover('order-service', { exposures: [orders] });
  const code = async (who: Parameters<typeof world.as>[0]) =>
    (await world.as(who).put(`/api/rovers/${providerFile}`, file)).body.code ?? 200;
  for (const who of ['alice', 'eve', 'carol', 'analytics-key', 'dan'] as const)
    assert.equal(await code(who), 'not_an_owner', who);
  assert.equal(await code('ivy'), 'auditor_reads_only');
  assert.equal(await code('checkout-reads'), 'read_only');
  assert.deepEqual(await typesOf(world), []);
  for (const who of ['bob', 'grace', 'checkout-key', 'organization'] as const)
    assert.equal(await code(who), 200, who);
});

test('a file for another team’s namespace, or with another name than its address, is refused', async () => {
  await using world = await openRoverWorld();
  const put = (metadata: object) =>
    world.as('bob').put(`/api/rovers/${providerFile}`, { ...rover('x', {}), metadata });
  const fieldsOf = async (metadata: object) =>
    (await put(metadata)).body.violations?.map(({ field }: { field: string }) => field);
  assert.deepEqual(await fieldsOf({ name: 'order-service', namespace: 'prod--analytics' }), [
    'metadata.namespace',
  ]);
  assert.deepEqual(await fieldsOf({ name: 'other' }), ['metadata.name']);
  assert.equal((await put({ name: 'order-service', namespace: 'prod--checkout' })).status, 200);
  assert.equal((await world.as('bob').put('/api/rovers/nothing', rover('nothing', {}))).status, 400);
});

/** A thousand take some seconds. */
const many = Number(process.env['TEST_MANY'] ?? 100);

test('many exposures in one file work, and so does taking all of them away', async () => {
  await using world = await openRoverWorld();
  const exposures = Array.from({ length: many }, (_, nth) => ({
    ...orders,
    basePath: `/checkout/many${nth}/v1`,
  }));
  const { status, body } = await world.apply(providerFile, { exposures });
  assert.equal(status, 200);
  assert.equal(body.exposures.filter(({ change }: { change: string }) => change === 'created').length, many);
  const again = await world.apply(providerFile, { exposures: exposures.toReversed() });
  assert.ok(again.body.exposures.every(({ change }: { change: string }) => change === 'unchanged'));
  const gone = await world.apply(providerFile, { exposures: [] });
  assert.ok(gone.body.exposures.every(({ change }: { change: string }) => change === 'removed'));
  const tooMany = Array.from({ length: 1001 }, (_, nth) => ({
    ...orders,
    basePath: `/checkout/many${nth}/v1`,
  }));
  const limit = await world.apply(providerFile, { exposures: tooMany });
  assert.equal(limit.status, 400);
  assert.match(limit.body.detail, /holds 1001 exposures; a file may hold 1000/);
});

test('a repeated Idempotency-Key applies nothing twice, and the same key for another file is refused', async () => {
  await using world = await openRoverWorld();
  const put = (file: object) =>
    world.as('bob').put(`/api/rovers/${providerFile}`, file, { 'idempotency-key': 'deploy-17' });
  const file = rover('order-service', { exposures: [orders] });
  assert.equal((await put(file)).body.change, 'created');
  assert.equal((await put(file)).body.change, 'unchanged');
  assert.equal((await put(rover('order-service', {}))).status, 422);
});

test('the scopes of a description are what can be asked for, from the moment it is registered', async () => {
  await using world = await openRoverWorld();
  const specification = (scopes: object) => ({
    openapi: '3.0.0',
    info: { title: 'Orders of the shop', version: '1.0.0' },
    servers: [{ url: 'https://gateway.fernlane.example/checkout/orders/v1' }],
    components: { securitySchemes: { sso: { type: 'oauth2', flows: { clientCredentials: { scopes } } } } },
  });
  const describe = (scopes: object) =>
    world.as('bob').put('/api/apispecifications/checkout--checkout-orders-v1', specification(scopes));
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] });
  assert.equal((await describe({ read: 'Reads' })).status, 200);
  const resource = (await world.as('alice').get('/api/resources/api:checkout:checkout-orders-v1')).body;
  assert.deepEqual([resource.offers, resource.description], [['read'], 'Orders of the shop']);
  const wants = { subscriptions: [{ ...toOrders, security: { type: 'oauth2', scopes: ['read', 'write'] } }] };
  const waits = await world.apply(consumerFile, wants);
  assert.equal(waits.body.subscriptions[0].blocked.reason, 'scope-unknown');
  await describe({ read: 'Reads', write: 'Writes' });
  await world.goOn();
  assert.deepEqual((await world.status(consumerFile)).subscriptions[0].access.scopes, ['read', 'write']);
  assert.equal(
    (await world.as('alice').delete('/api/apispecifications/checkout--checkout-orders-v1')).status,
    403,
  );
  assert.equal(
    (await world.as('bob').delete('/api/apispecifications/checkout--checkout-orders-v1')).status,
    200,
  );
});

test('a key that was revoked does not stop what waits in its name', async () => {
  await using world = await openRoverWorld();
  await world.apply(consumerFile, { subscriptions: [toOrders] });
  await world.pool.query("update api_key set revoked_at = now() where id = 'key-analytics-key'");
  await world.apply(providerFile, { exposures: [orders] });
  await world.goOn();
  const { access } = (await world.status(consumerFile)).subscriptions[0];
  assert.equal(access.state, 'Pending');
  const shown = (await world.as('bob').get(`/api/access/${access.id}`)).body;
  assert.equal(shown.approval.request.asker.maker.person, 'alice', 'she takes no part in deciding it');
});

test('what waits in the name of somebody who has left the team is said to, and goes on when it is applied again', async () => {
  await using world = await openRoverWorld();
  const parcels = { ...orders, basePath: '/parcels/v1' };
  const file = { subscriptions: [{ ...toOrders, basePath: parcels.basePath }] };
  await world.apply('checkout--cart', file, 'bob');
  await world.pool.query("delete from membership where person_id = 'bob'");
  await world.pool.query("update team set version = version + 1 where id = 'checkout'");
  await world.apply('partner-desk--parcels', { exposures: [parcels] }, 'organization');
  await world.goOn();
  const waits = (await world.status('checkout--cart')).subscriptions[0];
  assert.equal(
    waits.blocked.sentence,
    'Whoever applied the file may not ask for the team any more. Apply it again.',
  );
  const again = await world.apply('checkout--cart', file, 'checkout-key');
  assert.equal(again.body.subscriptions[0].change, 'asked');
});

test('where the file names the last day, more time is asked for by changing it there', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] });
  await world.apply(consumerFile, { subscriptions: [{ ...toOrders, until: '2026-11-20' }] });
  const renewed = await world.as('analytics-key').post(`/api/rovers/${consumerFile}/renew`);
  assert.deepEqual(
    renewed.body.renewed.map(({ asked, problem }: { asked: boolean; problem: { detail: string } }) => [
      asked,
      problem.detail,
    ]),
    [[false, 'The file says 2026-11-20 as the last day. Change it there, and apply the file.']],
  );
  const later = await world.apply(consumerFile, { subscriptions: [{ ...toOrders, until: '2026-12-20' }] });
  assert.equal(later.body.subscriptions[0].access.until, '2026-12-21T00:00:00.000Z');
});
