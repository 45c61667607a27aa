// The last chapter: what pages ask for people. Where somebody stands at a resource, what asking would do, and lists of
// what they have, give and wait for.
import { keepInsights } from '../../src/adapters/db/insights.ts';
import { followOnce } from '../../src/adapters/db/log/follow.ts';
import { insightsFollower } from '../../src/app/followers/insights.ts';
import { tellAll } from '../notices/setting.ts';
import type { World } from '../world.ts';
import type { Telling } from './telling.ts';

const orders = { id: 'orders/orders-latest' };

export async function tellOfLooking({ tell, meanwhile, world }: Telling): Promise<void> {
  await tell('Alice looks whether she can use the API.', 'alice', 'GET /api/resources/{id}/standing', {
    path: { id: 'checkout-api' },
  });
  await tell('Alice looks for whom of hers she may ask.', 'alice', 'GET /api/me/consumers', {
    query: { q: 're' },
  });
  await tell('Alice fills in a form and sees who would decide.', 'alice', 'POST /api/access/preview', {
    body: { resource: 'refund-order', duration: '8h' },
  });
  const renew = 'POST /api/access/{id}/renew/preview';
  await tell('Alice looks what asking for more time would do.', 'alice', renew, {
    path: { id: 'orders-for-recommendations' },
    body: { duration: '90d' },
  });
  await tell('Alice sees what she waits for, and for whom.', 'alice', 'GET /api/me/access', {
    query: { show: 'waiting', limit: 1 },
  });
  await tell('Bob sees who has access to the orders.', 'bob', 'GET /api/resources/{id}/access', {
    path: orders,
    query: { limit: 1 },
  });
  await tell('Bob sees what checkout has given to others.', 'bob', 'GET /api/teams/{id}/access', {
    path: { id: 'checkout' },
    query: { as: 'owner', limit: 1 },
  });
  await tell('Alice looks for the team of the orders.', 'alice', 'GET /api/team-tree', {
    query: { q: 'check' },
  });
  await tell('Bob sees who is in checkout, and that he may change it.', 'bob', 'GET /api/teams/{id}/roster', {
    path: { id: 'checkout' },
  });
  const about = (id: string) => ({ path: { id } });
  await tell('Bob sees what analytics owns beside.', 'bob', 'GET /api/teams/{id}/owned', about('analytics'));
  await tell(
    'Alice opens the page of the orders.',
    'alice',
    'GET /api/dataproducts/{id}/about',
    about('orders'),
  );
  const contract = 'GET /api/datacontracts/{id}/about';
  await tell('Alice opens the page of their contract.', 'alice', contract, about('orders'));
  const application = 'GET /api/applications/{id}/about';
  await tell('Bob opens the page of the report builder.', 'bob', application, about('reports'));
  await tell('Bob sees what it has.', 'bob', 'GET /api/applications/{id}/access', {
    path: { id: 'reports' },
    query: { limit: 1 },
  });
  await tell('Dan looks Carol up.', 'dan', 'GET /api/organization/directory', {
    query: { q: 'carol' },
  });
  const read = 'GET /api/resources/{id}/terms';
  const { body: terms } = await tell('Alice reads under which terms she may use the orders.', 'alice', read, {
    path: orders,
  });
  await tell('Bob reads the terms that a request names.', 'bob', 'GET /api/terms/{hash}', {
    path: { hash: terms.current.hash },
  });
  await tell('Alice looks through what she could ask checkout for.', 'alice', 'GET /api/catalog', {
    query: { owner: 'checkout', q: 'orders', limit: 1 },
  });
  await tell('Alice sees by what she can narrow that.', 'alice', 'GET /api/catalog/facets', {
    query: { owner: 'checkout' },
  });
  await world.seal();
  const { body: head } = await meanwhile('bob', 'GET /api/log/head');
  await tell('Bob allows two at once; one of them is over.', 'bob', 'POST /api/inbox/decide', {
    body: {
      verdict: 'allow',
      comment: 'Good luck tonight',
      items: [{ id: 'night-shift', version: 1 }, { id: 'refunds-by-alice' }],
    },
  });
  await world.seal();
  await tell('Bob’s other window hears that he has decided.', 'bob', 'GET /api/changes/stream', {
    headers: { 'last-event-id': `${head.position}-${head.hash}` },
    query: { only: 'mine' },
    untilHeard: '\ndata: ',
  });
  await followed(world);
  await tell('Bob sees how long people wait for checkout.', 'bob', 'GET /api/insights', {
    query: { team: 'checkout', weeks: 1 },
  });
  await tellAll(world);
  await tell('Carol looks what she was told.', 'carol', 'GET /api/me/notices', { query: { limit: 1 } });
  await tell('Carol has read what was told of the orders.', 'carol', 'POST /api/me/notices/read', {
    body: { access: 'orders-for-recommendations' },
  });
  await tell('Carol looks how she is told.', 'carol', 'GET /api/me/notice-setting');
  await tell('Carol wants one mail a day, in German.', 'carol', 'PUT /api/me/notice-setting', {
    body: { language: 'de', mail: 'daily', dailyAt: '07:30', quiet: { from: '18:00', until: '07:00' } },
  });
  await tell('Ivy looks whether any notice was lost.', 'ivy', 'GET /api/notice-deliveries');
  const channels = '/api/teams/{id}/notification-channels';
  const chat = { path: { id: 'checkout', channelId: 'requests' } };
  await tell('Bob has checkout told of requests in a chat.', 'bob', `PUT ${channels}/{channelId}`, {
    ...chat,
    body: {
      name: 'Requests',
      type: 'slack',
      endpoint: 'https://hooks.slack.com/services/T0/B0/secret',
      enabled: true,
      purposes: ['requests'],
    },
  });
  await tell('Bob sees that it is there.', 'bob', `GET ${channels}/{channelId}`, chat);
  await tell('Carol lists where checkout is told.', 'carol', `GET ${channels}`, { path: { id: 'checkout' } });
  await tell('Bob takes it away again.', 'bob', `DELETE ${channels}/{channelId}`, chat);
  await tell('Dan has everything sent again.', 'dan', 'POST /api/notice-deliveries/replay', { body: {} });
}

/** What the follower of the log does for insights. */
async function followed({ pool }: World): Promise<void> {
  const following = { follower: insightsFollower, keep: keepInsights, alarm: () => {} };
  while ((await followOnce(pool, following)).state === 'moved');
}
