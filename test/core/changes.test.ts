// Design 3.3, rule 6: more roles or a later end is a new request, and the old grant stands meanwhile; less acts at once;
// and what only looks different is no change, voids no allow, asks nothing and logs nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, hour } from '../../src/core/time.ts';
import { alice, amir, bob, carol, eve, organizationKey, product, teamKey, wish } from './cast.ts';
import { World } from './world.ts';

test('The order of scopes and white space are no change: nothing is asked, nothing is logged, no allow is void', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(alice).asks({ roles: ['read', 'write'] });
  world.as(bob).allows();
  const same = [
    { roles: ['write', 'read'] },
    { roles: ['read', ' write ', 'read', ''] },
    { roles: ['read', 'write'], purpose: '  Predict   which\ncustomers leave ' },
  ];
  for (const parts of same) assert.equal(world.tries(amir).asks(parts), 'nothing');
  world.as(carol).allows();
  for (const parts of same) assert.equal(world.tries(amir).asks(parts), 'nothing');
  assert.equal(world.told().length, 4);
});

test('Links, tags and custom fields are no change of what was agreed and void no allow', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(alice).asks();
  world.as(bob).allows();
  world.as(alice).annotates({ tags: ['pii'], links: { ticket: 'T-1' }, custom: { costCentre: '7', b: '1' } });
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});

test('The same notes in another order are no change', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(alice).annotates({ custom: { a: '1', b: '2' } });
  assert.equal(world.tries(bob).annotates({ custom: { b: '2', a: '1' } }), 'nothing');
  assert.equal(world.tries(eve).annotates({ tags: ['mine'] }), 'not_a_party');
  const unrelated = teamKey('platform', 'alice', 'platform-key');
  assert.equal(world.tries(unrelated).annotates({ tags: ['mine'] }), 'not_a_party');
});

test('More roles are a new request, and the old grant stands until it is decided', () => {
  const world = granted();
  world.as(alice).asks({ roles: ['read', 'write'] });
  assert.deepEqual([world.request().nature, world.request().state], ['change', 'Pending']);
  assert.deepEqual(world.rolesNow(), ['read']);
  world.as(carol).denies();
  assert.deepEqual(world.rolesNow(), ['read']);
  assert.equal(world.state(), 'Granted');
});

test('A granted change takes the dropped roles away at once', () => {
  const world = granted();
  world.as(alice).asks({ roles: ['write'] });
  world.as(bob).allows();
  assert.deepEqual(world.rolesNow(), ['write']);
});

test('A later end is a new request; a shorter one acts at once and asks nobody', () => {
  const world = granted({ until: new World().now + 30 * day });
  world.as(alice).narrows({ until: world.now + 10 * day });
  assert.equal(world.access().grants[0]!.until, world.now + 10 * day);
  assert.equal(world.request().state, 'Granted');
  world.as(alice).asks({ until: world.now + 60 * day });
  assert.deepEqual([world.request().nature, world.request().state], ['renewal', 'Pending']);
});

test('Narrowing never widens: a later end and foreign roles are left out', () => {
  const world = granted({ until: new World().now + 30 * day });
  assert.equal(world.tries(alice).narrows({ until: world.now + 60 * day }), 'nothing');
  assert.equal(world.tries(alice).narrows({ roles: ['read', 'write', 'admin'] }), 'nothing');
  assert.equal(world.access().grants[0]!.until, world.now + 30 * day);
  assert.deepEqual(world.rolesNow(), ['read']);
});

test('Dropping the last role, or ending now, is giving back', () => {
  for (const to of [{ roles: [] }, { roles: ['write'] }, { until: new World().now }]) {
    const world = granted();
    world.as(alice).narrows(to);
    assert.equal(world.state(), 'Revoked');
    assert.equal(world.rolesNow(), null);
  }
});

test('Dropping the role that runs now keeps the one that is to come, and the other way round', () => {
  const later = new World().now + 10 * day;
  const change = { roles: ['write'], from: later };
  const first = granted();
  first.as(alice).asks(change);
  first.as(bob).allows();
  first.as(alice).narrows({ roles: ['write'] });
  assert.deepEqual([first.rolesNow(), first.rolesNow(undefined, later)], [null, ['write']]);
  first.passes(10 * day);
  assert.deepEqual(first.rolesNow(), ['write']);

  const second = granted();
  second.as(alice).asks(change);
  second.as(bob).allows();
  second.as(alice).narrows({ roles: ['read'] });
  assert.deepEqual([second.rolesNow(), second.rolesNow(undefined, later)], [['read'], null]);
});

test('What was narrowed is not granted any more, so the same ask is a new request', () => {
  const world = granted({ roles: ['read', 'write'] });
  world.as(alice).narrows({ roles: ['read'] });
  world.as(alice).asks({ roles: ['read', 'write'] });
  assert.equal(world.request().state, 'Pending');
  assert.deepEqual(world.rolesNow(), ['read']);
});

test('What an approver granted narrower than asked is not asked again by the same words', () => {
  const world = new World();
  world.as(alice).asks({ roles: ['read', 'write'] });
  world.as(bob).allows({ terms: { until: null, duration: null, roles: ['read'] } });
  assert.equal(world.tries(alice).asks({ roles: ['read', 'write'] }), 'nothing');
  assert.deepEqual(world.rolesNow(), ['read']);
});

test('A renewal by the same words counts from the new decision', () => {
  const world = granted({ duration: 10 * day });
  world.passes(8 * day);
  assert.equal(world.tries(alice).asks({ duration: 10 * day }), 'nothing');
  world.as(alice).asksAgain({ duration: 10 * day });
  assert.equal(world.request().nature, 'renewal');
  world.passes(day);
  world.as(bob).allows();
  assert.equal(world.access().grants.at(-1)!.until, world.now + 10 * day);
});

test('Renewing needs something that was granted, nothing that waits, and no tombstone', () => {
  const world = new World();
  world.as(alice).asks();
  assert.deepEqual(reason(world), 'nothing_to_renew');
  world.as(bob).allows();
  assert.deepEqual(reason(world), undefined);
  world.as(alice).asks({ roles: ['write'] });
  assert.deepEqual(reason(world), 'request_open');
  world.as(alice).deletes();
  assert.deepEqual(reason(world), 'access_not_found');
});

test('A different ask replaces the one that waits, which is closed as withdrawn', () => {
  const world = new World();
  world.as(alice).asks();
  const first = world.request().id;
  world.as(alice).asks({ roles: ['write'] });
  assert.deepEqual(
    world.closed.map(({ id, state }) => ({ id, state })),
    [{ id: first, state: 'Withdrawn' }],
  );
  assert.equal(world.request().number, 2);
});

test('A request whose time is over is closed as expired when the next one comes before a sweeper', () => {
  const world = new World();
  world.as(alice).asks();
  world.passesUnswept(31 * day);
  world.as(alice).asks();
  assert.equal(world.closed[0]!.state, 'Expired');
  assert.deepEqual(world.told(), ['request.filed', 'request.expired', 'request.filed']);
});

test('A rejected ask that is repeated by the same words asks nothing; in other words it asks anew', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).denies();
  assert.equal(world.tries(alice).asks(), 'nothing');
  world.as(alice).asks({ purpose: 'Predict which customers leave, without names' });
  assert.equal(world.request().state, 'Pending');
});

test('A decision on what the decider did not see is refused', () => {
  const world = new World();
  world.as(alice).asks();
  const seen = world.request().fingerprint;
  world.as(alice).asks({ roles: ['write'] });
  assert.equal(world.tries(bob).allows({ seen }), 'changed_meanwhile');
  assert.equal(world.tries(bob).denies({ seen }), 'changed_meanwhile');
  world.as(bob).allows({ seen: world.request().fingerprint });
});

test('An access ends once and leaves a tombstone, and its request goes with it', () => {
  const world = granted();
  world.as(alice).asks({ roles: ['write'] });
  world.as(alice).deletes();
  assert.deepEqual(world.told().slice(-3), ['request.withdrawn', 'access.revoked', 'access.deleted']);
  assert.equal(world.state(), 'Revoked');
  assert.equal(world.tries(alice).deletes(), 'nothing');
  assert.equal(world.tries(eve).deletes(), 'not_a_party');
});

test('A tombstone is not brought back by reconsidering what was refused before', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).denies();
  world.as(alice).deletes();
  assert.equal(world.tries(bob).allows(), 'access_not_found');
  assert.equal(world.action('approve', bob).allowed, false);
});

test('Deleting ends what runs, so whoever may not end it may not delete it', () => {
  const world = granted();
  world.organizationKeysDecide = false;
  assert.equal(world.tries(organizationKey('dan')).revokes(), 'not_a_party');
  assert.equal(world.tries(organizationKey('dan')).deletes(), 'not_a_party');
});

test('An access never changes hands', () => {
  const world = granted();
  world.as(alice, { consumer: product('margins') }).asks({ roles: ['write'] });
  assert.deepEqual(world.access().consumer, product('churn-model'));
});

test('A purpose is mandatory, and a policy may demand that a person wrote it', () => {
  const world = new World();
  assert.equal(world.tries(alice).asks({ purpose: ' \n' }), 'purpose_missing');
  world.as(alice, { id: 'rover' }).asks({ purposeGenerated: true });
  world.policy = { ...world.policy, purposeByPerson: true };
  assert.equal(world.tries(alice).asks({ purposeGenerated: true }), 'purpose_generated');
  world.as(alice).asks();
});

test('Roles are those the resource offers; one that names none keeps any label', () => {
  const world = new World();
  assert.equal(world.tries(alice).asks({ roles: ['admin'] }), 'role_unknown');
  world.resource = { ...world.resource, offers: [] };
  world.as(alice).asks({ roles: ['admin'] });
  assert.deepEqual(world.request().ask, wish({ roles: ['admin'] }));
});

test('Nothing is asked of a resource that is gone, or for a consumer that is', () => {
  const world = new World();
  world.resource = { ...world.resource, gone: true };
  assert.equal(world.tries(alice).asks(), 'resource_not_found');
  assert.equal(world.tries(bob, { id: 'x' }).claimsApproval(), 'resource_not_found');
  world.resource = { ...world.resource, gone: false };
  world.consumerGone = true;
  assert.equal(world.tries(alice).asks(), 'consumer_unknown');
});

test('What hung on a resource or a consumer that is gone is ended by the system, and not allowed any more', () => {
  const world = granted({ duration: 8 * hour });
  world.as(alice).asks({ roles: ['write'] });
  world.as(bob).denies();
  const pending = { id: 'pending' };
  world.as(alice, pending).asks();
  world.resource = { ...world.resource, gone: true };
  for (const on of [{}, pending]) assert.equal(world.tries(carol, on).allows(), 'resource_not_found');
  world.ends('resource gone');
  world.ends('resource gone', 'pending');
  assert.deepEqual([world.state(), world.state('pending')], ['Revoked', 'Withdrawn']);
  assert.equal(world.tries(bob).allows(), 'resource_not_found');
  world.ends('resource gone');
  assert.equal(world.told().filter((type) => type === 'access.revoked').length, 1);
});

test('A suspended access of a consumer that is gone is not resumed', () => {
  const world = granted();
  world.as(bob).suspends();
  world.consumerGone = true;
  assert.equal(world.tries(bob).resumes(), 'consumer_unknown');
});

function granted(parts = {}): World {
  const world = new World();
  world.as(alice).asks(parts);
  world.as(bob).allows();
  return world;
}

function reason(world: World): string | undefined {
  const action = world.action('renew', alice);
  return action.allowed ? undefined : action.code;
}
