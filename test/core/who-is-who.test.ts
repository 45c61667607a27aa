// Design 3.4: who may decide, suspend and end; what a role means; and what a person is told they may do. The list of
// actions is checked against the acts themselves in the random histories; here stand the cases by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, TeamId } from '../../src/core/ids.ts';
import { actorOf } from '../../src/core/principal.ts';
import { approversOf, isMember, isOwner, ownersOf, roleFrom, type Roster } from '../../src/core/team.ts';
import {
  alice,
  amir,
  bob,
  carol,
  dan,
  eve,
  frank,
  memberships,
  organizationKey,
  rostersOf,
  teamKey,
  userKey,
} from './cast.ts';
import { World } from './world.ts';

test('Owners and approvers of the owner team decide, its key and organization keys too, and nobody else', () => {
  for (const who of [bob, carol, userKey('carol'), teamKey('checkout', 'bob'), organizationKey('dan')]) {
    asked().as(who).allows();
    asked().as(who).denies();
  }
  for (const who of [dan, eve, amir, teamKey('analytics', 'amir'), teamKey('platform', 'dan')])
    assert.equal(asked().tries(who).allows(), 'not_an_approver');
});

test('A plain member of the owner team does not decide while somebody has the role', () => {
  const world = asked();
  world.joins({ person: 'eve', team: 'checkout', role: 'member' });
  assert.equal(world.tries(eve).allows(), 'not_an_approver');
});

test('In a team in which nobody has a role all its members decide', () => {
  const world = new World();
  for (const name of ['bob', 'carol', 'frank'] as const) world.leaves(name);
  for (const name of ['bob', 'eve'] as const) world.joins({ person: name, team: 'checkout', role: 'member' });
  world.as(alice).asks();
  assert.deepEqual(world.awaited().people, ['bob', 'eve']);
  world.as(eve).allows();
});

test('Roles are inherited down the tree, and never up', () => {
  asked().as(frank).allows();
  const world = new World();
  world.resource = { ...world.resource, owner: 'commerce' as TeamId };
  world.as(alice).asks();
  assert.equal(world.tries(bob).allows(), 'not_an_approver');
  world.as(frank).allows();
});

test('The organization may say that its keys decide nothing', () => {
  const world = asked();
  world.organizationKeysDecide = false;
  assert.equal(world.tries(organizationKey('dan')).allows(), 'keys_do_not_decide');
  assert.equal(world.tries(organizationKey('dan')).denies(), 'keys_do_not_decide');
  world.as(bob).allows();
  assert.equal(world.tries(organizationKey('dan')).suspends(), 'not_the_owner_side');
  assert.equal(world.tries(organizationKey('dan')).revokes(), 'not_a_party');
});

test('A Rover token asks for its team and decides nothing, even where a policy names its key', () => {
  const token = { ...teamKey('checkout', 'bob'), rover: true } as const;
  const world = asked();
  assert.equal(world.tries(token).allows(), 'not_an_approver');
  assert.equal(world.tries(token).denies(), 'not_an_approver');
  world.as(bob).allows();
  assert.equal(world.tries(token).suspends(), 'not_the_owner_side');
  assert.equal(world.tries(token).revokes(), 'not_a_party');
  const named = new World({ strategy: 'External', external: { key: token.id, name: 'Tickets', url: null } });
  named.as(alice).asks();
  assert.equal(named.tries(token).allows(), 'not_an_approver');
  new World().as({ ...teamKey('analytics', 'amir'), rover: true }).asks();
});

test('A policy may name who approves, as people and as teams, and then nobody else does', () => {
  const world = new World({
    approvers: { people: ['eve' as PersonId], teams: ['platform' as TeamId] },
  });
  world.as(alice).asks();
  assert.deepEqual(world.awaited().people, ['dan', 'eve']);
  assert.equal(world.tries(bob).allows(), 'not_an_approver');
  world.as(dan).allows();
  assert.equal(world.tries(bob).suspends(), 'not_the_owner_side');
  world.as(eve).suspends();
});

test('A role is read however it is spelled, and any other word acts as member', () => {
  for (const word of ['owner', 'Owner', ' OWNER ']) assert.equal(roleFrom(word), 'owner');
  for (const word of ['approver', 'Approver']) assert.equal(roleFrom(word), 'approver');
  for (const word of ['member', 'Data Steward', 'owners', '', null, undefined])
    assert.equal(roleFrom(word), 'member');
});

test('A plain member of an ancestor does not speak for the teams below, its owner does', () => {
  const roster = rostersOf([
    { person: 'frank', team: 'commerce', role: 'owner' },
    { person: 'eve', team: 'commerce', role: 'member' },
  ]).get('checkout' as TeamId);
  assert.equal(isMember(roster, frank.id), true);
  assert.equal(isMember(roster, eve.id), false);
  assert.equal(isMember(roster, null), false);
});

test('An owner of an ancestor owns the teams below, an approver owns none', () => {
  const roster = rostersOf(memberships).get('checkout' as TeamId);
  assert.deepEqual(
    [bob, carol, frank, alice].map((who) => isOwner(roster, who.id)),
    [true, false, true, false],
  );
  assert.equal(isOwner(roster, null), false);
});

test('A person who holds several roles is one person', () => {
  const roster: Roster = {
    team: 'checkout' as TeamId,
    parent: null,
    people: [
      { person: bob.id, role: 'owner', direct: true },
      { person: bob.id, role: 'approver', direct: false },
    ],
  };
  assert.deepEqual(approversOf(roster), ['bob']);
  assert.deepEqual(ownersOf(roster), ['bob']);
});

test('A key stands for its maker, and one without a maker for nobody', () => {
  assert.deepEqual(actorOf(teamKey('checkout', 'bob')), {
    type: 'team-key',
    id: 'checkout-key',
    person: 'bob',
  });
  const world = new World();
  const nobodys = organizationKey(null);
  world.as(nobodys).asks();
  assert.equal(world.tries(nobodys).allows(), 'own_request');
  world.as(organizationKey(null, 'another-key')).allows();
});

test('An organization key gives back what it filed, and takes away what others filed', () => {
  const key = organizationKey('dan', 'asking-key');
  const mine = new World({ strategy: 'Auto' });
  mine.as(key).asks();
  mine.as(key).revokes();
  assert.equal(mine.refusals.size, 0);
  const others = new World({ strategy: 'Auto' });
  others.as(alice).asks();
  others.as(key).revokes();
  assert.deepEqual([...others.refusals], ['team:analytics']);
});

test('Every action that is not available says why', () => {
  const world = asked();
  const codes = (who: typeof bob) =>
    Object.fromEntries(
      (['approve', 'reject', 'withdraw', 'suspend', 'resume', 'cancel', 'renew', 'delete'] as const).map(
        (name) => {
          const action = world.action(name, who);
          return [name, action.allowed ? 'allowed' : action.code];
        },
      ),
    );
  assert.deepEqual(codes(alice), {
    approve: 'own_request',
    reject: 'own_request',
    withdraw: 'allowed',
    suspend: 'not_the_owner_side',
    resume: 'not_the_owner_side',
    cancel: 'allowed',
    renew: 'nothing_to_renew',
    delete: 'allowed',
  });
  assert.deepEqual(codes(bob), {
    approve: 'allowed',
    reject: 'allowed',
    withdraw: 'not_your_side',
    suspend: 'wrong_state',
    resume: 'wrong_state',
    cancel: 'wrong_state',
    renew: 'not_your_side',
    delete: 'allowed',
  });
  const refusal = world.action('suspend', bob);
  assert.deepEqual(refusal, {
    allowed: false,
    code: 'wrong_state',
    reason: { en: 'Nothing has been granted yet.', de: 'Noch ist nichts gewährt.' },
  });
});

function asked(): World {
  const world = new World();
  world.as(alice).asks();
  return world;
}
