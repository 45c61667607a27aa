// What waits, why, and how it goes on by itself: missing counterparts, names that differ, zones, scopes, taking over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequencesOf } from '../drawn-consequences.ts';
import { typesOf } from '../log-entries.ts';
import {
  consumerFile,
  openRoverWorld,
  orders,
  ordersId,
  providerFile,
  toOrders,
  type RoverWorld,
} from './setting.ts';

const firstOf = async (world: RoverWorld, id = consumerFile) => (await world.status(id)).subscriptions[0];
const reasonOf = async (world: RoverWorld, id = consumerFile) => (await firstOf(world, id)).blocked?.reason;

test('a subscription waits for what nobody exposes yet, and goes on by itself when somebody does', async () => {
  await using world = await openRoverWorld();
  const asked = await world.apply(consumerFile, { subscriptions: [toOrders] });
  assert.deepEqual([asked.body.state, asked.body.subscriptions[0].change], ['waiting', 'waiting']);
  assert.equal(
    asked.body.subscriptions[0].blocked.sentence,
    'Nobody exposes the API /checkout/orders/v1 yet. Access is asked for as soon as somebody does.',
  );
  const exposed = await world.apply(providerFile, { exposures: [orders] });
  assert.equal(exposed.body.exposures[0].lookedAtAgain, 1);
  await world.goOn();
  const { access, blocked } = await firstOf(world);
  assert.deepEqual([access.state, blocked], ['Pending', undefined]);
  const shown = (await world.as('bob').get(`/api/access/${access.id}`)).body;
  assert.equal(
    shown.approval.request.asker.id,
    'key-analytics-key',
    'in the name of whoever applied the file',
  );
  assert.equal((await world.as('alice').post(`/api/access/${access.id}/approve`, {})).status, 403);
  assert.equal((await world.as('bob').post(`/api/access/${access.id}/approve`, {})).status, 200);
});

test('what is exposed no more ends with its history, and is asked for anew when it comes back', async () => {
  await using world = await openRoverWorld();
  const consequences = consequencesOf(world);
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] });
  await world.apply(consumerFile, { subscriptions: [toOrders] });
  const { access } = await firstOf(world);
  assert.equal(access.state, 'Granted');
  const gone = await world.apply(providerFile, { exposures: [] });
  assert.equal(gone.body.exposures[0].change, 'removed');
  await consequences.settle();
  await world.goOn();
  assert.equal((await firstOf(world)).access.state, 'Revoked');
  assert.equal(await reasonOf(world), 'not-exposed');
  await world.apply(providerFile, { exposures: [orders] });
  await world.goOn();
  const again = await firstOf(world);
  assert.deepEqual([again.access.id, again.access.request.state], [access.id, 'Pending']);
  assert.deepEqual(
    (await typesOf(world, access.id)).filter((type) => type.startsWith('request')),
    ['request.filed', 'request.granted', 'request.filed'],
  );
});

test('names that differ only in case or in signs stand in each other’s way, and both sides are told', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [orders] });
  const shouted = { ...toOrders, basePath: '/Checkout/Orders/v1' };
  const asked = await world.apply(consumerFile, { subscriptions: [shouted] });
  assert.equal(asked.body.subscriptions[0].blocked.reason, 'name-differs');
  assert.match(asked.body.subscriptions[0].blocked.sentence, /but \/checkout\/orders\/v1 is/);
  const other = await world.apply('analytics--imitator', {
    exposures: [{ ...orders, basePath: '/checkout_orders/v1' }],
  });
  assert.equal(other.status, 200, other.text);
  assert.deepEqual(
    [other.body.exposures[0].change, other.body.exposures[0].blocked.reason],
    ['blocked', 'name-differs'],
  );
});

test('the oldest exposure counts; when it goes, the next takes over, and subscriptions ask the new owner', async () => {
  await using world = await openRoverWorld();
  const consequences = consequencesOf(world);
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] });
  world.clock.advance(1000);
  const second = await world.apply(
    'partner-desk--orders',
    { exposures: [{ ...orders, approval: 'SIMPLE' }] },
    'organization',
  );
  assert.equal(second.body.exposures[0].blocked.reason, 'exposed-elsewhere');
  assert.match(
    second.body.exposures[0].blocked.sentence,
    /team checkout with its application checkout--order-service/,
  );
  await world.apply(consumerFile, { subscriptions: [toOrders] });
  const first = (await firstOf(world)).access;
  assert.equal(first.state, 'Granted');
  await world.as('bob').delete(`/api/rovers/${providerFile}`);
  await consequences.settle();
  await world.goOn();
  const { access, resource } = await firstOf(world);
  assert.equal(resource, 'api:partner-desk:checkout-orders-v1');
  assert.notEqual(access.id, first.id);
  assert.equal(access.state, 'Pending', 'what one team has granted is not what another grants');
  assert.equal((await world.as('bob').get(`/api/access/${first.id}`)).body.approval.state, 'Revoked');
  assert.equal((await world.status('partner-desk--orders')).exposures[0].change, 'unchanged');
});

test('zones: WORLD from everywhere, ENTERPRISE from the enterprise, ZONE from the same one', async () => {
  await using world = await openRoverWorld();
  const settings = (await world.as('dan').get('/api/organization/settings')).body;
  const zones = [
    { name: 'inside', visibility: 'Enterprise' },
    { name: 'beside', visibility: 'Enterprise' },
    { name: 'outside', visibility: 'World' },
  ];
  const set = await world.as('dan').put('/api/organization/settings', { ...settings, zones });
  assert.equal(set.status, 200, set.text);
  const seen: Record<string, unknown[]> = {};
  for (const visibility of ['WORLD', 'ENTERPRISE', 'ZONE']) {
    await world.apply(providerFile, { zone: 'inside', exposures: [{ ...orders, visibility }] });
    for (const { name: zone } of zones) {
      const plan = await world.plan(consumerFile, { zone, subscriptions: [toOrders] });
      (seen[visibility] ??= []).push(plan.body.subscriptions[0].blocked?.reason ?? 'asked');
    }
  }
  assert.deepEqual(seen, {
    WORLD: ['asked', 'asked', 'asked'],
    ENTERPRISE: ['asked', 'asked', 'zone-not-reached'],
    ZONE: ['asked', 'zone-differs', 'zone-differs'],
  });
  const nowhere = await world.apply(consumerFile, { zone: 'nowhere', subscriptions: [toOrders] });
  assert.deepEqual(
    nowhere.body.violations.map(({ field }: { field: string }) => field),
    ['spec.zone'],
  );
});

test('a visibility that leaves somebody out ends their access, and letting them in again is asked for anew', async () => {
  await using world = await openRoverWorld();
  const auto = { ...orders, approval: 'AUTO' };
  await world.apply(providerFile, { zone: 'one', exposures: [auto] });
  await world.apply(consumerFile, { zone: 'two', subscriptions: [toOrders] });
  assert.equal((await firstOf(world)).access.state, 'Granted');
  await world.apply(providerFile, { zone: 'one', exposures: [{ ...auto, visibility: 'ZONE' }] });
  await world.goOn();
  assert.deepEqual([(await firstOf(world)).access.state, await reasonOf(world)], ['Revoked', 'zone-differs']);
  await world.apply(providerFile, { zone: 'one', exposures: [auto] });
  await world.goOn();
  assert.deepEqual([(await firstOf(world)).access.state, await reasonOf(world)], ['Granted', undefined]);
});

test('a scope that is not offered waits until it is, and what is granted stands meanwhile', async () => {
  await using world = await openRoverWorld();
  const offers = (...scopes: string[]) => ({
    ...orders,
    approval: 'AUTO',
    security: { type: 'oauth2', scopes },
  });
  const wants = (...scopes: string[]) => ({
    subscriptions: [{ ...toOrders, security: { type: 'oauth2', scopes } }],
  });
  await world.apply(providerFile, { exposures: [offers('read')] });
  await world.apply(consumerFile, wants('read'));
  await world.apply(consumerFile, wants('read', 'write'));
  const waits = await firstOf(world);
  assert.deepEqual(
    [waits.blocked.reason, waits.access.state, waits.access.scopes],
    ['scope-unknown', 'Granted', ['read']],
  );
  await world.apply(providerFile, { exposures: [offers('read', 'write')] });
  await world.goOn();
  const { blocked, access } = await firstOf(world);
  assert.deepEqual([blocked, access.scopes], [undefined, ['read', 'write']]);
});

test('a policy that wants a person’s purpose keeps a file without one waiting, and says so', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [{ ...orders, policy: { purposeByPerson: true } }] });
  const { purpose: _, ...silent } = toOrders;
  const waits = await world.apply(consumerFile, { subscriptions: [silent] });
  assert.deepEqual(waits.body.subscriptions[0].blocked, {
    reason: 'not-accepted',
    sentence: 'This policy demands a purpose written by a person',
  });
  const asked = await world.apply(consumerFile, { subscriptions: [toOrders] });
  assert.equal(asked.body.subscriptions[0].change, 'asked');
});

test('two files that expose the same at the same moment: one counts, and the other is told', async () => {
  await using world = await openRoverWorld();
  const files = ['checkout--one', 'checkout--two', 'checkout--three', 'checkout--four'];
  const answers = await Promise.all(files.map((id) => world.apply(id, { exposures: [orders] })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  const changes = answers.map(({ body }) => String(body.exposures[0].change));
  assert.deepEqual(
    changes.toSorted((one, other) => one.localeCompare(other)),
    ['blocked', 'blocked', 'blocked', 'created'],
  );
});

test('an exposure and its subscription that are applied at the same moment find each other', async () => {
  await using world = await openRoverWorld();
  for (let round = 0; round < 5; round++) {
    const basePath = `/checkout/round${round}/v1`;
    await Promise.all([
      world.apply(`checkout--p${round}x`, { exposures: [{ ...orders, basePath }] }),
      world.apply(`analytics--c${round}x`, { subscriptions: [{ ...toOrders, basePath }] }),
    ]);
    await world.goOn();
    assert.equal((await firstOf(world, `analytics--c${round}x`)).access?.state, 'Pending', basePath);
  }
});

test('events and AI services are matched as APIs are, each with its own kind', async () => {
  await using world = await openRoverWorld();
  const event = {
    type: 'event',
    eventType: 'fernlane.orders.created.v1',
    approval: 'AUTO',
    scopes: [{ name: 'billing' }],
  };
  const ai = { type: 'ai', basePath: '/checkout/helper', variant: 'MCP', approval: 'AUTO' };
  const exposed = await world.apply(providerFile, { exposures: [event, ai] });
  assert.deepEqual(
    exposed.body.exposures.map(({ resource }: { resource: string }) => resource),
    ['event:checkout:fernlane.orders.created.v1', 'ai:checkout:checkout-helper'],
  );
  const { body } = await world.apply(consumerFile, {
    subscriptions: [
      {
        type: 'event',
        eventType: event.eventType,
        deliveryType: 'callback',
        payloadType: 'Data',
        scopes: ['billing'],
      },
      { type: 'ai', basePath: ai.basePath },
    ],
  });
  assert.deepEqual(
    body.subscriptions.map(({ change }: { change: string }) => change),
    ['granted', 'granted'],
  );
  const wrong = await world.apply('analytics--other', {
    subscriptions: [{ type: 'api', basePath: ai.basePath }],
  });
  assert.equal(wrong.body.subscriptions[0].blocked.reason, 'kind-differs');
  assert.equal((await world.as('bob').get(`/api/resources/${ordersId}`)).status, 404);
});
