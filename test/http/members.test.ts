import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../src/core/ids.ts';
import { emailOf, resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';
import { openBrowser, signedIn } from './browser.ts';

const base = '/api/organization/members';
const password = 'a horse, a battery and a staple';

const teamVersion = async (world: World, id: string): Promise<number> =>
  (await world.pool.query('select version from team where id = $1', [id])).rows[0].version;

test('everybody is listed with the names of the Entropy API, and found by address whatever its case', async () => {
  await using world = await openWorld();
  const list = await world.as('eve').get(base);
  assert.equal(list.body.length, 7);
  const { createdAt: _, ...dan } = (await world.as('eve').get(`${base}/Dan@Fernlane.EXAMPLE`)).body;
  assert.deepEqual(dan, {
    emailAddress: 'dan@fernlane.example',
    userId: 'dan',
    name: 'Dan',
    role: 'Owner',
    auditor: false,
    disabled: false,
    hasAccount: false,
    custom: {},
  });
  const missing = await world.as('eve').get(`${base}/nobody@fernlane.example`);
  assert.deepEqual([missing.status, missing.body.code], [404, 'person_not_found']);
  assert.equal((await world.as('eve').get(`${base}/nobody`)).status, 400);
});

test('the list of people goes on where a page ended, by its Link or by counting pages', async () => {
  await using world = await openWorld();
  await world.pool.query(
    `insert into person (id, email) select 'p' || n, 'p' || n || '@fernlane.example' from generate_series(1, 1500) n`,
  );
  const first = await world.as('eve').get(base);
  assert.equal(first.body.length, 1000);
  const next = /<(.*)>; rel="next"/.exec(first.headers.link!)![1]!;
  const { pathname, search } = new URL(next);
  const second = await world.as('eve').get(pathname + search);
  assert.equal(second.body.length, 507);
  assert.equal(second.headers.link, undefined);
  assert.deepEqual((await world.as('eve').get(`${base}?p=1`)).body, second.body);
  assert.deepEqual((await world.as('eve').get(`${base}?p=2`)).body, []);
});

test('an administrator adds and changes people; what is absent stays', async () => {
  await using world = await openWorld();
  const url = `${base}/finn@fernlane.example`;
  const put = await world.as('dan').put(url, { name: 'Finn', custom: { gcpPrincipal: 'group:finn' } });
  assert.deepEqual([put.status, put.text], [200, '']);
  assert.equal(
    put.headers['location-html'],
    'http://countersign.test/settings/members?q=finn%40fernlane.example',
  );
  await world.as('organization').put(url, { role: 'Owner' });
  const finn = (await world.as('dan').get(url)).body;
  assert.deepEqual([finn.name, finn.role, finn.custom], ['Finn', 'Owner', { gcpPrincipal: 'group:finn' }]);
  for (const who of ['bob', 'checkout-key', 'ivy', 'organization-reads'] as const)
    assert.equal((await world.as(who).put(url, { role: 'Member' })).status, 403);
  assert.equal((await world.as('dan').put(url, { role: 'King' })).body.violations[0].field, 'role');
});

test('the last administrator cannot leave, and two who remove each other at once leave one', async () => {
  await using world = await openWorld();
  const dan = `${base}/${emailOf('dan')}`;
  const bob = `${base}/${emailOf('bob')}`;
  for (const change of [{ role: 'Member' }, { disabled: true }])
    assert.equal((await world.as('dan').put(dan, change)).body.code, 'last_administrator');
  assert.equal((await world.as('dan').post(`${dan}/erase`)).body.code, 'last_administrator');
  await world.as('dan').put(bob, { role: 'Owner' });
  const answers = await Promise.all([
    world.as('dan').put(bob, { role: 'Member' }),
    world.as('bob').put(dan, { role: 'Member' }),
  ]);
  const left = (await world.as('eve').get(base)).body.filter((one: { role: string }) => one.role === 'Owner');
  assert.equal(left.length, 1);
  assert.ok(answers.some((answer) => answer.status === 200));
});

test('an administrator cannot be an auditor, because an auditor changes nothing', async () => {
  await using world = await openWorld();
  const both = await world.as('dan').put(`${base}/${emailOf('dan')}`, { auditor: true });
  assert.deepEqual([both.status, both.body.violations[0].field], [400, 'auditor']);
  await world.as('dan').put(`${base}/${emailOf('eve')}`, { auditor: true });
  assert.equal(
    (await world.as('eve').post('/api/api-keys', { scope: 'user' })).body.code,
    'auditor_reads_only',
  );
});

test('whoever leaves loses sessions, keys and links at once, and their teams are seen anew', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, emailOf('bob'), password);
  const { body } = await world.as('dan').post(`${base}/${emailOf('bob')}/invitation`);
  const before = await teamVersion(world, 'checkout');
  const leave = await world.as('dan').put(`${base}/${emailOf('bob')}`, { disabled: true });
  assert.equal(leave.status, 200);
  assert.equal((await browser.get('/api/me')).statusCode, 401);
  assert.equal((await world.as('bob').get('/api/me')).status, 403);
  const token = new URL(body.url).hash.slice(1);
  assert.equal((await openBrowser(world).post('/api/sign-in/link', { token, password })).statusCode, 403);
  const wrong = await openBrowser(world).post('/api/sign-in', {
    email: emailOf('bob'),
    password: 'wrong guess',
  });
  const right = await openBrowser(world).post('/api/sign-in', { email: emailOf('bob'), password });
  assert.deepEqual([wrong.json().code, right.json().code], ['wrong_credentials', 'disabled']);
  assert.equal(await teamVersion(world, 'checkout'), before + 1);
  assert.equal((await world.as('checkout-key').get('/api/me')).status, 200, 'a team’s key is not bob’s own');
  const { rows } = await world.pool.query(
    `select body from log_inbox where type = 'person.left' and subject = 'bob'`,
  );
  const { data, after } = JSON.parse(rows[0].body);
  assert.deepEqual(data, {
    keys: ['key-bob'],
    keysThatStay: ['key-checkout-key', 'key-checkout-reads'],
    teams: ['checkout'],
  });
  assert.deepEqual(after, { administrator: false, auditor: false, disabled: true });
});

test('whoever comes back has roles again, but no session and no key of before', async () => {
  await using world = await openWorld();
  const url = `${base}/${emailOf('bob')}`;
  const before = await teamVersion(world, 'checkout');
  await world.as('dan').put(url, { disabled: true });
  await world.as('dan').put(url, { disabled: false });
  assert.equal((await world.as('bob').get('/api/me')).status, 403);
  assert.equal(await teamVersion(world, 'checkout'), before + 2);
  const browser = await signedIn(world, emailOf('bob'), password);
  assert.deepEqual((await browser.get('/api/me')).json().teams, [
    { id: 'checkout', name: 'Checkout', role: 'Owner' },
  ]);
});

test('a policy that names somebody who leaves or comes back is seen anew, another one is not', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'orders/named', 'checkout', {
    approvers: { people: ['eve' as PersonId], teams: [] },
  });
  await resourceInto(world.pool, 'orders/handed', 'checkout', {
    fallback: { people: ['eve' as PersonId], teams: [] },
  });
  const versions = async () =>
    Object.fromEntries(
      (await world.pool.query('select resource_id, version from policy')).rows.map((row) => [
        row.resource_id,
        row.version,
      ]),
    );
  await world.as('dan').put(`${base}/${emailOf('eve')}`, { disabled: true });
  assert.deepEqual(await versions(), { 'orders/latest': 1, 'orders/named': 2, 'orders/handed': 2 });
  await world.as('dan').put(`${base}/${emailOf('eve')}`, { disabled: false });
  assert.deepEqual(await versions(), { 'orders/latest': 1, 'orders/named': 3, 'orders/handed': 3 });
});

test('leaving is told once however often it is said', async () => {
  await using world = await openWorld();
  for (let times = 0; times < 3; times++)
    await world.as('dan').put(`${base}/${emailOf('bob')}`, { disabled: true });
  const { rows } = await world.pool.query('select type from log_inbox');
  assert.deepEqual(rows, [{ type: 'person.left' }]);
});

test('no key of the organization invites or erases anybody: it would be a way to be two people', async () => {
  await using world = await openWorld();
  for (const act of ['invitation', 'erase']) {
    const { status, body } = await world.as('organization').post(`${base}/${emailOf('bob')}/${act}`);
    assert.deepEqual([status, body.code], [403, 'not_permitted']);
  }
});

test('nobody who has left is invited', async () => {
  await using world = await openWorld();
  await world.as('dan').put(`${base}/${emailOf('eve')}`, { disabled: true });
  const invited = await world.as('dan').post(`${base}/${emailOf('eve')}/invitation`);
  assert.equal(invited.body.code, 'disabled');
  assert.equal((await world.as('dan').post(`${base}/x@fernlane.example/invitation`)).status, 404);
});

test('an invitation repeated with its Idempotency-Key leaves the first link alone', async () => {
  await using world = await openWorld();
  const invite = () =>
    world.as('dan').post(`${base}/${emailOf('alice')}/invitation`, undefined, { 'idempotency-key': 'i1' });
  const first = await invite();
  assert.equal((await invite()).body.code, 'secret_shown_once');
  const token = new URL(first.body.url).hash.slice(1);
  assert.equal((await openBrowser(world).post('/api/sign-in/link', { token, password })).statusCode, 200);
});

test('erasing removes what is personal everywhere, and the log keeps the id', async () => {
  await using world = await openWorld();
  await signedIn(world, emailOf('alice'), password);
  const secret = 'I need it for my sister’s wedding';
  const asked = await world.as('alice').put('/api/access/a1', {
    info: { purpose: secret },
    provider: { dataProductId: 'orders', outputPortId: 'latest' },
    consumer: { teamId: 'analytics' },
  });
  assert.equal(asked.status, 200);
  const said = 'Bob says hello to his mother';
  assert.equal((await world.as('bob').post('/api/access/a1/approve', { comment: said })).status, 200);
  for (const who of ['alice', 'bob'])
    assert.equal((await world.as('dan').post(`${base}/${emailOf(who)}/erase`)).status, 204);

  const everything = await world.pool.query<{ table: string; text: string | null }>(
    `select table_name as table, (xpath('/row/x/text()', query_to_xml(format('select json_agg(t) as x from %I t', table_name), false, true, '')))[1]::text as text
     from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  assert.ok(everything.rows.some((row) => row.table === 'log_inbox' && row.text?.includes('person.erased')));
  for (const { table, text } of everything.rows)
    for (const personal of [secret, 'wedding', said, 'mother', 'alice@fernlane', 'bob@fernlane'])
      assert.ok(!text?.includes(personal), `${table} still has ${personal}`);
  assert.equal((await world.as('dan').get(`${base}/${emailOf('alice')}`)).status, 404);
  assert.equal((await world.as('dan').post(`${base}/${emailOf('alice')}/erase`)).status, 404);
  const access = await world.as('dan').get('/api/access/a1');
  assert.equal(access.body.info.purpose, '(erased)');
  const { rows } = await world.pool.query('select team_id from membership where person_id in ($1, $2)', [
    'alice',
    'bob',
  ]);
  assert.deepEqual(rows, []);
});

test('an erased address can be used again, by another person', async () => {
  await using world = await openWorld();
  await world.as('dan').post(`${base}/${emailOf('alice')}/erase`);
  await world.as('dan').put(`${base}/${emailOf('alice')}`, { name: 'Another Alice' });
  const { userId } = (await world.as('dan').get(`${base}/${emailOf('alice')}`)).body;
  assert.notEqual(userId, 'alice');
  const back = await world.as('dan').put(`${base}/alice@erased.invalid`, { disabled: false });
  assert.equal(back.status, 404, 'and the erased one does not come back');
});

test('an address with letters whose lower case is peculiar is one person', async () => {
  await using world = await openWorld();
  for (const email of ['İLKER@fernlane.example', 'ΣΊΣΥΦΟΣ@fernlane.example', 'STRAẞE@fernlane.example']) {
    const url = `${base}/${encodeURIComponent(email)}`;
    for (let times = 0; times < 2; times++)
      assert.equal((await world.as('dan').put(url, { name: 'Peculiar' })).status, 200, email);
    assert.equal((await world.as('dan').get(url)).body.emailAddress, email);
  }
  assert.equal((await world.as('dan').get(base)).body.length, 10);
});
