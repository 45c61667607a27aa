// Strategies for teams: what a provider chooses in its file, who then decides, and what later changes of the file do to
// what waits and to what is granted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequencesOf } from '../drawn-consequences.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { day } from '../../src/core/time.ts';
import { consumerFile, openRoverWorld, orders, providerFile, toOrders, type RoverWorld } from './setting.ts';

const fourEyes = { ...orders, approval: 'FOUREYES' };
const first = async (world: RoverWorld) => (await world.status(consumerFile)).subscriptions[0];

async function asked(exposure: object): Promise<RoverWorld & { id: string }> {
  const world = await openRoverWorld();
  await world.apply(providerFile, { exposures: [exposure] });
  const { body } = await world.apply(consumerFile, { subscriptions: [toOrders] });
  return {
    ...world,
    id: body.subscriptions[0].access.id,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

test('the six states of an approval are seen in the status of the file', async () => {
  await using world = await asked(fourEyes);
  const states: string[] = [];
  const look = async () => void states.push((await first(world)).access.state);
  const act = async (who: 'bob' | 'carol', what: string) => {
    const answer = await world.as(who).post(`/api/access/${world.id}/${what}`, { comment: 'For the test.' });
    assert.equal(answer.status, 200, answer.text);
    await look();
  };
  await look();
  await act('bob', 'reject');
  await act('bob', 'approve');
  await act('carol', 'approve');
  await act('bob', 'suspend');
  await act('carol', 'resume');
  world.clock.advance(366 * day);
  await sweepDue(world.ports)();
  await look();
  assert.deepEqual(states, [
    'Pending',
    'Rejected',
    'SemiGranted',
    'Granted',
    'Suspended',
    'Granted',
    'Expired',
  ]);
});

test('FOUREYES takes two members of the provider team, and keys are none of them', async () => {
  await using world = await asked(fourEyes);
  const code = async (who: 'bob' | 'carol' | 'checkout-key' | 'alice') =>
    (await world.as(who).post(`/api/access/${world.id}/approve`, {})).body?.code ?? 'done';
  assert.deepEqual(
    [
      await code('checkout-key'),
      await code('alice'),
      await code('bob'),
      await code('bob'),
      await code('carol'),
    ],
    ['people_only', 'own_request', 'done', 'done', 'done'],
  );
  assert.equal((await first(world)).access.state, 'Granted');
});

test('trusting a team later grants what it has asked for; trusting it no more takes nothing away', async () => {
  await using world = await asked(orders);
  const consequences = consequencesOf(world);
  await world.apply(providerFile, { exposures: [{ ...orders, trustedTeams: [{ team: 'analytics' }] }] });
  await consequences.settle();
  assert.equal((await first(world)).access.state, 'Granted');
  await world.apply(providerFile, { exposures: [orders] });
  await consequences.settle();
  await world.goOn();
  assert.equal((await first(world)).access.state, 'Granted');
});

test('a stricter strategy reaches what waits, a laxer one does not, and neither what is granted', async () => {
  await using world = await asked(orders);
  const consequences = consequencesOf(world);
  await world.apply(providerFile, { exposures: [fourEyes] });
  await consequences.settle();
  await world.as('bob').post(`/api/access/${world.id}/approve`, {});
  assert.equal(
    (await first(world)).access.state,
    'SemiGranted',
    'it was asked under SIMPLE and takes two now',
  );
  await world.as('carol').post(`/api/access/${world.id}/approve`, {});
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] });
  await world.apply(providerFile, { exposures: [{ ...orders, approval: 'AUTO' }] }, 'grace');
  await consequences.settle();
  assert.equal((await first(world)).access.state, 'Granted');

  await using lax = await asked(fourEyes);
  const drawn = consequencesOf(lax);
  for (const owner of ['bob', 'grace'] as const)
    await lax.apply(providerFile, { exposures: [orders] }, owner);
  await drawn.settle();
  await lax.as('bob').post(`/api/access/${lax.id}/approve`, {});
  assert.equal((await first(lax)).access.state, 'SemiGranted', 'asked under FOUREYES it still takes two');
});

test('a team that subscribes to what it exposes itself is granted at once, unless the policy asks', async () => {
  await using world = await openRoverWorld();
  const both = (policy?: object) => ({
    exposures: [{ ...fourEyes, ...(policy && { policy }) }],
    subscriptions: [toOrders],
  });
  const plan = await world.plan(providerFile, both({ ownTeam: 'ask' }));
  assert.equal(plan.body.subscriptions[0].change, 'asked');
  const { body } = await world.apply(providerFile, both());
  assert.equal(body.subscriptions[0].change, 'granted');
});

test('whoever is in both teams cannot trust themself by a file', async () => {
  await using world = await openRoverWorld();
  await world.pool.query(
    "insert into membership (team_id, person_id, role, position) values ('analytics', 'bob', 'Owner', 9)",
  );
  await world.apply(providerFile, {
    exposures: [{ ...orders, approval: 'AUTO', trustedTeams: [{ team: 'analytics' }] }],
  });
  const { body } = await world.apply(consumerFile, { subscriptions: [toOrders] });
  assert.equal(body.subscriptions[0].access.state, 'Pending');
});

test('5: reordering scopes in a file lifts no suspension, whoever is trusted', async () => {
  await using world = await openRoverWorld();
  const scoped = {
    ...orders,
    trustedTeams: [{ team: 'analytics' }],
    security: { type: 'oauth2', scopes: ['a', 'b', 'c'] },
  };
  const wants = (...scopes: string[]) => ({
    subscriptions: [{ ...toOrders, security: { type: 'oauth2', scopes } }],
  });
  await world.apply(providerFile, { exposures: [scoped] });
  const { body } = await world.apply(consumerFile, wants('a', 'b'));
  const { id } = body.subscriptions[0].access;
  await world.as('bob').post(`/api/access/${id}/suspend`, { comment: 'Too many calls.' });
  assert.equal(
    (await world.apply(consumerFile, wants('b', 'a'))).body.subscriptions[0].access.state,
    'Suspended',
  );
  const wider = (await world.apply(consumerFile, wants('a', 'b', 'c'))).body.subscriptions[0];
  assert.deepEqual([wider.access.standing, wider.access.request.state], ['Suspended', 'Pending']);
  await world.apply(consumerFile, { subscriptions: [] });
  const back = (await world.apply(consumerFile, wants('a'))).body.subscriptions[0];
  assert.equal(back.access.request.state, 'Pending', 'nor does taking it out and putting it back');
});

test('13: a trusted team that does not exist is named where it stands, whatever kind of exposure it is', async () => {
  await using world = await openRoverWorld();
  const { status, body } = await world.apply(providerFile, {
    exposures: [
      orders,
      { type: 'event', eventType: 'a.v1', trustedTeams: [{ team: 'analytics' }, { team: 'nobody' }] },
      { type: 'ai', basePath: '/b', trustedTeams: [{ team: 'no--one' }] },
    ],
  });
  assert.equal(status, 400);
  assert.deepEqual(
    body.violations.map(({ field }: { field: string }) => field),
    ['spec.exposures[1].trustedTeams[1].team', 'spec.exposures[2].trustedTeams[0].team'],
  );
  assert.equal(
    (await world.as('bob').get(`/api/rovers/${providerFile}`)).status,
    404,
    'nothing of it is kept',
  );
});
