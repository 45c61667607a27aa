// What pages show first of a data product, a data contract and an application; what an application has; what a team owns.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyName } from '../cast.ts';
import { resourceInto } from '../cast.ts';
import { openFernlane } from '../fernlane.ts';
import { openWorld, type World } from '../world.ts';

const read = async (world: World, path: string, who: KeyName = 'eve') =>
  (await world.as(who).get(`/api/${path}`)).body;

test('a product is the same in short whatever the format of its document, and its ports are in the catalog', async () => {
  await using world = await openFernlane();
  assert.deepEqual(await read(world, 'dataproducts/orders/about'), {
    id: 'orders',
    name: 'Orders',
    owner: { id: 'checkout', name: 'Checkout' },
    description: 'All orders of the shop, one row per order.',
    status: 'active',
    tags: ['shop', 'orders'],
  });
  const older = await read(world, 'dataproducts/customers/about');
  assert.deepEqual(
    [older.name, older.owner.id, older.tags],
    ['Customers', 'customer-care', ['personal-data']],
  );
  const idsOf = async (query: string) =>
    (await read(world, `catalog?${query}`)).items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await idsOf('dataProductId=orders'), ['orders/orders-latest', 'orders/orders-archive']);
  assert.deepEqual(await idsOf('dataContractId=orders'), ['orders/orders-latest']);
  assert.deepEqual(await idsOf('dataContractId=nothing'), []);
  const { status, body } = await world.as('eve').get('/api/dataproducts/nothing/about');
  assert.deepEqual([status, body.code], [404, 'dataproduct_not_found']);
});

test('a contract says its version and its terms; one without terms says so', async () => {
  await using world = await openFernlane();
  const { version, terms, owner } = await read(world, 'datacontracts/orders/about');
  assert.deepEqual([version, owner.id], ['1.4.0', 'checkout']);
  assert.equal(terms.limitations, 'Not for contacting customers.');
  const silent = {
    apiVersion: 'v3.0.2',
    kind: 'DataContract',
    id: 'silent',
    name: 'Silent',
    version: '1.0.0',
  };
  const sent = { ...silent, status: 'draft', team: { name: 'checkout' } };
  assert.equal((await world.as('bob').put('/api/datacontracts/silent', sent)).status, 200);
  assert.equal((await read(world, 'datacontracts/silent/about')).terms, null);
  const { status, body } = await world.as('eve').get('/api/datacontracts/nothing/about');
  assert.deepEqual([status, body.code], [404, 'datacontract_not_found']);
});

test('an application says what the caller may do about it, and what it has and waits for', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  const reports = { id: 'reports', team: 'checkout', name: 'Report builder', tags: ['weekly'] };
  const put = await world.as('bob').put('/api/applications/reports', reports);
  assert.equal(put.headers['location-html'], 'http://countersign.test/applications/reports');
  const may = async (who: KeyName) => {
    const { edit, delete: remove } = (await read(world, 'applications/reports/about', who)).actions;
    return [edit.code ?? 'allowed', remove.code ?? 'allowed'];
  };
  for (const who of ['bob', 'grace', 'dan', 'checkout-key', 'organization'] as const)
    assert.deepEqual(await may(who), ['allowed', 'allowed'], who);
  assert.deepEqual(await may('carol'), ['not_an_owner', 'not_an_owner']);
  assert.deepEqual(await may('alice-reads'), ['read_only', 'read_only']);

  await world
    .as('organization')
    .put('/api/applications/others', { ...reports, id: 'others', team: 'analytics' });
  const consumer = { applicationId: 'others' };
  for (const [id, resource] of [
    ['runs', 'orders/latest'],
    ['waits', 'payments/ledger'],
  ])
    await world.as('alice').post('/api/access', { id, resource, consumer, purpose: 'Figures of the week' });
  const ofTeam = {
    id: 'of-team',
    resource: 'orders/latest',
    consumer: { teamId: 'analytics' },
    purpose: 'Churn',
  };
  await world.as('alice').post('/api/access', ofTeam);
  await world.as('bob').post('/api/access/runs/approve');
  const shown = async (show: string) =>
    (await read(world, `applications/others/access?show=${show}`)).items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await shown('live'), ['runs']);
  assert.deepEqual(await shown('waiting'), ['waits']);
  assert.deepEqual(await shown('all'), ['waits', 'runs']);
  const first = await read(world, 'applications/others/access?show=all&limit=1');
  const rest = await read(world, `applications/others/access?show=all&limit=1&after=${first.next}`);
  assert.deepEqual([rest.items[0].id, rest.next], ['runs', null]);
  const { actions } = await read(world, 'applications/others/about', 'organization');
  assert.deepEqual(
    [actions.delete.code, actions.delete.reason],
    ['in_use', 'It has an active access. End that first.'],
  );
  assert.equal((await world.as('eve').get('/api/applications/nothing/about')).status, 404);
  assert.equal((await world.as('eve').get('/api/applications/nothing/access')).status, 404);
});

test('a team names its products and then its applications, page by page, and says who may register more', async () => {
  await using world = await openWorld();
  for (const id of ['b', 'a'])
    await world.as('bob').put(`/api/applications/${id}`, { id, team: 'checkout', name: `App ${id}` });
  await world.as('bob').put('/api/applications/gone', { id: 'gone', team: 'checkout', name: 'Gone' });
  await world.as('bob').delete('/api/applications/gone');
  const found = [];
  let next: number | null = 0;
  while (next !== null) {
    const page: { items: { id: string; kind: string }[]; next: number | null } = await read(
      world,
      `teams/checkout/owned?limit=1&after=${next}`,
    );
    found.push(...page.items.map(({ kind, id }) => `${kind} ${id}`));
    next = page.next;
  }
  assert.deepEqual(found, ['data-product orders', 'application b', 'application a']);
  assert.deepEqual(await read(world, 'teams/platform/owned'), { items: [], next: null });
  assert.equal((await world.as('eve').get('/api/teams/nothing/owned')).status, 404);
  const mayRegister = async (who: KeyName) =>
    (await read(world, 'teams/checkout/roster', who)).actions.register.allowed;
  assert.deepEqual([await mayRegister('bob'), await mayRegister('alice')], [true, false]);
});
