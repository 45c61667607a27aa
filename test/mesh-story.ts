// A small mesh, told over the API, for tests that look at it as a graph, whichever way they reach the server.
import assert from 'node:assert/strict';
import type { KeyName } from './cast.ts';
import { applyFernlane, fernlane, type Document } from './fernlane.ts';
import type { Client } from './world.ts';

/**
 * orders (checkout) → recommendations (analytics) → bundles (checkout) → orders: a circle. Beside it Alice for herself,
 * team fulfilment at the event, and a suspended access of the partner desk.
 */
export async function tellMesh(as: (who: KeyName) => Client): Promise<void> {
  await applyFernlane(as('organization'));
  const open = { strategy: 'Auto' };
  for (const resource of ['orders/orders-latest', 'order-placed'])
    await as('bob').put(`/api/resources/${encodeURIComponent(resource)}/policy`, open);
  await as('organization').put('/api/dataproducts/recommendations', withAutoApprove('recommendations'));
  await as('organization').put('/api/dataproducts/bundles', {
    ...withAutoApprove('recommendations'),
    id: 'bundles',
    name: 'Bundles',
    team: { name: 'checkout' },
    inputPorts: [],
  });
  const asks: [KeyName, string, string, object][] = [
    ['alice', 'a1', 'orders/orders-latest', { dataProductId: 'recommendations' }],
    ['bob', 'a2', 'recommendations/recommendations-table', { dataProductId: 'bundles' }],
    ['bob', 'a3', 'bundles/recommendations-table', { dataProductId: 'orders' }],
    ['alice', 'a4', 'orders/orders-latest', { userId: 'alice@fernlane.example' }],
    ['pipeline', 'a5', 'order-placed', { teamId: 'fulfilment' }],
    ['eve', 'a6', 'orders/orders-archive', { teamId: 'partner-desk' }],
    ['eve', 'a7', 'orders/orders-archive', { teamId: 'partner-desk' }],
  ];
  for (const [who, id, resource, consumer] of asks) {
    const answer = await as(who).post('/api/access', { id, resource, purpose: 'Forecasts', consumer });
    assert.equal(answer.status, 201, answer.text);
    assert.equal((await as('dan').get(`/api/access/${id}`)).body.approval.state, 'Granted', id);
  }
  await as('carol').post('/api/access/a6/suspend', { comment: 'Audit' });
  await as('eve').post('/api/access/a7/cancel');
}

function withAutoApprove(id: string): Document {
  const product = fernlane('DataProduct', id);
  product.outputPorts[0].customProperties.push({ property: 'autoApprove', value: true });
  return product;
}
