// The third chapter: Alice asks, Bob and Carol own and approve. What is asked, decided, stopped and given back, and what
// a connector reports about it from its target.
import type { Telling } from './telling.ts';

const one = '/api/access/{id}';
const orders = { path: { id: 'orders-for-recommendations' } };
const refunds = { path: { id: 'refunds-by-alice' } };
const api = { path: { id: 'incident-4711' } };
/** Without it the answer is empty, as the clients of the Entropy API expect. */
const shown = { prefer: 'return=representation' };

export async function tellOfAccess(telling: Telling): Promise<void> {
  await askAndDecide(telling);
  await report(telling);
  await stopAndEnd(telling);
  await takeOver(telling);
}

async function askAndDecide({ tell, meanwhile }: Telling): Promise<void> {
  await tell('Alice asks for the orders, for a data product of her team.', 'alice', `PUT ${one}`, {
    ...orders,
    body: {
      info: { purpose: 'Recommend what goes with what was bought', endDate: '2026-12-31' },
      provider: { dataProductId: 'orders', outputPortId: 'orders-latest' },
      consumer: { dataProductId: 'recommendations' },
      roles: ['reader'],
      links: { ticket: 'https://tickets.fernlane.example/4702' },
    },
  });
  await tell('Alice asks for the API, for herself and eight hours.', 'alice', 'POST /api/access', {
    body: {
      id: api.path.id,
      resource: 'checkout-api',
      purpose: 'Find out why baskets are left behind',
      roles: ['orders:read'],
      duration: '8h',
    },
  });
  const inbox = await tell('Bob looks what waits for him, the longest first.', 'bob', 'GET /api/inbox', {
    query: { limit: 1 },
  });
  const seen = inbox.body.items[0].approval.request.fingerprint;
  await tell('Bob allows it, for shorter than asked.', 'bob', `POST ${one}/approve`, {
    ...orders,
    headers: shown,
    body: { comment: 'Until the next review', seen, terms: { until: '2026-11-30T23:00:00Z' } },
  });
  await tell('Alice sees what was granted, and what she may do next.', 'alice', `GET ${one}`, {
    ...orders,
    query: { include: 'context' },
  });
  await tell('Carol denies the other one.', 'carol', `POST ${one}/reject`, {
    ...api,
    headers: shown,
    body: { comment: 'The same is in the orders; ask for those.' },
  });
  await meanwhile('alice', 'POST /api/access', {
    body: { id: refunds.path.id, resource: 'refund-order', purpose: 'A customer was charged twice' },
  });
  await meanwhile('bob', `POST ${one}/approve`, refunds);
  await tell('Bob allowed first, and takes it back before Carol has decided.', 'bob', `POST ${one}/retract`, {
    ...refunds,
    body: { comment: 'The payment provider did it already' },
  });
  await tell('Alice does not need it any more.', 'alice', `POST ${one}/withdraw`, {
    ...refunds,
    body: { comment: 'Done by the payment provider' },
  });
}

async function report({ tell }: Telling): Promise<void> {
  const target = { platform: 'warehouse', executor: 'warehouse-sync 2.3.0' };
  const steps = `${one}/provisioning`;
  await tell(
    'A connector begins to grant in the warehouse.',
    'pipeline',
    `POST ${steps}/provisioning-started`,
    {
      ...orders,
      body: target,
    },
  );
  await tell('The warehouse did not answer.', 'pipeline', `POST ${steps}/provisioning-failed`, {
    ...orders,
    body: { diagnostics: 'connection refused', note: 'Tried again in a minute' },
  });
  await tell('The next try works.', 'pipeline', `POST ${steps}/provisioning-succeeded`, {
    ...orders,
    body: { reference: 'role recommendations_reader', links: { run: 'https://ci.fernlane.example/runs/81' } },
  });
  await tell('Alice sees how far it is.', 'alice', `GET ${steps}`, orders);
  await tell('The connector begins to take it away.', 'pipeline', `POST ${steps}/deprovisioning-started`, {
    ...orders,
    body: target,
  });
  await tell('Somebody holds a lock there.', 'pipeline', `POST ${steps}/deprovisioning-failed`, {
    ...orders,
    body: { diagnostics: 'lock timeout' },
  });
  await tell('It is gone from the warehouse.', 'pipeline', `POST ${steps}/deprovisioning-succeeded`, {
    ...orders,
    body: { note: 'Dropped the role' },
  });
  await tell('A connector that reconciles says the whole of it.', 'pipeline', `PUT ${steps}`, {
    ...orders,
    body: { ...target, status: 'provisioned', provisionedAt: '2026-11-02T11:59:30Z' },
  });
}

async function stopAndEnd({ tell }: Telling): Promise<void> {
  await tell('Carol stops the access for now.', 'carol', `POST ${one}/suspend`, {
    ...orders,
    body: { comment: 'Rows of test customers got in' },
  });
  await tell('Bob lets it run again.', 'bob', `POST ${one}/resume`, {
    ...orders,
    body: { comment: 'They are out' },
  });
  await tell('Alice asks for more time.', 'alice', `POST ${one}/renew`, {
    ...orders,
    body: { duration: '90d' },
  });
  await tell('Alice lists what her team has and asks for.', 'alice', 'GET /api/access', {
    query: { consumerTeamId: 'analytics', resource: 'orders/orders-latest' },
  });
  await tell('Ivy reads everything that happened to it.', 'ivy', `GET ${one}/history`, {
    ...orders,
    query: { limit: 3 },
  });
  await tell('Alice gives it back at the end of a day.', 'alice', `POST ${one}/cancel`, {
    ...orders,
    body: { endDate: '2026-11-20', comment: 'The model is retired' },
  });
  await tell('Alice tidies up what was denied.', 'alice', `DELETE ${one}`, api);
}

async function takeOver({ tell }: Telling): Promise<void> {
  const agreement = {
    id: 'old-4000',
    info: { purpose: 'Answer resellers', status: 'approved', active: true, startDate: '2026-01-01' },
    provider: { dataProductId: 'orders', outputPortId: 'orders-latest' },
    consumer: { teamId: 'partner-desk' },
  };
  const lost = { ...agreement, id: 'old-4001', consumer: { teamId: 'dissolved' } };
  await tell(
    'Dan takes over agreements; one names a team that is no more.',
    'dan',
    'POST /api/import/accesses',
    {
      query: { origin: 'entropy-data' },
      body: [agreement, lost],
    },
  );
}
