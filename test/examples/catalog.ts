// The second chapter: what there is to ask for, and for whom. Teams, the contract and the product of checkout, an
// application of analytics, resources with their policies, and what other people's connectors leave here.
import { fernlane } from '../fernlane.ts';
import type { Telling } from './telling.ts';

export async function tellOfCatalog(telling: Telling): Promise<void> {
  await organization(telling);
  await teams(telling);
  await published(telling);
  await applications(telling);
  await resources(telling);
  await policies(telling);
  await connectors(telling);
}

async function organization({ tell }: Telling): Promise<void> {
  await tell('Dan says how resources start.', 'dan', 'PUT /api/organization/settings', {
    body: {
      fullName: 'Fernlane',
      supportEmailAddress: 'platform@fernlane.example',
      timeZone: 'Europe/Berlin',
      defaultStrategy: 'Simple',
      defaultDurations: { 'output-port': '90d', api: '365d' },
    },
  });
  await tell('Alice reads the settings.', 'alice', 'GET /api/organization/settings');
  await tell(
    'The command line of Entropy Data asks on connecting.',
    'alice',
    'GET /api/organization/features',
  );
}

async function teams({ tell, meanwhile }: Telling): Promise<void> {
  const path = { id: 'fulfilment' };
  await tell('Dan adds the team of Frank.', 'dan', 'PUT /api/teams/{id}', {
    path,
    body: fernlane('Team', 'fulfilment'),
  });
  await tell('Alice reads who is in it.', 'alice', 'GET /api/teams/{id}', { path });
  await tell('Alice looks for the teams of Carol.', 'alice', 'GET /api/teams', {
    query: { email: 'carol@fernlane.example' },
  });
  const sale = { id: 'spring-sale', name: 'Spring sale', type: 'Team' };
  await meanwhile('dan', 'PUT /api/teams/{id}', { path: { id: sale.id }, body: sale });
  await tell('The sale is over, and its team is gone.', 'dan', 'DELETE /api/teams/{id}', {
    path: { id: sale.id },
  });
}

async function published({ tell, meanwhile }: Telling): Promise<void> {
  const path = { id: 'orders' };
  await tell('Bob publishes what may be done with the orders.', 'bob', 'PUT /api/datacontracts/{id}', {
    path,
    body: fernlane('DataContract', 'orders'),
  });
  await tell('Bob publishes the orders as a data product.', 'bob', 'PUT /api/dataproducts/{id}', {
    path,
    body: fernlane('DataProduct', 'orders'),
  });
  const recommendations = { path: { id: 'recommendations' } };
  await meanwhile('organization', 'PUT /api/dataproducts/{id}', {
    ...recommendations,
    body: fernlane('DataProduct', 'recommendations'),
  });
  for (const [noun, what] of [
    ['datacontracts', 'contract'],
    ['dataproducts', 'product'],
  ] as const) {
    await tell(`Alice reads the ${what}.`, 'alice', `GET /api/${noun}/{id}`, { path });
    await tell(`Alice looks for the ${what}s of checkout about orders.`, 'alice', `GET /api/${noun}`, {
      query: { q: 'orders', teamId: 'checkout' },
    });
    const returns = { path: { id: 'returns' } };
    const body = {
      ...fernlane(noun === 'dataproducts' ? 'DataProduct' : 'DataContract', 'orders'),
      id: 'returns',
    };
    if (noun === 'dataproducts') body.outputPorts = [];
    await meanwhile('bob', `PUT /api/${noun}/{id}`, { ...returns, body });
    await tell(`Bob deletes a ${what} that nobody uses.`, 'bob', `DELETE /api/${noun}/{id}`, returns);
  }
  const yaml = 'GET /api/datacontracts/{id}/datacontract.yaml';
  await tell('The contract’s own tools read it as YAML.', 'pipeline', yaml, { path });
}

async function applications({ tell, meanwhile }: Telling): Promise<void> {
  const path = { id: 'reports' };
  const put = 'PUT /api/applications/{id}';
  await tell('The pipeline of analytics registers its report builder.', 'analytics-key', put, {
    path,
    body: fernlane('Application', 'reports'),
  });
  await tell('Bob reads what it is.', 'bob', 'GET /api/applications/{id}', { path });
  await tell('Bob looks for the applications of analytics.', 'bob', 'GET /api/applications', {
    query: { team: 'analytics' },
  });
  const trial = { path: { id: 'trial' } };
  await meanwhile('dan', put, { ...trial, body: { id: 'trial', team: 'platform', name: 'Trial' } });
  await tell('Dan deletes one that has access to nothing.', 'dan', 'DELETE /api/applications/{id}', trial);
}

async function resources({ tell, meanwhile }: Telling): Promise<void> {
  const path = { id: 'checkout-api' };
  for (const id of ['refund-order', 'order-placed'])
    await meanwhile('bob', 'PUT /api/resources/{id}', { path: { id }, body: fernlane('Resource', id) });
  await tell('Bob lets others ask for the API of checkout.', 'bob', 'PUT /api/resources/{id}', {
    path,
    body: fernlane('Resource', 'checkout-api'),
  });
  await tell('Alice reads what it offers.', 'alice', 'GET /api/resources/{id}', { path });
  await tell('Alice looks for APIs and event types of the shop.', 'alice', 'GET /api/resources', {
    query: { type: 'event', tag: 'shop' },
  });
  await tell('Bob takes the event type away.', 'bob', 'DELETE /api/resources/{id}', {
    path: { id: 'order-placed' },
  });
}

async function policies({ tell, meanwhile }: Telling): Promise<void> {
  const path = { id: 'refund-order' };
  const { resource: _, ...policy } = fernlane('Policy', 'refund-order');
  await tell('Two people decide who gives money back.', 'bob', 'PUT /api/resources/{id}/policy', {
    path,
    body: { ...policy, approvers: { teams: ['checkout'] } },
  });
  await tell(
    'Bob looks what it would mean to let one person decide, before he sets it.',
    'bob',
    'POST /api/resources/{id}/policy/preview',
    { path, body: { ...policy, strategy: 'Simple' } },
  );
  await tell('Alice reads who would decide.', 'alice', 'GET /api/resources/{id}/policy', { path });
  await meanwhile('bob', 'PUT /api/resources/{id}/policy', { path, body: { ...policy, strategy: 'Simple' } });
  const proposal = 'DELETE /api/resources/{id}/policy/proposal';
  await tell('Bob wanted one person to be enough, and thinks better of it.', 'bob', proposal, { path });
}

async function connectors({ tell }: Telling): Promise<void> {
  const path = { id: 'warehouse-sync' };
  await tell(
    'A connector of another maker keeps its place in the feed.',
    'pipeline',
    'PUT /api/connectors/{id}',
    {
      path,
      body: {
        id: 'warehouse-sync',
        info: { type: 'warehouse', description: 'Grants in the warehouse', connectorVersion: '2.3.0' },
        state: { lastEventId: '019a4e2f-5e00-7000-8000-000000000000' },
      },
    },
  );
  await tell('The connector reads where it was.', 'pipeline', 'GET /api/connectors/{id}', { path });
  await tell('Dan looks which connectors there are.', 'dan', 'GET /api/connectors');
  await tell('The connector is switched off.', 'pipeline', 'DELETE /api/connectors/{id}', { path });
}
