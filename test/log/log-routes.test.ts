import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { day } from '../../src/core/time.ts';
import type { KeyName } from '../cast.ts';
import { openWorld, type World } from '../world.ts';
import { listeningWorld, readStream } from './listening.ts';

const wish = (id: string) => ({
  id,
  info: { purpose: 'churn model' },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
});

async function grantedWorld(): Promise<World> {
  const world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve', { comment: 'fine with us' });
  return world;
}

const types = (body: { type: string }[]) => body.map((entry) => entry.type);

test('the history of an access has what was decided a moment ago, sealed or not, with what people wrote', async () => {
  await using world = await grantedWorld();
  const before = (await world.as('alice').get('/api/access/a1/history')).body;
  assert.deepEqual(types(before), ['request.filed', 'request.granted', 'access.activated']);
  assert.deepEqual(
    before.map((entry: { position: unknown }) => entry.position),
    [null, null, null],
  );
  await sealAll(world.pool);
  await world.as('bob').post('/api/access/a1/suspend', { comment: 'a leak' });
  const after = (await world.as('alice').get('/api/access/a1/history')).body;
  assert.deepEqual(types(after), [
    'request.filed',
    'request.granted',
    'access.activated',
    'access.suspended',
  ]);
  assert.deepEqual(
    after.map((entry: { position: unknown }) => entry.position),
    [1, 2, 3, null],
  );
  assert.equal(after[0].texts.purpose, 'churn model');
  assert.equal(after[1].texts.comment, 'fine with us');
  assert.deepEqual(after[3].actor, {
    type: 'person',
    id: 'bob',
    person: 'bob',
    email: 'bob@fernlane.example',
    name: 'Bob',
  });
});

test('an erased text is null in the history', async () => {
  await using world = await grantedWorld();
  await world.pool.query(`update log_text set body = null, salt = null where person_id = 'alice'`);
  const [filed] = (await world.as('bob').get('/api/access/a1/history')).body;
  assert.deepEqual(filed.texts, { purpose: null });
});

test('the history is paged by position', async () => {
  await using world = await grantedWorld();
  await sealAll(world.pool);
  const first = await world.as('alice').get('/api/access/a1/history?limit=2');
  assert.equal(first.body.length, 2);
  assert.match(first.headers['link']!, /after=2.*rel="next"/);
  const rest = await world.as('alice').get('/api/access/a1/history?limit=2&after=2');
  assert.deepEqual(types(rest.body), ['access.activated']);
  assert.equal(rest.headers['link'], undefined);
});

test('both sides and those who audit read the history; others, and of what there is not, nobody', async () => {
  await using world = await grantedWorld();
  const status = async (who: KeyName, id = 'a1') =>
    (await world.as(who).get(`/api/access/${id}/history`)).status;
  for (const who of [
    'alice',
    'bob',
    'carol',
    'grace',
    'dan',
    'ivy',
    'checkout-key',
    'analytics-key',
    'checkout-reads',
    'organization',
    'organization-reads',
  ] as const)
    assert.equal(await status(who), 200, who);
  assert.equal(await status('eve'), 403);
  assert.equal(await status('alice', 'nothing'), 404);
  assert.equal((await world.nobody.get('/api/access/a1/history')).status, 403);
});

test('the log is read by type, subject, actor and time, by those who audit', async () => {
  await using world = await grantedWorld();
  world.clock.advance(60_000);
  await world.as('alice').put('/api/access/a2', wish('a2'));
  await sealAll(world.pool);
  const read = async (query: string) =>
    (await world.as('ivy').get(`/api/log?${query}`)).body.map(
      (entry: { position: number }) => entry.position,
    );
  assert.deepEqual(await read(''), [1, 2, 3, 4]);
  assert.deepEqual(await read('type=request.filed'), [1, 4]);
  assert.deepEqual(await read('subject=a1'), [1, 2, 3]);
  assert.deepEqual(await read('actor=alice'), [1, 4]);
  assert.deepEqual(await read('from=2026-11-02T12:00:30Z'), [4]);
  assert.deepEqual(await read('until=2026-11-02T13:00:30%2B01:00'), [1, 2, 3]);
  assert.deepEqual(
    await read('type=request.filed&actor=alice&from=2026-11-02T11:00:00Z&until=2026-11-02T12:00:30Z'),
    [1],
  );
  assert.deepEqual(await read('after=1&limit=2'), [2, 3]);
  assert.deepEqual(await read('order=newest&limit=2'), [4, 3]);
  assert.deepEqual(await read('order=newest&limit=2&before=3'), [2, 1]);
  assert.deepEqual(await read('from=2027-01-01T00:00:00Z'), []);
});

test('the log is read by the first word of types, by e-mail address and by days of the organization', async () => {
  await using world = await grantedWorld();
  await world.as('dan').put('/api/organization/settings', { timeZone: 'Pacific/Auckland' });
  world.clock.advance(day);
  await world.as('alice').put('/api/access/a2', wish('a2'));
  await sealAll(world.pool);
  const read = async (query: string, who: KeyName = 'ivy') =>
    (await world.as(who).get(`/api/log?${query}`)).body.map((entry: { position: number }) => entry.position);
  // 1 filed, 2 granted, 3 activated, 4 settings, 5 filed
  assert.deepEqual(await read('type=request'), [1, 2, 5]);
  assert.deepEqual(await read('type=request&order=newest&limit=2'), [5, 2]);
  assert.deepEqual(await read('type=request&order=newest&limit=2&before=2'), [1]);
  assert.deepEqual(await read('type=req'), []);
  assert.deepEqual(await read('type=request&subject=a1'), [1, 2]);
  assert.deepEqual(await read('type=request&actor=bob'), [2]);
  assert.deepEqual(await read('actor=Bob%40fernlane.example'), [2, 3]);
  assert.deepEqual(await read('actor=nobody%40fernlane.example'), []);
  assert.deepEqual(await read('type=access&subject=a1', 'alice'), [3]);
  // Noon in UTC is the next day in Auckland.
  assert.deepEqual(await read('from=2026-11-03&until=2026-11-03'), [1, 2, 3, 4]);
  assert.deepEqual(await read('type=request&from=2026-11-04'), [5]);
  assert.equal((await world.as('ivy').get('/api/log?from=2026-02-30')).status, 400);
});

test('the log is taken along as a file, the newest first, as far as it fits and somebody may read it', async () => {
  await using world = await grantedWorld();
  await world.as('bob').post('/api/access/a1/suspend', { comment: '=cmd|"a", leak' });
  await sealAll(world.pool);
  const taken = await world.as('ivy').get('/api/log/export?type=request&limit=2');
  assert.match(taken.headers['content-disposition']!, /attachment; filename="log-4.json"/);
  assert.deepEqual(types(taken.body.entries), ['request.granted', 'request.filed']);
  assert.deepEqual([taken.body.head.position, taken.body.more], [4, true]);
  assert.equal((await world.as('ivy').get('/api/log/export?limit=2&before=2')).body.more, false);

  const { text } = await world.as('bob').get('/api/log/export?format=csv&subject=a1');
  const [header, suspended, activated, granted, filed, end] = text.split('\r\n');
  assert.match(header!, /^position,at,type,subject,actor type/);
  assert.match(
    suspended!,
    /^4,2026-11-02T12:00:00.000Z,access.suspended,a1,person,bob,Bob,bob@fernlane.example,rest,/,
  );
  assert.match(suspended!, /"'=cmd\|""a"", leak"/, 'no spreadsheet takes it for a formula');
  assert.deepEqual(
    [activated, granted, filed].map((line) => line!.split(',')[2]),
    ['access.activated', 'request.granted', 'request.filed'],
  );
  assert.equal(end, '');
  assert.equal((await world.as('bob').get('/api/log/export')).body.code, 'not_permitted');
  assert.equal((await world.as('eve').get('/api/log/export?subject=a1')).body.code, 'not_a_party');
  const nobody = await world.as('ivy').get('/api/log/export?actor=nobody%40fernlane.example');
  assert.deepEqual(nobody.body.entries, []);
});

test('an entry names the person of whom it tells, and the one for whom an access is', async () => {
  await using world = await openWorld();
  await world.as('dan').put('/api/organization/members/eve@fernlane.example', { auditor: true });
  await world.as('alice').post('/api/access', { id: 'mine', resource: 'orders/latest', purpose: 'Look' });
  await sealAll(world.pool);
  const [changed, filed] = (await world.as('dan').get('/api/log')).body;
  assert.deepEqual(
    [changed.subject, changed.person],
    ['eve', { email: 'eve@fernlane.example', name: 'Eve' }],
  );
  assert.deepEqual(filed.access.consumer, {
    kind: 'person',
    id: 'alice',
    team: null,
    email: 'alice@fernlane.example',
    name: 'Alice',
  });
  assert.equal('person' in filed, false);
});

test('whoever does not audit reads the log one subject at a time, and only what is theirs', async () => {
  await using world = await grantedWorld();
  await sealAll(world.pool);
  const status = async (who: KeyName, query: string) => (await world.as(who).get(`/api/log?${query}`)).status;
  assert.equal(await status('alice', ''), 403);
  assert.equal(await status('alice', 'subject=a1'), 200);
  assert.equal(await status('bob', 'subject=a1'), 200);
  assert.equal(await status('eve', 'subject=a1'), 403);
  assert.equal(await status('eve', 'subject=checkout'), 403);
  assert.equal(await status('bob', 'subject=checkout'), 200);
  assert.equal(await status('grace', 'subject=checkout'), 200, 'she owns the team above');
});

test('an access that is spelled like somebody else’s team opens no door to that team’s entries', async () => {
  await using world = await openWorld();
  await world.as('organization').put('/api/teams/checkout', {
    id: 'checkout',
    name: 'Checkout and payment',
    type: 'Team',
    parent: 'commerce',
    members: [{ emailAddress: 'bob@fernlane.example', role: 'Owner' }],
  });
  await world
    .as('eve')
    .put('/api/access/checkout', { ...wish('checkout'), consumer: { teamId: 'partner-desk' } });
  await sealAll(world.pool);
  const seen = await world.as('eve').get('/api/log?subject=checkout');
  assert.deepEqual(types(seen.body), ['request.filed']);
  assert.deepEqual(types((await world.as('ivy').get('/api/access/checkout/history')).body), [
    'request.filed',
  ]);
  assert.deepEqual(types((await world.as('ivy').get('/api/log?subject=checkout')).body), [
    'team.updated',
    'request.filed',
  ]);
});

test('the head is where the log ends', async () => {
  await using world = await grantedWorld();
  await sealAll(world.pool);
  const { body } = await world.as('alice').get('/api/log/head');
  assert.equal(body.position, 3);
  assert.match(body.hash, /^[0-9a-f]{64}$/);
  assert.equal(body.signed, null);
});

test('filters that make no sense are refused with the field named', async () => {
  await using world = await openWorld();
  for (const query of ['from=yesterday', 'limit=0', 'limit=100000', 'after=-1', 'type='.padEnd(300, 'x')]) {
    const answer = await world.as('ivy').get(`/api/log?${query}`);
    assert.equal(answer.status, 400, query);
    assert.match(answer.body.violations[0].field, new RegExp(`querystring.${query.split('=')[0]}`));
  }
});

test('a stream tells what happens from now on, and goes on after the last event that was seen', async () => {
  await using listening = await listeningWorld();
  const { world, url } = listening;
  const streaming = readStream(`${url}/api/log/stream`, 'ivy', 3);
  await delay(100);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve');
  const seen = await streaming;
  assert.deepEqual(
    seen.map((one) => one.event),
    ['request.filed', 'request.granted', 'access.activated'],
  );
  const again = await readStream(`${url}/api/log/stream`, 'ivy', 2, seen[0]!.id);
  assert.deepEqual(again, seen.slice(1));
  const mine = await readStream(
    `${url}/api/log/stream?subject=a1&type=access.activated`,
    'alice',
    1,
    seen[0]!.id,
  );
  assert.deepEqual(mine, seen.slice(2));
});

test('a stream after a place that is not in this log says so', async () => {
  await using listening = await listeningWorld();
  const [event] = await readStream(`${listening.url}/api/log/stream`, 'ivy', 1, `7-${'0'.repeat(64)}`);
  assert.equal(event!.event, 'reload');
});

test('a stream is for the same people as the log', async () => {
  await using world = await grantedWorld();
  assert.equal((await world.as('eve').get('/api/log/stream?subject=a1')).status, 403);
  assert.equal((await world.as('alice').get('/api/log/stream')).status, 403);
});

test('a long poll answers as soon as something happens, and in time when nothing does', async () => {
  await using listening = await listeningWorld();
  const { world } = listening;
  const began = performance.now();
  const polling = world.as('organization').get('/api/events?timeout=20000');
  await delay(50);
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const answer = await polling;
  assert.equal(answer.body.length, 2);
  assert.ok(performance.now() - began < 10_000);
  const empty = await world.as('organization').get(`/api/events?timeout=50&lastEventId=${answer.body[1].id}`);
  assert.deepEqual(empty.body, []);
});

test('a server that stops lets go of whoever waits', async () => {
  await using listening = await listeningWorld();
  const began = performance.now();
  const polling = listening.world.as('organization').get('/api/events?timeout=30000');
  const streaming = readStream(`${listening.url}/api/log/stream`, 'ivy', 99);
  await delay(100);
  await listening.world.server.close();
  assert.deepEqual((await polling).body, []);
  assert.deepEqual(await streaming, []);
  assert.ok(performance.now() - began < 10_000);
});
