// Accesses over HTTP: the Entropy API's half with its wire traps, and the native half. One story from asking to the end,
// then what clients of that API rely on, then bad input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessAnswer } from '../../src/adapters/http/wire/answers.ts';
import { day, hour } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const asked = (consumer: object, more: object = {}) => ({
  info: { purpose: 'Find out why baskets are left behind', ...more },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer,
});
const forAnalytics = asked({ teamId: 'analytics' });

const stateOf = async (world: World, id: string) =>
  (await world.as('dan').get(`/api/access/${id}`)).body.approval.state;

test('Alice asks, Bob allows, Carol suspends, Bob lets it run again, Alice gives it back', async () => {
  await using world = await openWorld();
  const [alice, bob, carol] = [world.as('alice'), world.as('bob'), world.as('carol')];

  const put = await alice.put('/api/access/a1', forAnalytics);
  assert.equal(put.status, 200);
  assert.equal(put.text, '');
  assert.match(put.headers['location-html']!, /\/access\/a1$/);

  const pending = await alice.get('/api/access/a1');
  assert.doesNotThrow(() => accessAnswer.parse(pending.body));
  assert.equal(pending.body.info.status, 'requested');
  assert.deepEqual(
    pending.body.approval.awaiting.people.map((who: { person: string }) => who.person),
    ['bob', 'carol', 'grace'],
  );
  assert.deepEqual(pending.body.approval.actions.approve, {
    allowed: false,
    code: 'own_request',
    reason: 'Nobody takes part in deciding their own request',
  });

  assert.equal((await alice.post('/api/access/a1/approve')).body.code, 'own_request');
  assert.equal((await world.as('eve').post('/api/access/a1/approve')).body.code, 'not_an_approver');
  assert.equal((await bob.post('/api/access/a1/approve', { comment: 'Two months are enough' })).status, 200);
  const granted = (await bob.get('/api/access/a1')).body;
  assert.deepEqual(
    [granted.info.status, granted.info.active, granted.approval.state],
    ['approved', true, 'Granted'],
  );
  assert.equal(granted.approval.decisions[0].by.email, 'bob@fernlane.example');
  assert.equal(granted.approval.decisions[0].comment, 'Two months are enough');

  assert.equal((await carol.post('/api/access/a1/suspend', { comment: 'Audit' })).body.info.active, false);
  assert.equal((await alice.post('/api/access/a1/resume')).body.code, 'not_the_owner_side');
  assert.equal((await bob.post('/api/access/a1/resume')).body.info.active, true);
  assert.equal((await alice.post('/api/access/a1/cancel')).status, 200);
  assert.equal(await stateOf(world, 'a1'), 'Revoked');
});

test('asking with an id that is another agreement’s is refused and changes nothing', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  const alice = world.as('alice');
  const wish = { id: 'a1', resource: 'orders/latest', purpose: 'Churn', consumer: { teamId: 'analytics' } };
  assert.equal((await alice.post('/api/access', wish)).status, 201);
  for (const other of [{ resource: 'payments/ledger' }, { consumer: { userId: 'alice@fernlane.example' } }]) {
    const refused = await alice.post('/api/access', { ...wish, ...other, purpose: 'Something else' });
    assert.deepEqual([refused.status, refused.body.code], [409, 'access_identity']);
  }
  const { approval } = (await alice.get('/api/access/a1')).body;
  assert.deepEqual([approval.version, approval.request.purpose], [1, 'Churn']);
  assert.equal(
    (await alice.post('/api/access', wish)).body.approval.version,
    1,
    'the same again is no change',
  );
});

test('the inbox shows what waits for the caller and nothing that a click would refuse', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  await world.as('bob').put('/api/access/a2', asked({ userId: 'eve@fernlane.example' }));
  await world.as('organization').put('/api/access/a3', asked({ teamId: 'partner-desk' }));
  const idsFor = async (who: 'bob' | 'alice' | 'eve' | 'checkout-key') =>
    (await world.as(who).get('/api/inbox')).body.items.map((item: { id: string }) => item.id);
  assert.deepEqual(await idsFor('bob'), ['a1', 'a3']);
  assert.deepEqual(await idsFor('checkout-key'), ['a1', 'a3']);
  assert.deepEqual(await idsFor('alice'), []);
  assert.deepEqual(await idsFor('eve'), []);
  await world.as('carol').post('/api/access/a1/reject', { comment: 'No' });
  assert.deepEqual(await idsFor('bob'), ['a3']);
});

test('whoever has agreed under four eyes is not asked again: it leaves the inbox, and the button says why', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await world.as('alice').post('/api/access', { id: 'a1', resource: 'payments/ledger', purpose: 'Books' });
  const bob = world.as('bob');
  assert.equal((await bob.post('/api/access/a1/approve')).status, 200);
  assert.deepEqual((await bob.get('/api/inbox')).body.items, []);
  const { approve, reject, retract } = (await bob.get('/api/access/a1')).body.approval.actions;
  assert.deepEqual([approve.code, reject.allowed, retract.allowed], ['agreed_already', true, true]);
  assert.equal((await bob.post('/api/access/a1/approve')).status, 200, 'saying it again is no mistake');
  assert.equal(await stateOf(world, 'a1'), 'SemiGranted');
  assert.equal((await world.as('carol').get('/api/inbox')).body.items.length, 1);
  await bob.post('/api/access/a1/retract');
  assert.equal((await bob.get('/api/inbox')).body.items.length, 1);
});

test('of fifty approvers at once exactly one outcome stands, and the others hear the real state', async () => {
  await using world = await openWorld();
  const approvers = Array.from({ length: 50 }, (_, nth) => `approver${nth}`);
  for (const id of approvers) {
    await world.pool.query('insert into person (id, email, name) values ($1, $2, $1)', [
      id,
      `${id}@fernlane.example`,
    ]);
    await world.pool.query(
      "insert into membership (team_id, person_id, role, position) values ('checkout', $1, 'approver', 9)",
      [id],
    );
    await world.pool.query(
      "insert into api_key (id, token_hash, display_name, scope, read_only, person_id, maker_id, created_at) values ($1, sha256(convert_to($1, 'UTF8')), $1, 'user', false, $1, $1, now())",
      [id],
    );
  }
  await world.as('alice').put('/api/access/a1', forAnalytics);
  const answers = await Promise.all(
    approvers.map((id, nth) =>
      world.server.inject({
        method: 'POST',
        url: `/api/access/a1/${nth % 2 ? 'reject' : 'approve'}`,
        headers: { 'x-api-key': id },
      }),
    ),
  );
  const won = answers.filter((answer) => answer.statusCode === 200);
  const state = await stateOf(world, 'a1');
  // A refusal may be reconsidered, so a deny may be followed by one allow; two of the same verdict never both count.
  assert.ok(
    won.length === 1 || (won.length === 2 && state === 'Granted'),
    `${won.length} calls changed something, state ${state}`,
  );
  for (const lost of answers.filter((answer) => answer.statusCode !== 200))
    assert.ok(['Granted', 'Rejected'].includes(lost.json().state), lost.payload);
  const { rows } = await world.pool.query(
    "select type from log_inbox where subject = 'a1' and type in ('request.granted', 'request.rejected') union all select type from log where subject = 'a1' and type in ('request.granted', 'request.rejected')",
  );
  assert.equal(rows.length, won.length);
});

test('repeating one’s own verdict is 200 and causes nothing', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  await world.as('bob').post('/api/access/a1/approve');
  const before = (await world.as('bob').get('/api/access/a1')).body.approval.version;
  assert.equal((await world.as('bob').post('/api/access/a1/approve')).status, 200);
  assert.equal((await world.as('bob').get('/api/access/a1')).body.approval.version, before);
  const late = await world.as('carol').post('/api/access/a1/approve');
  assert.deepEqual([late.status, late.body.state], [409, 'Granted']);
});

test('an Idempotency-Key makes any write happen once, and refuses other content', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  const once = { 'idempotency-key': 'k1' };
  assert.equal((await world.as('bob').post('/api/access/a1/approve', {}, once)).status, 200);
  assert.equal((await world.as('carol').post('/api/access/a1/suspend', { comment: 'wait' })).status, 200);
  assert.equal((await world.as('bob').post('/api/access/a1/approve', {}, once)).status, 200);
  assert.equal(await stateOf(world, 'a1'), 'Suspended');
  const other = await world.as('bob').post('/api/access/a1/approve', { comment: 'else' }, once);
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused']);
});

test('If-Match compares the version of the access and nothing else', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  const { headers } = await world.as('bob').get('/api/access/a1');
  assert.equal(headers.etag, '"1"');
  assert.equal((await world.as('bob').post('/api/access/a1/approve', {}, { 'if-match': '"7"' })).status, 412);
  assert.equal(
    (await world.as('bob').post('/api/access/a1/approve', {}, { 'if-match': headers.etag })).status,
    200,
  );
});

test('a connector that reads an access, adds a tag and writes all of it back decides nothing', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', asked({ teamId: 'analytics' }, { endDate: '2026-12-24' }));
  const seen = (await world.as('organization').get('/api/access/a1')).body;
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('organization').put('/api/access/a1', { ...seen, tags: ['permission-granted'] });
  const tagged = (await world.as('organization').get('/api/access/a1')).body;
  assert.deepEqual([tagged.approval.state, tagged.tags], ['Granted', ['permission-granted']]);

  await world.as('bob').post('/api/access/a1/cancel');
  await world.as('organization').put('/api/access/a1', { ...tagged, tags: [] });
  const after = (await world.as('organization').get('/api/access/a1')).body;
  assert.deepEqual([after.approval.state, after.info.active, after.tags], ['Revoked', false, []]);
});

test('the same PUT twice changes nothing and logs nothing', async () => {
  await using world = await openWorld();
  const body = asked({ teamId: 'analytics' }, { startDate: '2026-01-01', endDate: '2027-01-31' });
  await world.as('alice').put('/api/access/a1', body);
  const entries = async () =>
    Number((await world.pool.query('select count(*) from log_inbox')).rows[0].count);
  const before = await entries();
  assert.equal((await world.as('alice').put('/api/access/a1', body)).status, 200);
  assert.equal(await entries(), before);
});

test('“approved” in a PUT counts only when it creates the access, from the owner side', async () => {
  await using world = await openWorld();
  const approved = (consumer: object) => asked(consumer, { status: 'approved', startDate: '2026-01-01' });
  await world.as('organization').put('/api/access/direct', approved({ teamId: 'partner-desk' }));
  assert.equal(await stateOf(world, 'direct'), 'Granted');
  await world.as('alice').put('/api/access/claimed', approved({ teamId: 'analytics' }));
  assert.equal(await stateOf(world, 'claimed'), 'Pending');
  await world.as('organization').put('/api/access/claimed', approved({ teamId: 'analytics' }));
  assert.equal(await stateOf(world, 'claimed'), 'Pending');
});

test('under four eyes a direct grant is one allow', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/daily', 'checkout', { strategy: 'FourEyes' });
  const body = {
    ...asked({ teamId: 'analytics' }, { status: 'approved' }),
    provider: { dataProductId: 'payments', outputPortId: 'daily' },
  };
  await world.as('bob').put('/api/access/p1', body);
  assert.equal(await stateOf(world, 'p1'), 'SemiGranted');
  await world.as('carol').post('/api/access/p1/approve');
  assert.equal(await stateOf(world, 'p1'), 'Granted');
});

test('an end date counts in full, in the organization’s time zone', async () => {
  await using world = await openWorld();
  await world.pool.query(`update organization set settings = '{"timeZone": "Europe/Berlin"}'`);
  await world.as('alice').put('/api/access/a1', asked({ teamId: 'analytics' }, { endDate: '2026-11-03' }));
  await world.as('bob').post('/api/access/a1/approve');
  const granted = (await world.as('bob').get('/api/access/a1')).body;
  assert.deepEqual(
    [granted.info.endDate, granted.approval.until],
    ['2026-11-03', '2026-11-03T23:00:00.000Z'],
  );
  world.clock.set(Date.parse('2026-11-03T22:59:59.999Z'));
  assert.equal((await world.as('bob').get('/api/access/a1')).body.info.active, true);
  world.clock.advance(1);
  assert.equal((await world.as('bob').get('/api/access/a1')).body.info.active, false);
});

test('an access with a duration starts with its grant, and renewing it leaves no gap', async () => {
  await using world = await openWorld();
  const { body } = await world.as('alice').post('/api/access', {
    resource: 'orders/latest',
    consumer: { teamId: 'analytics' },
    purpose: 'Weekly report',
    duration: '8h',
  });
  world.clock.advance(day);
  await world.as('bob').post(`/api/access/${body.id}/approve`);
  const granted = (await world.as('bob').get(`/api/access/${body.id}`)).body;
  assert.equal(Date.parse(granted.approval.until) - Date.parse(granted.approval.from), 8 * hour);
  world.clock.advance(7 * hour);
  const renewing = (await world.as('alice').post(`/api/access/${body.id}/renew`, { duration: '8h' })).body;
  assert.deepEqual(
    [renewing.info.active, renewing.approval.state, renewing.approval.request.nature],
    [true, 'Pending', 'renewal'],
  );
  await world.as('carol').post(`/api/access/${body.id}/approve`);
  world.clock.advance(2 * hour);
  assert.equal((await world.as('alice').get(`/api/access/${body.id}`)).body.info.active, true);
});

test('a deleted access is ended first and still answers', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  await world.as('bob').post('/api/access/a1/approve');
  assert.equal((await world.as('alice').delete('/api/access/a1')).status, 200);
  const tombstone = await world.as('organization').get('/api/access/a1');
  assert.deepEqual(
    [tombstone.status, tombstone.body.info.active, typeof tombstone.body.approval.deletedAt],
    [200, false, 'string'],
  );
  assert.deepEqual((await world.as('organization').get('/api/access')).body, []);
  assert.equal((await world.as('organization').put('/api/access/a1', forAnalytics)).status, 409);
});

test('lists are plain arrays, oldest first, with a Link to the next page', async () => {
  await using world = await openWorld();
  for (const nth of [1, 2, 3, 4, 5])
    await world
      .as('organization')
      .put(`/api/access/a${nth}`, asked({ userId: `person${nth}@fernlane.example` }));
  const ids = (answer: { body: { id: string }[] }) => answer.body.map((item) => item.id);
  const first = await world.as('organization').get('/api/access?pageSize=2&p=0');
  assert.deepEqual(ids(first), ['a1', 'a2']);
  assert.match(first.headers.link!, /rel="next"/);
  assert.deepEqual(ids(await world.as('organization').get('/api/access?pageSize=2&p=1')), ['a3', 'a4']);
  const next = /<(.*)>/.exec(first.headers.link!)![1]!;
  assert.deepEqual(ids(await world.as('organization').get(next.replace(/^https?:\/\/[^/]*/, ''))), [
    'a3',
    'a4',
  ]);
  const last = await world.as('organization').get('/api/access?pageSize=2&p=2');
  assert.deepEqual([ids(last), last.headers.link], [['a5'], undefined]);
  assert.deepEqual(ids(await world.as('organization').get('/api/access?pageSize=2&p=3')), []);
  assert.equal((await world.as('organization').get('/api/access?p=-1')).status, 400);
  assert.equal((await world.as('organization').get('/api/access')).body.length, 5);
});

test('the older address answers alike', async () => {
  await using world = await openWorld();
  assert.equal((await world.as('alice').put('/api/datausageagreements/a1', forAnalytics)).status, 200);
  assert.equal((await world.as('bob').post('/api/datausageagreements/a1/approve')).status, 200);
  assert.deepEqual(
    (await world.as('bob').get('/api/datausageagreements/a1')).body,
    (await world.as('bob').get('/api/access/a1')).body,
  );
});

test('a missing or wrong key is 403 with the sentence that clients know; both ways of sending one work', async () => {
  await using world = await openWorld();
  for (const headers of [{}, { 'x-api-key': 'wrong' }, { authorization: 'Bearer wrong' }]) {
    const { statusCode, headers: sent, payload } = await world.server.inject({ url: '/api/access', headers });
    assert.equal(statusCode, 403);
    assert.match(String(sent['content-type']), /application\/problem\+json/);
    assert.equal(JSON.parse(payload).detail, 'The API key was not found or not the expected value.');
  }
  assert.equal(
    (await world.server.inject({ url: '/api/access', headers: { authorization: 'Bearer cs_test_bob' } }))
      .statusCode,
    200,
  );
});

test('what cannot be is refused by name and changes nothing', async () => {
  await using world = await openWorld();
  const cases: [unknown, number, string][] = [
    [{}, 400, 'info'],
    ['{"info":', 400, ''],
    [asked({ teamId: 'analytics' }, { purpose: '   ' }), 422, 'purpose'],
    [asked({ teamId: 'analytics' }, { startDate: '2026-13-01' }), 400, 'info.startDate'],
    [asked({ teamId: 'analytics' }, { startDate: '2026-11-02T10:00:00Z' }), 400, 'info.startDate'],
    [asked({ teamId: 'analytics' }, { endDate: '2020-01-01' }), 422, 'until'],
    [asked({ teamId: 'analytics' }, { startDate: '2027-02-01', endDate: '2027-01-01' }), 422, 'until'],
    [asked({ teamId: 'nobody' }), 422, 'consumer'],
    [asked({}), 422, 'consumer'],
    [{ ...forAnalytics, provider: { dataProductId: 'orders', outputPortId: 'nothing' } }, 422, 'provider'],
    [{ ...forAnalytics, custom: { nested: { not: 'text' } } }, 400, 'custom.nested'],
    [{ ...forAnalytics, info: { purpose: 'nul \u0000 byte' } }, 400, 'info.purpose'],
  ];
  for (const [body, status, field] of cases) {
    const answer = await world.as('organization').put('/api/access/bad', body);
    assert.equal(answer.status, status, JSON.stringify(body));
    assert.ok(
      (answer.body.violations ?? [{ field: '' }]).some((fault: { field: string }) => fault.field === field),
      `${field}: ${answer.text}`,
    );
  }
  assert.equal((await world.as('organization').get('/api/access/bad')).status, 404);
  const long = await world.as('organization').get(`/api/access/${'x'.repeat(10_000)}`);
  assert.equal(long.status, 400);
  assert.match(long.headers['content-type']!, /problem\+json/);
  assert.equal((await world.as('eve').put('/api/access/bad', forAnalytics)).body.code, 'not_your_side');
});

test('roles of any spelling come back as they were asked', async () => {
  await using world = await openWorld();
  const roles = ['a "quoted" role', 'back\\slash', 'comma, brace}', 'ünïcode', 'NULL'];
  await world.as('alice').put('/api/access/a1', { ...forAnalytics, roles });
  await world.as('bob').post('/api/access/a1/approve');
  assert.deepEqual((await world.as('bob').get('/api/access/a1')).body.roles, [...roles].sort());
});

test('whoever prefers to see what came of a decision gets the access instead of nothing', async () => {
  await using world = await openWorld();
  const [alice, bob] = [world.as('alice'), world.as('bob')];
  for (const id of ['shown', 'plain'])
    await alice.post('/api/access', {
      id,
      resource: 'orders/latest',
      purpose: 'Baskets',
      consumer: { teamId: 'analytics' },
    });
  const shown = await bob.post(
    '/api/access/shown/approve',
    {},
    { prefer: 'wait=1, Return="representation"; x=1' },
  );
  assert.equal(shown.headers['preference-applied'], 'return=representation');
  assert.equal(shown.body.approval.state, 'Granted');
  assert.deepEqual(shown.body, (await bob.get('/api/access/shown')).body);
  const plain = await bob.post('/api/access/plain/approve', {}, { prefer: 'return=minimal' });
  assert.deepEqual([plain.status, plain.text, plain.headers['preference-applied']], [200, '', undefined]);
});
