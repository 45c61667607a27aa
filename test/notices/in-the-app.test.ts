// Who is told what in the app: both sides of an agreement, whoever has to act next, whoever could have decided, and never
// anybody twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/core/time.ts';
import { resourceInto } from '../cast.ts';
import { openWorld } from '../world.ts';
import { ask, eventsOf, follow, sweep, tellAll, toldTo } from './setting.ts';

test('whoever can decide is told of a request with all it takes to decide, and nobody else is', async () => {
  await using world = await openWorld();
  await ask(world, 'a1', { duration: '90d' });
  await tellAll(world);
  const { items, unread } = await toldTo(world, 'bob');
  assert.equal(unread, 1);
  const [notice] = items;
  assert.equal(notice!.title, 'Alice asks for access to latest');
  assert.equal(notice!.button, 'Look and decide');
  assert.equal(notice!.url, 'http://countersign.test/access/a1');
  assert.deepEqual(
    notice!.lines.map(({ label, text }) => `${label}: ${text}`),
    [
      'Requester: Alice',
      'For: Analytics',
      'Resource: latest',
      'Purpose: Weekly report',
      'Period: for 90 days',
      'Next: Bob, Carol or Grace decide',
      'To be decided by: 2 Dec 2026, 12:00 UTC',
    ],
  );
  assert.deepEqual(await eventsOf(world, 'carol'), ['request.filed']);
  for (const other of ['alice', 'dan', 'eve', 'ivy'] as const)
    assert.deepEqual(await eventsOf(world, other), [], other);
});

test('a decision is told to who asked and to everybody who could have decided, but not to who did', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  await world.as('bob').post('/api/access/a1/reject', { comment: 'Not this table' });
  await tellAll(world);
  const [toAlice] = (await toldTo(world, 'alice')).items;
  assert.equal(toAlice!.title, 'Bob rejected access to latest');
  assert.ok(toAlice!.lines.some(({ text }) => text === 'Bob: no – Not this table'));
  assert.deepEqual(await eventsOf(world, 'carol'), ['request.rejected']);
  assert.deepEqual(await eventsOf(world, 'bob'), [], 'the request was decided before anybody was told of it');
});

test('under four eyes the second pair is asked, and who gave the first is not', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await ask(world, 'a1', { resource: 'payments/ledger' });
  await tellAll(world);
  await world.as('bob').post('/api/access/a1/approve');
  await tellAll(world);
  const [toCarol] = (await toldTo(world, 'carol')).items;
  assert.equal(toCarol!.title, 'Bob agrees to access to ledger; a second person has to');
  assert.equal(toCarol!.side, 'deciders');
  assert.ok(toCarol!.lines.some(({ label, text }) => label === 'Next' && !text.includes('Bob')));
  assert.deepEqual(await eventsOf(world, 'bob'), ['request.filed']);
  await world.as('carol').post('/api/access/a1/approve');
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'bob'), ['request.filed', 'request.granted']);
  const [toAlice] = (await toldTo(world, 'alice')).items;
  assert.deepEqual(
    toAlice!.lines.filter(({ label }) => label === 'Decided').map(({ text }) => text),
    ['Bob: yes', 'Carol: yes'],
  );
});

test('whoever is alone on a side keeps a record of what they did themself', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'fleet/trucks', 'platform');
  await ask(world, 'a1', { resource: 'fleet/trucks' });
  await world.as('dan').post('/api/access/a1/approve');
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'dan'), ['request.granted']);
});

test('an access that is granted at once is told to both sides and waits for nobody', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'open/data', 'platform', { strategy: 'Auto' });
  await ask(world, 'a1', { resource: 'open/data' });
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'dan'), ['request.granted']);
  const [toAlice] = (await toldTo(world, 'alice')).items;
  assert.equal(toAlice!.title, 'Access to data was granted at once');
});

test('suspended, resumed, narrowed, revoked: each is told with its reason', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('bob').post('/api/access/a1/suspend', { comment: 'Incident 7' });
  await world.as('carol').post('/api/access/a1/resume');
  await world.as('bob').post('/api/access/a1/cancel');
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'alice'), [
    'request.granted',
    'access.suspended',
    'access.resumed',
    'access.revoked',
  ]);
  const suspended = (await toldTo(world, 'alice')).items.find(({ event }) => event === 'access.suspended');
  assert.ok(suspended!.lines.some(({ label, text }) => label === 'Comment' && text === 'Incident 7'));
});

test('a request that waits is brought back to mind, at last to the owners above, and its expiry is told', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'fleet/trucks', 'checkout', {
    approvers: { people: ['carol'], teams: [] } as never,
  });
  await ask(world, 'a1', { resource: 'fleet/trucks' });
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'bob'), []);
  world.clock.advance(15 * day);
  await sweep(world);
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'carol'), ['request.filed', 'request.waiting']);
  world.clock.advance(12 * day);
  await sweep(world);
  await tellAll(world);
  assert.deepEqual((await eventsOf(world, 'carol')).at(-1), 'request.last_call');
  const [toBob] = (await toldTo(world, 'bob')).items;
  assert.equal(toBob!.side, 'above');
  world.clock.advance(4 * day);
  await sweep(world);
  await tellAll(world);
  assert.equal((await eventsOf(world, 'alice')).at(-1), 'request.expired');
});

test('an end that comes near is told weekly and then daily, and the end itself', async () => {
  await using world = await openWorld();
  await ask(world, 'a1', { duration: '90d' });
  await world.as('bob').post('/api/access/a1/approve');
  for (let passed = 0; passed <= 90; passed++) {
    world.clock.advance(day);
    // oxlint-disable-next-line no-await-in-loop
    await sweep(world);
    // oxlint-disable-next-line no-await-in-loop
    if (passed % 20 === 0) await tellAll(world);
  }
  await tellAll(world);
  const events = await eventsOf(world, 'alice');
  assert.equal(events.filter((event) => event === 'access.expiring').length, 11);
  assert.equal(events.at(-1), 'access.expired');
});

test('nothing is told twice: by two at once, by a follower that begins again, or after a task was taken and lost', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  await tellAll(world);
  const before = (await world.pool.query('select count(*) as n from notice', [])).rows[0];
  await world.pool.query(`update follower set hash = sha256('elsewhere') where name = 'notices'`);
  await follow(world);
  await world.pool.query('update notice_task set next_run = next_run', []);
  await Promise.all([tellAll(world), tellAll(world)]);
  assert.deepEqual((await world.pool.query('select count(*) as n from notice', [])).rows[0], before);
  assert.equal((await world.pool.query('select from notice_task', [])).rowCount, 0);
});

test('old entries are no news when the follower begins again', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  world.clock.advance(40 * day);
  await tellAll(world);
  assert.deepEqual(await eventsOf(world, 'bob'), []);
});

test('a notice is read by who was told, one by one, up to a place, or by its agreement', async () => {
  await using world = await openWorld();
  for (const id of ['a1', 'a2', 'a3']) {
    // oxlint-disable-next-line no-await-in-loop
    await resourceInto(world.pool, `shop/${id}`, 'checkout');
    // oxlint-disable-next-line no-await-in-loop
    await ask(world, id, { resource: `shop/${id}` });
  }
  await tellAll(world);
  const { items, latest } = await toldTo(world, 'bob');
  const read = (as: 'bob' | 'carol', body: object) => world.as(as).post('/api/me/notices/read', body);
  assert.equal((await read('carol', { ids: [items[0]!.id] })).status, 204);
  assert.equal((await toldTo(world, 'bob')).unread, 3, 'what is another’s stays unread');
  await read('bob', { ids: [items[0]!.id] });
  assert.equal((await toldTo(world, 'bob')).unread, 2);
  await read('bob', { access: items[1]!.access });
  assert.deepEqual(
    (await toldTo(world, 'bob', 'only=unread')).items.map(({ id }) => id),
    [items[2]!.id],
  );
  await read('bob', { upTo: latest });
  assert.equal((await toldTo(world, 'bob')).unread, 0);
  const pages = [await toldTo(world, 'bob', 'limit=2')];
  pages.push(await toldTo(world, 'bob', `limit=2&before=${pages[0]!.next}`));
  assert.deepEqual(
    pages.flatMap((page) => page.items.map(({ id }) => id)),
    items.map(({ id }) => id),
  );
  assert.equal((await read('bob', {})).status, 400);
});

test('it speaks German to whoever reads German', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  await tellAll(world);
  const { body } = await world.as('bob').get('/api/me/notices', undefined, { 'accept-language': 'de' });
  assert.equal(body.items[0].title, 'Alice bittet um Zugang zu latest');
});

test('names and words of somebody who was erased are in no notice any more', async () => {
  await using world = await openWorld();
  await ask(world, 'a1');
  await tellAll(world);
  await world.as('dan').post('/api/organization/members/alice@fernlane.example/erase');
  const text = JSON.stringify((await toldTo(world, 'bob')).items);
  assert.doesNotMatch(text, /Weekly report|Alice/);
});
