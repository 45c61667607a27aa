// Design 3.3, rule 1: nobody takes part in deciding their own request, whatever the surface, the key or the role. Bob
// owns checkout and works for analytics too, so he is always tempted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId } from '../../src/core/ids.ts';
import type { Channel } from '../../src/core/principal.ts';
import {
  alice,
  bob,
  carol,
  dan,
  organizationKey,
  person,
  personally,
  product,
  team,
  teamKey,
  userKey,
} from './cast.ts';
import { World } from './world.ts';

test('Whoever asked decides neither way, on no surface and by no key', () => {
  const world = bobInBothTeams();
  world.as(bob).asks();
  const channels: Channel[] = ['web', 'rest', 'cli', 'slack', 'mail', 'rover', 'workflow', 'import'];
  for (const channel of channels)
    for (const hand of [bob, userKey('bob'), userKey('bob', 'second-key-of-bob')]) {
      assert.equal(world.tries(hand, { channel }).allows(), 'own_request', channel);
      assert.equal(world.tries(hand, { channel }).denies(), 'own_request', channel);
    }
  world.as(carol).allows();
});

test('What a person filed by a key of their own they do not decide at the keyboard', () => {
  const world = bobInBothTeams();
  world.as(userKey('bob')).asks();
  assert.equal(world.tries(bob).allows(), 'own_request');
});

test('A team key or an organization key made by the asker is the asker', () => {
  const world = bobInBothTeams();
  world.as(bob).asks();
  assert.equal(world.tries(teamKey('checkout', 'bob')).allows(), 'own_request');
  assert.equal(world.tries(organizationKey('bob')).allows(), 'own_request');
  world.as(teamKey('checkout', 'carol')).allows();
});

test('Whoever made the key that filed a request does not decide it, in person or by their team key', () => {
  const world = bobInBothTeams();
  world.as(teamKey('analytics', 'bob', 'analytics-key')).asks();
  assert.equal(world.tries(bob).allows(), 'own_request');
  assert.equal(world.tries(teamKey('checkout', 'bob')).allows(), 'own_request');
  assert.equal(world.tries(organizationKey('bob')).allows(), 'own_request');
  world.as(carol).allows();
});

test('Whoever made the organization key that filed a request does not decide it in person', () => {
  const world = bobInBothTeams();
  world.as(organizationKey('bob')).asks();
  assert.equal(world.tries(bob).allows(), 'own_request');
  assert.equal(world.tries(organizationKey('bob')).allows(), 'own_request');
});

test('An organization key decides what another one filed, as one integration asks and another one decides', () => {
  const world = new World();
  world.as(organizationKey('dan', 'asking-key')).asks();
  assert.equal(world.tries(organizationKey('dan', 'asking-key')).allows(), 'own_request');
  world.as(organizationKey('dan', 'deciding-key')).allows();
});

test('A person who gets access decides nothing about it, whoever filed it', () => {
  const world = new World();
  const on = { consumer: personally('carol'), id: 'carol-reads-orders' };
  world.policy = { ...world.policy, ownTeam: 'ask' };
  world.as(organizationKey('dan', 'asking-key'), on).asks();
  assert.equal(world.tries(carol, on).allows(), 'own_request');
  assert.equal(world.tries(teamKey('checkout', 'carol'), on).allows(), 'own_request');
  assert.equal(world.tries(organizationKey('carol', 'other-key'), on).allows(), 'own_request');
  world.as(bob, on).allows();
});

test('An administrator decides nothing by being one', () => {
  const world = new World();
  world.as(alice).asks();
  assert.equal(world.tries(dan).allows(), 'not_an_approver');
  assert.equal(world.tries(dan).denies(), 'not_an_approver');
});

test('An administrator who asked does not decide, even as a named approver', () => {
  const world = new World({ approvers: { people: [dan.id, bob.id], teams: [] } });
  world.joins({ person: 'dan', team: 'analytics', role: 'member' });
  world.as(dan).asks();
  assert.equal(world.tries(dan).allows(), 'own_request');
  assert.deepEqual(world.awaited().people, ['bob']);
});

test('The asker is not among those a request waits for', () => {
  const world = bobInBothTeams();
  world.as(bob).asks();
  assert.deepEqual(world.awaited().people, ['carol', 'frank']);
});

test('An asker who owns the resource cannot pull the decision into a system of their own making', () => {
  const world = bobInBothTeams();
  world.as(bob).asks();
  const key = organizationKey('bob', 'bobs-system');
  world.policy = {
    ...world.policy,
    strategy: 'External',
    external: { key: 'bobs-system' as KeyId, name: "Bob's system", url: null },
    strategySetBy: { actor: { type: 'person', id: 'bob', person: bob.id }, team: null },
  };
  assert.equal(world.tries(key).allows(), 'own_request');
  assert.equal(world.awaited().strategy, 'Simple');
  world.as(carol).allows();
});

test('An external system set up by the consumer’s side does not decide their next request either', () => {
  const world = bobInBothTeams({
    strategy: 'External',
    external: { key: 'bobs-system' as KeyId, name: "Bob's system", url: null },
    strategySetBy: { actor: { type: 'person', id: 'bob', person: bob.id }, team: null },
  });
  world.as(alice).asks();
  assert.equal(world.request().strategy, 'Simple');
  assert.equal(world.request().becauseOf, 'set-by-consumer-side');
  world.as(carol).allows();
});

test('An external system does not decide what it filed itself', () => {
  const key = organizationKey('dan', 'ticket-system');
  const world = new World(ticketSystem);
  world.as(key).asks();
  assert.equal(world.tries(key).allows(), 'own_request');
});

test('A person’s own key is that person, even where a policy names it as the external system', () => {
  const world = bobInBothTeams(ticketSystem);
  const key = userKey('bob', 'ticket-system');
  world.as(bob).asks();
  assert.equal(world.tries(key).allows(), 'own_request');
  const byKey = { id: 'by-key' };
  world.as(teamKey('analytics', 'bob', 'analytics-key'), byKey).asks();
  assert.equal(world.tries(key, byKey).allows(), 'own_request');
  const forBob = { id: 'for-bob', consumer: personally('bob') };
  world.policy = { ...world.policy, ownTeam: 'ask' };
  world.as(organizationKey('dan'), forBob).asks();
  assert.equal(world.tries(key, forBob).allows(), 'own_request');
});

test('Who made the external credential does not matter, because it relays somebody else’s verdict', () => {
  const world = bobInBothTeams(ticketSystem);
  world.as(bob).asks();
  world.as(organizationKey('bob', 'ticket-system')).allows();
});

test('A relayed decision that names an asker as the decider is refused', () => {
  const world = new World(ticketSystem);
  const key = organizationKey('dan', 'ticket-system');
  world.as(alice).asks();
  assert.equal(world.tries(key).allows({ named: ['alice'] }), 'names_the_asker');
  assert.equal(world.tries(key).denies({ named: ['bob', 'alice'] }), 'names_the_asker');
  world.as(key).allows({ named: ['bob'] });
});

test('A relayed decision may not name the person who gets access either', () => {
  const world = new World(ticketSystem);
  const on = { consumer: personally('eve'), id: 'eve-reads-orders' };
  world.as(organizationKey('dan', 'asking-key'), on).asks();
  const key = organizationKey('dan', 'ticket-system');
  assert.equal(world.tries(key, on).allows({ named: ['eve'] }), 'names_the_asker');
});

test('A colleague of the asker who owns the resource may decide: only the asker is kept out', () => {
  const world = bobInBothTeams();
  world.as(alice).asks();
  world.as(bob).allows();
});

test('One may ask for oneself, for one’s team and for its products, and for nobody else', () => {
  const world = new World();
  const may = {
    'for herself': { consumer: personally('alice'), id: 'a' },
    'for her team': { consumer: team('analytics'), id: 'b' },
    'for its product': { consumer: product('churn-model'), id: 'c' },
  };
  for (const on of Object.values(may)) world.as(alice, on).asks();
  const mayNot = {
    'for a colleague': { consumer: personally('amir'), id: 'd' },
    'for another team': { consumer: team('platform'), id: 'e' },
    'for its product': { consumer: product('billing', 'platform'), id: 'f' },
  };
  for (const [what, on] of Object.entries(mayNot))
    assert.equal(world.tries(alice, on).asks(), 'not_your_side', what);
});

test('A team key asks for its team and its products, an organization key for anybody', () => {
  const world = new World();
  const key = teamKey('analytics', 'amir');
  world.as(key, { id: 'a' }).asks();
  assert.equal(world.tries(key, { consumer: personally('amir'), id: 'b' }).asks(), 'not_your_side');
  assert.equal(world.tries(key, { consumer: team('platform'), id: 'c' }).asks(), 'not_your_side');
  for (const [id, consumer] of Object.entries({ d: personally('eve'), e: team('platform') }))
    world.as(organizationKey('dan'), { consumer, id }).asks();
});

test('An auditor and a read-only key change nothing at all', () => {
  const world = new World();
  world.as(alice).asks();
  const auditor = { ...bob, auditor: true };
  const reader = { ...userKey('bob'), readOnly: true };
  assert.equal(world.tries(auditor).allows(), 'auditor_reads_only');
  assert.equal(world.tries(reader).allows(), 'read_only');
  assert.equal(world.tries({ ...alice, auditor: true }).withdraws(), 'auditor_reads_only');
  assert.equal(world.tries({ ...person('alice'), readOnly: true }).asks({ purpose: 'More' }), 'read_only');
  world.as(bob).allows();
  for (const who of [auditor, reader]) {
    const code = who.auditor ? 'auditor_reads_only' : 'read_only';
    const hand = world.tries(who);
    assert.deepEqual(
      [hand.suspends(), hand.revokes(), hand.narrows({ until: world.now + 1 }), hand.deletes()],
      [code, code, code, code],
    );
    assert.equal(hand.annotates({ tags: ['seen'] }), code);
    assert.equal(hand.allows(), code);
  }
});

const ticketSystem = {
  strategy: 'External',
  external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
} as const;

function bobInBothTeams(policy = {}): World {
  const world = new World(policy);
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  return world;
}
