// The catalog as people look through it: words, filters, what is theirs, and by what it can be narrowed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFernlane } from '../fernlane.ts';
import { openWorld, type World } from '../world.ts';

const ids = async (world: World, query: string, who: 'alice' | 'eve' = 'alice') =>
  (await world.as(who).get(`/api/catalog?${query}`)).body.items.map((one: { id: string }) => one.id).sort();

test('Alice finds things by words, kind, owner and tag, and sees what she has', async () => {
  await using world = await openFernlane();
  assert.deepEqual(await ids(world, 'q=refund'), ['refund-order']);
  assert.deepEqual(await ids(world, 'type=api&type=event'), ['checkout-api', 'order-placed']);
  assert.deepEqual(await ids(world, 'owner=fulfilment'), ['shipments/shipments-daily']);
  assert.ok((await ids(world, 'tag=shop')).includes('checkout-api'));

  const alice = world.as('alice');
  const { body: granted } = await alice.post('/api/access', {
    resource: 'orders/orders-archive',
    purpose: 'Old orders',
  });
  await alice.post('/api/access', {
    resource: 'checkout-api',
    purpose: 'Baskets',
    consumer: { teamId: 'analytics' },
  });
  assert.deepEqual(await ids(world, 'access=live'), ['orders/orders-archive']);
  assert.deepEqual(await ids(world, 'access=waiting'), ['checkout-api']);
  const rest = await ids(world, 'access=none');
  assert.ok(!rest.includes('checkout-api') && !rest.includes('orders/orders-archive') && rest.length > 4);
  assert.deepEqual(await ids(world, 'access=live', 'eve'), []);
  const [item] = (await alice.get('/api/catalog?q=archive')).body.items;
  assert.equal(item.ownerName, 'Checkout');
  assert.deepEqual(item.mine, { live: true, waiting: false, agreements: { live: granted.id } });
});

test('what was suspended or refused is said beside the resource, and nothing of that to others', async () => {
  await using world = await openFernlane();
  const [alice, bob] = [world.as('alice'), world.as('bob')];
  const mineAt = async (id: string, who: 'alice' | 'eve' = 'alice') =>
    (await world.as(who).get('/api/catalog')).body.items.find((one: { id: string }) => one.id === id).mine;
  const wish = { resource: 'checkout-api', purpose: 'Baskets', consumer: { teamId: 'analytics' } };
  const { id } = (await alice.post('/api/access', wish)).body;
  await bob.post(`/api/access/${id}/reject`, { comment: 'Not now' });
  assert.deepEqual(await mineAt('checkout-api'), {
    live: false,
    waiting: false,
    agreements: { refused: id },
  });
  const again = (await alice.post('/api/access', wish)).body.id;
  const { agreements } = await mineAt('checkout-api');
  assert.deepEqual(agreements, { waiting: again, refused: id });
  await bob.post(`/api/access/${again}/approve`);
  assert.deepEqual((await mineAt('checkout-api')).agreements, { live: again });
  await bob.post(`/api/access/${again}/suspend`, { comment: 'An audit' });
  const suspended = await mineAt('checkout-api');
  assert.deepEqual([suspended.live, suspended.agreements.suspended], [true, again]);
  assert.deepEqual((await mineAt('checkout-api', 'eve')).agreements, {});
});

test('the catalog comes page by page, and its facets count what fits', async () => {
  await using world = await openFernlane();
  const alice = world.as('alice');
  const whole = (await alice.get('/api/catalog')).body.items.map((one: { id: string }) => one.id);
  const parts: string[] = [];
  let after = 0;
  do {
    const { items, next } = (await alice.get(`/api/catalog?limit=3&after=${after}`)).body;
    parts.push(...items.map((one: { id: string }) => one.id));
    after = next;
  } while (after !== null);
  assert.deepEqual(parts, whole);

  const facets = (await alice.get('/api/catalog/facets?type=api&type=event&type=action')).body;
  assert.deepEqual([facets.counted, facets.complete], [3, true]);
  assert.deepEqual(facets.owners, [{ value: 'checkout', name: 'Checkout', count: 3 }]);
  assert.deepEqual(facets.tags, [
    { value: 'shop', count: 2 },
    { value: 'finance', count: 1 },
  ]);
});

test('what few resources have is found however far back it lies, and comes page by page as well', async () => {
  await using world = await openWorld();
  await world.pool.query(`
    insert into resource (id, kind, owner_team, name, tags, search)
    select 'r' || n, 'api', 'checkout', 'Resource ' || n, case when n > 2400 then array['late'] else array['early'] end,
      array_to_tsvector(array['resource', case when n in (3, 2450, 2460, 2470) then 'rare' else 'plain' end])
    from generate_series(1, 2500) n`);
  await world.pool.query(`
    insert into policy (resource_id, version, body, from_document)
    select r.id, 1, p.body, false from resource r, policy p where r.kind = 'api' and p.resource_id = 'orders/latest'`);
  const found = async (query: string) => {
    const ids: string[] = [];
    let after = 0;
    do {
      const { items, next } = (await world.as('alice').get(`/api/catalog?limit=2&${query}&after=${after}`))
        .body;
      ids.push(...items.map((one: { id: string }) => one.id));
      after = next;
    } while (after !== null);
    return ids;
  };
  assert.deepEqual(await found('q=rare'), ['r3', 'r2450', 'r2460', 'r2470']);
  assert.equal((await found('tag=late')).length, 100);
  assert.deepEqual(await found('q=nothing'), []);
});
