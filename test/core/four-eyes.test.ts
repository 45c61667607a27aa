// Design 3.3, rule 2: FourEyes needs two different people who both may approve now and both allowed this request as it
// stands, on the same terms. Nothing else is an eye, and with too few eyes the request never decides itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, TeamId } from '../../src/core/ids.ts';
import { day, hour } from '../../src/core/time.ts';
import { alice, bob, carol, dan, frank, organizationKey, teamKey, terms, userKey } from './cast.ts';
import { World } from './world.ts';

test('Two different people grant', () => {
  const world = asked();
  world.as(bob).allows();
  assert.equal(world.state(), 'SemiGranted');
  assert.equal(world.rolesNow(), null);
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
  assert.deepEqual(world.rolesNow(), ['read']);
});

test('One person is one person, at the keyboard and by two keys', () => {
  const world = asked();
  world.as(bob).allows();
  assert.equal(world.tries(userKey('bob')).allows(), 'nothing');
  assert.equal(world.tries(userKey('bob', 'second-key-of-bob')).allows(), 'nothing');
  assert.equal(world.state(), 'SemiGranted');
});

test('Whoever has agreed is not offered to agree again, but to take it back or to say no', () => {
  const world = asked();
  world.as(bob).allows();
  const offered = (who: typeof bob) =>
    (['approve', 'reject', 'retract'] as const).map((name) => {
      const action = world.action(name, who);
      return action.allowed ? 'allowed' : action.code;
    });
  assert.deepEqual(offered(bob), ['agreed_already', 'allowed', 'allowed']);
  assert.deepEqual(offered(userKey('bob')), ['agreed_already', 'allowed', 'allowed']);
  assert.deepEqual(offered(carol), ['allowed', 'allowed', 'no_allow_of_yours']);
  world.as(bob).retracts();
  assert.deepEqual(offered(bob), ['allowed', 'allowed', 'no_allow_of_yours']);
  world.as(bob).allows();
  world.passesUnswept(31 * day);
  assert.deepEqual(offered(bob), ['request_expired', 'request_expired', 'no_allow_of_yours']);
});

test('A first allow from stricter days may be repeated where one yes has become enough', () => {
  const world = asked();
  world.as(bob).allows();
  world.policy = { ...world.policy, strategy: 'Simple' };
  assert.equal(world.action('approve', bob).allowed, false, 'it was asked under four eyes');
  const lax = new World();
  lax.as(alice).asks();
  lax.policy = { ...lax.policy, strategy: 'FourEyes' };
  lax.as(bob).allows();
  lax.policy = { ...lax.policy, strategy: 'Simple' };
  assert.equal(lax.action('approve', bob).allowed, true);
});

test('A key is no eye, but it may say no', () => {
  const world = asked();
  assert.equal(world.tries(teamKey('checkout', 'carol')).allows(), 'people_only');
  assert.equal(world.tries(organizationKey('dan')).allows(), 'people_only');
  world.as(bob).allows();
  world.as(organizationKey('dan')).denies();
  assert.equal(world.state(), 'Rejected');
});

test('A suspend and a resume are no eyes', () => {
  const world = granted();
  world.as(bob).suspends();
  world.as(alice).asks({ roles: ['read', 'write'] });
  world.as(carol).resumes();
  world.as(bob).allows();
  assert.equal(world.request().state, 'SemiGranted');
});

test('An allow of an earlier version of the request is no eye', () => {
  const world = asked();
  world.as(bob).allows();
  world.as(alice).asks({ purpose: 'Predict who comes back' });
  assert.equal(world.state(), 'Pending');
  world.as(carol).allows();
  assert.equal(world.state(), 'SemiGranted');
  world.as(bob).allows();
  assert.equal(world.state(), 'Granted');
});

test('An allow from before a rejection is no eye when the request is reconsidered', () => {
  const world = asked();
  world.as(bob).allows();
  world.as(carol).denies();
  world.as(carol).allows();
  assert.equal(world.state(), 'SemiGranted');
  world.as(bob).allows();
  assert.equal(world.state(), 'Granted');
});

test('An allow that was taken back is no eye', () => {
  const world = asked();
  world.as(bob).allows();
  world.as(bob).retracts();
  assert.equal(world.state(), 'Pending');
  world.as(carol).allows();
  assert.equal(world.state(), 'SemiGranted');
});

test('Only the giver takes a first allow back', () => {
  const world = asked();
  assert.equal(world.tries(bob).retracts(), 'no_allow_of_yours');
  world.as(bob).allows();
  assert.equal(world.tries(carol).retracts(), 'no_allow_of_yours');
  assert.equal(world.tries(alice).retracts(), 'no_allow_of_yours');
  world.as(userKey('bob')).retracts();
  assert.equal(world.tries(bob).retracts(), 'no_allow_of_yours');
});

test('Whoever took an allow back may give it again', () => {
  const world = asked();
  world.as(bob).allows();
  world.as(bob).retracts();
  world.as(bob).allows();
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('The first allow of somebody who may no longer approve does not count, even before a sweeper noticed', () => {
  const world = asked();
  world.as(bob).allows();
  world.leaves('bob');
  world.joins({ person: 'dan', team: 'checkout', role: 'approver' });
  world.as(carol).allows();
  assert.equal(world.state(), 'SemiGranted');
  world.as(dan).allows();
  assert.equal(world.state(), 'Granted');
});

test('A void allow keeps the instant since when it has been void', () => {
  const world = asked();
  world.as(bob).allows();
  world.passes(day);
  world.as(bob).retracts();
  const since = world.now;
  world.passes(day);
  world.as(carol).allows();
  world.as(bob).denies();
  assert.deepEqual(
    world.request().decisions.map((decision) => decision.voidSince),
    [since, world.now, null],
  );
});

test('The system voids the first allow of somebody who may no longer approve, and nobody else’s', () => {
  const world = asked();
  world.as(bob).allows();
  world.voidsLostEyes();
  assert.equal(world.state(), 'SemiGranted');
  world.leaves('bob');
  world.voidsLostEyes();
  assert.equal(world.state(), 'Pending');
  assert.deepEqual(world.told(), ['request.filed', 'request.semi_granted', 'request.allow_void']);
  assert.equal(world.request().decisions[0]!.voidSince, world.now);
});

test('A second approver who changes the terms voids the first allow, and two must agree on the new ones', () => {
  const world = asked({ roles: ['read', 'write'] });
  world.as(bob).allows();
  world.as(carol).allows({ terms: terms({ roles: ['read'] }) });
  assert.equal(world.state(), 'SemiGranted');
  world.as(bob).allows();
  assert.equal(world.state(), 'Granted');
  assert.deepEqual(world.rolesNow(), ['read']);
});

test('A second approver who says nothing about terms agrees to those of the first', () => {
  const world = asked({ roles: ['read', 'write'] });
  world.as(bob).allows({ terms: terms({ roles: ['write'], duration: 8 * hour }) });
  world.as(carol).allows();
  assert.deepEqual(world.rolesNow(), ['write']);
  assert.equal(world.access().grants[0]!.until, world.now + 8 * hour);
});

test('The same terms spelled differently are the same terms', () => {
  const until = new World().now + 9 * day;
  const world = asked({ roles: ['read', 'write'], until });
  world.as(bob).allows();
  world.as(carol).allows({ terms: terms({ roles: [' write', 'read', 'read'], until }) });
  assert.equal(world.state(), 'Granted');
  assert.deepEqual(world.rolesNow(), ['read', 'write']);
});

test('Terms that share a role are not the same terms', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.resource = { ...world.resource, offers: ['read', 'write', 'export'] };
  world.as(alice).asks({ roles: ['read', 'write', 'export'] });
  world.as(bob).allows({ terms: terms({ roles: ['read', 'write'] }) });
  world.as(carol).allows({ terms: terms({ roles: ['export', 'read'] }) });
  assert.equal(world.state(), 'SemiGranted');
});

test('An approver who changes their own terms starts again', () => {
  const world = asked({ roles: ['read', 'write'] });
  world.as(bob).allows();
  world.as(bob).allows({ terms: terms({ roles: ['read'] }) });
  assert.equal(world.state(), 'SemiGranted');
  assert.deepEqual(
    world.request().decisions.map((decision) => decision.voidSince === null),
    [false, true],
  );
});

test('With fewer people than eyes the request is shown as undecidable and handed to the parent team’s owners', () => {
  const world = new World({ strategy: 'FourEyes', approvers: { people: [bob.id], teams: [] } });
  world.as(alice).asks();
  assert.deepEqual(world.awaited(), {
    strategy: 'FourEyes',
    missing: 2,
    people: ['bob', 'frank'],
    system: null,
    undecidable: {
      en: 'needs 2, 1 may, so it was handed to the fallback approvers',
      de: 'nötig sind 2, 1 darf; darum geht es an die Ersatzleute',
    },
  });
  world.as(bob).allows();
  world.as(frank).allows();
  assert.equal(world.state(), 'Granted');
});

test('The policy’s own fallback approvers come before the parent team’s owners', () => {
  const world = new World({
    strategy: 'FourEyes',
    approvers: { people: [bob.id], teams: [] },
    fallback: { people: [], teams: ['platform' as TeamId] },
  });
  world.as(alice).asks();
  assert.deepEqual(world.awaited().people, ['bob', 'dan']);
  assert.equal(world.tries(frank).allows(), 'not_an_approver');
});

test('With nobody to fall back on the request waits, undecidable, and ends by its deadline alone', () => {
  const world = new World({
    strategy: 'FourEyes',
    approvers: { people: [bob.id], teams: [] },
    fallback: { people: ['bob' as PersonId], teams: [] },
  });
  world.as(alice).asks();
  assert.equal(world.awaited().undecidable?.en, 'needs 2, 1 may');
  world.as(bob).allows();
  assert.equal(world.tries(bob).allows(), 'nothing');
  world.passes(30 * day);
  assert.equal(world.state(), 'Expired');
});

test('The asker does not count among the eyes there are', () => {
  const world = new World({ strategy: 'FourEyes', approvers: { people: [bob.id, carol.id], teams: [] } });
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(bob).asks();
  assert.equal(world.awaited().undecidable?.en, 'needs 2, 1 may, so it was handed to the fallback approvers');
  assert.deepEqual(world.awaited().people, ['carol', 'frank']);
});

test('Fallback approvers step back when enough others may decide again, and so does their first allow', () => {
  const world = new World({ strategy: 'FourEyes', fallback: { people: [dan.id], teams: [] } });
  world.leaves('carol');
  world.leaves('frank');
  world.as(alice).asks();
  world.as(dan).allows();
  world.joins({ person: 'carol', team: 'checkout', role: 'approver' });
  assert.equal(world.tries(dan).allows(), 'nothing');
  world.as(bob).allows();
  assert.equal(world.state(), 'SemiGranted');
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('A first allow that is left over when one yes has become enough is completed by its giver’s next yes', () => {
  const world = new World();
  world.as(alice).asks();
  world.policy = { ...world.policy, strategy: 'FourEyes' };
  world.as(bob).allows();
  world.policy = { ...world.policy, strategy: 'Simple' };
  assert.deepEqual([world.awaited().missing, world.awaited().people], [1, ['bob', 'carol', 'frank']]);
  world.as(bob).allows();
  assert.equal(world.state(), 'Granted');
});

test('A first allow that is left over when one yes has become enough is completed by anybody’s yes', () => {
  const world = new World();
  world.as(alice).asks();
  world.policy = { ...world.policy, strategy: 'FourEyes' };
  world.as(bob).allows();
  world.policy = { ...world.policy, strategy: 'Simple' };
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('A rejection that is reconsidered after the deadline gives the second person time', () => {
  const world = asked();
  world.as(bob).denies();
  world.passes(60 * day);
  world.as(carol).allows();
  assert.equal(world.state(), 'SemiGranted');
  world.passes(day);
  world.as(bob).allows();
  assert.equal(world.state(), 'Granted');
});

test('The first of two eyes is told nothing new by repeating it after the deadline: the time is over', () => {
  const world = asked();
  world.as(bob).allows();
  world.passesUnswept(31 * day);
  assert.equal(world.tries(bob).allows(), 'request_expired');
  assert.equal(world.tries(carol).allows(), 'request_expired');
});

function asked(parts = {}): World {
  const world = new World({ strategy: 'FourEyes' });
  world.as(alice).asks(parts);
  return world;
}

function granted(): World {
  const world = asked();
  world.as(bob).allows();
  world.as(carol).allows();
  return world;
}
