// Lists of agreements for people: mine, those to a resource, those of a team on either side, page by page; and for whom
// somebody may ask.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const ask = (world: World, id: string, resource: string, consumer: object | undefined, duration?: string) =>
  world.as('organization').post('/api/access', {
    id,
    resource,
    purpose: 'To see it in a list',
    ...(consumer && { consumer }),
    ...(duration && { duration }),
  });

const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

const analytics = { teamId: 'analytics' };
const alice = { userId: 'alice@fernlane.example' };

/** Five agreements of Alice's side and one of Eve's: two waiting, one without an end. */
async function someAgreements(world: World): Promise<void> {
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await resourceInto(world.pool, 'logs/all', 'platform');
  await ask(world, 'long', 'orders/latest', analytics, '90d');
  await ask(world, 'short', 'orders/latest', alice, '5d');
  await ask(world, 'endless', 'payments/ledger', analytics);
  await ask(world, 'waits', 'payments/ledger', alice);
  await ask(world, 'waits-too', 'logs/all', analytics);
  await ask(world, 'of-eve', 'orders/latest', { teamId: 'partner-desk' }, '1d');
  for (const id of ['long', 'short', 'endless', 'of-eve'])
    assert.equal((await world.as('bob').post(`/api/access/${id}/approve`)).status, 200, id);
}

test('Alice sees what she and her team have by what ends next, and what waits for whom', async () => {
  await using world = await openWorld();
  await someAgreements(world);
  const mine = await world.as('alice').get('/api/me/access');
  assert.deepEqual(idsOf(mine), ['short', 'long', 'endless']);
  assert.equal(mine.body.items[0].approval.actions.renew.allowed, true);
  const waiting = await world.as('alice').get('/api/me/access?show=waiting');
  assert.deepEqual(idsOf(waiting), ['waits', 'waits-too']);
  assert.deepEqual(
    waiting.body.items[0].approval.awaiting.people.map((one: { name: string }) => one.name),
    ['Bob', 'Carol', 'Grace'],
  );
  // The key that filed it is Dan's, and nobody else could decide for platform.
  assert.equal(waiting.body.items[1].approval.awaiting.undecidable, 'needs 1, 0 may');
  assert.deepEqual(idsOf(await world.as('alice').get('/api/me/access?show=all&teams=without')), [
    'waits',
    'short',
  ]);
  assert.deepEqual(idsOf(await world.as('eve').get('/api/me/access')), ['of-eve']);
});

test('an access leaves the lists when it ends and comes back when it is renewed', async () => {
  await using world = await openWorld();
  await someAgreements(world);
  await world.as('alice').post('/api/access/long/cancel');
  assert.deepEqual(idsOf(await world.as('alice').get('/api/me/access')), ['short', 'endless']);
  await world.as('alice').post('/api/access/long/renew', { duration: '3d' });
  assert.ok(idsOf(await world.as('alice').get('/api/me/access?show=waiting')).includes('long'));
  await world.as('bob').post('/api/access/long/approve');
  assert.deepEqual(idsOf(await world.as('alice').get('/api/me/access')), ['long', 'short', 'endless']);
  await world.as('alice').post('/api/access/waits/withdraw');
  assert.deepEqual(idsOf(await world.as('alice').get('/api/me/access?show=waiting')), ['waits-too']);
});

test('who has access to a resource, and what a team gives and takes', async () => {
  await using world = await openWorld();
  await someAgreements(world);
  const bob = world.as('bob');
  assert.deepEqual(idsOf(await bob.get('/api/resources/orders%2Flatest/access')), [
    'of-eve',
    'short',
    'long',
  ]);
  assert.deepEqual(idsOf(await bob.get('/api/resources/payments%2Fledger/access?show=waiting')), ['waits']);
  assert.deepEqual(idsOf(await bob.get('/api/resources/orders%2Flatest/access?show=all')), [
    'of-eve',
    'short',
    'long',
  ]);
  assert.deepEqual(idsOf(await bob.get('/api/teams/checkout/access?as=owner')), [
    'of-eve',
    'short',
    'long',
    'endless',
  ]);
  assert.deepEqual(idsOf(await bob.get('/api/teams/checkout/access')), []);
  assert.deepEqual(idsOf(await bob.get('/api/teams/analytics/access')), ['long', 'endless']);
  assert.equal((await bob.get('/api/teams/nobody/access')).body.code, 'team_not_found');
  assert.equal((await bob.get('/api/resources/nothing/access')).body.code, 'resource_not_found');
});

test('every list comes page by page and shows everything once', async () => {
  await using world = await openWorld();
  await someAgreements(world);
  for (const [who, list] of [
    ['alice', '/api/me/access'],
    ['alice', '/api/me/access?show=waiting'],
    ['alice', '/api/me/access?show=all'],
    ['bob', '/api/resources/orders%2Flatest/access'],
    ['bob', '/api/resources/orders%2Flatest/access?show=all'],
    ['bob', '/api/teams/checkout/access?as=owner'],
    ['bob', '/api/teams/checkout/access?as=owner&show=all'],
    ['bob', '/api/teams/checkout/access?as=owner&show=waiting'],
    ['bob', '/api/teams/analytics/access?show=all'],
  ] as const) {
    const address = `${list}${list.includes('?') ? '&' : '?'}limit=`;
    const whole = idsOf(await world.as(who).get(`${address}200`));
    const parts: string[] = [];
    let after = '';
    do {
      const page = await world.as(who).get(`${address}1${after && `&after=${after}`}`);
      parts.push(...idsOf(page));
      after = page.body.next;
    } while (after);
    assert.ok(whole.length > 0, list);
    assert.deepEqual(parts, whole, list);
  }
});

test('Alice may ask for herself, her team and its products; Grace for the teams below hers', async () => {
  await using world = await openWorld();
  await world.pool.query(
    `insert into data_product (id, format, owner_team, name, document, search)
     values ('churn', 'dps', 'analytics', 'Churn', '{}', array_to_tsvector(array['churn']))`,
  );
  const names = async (who: 'alice' | 'grace' | 'organization', query = '') =>
    (await world.as(who).get(`/api/me/consumers${query}`)).body.items.map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual(await names('alice'), ['Alice', 'Analytics', 'Churn']);
  assert.deepEqual(await names('alice', '?q=chu'), ['Churn']);
  assert.deepEqual(await names('alice', '?q=analy'), ['Analytics']);
  assert.deepEqual(await names('grace'), ['Grace', 'Checkout', 'Commerce', 'Orders']);
  assert.deepEqual(await names('organization'), []);
});
