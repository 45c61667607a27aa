// What existing clients of the Entropy API trip over, one test each, in the order in which their behaviour was written
// down, and every answer held against a spelling of that API of its own (test/contracts/entropy-api.ts).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agrees } from '../contracts/entropy-api.ts';
import { tokenOf } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const forAnalytics = {
  info: { purpose: 'Plan the week' },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
};
const dps = (id: string) => ({
  dataProductSpecification: '0.0.1',
  id,
  info: { title: id, owner: 'checkout' },
  outputPorts: [{ id: 'daily', name: 'daily', unknownField: { kept: [1, 2] } }],
});
const odps = (id: string) => ({
  apiVersion: 'v1.0.0',
  kind: 'DataProduct',
  id,
  name: id,
  status: 'active',
  team: { name: 'checkout' },
  outputPorts: [
    {
      name: 'daily',
      version: '1',
      contractId: 'none',
      customProperties: [{ property: 'autoApprove', value: true }],
    },
  ],
});

/** As the Python and Java clients send it: JSON content type even without a body. */
const raw = (
  world: World,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  headers: Record<string, string> = {},
  payload?: string,
) =>
  world.server.inject({
    method,
    url,
    headers: { 'x-api-key': tokenOf('organization'), 'content-type': 'application/json', ...headers },
    ...(payload !== undefined && { payload }),
  });

test('trap 1: an empty body with a JSON content type is no body', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  assert.equal(
    (await raw(world, 'POST', '/api/access/a1/approve', { 'content-length': '0' })).statusCode,
    200,
  );
  assert.equal((await raw(world, 'GET', '/api/access/a1')).statusCode, 200);
});

test('trap 2: no Accept header is answered with 406, and the feed is a cloudevents batch', async () => {
  await using world = await openWorld();
  for (const accept of ['application/cloudevents-batch+json', 'application/problem+json', 'text/html', '*/*'])
    assert.equal((await raw(world, 'GET', '/api/teams', { accept })).statusCode, 200);
  await world.as('alice').put('/api/access/a1', forAnalytics);
  assert.equal(
    (await raw(world, 'POST', '/api/access/a1/approve', { accept: 'application/problem+json' })).statusCode,
    200,
  );
  const feed = await raw(world, 'GET', '/api/events', { accept: 'application/json' });
  assert.match(String(feed.headers['content-type']), /application\/cloudevents-batch\+json/);
});

test('traps 3 and 4: writes answer 200 with nothing in it and say where the page is', async () => {
  await using world = await openWorld();
  for (const [url, body] of [
    ['/api/teams/fulfilment', { id: 'fulfilment', name: 'Fulfilment', type: 'team' }],
    ['/api/dataproducts/shipments', dps('shipments')],
    ['/api/access/a1', forAnalytics],
  ] as const) {
    const answer = await world.as('organization').put(url, body);
    assert.deepEqual([answer.status, answer.text], [200, ''], url);
    assert.ok(URL.canParse(answer.headers['location-html']!), url);
  }
  for (const act of ['reject', 'approve', 'cancel'] as const) {
    const answer = await world.as('checkout-key').post(`/api/access/a1/${act}`);
    assert.deepEqual([answer.status, answer.text], [200, ''], act);
  }
  const deleted = await world.as('organization').delete('/api/access/a1');
  assert.deepEqual([deleted.status, deleted.text], [200, '']);
});

test('trap 5: a bad key is 403 as a problem', async () => {
  await using world = await openWorld();
  const answer = await raw(world, 'GET', '/api/teams?p=0', { 'x-api-key': 'ed_live_wrong' });
  assert.equal(answer.statusCode, 403);
  agrees('problem', answer.json());
});

test('traps 6 and 16: lists are plain arrays; p=0 and no p are the same, a negative p is refused', async () => {
  await using world = await openWorld();
  for (const list of ['teams', 'dataproducts', 'datacontracts', 'access', 'connectors']) {
    const first = await world.as('organization').get(`/api/${list}`);
    assert.ok(Array.isArray(first.body), list);
    if (list === 'connectors') continue;
    assert.deepEqual((await world.as('organization').get(`/api/${list}?p=0`)).body, first.body, list);
    assert.equal((await world.as('organization').get(`/api/${list}?p=-1`)).status, 400, list);
  }
});

test('trap 7: ids such as URNs work encoded and as they are', async () => {
  await using world = await openWorld();
  const id = 'urn:dataproduct:checkout:shipments';
  assert.equal((await world.as('organization').put(`/api/dataproducts/${id}`, dps(id))).status, 200);
  for (const path of [id, encodeURIComponent(id)])
    assert.equal((await world.as('organization').get(`/api/dataproducts/${path}`)).body.id, id);
});

test('traps 8 to 11: dates are days, words are known ones, nothing is null, teams are filled in', async () => {
  await using world = await openWorld();
  const organization = world.as('organization');
  await organization.put('/api/dataproducts/shipments', {
    ...dps('shipments'),
    info: { title: 'Shipments', owner: 'analytics' },
  });
  const consumers = [
    { teamId: 'analytics' },
    { userId: 'alice@fernlane.example' },
    { dataProductId: 'shipments', teamId: 'unknown', userId: 'unknown' },
  ];
  for (const [nth, consumer] of consumers.entries()) {
    await organization.put(`/api/access/a${nth}`, {
      ...forAnalytics,
      consumer,
      info: { purpose: 'x', startDate: '2026-01-01', endDate: '2027-01-01' },
    });
    await world.as('checkout-key').post(`/api/access/a${nth}/${nth === 1 ? 'reject' : 'approve'}`);
  }
  const { body } = await organization.get('/api/access');
  for (const access of body) {
    agrees('access', access);
    assert.equal(access.provider.teamId, 'checkout');
    assert.doesNotMatch(JSON.stringify({ ...access, approval: undefined }), /null/);
  }
  assert.deepEqual(body[2].consumer, { dataProductId: 'shipments', teamId: 'analytics' });
});

test('trap 12: a connector’s state is kept as it was sent', async () => {
  await using world = await openWorld();
  const connector = {
    id: 'c1',
    info: { type: 'databricks' },
    state: { lastEventId: 'x', deep: { list: [1, 'two', { three: true }] } },
  };
  assert.equal((await world.as('organization').get('/api/connectors/c1')).status, 404);
  await world.as('organization').put('/api/connectors/c1', connector);
  const { body } = await world.as('organization').get('/api/connectors/c1');
  agrees('connector', body);
  assert.deepEqual(body.state, connector.state);
  await world.as('organization').put('/api/connectors/c2', { id: 'c2', info: { type: 'x' } });
  assert.ok(!('state' in (await world.as('organization').get('/api/connectors/c2')).body), 'never null');
});

test('trap 13: a contract is YAML at exactly that address', async () => {
  await using world = await openWorld();
  const contract = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: 'shipments',
    version: '1.0.0',
    status: 'active',
    team: { name: 'checkout' },
  };
  await world.as('organization').put('/api/datacontracts/shipments', contract);
  for (const url of ['/api/datacontracts/shipments/datacontract.yaml', '/api/datacontracts/shipments.yaml']) {
    const { status, headers, text } = await world.as('organization').get(url);
    assert.deepEqual([status, /application\/yaml/.test(headers['content-type']!)], [200, true], url);
    assert.match(text, /kind: DataContract/);
  }
});

test('trap 14: an unknown lastEventId does not fail, and the ids of events are UUIDs', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', forAnalytics);
  await world.as('bob').post('/api/access/a1/approve');
  await world.seal();
  const { body } = await world.as('organization').get('/api/events');
  assert.ok(body.length >= 5);
  for (const event of body) agrees('event', event);
  for (const unknown of [
    'null',
    '',
    'nonsense',
    '00000000-0000-7000-8000-000000000000',
    '01ffffff-ffff-7fff-bfff-ffffffffffff',
  ])
    assert.equal(
      (await world.as('organization').get(`/api/events?lastEventId=${unknown}&longPolling=false`)).status,
      200,
      unknown,
    );
  assert.deepEqual(
    (await world.as('organization').get(`/api/events?lastEventId=${body.at(-1).id}`)).body,
    [],
  );
  assert.deepEqual(
    (await world.as('organization').get(`/api/events?lastEventId=${body[1].id}`)).body,
    body.slice(2),
  );
});

test('trap 15: fields that nobody knows are kept or ignored, never refused', async () => {
  await using world = await openWorld();
  const organization = world.as('organization');
  const more = { nobodyKnows: { this: ['field', 1, null, true] } };
  assert.equal(
    (
      await organization.put('/api/access/a1', {
        ...forAnalytics,
        ...more,
        info: { ...forAnalytics.info, ...more },
      })
    ).status,
    200,
  );
  assert.equal((await world.as('checkout-key').post('/api/access/a1/approve', more)).status, 200);
  assert.equal(
    (await organization.put('/api/dataproducts/shipments', { ...dps('shipments'), ...more })).status,
    200,
  );
  assert.deepEqual(
    (await organization.get('/api/dataproducts/shipments')).body.nobodyKnows,
    more.nobodyKnows,
  );
  assert.equal(
    (await organization.put('/api/teams/t1', { id: 't1', name: 'T1', type: 'Team', ...more })).status,
    200,
  );
});

test('trap 17: the key in x-api-key and the same key as Bearer token', async () => {
  await using world = await openWorld();
  const bearer = await world.server.inject({
    url: '/api/teams',
    headers: { authorization: `Bearer ${tokenOf('organization')}` },
  });
  assert.equal(bearer.statusCode, 200);
});

test('trap 18: a product is given back in the format in which it was stored', async () => {
  await using world = await openWorld();
  for (const document of [dps('old-format'), odps('new-format')]) {
    await world.as('organization').put(`/api/dataproducts/${document.id}`, document);
    const { text } = await world.as('organization').get(`/api/dataproducts/${document.id}`);
    assert.equal(text, JSON.stringify(document));
  }
});

test('trap 19: the same content twice is 200 and no second event', async () => {
  await using world = await openWorld();
  const twice = async (url: string, body: unknown) => {
    await world.as('organization').put(url, body);
    await world.seal();
    const before = (await world.as('organization').get('/api/events')).body.length;
    assert.equal((await world.as('organization').put(url, body)).status, 200);
    await world.seal();
    assert.equal((await world.as('organization').get('/api/events')).body.length, before, url);
  };
  await twice('/api/teams/fulfilment', {
    id: 'fulfilment',
    name: 'Fulfilment',
    type: 'Team',
    members: [{ emailAddress: 'frank@fernlane.example', role: 'Owner' }],
  });
  await twice('/api/dataproducts/shipments', dps('shipments'));
  await twice('/api/access/a1', forAnalytics);
});

test('what else is answered agrees with that API', async () => {
  await using world = await openWorld();
  const organization = world.as('organization');
  for (const team of (await organization.get('/api/teams')).body) agrees('team', team);
  agrees('settings', (await organization.get('/api/organization/settings')).body);
  await world.as('alice').put('/api/access/a1', forAnalytics);
  await world.as('bob').post('/api/access/a1/approve');
  agrees('provisioning', (await organization.post('/api/access/a1/provisioning/provisioning-started')).body);
  const done = await organization.post('/api/access/a1/provisioning/provisioning-succeeded', {
    platform: 'databricks',
    reference: 'access-a1',
  });
  agrees('provisioning', done.body);
  agrees('access', (await organization.get('/api/access/a1')).body);
  agrees('problem', (await organization.get('/api/access/nothing')).body);
});
