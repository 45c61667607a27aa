// Design 3.3, rule 10: a write that says `approved` counts only when it creates the access, and only for a decider who is
// not on the consumer's side. Then it is that principal's own allow and counts as one, never as more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId } from '../../src/core/ids.ts';
import type { Principal } from '../../src/core/principal.ts';
import {
  alice,
  bob,
  carol,
  eve,
  frank,
  organizationKey,
  personally,
  product,
  teamKey,
  userKey,
} from './cast.ts';
import { World } from './world.ts';

test('A decider without interest grants directly, and it is recorded as their decision', () => {
  for (const who of [bob, carol, frank, userKey('bob'), teamKey('checkout', 'bob'), organizationKey('dan')]) {
    const world = new World();
    world.as(who).claimsApproval();
    assert.equal(world.state(), 'Granted');
    assert.equal(world.request().asker, null);
    assert.equal(world.request().decisions[0]!.by.type, who.type);
    assert.deepEqual(world.told(), ['request.filed', 'request.granted', 'access.activated']);
  }
});

test('From the consumer’s side the claim is worth nothing: it is a request', () => {
  const claiming: Principal[] = [alice, teamKey('analytics', 'amir'), organizationKey('alice')];
  for (const who of claiming) {
    const world = new World();
    world.as(who).claimsApproval();
    assert.equal(world.state(), 'Pending');
    assert.equal(world.request().asker?.type, who.type);
  }
});

test('An owner who works for the consumer’s team too only asks', () => {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(bob).claimsApproval();
  assert.deepEqual([world.state(), world.request().asker?.id], ['Pending', 'bob']);
  assert.equal(world.tries(bob).allows(), 'own_request');
  const byKey = new World();
  byKey.joins({ person: 'bob', team: 'analytics', role: 'member' });
  assert.equal(byKey.tries(teamKey('checkout', 'bob')).claimsApproval(), 'not_your_side');
});

test('Nobody grants themself directly', () => {
  const world = new World({ ownTeam: 'ask' });
  const on = { consumer: personally('bob') };
  world.as(bob, on).claimsApproval();
  assert.equal(world.state(), 'Pending');
  const byKey = new World({ ownTeam: 'ask' });
  byKey.as(organizationKey('bob'), on).claimsApproval();
  assert.equal(byKey.state(), 'Pending');
});

test('The own team’s key asks for its own team, and grants it nothing', () => {
  const world = new World({ ownTeam: 'ask' });
  const key = teamKey('checkout', null);
  world.as(key, { consumer: product('orders', 'checkout') }).claimsApproval();
  assert.deepEqual([world.state(), world.request().asker?.id], ['Pending', 'checkout-key']);
});

test('An outsider gets nothing by the claim', () => {
  const world = new World();
  assert.equal(world.tries(eve).claimsApproval(), 'not_your_side');
  world.organizationKeysDecide = false;
  world.as(organizationKey('dan')).claimsApproval();
  assert.equal(world.state(), 'Pending');
});

test('Under FourEyes a direct grant is one of two allows', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(bob).claimsApproval();
  assert.equal(world.state(), 'SemiGranted');
  assert.equal(world.tries(bob).allows(), 'nothing');
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('A team that is trusted does not make one allow of a direct grant two', () => {
  const world = new World({
    strategy: 'FourEyes',
    trusted: [{ team: 'analytics' as never, setBy: null }],
  });
  world.as(bob).claimsApproval();
  assert.equal(world.state(), 'SemiGranted');
  world.policy = { ...world.policy, strategy: 'Simple' };
  assert.equal(world.tries(bob).allows(), 'nothing', 'asked under FourEyes, so two it is');
});

test('Under FourEyes a key’s claim is no allow at all', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(organizationKey('dan')).claimsApproval();
  assert.equal(world.state(), 'Pending');
  world.as(bob).allows();
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('Nobody on the consumer’s side completes a direct grant, because nobody else asked for it', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.joins({ person: 'carol', team: 'analytics', role: 'member' });
  world.as(bob).claimsApproval();
  assert.equal(world.tries(carol).allows(), 'own_request');
  assert.deepEqual(world.awaited().people, ['frank']);
  assert.equal(world.tries(alice).asks(), 'nothing');
  world.as(frank).allows();
});

test('Under External a direct grant stays Pending until the external system decides', () => {
  const world = new World({
    strategy: 'External',
    external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
  });
  world.as(bob).claimsApproval();
  assert.equal(world.state(), 'Pending');
  world.as(organizationKey('dan', 'ticket-system')).allows();
  assert.equal(world.state(), 'Granted');
});

test('What is decided in the browser is not granted by a write from elsewhere', () => {
  const world = new World({ inBrowser: true });
  world.as(bob, { channel: 'rest' }).claimsApproval();
  assert.equal(world.state(), 'Pending');
});

test('On an access that exists the claim is ignored: after a revoke nothing is approved again by it', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).allows();
  world.as(bob).revokes();
  assert.equal(world.tries(bob).claimsApproval(), 'not_your_side');
  world.as(organizationKey('dan')).claimsApproval();
  assert.deepEqual([world.request().state, world.standing()], ['Pending', 'Revoked']);
  const deleted = new World();
  deleted.as(alice).asks();
  deleted.as(alice).deletes();
  deleted.as(organizationKey('dan')).claimsApproval();
  assert.equal(deleted.state(), 'Pending');
});
