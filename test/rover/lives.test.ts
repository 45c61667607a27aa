// What a subscription goes through after it was asked for: change, less, end, expiry, renewal, refusal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { day } from '../../src/core/time.ts';
import { logged, typesOf } from '../log-entries.ts';
import {
  consumerFile,
  openRoverWorld,
  orders,
  ordersId,
  providerFile,
  toOrders,
  type RoverWorld,
} from './setting.ts';

const scoped = { ...orders, security: { type: 'oauth2', scopes: ['orders:read', 'orders:write'] } };
const wants = (...scopes: string[]) => ({
  subscriptions: [{ ...toOrders, security: { type: 'oauth2', scopes } }],
});

const first = async (world: RoverWorld) => (await world.status(consumerFile)).subscriptions[0];

/** Granted for reading, by Bob. */
async function granted(): Promise<RoverWorld & { id: string }> {
  const world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [scoped] });
  const { body } = await world.apply(consumerFile, wants('orders:read'));
  const { id } = body.subscriptions[0].access;
  assert.equal((await world.as('bob').post(`/api/access/${id}/approve`, {})).status, 200);
  return { ...world, id, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

test('another scope is a change request while the old grant stands; going back withdraws it', async () => {
  await using world = await granted();
  const asked = await world.apply(consumerFile, wants('orders:read', 'orders:write'));
  const [{ access, change, awaiting }] = asked.body.subscriptions;
  assert.deepEqual([change, access.standing, access.scopes], ['asked', 'Granted', ['orders:read']]);
  assert.deepEqual(
    [access.request.nature, access.request.scopes],
    ['change', ['orders:read', 'orders:write']],
  );
  assert.equal(awaiting.missing, 1);
  const back = await world.apply(consumerFile, wants('orders:read'));
  const [now] = back.body.subscriptions;
  assert.deepEqual(
    [now.change, now.access.request.state, now.access.standing],
    ['narrowed', 'Withdrawn', 'Granted'],
  );
  assert.equal(
    (await world.apply(consumerFile, wants('orders:read'))).body.subscriptions[0].change,
    'unchanged',
  );
});

test('fewer scopes hold at once, and nobody is asked', async () => {
  await using world = await granted();
  await world.apply(consumerFile, wants('orders:read', 'orders:write'));
  await world.as('bob').post(`/api/access/${world.id}/approve`, {});
  const less = await world.apply(consumerFile, wants('orders:write'));
  const [{ change, access }] = less.body.subscriptions;
  assert.deepEqual([change, access.scopes, access.standing], ['narrowed', ['orders:write'], 'Granted']);
});

test('a subscription that is taken out of the file ends, and its history stays', async () => {
  await using world = await granted();
  const plan = await world.plan(consumerFile, { subscriptions: [] });
  assert.equal(plan.body.subscriptions[0].change, 'ended');
  assert.equal((await first(world)).access.state, 'Granted', 'a plan changes nothing');
  const applied = await world.apply(consumerFile, { subscriptions: [] });
  assert.deepEqual(
    [applied.body.subscriptions[0].change, applied.body.subscriptions[0].access.state],
    ['ended', 'Revoked'],
  );
  assert.deepEqual(await typesOf(world, world.id), [
    'request.filed',
    'request.granted',
    'access.activated',
    'access.revoked',
  ]);
  const again = await world.apply(consumerFile, wants('orders:read'));
  assert.deepEqual(
    [again.body.subscriptions[0].change, again.body.subscriptions[0].access.id],
    ['asked', world.id],
    'back in the file it is asked for anew, on the same agreement',
  );
});

test('an application that its team has taken away by deleting the file loses what it had', async () => {
  await using world = await granted();
  assert.equal((await world.as('analytics-key').delete(`/api/rovers/${consumerFile}`)).status, 200);
  const { body } = await world.as('bob').get(`/api/access/${world.id}`);
  assert.equal(body.approval.state, 'Revoked');
  assert.equal((await world.as('bob').get(`/api/applications/${consumerFile}`)).status, 404);
  assert.equal((await world.as('bob').get(`/api/rovers/${consumerFile}`)).body.code, 'rover_not_found');
});

test('after an expiry a new apply changes nothing, and renewing asks', async () => {
  await using world = await granted();
  world.clock.advance(366 * day);
  await sweepDue(world.ports)();
  assert.equal((await first(world)).access.state, 'Expired');
  const before = await typesOf(world, world.id);
  for (const scopes of [['orders:read']]) await world.apply(consumerFile, wants(...scopes));
  await world.goOn();
  assert.deepEqual(await typesOf(world, world.id), before);
  assert.equal((await first(world)).access.state, 'Expired');
  const renewed = await world.as('analytics-key').post(`/api/rovers/${consumerFile}/renew`);
  assert.deepEqual(renewed.body.renewed, [{ access: world.id, name: toOrders.basePath, asked: true }]);
  const { access } = await first(world);
  assert.deepEqual(
    [access.request.nature, access.request.state, access.standing],
    ['renewal', 'Pending', 'Expired'],
  );
  await world.as('bob').post(`/api/access/${world.id}/approve`, {});
  assert.equal((await first(world)).access.state, 'Granted');
});

test('what was refused is not asked for again by the same file, and not granted by trust that comes later', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [scoped] });
  const { body } = await world.apply(consumerFile, wants('orders:read'));
  const { id } = body.subscriptions[0].access;
  await world.as('bob').post(`/api/access/${id}/reject`, { comment: 'Ask the catalog team.' });
  const again = await world.apply(consumerFile, wants('orders:read'));
  assert.deepEqual([again.body.state, again.body.subscriptions[0].access.state], ['denied', 'Rejected']);
  await world.apply(providerFile, { exposures: [{ ...scoped, trustedTeams: [{ team: 'analytics' }] }] });
  await world.goOn();
  await world.apply(consumerFile, wants('orders:read', 'orders:write'));
  assert.equal((await first(world)).access.state, 'Pending', 'a person has to grant first');
});

test('without a purpose a sentence is made, marked as such; with one, that is what the owner reads', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [orders] });
  const { purpose: _, ...silent } = toOrders;
  const { body } = await world.apply(consumerFile, { subscriptions: [silent] });
  const { request } = body.subscriptions[0].access;
  assert.deepEqual(
    [request.purposeGenerated, request.purpose],
    [
      true,
      'The Rover file analytics--reports of team analytics subscribes to /checkout/orders/v1 of team checkout.',
    ],
  );
  const told = await world.apply(consumerFile, { subscriptions: [toOrders] });
  const spoken = told.body.subscriptions[0].access.request;
  assert.deepEqual([spoken.purposeGenerated, spoken.purpose], [false, toOrders.purpose]);
});

test('an end that the file names is the last day in the organization’s time zone', async () => {
  await using world = await openRoverWorld();
  const settings = (await world.as('dan').get('/api/organization/settings')).body;
  await world.as('dan').put('/api/organization/settings', { ...settings, timeZone: 'Europe/Berlin' });
  await world.apply(providerFile, {
    exposures: [{ ...orders, approval: 'AUTO', policy: { maximumDuration: '90d' } }],
  });
  const { body } = await world.apply(consumerFile, { subscriptions: [{ ...toOrders, until: '2026-12-31' }] });
  assert.equal(body.subscriptions[0].access.until, '2026-12-31T23:00:00.000Z');
  const long = await world.apply(consumerFile, { subscriptions: [{ ...toOrders, until: '2028-12-31' }] });
  assert.equal(long.body.subscriptions[0].blocked.reason, 'not-accepted');
  assert.equal((await first(world)).access.state, 'Granted');
});

test('the policy of an exposure is what the file says; what it says no more goes back', async () => {
  await using world = await openRoverWorld();
  const policy = {
    approvers: { people: ['grace@fernlane.example'] },
    durations: ['30d', '90d'],
    deadline: '7d',
  };
  await world.apply(providerFile, { exposures: [{ ...orders, policy }] });
  const policyNow = async () => (await world.as('bob').get(`/api/resources/${ordersId}/policy`)).body;
  const said = await policyNow();
  assert.deepEqual(
    [said.approvers.people, said.durations, said.deadline],
    [policy.approvers.people, ['30d', '90d'], '7d'],
  );
  await world.as('bob').put(`/api/resources/${ordersId}/policy`, { ...said, ownTeam: 'ask' });
  await world.apply(providerFile, { exposures: [{ ...orders, policy }] });
  assert.equal((await policyNow()).ownTeam, 'ask', 'the same file puts nothing back');
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'FOUREYES' }] });
  const now = await policyNow();
  assert.deepEqual(
    [now.strategy, now.approvers, now.durations, now.deadline, now.ownTeam],
    ['FourEyes', null, null, '30d', 'ask'],
  );
});

test('a file that loosens a FourEyes policy holds once another owner applies it, too', async () => {
  await using world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'FOUREYES' }] });
  const proposed = await world.apply(providerFile, { exposures: [orders] });
  assert.deepEqual([proposed.body.exposures[0].policy, proposed.body.state], ['proposed', 'waiting']);
  const strategy = async () => (await world.as('bob').get(`/api/resources/${ordersId}/policy`)).body.strategy;
  assert.equal(await strategy(), 'FourEyes');
  await world.apply(providerFile, { exposures: [orders] }, 'grace');
  assert.equal(await strategy(), 'Simple');
});

test('the log says who applied what, through which channel, and holds no text of the file', async () => {
  await using world = await granted();
  const filed = (await logged(world, world.id))[0]!;
  assert.deepEqual([filed.body.actor.id, filed.body.channel], ['key-analytics-key', 'rover']);
  assert.ok(!JSON.stringify((await logged(world)).map(({ body }) => body)).includes(toOrders.purpose));
});
