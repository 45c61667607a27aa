import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostOwnKeys, mostSharedKeys } from '../../src/core/api-key.ts';
import { day, minute } from '../../src/core/time.ts';
import { tokenOf } from '../cast.ts';
import { tally } from '../tally.ts';
import { openWorld, type World } from '../world.ts';

const withKey = async (world: World, headers: Record<string, string>) => {
  const answer = await world.server.inject({ url: '/api/me', headers });
  return { status: answer.statusCode, body: answer.json() };
};

test('a key works in x-api-key and as Bearer token, and its prefix means nothing', async () => {
  await using world = await openWorld();
  const made = await world.as('alice').post('/api/api-keys', { scope: 'user', displayName: 'Laptop' });
  assert.equal(made.status, 201);
  assert.match(made.body.key, /^cs_[\w-]{43}$/);
  assert.equal((await withKey(world, { 'x-api-key': made.body.key })).body.id, 'alice');
  assert.equal((await withKey(world, { authorization: `Bearer ${made.body.key}` })).body.id, 'alice');
  assert.equal((await withKey(world, { authorization: `bearer ${made.body.key}` })).body.id, 'alice');
  await world.pool.query(`update api_key set token_hash = sha256('dmm_live_user_1') where id = $1`, [
    made.body.organizationApiKeyId,
  ]);
  assert.equal((await withKey(world, { 'x-api-key': 'dmm_live_user_1' })).status, 200);
});

test('a missing or wrong key is refused with 403 and the sentence that existing clients know', async () => {
  await using world = await openWorld();
  const sentence = 'The API key was not found or not the expected value.';
  for (const headers of [
    {},
    { 'x-api-key': 'cs_wrong' },
    { authorization: 'Bearer x' },
    { authorization: 'Basic x' },
  ]) {
    const { status, body } = await withKey(world, headers);
    assert.equal(status, 403);
    assert.equal(body.detail, sentence);
    assert.equal(body.code, 'key_not_found');
  }
  const wrongOne = { 'x-api-key': 'cs_wrong', authorization: `Bearer ${tokenOf('alice')}` };
  assert.equal((await withKey(world, wrongOne)).status, 403, 'a wrong key is not mended by another one');
});

test('the answer that makes a key has the shape of the Entropy API', async () => {
  await using world = await openWorld();
  const wanted = {
    scope: 'team',
    displayName: 'CI/CD Pipeline Key',
    teamId: 'checkout',
    expiresAt: '2026-12-31',
  };
  const { body, status } = await world.as('organization').post('/api/api-keys', wanted);
  assert.equal(status, 201);
  const { key, organizationApiKeyId, createdAt, ...rest } = body;
  assert.match(organizationApiKeyId, /^[0-9a-f-]{36}$/);
  assert.ok(key && createdAt);
  assert.deepEqual(rest, {
    displayName: 'CI/CD Pipeline Key',
    scope: 'team',
    teamId: 'checkout',
    userId: null,
    createdBy: 'dan',
    expiresAt: '2026-12-31',
    until: '2027-01-01T00:00:00.000Z',
    lastUsedAt: null,
  });
});

test('who may make which key', async () => {
  await using world = await openWorld();
  const make = async (who: Parameters<World['as']>[0], scope: string, teamId?: string) => {
    const { status, body } = await world.as(who).post('/api/api-keys', { scope, teamId });
    return status === 201 ? 'made' : body.code;
  };
  assert.equal(await make('dan', 'organization'), 'made');
  assert.equal(await make('organization', 'organization_read'), 'made');
  assert.equal(await make('dan', 'team', 'checkout'), 'made');
  assert.equal(await make('bob', 'team', 'checkout'), 'made');
  assert.equal(await make('grace', 'team_read', 'checkout'), 'made', 'owners of a parent team own it, too');
  assert.equal(await make('checkout-key', 'team', 'checkout'), 'made');
  assert.equal(await make('eve', 'user'), 'made');
  assert.equal(await make('ivy', 'user_read'), 'made', 'an auditor may read by program');

  assert.equal(await make('bob', 'organization'), 'not_permitted');
  assert.equal(await make('bob', 'team', 'analytics'), 'not_an_owner');
  assert.equal(await make('carol', 'team', 'checkout'), 'not_an_owner', 'an approver owns nothing');
  assert.equal(await make('checkout-key', 'team', 'commerce'), 'not_an_owner');
  assert.equal(await make('checkout-key', 'organization_read'), 'not_permitted');
  assert.equal(await make('checkout-key', 'user'), 'not_permitted');
  assert.equal(await make('organization', 'user'), 'not_permitted', 'nobody makes a key of another person');
  assert.equal(await make('ivy', 'user'), 'auditor_reads_only');
  assert.equal(await make('ivy', 'organization_read'), 'auditor_reads_only');
  assert.equal(await make('alice-reads', 'user_read'), 'read_only');
  assert.equal(await make('organization-reads', 'organization_read'), 'read_only');
  assert.equal(await make('dan', 'team', 'no-such-team'), 'team_not_found');
  assert.equal(await make('dan', 'team'), 'invalid_field');
  assert.equal(await make('dan', 'root'), 'invalid_field');
});

test('a key that reads changes nothing, and a key made with a key has that key’s maker', async () => {
  await using world = await openWorld();
  const made = await world
    .as('checkout-key')
    .post('/api/api-keys', { scope: 'team_read', teamId: 'checkout' });
  assert.equal(made.body.createdBy, 'bob');
  const answer = await world.server.inject({
    method: 'POST',
    url: '/api/api-keys',
    headers: { 'x-api-key': made.body.key },
    payload: { scope: 'team', teamId: 'checkout' },
  });
  assert.equal(answer.json().code, 'read_only');
});

test('a key ends with its last day, in UTC, and one that has no end works on', async () => {
  await using world = await openWorld();
  const make = async (expiresAt?: string) =>
    (await world.as('alice').post('/api/api-keys', { scope: 'user', expiresAt })).body.key as string;
  const today = await make('2026-11-02');
  const endless = await make();
  const exact = await make('2026-11-02T15:00:00+02:00');
  const works = async (key: string) => (await withKey(world, { 'x-api-key': key })).status === 200;
  world.clock.advance(60 * minute - 1);
  assert.deepEqual([await works(today), await works(exact)], [true, true]);
  world.clock.advance(1);
  assert.deepEqual([await works(today), await works(exact)], [true, false]);
  world.clock.set(Date.UTC(2026, 10, 3) - 1);
  assert.equal(await works(today), true);
  world.clock.advance(1);
  assert.equal(await works(today), false);
  world.clock.advance(20_000 * day);
  assert.equal(await works(endless), true);
});

test('an expiry in the past is refused, and a key made with a key does not outlive it', async () => {
  await using world = await openWorld();
  const past = await world.as('alice').post('/api/api-keys', { scope: 'user', expiresAt: '2026-11-01' });
  assert.equal(past.status, 422);
  assert.equal(past.body.violations[0].field, 'expiresAt');
  const short = await world.as('alice').post('/api/api-keys', { scope: 'user', expiresAt: '2026-11-05' });
  const withShort = (expiresAt?: string) =>
    world.server.inject({
      method: 'POST',
      url: '/api/api-keys',
      headers: { 'x-api-key': short.body.key },
      payload: { scope: 'user', ...(expiresAt && { expiresAt }) },
    });
  assert.equal((await withShort()).json().code, 'period_too_long');
  assert.equal((await withShort('2026-11-06')).json().code, 'period_too_long');
  assert.equal((await withShort('2026-11-05')).statusCode, 201);
});

test('a revoked key ends at once, and is gone from the list', async () => {
  await using world = await openWorld();
  const { body } = await world.as('bob').post('/api/api-keys', { scope: 'team', teamId: 'checkout' });
  const id = body.organizationApiKeyId;
  assert.equal((await world.as('carol').delete(`/api/api-keys/${id}`)).status, 403);
  assert.equal((await withKey(world, { 'x-api-key': body.key })).status, 200);
  assert.equal((await world.as('grace').delete(`/api/api-keys/${id}`)).status, 204);
  assert.equal((await withKey(world, { 'x-api-key': body.key })).status, 403);
  assert.equal((await world.as('grace').delete(`/api/api-keys/${id}`)).status, 404);
  const listed = (await world.as('dan').get('/api/api-keys')).body;
  assert.ok(!listed.some((key: { organizationApiKeyId: string }) => key.organizationApiKeyId === id));
});

test('an administrator revokes everybody’s key, and a repeated revocation with an Idempotency-Key is no fault', async () => {
  await using world = await openWorld();
  const again = { 'idempotency-key': 'revoke-1' };
  assert.equal((await world.as('dan').delete('/api/api-keys/key-eve', undefined, again)).status, 204);
  assert.equal((await world.as('dan').delete('/api/api-keys/key-eve', undefined, again)).status, 204);
  assert.equal((await world.as('eve').get('/api/me')).status, 403);
});

test('everybody lists the keys they may know about, and no list shows a secret', async () => {
  await using world = await openWorld();
  const names = async (who: Parameters<World['as']>[0]) => {
    const { body, text } = await world.as(who).get('/api/api-keys');
    assert.ok(!text.includes('cs_test') && !text.includes('hash'));
    return body.map((key: { displayName: string }) => key.displayName).sort();
  };
  assert.deepEqual(await names('alice'), ['alice', 'alice-reads']);
  assert.deepEqual(await names('bob'), ['bob', 'checkout-key', 'checkout-reads']);
  assert.deepEqual(await names('grace'), ['checkout-key', 'checkout-reads', 'grace']);
  assert.deepEqual(await names('checkout-reads'), ['checkout-key', 'checkout-reads']);
  for (const all of ['dan', 'ivy', 'organization-reads'] as const)
    assert.ok((await names(all)).includes('eve'));
});

test('a list says whose a key is, who made it, and whether one may revoke it', async () => {
  await using world = await openWorld();
  const listed = async (who: Parameters<World['as']>[0], name: string) =>
    (await world.as(who).get('/api/api-keys')).body.find(
      (key: { displayName: string }) => key.displayName === name,
    );
  const bobs = { person: 'bob', email: 'bob@fernlane.example', name: 'Bob' };
  const team = await listed('grace', 'checkout-key');
  assert.deepEqual([team.user, team.maker, team.actions.revoke], [undefined, bobs, { allowed: true }]);
  const own = await listed('bob', 'bob');
  assert.deepEqual([own.user, own.maker, own.actions.revoke], [bobs, bobs, { allowed: true }]);
  assert.equal((await listed('ivy', 'checkout-key')).actions.revoke.code, 'auditor_reads_only');
  assert.equal((await listed('checkout-reads', 'checkout-key')).actions.revoke.code, 'read_only');
});

test('everybody is told which keys they may make before they try', async () => {
  await using world = await openWorld();
  const may = async (who: Parameters<World['as']>[0]) => {
    const { actions } = (await world.as(who).get('/api/me')).body;
    return [actions.makeKey, actions.makeOrganizationKey, actions.readLog].map(
      (action: { allowed: boolean }) => action.allowed,
    );
  };
  assert.deepEqual(await may('alice'), [true, false, false]);
  assert.deepEqual(await may('dan'), [true, true, true]);
  assert.deepEqual(await may('ivy'), [false, false, true]);
  assert.deepEqual(await may('organization'), [false, true, true]);
  assert.deepEqual(await may('alice-reads'), [false, false, false]);
});

test('a repeated Idempotency-Key makes no second key and does not keep the secret', async () => {
  await using world = await openWorld();
  const make = (displayName: string) =>
    world.as('alice').post('/api/api-keys', { scope: 'user', displayName }, { 'idempotency-key': 'k1' });
  const first = await make('one');
  assert.equal(first.status, 201);
  const second = await make('one');
  assert.equal(second.status, 409);
  assert.equal(second.body.code, 'secret_shown_once');
  assert.equal((await make('other')).body.code, 'idempotency_key_reused');
  const { rows } = await world.pool.query('select count(*)::int as n from api_key where person_id = $1', [
    'alice',
  ]);
  assert.equal(rows[0].n, 3);
  const kept = await world.pool.query('select json_agg(i)::text as text from idempotency i');
  assert.ok(!kept.rows[0].text.includes(first.body.key));
});

test('the same Idempotency-Key at the same moment makes one key and no fault of ours', async () => {
  await using world = await openWorld();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      world.as('alice').post('/api/api-keys', { scope: 'user' }, { 'idempotency-key': 'same' }),
    ),
  );
  assert.deepEqual(tally(answers.map((answer) => answer.status)), { 201: 1, 409: 7 });
});

test('a hundred keys of organization and teams may live, and each person has twenty of their own beside them', async () => {
  await using world = await openWorld();
  const { rows } = await world.pool.query(`select count(*)::int as n from api_key where scope <> 'user'`);
  const free = mostSharedKeys - rows[0].n;
  const made = await Promise.all(
    Array.from({ length: free + 5 }, () =>
      world.as('dan').post('/api/api-keys', { scope: 'organization_read' }),
    ),
  );
  assert.equal(made.filter((answer) => answer.status === 201).length, free);
  assert.equal(made.find((answer) => answer.status !== 201)!.body.code, 'too_many_keys');
  const own = [];
  for (let nth = 0; nth < mostOwnKeys; nth++)
    own.push((await world.as('bob').post('/api/api-keys', { scope: 'user' })).status);
  assert.deepEqual([own.filter((status) => status === 201).length, own.at(-1)], [mostOwnKeys - 1, 409]);
  await world.as('dan').delete('/api/api-keys/key-pipeline');
  assert.equal((await world.as('dan').post('/api/api-keys', { scope: 'organization_read' })).status, 201);
});

test('keys of a disabled person and of a deleted team stop at once', async () => {
  await using world = await openWorld();
  await world.pool.query(`update person set disabled_at = now() where id = 'eve'`);
  await world.pool.query(`update team set deleted_at = now() where id = 'analytics'`);
  assert.equal((await world.as('eve').get('/api/me')).status, 403);
  assert.equal((await world.as('analytics-key').get('/api/me')).status, 403);
});

test('the last use of a key is noted once a minute, not with every call', async () => {
  await using world = await openWorld();
  const used = async () => {
    const { body } = await world.as('dan').get('/api/api-keys');
    return body.find((key: { displayName: string }) => key.displayName === 'alice').lastUsedAt as
      | string
      | null;
  };
  const soon = async (expected: string) => {
    for (let tries = 0; tries < 200 && (await used()) !== expected; tries++);
    assert.equal(await used(), expected);
  };
  assert.equal(await used(), null);
  await world.as('alice').get('/api/me');
  await soon('2026-11-02T12:00:00.000Z');
  world.clock.advance(minute - 1);
  await world.as('alice').get('/api/me');
  world.clock.advance(1);
  assert.equal(await used(), '2026-11-02T12:00:00.000Z');
  await world.as('alice').get('/api/me');
  await soon('2026-11-02T12:01:00.000Z');
});

test('making and revoking a key is in the log, without its text', async () => {
  await using world = await openWorld();
  const { body } = await world.as('bob').post('/api/api-keys', { scope: 'team', teamId: 'checkout' });
  await world.as('bob').delete(`/api/api-keys/${body.organizationApiKeyId}`);
  const { rows } = await world.pool.query('select type, body::text as text from log_inbox order by seq');
  assert.deepEqual(
    rows.map((row) => row.type),
    ['key.created', 'key.revoked'],
  );
  assert.equal(JSON.parse(rows[0].text).actor.person, 'bob');
  assert.ok(rows.every((row) => !row.text.includes(body.key)));
});
