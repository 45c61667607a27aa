// Five weeks at Fernlane, told through the API so that every page has something true to show: requests that were granted,
// refused, forgotten and withdrawn; access that ran out, was suspended, ends soon or could not be opened; two pairs of
// eyes, one of them still missing; a policy that two owners have to loosen; and a way in that somebody made by hand.
import { until, type LongAgo } from './long-ago.ts';

export async function tellStory(demo: LongAgo, say: (line: string) => void): Promise<void> {
  const does = deeds(demo);
  const chapters = { 'four weeks ago': begin, 'two weeks ago': goOn, 'the last days': wait };
  for (const [name, tell] of Object.entries(chapters)) {
    await tell(demo, does);
    say(`Told: ${name}`);
  }
  demo.today();
  await until('the counters of the insights', async () => {
    const { waiting } = await demo.call('dan', 'GET', '/api/insights');
    return waiting.total >= 6;
  });
}

type Deeds = ReturnType<typeof deeds>;

async function begin({ on, call }: LongAgo, { ask, approve, reject, isOpen }: Deeds): Promise<void> {
  // The demo makes a key for whoever comes in for the first time; that is no news of today.
  for (const person of ['dan', 'grace', 'heidi', 'ivy', 'alice']) await call(person, 'GET', '/api/me');
  on(26, '09:12');
  await ask(
    'bob',
    'suggestions',
    'recommendations/recommendations-table',
    me('bob'),
    'See what is recommended with an order',
    '30d',
  );
  on(26, '16:40');
  await approve('judy', 'suggestions');
  await isOpen('suggestions');
  on(25, '10:05');
  await ask(
    'eve',
    'reseller-figures',
    'orders/orders-archive',
    team('partner-desk'),
    'Figures of last year for resellers',
    '365d',
  );
  on(24, '08:30');
  await ask('oscar', 'complaints', orders, me('oscar'), 'Answer complaints faster', '90d');
  on(23, '09:20');
  await ask(
    'alice',
    'weekly-revenue',
    orders,
    me('alice'),
    'Weekly revenue by article, for the Monday meeting',
    '30d',
    ['reader'],
  );
  on(23, '11:47');
  await approve('bob', 'weekly-revenue', 'Totals only, please. Names of customers stay out.');
  await isOpen('weekly-revenue');
  on(22, '15:02');
  await reject('carol', 'complaints', 'The checkout API answers that per order; ask for it there.');
  on(20, '09:00');
  await ask(
    'frank',
    'lost-parcels',
    'payments/payments-ledger',
    team('fulfilment'),
    'Pay back what was lost on the way',
    '7d',
  );
  on(20, '13:15');
  await approve('bob', 'lost-parcels');
  on(19, '09:40');
  await approve('carol', 'lost-parcels', 'For this month’s list.');
  await isOpen('lost-parcels');
}

async function goOn(demo: LongAgo, { ask, act, approve, reject, isOpen, becomes }: Deeds): Promise<void> {
  const { on } = demo;
  on(15, '10:10');
  await ask(
    'alice',
    'reports-api',
    'checkout-api',
    { applicationId: 'reports' },
    'Count open baskets every hour',
    '90d',
    ['orders:read'],
  );
  on(15, '10:31');
  await approve('carol', 'reports-api', 'Reading is fine.');
  on(13, '14:00');
  await ask(
    'oscar',
    'refund-4711',
    'refund-order',
    team('customer-care'),
    'Refund for parcel 4711, which arrived empty',
    '8h',
  );
  on(13, '14:20');
  await approve('bob', 'refund-4711');
  await approve('carol', 'refund-4711', 'Seen the photos.');
  on(12, '11:00');
  await Promise.all([becomes('refund-4711', 'Expired'), becomes('lost-parcels', 'Expired')]);
  on(12, '11:10');
  await ask(
    'frank',
    'tracker',
    'order-placed',
    { applicationId: 'parcel-tracker' },
    'Tell customers when their parcel leaves',
    '365d',
  );
  on(11, '11:00');
  await ask(
    'judy',
    'postcodes',
    'shipments/shipments-daily',
    team('analytics'),
    'Which postcodes wait longest',
    '90d',
  );
  on(9, '08:45');
  await ask('eve', 'price-check', orders, team('partner-desk'), 'Compare prices', '30d');
  on(8, '17:30');
  await reject('bob', 'price-check', 'Prices are public. If you need volumes, ask for the archive.');
  on(7, '09:05');
  await ask('frank', 'packing', orders, team('fulfilment'), 'How many people the packing line needs', '90d', [
    'reader',
  ]);
  on(7, '12:50');
  await approve('bob', 'packing');
  await isOpen('packing');
  on(6, '10:00');
  await ask(
    'alice',
    'baskets',
    'payments/payments-ledger',
    team('analytics'),
    'Which ways to pay are left in the basket',
    '14d',
  );
  on(6, '10:25');
  await act('alice', 'baskets', 'withdraw');
}

async function wait(demo: LongAgo, { ask, renew, act, approve, becomes, stands }: Deeds): Promise<void> {
  const { on, call, byHand } = demo;
  on(4, '08:30');
  await becomes('where-is-my-order', 'Expired');
  on(4, '08:50');
  await ask(
    'oscar',
    'where-is-it',
    'checkout-api',
    team('customer-care'),
    'Tell callers where their order is',
    '90d',
    ['orders:read', 'orders:write'],
  );
  on(3, '09:30');
  await ask(
    'judy',
    'fraud',
    'payments/payments-ledger',
    { dataProductId: 'recommendations' },
    'Leave orders out of the model that were paid back',
    '7d',
  );
  on(2, '11:20');
  await act('carol', 'packing', 'suspend', { comment: 'Month-end closing; runs again on Monday' });
  await stands('packing', 'deprovisioned');
  on(2, '13:00');
  await approve('bob', 'fraud', 'Only the columns that the contract names.');
  on(2, '15:10');
  await call('bob', 'PUT', '/api/resources/payments%2Fpayments-ledger/policy', {
    ...(await call('bob', 'GET', '/api/resources/payments%2Fpayments-ledger/policy')),
    maximumDuration: '90d',
  });
  on(1, '09:15');
  await ask(
    'alice',
    'reasons',
    'customers/customers-profiles',
    team('analytics'),
    'Why people call twice',
    '30d',
  );
  on(1, '10:40');
  await renew('judy', 'basket-model', orders, {
    purpose: 'Learn what people buy together, and mark orders that were tests',
    roles: ['reader', 'corrector'],
  });
  on(1, '14:05');
  await ask(
    'eve',
    'new-orders',
    'order-placed',
    team('partner-desk'),
    'Show resellers what sells today',
    '90d',
  );
  await byHand('grant select on orders.orders to partner_desk');
  on(1, '16:30');
  await ask(
    'heidi',
    'late-parcels',
    'shipments/shipments-daily',
    team('customer-care'),
    'Call people before they call us',
    '90d',
  );
  on(1, '17:00');
  await renew('alice', 'weekly-revenue', orders, {
    purpose: 'Weekly revenue goes on next quarter',
    duration: '90d',
  });
}

const orders = 'orders/orders-latest';

function deeds({ call }: LongAgo) {
  /** Whoever asks in the browser accepts the terms of the contract that they see there. */
  const accepted = async (who: string, resource: string) => {
    const { current } = await call(who, 'GET', `/api/resources/${encodeURIComponent(resource)}/terms`);
    return current ? { acceptedTerms: current.hash } : {};
  };
  const stands = (id: string, status: string) =>
    until(`at its target ${id} is ${status}`, async () => {
      const { provisioning } = await call('dan', 'GET', `/api/access/${id}`);
      return provisioning?.status === status;
    });
  const act = (who: string, id: string, what: string, body: object = {}) =>
    call(who, 'POST', `/api/access/${id}/${what}`, body);
  return {
    act,
    ask: async (
      who: string,
      id: string,
      resource: string,
      consumer: object,
      purpose: string,
      duration: string,
      roles?: string[],
    ) => {
      const wish = { id, resource, consumer, purpose, duration, ...(roles && { roles }) };
      await call(who, 'POST', '/api/access', { ...wish, ...(await accepted(who, resource)) });
    },
    renew: async (who: string, id: string, resource: string, wish: object) =>
      act(who, id, 'renew', { ...wish, ...(await accepted(who, resource)) }),
    approve: (who: string, id: string, comment?: string) => act(who, id, 'approve', { comment }),
    reject: (who: string, id: string, comment: string) => act(who, id, 'reject', { comment }),
    isOpen: (id: string) => stands(id, 'provisioned'),
    stands,
    becomes: (id: string, state: string) =>
      until(`${id} becomes ${state}`, async () => {
        const { approval } = await call('dan', 'GET', `/api/access/${id}`);
        return approval.state === state;
      }),
  };
}

function me(name: string): object {
  return { userId: `${name}@fernlane.example` };
}

function team(teamId: string): object {
  return { teamId };
}
