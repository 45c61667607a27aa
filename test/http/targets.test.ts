// Targets over HTTP: settings in the connector's words, secrets that go in and never come out.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { openSecrets } from '../../src/adapters/secrets.ts';
import { problems } from '../../src/core/problem.ts';
import type { Document } from '../fernlane.ts';
import { logged, typesOf } from '../log-entries.ts';
import { openWorld } from '../world.ts';

const secretKey = randomBytes(32);
const settings = { host: 'db.fernlane.example', database: 'shop', user: 'countersign' };
const target = { connector: 'postgresql', name: 'The shop', settings };

test('a target is kept with its secrets encrypted, and shown without them', async () => {
  await using world = await openWorld({ secretKey });
  const dan = world.as('dan');
  const put = await dan.put('/api/targets/shop', { ...target, secrets: { password: 'open sesame' } });
  assert.deepEqual([put.status, put.text], [200, '']);
  assert.equal(put.headers['location-html'], 'http://countersign.test/targets/shop');
  const shown = await dan.get('/api/targets/shop');
  const health = { state: 'unused', resources: 0, failing: 0, alarming: 0, missing: 0, excess: 0, drift: 0 };
  const may = { allowed: true };
  const actions = { check: may, reconcile: may, adopt: may, confirm: may };
  const all = { id: 'shop', ...target, hasSecrets: true, frozen: false, health };
  assert.deepEqual(shown.body, { ...all, actions });
  const [seen] = (await world.as('ivy').get('/api/targets')).body;
  assert.deepEqual({ ...seen, actions }, shown.body);
  assert.deepEqual(seen.actions.reconcile, {
    allowed: false,
    code: 'auditor_reads_only',
    reason: problems.auditor_reads_only.title,
  });

  const { rows } = await world.pool.query('select secret, settings from target');
  const place = { table: 'target', row: 'shop', column: 'secret' };
  assert.equal(openSecrets(secretKey).decrypt(rows[0].secret, place), '{"password":"open sesame"}');
  const everything = await world.pool.query('select to_jsonb(t) as target from target t');
  assert.doesNotMatch(JSON.stringify([everything.rows, await logged(world)]), /sesame/);
});

test('secrets stay when a PUT does not name them, and go when it says null', async () => {
  await using world = await openWorld({ secretKey });
  const dan = world.as('dan');
  const hasSecrets = async () => (await dan.get('/api/targets/shop')).body.hasSecrets;
  await dan.put('/api/targets/shop', { ...target, secrets: { password: 'open sesame' } });
  const shown = (await dan.get('/api/targets/shop')).body;
  await dan.put('/api/targets/shop', shown);
  assert.equal(await hasSecrets(), true, 'what was read can be sent back');
  assert.deepEqual(await typesOf(world, 'shop'), ['target.created']);
  await dan.put('/api/targets/shop', { ...target, secrets: null });
  assert.equal(await hasSecrets(), false);
  await dan.put('/api/targets/shop', { ...target, secrets: null });
  const entries = await logged(world, 'shop');
  assert.deepEqual(
    entries.map(({ type, body }) => [type, body.data.secrets]),
    [
      ['target.created', 'changed'],
      ['target.updated', 'forgotten'],
    ],
  );
});

test('without a secret key no secret is taken, and nothing is stored in the clear', async () => {
  await using world = await openWorld();
  const refused = await world.as('dan').put('/api/targets/shop', { ...target, secrets: { password: 'x' } });
  assert.deepEqual([refused.status, refused.body.code], [503, 'secret_key_missing']);
  assert.equal((await world.as('dan').get('/api/targets/shop')).status, 404);
  assert.equal((await world.as('dan').put('/api/targets/shop', target)).status, 200);
});

test('only who runs the installation writes targets, and auditors read them', async () => {
  await using world = await openWorld();
  for (const who of ['bob', 'checkout-key', 'ivy', 'organization-reads'] as const)
    assert.equal((await world.as(who).put('/api/targets/shop', target)).status, 403, who);
  assert.equal((await world.as('organization').put('/api/targets/shop', target)).status, 200);
  for (const who of ['bob', 'checkout-key'] as const)
    assert.equal((await world.as(who).get('/api/targets/shop')).status, 403, who);
  for (const who of ['ivy', 'organization-reads'] as const)
    assert.equal((await world.as(who).get('/api/targets/shop')).status, 200, who);
});

test('settings are judged by the connector, and the fault names its place', async () => {
  await using world = await openWorld({ secretKey });
  const fieldsOf = async (body: object, status = 400) => {
    const answer = await world.as('dan').put('/api/targets/shop', body);
    assert.equal(answer.status, status, answer.text);
    return answer.body.violations.map((one: Document) => one.field);
  };
  assert.deepEqual(await fieldsOf({ connector: 'abacus' }), ['connector']);
  assert.deepEqual(await fieldsOf({ connector: 'postgresql' }), [
    'settings.host',
    'settings.database',
    'settings.user',
  ]);
  assert.deepEqual(await fieldsOf({ ...target, settings: { ...settings, port: 70_000 } }), ['settings.port']);
  assert.deepEqual(await fieldsOf({ ...target, secrets: { pasword: 'x' } }), ['secrets.pasword']);
  assert.deepEqual(await fieldsOf({ ...target, owner: 'nobody' }, 422), ['owner']);
  assert.deepEqual(await fieldsOf({ ...target, id: 'other' }), ['id']);
});

test('a target to which something is bound is not deleted', async () => {
  await using world = await openWorld();
  const dan = world.as('dan');
  await dan.put('/api/targets/shop', target);
  await dan.put('/api/resources/orders%2Flatest', { target: { id: 'shop', binding: { schema: 'orders' } } });
  const refused = await dan.delete('/api/targets/shop');
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.detail],
    [422, 'in_use', '1 resources are bound to it.'],
  );
  await dan.put('/api/resources/orders%2Flatest', { target: null });
  assert.equal((await dan.delete('/api/targets/shop')).status, 200);
  assert.equal((await dan.delete('/api/targets/shop')).body.code, 'target_not_found');
});

test('templates that would call two consumers by one name are refused', async () => {
  await using world = await openWorld({ secretKey });
  const faults = async (consumers: object) => {
    const answer = await world
      .as('dan')
      .put('/api/targets/shop', { ...target, settings: { ...settings, consumers } });
    assert.equal(answer.status, 400);
    return answer.body.violations.map((one: Document) => `${one.field} ${one.message}`);
  };
  const wrong = { team: '{name}', dataProduct: 'dp_{id}', application: 'app', person: '{id}' };
  assert.deepEqual(await faults(wrong), [
    'settings.consumers.team has to contain {id}, and no other placeholder',
    'settings.consumers.application has to contain {id}, and no other placeholder',
    'settings.consumers.person has to contain {email} or {local}, and no other placeholder',
  ]);
  const same = 'is the same as for another kind of consumer: two of one id would be one here';
  assert.deepEqual(await faults({ dataProduct: '{id}' }), [`settings.consumers.dataProduct ${same}`]);
});
