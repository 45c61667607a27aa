// The chapter of the check: programs that stand before data and APIs ask who may.
import type { Telling } from './telling.ts';

const subject = { type: 'person', id: 'alice@fernlane.example' };
const resource = { type: 'action', id: 'refund-order' };
const asks = 'organization-reads';

export async function tellOfCheck({ tell, meanwhile, world }: Telling): Promise<void> {
  await meanwhile('alice', 'POST /api/access', {
    body: { id: 'refunds-again', resource: resource.id, purpose: 'A customer was charged twice, again' },
  });
  await meanwhile('dan', 'PUT /api/applications/{id}', {
    path: { id: 'shop-window' },
    body: { id: 'shop-window', team: 'analytics', name: 'Shop window' },
  });
  await meanwhile('alice', 'POST /api/access', {
    body: {
      id: 'window-orders',
      resource: 'checkout-api',
      purpose: 'Show what sells',
      consumer: { applicationId: 'shop-window' },
      roles: ['orders:read'],
    },
  });
  await meanwhile('bob', 'POST /api/access/{id}/approve', { path: { id: 'window-orders' } });
  for (const voice of ['bob', 'carol'] as const)
    await meanwhile(voice, 'POST /api/access/{id}/approve', { path: { id: 'refunds-again' } });
  await world.seal();
  const action = { name: 'access' };
  await tell('The till asks whether Alice may give money back.', asks, 'POST /access/v1/evaluation', {
    body: { subject, action, resource },
  });
  await tell('It asks for Alice and for Eve at once.', asks, 'POST /access/v1/evaluations', {
    body: {
      action,
      resource,
      evaluations: [{ subject }, { subject: { type: 'person', id: 'eve@fernlane.example' } }],
    },
  });
  await tell('Who may give money back?', asks, 'POST /access/v1/search/subject', {
    body: { subject: { type: 'person' }, action, resource, page: { limit: 10 } },
  });
  await tell('Which actions may Alice run?', asks, 'POST /access/v1/search/resource', {
    body: { subject, action, resource: { type: 'action' } },
  });
  await tell('What may Alice do with it?', asks, 'POST /access/v1/search/action', {
    body: { subject, resource },
  });
  await tell('nginx asks whether the shop window may read orders.', asks, 'GET /gateway/nginx', {
    headers: {
      'x-client-name': 'shop-window',
      'x-original-method': 'GET',
      'x-original-uri': '/checkout/orders/4711',
      'x-countersign-resource': 'checkout-api',
      'x-countersign-action': 'orders:read',
    },
  });
  await tell('A gateway learns where it may ask.', 'nobody', 'GET /.well-known/authzen-configuration');
}
