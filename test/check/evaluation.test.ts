// The check: who may do what now, asked by a program with a key, through the whole life of an agreement.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';
import { ask, grant, openShop, question, verdict } from './question.ts';

const application = { applicationId: 'reports' };

test('granted is permitted, and suspended, expired, revoked and unknown are not', async () => {
  await using world = await openWorld();
  await openShop(world);
  const may = () => verdict(world, 'application:reports', 'access', 'api:checkout-api');
  assert.equal(await may(), 'no_access');
  await grant(world, 'a1', application);
  assert.equal(await may(), true);
  assert.equal((await world.as('bob').post('/api/access/a1/suspend', { comment: 'Wait.' })).status, 200);
  assert.equal(await may(), 'no_access');
  assert.equal((await world.as('bob').post('/api/access/a1/resume')).status, 200);
  assert.equal(await may(), true);
  world.clock.advance(400 * day);
  assert.equal(await may(), 'no_access', 'the period is judged when somebody asks, whatever was swept');
  world.clock.advance(-400 * day);
  assert.equal(await may(), true);
  assert.equal((await world.as('bob').post('/api/access/a1/cancel')).status, 200);
  assert.equal(await may(), 'no_access');
  assert.equal(await verdict(world, 'application:nobody', 'access', 'api:checkout-api'), 'subject_unknown');
  assert.equal(await verdict(world, 'robot:reports', 'access', 'api:checkout-api'), 'subject_unknown');
  assert.equal(
    await verdict(world, 'application:reports', 'access', 'event:checkout-api'),
    'resource_unknown',
  );
  assert.equal(await verdict(world, 'application:reports', 'access', 'api:none'), 'resource_unknown');
});

test('an action is permitted by the role that names it, and access by any grant', async () => {
  await using world = await openWorld();
  await openShop(world);
  await grant(world, 'a1', application, { roles: ['orders:read'] });
  const may = (action: string) => verdict(world, 'application:reports', action, 'api:checkout-api');
  assert.deepEqual([await may('orders:read'), await may('access')], [true, true]);
  assert.deepEqual(
    [await may('orders:write'), await may('toString')],
    ['action_not_granted', 'action_not_granted'],
  );
});

test('what a team has its members have, as long as they are members; a product and an application have their own', async () => {
  await using world = await openWorld();
  await openShop(world);
  const may = (subject: string) => verdict(world, subject, 'access', 'api:checkout-api');
  await grant(world, 'a1', { teamId: 'analytics' });
  assert.equal(await may('team:analytics'), true);
  assert.equal(await may('person:alice'), true);
  assert.equal(await may('user:Alice@fernlane.example'), true, 'people are known by their address, too');
  assert.equal(await may('person:eve'), 'no_access');
  assert.equal(await may('application:reports'), 'no_access');
  await putTeam(world, 'analytics', ['eve']);
  assert.deepEqual([await may('person:alice'), await may('person:eve')], ['no_access', true]);
  await grant(world, 'a2', { userId: 'alice@fernlane.example' });
  assert.equal(await may('person:alice'), true);
});

test('whoever leaves is denied at once, before anything is ended because of it', async () => {
  await using world = await openWorld();
  await openShop(world);
  await grant(world, 'a1', { userId: 'alice@fernlane.example' });
  const may = () => verdict(world, 'person:alice', 'access', 'api:checkout-api');
  assert.equal(await may(), true);
  const member = '/api/organization/members/alice@fernlane.example';
  assert.equal((await world.as('dan').put(member, { disabled: true })).status, 200);
  assert.equal(await may(), 'subject_unknown');
  assert.equal((await world.as('dan').put(member, { disabled: false })).status, 200);
  assert.equal(await may(), true, 'nothing was swept meanwhile, and the grant stands');
});

test('whoever asks is known: keys of the organization and of teams, and nobody else', async () => {
  await using world = await openWorld();
  const body = question('team:analytics', 'access', 'output-port:orders/latest');
  for (const key of ['organization', 'organization-reads', 'checkout-key', 'checkout-reads'] as const)
    assert.equal((await ask(world, body, key)).status, 200, key);
  for (const key of ['alice', 'dan', 'ivy'] as const) {
    const answer = await ask(world, body, key);
    assert.deepEqual([answer.status, answer.body.code], [403, 'not_permitted'], key);
  }
  const nobody = await world.nobody.post('/access/v1/evaluation', body);
  assert.deepEqual([nobody.status, nobody.headers['www-authenticate']], [401, 'Bearer']);
  const wrong = await world.nobody.post('/access/v1/evaluation', body, { 'x-api-key': 'cs_wrong' });
  assert.equal(wrong.status, 401);
  await world.as('dan').delete('/api/api-keys/key-checkout-reads');
  await world.seal();
  assert.equal((await ask(world, body, 'checkout-reads')).status, 401, 'a key that was revoked is none');
});

async function putTeam(world: World, id: string, members: string[]): Promise<void> {
  const answer = await world.as('dan').put(`/api/teams/${id}`, {
    id,
    name: id,
    type: 'Team',
    members: members.map((one) => ({ emailAddress: `${one}@fernlane.example`, role: 'Member' })),
  });
  assert.equal(answer.status, 200, answer.text);
}
