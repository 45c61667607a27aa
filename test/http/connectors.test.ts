// Connectors of other people over HTTP: what the SDK's event listener does around every event, and whose state it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectorAnswer } from '../../src/adapters/http/wire/catalog.ts';
import { typesOf } from '../log-entries.ts';
import { openWorld } from '../world.ts';

test('a connector registers itself and keeps its state around every event, as the SDK does', async () => {
  await using world = await openWorld();
  const sdk = world.as('checkout-key');
  assert.equal((await sdk.get('/api/connectors/snowflake-access-management')).status, 404);
  const registration = { id: 'snowflake-access-management', info: { type: 'snowflake' } };
  assert.equal((await sdk.put(`/api/connectors/${registration.id}`, registration)).status, 200);
  for (const lastEventId of [
    '0191b0c0-0000-7000-8000-000000000001',
    '0191b0c0-0000-7000-8000-000000000002',
  ]) {
    const now = (await sdk.get(`/api/connectors/${registration.id}`)).body;
    assert.equal(
      (await sdk.put(`/api/connectors/${registration.id}`, { ...now, state: { lastEventId } })).status,
      200,
    );
  }
  const { body } = await sdk.get(`/api/connectors/${registration.id}`);
  assert.equal(body.state.lastEventId.at(-1), '2');
  assert.doesNotThrow(() => connectorAnswer.parse(body));
  assert.deepEqual(await typesOf(world), [], 'state is no event');
});

test('the state is any object, given back as it was sent, and never null', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const sent = {
    custom: { a: [1] },
    state: { deep: { list: [null, 1.25, 'ä', { x: false }] }, '': 'empty name' },
    id: 'c1',
    unknown: { kept: true },
    info: { type: 'x', description: 'y', connectorVersion: '1' },
  };
  await as.put('/api/connectors/c1', sent);
  assert.deepEqual((await as.get('/api/connectors/c1')).body, sent);
  await as.put('/api/connectors/c1', { ...sent, state: null });
  assert.equal('state' in (await as.get('/api/connectors/c1')).body, false);
  const wrong = await as.put('/api/connectors/c1', { id: 'c2', info: {}, state: 'x' });
  assert.deepEqual([wrong.status, wrong.body.violations[0].field], [400, 'id']);
  const more = await as.put('/api/connectors/c1', { info: {}, state: 'x' });
  assert.deepEqual(
    more.body.violations.map((one: { field: string }) => one.field),
    ['info.type', 'state'],
  );
});

test('whoever registered a connector writes it, and who runs the installation', async () => {
  await using world = await openWorld();
  const connector = { info: { type: 'x' } };
  await world.as('checkout-key').put('/api/connectors/c1', connector);
  const codeFor = async (who: Parameters<typeof world.as>[0]) => {
    const { status, body } = await world.as(who).put('/api/connectors/c1', connector);
    return body?.code ?? status;
  };
  assert.equal(await codeFor('checkout-key'), 200);
  assert.equal(await codeFor('bob'), 200, 'Bob made that key');
  for (const who of ['dan', 'organization'] as const) assert.equal(await codeFor(who), 200);
  for (const who of ['eve', 'analytics-key', 'carol'] as const)
    assert.equal(await codeFor(who), 'not_permitted', who);
  assert.equal((await world.as('eve').delete('/api/connectors/c1')).body.code, 'not_permitted');
  assert.equal((await world.as('checkout-key').delete('/api/connectors/c1')).status, 200);
  assert.equal(
    (await world.as('checkout-key').delete('/api/connectors/c1')).body.code,
    'connector_not_found',
  );
});

test('connectors are listed, oldest first', async () => {
  await using world = await openWorld();
  for (const id of ['b', 'a', 'c'])
    await world.as('organization').put(`/api/connectors/${id}`, { info: { type: 'x' } });
  const { body } = await world.as('alice').get('/api/connectors');
  assert.deepEqual(
    body.map((one: { id: string }) => one.id),
    ['b', 'a', 'c'],
  );
});
