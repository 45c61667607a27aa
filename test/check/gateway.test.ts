// The check as gateways ask it: who the client is, which API it calls, what it may, and what is passed on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { plainPath, ratesText } from '../../src/core/gateway.ts';
import { hour } from '../../src/core/time.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { noon, openWorld, type World } from '../world.ts';
import { openIssuer, type Issuer } from './issuer.ts';
import { grant, openShop } from './question.ts';

let world: World;
let issuer: Issuer;
before(async () => {
  issuer = await openIssuer();
  world = await openWorld({
    gateway: {
      issuer: { issuer: issuer.url, jwksUrl: null, audience: 'shop', claims: ['client_id', 'azp'] },
      clientHeader: { name: 'X-Client-Name', proxies: ['127.0.0.0/8'] },
    },
  });
  await openShop(world);
  await world.as('dan').put('/api/resources/orders-v1', {
    id: 'orders-v1',
    type: 'api',
    name: '/shop/orders/v1',
    owner: 'checkout',
    offers: ['orders:read', 'orders:write'],
    visibility: 'WORLD',
  });
  await grant(world, 'a1', { applicationId: 'reports' }, { resource: 'orders-v1', roles: ['orders:read'] });
  await world.seal();
});
after(async () => {
  await issuer[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function nginx(headers: Record<string, string>, key: KeyName | null = 'organization-reads') {
  const answer = await world.server.inject({
    method: 'GET',
    url: '/gateway/nginx',
    headers: {
      ...(key && { 'x-api-key': tokenOf(key) }),
      'x-original-uri': '/shop/orders/v1/4711?x=1',
      ...headers,
    },
  });
  const { statusCode: status, headers: said } = answer;
  return { status, reason: said['x-countersign-reason'] ?? null, headers: said };
}

const valid = { client_id: 'reports', aud: 'shop' };
const bearer = async (token: Promise<string>) => ({ authorization: `Bearer ${await token}` });

test('a call with a token of the issuer passes, with facts for whoever is behind', async () => {
  const { status, headers } = await nginx(await bearer(issuer.sign(valid, noon + hour)));
  assert.equal(status, 200);
  assert.equal(headers['x-countersign-client'], 'reports');
  assert.equal(headers['x-countersign-access'], 'a1');
  assert.equal(headers['x-countersign-roles'], 'orders:read');
  assert.equal(headers['x-countersign-visibility'], 'WORLD');
  assert.match(String(headers['x-countersign-until']), /^2027-/);
});

test('a token that proves nothing names nobody', async () => {
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ ...valid, iss: issuer.url, exp: noon }))}.`;
  for (const [what, token] of [
    ['forged', issuer.forge(valid, noon + hour)],
    ['over', issuer.sign(valid, noon - hour)],
    ['for another audience', issuer.sign({ ...valid, aud: 'bank' }, noon + hour)],
    ['of another issuer', issuer.sign({ ...valid, iss: 'https://elsewhere.example' }, noon + hour)],
    ['naming nobody', issuer.sign({ aud: 'shop' }, noon + hour)],
    ['naming a number', issuer.sign({ aud: 'shop', client_id: 7 }, noon + hour)],
    ['unsigned', Promise.resolve(unsigned)],
    ['no token', Promise.resolve('nothing')],
  ] as const) {
    const { status, reason, headers } = await nginx(await bearer(token));
    assert.deepEqual([status, reason, headers['www-authenticate']], [401, 'client_unknown', 'Bearer'], what);
  }
  assert.equal(issuer.fetched(), 1, 'its keys are fetched once');
});

test('a token that was good is not good beyond its end', async () => {
  const token = issuer.sign(valid, noon + hour);
  assert.equal((await nginx(await bearer(token))).status, 200);
  world.clock.advance(2 * hour);
  assert.equal((await nginx(await bearer(token))).status, 401);
  world.clock.advance(-2 * hour);
});

test('a name in a header counts from a trusted proxy only, and never beside a token', async () => {
  assert.equal((await nginx({ 'x-client-name': 'reports' })).status, 200);
  assert.equal((await nginx({ 'x-client-name': 'CN=reports,O=Fernlane' })).status, 200);
  assert.equal((await nginx({ 'x-client-name': 'CN=reports,CN=other' })).status, 401);
  assert.equal((await nginx({ 'x-client-name': 'OU=reports' })).status, 401);
  assert.equal((await nginx({ 'x-client-name': 'reports', authorization: 'Bearer wrong' })).status, 401);
  const elsewhere = await world.server.inject({
    method: 'GET',
    url: '/gateway/nginx',
    remoteAddress: '192.0.2.7',
    headers: {
      'x-api-key': tokenOf('organization'),
      'x-client-name': 'reports',
      'x-original-uri': '/shop/orders/v1',
    },
  });
  assert.equal(elsewhere.statusCode, 401);
});

test('the API is found by its base path or named, and an action may be demanded', async () => {
  const as = async (headers: Record<string, string>) => {
    const { status, reason } = await nginx({ 'x-client-name': 'reports', ...headers });
    return reason ?? status;
  };
  assert.equal(await as({ 'x-original-uri': '/shop/orders/v1' }), 200);
  assert.equal(await as({ 'x-original-uri': '/shop/orders/v10' }), 'api_unknown');
  assert.equal(await as({ 'x-original-uri': '/shop' }), 'api_unknown');
  assert.equal(await as({ 'x-countersign-resource': 'checkout-api' }), 'no_access');
  assert.equal(await as({ 'x-countersign-resource': 'none' }), 'resource_unknown');
  assert.equal(await as({ 'x-countersign-action': 'orders:read' }), 200);
  assert.equal(await as({ 'x-countersign-action': 'orders:write' }), 'action_not_granted');
  assert.equal(await as({ 'x-client-name': 'nobody' }), 'subject_unknown');
  for (const address of [
    '/shop/orders/v1/../../admin',
    '/shop/orders/v1/%2e%2e/x',
    '//shop',
    '/shop/orders/v1%2fx',
    'shop',
    '',
  ])
    assert.equal(await as({ 'x-original-uri': address }), 'address_ambiguous', address);
});

test('the gateway itself needs a key', async () => {
  assert.equal((await nginx({ 'x-client-name': 'reports' }, null)).status, 401);
  assert.equal((await nginx({ 'x-client-name': 'reports' }, 'alice')).status, 403);
});

test('Envoy sends the call itself', async () => {
  const envoy = async (method: 'GET' | 'POST', path: string) => {
    const answer = await world.server.inject({
      method,
      url: `/gateway/envoy${path}`,
      headers: { 'x-api-key': tokenOf('organization'), 'x-client-name': 'reports' },
    });
    return answer.headers['x-countersign-reason'] ?? answer.statusCode;
  };
  assert.equal(await envoy('POST', '/shop/orders/v1/4711?x=1'), 200);
  assert.equal(await envoy('GET', '/shop/other'), 'api_unknown');
  assert.equal(await envoy('GET', '/shop/orders/v1/a%2fb'), 'address_ambiguous');
});

test('a suspended agreement stops its calls', async () => {
  await world.as('bob').post('/api/access/a1/suspend', { comment: 'Wait.' });
  await world.seal();
  const { status, reason } = await nginx({ 'x-client-name': 'reports' });
  assert.deepEqual([status, reason], [403, 'no_access']);
  await world.as('bob').post('/api/access/a1/resume');
  await world.seal();
  assert.equal((await nginx({ 'x-client-name': 'reports' })).status, 200);
});

test('paths and rates as they are read and said', () => {
  assert.equal(plainPath('/a/b%20c?d#e'), '/a/b c');
  for (const odd of ['/a/./b', '/a;b/c', '/a\\b', '/%', '/a b', '/a%00'])
    assert.equal(plainPath(odd), null, odd);
  assert.equal(ratesText({ second: 5, hour: 1000 }), '5;w=1, 1000;w=3600');
  assert.equal(ratesText({}), null);
});
