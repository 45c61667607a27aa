// Data contracts over HTTP: documents and their YAML, and what a contract means for the ports that name it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fernlane, openFernlane, type Document } from '../fernlane.ts';
import { typesOf } from '../log-entries.ts';
import { openWorld, type World } from '../world.ts';

const put = (world: World, contract: Document, who: Parameters<World['as']>[0] = 'organization') =>
  world.as(who).put(`/api/datacontracts/${contract.id}`, contract);
const port = async (world: World) =>
  (await world.as('eve').get('/api/resources/orders%2Forders-latest')).body;

test('ODCS and DCS are given back as they were published, as JSON and as YAML at both addresses', async () => {
  await using world = await openFernlane();
  for (const id of ['orders', 'customers']) {
    const sent = { ...fernlane('DataContract', id), unknown: { kept: ['1.5', true, null] } };
    const answer = await put(world, sent);
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.equal(answer.headers['location-html'], `http://countersign.test/datacontracts/${id}`);
    assert.equal((await world.as('eve').get(`/api/datacontracts/${id}`)).text, JSON.stringify(sent));
    for (const address of [`${id}/datacontract.yaml`, `${id}.yaml`]) {
      const { status, text, headers } = await world.as('eve').get(`/api/datacontracts/${address}`);
      assert.deepEqual([status, headers['content-type']], [200, 'application/yaml']);
      assert.deepEqual(parse(text), sent);
    }
  }
});

test('a contract whose id ends like a file is itself before it is a file', async () => {
  await using world = await openFernlane();
  await put(world, { ...fernlane('DataContract', 'shipments'), id: 'odd.yaml' });
  assert.equal((await world.as('eve').get('/api/datacontracts/odd.yaml')).body.id, 'odd.yaml');
  assert.match(
    (await world.as('eve').get('/api/datacontracts/odd.yaml.yaml')).text,
    /^id: odd\.yaml|\nid: odd\.yaml/,
  );
  for (const missing of ['nothing', 'nothing.yaml', 'nothing/datacontract.yaml']) {
    const { status, body } = await world.as('eve').get(`/api/datacontracts/${missing}`);
    assert.deepEqual(
      [status, body.code, body.detail],
      [404, 'datacontract_not_found', 'There is no data contract "nothing".'],
    );
  }
});

test('the owner team has to exist, wherever the contract names it', async () => {
  await using world = await openWorld();
  const { team: _, ...plain } = fernlane('DataContract', 'orders');
  const dcs = fernlane('DataContract', 'customers');
  const cases: [Document, string][] = [
    [{ ...plain, team: { name: 'nobody' } }, 'team.name'],
    [{ ...plain, customProperties: [{ property: 'owner', value: 'nobody' }] }, 'customProperties[0].value'],
    [{ ...plain, domain: 'nobody' }, 'domain'],
    [{ ...dcs, info: { ...dcs.info, owner: 'nobody' } }, 'info.owner'],
  ];
  for (const [contract, field] of cases) {
    const { status, body } = await put(world, contract);
    assert.deepEqual([status, body.code, body.violations[0].field], [422, 'reference_unknown', field]);
  }
  assert.equal((await put(world, { ...plain, domain: 'checkout' })).status, 200);
  assert.deepEqual(await typesOf(world), ['datacontract.created']);
});

test('ports that name a contract offer its roles from then on, also when it comes after them', async () => {
  await using world = await openWorld();
  const [organization, contract] = [world.as('organization'), fernlane('DataContract', 'orders')];
  await organization.put('/api/dataproducts/orders', fernlane('DataProduct', 'orders'));
  const early = await port(world);
  assert.deepEqual(
    [early.offers, early.dataContractId, early.dataContractVersion],
    [[], 'orders', undefined],
  );
  await put(world, contract);
  assert.deepEqual((await port(world)).offers, ['reader', 'corrector']);
  assert.equal((await port(world)).dataContractVersion, '1.4.0');
  await put(world, { ...contract, version: '2.0.0', roles: [{ role: 'analyst', access: 'read' }] }, 'bob');
  assert.deepEqual(
    [(await port(world)).offers, (await port(world)).dataContractVersion],
    [['analyst'], '2.0.0'],
  );
  assert.deepEqual(await typesOf(world, 'orders/orders-latest'), [
    'outputport.created',
    'policy.changed',
    'outputport.updated',
    'outputport.updated',
  ]);
});

test('a contract and a port that names it, published at the same moment, do not miss each other', async () => {
  await using world = await openWorld();
  for (let round = 0; round < 10; round++) {
    const product = fernlane('DataProduct', 'orders');
    product.outputPorts[0].contractId = `contract${round}`;
    await Promise.all([
      world.as('organization').put('/api/dataproducts/orders', product),
      put(world, { ...fernlane('DataContract', 'orders'), id: `contract${round}` }),
    ]);
    assert.deepEqual((await port(world)).offers, ['reader', 'corrector'], `round ${round}`);
  }
});

test('the tables of a contract reach the target only from somebody who may open them there', async () => {
  await using world = await openFernlane();
  const settings = { host: 'db.fernlane.example', database: 'shop', user: 'countersign' };
  await world.as('dan').put('/api/targets/shop', { connector: 'postgresql', settings });
  await world.as('organization').put('/api/dataproducts/orders', fernlane('DataProduct', 'orders'));
  const contract = fernlane('DataContract', 'orders');
  const wider = { ...contract, schema: [...contract.schema, { name: 'returns', physicalType: 'table' }] };
  await put(world, wider, 'bob');
  assert.deepEqual((await port(world)).target.binding.tables, ['orders', 'order_items']);
  assert.deepEqual((await port(world)).targetWanted.binding.tables, ['orders', 'order_items', 'returns']);
  await world.as('dan').put('/api/resources/orders%2Forders-latest', { target: { followsDocument: true } });
  assert.deepEqual((await port(world)).target.binding.tables, ['orders', 'order_items', 'returns']);
  assert.equal((await port(world)).targetWanted, undefined);
});

test('owners and the team key publish; nobody deletes a contract that a port names', async () => {
  await using world = await openFernlane();
  const contract = fernlane('DataContract', 'orders');
  let nth = 0;
  const codeFor = async (who: Parameters<World['as']>[0]) => {
    const { status, body } = await put(world, { ...contract, version: `${nth++}` }, who);
    return body?.code ?? status;
  };
  for (const who of ['bob', 'grace', 'checkout-key', 'dan'] as const) assert.equal(await codeFor(who), 200);
  for (const who of ['carol', 'alice', 'analytics-key'] as const)
    assert.equal(await codeFor(who), 'not_an_owner');
  const refused = await world.as('bob').delete('/api/datacontracts/orders');
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.detail],
    [422, 'in_use', 'Output ports are published under it: orders/orders-latest.'],
  );
  const product = fernlane('DataProduct', 'orders');
  delete product.outputPorts[0].contractId;
  await world.as('bob').put('/api/dataproducts/orders', product);
  assert.equal((await world.as('alice').delete('/api/datacontracts/orders')).body.code, 'not_an_owner');
  assert.equal((await world.as('bob').delete('/api/datacontracts/orders')).status, 200);
  assert.equal((await world.as('bob').get('/api/datacontracts/orders')).status, 404);
  assert.equal((await world.as('bob').delete('/api/datacontracts/orders')).status, 404);
});

test('the same contract twice logs nothing, and what is wrong with one is said field by field', async () => {
  await using world = await openFernlane();
  const contract = fernlane('DataContract', 'orders');
  const before = (await typesOf(world)).length;
  await put(world, contract);
  assert.equal((await typesOf(world)).length, before);
  const fieldsOf = async (wrong: Document) =>
    (await put(world, wrong)).body.violations.map((one: Document) => one.field);
  assert.deepEqual(await fieldsOf({ ...contract, apiVersion: 'v2.2.0' }), ['apiVersion']);
  assert.deepEqual(await fieldsOf({ ...contract, roles: [{ access: 'read' }] }), ['roles[0].role']);
  assert.deepEqual(await fieldsOf({ id: 'orders' }), ['kind']);
});

test('contracts are listed with the same filters as products', async () => {
  await using world = await openFernlane();
  const idsFor = async (query: string) =>
    (await world.as('alice').get(`/api/datacontracts?${query}`)).body.map((one: Document) => one.id);
  assert.deepEqual(await idsFor(''), ['orders', 'payments', 'shipments', 'customers']);
  assert.deepEqual(await idsFor('owner=checkout&sort=name'), ['orders', 'payments']);
  assert.deepEqual(await idsFor('teamId=fulfilment&teamId=customer-care'), ['shipments', 'customers']);
  assert.deepEqual(await idsFor('domain=commerce&tag=finance'), ['payments']);
  assert.deepEqual(await idsFor('q=parcels'), ['shipments']);
});
