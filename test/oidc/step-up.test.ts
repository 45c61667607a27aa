import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute } from '../../src/core/time.ts';
import { emailOf, resourceInto } from '../cast.ts';
import { openBrowser, signedIn } from '../http/browser.ts';
import { openSetting, person, publicUrl, type Setting, type Visitor } from './setting.ts';

const password = 'a horse, a battery and a staple';

async function asked(world: Setting, signIn: { acr: string[] | null; maxAge: number | null }): Promise<void> {
  await resourceInto(world.pool, 'payments/latest', 'checkout', { signIn });
  await world
    .as('alice')
    .post('/api/access', { id: 'p1', resource: 'payments/latest', purpose: 'churn model' });
}

const approves = (browser: Pick<Visitor, 'post'>) => browser.post('/api/access/p1/approve');

async function action(browser: Pick<Visitor, 'get'>) {
  return (await browser.get('/api/access/p1')).json().approval.actions.approve;
}

test('a key cannot satisfy a policy that demands a sign-in, and is told so', async () => {
  await using world = await openSetting();
  await asked(world, { acr: ['mfa'], maxAge: null });
  for (const key of ['bob', 'checkout-key', 'organization'] as const) {
    const answer = await world.as(key).post('/api/access/p1/approve');
    assert.deepEqual([answer.status, answer.body.code], [403, 'session_demanded'], key);
    const { actions } = (await world.as(key).get('/api/access/p1')).body.approval;
    assert.equal(actions.approve.code, 'session_demanded');
    assert.equal(actions.reject.code, 'session_demanded', 'a no is a decision, too');
  }
  assert.equal((await world.as('eve').post('/api/access/p1/approve')).body.code, 'not_an_approver');
});

test('whoever is signed in too weakly is told where to sign in again, comes back, and decides', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('b-1', person('bob'));
  await asked(world, { acr: ['mfa'], maxAge: null });
  const bob = await world.comesIn('b-1');
  const { stepUp, ...rest } = await action(bob);
  assert.deepEqual([rest.allowed, rest.code], [false, 'step_up_needed']);
  assert.deepEqual(stepUp, { acr: ['mfa'], maxAge: null, url: '/api/sign-in/provider?acr=mfa' });
  const { items } = (await bob.get('/api/inbox')).json();
  assert.deepEqual(
    items.map((one: { id: string }) => one.id),
    ['p1'],
    'it waits for him all the same',
  );
  const refused = await approves(bob);
  assert.deepEqual([refused.statusCode, refused.json().code], [403, 'step_up_needed']);
  assert.deepEqual(refused.json().stepUp, stepUp);
  const before = bob.cookies.get('countersign');
  await world.comesIn('b-1', { acr: 'mfa', browser: bob, query: '?acr=mfa&returnTo=/access/p1' });
  assert.equal(bob.at, '/access/p1');
  assert.notEqual(bob.cookies.get('countersign'), before, 'the session begins anew');
  assert.deepEqual(await action(bob), { allowed: true });
  assert.equal((await approves(bob)).statusCode, 200);
});

test('a sign-in that is too old has to be repeated, and only a new proof makes it young', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('b-1', person('bob'));
  await asked(world, { acr: null, maxAge: 15 * minute });
  const bob = await world.comesIn('b-1');
  world.passes(hour);
  const { stepUp } = await action(bob);
  assert.deepEqual(stepUp, { acr: null, maxAge: '15m', url: '/api/sign-in/provider?maxAge=900' });
  await world.comesIn('b-1', { browser: bob });
  assert.equal((await action(bob)).code, 'step_up_needed', 'the session there is as old as before');
  await world.comesIn('b-1', { browser: bob, query: '?maxAge=900' });
  assert.deepEqual(await action(bob), { allowed: true });
  world.passes(16 * minute);
  assert.equal((await approves(bob)).json().code, 'step_up_needed');
});

test('a provider that does not step up is shown to have not, and somebody else’s account steps up for nobody', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('b-1', person('bob'));
  world.provider.accounts.set('c-1', person('carol'));
  await asked(world, { acr: ['hardware-key'], maxAge: null });
  const bob = await world.comesIn('b-1');
  await world.comesIn('b-1', {
    acr: 'hardware-key',
    browser: bob,
    query: '?acr=unknown-way&returnTo=/access/p1',
  });
  const at = new URL(bob.at, publicUrl);
  assert.deepEqual(
    [at.searchParams.get('problem'), at.searchParams.get('returnTo')],
    ['step_up_not_given', '/access/p1'],
  );
  bob.there.clear();
  await world.comesIn('c-1', { acr: 'mfa', browser: bob, query: '?acr=mfa' });
  assert.equal(new URL(bob.at, publicUrl).searchParams.get('problem'), 'account_of_another');
  assert.equal((await bob.get('/api/me')).json().id, 'bob');
});

test('a password is a sign-in too: young when it is new, and of no kind that a provider names', async () => {
  await using world = await openSetting();
  await asked(world, { acr: null, maxAge: 15 * minute });
  const bob = await signedIn(world, emailOf('bob'), password);
  assert.deepEqual(await action(bob), { allowed: true });
  world.passes(hour);
  assert.equal((await action(bob)).code, 'step_up_needed');
  const { items } = (await bob.get('/api/inbox')).json();
  assert.deepEqual(
    items.map(({ id }: { id: string }) => id),
    ['p1'],
    'it waits for Bob all the same',
  );
  const again = openBrowser(world);
  await again.post('/api/sign-in', { email: emailOf('bob'), password });
  assert.equal((await approves(again)).statusCode, 200);
});

test('owners write the demand into the policy, and loosening it under FourEyes takes a second owner', async () => {
  await using world = await openSetting();
  const put = (body: object) => world.as('bob').put('/api/resources/orders%2Flatest/policy', body);
  const signIn = { acr: ['mfa'], maxAge: '15m' };
  assert.equal((await put({ strategy: 'FourEyes', signIn })).status, 200);
  const { body } = await world.as('bob').get('/api/resources/orders%2Flatest/policy');
  assert.deepEqual(body.signIn, signIn);
  assert.ok(
    body.sentences.some((sentence: string) => /signed in by mfa, 15 minutes ago at most/.test(sentence)),
  );
  const looser = await put({ strategy: 'FourEyes', signIn: { acr: ['mfa', 'pwd'], maxAge: '15m' } });
  assert.deepEqual([looser.status, looser.body.loosens], [202, ['how to sign in']]);
  assert.equal((await put({ strategy: 'FourEyes', signIn: { acr: ['mfa'], maxAge: '10m' } })).status, 200);
  for (const wrong of [{}, { acr: [] }, { maxAge: '10s' }, { maxAge: '90d' }, { acr: ['mfa'], level: 3 }]) {
    const answer = await put({ strategy: 'FourEyes', signIn: wrong });
    assert.ok([400, 422].includes(answer.status), JSON.stringify(wrong));
    assert.match(answer.body.violations[0].field, /^signIn/);
  }
});
