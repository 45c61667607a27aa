// The organization's settings over HTTP.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsAnswer } from '../../src/adapters/http/wire/catalog.ts';
import { logged } from '../log-entries.ts';
import { openWorld, type World } from '../world.ts';

const address = '/api/organization/settings';

test('settings have what clients of the Entropy API need, from the first moment', async () => {
  await using world = await openWorld();
  const { status, body } = await world.as('checkout-reads').get(address);
  assert.equal(status, 200);
  assert.doesNotThrow(() => settingsAnswer.parse(body));
  for (const field of ['vanityUrl', 'host', 'fullName', 'logoUrl'])
    assert.equal(typeof body[field], 'string', field);
  assert.equal((await world.as('alice').get('/api/organization/features')).status, 200);
});

test('what a PUT names is changed, the rest stays, and an address does not reach the log', async () => {
  await using world = await openWorld();
  const dan = world.as('dan');
  const put = await dan.put(address, {
    fullName: 'Fernlane',
    supportEmailAddress: 'help@fernlane.example',
    timeZone: 'Europe/Berlin',
    defaultStrategy: 'FourEyes',
    defaultDurations: { api: '90d', 'output-port': '1000d' },
    unknown: 'ignored',
  });
  assert.deepEqual([put.status, put.text], [200, '']);
  await dan.put(address, { fullName: null });
  const { body } = await dan.get(address);
  assert.deepEqual(
    [body.fullName, body.supportEmailAddress, body.timeZone, body.defaultStrategy],
    ['Countersign', 'help@fernlane.example', 'Europe/Berlin', 'FourEyes'],
  );
  assert.deepEqual(body.defaultDurations, {
    'output-port': '1000d',
    api: '90d',
    event: '365d',
    action: 'none',
  });
  await dan.put(address, body);
  const entries = await logged(world, 'organization');
  assert.deepEqual(
    entries.map(({ body }) => [body.before.timeZone, body.after.timeZone, body.after.fullName]),
    [
      ['UTC', 'Europe/Berlin', 'Fernlane'],
      ['Europe/Berlin', 'Europe/Berlin', null],
      ['Europe/Berlin', 'Europe/Berlin', 'Countersign'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(entries), /@/);
});

test('defaults hold for what comes after them', async () => {
  await using world = await openWorld();
  await world.as('dan').put(address, { defaultStrategy: 'FourEyes', defaultDurations: { api: '30d' } });
  await world.as('bob').put('/api/resources/api1', { type: 'api', name: 'API', owner: 'checkout' });
  const policy = (await world.as('bob').get('/api/resources/api1/policy')).body;
  assert.deepEqual([policy.strategy, policy.defaultDuration], ['FourEyes', '30d']);
  assert.equal((await world.as('bob').get('/api/resources/orders%2Flatest/policy')).body.strategy, 'Simple');
});

test('administrators change settings; whether keys decide is not for a key to say', async () => {
  await using world = await openWorld();
  for (const who of ['alice', 'bob', 'ivy', 'checkout-key', 'organization-reads'] as const)
    assert.equal((await world.as(who).put(address, { fullName: 'x' })).status, 403, who);
  assert.equal((await world.as('organization').put(address, { fullName: 'Fernlane' })).status, 200);
  const refused = await world.as('organization').put(address, { organizationKeysDecide: false });
  assert.deepEqual([refused.status, refused.body.violations[0].field], [403, 'organizationKeysDecide']);
  assert.equal((await world.as('dan').put(address, { organizationKeysDecide: false })).status, 200);
  assert.equal((await world.as('organization').put(address, { organizationKeysDecide: true })).status, 403);
  const shown = (await world.as('dan').get(address)).body;
  assert.equal(
    (await world.as('organization').put(address, shown)).status,
    200,
    'what was read can be sent back',
  );
});

test('a page knows whether its reader may change settings, and why not', async () => {
  await using world = await openWorld();
  const change = async (who: Parameters<World['as']>[0], path: string) =>
    (await world.as(who).get(path)).body.actions.change;
  const [settings, provider] = ['/api/organization/settings', '/api/identity-provider'];
  assert.deepEqual(await change('dan', settings), { allowed: true });
  assert.deepEqual(await change('organization', settings), { allowed: true });
  assert.equal((await change('alice', settings)).reason, 'This is for the administrators of Countersign.');
  assert.equal((await change('ivy', settings)).code, 'auditor_reads_only');
  assert.deepEqual(await change('dan', provider), { allowed: true });
  assert.equal((await change('organization', provider)).code, 'not_permitted');
  assert.equal((await change('ivy', provider)).code, 'auditor_reads_only');
});

test('what is wrong with a setting is said by its name', async () => {
  await using world = await openWorld();
  for (const [body, field] of [
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ defaultStrategy: 'External' }, 'defaultStrategy'],
    [{ organizationKeysDecide: 'yes' }, 'organizationKeysDecide'],
    [{ defaultDurations: { api: 'long' } }, 'defaultDurations.api'],
  ] as const) {
    const answer = await world.as('dan').put(address, body);
    assert.deepEqual([answer.status, answer.body.violations[0].field], [400, field]);
  }
});
