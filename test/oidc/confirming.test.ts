import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, hour, minute } from '../../src/core/time.ts';
import { emailOf, resourceInto } from '../cast.ts';
import { consequencesOf } from '../drawn-consequences.ts';
import { openBrowser, signedIn } from '../http/browser.ts';
import { openSetting, person, publicUrl, type Setting } from './setting.ts';

const owners = { groups: [{ group: 'checkout-leads', team: 'checkout', role: 'Owner' }] };
const soon = 5 * minute;

const teamsOf = async (world: Setting, subject: string) => {
  const browser = await world.comesIn(subject);
  return (await browser.get('/api/me'))
    .json()
    .teams.map((team: { id: string; role: string }) => `${team.id} ${team.role}`);
};

const rules = (world: Setting, body: object) => world.as('dan').put('/api/identity-provider', body);

const problemAt = (path: string) => new URL(path, publicUrl).searchParams.get('problem');

async function asked(world: Setting, id: string): Promise<void> {
  await world.as('alice').post('/api/access', { id, resource: 'orders/latest', purpose: 'churn model' });
}

async function approval(world: Setting, id: string) {
  return (await world.as('organization').get(`/api/access/${id}`)).body.approval;
}

test('groups give what the rules say, the strongest role of several; others give nothing and are shown', async () => {
  await using world = await openSetting();
  const written = await rules(world, {
    groups: [
      { group: 'checkout-all', team: 'checkout' },
      { group: 'checkout-leads', team: 'checkout', role: 'Owner' },
      { group: 'it', installation: 'administrator' },
      { group: 'revision', installation: 'auditor' },
    ],
  });
  assert.equal(written.status, 200, written.text);
  world.provider.accounts.set('f-1', person('frank', ['checkout-all', 'checkout-leads', 'choir', 'it']));
  world.provider.accounts.set('h-1', person('heidi', ['choir', 'revision', 'it']));
  assert.deepEqual(await teamsOf(world, 'f-1'), ['checkout Owner']);
  await world.comesIn('h-1');
  const { body } = await world.as('ivy').get('/api/identity-provider');
  assert.deepEqual(body.unknownGroups, [{ group: 'choir', people: 2 }]);
  assert.deepEqual([body.people, body.unconfirmed, body.goneAfter], [2, 0, '3d']);
  assert.equal(body.configured.issuer, world.provider.settings.issuer);
  assert.ok(!JSON.stringify(body).includes(world.provider.settings.clientSecret!));
  const members = (await world.as('dan').get('/api/organization/members')).body as { emailAddress: string }[];
  const roles = members
    .filter((one) => ['frank', 'heidi'].some((name) => one.emailAddress === emailOf(name)))
    .map((one) => one as unknown as { role: string; auditor: boolean })
    .map(({ role, auditor }) => [role, auditor]);
  assert.deepEqual(roles, [
    ['Owner', false],
    ['Member', true],
  ]);
});

test('a lost group takes away what it gave, within minutes, and a first allow with it', async () => {
  await using world = await openSetting();
  await resourceInto(world.pool, 'payments/latest', 'checkout', { strategy: 'FourEyes' });
  await rules(world, owners);
  world.provider.accounts.set('f-1', person('frank', ['checkout-leads']));
  const frank = await world.comesIn('f-1');
  await world
    .as('alice')
    .post('/api/access', { id: 'p1', resource: 'payments/latest', purpose: 'churn model' });
  assert.equal((await frank.post('/api/access/p1/approve')).statusCode, 200);
  assert.equal((await approval(world, 'p1')).state, 'SemiGranted');

  world.provider.accounts.set('f-1', person('frank', ['choir']));
  assert.deepEqual(await world.looksUp(), []);
  assert.equal((await approval(world, 'p1')).state, 'SemiGranted', 'it is not due yet');
  world.passes(soon);
  assert.deepEqual(await world.looksUp(), []);
  assert.deepEqual((await frank.get('/api/me')).json().teams, [], 'the session goes on, without the role');
  const refused = await frank.post('/api/access/p1/reject');
  assert.equal(refused.json().code, 'not_an_approver');
  await consequencesOf(world).settle();
  const { state, awaiting } = await approval(world, 'p1');
  assert.equal(state, 'Pending');
  assert.ok(!awaiting.people.some((one: { email: string }) => one.email === emailOf('frank')));
  world.provider.accounts.set('f-1', person('frank', ['checkout-leads']));
  world.passes(soon);
  await world.looksUp();
  assert.equal((await frank.get('/api/me')).json().teams[0].role, 'Owner');
});

test('what people wrote about a team stays, whatever groups come and go, and what groups give is not written into it', async () => {
  await using world = await openSetting();
  await rules(world, { groups: [{ group: 'checkout-leads', team: 'checkout', role: 'Owner' }] });
  world.provider.accounts.set('c-1', person('carol', ['checkout-leads']));
  assert.deepEqual(await teamsOf(world, 'c-1'), ['checkout Owner']);
  const team = (await world.as('dan').get('/api/teams/checkout')).body;
  assert.deepEqual(
    team.members.map((one: { emailAddress: string; role: string }) => `${one.emailAddress} ${one.role}`),
    [`${emailOf('bob')} Owner`, `${emailOf('carol')} Approver`],
  );
  assert.deepEqual(team.membersByGroup, [{ emailAddress: emailOf('carol'), role: 'Owner' }]);
  assert.equal((await world.as('dan').put('/api/teams/checkout', team)).status, 200);
  world.provider.accounts.set('c-1', person('carol', []));
  assert.deepEqual(await teamsOf(world, 'c-1'), ['checkout Approver']);
});

test('a rule that is taken away takes what it gave, and one that names no team is refused', async () => {
  await using world = await openSetting();
  await rules(world, owners);
  world.provider.accounts.set('f-1', person('frank', ['checkout-leads']));
  const frank = await world.comesIn('f-1');
  await rules(world, { groups: [] });
  await world.looksUp();
  assert.deepEqual((await frank.get('/api/me')).json().teams, []);
  const unknown = await rules(world, { groups: [{ group: 'x', team: 'nowhere' }] });
  assert.deepEqual([unknown.status, unknown.body.violations[0].field], [422, 'groups[0].team']);
  for (const body of [
    { groups: [{ group: 'x' }] },
    { groups: [{ group: 'x', team: 'checkout', installation: 'auditor' }] },
    { groups: [{ group: 'x', installation: 'auditor', role: 'Owner' }] },
    { admit: [] },
    { goneAfter: 'soon' },
  ])
    assert.equal((await rules(world, body)).status, 400, JSON.stringify(body));
  for (const key of ['alice', 'organization', 'ivy'] as const)
    assert.equal((await world.as(key).put('/api/identity-provider', owners)).status, 403, key);
});

test('whoever is gone at the provider is out at once, their key rests, and after the time of the rules they have left', async () => {
  await using world = await openSetting();
  await rules(world, { goneAfter: '3d' });
  world.provider.accounts.set('a-1', person('alice'));
  const alice = await world.comesIn('a-1');
  await asked(world, 'a1');
  await world.as('bob').post('/api/access/a1/approve');
  await asked(world, 'a2');
  world.provider.accounts.delete('a-1');
  world.passes(soon);
  assert.deepEqual(await world.looksUp(), []);
  assert.equal((await alice.get('/api/me')).statusCode, 401);
  assert.equal((await world.as('alice').get('/api/me')).status, 403, 'a key of theirs rests');
  assert.equal((await approval(world, 'a1')).state, 'Granted');
  assert.equal((await world.as('dan').get('/api/identity-provider')).body.unconfirmed, 1);

  world.passes(3 * day);
  await world.looksUp();
  await consequencesOf(world).settle();
  assert.equal((await approval(world, 'a1')).state, 'Revoked');
  assert.equal(
    (await world.as('dan').get(`/api/organization/members/${emailOf('alice')}`)).body.disabled,
    true,
  );
  const { rows } = await world.pool.query(`select revoked_at from api_key where person_id = 'alice'`);
  assert.ok(rows.every((row) => row.revoked_at !== null));
  assert.equal(
    (await world.comesIn('a-1').catch(() => null)) === null,
    true,
    'the provider does not know them',
  );

  world.provider.accounts.set('a-1', person('alice'));
  const back = await world.comesIn('a-1');
  assert.equal((await back.get('/api/me')).json().id, 'alice', 'who is vouched for again comes back');
  assert.equal((await approval(world, 'a1')).state, 'Revoked', 'and asks anew');
});

test('where the rules say so, whoever is gone has left at once', async () => {
  await using world = await openSetting();
  await resourceInto(world.pool, 'payments/latest', 'checkout', { strategy: 'FourEyes' });
  await rules(world, { ...owners, goneAfter: 'none' });
  world.provider.accounts.set('f-1', person('frank', ['checkout-leads']));
  const frank = await world.comesIn('f-1');
  await world
    .as('alice')
    .post('/api/access', { id: 'p1', resource: 'payments/latest', purpose: 'churn model' });
  await frank.post('/api/access/p1/approve');
  world.provider.accounts.delete('f-1');
  world.passes(soon);
  await world.looksUp();
  await consequencesOf(world).settle();
  assert.equal((await approval(world, 'p1')).state, 'Pending', 'their first allow is void');
  assert.equal((await frank.get('/api/me')).statusCode, 401);
});

test('who signs in again in time was never gone, and a password is no way around the provider', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('b-1', person('bob'));
  const password = 'a horse, a battery and a staple';
  const local = await signedIn(world, emailOf('bob'), password);
  await world.comesIn('b-1');
  world.provider.accounts.delete('b-1');
  world.passes(soon);
  await world.looksUp();
  assert.equal((await local.get('/api/me')).statusCode, 401, 'every session ends');
  const attempt = await openBrowser(world).post('/api/sign-in', { email: emailOf('bob'), password });
  assert.equal(attempt.json().code, 'unconfirmed');
  world.provider.accounts.set('b-1', person('bob'));
  await world.comesIn('b-1');
  assert.equal((await world.as('bob').get('/api/me')).status, 200, 'the key works again');
  world.passes(4 * day);
  await world.looksUp();
  assert.equal((await world.as('bob').get('/api/me')).status, 200);
});

test('an administrator has the last word about who was disabled', async () => {
  await using world = await openSetting();
  await rules(world, { goneAfter: 'none' });
  world.provider.accounts.set('a-1', person('alice'));
  await world.comesIn('a-1');
  world.provider.accounts.delete('a-1');
  world.passes(soon);
  await world.looksUp();
  await world.as('dan').put(`/api/organization/members/${emailOf('alice')}`, { disabled: true });
  world.provider.accounts.set('a-1', person('alice'));
  assert.equal(problemAt((await world.comesIn('a-1')).at), 'disabled');
});

test('only members of the admitted groups come in, and who loses all of them has left', async () => {
  await using world = await openSetting();
  await rules(world, { admit: ['staff'] });
  world.provider.accounts.set('f-1', person('frank', ['visitors']));
  assert.equal(problemAt((await world.comesIn('f-1')).at), 'not_admitted');
  world.provider.accounts.set('f-1', person('frank', ['staff']));
  const frank = await world.comesIn('f-1');
  assert.equal((await frank.get('/api/me')).statusCode, 200);
  world.provider.accounts.set('f-1', person('frank', ['visitors']));
  world.passes(soon);
  await world.looksUp();
  assert.equal((await frank.get('/api/me')).statusCode, 401);
  assert.equal(
    (await world.as('dan').get(`/api/organization/members/${emailOf('frank')}`)).body.disabled,
    true,
  );
});

test('the last administrator stays one, whatever the provider says', async () => {
  await using world = await openSetting();
  await rules(world, { groups: [{ group: 'it', installation: 'administrator' }], goneAfter: 'none' });
  world.provider.accounts.set('h-1', person('heidi', ['it']));
  const heidi = await world.comesIn('h-1');
  await heidi.send(
    'PUT',
    `/api/organization/members/${emailOf('dan')}`,
    { 'x-countersign-client': 'web' },
    { role: 'Member' },
  );
  world.provider.accounts.set('h-1', person('heidi', []));
  world.passes(soon);
  assert.deepEqual(await world.looksUp(), []);
  assert.equal((await heidi.get('/api/me')).json().administrator, true);
  world.provider.accounts.delete('h-1');
  world.passes(soon);
  await world.looksUp();
  const { rows } = await world.pool.query('select administrator, disabled_at from person where email = $1', [
    emailOf('heidi'),
  ]);
  assert.deepEqual(rows, [{ administrator: true, disabled_at: null }]);
});

test('a token that ends with the session there says nothing about the person', async () => {
  await using world = await openSetting(() => ({ prompt: null }));
  world.provider.accounts.set('a-1', person('alice'));
  const alice = await world.comesIn('a-1');
  world.provider.accounts.delete('a-1');
  world.passes(soon);
  await world.looksUp();
  assert.equal((await world.as('alice').get('/api/me')).status, 200, 'keys go on');
  const [session] = (await alice.get('/api/sessions')).json();
  const life = Date.parse(session.endsAt) - Date.parse(session.createdAt);
  assert.equal(life, 12 * hour, 'a session that nobody confirms is short');
});

test('a provider that is down changes nothing about anybody', async () => {
  await using world = await openSetting();
  await rules(world, { ...owners, goneAfter: 'none' });
  world.provider.accounts.set('f-1', person('frank', ['checkout-leads']));
  const frank = await world.comesIn('f-1');
  world.provider.goes.down = true;
  for (let round = 0; round < 5; round++) {
    world.passes(hour);
    await world.looksUp();
  }
  assert.equal((await frank.get('/api/me')).json().teams[0].role, 'Owner');
  world.provider.goes.down = false;
  world.passes(soon);
  assert.deepEqual(await world.looksUp(), []);
});

test('whoever asks to be forgotten is forgotten here, account and all', async () => {
  await using world = await openSetting();
  await rules(world, owners);
  world.provider.accounts.set('a-1', person('alice', ['checkout-leads']));
  await world.comesIn('a-1');
  await world.as('dan').post(`/api/organization/members/${emailOf('alice')}/erase`);
  const { rows } = await world.pool.query('select (select count(*) from provider_account)::int as accounts');
  assert.deepEqual(rows, [{ accounts: 0 }]);
});
