// The system looks again at a request that waits: trust given meanwhile grants it, if it was given without interest and
// nobody was refused before; an eye that was lost is void. Nothing else that changed reaches it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeamId } from '../../src/core/ids.ts';
import { actorOf } from '../../src/core/principal.ts';
import type { Setter } from '../../src/core/policy.ts';
import { hour } from '../../src/core/time.ts';
import { alice, bob, carol, personally, product } from './cast.ts';
import { World } from './world.ts';

const analytics = 'analytics' as TeamId;
const byCarol: Setter = { actor: actorOf(carol), team: null };
const byBob: Setter = { actor: actorOf(bob), team: null, belongedTo: [analytics] };

test('Trust that somebody without interest gave reaches what waits, and the system is written down', () => {
  const world = trustedLater(byCarol);
  assert.equal(world.state(), 'Granted');
  assert.equal(world.request().decisions[0]!.by.type, 'system');
});

test('Trust that the consumer’s side gave never reaches what waits, not even when they leave the team', () => {
  const world = trustedLater(byBob);
  assert.equal(world.state(), 'Pending');
  world.leaves('bob', 'analytics');
  world.reconsiders();
  assert.equal(world.state(), 'Pending');
});

test('“Own team” that is switched on while the own team’s request waits does not reach it', () => {
  for (const consumer of [product('orders', 'checkout'), personally('bob')]) {
    const world = new World({ ownTeam: 'ask' });
    world.as(bob, { consumer }).asks();
    world.policy = { ...world.policy, ownTeam: 'auto' };
    world.reconsiders();
    assert.equal(world.state(), 'Pending');
  }
});

test('A strategy that became Auto reaches nothing that waits', () => {
  const world = new World();
  world.as(alice).asks();
  world.policy = { ...world.policy, strategy: 'Auto', strategySetBy: byCarol };
  world.reconsiders();
  assert.equal(world.state(), 'Pending');
});

test('Who was refused before needs a person, although the team is trusted and free by now', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(carol).denies();
  world.as(alice).asks({ purpose: 'Once more' });
  const other = { id: 'other', consumer: product('margins') };
  world.as(alice, other).asks();
  world.as(carol, other).allows();
  world.policy = { ...world.policy, trusted: [{ team: analytics, setBy: byCarol }] };
  world.reconsiders();
  assert.equal(world.state(), 'Pending');
});

test('A direct grant that waits is the owner side’s affair, trusted or not', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(bob).claimsApproval();
  world.policy = { ...world.policy, trusted: [{ team: analytics, setBy: byCarol }] };
  world.reconsiders();
  assert.equal(world.state(), 'SemiGranted');
});

test('Nothing is granted to what is gone, and what is over expires by itself', () => {
  const world = new World();
  world.as(alice).asks({ until: world.now + hour });
  world.policy = { ...world.policy, trusted: [{ team: analytics, setBy: byCarol }] };
  world.resource = { ...world.resource, gone: true };
  world.reconsiders();
  assert.equal(world.state(), 'Pending');
  world.resource = { ...world.resource, gone: false };
  world.passesUnswept(hour);
  world.reconsiders();
  assert.equal(world.state(), 'Expired');
});

test('Looking again voids a first allow whose giver may no longer approve', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(alice).asks();
  world.as(bob).allows();
  world.reconsiders();
  assert.equal(world.state(), 'SemiGranted');
  world.leaves('bob');
  world.reconsiders();
  assert.equal(world.state(), 'Pending');
});

function trustedLater(setBy: Setter): World {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(alice).asks();
  world.policy = { ...world.policy, trusted: [{ team: analytics, setBy }] };
  world.reconsiders();
  return world;
}
