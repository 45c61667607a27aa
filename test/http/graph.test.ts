// The mesh graph and lineage: agreements as edges, coarse first, and what a data product reads by granted access.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineageAnswer, meshAnswer } from '../../src/adapters/http/wire/mesh-shapes.ts';
import { day } from '../../src/core/time.ts';
import type { Document } from '../fernlane.ts';
import { tellMesh } from '../mesh-story.ts';
import { openWorld, type World } from '../world.ts';

async function openMesh(): Promise<World> {
  const world = await openWorld();
  await tellMesh((who) => world.as(who));
  return world;
}

async function mesh(world: World, query = ''): Promise<{ nodes: string[]; edges: string[]; body: Document }> {
  const { body } = await world.as('eve').get(`/api/graph${query}`);
  assert.ok(body.nodes, JSON.stringify(body));
  assert.doesNotThrow(() => meshAnswer.parse(body));
  const ref = ({ kind, id }: Document) => `${kind} ${id}`;
  return {
    body,
    nodes: body.nodes.map(ref),
    edges: body.edges.map(
      (edge: Document) =>
        `${ref(edge.provider)} → ${ref(edge.consumer)}: ${edge.accessId ?? edge.agreements}${edge.suspended ? ` (${edge.suspended} suspended)` : ''}`,
    ),
  };
}

test('between teams agreements are counted together, and what has ended is no edge', async () => {
  await using world = await openMesh();
  const { nodes, edges, body } = await mesh(world);
  assert.deepEqual(edges.toSorted(), [
    'team analytics → team checkout: 1',
    'team checkout → people people: 1',
    'team checkout → team analytics: 1',
    'team checkout → team checkout: 1',
    'team checkout → team fulfilment: 1',
    'team checkout → team partner-desk: 1 (1 suspended)',
  ]);
  assert.deepEqual(nodes.toSorted(), [
    'people people',
    'team analytics',
    'team checkout',
    'team commerce',
    'team customer-care',
    'team fulfilment',
    'team partner-desk',
    'team platform',
  ]);
  const checkout = body.nodes.find((node: Document) => node.id === 'checkout');
  assert.deepEqual([checkout.parent, checkout.products, body.truncated], ['commerce', 3, false]);
});

test('a team unfolds into what it owns and what it uses', async () => {
  await using world = await openMesh();
  const { nodes, edges } = await mesh(world, '?team=analytics');
  assert.deepEqual(edges.toSorted(), [
    'data-product recommendations → team checkout: 1',
    'team checkout → data-product recommendations: 1',
  ]);
  assert.deepEqual(nodes.toSorted(), [
    'application reports',
    'data-product recommendations',
    'team analytics',
    'team checkout',
  ]);
  const checkout = await mesh(world, '?team=checkout');
  assert.ok(checkout.edges.includes('event order-placed → team fulfilment: 1'));
  assert.ok(checkout.nodes.includes('data-product payments'), 'what nobody uses is shown as well');
  assert.equal((await world.as('eve').get('/api/graph?team=nobody')).body.code, 'team_not_found');
});

test('a product unfolds into its agreements', async () => {
  await using world = await openMesh();
  const { nodes, edges } = await mesh(world, '?product=orders');
  assert.deepEqual(edges.toSorted(), [
    'data-product bundles → data-product orders: a3',
    'data-product orders → data-product recommendations: a1',
    'data-product orders → person alice: a4',
    'data-product orders → team partner-desk: a6 (1 suspended)',
  ]);
  assert.deepEqual(nodes.toSorted(), [
    'data-product bundles',
    'data-product orders',
    'data-product recommendations',
    'person alice',
    'team analytics',
    'team checkout',
    'team partner-desk',
  ]);
  assert.equal((await world.as('eve').get('/api/graph?product=nothing')).body.code, 'dataproduct_not_found');
});

test('an application is a node with its name, among what its team owns and beside what it uses', async () => {
  await using world = await openMesh();
  const consumer = { applicationId: 'reports' };
  await world
    .as('alice')
    .post('/api/access', { id: 'a8', resource: 'orders/orders-archive', purpose: 'Figures', consumer });
  const reports = { kind: 'application', id: 'reports', name: 'Report builder', team: 'analytics' };
  for (const query of ['?team=analytics', '?product=orders']) {
    const { body } = await mesh(world, query);
    assert.deepEqual(
      body.nodes.filter(({ kind }: Document) => kind === 'application'),
      [reports],
      query,
    );
  }
  assert.ok((await mesh(world, '?team=analytics')).edges.includes('team checkout → application reports: 1'));
  assert.ok(
    (await mesh(world, '?product=orders')).edges.includes('data-product orders → application reports: a8'),
  );
  assert.ok((await mesh(world)).edges.includes('team checkout → team analytics: 2'));
  const near = await mesh(world, '/neighbourhood?of=application:reports');
  assert.deepEqual(near.edges, ['data-product orders → application reports: a8']);
  assert.deepEqual(near.nodes.toSorted(), [
    'application reports',
    'data-product orders',
    'team analytics',
    'team checkout',
  ]);
});

test('an agreement whose period is over is no edge, even before a sweeper has seen it', async () => {
  await using world = await openMesh();
  const before = (await mesh(world, '?product=orders')).edges.length;
  const end = new Date(world.clock.now() + 2 * day).toISOString().slice(0, 10);
  await world.as('alice').put('/api/access/a1', {
    ...(await world.as('alice').get('/api/access/a1')).body,
    info: { purpose: 'Forecasts', endDate: end },
  });
  world.clock.advance(4 * day);
  assert.equal((await mesh(world, '?product=orders')).edges.length, before - 1);
  assert.equal((await mesh(world)).edges.includes('team checkout → team analytics: 1'), false);
});

test('what waits is an edge where somebody asks for it, and each state can be looked at alone', async () => {
  await using world = await openMesh();
  const asked = await world.as('eve').post('/api/access', {
    id: 'asked',
    resource: 'orders/orders-latest',
    purpose: 'Partners',
    consumer: { teamId: 'partner-desk' },
  });
  assert.equal(asked.body.approval.state, 'Granted', 'the policy of openMesh lets everybody in');
  await world.as('bob').put('/api/resources/orders%2Forders-latest/policy', { strategy: 'Simple' });
  const waits = await world.as('alice').post('/api/access', {
    id: 'waits',
    resource: 'orders/orders-latest',
    purpose: 'Weekly revenue',
    consumer: { teamId: 'analytics' },
  });
  assert.equal(waits.body.approval.state, 'Pending');
  const edge = (body: Document, consumer: string) =>
    body.edges.find((one: Document) => one.provider.id === 'checkout' && one.consumer.id === consumer);
  const counts = ({ agreements, suspended, waiting }: Document) => ({ agreements, suspended, waiting });
  assert.deepEqual(counts(edge((await mesh(world)).body, 'analytics')), {
    agreements: 1,
    suspended: 0,
    waiting: 0,
  });
  const all = (await mesh(world, '?state=granted&state=suspended&state=waiting')).body;
  assert.deepEqual(counts(edge(all, 'analytics')), { agreements: 2, suspended: 0, waiting: 1 });
  assert.deepEqual(counts(edge(all, 'partner-desk')), { agreements: 2, suspended: 1, waiting: 0 });
  assert.deepEqual((await mesh(world, '?state=waiting')).edges, ['team checkout → team analytics: 1']);
  assert.deepEqual((await mesh(world, '?state=suspended')).edges, [
    'team checkout → team partner-desk: 1 (1 suspended)',
  ]);
  assert.deepEqual((await mesh(world, '?product=orders&state=waiting')).edges, [
    'data-product orders → team analytics: waits',
  ]);
  assert.equal((await world.as('eve').get('/api/graph?state=over')).status, 400);
});

test('teams that are unfolded together meet product by product', async () => {
  await using world = await openMesh();
  const { nodes, edges } = await mesh(world, '?team=analytics&team=checkout');
  assert.deepEqual(edges.toSorted(), [
    'data-product bundles → data-product orders: 1',
    'data-product orders → data-product recommendations: 1',
    'data-product orders → people people: 1',
    'data-product orders → team partner-desk: 1 (1 suspended)',
    'data-product recommendations → data-product bundles: 1',
    'event order-placed → team fulfilment: 1',
  ]);
  assert.ok(nodes.includes('data-product payments') && nodes.includes('team partner-desk'));
  assert.deepEqual(
    (await mesh(world, '?team=analytics&team=gone')).nodes,
    (await mesh(world, '?team=analytics')).nodes,
  );
});

test('what is near something is found step by step, in each direction', async () => {
  await using world = await openMesh();
  const near = (query: string) => mesh(world, `/neighbourhood?${query}`);
  assert.deepEqual((await near('of=team:analytics')).edges.toSorted(), [
    'team analytics → team checkout: a2',
    'team checkout → team analytics: a1',
  ]);
  assert.deepEqual((await near('of=team:analytics&way=upstream')).edges, [
    'team checkout → team analytics: a1',
  ]);
  assert.ok((await near('of=team:analytics&steps=2')).edges.includes('team checkout → team fulfilment: a5'));
  assert.deepEqual((await near('of=data-product:orders&way=upstream')).edges, [
    'data-product bundles → data-product orders: a3',
  ]);
  assert.deepEqual((await near('of=data-product:orders&way=upstream&steps=2')).edges.toSorted(), [
    'data-product bundles → data-product orders: a3',
    'data-product recommendations → data-product bundles: a2',
  ]);
  const event = await near('of=event:order-placed');
  assert.deepEqual(event.edges, ['event order-placed → team fulfilment: a5']);
  assert.deepEqual(event.nodes.toSorted(), ['event order-placed', 'team checkout', 'team fulfilment']);
  const lonely = await near('of=data-product:payments');
  assert.deepEqual([lonely.nodes, lonely.edges], [['team checkout', 'data-product payments'], []]);
  for (const [of, code] of [
    ['team:nobody', 'team_not_found'],
    ['data-product:nothing', 'dataproduct_not_found'],
    ['api:order-placed', 'resource_not_found'],
    ['application:till', 'application_not_found'],
    ['person:alice', 'invalid_field'],
  ])
    assert.equal((await world.as('eve').get(`/api/graph/neighbourhood?of=${of}`)).body.code, code, of);
});

test('a picture of more than fits says so, and its edges do not claim to be one agreement', async () => {
  await using world = await openMesh();
  const { body, nodes } = await mesh(world, '/neighbourhood?of=data-product:orders&limit=4');
  assert.equal(body.truncated, true);
  assert.ok(nodes.length <= 4 && nodes.includes('data-product orders'));
  assert.ok(body.edges.every((edge: Document) => edge.accessId === undefined));
  assert.equal((await mesh(world, '/neighbourhood?of=data-product:orders')).body.truncated, false);
});

test('the agreements behind an edge come in pages', async () => {
  await using world = await openMesh();
  const behind = async (query: string) => {
    const { body } = await world.as('eve').get(`/api/graph/agreements?${query}`);
    return { ids: body.items?.map(({ id }: Document) => id), next: body.next };
  };
  assert.deepEqual(await behind('provider=team:checkout&consumer=team:analytics'), {
    ids: ['a1'],
    next: null,
  });
  assert.deepEqual(await behind('provider=team:checkout&consumer=people:people'), {
    ids: ['a4'],
    next: null,
  });
  assert.deepEqual((await behind('provider=data-product:orders&consumer=data-product:recommendations')).ids, [
    'a1',
  ]);
  assert.deepEqual((await behind('provider=data-product:orders&consumer=person:alice')).ids, ['a4']);
  assert.deepEqual((await behind('provider=event:order-placed&consumer=team:fulfilment')).ids, ['a5']);
  assert.deepEqual((await behind('provider=team:checkout&consumer=team:analytics&own=without')).ids, []);
  assert.deepEqual((await behind('provider=team:checkout&consumer=team:partner-desk&state=granted')).ids, []);
  for (const id of ['b1', 'b2', 'b3'])
    await world.as('pipeline').post('/api/access', {
      id,
      resource: id === 'b2' ? 'orders/orders-latest' : 'order-placed',
      purpose: 'Parcels',
      consumer: { teamId: 'fulfilment' },
    });
  const all: string[] = [];
  let after = '';
  do {
    const page = await behind(`provider=team:checkout&consumer=team:fulfilment&limit=1${after}`);
    all.push(...page.ids);
    after = page.next === null ? '' : `&after=${page.next}`;
  } while (after !== '');
  assert.deepEqual(all.toSorted(), ['a5', 'b1', 'b2', 'b3']);
  assert.equal(
    (await world.as('eve').get('/api/graph/agreements?provider=checkout&consumer=team:x')).status,
    400,
  );
});

test('lineage follows granted access in both directions and ends in a circle', async () => {
  await using world = await openMesh();
  const { body } = await world.as('eve').get('/api/lineage/recommendations');
  assert.doesNotThrow(() => lineageAnswer.parse(body));
  const steps = (edges: Document[]) =>
    edges.map((edge) => `${edge.distance}: ${edge.provider} → ${edge.consumer} by ${edge.accessId}`);
  assert.deepEqual(steps(body.upstream), [
    '1: orders → recommendations by a1',
    '2: bundles → orders by a3',
    '3: recommendations → bundles by a2',
  ]);
  assert.deepEqual(steps(body.downstream), [
    '1: recommendations → bundles by a2',
    '2: bundles → orders by a3',
    '3: orders → recommendations by a1',
  ]);
  const distances = body.products.map((product: Document) => [product.id, product.distance]);
  assert.deepEqual(distances, [
    ['recommendations', 0],
    ['orders', -1],
    ['bundles', 1],
  ]);
  const near = (await world.as('eve').get('/api/lineage/recommendations?depth=1')).body;
  assert.deepEqual([near.upstream.length, near.downstream.length], [1, 1]);
  assert.equal((await world.as('eve').get('/api/lineage/nothing')).body.code, 'dataproduct_not_found');
  assert.equal((await world.as('eve').get('/api/lineage/orders?depth=0')).status, 400);
});

test('input ports follow from granted access, beside those that the document declares', async () => {
  await using world = await openMesh();
  const { inputPorts } = (await world.as('eve').get('/api/lineage/recommendations')).body;
  assert.deepEqual(inputPorts, [
    {
      origin: 'access',
      id: 'orders/orders-latest',
      accessId: 'a1',
      dataProductId: 'orders',
      outputPortId: 'orders-latest',
      suspended: false,
      dataContractId: 'orders',
    },
    { origin: 'document', id: 'orders', name: 'orders', dataContractId: 'orders' },
  ]);
  await world.as('alice').post('/api/access/a1/cancel');
  const after = (await world.as('eve').get('/api/lineage/recommendations')).body.inputPorts;
  assert.deepEqual(
    after.map((port: Document) => port.origin),
    ['document'],
  );
});
