import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, hour, minute, second } from '../../src/core/time.ts';
import { emailOf } from '../cast.ts';
import { signedIn } from '../http/browser.ts';
import { atProvider, goThrough, openSetting, person, publicUrl, visitor, type Setting } from './setting.ts';

const password = 'a horse, a battery and a staple';

const problemAt = (path: string) => new URL(path, publicUrl).searchParams.get('problem');

async function accounts({ pool }: Setting): Promise<Record<string, string>> {
  const { rows } = await pool.query('select subject, person_id from provider_account order by subject');
  return Object.fromEntries(rows.map((row) => [row.subject, row.person_id]));
}

test('who comes in for the first time becomes a person, and is the same one the next time', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('f-1', person('frank'));
  const browser = await world.comesIn('f-1', { query: '?returnTo=/access/a1%3Ftab=log' });
  assert.equal(browser.at, '/access/a1?tab=log');
  const me = (await browser.get('/api/me')).json();
  assert.deepEqual(
    [me.emailAddress, me.name, me.administrator, me.teams],
    [emailOf('frank'), 'Frank', false, []],
  );
  assert.equal(me.signedIn.acr, 'pwd');
  assert.ok(Math.abs(Date.parse(me.signedIn.at) - world.clock.now()) <= second);
  const again = await world.comesIn('f-1');
  assert.equal((await again.get('/api/me')).json().id, me.id);
});

test('the sign-in page knows in which ways one can come in', async () => {
  await using world = await openSetting();
  const { body } = await world.nobody.get('/api/sign-in');
  assert.deepEqual(body, {
    password: true,
    provider: { name: 'Fernlane sign-on', url: '/api/sign-in/provider' },
  });
});

test('a verified address leads to whom it belongs, once: another account with it gets nobody', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  const alice = await world.comesIn('a-1');
  assert.equal((await alice.get('/api/me')).json().id, 'alice');
  world.provider.accounts.set('a-2', person('alice'));
  const thief = await world.comesIn('a-2');
  assert.equal(problemAt(thief.at), 'email_claimed');
  assert.equal((await thief.get('/api/me')).statusCode, 403);
  world.provider.accounts.set('a-1', { ...person('bob'), name: 'Alice' });
  const renamed = await world.comesIn('a-1');
  assert.equal(
    (await renamed.get('/api/me')).json().id,
    'alice',
    'an address that changes there leads nowhere else',
  );
});

test('an address that the provider does not vouch for takes over nobody and makes nobody', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('x-1', person('bob', [], false));
  world.provider.accounts.set('x-2', person('frank', [], false));
  for (const subject of ['x-1', 'x-2']) {
    const browser = await world.comesIn(subject);
    assert.equal(problemAt(browser.at), 'email_unverified');
    assert.equal(browser.cookies.has('countersign'), false);
  }
  assert.deepEqual(await accounts(world), {});
});

test('whoever is signed in here connects an account of their own, by a page of ours and not by a link', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('x-1', person('someone-else', [], false));
  const bob = Object.assign(await signedIn(world, emailOf('bob'), password), { there: new Map(), at: '' });
  await world.comesIn('x-1', { browser: bob });
  assert.equal(problemAt(bob.at), 'email_unverified', 'a link connects nothing');
  world.provider.who = { subject: 'x-1', acr: 'pwd' };
  const { url } = (await bob.post('/api/sign-in/provider/connection', { returnTo: '/settings' })).json();
  await goThrough(bob, url);
  assert.equal(bob.at, '/settings');
  assert.deepEqual(await accounts(world), { 'x-1': 'bob' });
  assert.deepEqual((await bob.get('/api/sign-in/provider/connection')).json(), {
    accounts: [{ issuer: world.provider.settings.issuer, subject: 'x-1', confirmed: true }],
  });
  const later = await world.comesIn('x-1');
  assert.equal((await later.get('/api/me')).json().id, 'bob');
  const carol = Object.assign(await signedIn(world, emailOf('carol'), password), {
    there: new Map(),
    at: '',
  });
  const wish = { returnTo: '/settings/sessions?a=b' };
  await goThrough(carol, (await carol.post('/api/sign-in/provider/connection', wish)).json().url);
  assert.equal(carol.at, '/settings/sessions?a=b&problem=account_of_another', 'back where she was');
  assert.equal((await carol.get('/api/me')).json().id, 'carol');
  const key = await world.as('carol').post('/api/sign-in/provider/connection', {});
  assert.equal(key.body.code, 'not_permitted');
});

test('whoever was disabled here does not come in by the provider, the first time or later', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  await world.as('dan').put(`/api/organization/members/${emailOf('alice')}`, { disabled: true });
  assert.equal(problemAt((await world.comesIn('a-1')).at), 'disabled');
  await world.as('dan').put(`/api/organization/members/${emailOf('alice')}`, { disabled: false });
  await world.comesIn('a-1');
  await world.as('dan').put(`/api/organization/members/${emailOf('alice')}`, { disabled: true });
  assert.equal(problemAt((await world.comesIn('a-1')).at), 'disabled');
});

test('an answer of the provider counts once, in the browser that asked, and within ten minutes', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  world.provider.who = { subject: 'a-1', acr: 'pwd' };
  const begin = async () => {
    const browser = visitor(world);
    const start = await browser.get('/api/sign-in/provider');
    return { browser, back: await atProvider(browser, String(start.headers.location)) };
  };
  const finish = async (browser: ReturnType<typeof visitor>, back: string) =>
    String((await browser.get(back)).headers.location);

  const { browser, back } = await begin();
  assert.equal(
    problemAt(await finish(visitor(world), back)),
    'sign_in_stale',
    'a victim that follows a link',
  );
  assert.equal(problemAt(await finish(browser, back)), 'sign_in_stale', 'it was spent by that');

  const mine = await begin();
  assert.equal(await finish(mine.browser, mine.back), '/');
  assert.equal(problemAt(await finish(mine.browser, mine.back)), 'sign_in_stale', 'replayed');

  const slow = await begin();
  world.passes(10 * minute);
  assert.equal(problemAt(await finish(slow.browser, slow.back)), 'sign_in_stale');

  const forged = await begin();
  const state = new URL(forged.back, publicUrl).searchParams.get('state')!;
  assert.equal(
    problemAt(await finish(forged.browser, forged.back.replace(state, 'A'.repeat(43)))),
    'sign_in_stale',
  );
  assert.equal(problemAt(await finish(forged.browser, '/api/sign-in/provider/callback')), 'sign_in_stale');
});

test('a code of another sign-in, another nonce and another issuer are refused', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  world.provider.accounts.set('e-1', person('eve'));
  const browser = visitor(world);
  const start = async () => String((await browser.get('/api/sign-in/provider')).headers.location);
  const finish = async (back: string) => problemAt(String((await browser.get(back)).headers.location));

  world.provider.who = { subject: 'e-1', acr: 'pwd' };
  const hers = visitor(world);
  const stolen = await atProvider(hers, String((await hers.get('/api/sign-in/provider')).headers.location));
  world.provider.who = { subject: 'a-1', acr: 'pwd' };
  const own = await atProvider(browser, await start());
  const [code, other] = [own, stolen].map((path) => new URL(path, publicUrl).searchParams.get('code')!);
  assert.equal(await finish(own.replace(code!, other!)), 'sign_in_refused', 'the verifier does not fit');

  const tampered = new URL(await start());
  tampered.searchParams.set('nonce', 'another-nonce');
  assert.equal(await finish(await atProvider(browser, tampered.href)), 'sign_in_refused');

  const mixed = await atProvider(browser, await start());
  const elsewhere = encodeURIComponent('https://login.evil.example');
  assert.equal(await finish(mixed.replace(/iss=[^&]*/, `iss=${elsewhere}`)), 'sign_in_refused');
  assert.equal(browser.cookies.has('countersign'), false);
  assert.deepEqual(await accounts(world), {});
});

test('a provider that calls itself by another name is none', async () => {
  await using world = await openSetting(({ issuer }) => ({
    issuer: issuer.replace('127.0.0.1', 'localhost'),
  }));
  const answer = await visitor(world).get('/api/sign-in/provider?returnTo=/catalog');
  assert.equal(answer.headers.location, '/sign-in?problem=provider_unavailable&returnTo=%2Fcatalog');
});

test('whoever says no at the provider, or sits there too long, is told so', async () => {
  await using world = await openSetting();
  const browser = visitor(world);
  const start = new URL(String((await browser.get('/api/sign-in/provider')).headers.location));
  const state = start.searchParams.get('state')!;
  const iss = encodeURIComponent(world.provider.settings.issuer);
  const back = `/api/sign-in/provider/callback?error=access_denied&state=${state}&iss=${iss}`;
  assert.equal(problemAt(String((await browser.get(back)).headers.location)), 'sign_in_refused');
});

test('clocks may differ by a little, and not by much', async () => {
  for (const [apart, isFine] of [
    [30 * second, true],
    [-30 * second, true],
    [-5 * minute, false],
    [3 * hour, false],
  ] as const) {
    await using world = await openSetting();
    world.provider.accounts.set('a-1', person('alice'));
    world.clock.advance(apart);
    const browser = await world.comesIn('a-1');
    assert.equal(problemAt(browser.at), isFine ? null : 'sign_in_refused', `${apart} ms`);
  }
});

test('a session that begins takes the place of the one before, and keeps its time', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  const browser = await world.comesIn('a-1');
  const before = browser.cookies.get('countersign')!;
  await world.comesIn('a-1', { browser });
  assert.notEqual(browser.cookies.get('countersign'), before);
  const old = visitor(world);
  const answer = await old.send('GET', '/api/me', { cookie: `countersign=${before}` });
  assert.equal(answer.statusCode, 401);
  const [session] = (await browser.get('/api/sessions')).json();
  assert.equal(Date.parse(session.endsAt) - world.clock.now(), 7 * day);
});

test('after signing in one goes to a page of ours and nowhere else', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  const hostile = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/api/sign-out',
    '/\nevil',
    'evil',
  ];
  for (const returnTo of hostile) {
    const { at } = await world.comesIn('a-1', { query: `?returnTo=${encodeURIComponent(returnTo)}` });
    const url = new URL(at, publicUrl);
    assert.equal(url.origin, publicUrl, returnTo);
    assert.ok(
      !url.pathname.startsWith('//') && !url.pathname.startsWith('/api/'),
      `${returnTo} leads to ${at}`,
    );
  }
});

test('while the provider is down nobody comes in, says the page, and whoever is in stays', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  const browser = await world.comesIn('a-1');
  world.provider.goes.down = true;
  world.passes(2 * hour);
  const late = await visitor(world).get('/api/sign-in/provider');
  assert.equal(problemAt(String(late.headers.location)), 'provider_unavailable');
  assert.deepEqual(await world.looksUp(), [
    'Problem: The identity provider cannot be reached; try again in a moment',
  ]);
  assert.equal((await browser.get('/api/me')).statusCode, 200);
  const out = await browser.post('/api/sign-out');
  assert.equal(out.statusCode, 204, 'it is over here, whatever happens there');
  assert.equal((await browser.get('/api/me')).statusCode, 403);
});

test('signing out ends the session here, and says where to end it there', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  const browser = await world.comesIn('a-1');
  const out = await browser.post('/api/sign-out');
  assert.equal(out.statusCode, 200);
  const url = new URL(out.json().url);
  assert.equal(url.origin, world.provider.settings.issuer);
  assert.equal(url.searchParams.get('post_logout_redirect_uri'), `${publicUrl}/sign-in`);
  assert.ok(url.searchParams.get('id_token_hint'));
  const page = await fetch(url, {
    headers: { cookie: [...browser.there].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  assert.equal(page.status, 200, await page.text());
  assert.equal((await browser.get('/api/me')).statusCode, 403);
  const local = await signedIn(world, emailOf('bob'), password);
  assert.equal((await local.post('/api/sign-out')).statusCode, 204);
});

test('what a database knows of a sign-in finishes none, and tokens lie in it sealed', async () => {
  await using world = await openSetting();
  world.provider.accounts.set('a-1', person('alice'));
  await visitor(world).get('/api/sign-in/provider');
  await world.comesIn('a-1');
  const { rows } = await world.pool.query(
    `select (select json_agg(s) from provider_sign_in s)::text || (select json_agg(a) from provider_account a)::text ||
       (select json_agg(s) from session s)::text as everything,
       (select refresh_token from provider_account) as refresh, (select id_token from session where id_token is not null) as hint`,
  );
  assert.equal(rows[0].refresh[0], 1);
  assert.ok(!rows[0].hint.toString('latin1').includes('eyJ'));
  assert.ok(!String(rows[0].everything).includes('eyJ'));
});
