// Data products over HTTP: documents in both formats, their output ports as resources, who may publish what, and what
// happens to agreements when a product changes hands or goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/core/time.ts';
import type { KeyName } from '../cast.ts';
import { fernlane, openFernlane, type Document } from '../fernlane.ts';
import { logged, typesOf } from '../log-entries.ts';
import { tally } from '../tally.ts';
import { openWorld, type World } from '../world.ts';

/** The document with one port fact set, as ODPS says it. */
function withFact(product: Document, port: string, property: string, value: unknown): Document {
  const copy = structuredClone(product);
  const chosen = copy.outputPorts.find((one: Document) => one.id === port);
  const others = (chosen.customProperties ?? []).filter((one: Document) => one.property !== property);
  chosen.customProperties = value === undefined ? others : [...others, { property, value }];
  return copy;
}

const put = (world: World, who: KeyName, product: Document) =>
  world.as(who).put(`/api/dataproducts/${product.id}`, product);
const resource = async (world: World, id: string) =>
  (await world.as('alice').get(`/api/resources/${encodeURIComponent(id)}`)).body;
const policy = async (world: World, id: string) =>
  (await world.as('alice').get(`/api/resources/${encodeURIComponent(id)}/policy`)).body;
/** Alice asks: the pipeline that opened a port is never let in by that itself. */
const ask = (world: World, id: string, provider: string, consumer: object) =>
  world.as('alice').put(`/api/access/${id}`, {
    info: { purpose: 'Forecasts' },
    provider: { dataProductId: provider.split('/')[0], outputPortId: provider.split('/')[1] },
    consumer,
  });

test('ODPS and DPS are given back exactly as they were published', async () => {
  await using world = await openFernlane();
  for (const id of ['orders', 'customers']) {
    const sent = { ...fernlane('DataProduct', id), unknown: { kept: [null, 1.5, 'ä'] } };
    const answer = await put(world, 'organization', sent);
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.equal(answer.headers['location-html'], `http://countersign.test/dataproducts/${id}`);
    const { text } = await world.as('eve').get(`/api/dataproducts/${id}`);
    assert.equal(text, JSON.stringify(sent), 'even the order of fields');
  }
});

test('output ports become resources with the roles of their contract and the default policy', async () => {
  await using world = await openFernlane();
  const port = await resource(world, 'orders/orders-latest');
  assert.deepEqual(
    [port.type, port.owner, port.offers, port.dataContractVersion, port.strategy],
    ['output-port', 'checkout', ['reader', 'corrector'], '1.4.0', 'Simple'],
  );
  assert.deepEqual((await resource(world, 'customers/customers-profiles')).offers, ['care']);
  const archive = await policy(world, 'orders/orders-archive');
  assert.deepEqual([archive.strategy, archive.followsDocument], ['Auto', true]);
  assert.deepEqual(archive.strategySetBy, { type: 'organization-key', id: 'key-organization' });
  assert.equal((await policy(world, 'recommendations/recommendations-table')).strategySetBy, null);
});

test('the same document twice asks nothing and logs nothing', async () => {
  await using world = await openFernlane();
  const before = await logged(world);
  const etag = (await world.as('bob').get('/api/dataproducts/orders')).headers['etag'];
  for (const who of ['organization', 'bob', 'checkout-key', 'dan'] as const)
    assert.equal((await put(world, who, fernlane('DataProduct', 'orders'))).status, 200);
  assert.equal((await logged(world)).length, before.length);
  assert.equal((await world.as('bob').get('/api/dataproducts/orders')).headers['etag'], etag);
});

test('a port that vanishes is gone, and one that comes back has not shaken off its policy', async () => {
  await using world = await openFernlane();
  const orders = fernlane('DataProduct', 'orders');
  await world.as('bob').put('/api/resources/orders%2Forders-archive/policy', { strategy: 'FourEyes' });
  const { version } = await policy(world, 'orders/orders-archive');
  await put(world, 'bob', { ...orders, outputPorts: orders.outputPorts.slice(0, 1) });
  assert.equal((await world.as('bob').get('/api/resources/orders/orders-archive')).status, 404);
  assert.equal((await world.as('bob').get('/api/resources/orders/orders-archive/policy')).status, 404);
  assert.deepEqual((await typesOf(world, 'orders/orders-archive')).slice(-2), [
    'outputport.deleted',
    'resource.gone',
  ]);
  await put(world, 'bob', orders);
  const back = await policy(world, 'orders/orders-archive');
  assert.deepEqual([back.strategy, back.followsDocument], ['FourEyes', false]);
  assert.ok(
    back.version > version + 1,
    'decisions under way have to look again, when it goes and when it comes',
  );
});

test('a policy set by hand is never overwritten by a document', async () => {
  await using world = await openFernlane();
  const archive = '/api/resources/orders%2Forders-archive/policy';
  const orders = fernlane('DataProduct', 'orders');
  await world.as('bob').put(archive, { strategy: 'Simple', trusted: ['analytics'] });
  await put(world, 'organization', withFact(orders, 'orders-archive', 'autoApprove', false));
  await put(world, 'organization', orders);
  const kept = await policy(world, 'orders/orders-archive');
  assert.deepEqual([kept.strategy, kept.trusted], ['Simple', ['analytics']]);
});

test('until then the strategy follows the document, and who published it is who set it', async () => {
  await using world = await openFernlane();
  const orders = fernlane('DataProduct', 'orders');
  const strategyAfter = async (who: KeyName, autoApprove: unknown) => {
    const answer = await put(world, who, withFact(orders, 'orders-archive', 'autoApprove', autoApprove));
    assert.equal(answer.status, 200, answer.text);
    const { strategy, strategySetBy } = await policy(world, 'orders/orders-archive');
    return [strategy, strategySetBy.id, strategySetBy.team];
  };
  assert.deepEqual(await strategyAfter('bob', false), ['Simple', 'bob', undefined]);
  assert.deepEqual(
    await strategyAfter('checkout-key', undefined),
    ['Simple', 'bob', undefined],
    'absent says the same',
  );
  assert.deepEqual(await strategyAfter('checkout-key', true), ['Auto', 'key-checkout-key', 'checkout']);
  const changed = (await logged(world, 'orders/orders-archive')).filter(
    (entry) => entry.type === 'policy.changed',
  );
  assert.deepEqual(
    changed.map((entry) => [entry.body.before?.strategy, entry.body.after.strategy]),
    [
      [undefined, 'Auto'],
      ['Auto', 'Simple'],
      ['Simple', 'Auto'],
    ],
  );
  await world.as('bob').put('/api/resources/orders%2Forders-archive/policy', { strategy: 'Simple' });
  await world.as('bob').put('/api/resources/orders%2Forders-archive/policy', {});
  const again = await policy(world, 'orders/orders-archive');
  assert.deepEqual(
    [again.strategy, again.followsDocument],
    ['Auto', true],
    'a policy that names none follows again',
  );
});

test('where the organization wants four eyes, a document alone does not open a port', async () => {
  await using world = await openFernlane();
  await world.as('dan').put('/api/organization/settings', { defaultStrategy: 'FourEyes' });
  const shipments = fernlane('DataProduct', 'shipments');
  const quiet = withFact(shipments, 'shipments-daily', 'autoApprove', undefined);
  assert.equal(
    (await policy(world, 'shipments/shipments-daily')).strategy,
    'Auto',
    'what exists stays as it is',
  );
  await put(world, 'organization', quiet);
  assert.equal((await policy(world, 'shipments/shipments-daily')).strategy, 'FourEyes');
  assert.equal((await put(world, 'grace', shipments)).status, 200);
  const now = await policy(world, 'shipments/shipments-daily');
  assert.equal(now.strategy, 'FourEyes');
  assert.deepEqual(now.proposal.loosens, ['strategy']);
  assert.equal(now.proposal.by.id, 'grace');
  assert.ok((await typesOf(world, 'shipments/shipments-daily')).includes('policy.proposed'));
});

test('owners and the team key publish; who runs the installation as well, but not how access is decided', async () => {
  await using world = await openFernlane();
  const orders = fernlane('DataProduct', 'orders');
  let nth = 0;
  const codeFor = async (who: KeyName, product: Document = orders) => {
    const { status, body } = await put(world, who, { ...product, version: `${nth++}` });
    return body?.code ?? status;
  };
  for (const who of ['bob', 'grace', 'checkout-key', 'organization', 'dan'] as const)
    assert.equal(await codeFor(who), 200);
  for (const who of ['carol', 'alice', 'eve', 'analytics-key'] as const)
    assert.equal(await codeFor(who), 'not_an_owner');
  assert.equal(await codeFor('ivy'), 'auditor_reads_only');

  const opened = withFact(orders, 'orders-latest', 'autoApprove', true);
  assert.equal(await codeFor('bob', opened), 200, 'orders-latest has a policy of its own');
  const closed = await put(world, 'dan', withFact(opened, 'orders-archive', 'autoApprove', false));
  assert.deepEqual(
    [closed.status, closed.body.code, closed.body.violations[0].field],
    [403, 'not_an_owner', 'outputPorts[1].autoApprove'],
  );
  const fresh = { ...orders, id: 'returns', name: 'Returns' };
  const refused = await put(world, 'dan', fresh);
  assert.deepEqual([refused.status, refused.body.violations[0].field], [403, 'outputPorts[1].autoApprove']);
  assert.equal(
    (await world.as('dan').get('/api/dataproducts/returns')).status,
    404,
    'nothing of it was kept',
  );
  assert.equal(
    (await put(world, 'dan', withFact(fresh, 'orders-archive', 'autoApprove', undefined))).status,
    200,
  );
});

test('where organization keys decide nothing they do not open ports either', async () => {
  await using world = await openFernlane();
  await world.as('dan').put('/api/organization/settings', { organizationKeysDecide: false });
  const orders = fernlane('DataProduct', 'orders');
  const answer = await put(world, 'organization', withFact(orders, 'orders-archive', 'autoApprove', false));
  assert.equal(answer.body.code, 'keys_do_not_decide');
  assert.equal((await put(world, 'organization', { ...orders, version: '3' })).status, 200);
});

test('the owner team has to exist, and the field that names it is named', async () => {
  await using world = await openWorld();
  const refusal = async (product: Document) => {
    const { status, body } = await put(world, 'organization', product);
    return [status, body.code, body.violations[0].field];
  };
  const odps = { ...fernlane('DataProduct', 'orders'), team: { name: 'nobody' } };
  const dps = fernlane('DataProduct', 'customers');
  dps.info.owner = 'nobody';
  assert.deepEqual(await refusal(odps), [422, 'reference_unknown', 'team.name']);
  assert.deepEqual(await refusal(dps), [422, 'reference_unknown', 'info.owner']);
});

test('a product that changes hands takes its ports and its own agreements with it', async () => {
  await using world = await openFernlane();
  await ask(world, 'reads-orders', 'orders/orders-archive', { dataProductId: 'recommendations' });
  const moved = { ...fernlane('DataProduct', 'recommendations'), team: { name: 'customer-care' } };
  const before = await policy(world, 'recommendations/recommendations-table');
  const version = (await world.as('dan').get('/api/access/reads-orders')).body.approval.version;
  const judy = (await world.pool.query(`select id from person where email = 'judy@fernlane.example'`)).rows[0]
    .id;
  await world.pool.query(`update api_key set person_id = $1 where id = 'key-carol'`, [judy]);
  assert.equal((await put(world, 'carol', moved)).body.code, 'not_an_owner', 'giving away takes both teams');
  assert.equal((await put(world, 'organization', moved)).status, 200);
  assert.equal((await resource(world, 'recommendations/recommendations-table')).owner, 'customer-care');
  assert.ok((await policy(world, 'recommendations/recommendations-table')).version > before.version);
  const access = (await world.as('dan').get('/api/access/reads-orders')).body;
  assert.equal(access.consumer.teamId, 'customer-care');
  assert.equal(access.approval.version, version + 1);
  const entry = (await logged(world, 'recommendations')).at(-1)!;
  assert.deepEqual(
    [entry.body.before, entry.body.after],
    [{ owner: 'analytics' }, { owner: 'customer-care' }],
  );
});

test('a product that comes back in other hands is not renewed by those who had it', async () => {
  await using world = await openFernlane();
  const recommendations = fernlane('DataProduct', 'recommendations');
  await ask(world, 'a1', 'orders/orders-archive', { dataProductId: 'recommendations' });
  await world.as('alice').post('/api/access/a1/cancel');
  assert.equal((await world.as('organization').delete('/api/dataproducts/recommendations')).status, 200);
  await put(world, 'organization', { ...recommendations, team: { name: 'customer-care' } });
  const renewed = await world.as('alice').post('/api/access/a1/renew', { duration: '3d' });
  assert.equal(renewed.body.code, 'not_your_side');
});

test('a product is not deleted while an active access leads to it or from it', async () => {
  await using world = await openFernlane();
  await ask(world, 'a1', 'orders/orders-archive', { dataProductId: 'recommendations' });
  const codeOf = async (id: string, who: KeyName = 'organization') => {
    const { status, body } = await world.as(who).delete(`/api/dataproducts/${id}`);
    return body?.code ?? status;
  };
  assert.equal(await codeOf('orders'), 'in_use');
  assert.equal(await codeOf('recommendations'), 'in_use');
  assert.equal(await codeOf('orders', 'alice'), 'not_an_owner');
  assert.equal(await codeOf('nothing'), 'dataproduct_not_found');
  await world.as('alice').post('/api/access/a1/cancel');
  assert.equal(await codeOf('recommendations'), 200);
  assert.equal((await world.as('dan').get('/api/dataproducts/recommendations')).status, 404);
  assert.equal(await codeOf('recommendations'), 'dataproduct_not_found');
  assert.deepEqual((await typesOf(world)).slice(-3), [
    'outputport.deleted',
    'resource.gone',
    'dataproduct.deleted',
  ]);
});

test('an access whose period is over stands in nobody’s way, even before a sweeper has seen it', async () => {
  await using world = await openFernlane();
  const end = new Date(world.clock.now() + 3 * day).toISOString().slice(0, 10);
  await world.as('alice').put('/api/access/a1', {
    info: { purpose: 'Forecasts', endDate: end },
    provider: { dataProductId: 'orders', outputPortId: 'orders-archive' },
    consumer: { teamId: 'analytics' },
  });
  assert.equal((await world.as('organization').delete('/api/dataproducts/orders')).body.code, 'in_use');
  world.clock.advance(5 * day);
  assert.equal((await world.as('organization').delete('/api/dataproducts/orders')).status, 200);
});

test('lists are filtered by words, teams, domains, archetype, status and tags, and sorted by name', async () => {
  await using world = await openFernlane();
  const idsFor = async (query: string) => {
    const { status, body } = await world.as('alice').get(`/api/dataproducts?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.map((product: Document) => product.id);
  };
  assert.deepEqual(await idsFor(''), ['orders', 'payments', 'shipments', 'customers', 'recommendations']);
  assert.deepEqual(await idsFor('sort=name'), [
    'customers',
    'orders',
    'payments',
    'recommendations',
    'shipments',
  ]);
  assert.deepEqual(await idsFor('q=ORD'), ['orders']);
  assert.deepEqual(await idsFor('q=every%20parc'), ['shipments']);
  assert.deepEqual(await idsFor(`q=${encodeURIComponent(`'; drop <-> | & "`)}`), []);
  assert.deepEqual(await idsFor('teamId=checkout&teamId=analytics'), [
    'orders',
    'payments',
    'recommendations',
  ]);
  assert.deepEqual(await idsFor('domainId=commerce'), ['orders', 'payments', 'shipments']);
  assert.deepEqual(await idsFor('domainId=service&domainId=insight'), ['customers', 'recommendations']);
  assert.deepEqual(
    await idsFor('domainId=analytics'),
    ['recommendations'],
    'the owner team and those above count as well',
  );
  assert.deepEqual(await idsFor('archetype=consumer-aligned'), ['recommendations']);
  assert.deepEqual(await idsFor('status=active&tag=finance'), ['payments']);
  assert.deepEqual(await idsFor('tag=shop&tag=orders'), ['orders']);
  assert.deepEqual(await idsFor('status=retired'), []);
  assert.equal((await world.as('alice').get('/api/dataproducts?sort=height')).status, 400);
});

test('pages by name are read by key and miss nothing', async () => {
  await using world = await openWorld();
  await world.pool.query(`insert into data_product (id, format, owner_team, name, document)
    select 'p' || n, 'odps', 'checkout', 'Name ' || (n * 7919 % 1300 / 3), json_build_object('id', 'p' || n) from generate_series(1, 1300) n`);
  const first = await world.as('alice').get('/api/dataproducts?sort=name');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers['link']!)![1]!;
  const second = await world.as('alice').get(next);
  const byNumber = await world.as('alice').get('/api/dataproducts?sort=name&p=1');
  assert.equal(second.text, byNumber.text);
  const ids = [...first.body, ...second.body].map((product: Document) => product.id);
  assert.deepEqual([ids.length, new Set(ids).size], [1301, 1301]);
  assert.equal(second.headers['link'], undefined);
});

test('a port is bound to the target that its documents mean, by those who may open it there', async () => {
  await using world = await openFernlane();
  const settings = { host: 'db.fernlane.example', database: 'shop', user: 'countersign' };
  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings });
  const orders = fernlane('DataProduct', 'orders');
  const bound = {
    id: 'shop',
    binding: { schema: 'orders', tables: ['orders', 'order_items'], levels: ['read', 'read-write'] },
  };

  await put(world, 'bob', orders);
  const wanted = await resource(world, 'orders/orders-latest');
  assert.equal(wanted.target, undefined, 'an owner of the port has no rights over the target');
  assert.deepEqual([wanted.targetWanted.id, wanted.targetWanted.binding], [bound.id, bound.binding]);

  await put(world, 'organization', orders);
  const confirmed = await resource(world, 'orders/orders-latest');
  assert.deepEqual(confirmed.target, { ...bound, followsDocument: true });
  assert.equal(confirmed.targetWanted, undefined);

  const elsewhere = withFact(orders, 'orders-latest', 'server', {
    type: 'postgresql',
    database: 'shop',
    schema: 'payments',
  });
  assert.equal((await put(world, 'bob', elsewhere)).status, 200);
  const still = await resource(world, 'orders/orders-latest');
  assert.equal(
    still.target.binding.schema,
    'orders',
    'what lies in another schema is not opened by its neighbour',
  );
  assert.equal(still.targetWanted.binding.schema, 'payments');

  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings, owner: 'commerce' });
  await put(world, 'grace', elsewhere);
  assert.equal((await resource(world, 'orders/orders-latest')).target.binding.schema, 'payments');
  assert.deepEqual(
    (await logged(world, 'orders/orders-latest'))
      .filter((entry) => entry.type === 'resource.bound')
      .map((entry) => entry.body.after.binding.schema),
    ['orders', 'payments'],
  );
});

test('what is wrong with a product is said place by place and changes nothing', async () => {
  await using world = await openWorld();
  const orders = fernlane('DataProduct', 'orders');
  const fieldsOf = async (product: unknown) => {
    const answer = await world.as('organization').put('/api/dataproducts/fresh', product);
    assert.equal(answer.status, 400, answer.text);
    return answer.body.violations.map((violation: { field: string }) => violation.field);
  };
  const port = (id: string) => ({ id, name: id });
  assert.deepEqual(await fieldsOf({ ...orders }), ['id']);
  assert.deepEqual(await fieldsOf({ ...orders, id: 'fresh', team: {} }), ['team.name']);
  assert.deepEqual(await fieldsOf({ ...orders, id: 'fresh', outputPorts: [port('a'), port('a'), {}] }), [
    'outputPorts[1].id',
    'outputPorts[2].name',
  ]);
  const many = Array.from({ length: 1001 }, (_, nth) => port(`p${nth}`));
  assert.deepEqual(await fieldsOf({ ...orders, id: 'fresh', outputPorts: many }), ['outputPorts']);
  assert.deepEqual(await fieldsOf({ id: 'fresh' }), ['kind']);
  assert.deepEqual(await typesOf(world), []);
});

test('a writer who names the version it has seen overwrites nobody', async () => {
  await using world = await openFernlane();
  const orders = fernlane('DataProduct', 'orders');
  const etag = (await world.as('bob').get('/api/dataproducts/orders')).headers['etag']!;
  const write = (version: string, seen: string) =>
    world.as('bob').put('/api/dataproducts/orders', { ...orders, version }, { 'if-match': seen });
  assert.equal((await write('7', etag)).status, 200);
  assert.deepEqual(
    [(await write('8', etag)).status, (await write('8', etag)).body.code],
    [412, 'version_mismatch'],
  );
  assert.equal((await write('8', '*')).status, 200);
  assert.equal(
    (await world.as('bob').put('/api/dataproducts/fresh', { ...orders, id: 'fresh' }, { 'if-match': '"1"' }))
      .status,
    412,
  );
});

test('many ports are published in one go, and the same product by many at once comes into being once', async () => {
  await using world = await openWorld();
  const outputPorts = Array.from({ length: 100 }, (_, nth) => ({ id: `port${nth}`, name: `port${nth}` }));
  const product = { ...fernlane('DataProduct', 'orders'), id: 'wide', outputPorts };
  const answers = await Promise.all(Array.from({ length: 5 }, () => put(world, 'organization', product)));
  assert.deepEqual(tally(answers.map((answer) => answer.status)), { 200: 5 });
  const types = tally(await typesOf(world));
  assert.deepEqual(types, { 'dataproduct.created': 1, 'outputport.created': 100, 'policy.changed': 100 });
});
