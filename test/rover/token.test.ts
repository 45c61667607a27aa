// Tokens for Rover files: made by whoever owns the team, changed at /oauth2/token, good for /rover/api and nothing else,
// and gone with their key.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { tokenLife } from '../../src/core/rover-token.ts';
import { hour, minute, second } from '../../src/core/time.ts';
import { clearEnded } from '../../src/adapters/db/identity/housekeep.ts';
import { openWorld, type World } from '../world.ts';

const world = await openWorld({ publicUrl: 'https://access.fernlane.example' });
after(() => world[Symbol.asyncDispose]());

type Fields = Record<string, string>;

async function asks(fields: Fields | string, headers: Fields = {}) {
  const payload = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await world.server.inject({
    method: 'POST',
    url: '/oauth2/token',
    headers: { ...type, ...headers },
    payload,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
});

const grant = { grant_type: 'client_credentials' };

async function keyOf(team: string, who: Parameters<World['as']>[0] = 'bob', expiresAt?: string) {
  const { status, body } = await world
    .as(who)
    .post('/api/api-keys', { scope: 'rover', teamId: team, ...(expiresAt && { expiresAt }) });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: body.organizationApiKeyId as string, secret: body.key as string, body };
}

async function comesIn(token: string) {
  const url = '/rover/api/rovers';
  const answer = await world.server.inject({ url, headers: { authorization: `Bearer ${token}` } });
  return answer.statusCode;
}

test('a key for Rover files comes with the text that roverctl takes', async () => {
  const { id, secret, body } = await keyOf('checkout');
  const [start, encoded] = (body.roverToken as string).split('.') as [string, string];
  assert.equal(start, 'countersign--teams--checkout');
  assert.deepEqual(JSON.parse(Buffer.from(encoded, 'base64').toString()), {
    environment: 'countersign',
    group: 'teams',
    team: 'checkout',
    client_id: id,
    client_secret: secret,
    token_url: 'https://access.fernlane.example/oauth2/token',
    server_url: 'https://access.fernlane.example',
    generated_at: world.clock.now() / second,
  });
  const listed = (await world.as('bob').get('/api/api-keys')).body as {
    organizationApiKeyId: string;
    scope: string;
  }[];
  assert.equal(listed.find((one) => one.organizationApiKeyId === id)?.scope, 'rover');
});

test('a team of the form group--team keeps its two names', async () => {
  await world
    .as('dan')
    .put('/api/teams/commerce--orders', { id: 'commerce--orders', name: 'Orders', type: 'Team' });
  const { body } = await keyOf('commerce--orders', 'dan');
  assert.match(body.roverToken, /^countersign--commerce--orders\./);
});

test('whoever owns the team makes one, and nobody else', async () => {
  const refusal = async (who: Parameters<World['as']>[0], teamId: string | undefined) =>
    (await world.as(who).post('/api/api-keys', { scope: 'rover', teamId })).body.code;
  assert.equal(await refusal('carol', 'checkout'), 'not_an_owner');
  assert.equal(await refusal('eve', 'checkout'), 'not_an_owner');
  assert.equal(await refusal('bob', undefined), 'invalid_field');
  assert.equal(await refusal('bob', 'no-such-team'), 'team_not_found');
  for (const id of ['a--b--c', 'with space', 'a---b']) {
    await world.as('dan').put(`/api/teams/${encodeURIComponent(id)}`, { id, name: id, type: 'Team' });
    assert.equal(await refusal('dan', id), 'invalid_field', `roverctl cannot say ${id}`);
  }
});

test('the client shows itself as Basic credentials or in the form', async () => {
  const { id, secret } = await keyOf('checkout');
  for (const [fields, headers] of [
    [grant, basic(id, secret)],
    [{ ...grant, client_id: id, client_secret: secret }, {}],
    [{ ...grant, scope: 'tardis:team:all' }, basic(id, secret)],
  ] as const) {
    const { status, body, headers: sent } = await asks(fields, headers);
    assert.equal(status, 200);
    assert.equal(sent['cache-control'], 'no-store');
    assert.deepEqual(
      { ...body, access_token: '' },
      { access_token: '', token_type: 'Bearer', expires_in: 900 },
    );
    assert.equal(await comesIn(body.access_token), 200);
  }
});

test('what is wrong is said in the words of OAuth', async () => {
  const { id, secret } = await keyOf('checkout');
  const error = async (fields: Fields | string, headers: Fields = {}) => {
    const { status, body } = await asks(fields, headers);
    return `${status} ${body.error}`;
  };
  const wrong = '401 invalid_client';
  assert.equal(await error(grant, basic(id, `${secret}x`)), wrong);
  assert.equal(await error(grant, basic('nobody', secret)), wrong);
  assert.equal(await error(grant, basic('%00', secret)), wrong);
  assert.equal(
    await error(grant, basic('key-checkout-key', 'cs_test_checkout-key')),
    wrong,
    'any other key is none',
  );
  assert.equal((await asks(grant, basic(id, 'x'))).headers['www-authenticate'], 'Basic realm="countersign"');
  assert.equal(await error({ grant_type: 'password' }, basic(id, secret)), '400 unsupported_grant_type');
  assert.equal(await error({}, basic(id, secret)), '400 invalid_request');
  assert.equal(await error(grant), '400 invalid_request');
  assert.equal(
    await error('grant_type=client_credentials&grant_type=x', basic(id, secret)),
    '400 invalid_request',
  );
  assert.equal(
    await error('{"grant_type":"client_credentials"}', { 'content-type': 'application/json' }),
    '400 invalid_request',
  );
});

test('a token ends after a quarter of an hour, with its key, and at once when the key is revoked', async () => {
  const { id, secret } = await keyOf('checkout', 'bob', '2026-11-02');
  const first = (await asks(grant, basic(id, secret))).body.access_token;
  assert.equal(await comesIn(first), 200);
  world.clock.advance(tokenLife);
  assert.equal(await comesIn(first), 401);

  world.clock.set(Date.UTC(2026, 10, 3) - 5 * minute);
  const last = await asks(grant, basic(id, secret));
  assert.equal(last.body.expires_in, 300, 'no longer than its key');
  world.clock.set(Date.UTC(2026, 10, 3));
  assert.equal(await comesIn(last.body.access_token), 401);
  assert.equal((await asks(grant, basic(id, secret))).status, 401);

  const other = await keyOf('checkout');
  const token = (await asks(grant, basic(other.id, other.secret))).body.access_token;
  await world.as('bob').delete(`/api/api-keys/${other.id}`);
  assert.equal(await comesIn(token), 401);
  assert.equal((await asks(grant, basic(other.id, other.secret))).status, 401);
});

test('neither the key nor the token opens anything else, and no other key opens this', async () => {
  const { id, secret } = await keyOf('checkout');
  const token = (await asks(grant, basic(id, secret))).body.access_token;
  for (const text of [secret, token]) {
    const answer = await world.server.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${text}` },
    });
    assert.equal(answer.json().code, 'key_not_found');
  }
  assert.equal(await comesIn(secret), 401);
  assert.equal(await comesIn('cs_test_checkout-key'), 401);
  assert.equal((await world.server.inject({ url: '/rover/api/rovers' })).json().code, 'token_not_valid');
});

test('neither asks checks, and no policy takes the key for another system', async () => {
  const { id, secret } = await keyOf('checkout');
  const token = (await asks(grant, basic(id, secret))).body.access_token;
  await world.seal();
  for (const [text, status] of [
    [secret, 401],
    [token, 401],
    ['cs_test_checkout-key', 200],
  ] as const) {
    const answer = await world.server.inject({
      method: 'POST',
      url: '/access/v1/evaluation',
      headers: { 'x-api-key': text },
      payload: {
        subject: { type: 'person', id: 'eve' },
        action: { name: 'access' },
        resource: { type: 'output-port', id: 'orders/latest' },
      },
    });
    assert.equal(answer.statusCode, status);
  }
  const external = { key: id, name: 'roverctl' };
  const put = await world
    .as('bob')
    .put(`/api/resources/${encodeURIComponent('orders/latest')}/policy`, { strategy: 'External', external });
  assert.deepEqual([put.status, put.body.violations[0].field], [422, 'external.key']);
});

test('tokens that have ended leave no rows', async () => {
  const { id, secret } = await keyOf('checkout');
  const rows = async () =>
    (await world.pool.query('select from rover_token where key_id = $1', [id])).rowCount;
  await asks(grant, basic(id, secret));
  await asks(grant, basic(id, secret));
  assert.equal(await rows(), 2);
  world.clock.advance(hour);
  await asks(grant, basic(id, secret));
  assert.equal(await rows(), 1);
  world.clock.advance(hour);
  await clearEnded(world.database, world.clock.now());
  assert.equal(await rows(), 0);
});
