// The directory: looking people up, and what may be changed about each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailOf } from '../cast.ts';
import { openWorld, type World } from '../world.ts';
import { signedIn } from './browser.ts';

const base = '/api/organization/directory';

interface Entry {
  emailAddress: string;
  signsInBy: string[];
  actions: Record<string, { allowed: boolean; code?: string }>;
}

const lookUp = async (world: World, query = '', who: Parameters<World['as']>[0] = 'eve') =>
  (await world.as(who).get(base + query)).body;

async function found(world: World, words: string): Promise<string[]> {
  const { items } = await lookUp(world, `?q=${encodeURIComponent(words)}`, 'bob');
  return items.map((one: Entry) => one.emailAddress.split('@')[0]!);
}

test('everybody stands in the order of their names, page by page', async () => {
  await using world = await openWorld();
  await world.as('dan').put('/api/organization/members/zoe@fernlane.example', { name: 'Adele' });
  await world.as('dan').put('/api/organization/members/bea@fernlane.example', {});
  const names: string[] = [];
  let after = 0;
  do {
    const { items, next } = await lookUp(world, `?limit=4&after=${after}`);
    names.push(...items.map((one: Entry) => one.emailAddress.split('@')[0]));
    after = next;
  } while (after !== null);
  assert.deepEqual(names, ['zoe', 'alice', 'bea', 'bob', 'carol', 'dan', 'eve', 'grace', 'ivy']);
});

test('people are found by words of their name and by the beginning of their address', async () => {
  await using world = await openWorld();
  await world.as('dan').put('/api/organization/members/m.o-brien@fernlane.example', {
    name: 'Mór O’Brien <script>',
  });
  assert.deepEqual(await found(world, 'BRI'), ['m.o-brien']);
  assert.deepEqual(await found(world, 'mór script'), ['m.o-brien']);
  assert.deepEqual(await found(world, 'm.o-brien@fern'), ['m.o-brien']);
  assert.deepEqual(await found(world, 'm.o-brien@elsewhere'), []);
  assert.deepEqual(await found(world, 'fernlane'), [], 'what is the same for everybody is no word');
  assert.deepEqual(await found(world, '@fernlane'), []);
  assert.equal((await found(world, '  ')).length, 8);
  assert.deepEqual(await found(world, "bob' | alice"), []);
});

test('each comes with their teams and with how they can sign in', async () => {
  await using world = await openWorld();
  await signedIn(world, emailOf('bob'), 'a horse, a battery and a staple');
  await world.pool.query(
    `insert into provider_account (issuer, subject, person_id) values ('https://login.example', 'b', 'bob')`,
  );
  const { items } = await lookUp(world, '?q=bob');
  const { teams, signsInBy, unconfirmed } = items[0];
  assert.deepEqual(teams, [{ id: 'checkout', name: 'Checkout', role: 'Owner' }]);
  assert.deepEqual([signsInBy, unconfirmed], [['password', 'identity-provider'], false]);
  assert.deepEqual((await lookUp(world, '?q=alice')).items[0].signsInBy, []);
});

test('what may be changed about somebody is said with the reason', async () => {
  await using world = await openWorld();
  const codes = async (who: Parameters<World['as']>[0], whom: string) => {
    const { items, actions } = await lookUp(world, `?q=${whom}`, who);
    const said = Object.entries({ ...(items as Entry[])[0]!.actions, ...actions } as Entry['actions']);
    return Object.fromEntries(said.map(([name, { allowed, code }]) => [name, allowed ? true : code]));
  };
  const all = { change: true, leave: true, invite: true, erase: true, add: true };
  const none = (code: string) => ({ change: code, leave: code, invite: code, erase: code, add: code });
  assert.deepEqual(await codes('dan', 'bob'), all);
  assert.deepEqual(await codes('dan', 'dan'), {
    ...all,
    leave: 'last_administrator',
    erase: 'last_administrator',
  });
  const inPerson = { invite: 'not_permitted', erase: 'not_permitted' };
  assert.deepEqual(await codes('organization', 'bob'), { ...all, ...inPerson });
  assert.deepEqual(await codes('bob', 'bob'), none('not_permitted'));
  assert.deepEqual(await codes('ivy', 'bob'), none('auditor_reads_only'));
  await world.as('dan').put(`/api/organization/members/${emailOf('bob')}`, { role: 'Owner', disabled: true });
  assert.deepEqual(await codes('dan', 'bob'), { ...all, invite: 'disabled' });
  assert.equal((await codes('dan', 'dan')).leave, 'last_administrator', 'whoever has left runs nothing');
});

test('whoever was erased is in no list', async () => {
  await using world = await openWorld();
  await world.as('dan').post(`/api/organization/members/${emailOf('eve')}/erase`);
  assert.deepEqual(await found(world, 'eve'), []);
  assert.equal((await lookUp(world, '', 'bob')).items.length, 6);
});
