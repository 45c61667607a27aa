// The chapter about Rover files: checkout exposes its orders and an event, the report builder of analytics subscribes.
import type { Telling } from './telling.ts';

export async function tellOfRover(telling: Telling): Promise<void> {
  const { tell, meanwhile } = telling;
  const provider = { path: { id: 'checkout--order-service' } };
  await specifications(telling);
  await meanwhile('bob', 'PUT /api/rovers/{id}', {
    ...provider,
    body: file('order-service', {
      exposures: [
        {
          type: 'api',
          basePath: '/checkout/orders/v1',
          upstream: 'https://orders.fernlane.example',
          visibility: 'ENTERPRISE',
          approval: 'SIMPLE',
        },
      ],
    }),
  });
  await subscribes(telling);
  await tell(
    'Bob looks what would end without the file.',
    'bob',
    'POST /api/rovers/{id}/plan-deletion',
    provider,
  );
  await tell('Bob takes the file away.', 'bob', 'DELETE /api/rovers/{id}', provider);
  for (const [noun, what, id] of described)
    await tell(`Bob withdraws the description of ${what}.`, 'bob', `DELETE /api/${noun}/{id}`, {
      path: { id },
    });
}

const described = [
  ['apispecifications', 'the API', 'checkout--checkout-orders-v1'],
  ['eventspecifications', 'the event type', 'checkout--fernlane-orders-created-v1'],
] as const;

async function specifications({ tell }: Telling): Promise<void> {
  const [[, , api], [, , event]] = described;
  await tell('Bob describes the API of the orders.', 'bob', 'PUT /api/apispecifications/{id}', {
    path: { id: api },
    body: {
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1.4.0' },
      servers: [{ url: 'https://gateway.fernlane.example/checkout/orders/v1' }],
      paths: {},
      components: {
        securitySchemes: {
          oauth: {
            type: 'oauth2',
            flows: {
              clientCredentials: {
                tokenUrl: 'https://sso.fernlane.example/token',
                scopes: { 'orders:read': 'Reads orders', 'orders:write': 'Places and changes orders' },
              },
            },
          },
        },
      },
    },
  });
  await tell('Bob describes an event type.', 'bob', 'PUT /api/eventspecifications/{id}', {
    path: { id: event },
    body: {
      apiVersion: 'tcp.ei.telekom.de/v1',
      kind: 'EventSpecification',
      metadata: { name: 'fernlane-orders-created-v1' },
      spec: { type: 'fernlane.orders.created.v1', version: '1.0.0', description: 'An order was placed.' },
    },
  });
}

async function subscribes({ tell }: Telling): Promise<void> {
  const path = { id: 'analytics--report-builder' };
  const body = file('report-builder', {
    subscriptions: [
      {
        type: 'api',
        basePath: '/checkout/orders/v1',
        security: { type: 'oauth2', scopes: ['orders:read'] },
        purpose: 'Weekly figures of what is ordered',
      },
    ],
  });
  await tell(
    'A pipeline of analytics looks what its file would do.',
    'analytics-key',
    'POST /api/rovers/{id}/plan',
    { path, body },
  );
  await tell('The pipeline applies the file.', 'analytics-key', 'PUT /api/rovers/{id}', { path, body });
  await tell('Alice reads how far it has come.', 'alice', 'GET /api/rovers/{id}', { path });
  await tell('Alice lists the files of analytics.', 'alice', 'GET /api/rovers', {
    query: { team: 'analytics' },
  });
  await tell('The pipeline asks for more time.', 'analytics-key', 'POST /api/rovers/{id}/renew', { path });
}

function file(name: string, spec: object): Record<string, unknown> {
  return {
    apiVersion: 'tcp.ei.telekom.de/v1',
    kind: 'Rover',
    metadata: { name },
    spec: { zone: 'dataplane1', ...spec },
  };
}
