import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { day } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';

const wish = (id: string) => ({
  id,
  info: { purpose: 'churn model' },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
});

async function events(world: World, after?: string) {
  await sealAll(world.pool);
  const answer = await world
    .as('organization')
    .get(`/api/events${after === undefined ? '' : `?lastEventId=${after}`}`);
  assert.equal(answer.status, 200);
  return answer.body as {
    id: string;
    type: string;
    subject: string;
    principal: string;
    data: Record<string, unknown>;
  }[];
}

const names = (list: readonly { type: string }[]) =>
  list.map(({ type }) => type.replace('com.datamesh-manager.events.', '').replace(/Event$/, ''));

test('the story of an access, in the events that other people’s connectors follow', async () => {
  await using world = await openWorld();
  const alice = world.as('alice');
  const bob = world.as('bob');
  let last: string | undefined;
  const since = async (act: Promise<{ status: number }>) => {
    assert.equal((await act).status, 200);
    const news = await events(world, last);
    last = news.at(-1)?.id ?? last;
    return names(news);
  };
  assert.deepEqual(await since(alice.put('/api/access/a1', wish('a1'))), [
    'AccessCreated',
    'AccessRequested',
  ]);
  assert.deepEqual(await since(bob.post('/api/access/a1/approve')), [
    'AccessUpdated',
    'AccessApproved',
    'AccessActivated',
  ]);
  assert.deepEqual(await since(bob.post('/api/access/a1/suspend')), ['AccessUpdated', 'AccessDeactivated']);
  assert.deepEqual(await since(bob.post('/api/access/a1/resume')), ['AccessUpdated', 'AccessActivated']);
  assert.deepEqual(
    await since(alice.put('/api/access/a1', { ...wish('a1'), info: { purpose: 'churn model and more' } })),
    ['AccessUpdated', 'AccessRequested'],
  );
  assert.deepEqual(await since(bob.post('/api/access/a1/reject')), ['AccessUpdated'], 'a grant still stands');
  assert.deepEqual(await since(bob.post('/api/access/a1/cancel')), ['AccessCanceled', 'AccessDeactivated']);
  assert.deepEqual(await since(bob.delete('/api/access/a1')), ['AccessDeleted']);
});

test('a request that is refused before anything was granted is AccessRejected', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/reject', { comment: 'too much' });
  assert.deepEqual(names(await events(world)), [
    'AccessCreated',
    'AccessRequested',
    'AccessUpdated',
    'AccessRejected',
  ]);
});

test('a request that replaces another one is one update, not a refusal', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('alice').put('/api/access/a1', { ...wish('a1'), info: { purpose: 'another one' } });
  assert.deepEqual(names(await events(world)), [
    'AccessCreated',
    'AccessRequested',
    'AccessUpdated',
    'AccessRequested',
  ]);
});

test('what the clock ends is deactivated by the system', async () => {
  await using world = await openWorld();
  await world
    .as('alice')
    .put('/api/access/a1', { ...wish('a1'), info: { purpose: 'churn', endDate: '2026-11-03' } });
  await world.as('bob').post('/api/access/a1/approve');
  world.clock.advance(3 * day);
  await sweepDue(world.ports)();
  const last = (await events(world)).at(-1)!;
  assert.match(last.type, /AccessDeactivatedEvent$/);
  assert.equal(last.principal, 'system');
  assert.equal(last.subject, 'a1');
});

test('an event has the shape that the Java client reads', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const created = (await events(world))[0]!;
  assert.deepEqual(created, {
    specversion: '1.0',
    id: created.id,
    type: 'com.datamesh-manager.events.AccessCreatedEvent',
    source: 'http://countersign.test',
    subject: 'a1',
    time: '2026-11-02T12:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'http://countersign.test/openapi.json#/components/schemas/AccessCreatedEvent',
    principal: 'user:alice',
    data: { id: 'a1', timestamp: '2026-11-02T12:00:00.000Z' },
  });
  assert.match(created.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('who acts by a key is told by the key', async () => {
  await using world = await openWorld();
  await world.as('analytics-key').put('/api/access/a1', wish('a1'));
  assert.equal((await events(world))[0]!.principal, 'api-key:key-analytics-key');
});

test('teams, data products, their ports and contracts are told as they come, change and go', async () => {
  await using world = await openWorld();
  const by = world.as('organization');
  const product = (ports: string[]) => ({
    dataProductSpecification: '0.0.1',
    id: 'stock',
    info: { title: 'Stock', owner: 'checkout' },
    outputPorts: ports.map((id) => ({ id, name: id })),
  });
  const told = async (noun: string) =>
    (await events(world))
      .map(
        ({ type, subject, data }) => [names([{ type }])[0]!, subject, data['outputPortId'] ?? null] as const,
      )
      .filter(([name]) => name.startsWith(noun));
  await by.put('/api/teams/logistics', { id: 'logistics', name: 'Logistics', type: 'Team' });
  await by.put('/api/dataproducts/stock', product(['table']));
  await by.put('/api/dataproducts/stock', product(['table']));
  await by.put('/api/dataproducts/stock', product([]));
  await by.delete('/api/dataproducts/stock');
  await by.delete('/api/teams/logistics');
  assert.deepEqual(await told('Team'), [
    ['TeamCreated', 'logistics', null],
    ['TeamDeleted', 'logistics', null],
  ]);
  assert.deepEqual(await told('OutputPort'), [
    ['OutputPortCreated', 'stock', 'table'],
    ['OutputPortDeleted', 'stock', 'table'],
  ]);
  assert.deepEqual(await told('DataProduct'), [
    ['DataProductCreated', 'stock', null],
    ['DataProductUpdated', 'stock', null],
    ['DataProductDeleted', 'stock', null],
  ]);
});

test('a provisioning report is told with how far it is, and where', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve');
  await world
    .as('organization')
    .post('/api/access/a1/provisioning/provisioning-started', { platform: 'databricks' });
  await world
    .as('organization')
    .post('/api/access/a1/provisioning/provisioning-failed', { diagnostics: 'no such group' });
  const [started, failed] = (await events(world)).slice(-2);
  assert.deepEqual(names([started!, failed!]), ['AccessProvisioningStarted', 'AccessProvisioningFailed']);
  assert.deepEqual(started!.data, {
    id: 'a1',
    status: 'provisioning',
    platform: 'databricks',
    timestamp: started!.data['timestamp'],
  });
  assert.equal(failed!.data['status'], 'provisioning-failed');
  assert.equal(failed!.data['platform'], 'databricks');
});

test('the prefix of types is a setting', async () => {
  await using world = await openWorld({ eventPrefix: 'com.entropy-data.events.' });
  await world.as('alice').put('/api/access/a1', wish('a1'));
  assert.equal((await events(world))[0]!.type, 'com.entropy-data.events.AccessCreatedEvent');
});

test('a reader goes on in the middle of an entry', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve');
  const all = await events(world);
  for (const [nth, event] of all.entries())
    assert.deepEqual(await events(world, event.id), all.slice(nth + 1), `after event ${nth}`);
});

test('whatever is sent as the last event id, reading does not fail', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const all = await events(world);
  for (const id of [
    '',
    'null',
    'undefined',
    '42',
    '0000001::5f8d',
    'x'.repeat(500),
    'a&lastEventId=b',
    '1ef9ebfe-075d-6f94-b4cc-e1993374c733',
  ])
    assert.deepEqual(await events(world, id), all, id.slice(0, 40));
});

test('an id that is unknown here means five minutes before the time in it', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  world.clock.advance(10 * 60_000);
  await world.as('alice').put('/api/access/a2', wish('a2'));
  world.clock.advance(10 * 60_000);
  await world.as('alice').put('/api/access/a3', wish('a3'));
  const lost = (at: number) => {
    const time = at.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7abc-8def-0123456789ff`;
  };
  const start = Date.UTC(2026, 10, 2, 12);
  const subjects = async (at: number) => [
    ...new Set((await events(world, lost(at))).map((event) => event.subject)),
  ];
  assert.deepEqual(await subjects(start + 4 * 60_000), ['a1', 'a2', 'a3']);
  assert.deepEqual(await subjects(start + 6 * 60_000), ['a2', 'a3']);
  assert.deepEqual(await subjects(start + 60 * 60_000), []);
  assert.deepEqual(await subjects(2 ** 48 - 1), [], 'a year that no database writes');
});

test('existing clients send a JSON content type without a body, and any Accept header', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await sealAll(world.pool);
  for (const accept of [
    '*/*',
    'application/cloudevents-batch+json',
    'application/problem+json',
    'text/html',
    'nonsense',
  ]) {
    const answer = await world.as('organization').get('/api/events?longPolling=false', undefined, { accept });
    assert.equal(answer.status, 200, accept);
    assert.match(answer.headers['content-type']!, /^application\/cloudevents-batch\+json/);
    assert.equal(answer.body.length, 2);
  }
});

test('only a full batch may be kept, and only by an organization key', async () => {
  await using world = await openWorld();
  await teamsBorn(world, 1, 1001);
  const first = await world.as('organization').get('/api/events');
  assert.equal(first.body.length, 1000);
  assert.equal(first.headers['cache-control'], 'private, max-age=31536000, immutable');
  const rest = await world.as('organization').get(`/api/events?lastEventId=${first.body.at(-1).id}`);
  assert.equal(rest.body.length, 1);
  assert.equal(rest.headers['cache-control'], 'private, no-cache');
  const others = await world.as('alice').get('/api/events');
  assert.equal(others.body.length, 1000);
  assert.equal(others.headers['cache-control'], 'private, no-cache');
});

test('what follows a full batch is told as it is when it is asked for', async () => {
  await using world = await openWorld();
  await teamsBorn(world, 1, 1001);
  const subjectsAfter = async (last?: string) => {
    const { body } = await world.as('organization').get(`/api/events?lastEventId=${last ?? ''}`);
    return body as { id: string; subject: string }[];
  };
  const first = await subjectsAfter();
  await teamsBorn(world, 1002, 1003);
  const rest = await subjectsAfter(first.at(-1)!.id);
  assert.deepEqual(
    rest.map(({ subject }) => subject),
    ['t1001', 't1002', 't1003'],
  );
  await teamsBorn(world, 1004, 3500);
  const seen = [...first];
  for (let batch = first; batch.length > 0; seen.push(...batch)) batch = await subjectsAfter(seen.at(-1)!.id);
  assert.deepEqual(
    seen.map(({ subject }) => subject),
    Array.from({ length: 3500 }, (_, nth) => `t${nth + 1}`),
  );
});

/** Entries as they are written when teams are made, `t` and a number each. */
async function teamsBorn({ pool }: World, first: number, last: number): Promise<void> {
  await pool.query(
    `insert into log_inbox (id, at, type, subject, body, digest)
     select id, now(), 'team.created', 't' || n, body, sha256(convert_to(body::text, 'UTF8')) from (
       select n, id, json_build_object('id', id, 'at', now(), 'type', 'team.created', 'subject', 't' || n, 'actor', json_build_object('type', 'system', 'id', 'system'), 'channel', 'system') as body
       from (select n, overlay(gen_random_uuid()::text placing '00' from 35)::uuid as id from generate_series($1::int, $2::int) n) x) y order by n`,
    [first, last],
  );
  await sealAll(pool);
}

test('a timeout that is no number is refused with the field named', async () => {
  await using world = await openWorld();
  for (const timeout of ['soon', '-1', '1.5'])
    assert.equal((await world.as('alice').get(`/api/events?timeout=${timeout}`)).status, 400);
});
