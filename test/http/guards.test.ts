import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailOf, tokenOf } from '../cast.ts';
import { openWorld } from '../world.ts';
import { openBrowser, signedIn } from './browser.ts';

const password = 'a horse, a battery and a staple';
const own = { 'sec-fetch-site': 'same-origin', 'x-countersign-client': 'web' };

test('a write that another site caused is refused for a session, and a key is exempt', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, emailOf('alice'), password);
  const write = async (headers: Record<string, string>) => {
    const answer = await browser.send('POST', '/api/api-keys', headers, { scope: 'user' });
    return answer.statusCode === 201 ? 'made' : answer.json().code;
  };
  assert.equal(await write(own), 'made');
  assert.equal(await write({ ...own, origin: 'http://countersign.test' }), 'made');
  assert.equal(await write({ 'x-countersign-client': 'web' }), 'made', 'an old browser, or a program');
  assert.equal(await write({ 'sec-fetch-site': 'same-origin' }), 'foreign_origin', 'a form has no header');
  for (const site of ['cross-site', 'same-site'])
    assert.equal(await write({ ...own, 'sec-fetch-site': site }), 'foreign_origin');
  for (const origin of ['https://evil.example', 'null', 'http://countersign.test.evil.example'])
    assert.equal(await write({ 'x-countersign-client': 'web', origin }), 'foreign_origin');
  const withKey = {
    'x-api-key': tokenOf('alice'),
    'sec-fetch-site': 'cross-site',
    origin: 'https://a.example',
  };
  assert.equal(await write(withKey), 'made');
});

test('a header that could hold a key and holds none does not exempt a session from the look at its origin', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, emailOf('alice'), password);
  for (const empty of [{ authorization: 'Basic YWxpY2U6eA==' }, { authorization: '' }, { 'x-api-key': '' }]) {
    const headers = { 'x-countersign-client': 'web', origin: 'https://evil.example', ...empty };
    const answer = await browser.send('POST', '/api/api-keys', headers, { scope: 'user' });
    assert.equal(answer.json().code, 'foreign_origin', JSON.stringify(empty));
  }
});

test('reading with a session needs no header, and a page of another site cannot sign anybody in', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, emailOf('alice'), password);
  assert.equal((await browser.send('GET', '/api/me', { 'sec-fetch-site': 'cross-site' })).statusCode, 200);
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  const forced = await openBrowser(world).send('POST', '/api/sign-in', foreign, {
    email: emailOf('alice'),
    password,
  });
  assert.equal(forced.json().code, 'foreign_origin');
});

test('no answer lets another site read it: there is no CORS', async () => {
  await using world = await openWorld();
  const preflight = await world.server.inject({
    method: 'OPTIONS',
    url: '/api/me',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
  });
  assert.equal(preflight.headers['access-control-allow-origin'], undefined);
  const { headers } = await world.as('alice').get('/api/me', undefined, { origin: 'https://evil.example' });
  assert.equal(headers['access-control-allow-origin'], undefined);
});

test('under https the cookie is __Host-, Secure, HttpOnly, Lax and for the whole host', async () => {
  await using world = await openWorld({ publicUrl: 'https://countersign.example' });
  const browser = await signedIn(world, emailOf('alice'), password);
  const answer = await browser.post('/api/sign-in', { email: emailOf('alice'), password });
  const [name, attributes] = String(answer.headers['set-cookie']).split(/=[^;]+; /, 2);
  assert.equal(name, '__Host-countersign');
  const flags = String(answer.headers['set-cookie']).split('; ').slice(1);
  assert.ok(attributes);
  assert.deepEqual(flags.filter((flag) => !flag.startsWith('Expires')).sort(), [
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
  assert.match(String(answer.headers['strict-transport-security']), /max-age=\d+/);
});

test('without https the cookie has a plain name, since browsers drop a Secure one', async () => {
  await using world = await openWorld();
  const browser = await signedIn(world, emailOf('alice'), password);
  assert.deepEqual([...browser.cookies.keys()], ['countersign']);
  const { headers } = await browser.get('/api/me');
  assert.equal(headers['strict-transport-security'], undefined);
});

test('a server for this machine only answers for its names, and refuses foreign writes even with a key', async () => {
  await using world = await openWorld({
    publicUrl: 'http://localhost:8700',
    hosts: ['localhost', '127.0.0.1', '[::1]'],
  });
  const key = { 'x-api-key': tokenOf('alice') };
  const get = async (host: string) =>
    (await world.server.inject({ url: '/api/me', headers: { ...key, host } })).statusCode;
  for (const host of ['localhost:8700', 'localhost', '127.0.0.1:1', '[::1]:8700', 'LOCALHOST'])
    assert.equal(await get(host), 200, host);
  for (const host of ['evil.example', 'evil.example:8700', 'localhost.evil.example', '127.0.0.2', '[::2]'])
    assert.equal(await get(host), 421, host);
  const nowhere = await world.server.inject({ url: '/no/such/page', headers: { host: 'evil.example' } });
  assert.equal(nowhere.statusCode, 421);
  const write = async (headers: Record<string, string>) => {
    const sent = { host: 'localhost:8700', ...key, ...headers };
    return (
      await world.server.inject({
        method: 'POST',
        url: '/api/api-keys',
        headers: sent,
        payload: { scope: 'user' },
      })
    ).statusCode;
  };
  assert.equal(await write({}), 201);
  assert.equal(await write({ origin: 'http://localhost:8700' }), 201);
  assert.equal(await write({ origin: 'http://evil.example' }), 403);
  assert.equal(await write({ 'sec-fetch-site': 'cross-site' }), 403);
});

test('every answer forbids frames, sniffing and foreign scripts, and keeping it', async () => {
  await using world = await openWorld();
  for (const url of ['/api/me', '/api/no/such/thing']) {
    const { headers } = await world.as('alice').get(url);
    assert.match(headers['content-security-policy']!, /default-src 'self'.*frame-ancestors 'none'/);
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-store');
  }
});

test('an Idempotency-Key that is no key is refused with its name', async () => {
  await using world = await openWorld();
  for (const key of ['', 'two words', 'x'.repeat(256), 'ümlaut']) {
    const answer = await world
      .as('alice')
      .post('/api/api-keys', { scope: 'user' }, { 'idempotency-key': key });
    assert.deepEqual([answer.status, answer.body.violations?.[0].field], [400, 'Idempotency-Key'], key);
  }
});

test('an operation that is open to everybody works with a stale cookie or a wrong key, too', async () => {
  await using world = await openWorld();
  const stale = { cookie: 'countersign=stale', 'x-countersign-client': 'web' };
  const payload = { email: emailOf('alice'), password: 'a wrong one' };
  const answer = await world.server.inject({ method: 'POST', url: '/api/sign-in', headers: stale, payload });
  assert.equal(answer.json().code, 'wrong_credentials');
});

test('hostile addresses, bodies and headers are refused with a 4xx that says what is wrong', async () => {
  await using world = await openWorld();
  const dan = world.as('dan');
  const far = 'x'.repeat(10_000);
  const answers = {
    'a NUL in the address': await dan.delete('/api/api-keys/a%00b'),
    'no UTF-8 in the address': await dan.delete('/api/api-keys/%ff%fe'),
    'an endless address': await dan.get(`/api/organization/members/${far}@x`),
    'a NUL in a body': await dan.post('/api/api-keys', '{"scope":"user","displayName":"a\\u0000"}'),
    'half a character': await dan.post('/api/api-keys', '{"scope":"user","displayName":"\\ud800"}'),
    'endless nesting': await dan.post('/api/api-keys', '['.repeat(500_000)),
    'a large body': await dan.post('/api/api-keys', { scope: 'user', displayName: 'x'.repeat(3_000_000) }),
    'a name that poisons': await dan.put(
      '/api/organization/members/x@fernlane.example',
      '{"custom":{"__proto__":"x"}}',
    ),
    'a day that is none': await dan.post('/api/api-keys', { scope: 'user', expiresAt: '2026-02-30' }),
    'a far day': await dan.post('/api/api-keys', { scope: 'user', expiresAt: '9999-12-31' }),
    'a list for a body': await dan.post('/api/api-keys', []),
    'a password that is none': await world.nobody.post('/api/sign-in', { email: 'a@x', password: 17 }),
    'a page before the first': await dan.get('/api/organization/members?after=-1'),
  };
  for (const [what, { status, body }] of Object.entries(answers)) {
    assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
    assert.ok(body.code && body.detail, what);
  }
  assert.equal(answers['a large body'].status, 413);
});
