// Teams as pages show them: the tree with what each owns, and who is in a team with what the caller may change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailOf, resourceInto } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

interface TreeTeam {
  id: string;
  above: { id: string }[];
  below: number;
  people: number;
  owns: object;
}

const treeOf = async (world: World, query = '') => (await world.as('eve').get(`/api/team-tree${query}`)).body;
const rosterOf = async (world: World, id: string, who: Parameters<World['as']>[0] = 'eve') =>
  (await world.as(who).get(`/api/teams/${id}/roster`)).body;

test('the tree says what is above and below each team, who is in it and what it owns', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'refunds/daily', 'checkout');
  await world.as('dan').put(`/api/organization/members/${emailOf('carol')}`, { disabled: true });
  const tree = await treeOf(world);
  assert.equal(tree.complete, true);
  const teams = new Map<string, TreeTeam>(tree.teams.map((team: TreeTeam) => [team.id, team]));
  assert.deepEqual([...teams.keys()].sort(), [
    'analytics',
    'checkout',
    'commerce',
    'partner-desk',
    'platform',
  ]);
  assert.equal(teams.get('commerce')!.below, 1);
  const { above, below, people, owns } = teams.get('checkout')!;
  assert.deepEqual(above, [{ id: 'commerce', name: 'Commerce' }]);
  assert.deepEqual([below, people], [0, 1], 'whoever has left is not counted');
  assert.deepEqual(owns, { kinds: [{ kind: 'output-port', count: 2 }], complete: true });
  assert.deepEqual(await idsOf(world, '?below=commerce'), ['checkout']);
  assert.deepEqual(await idsOf(world, '?below=nowhere'), []);
});

test('teams are found by the beginnings of words, whatever signs stand between them', async () => {
  await using world = await openWorld();
  await world
    .as('organization')
    .put('/api/teams/emea.returns', { id: 'emea.returns', name: 'Rück-Läufer <b>', type: 'Team' });
  assert.deepEqual(await idsOf(world, '?q=RET'), ['emea.returns']);
  assert.deepEqual(await idsOf(world, `?q=${encodeURIComponent('rück lä')}`), ['emea.returns']);
  assert.deepEqual(await idsOf(world, '?q=desk'), ['partner-desk']);
  assert.deepEqual(await idsOf(world, '?q=turns'), []);
  assert.equal((await idsOf(world, '?q=%3C%3E')).length, 6, 'signs alone are no words');
});

test('a wide tree ends somewhere and says so; what is nearest to the top comes first', async () => {
  await using world = await openWorld();
  await world.pool.query(
    `insert into team (id, name, parent, document) select 't' || n, 't', 'checkout', '{"type": "Team"}' from generate_series(1, 400) n`,
  );
  await world.pool.query(`update team set name = 'Zebras' where id = 'commerce'`); // The last by its name.
  const { teams, complete } = await treeOf(world);
  assert.deepEqual([teams.length, complete], [300, false]);
  const ids = teams.map((team: TreeTeam) => team.id);
  for (const id of ['analytics', 'checkout', 'commerce', 'partner-desk', 'platform'])
    assert.ok(ids.includes(id));
  const roster = await rosterOf(world, 'checkout');
  assert.deepEqual([roster.below.length, roster.moreBelow], [200, true]);
});

test('a roster names everybody with a say, where it comes from, and who decides', async () => {
  await using world = await openWorld();
  const { people, above } = await rosterOf(world, 'checkout');
  assert.deepEqual(above, [{ id: 'commerce', name: 'Commerce' }]);
  const owner = { role: 'Owner', actsAs: 'owner', byGroup: false };
  const shown = { hasLeft: false, decides: true };
  assert.deepEqual(people, [
    { person: 'bob', emailAddress: emailOf('bob'), name: 'Bob', ...shown, roles: [{ ...owner, from: null }] },
    {
      person: 'grace',
      emailAddress: emailOf('grace'),
      name: 'Grace',
      ...shown,
      roles: [{ ...owner, from: { id: 'commerce', name: 'Commerce' } }],
    },
    {
      person: 'carol',
      emailAddress: emailOf('carol'),
      name: 'Carol',
      ...shown,
      roles: [{ role: 'Approver', actsAs: 'approver', from: null, byGroup: false }],
    },
  ]);
  const missing = await world.as('eve').get('/api/teams/nowhere/roster');
  assert.deepEqual([missing.status, missing.body.code], [404, 'team_not_found']);
});

test('a plain member of the team above has no place in a roster, and alone in a team one decides', async () => {
  await using world = await openWorld();
  const commerce = {
    id: 'commerce',
    name: 'Commerce',
    type: 'Team',
    members: [
      { emailAddress: emailOf('grace'), role: 'Owner' },
      { emailAddress: emailOf('alice'), role: 'Steward' },
    ],
  };
  await world.as('organization').put('/api/teams/commerce', commerce);
  const namesIn = async (id: string) =>
    (await rosterOf(world, id)).people.map(({ person, decides }: { person: string; decides: boolean }) =>
      decides ? person : `(${person})`,
    );
  assert.deepEqual(await namesIn('checkout'), ['bob', 'grace', 'carol']);
  assert.deepEqual(await namesIn('commerce'), ['grace', '(alice)']);
  assert.deepEqual(await namesIn('analytics'), ['alice'], 'because nobody is an owner');
  await world.as('dan').put(`/api/organization/members/${emailOf('bob')}`, { disabled: true });
  assert.deepEqual(await namesIn('checkout'), ['(bob)', 'grace', 'carol']);
});

test('who may edit a team is said with the reason, as the edit itself is judged', async () => {
  await using world = await openWorld();
  const edits = async (who: Parameters<World['as']>[0]) => {
    const { edit, move, delete: remove } = (await rosterOf(world, 'checkout', who)).actions;
    return [edit.code ?? 'allowed', move.code ?? 'allowed', remove.code];
  };
  for (const who of ['bob', 'grace', 'checkout-key'] as const)
    assert.deepEqual(await edits(who), ['allowed', 'not_permitted', 'not_permitted']);
  for (const who of ['dan', 'organization'] as const)
    assert.deepEqual(await edits(who), ['allowed', 'allowed', 'in_use']);
  assert.deepEqual(await edits('carol'), ['not_an_owner', 'not_permitted', 'not_permitted']);
  assert.deepEqual(await edits('ivy'), Array(3).fill('auditor_reads_only'));
  const { edit } = (await rosterOf(world, 'checkout', 'eve')).actions;
  assert.match(edit.reason, /\w/);
  const { actions } = (await world.as('dan').get('/api/team-tree')).body;
  assert.deepEqual(actions, { add: { allowed: true } });
  assert.equal((await treeOf(world)).actions.add.code, 'not_permitted');
});

async function idsOf(world: World, query: string): Promise<string[]> {
  return (await treeOf(world, query)).teams.map((team: TreeTeam) => team.id).sort();
}
