// The terms of a contract: shown before asking, accepted by their hash, kept with the request and in the evidence, and not
// changed by whatever the contract says later.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fernlane, openFernlane } from '../fernlane.ts';
import type { World } from '../world.ts';

const port = 'orders/orders-latest';
const address = encodeURIComponent(port);

const current = async (world: World) =>
  (await world.as('alice').get(`/api/resources/${address}/terms`)).body.current;

const ask = (world: World, id: string, more: object = {}) =>
  world.as('alice').post('/api/access', {
    id,
    resource: port,
    purpose: 'Recommend what goes together',
    consumer: { teamId: 'analytics' },
    ...more,
  });

async function tighten(world: World): Promise<void> {
  const contract = fernlane('DataContract', 'orders');
  contract.description.limitations = 'Not for contacting customers, nor for prices.';
  assert.equal((await world.as('organization').put('/api/datacontracts/orders', contract)).status, 200);
}

test('Alice reads the terms, accepts them, and they stay what she accepted', async () => {
  await using world = await openFernlane();
  const read = await current(world);
  assert.equal(read.terms.limitations, 'Not for contacting customers.');
  assert.deepEqual(read.contract, { id: 'orders', name: 'Orders', version: '1.4.0' });
  const asked = await ask(world, 'a1', { acceptedTerms: read.hash });
  assert.equal(asked.status, 201, asked.text);
  const agreed = { hash: read.hash, accepted: true };
  assert.deepEqual(asked.body.approval.request.contractTerms, agreed);

  await tighten(world);
  const { approval } = (await world.as('bob').get('/api/access/a1')).body;
  assert.deepEqual(approval.request.contractTerms, agreed);
  const kept = (await world.as('bob').get(`/api/terms/${read.hash}`)).body;
  assert.equal(kept.terms.limitations, 'Not for contacting customers.');
  assert.notEqual((await current(world)).hash, read.hash);

  await world.seal();
  const { evidence } = (await world.as('ivy').get('/api/access/a1/evidence')).body;
  assert.equal(evidence.contractTerms[0].body.limitations, 'Not for contacting customers.');
  assert.match(evidence.log[0].body, new RegExp(read.hash), 'the log names them, under its hash');
});

test('whoever accepts what has changed meanwhile is told so, and nothing is filed', async () => {
  await using world = await openFernlane();
  const { hash } = await current(world);
  await tighten(world);
  const preview = (
    await world.as('alice').post('/api/access/preview', { resource: port, acceptedTerms: hash })
  ).body;
  assert.deepEqual([preview.outcome, preview.problem.code], ['refused', 'contract_terms_changed']);
  const late = await ask(world, 'a1', { acceptedTerms: hash });
  assert.deepEqual([late.status, late.body.code], [409, 'contract_terms_changed']);
  assert.equal((await world.as('alice').get('/api/access/a1')).status, 404);
  assert.equal((await ask(world, 'a1', { acceptedTerms: (await current(world)).hash })).status, 201);
});

test('clients that know nothing of terms ask as ever, and it is seen that they accepted none', async () => {
  await using world = await openFernlane();
  await world.as('alice').put('/api/access/a1', {
    info: { purpose: 'churn' },
    provider: { dataProductId: 'orders', outputPortId: 'orders-latest' },
    consumer: { teamId: 'analytics' },
  });
  const { contractTerms } = (await world.as('bob').get('/api/access/a1')).body.approval.request;
  assert.deepEqual(contractTerms, { hash: (await current(world)).hash, accepted: false });
});

test('a change of tables keeps the terms, a renewal has the terms of its day', async () => {
  await using world = await openFernlane();
  const before = await current(world);
  const contract = fernlane('DataContract', 'orders');
  contract.version = '1.5.0';
  contract.schema.pop();
  await world.as('organization').put('/api/datacontracts/orders', contract);
  const after = await current(world);
  assert.deepEqual([after.hash, after.contract.version], [before.hash, '1.5.0']);

  await ask(world, 'a1', { acceptedTerms: before.hash, duration: '30d' });
  await world.as('bob').post('/api/access/a1/approve');
  await tighten(world);
  const renew = (acceptedTerms: string) =>
    world.as('alice').post('/api/access/a1/renew', { duration: '90d', acceptedTerms });
  assert.equal((await renew(before.hash)).body.code, 'contract_terms_changed');
  const { hash } = await current(world);
  assert.deepEqual((await renew(hash)).body.approval.request.contractTerms, { hash, accepted: true });
});

test('where there is no contract there is nothing to accept', async () => {
  await using world = await openFernlane();
  assert.equal((await world.as('alice').get('/api/resources/checkout-api/terms')).body.current, null);
  assert.equal((await world.as('alice').get('/api/resources/nothing/terms')).body.code, 'resource_not_found');
  assert.equal((await world.as('alice').get('/api/terms/nothing')).body.code, 'contract_terms_not_found');
  const refused = await world
    .as('alice')
    .post('/api/access', { resource: 'checkout-api', purpose: 'Why not', acceptedTerms: 'made up' });
  assert.equal(refused.body.code, 'contract_terms_changed');
});
