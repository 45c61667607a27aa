// Design 3.3, rules 7 and 8: effective access is the union of live grants, a renewal leaves no gap, and the period is
// judged when somebody looks, whatever timers did. Sweeping only makes the log agree: at the right instant, once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextDue } from '../../src/core/access.ts';
import { lapse } from '../../src/core/lapse.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { alice, bob, carol, terms } from './cast.ts';
import { World } from './world.ts';

const start = new World().now;

test('A grant counts from its beginning and no longer at its end, to the millisecond', () => {
  const world = granted({ from: start + hour, until: start + 2 * hour });
  const at = (instant: number) => world.rolesNow(undefined, instant) !== null;
  assert.deepEqual([start, start + hour - 1, start + hour, start + 2 * hour - 1, start + 2 * hour].map(at), [
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('The period is judged at reading, although no sweeper ever runs', () => {
  const world = granted({ duration: 8 * hour });
  world.passesUnswept(8 * hour - 1);
  assert.deepEqual([world.state(), world.rolesNow()], ['Granted', ['read']]);
  world.passesUnswept(1);
  assert.deepEqual([world.state(), world.rolesNow()], ['Expired', null]);
  assert.equal(world.tries(bob).suspends(), 'wrong_state');
  assert.equal(world.tries(bob).revokes(), 'wrong_state');
});

test('Two accesses of one consumer are independent: the end of one takes nothing from the other', () => {
  const world = new World();
  for (const [id, duration] of [
    ['short', 2 * hour],
    ['long', 9 * hour],
  ] as const) {
    world.as(alice, { id }).asks({ duration });
    world.as(bob, { id }).allows();
  }
  const union = () => ['short', 'long'].some((id) => world.rolesNow(id) !== null);
  world.passes(3 * hour);
  assert.deepEqual([world.state('short'), world.state('long'), union()], ['Expired', 'Granted', true]);
  world.as(bob, { id: 'long' }).revokes();
  assert.equal(union(), false);
});

test('A renewal leaves no gap: the old grant ends in the instant in which the new one begins', () => {
  const world = granted({ duration: 10 * day });
  world.passes(9 * day);
  world.as(alice).asksAgain({ duration: 10 * day });
  world.passes(hour);
  world.as(bob).allows();
  const [old, next] = world.access().grants;
  assert.equal(old!.until, next!.from);
  assert.equal(next!.from, world.now);
  assert.equal(next!.until, world.now + 10 * day);
  assert.deepEqual(world.told().slice(-2), ['request.granted', 'access.activated']);
});

test('A renewal that begins later lets the old grant run until then', () => {
  const world = granted({ until: start + 10 * day });
  world.as(alice).asks({ from: start + 8 * day, until: start + 20 * day });
  world.as(bob).allows();
  for (let at = start; at < start + 20 * day; at += hour)
    assert.ok(world.rolesNow(undefined, at), `${(at - start) / day} days`);
  assert.equal(world.rolesNow(undefined, start + 20 * day), null);
  world.passes(21 * day);
  assert.equal(world.told().filter((type) => type === 'access.deactivated').length, 0);
  assert.equal(world.state(), 'Expired');
});

test('A renewal that begins after the old grant leaves the gap that was asked for, and tells it', () => {
  const world = granted({ until: start + 2 * day });
  world.as(alice).asks({ from: start + 5 * day, until: start + 6 * day });
  world.as(bob).allows();
  world.passes(3 * day);
  assert.deepEqual([world.state(), world.rolesNow()], ['Granted', null]);
  assert.equal(world.told().at(-1), 'access.deactivated');
  world.passes(2 * day);
  assert.deepEqual(world.rolesNow(), ['read']);
  world.passes(day);
  assert.deepEqual(world.told().slice(-3), ['access.activated', 'access.expiring', 'access.expired']);
});

test('A shorter grant that replaces a later one leaves nothing of it behind', () => {
  const world = granted({ until: start + 10 * day });
  world.as(alice).asks({ from: start + 5 * day, until: start + 20 * day });
  world.as(bob).allows();
  world.as(alice).asks({ until: start + day });
  world.as(bob).allows();
  world.passesUnswept(day);
  assert.deepEqual([world.state(), world.rolesNow()], ['Expired', null]);
  world.sweeps();
  assert.equal(world.told().at(-1), 'access.expired');
  assert.equal(nextDue(world.access(), world.now), null);
});

test('A grant that is taken back before it begins never begins', () => {
  const world = granted({ from: start + 5 * day, until: start + 9 * day });
  world.as(bob).revokes();
  world.passes(10 * day);
  assert.equal(world.state(), 'Revoked');
  assert.ok(!world.told().includes('access.activated'));
});

test('No start, or one in the past, means from the decision on', () => {
  for (const from of [null, start - 5 * day, start, start + minute]) {
    const world = new World();
    world.as(alice).asks({ from, duration: 8 * hour });
    world.passes(hour);
    world.as(bob).allows();
    assert.deepEqual(
      [world.access().grants[0]!.from, world.access().grants[0]!.until],
      [start + hour, start + 9 * hour],
    );
  }
});

test('A request whose asked end has passed is Expired before its deadline', () => {
  const world = new World();
  world.as(alice).asks({ until: start + hour });
  world.passesUnswept(hour);
  assert.equal(world.state(), 'Expired');
  assert.equal(world.tries(bob).allows(), 'request_expired');
  world.sweeps();
  assert.deepEqual(world.told(), ['request.filed', 'request.expired']);
});

test('A rejection whose asked end has passed is not reconsidered', () => {
  const world = new World();
  world.as(alice).asks({ until: start + hour });
  world.as(bob).denies();
  world.passes(hour);
  assert.equal(world.tries(bob).allows(), 'request_expired');
  assert.equal(world.action('approve', bob).allowed, false);
});

test('First allows whose own end has passed are not completed silently', () => {
  const world = new World({ strategy: 'FourEyes' });
  world.as(alice).asks({ until: start + 5 * day });
  world.as(bob).allows({ terms: terms({ until: start + day }) });
  world.passes(2 * day);
  assert.equal(world.tries(carol).allows(), 'period_empty');
  world.as(carol).allows({ terms: terms({}) });
  assert.equal(world.state(), 'SemiGranted');
});

test('A suspension does not stop the clock', () => {
  const world = granted({ duration: 10 * day });
  world.passes(day);
  world.as(bob).suspends();
  world.passes(8 * day);
  world.as(carol).resumes();
  assert.deepEqual(world.rolesNow(), ['read']);
  world.passes(day);
  assert.equal(world.state(), 'Expired');
});

test('Everything that time does is told once, at its instant', () => {
  const world = new World();
  world.as(alice).asks({ from: start + day, until: start + 91 * day });
  world.as(bob).allows();
  world.passes(100 * day);
  const timed = world.log.map(({ at, fact }) => `${(at - start) / day} ${fact.type}`).slice(2);
  assert.deepEqual(timed, [
    '1 access.activated',
    ...[61, 68, 75, 82, 84, 85, 86, 87, 88, 89, 90].map((days) => `${days} access.expiring`),
    '91 access.expired',
  ]);
  assert.equal(nextDue(world.access(), world.now), null);
});

test('After a downtime what was missed is told once, and sweeping again tells nothing', () => {
  const world = new World();
  world.as(alice).asks({ from: start + day, until: start + 91 * day });
  world.as(bob).allows();
  world.passesUnswept(88 * day + hour);
  assert.equal(world.sweeps(), 2);
  assert.deepEqual(world.told().slice(-2), ['access.activated', 'access.expiring']);
  assert.equal(world.sweeps(), 0);
  world.passesUnswept(30 * day);
  assert.equal(world.sweeps(), 1);
  assert.equal(world.sweeps(), 0);
});

test('A grant that came and went while nobody looked was never announced, and is told as over', () => {
  const world = granted({ from: start + day, until: start + 2 * day });
  world.passesUnswept(3 * day);
  world.sweeps();
  assert.equal(world.told().at(-1), 'access.expired');
  assert.deepEqual(world.log.at(-1)!.fact.data, { wasLive: false });
});

test('An act that comes before a late sweeper does not swallow the end that was to be told', () => {
  const world = granted({ until: start + 2 * day });
  world.as(alice).asks({ from: start + 5 * day, until: start + 6 * day });
  world.as(bob).allows();
  world.passesUnswept(3 * day);
  world.as(alice).annotates({ tags: ['late'] });
  assert.equal(nextDue(world.access(), world.now), world.now, 'due at once');
  world.sweeps();
  assert.equal(world.told().at(-1), 'access.deactivated');
});

test('A grant that begins after the last one ended unswept does not leave the world believing in the old one', () => {
  const world = granted({ until: start + 2 * day });
  world.passesUnswept(3 * day);
  world.as(alice).asks({ from: start + 5 * day, until: start + 6 * day });
  world.as(bob).allows();
  assert.equal(nextDue(world.access(), world.now), world.now);
  world.sweeps();
  assert.equal(world.told().at(-1), 'access.deactivated');
  world.passes(2 * day);
  assert.equal(world.told().at(-1), 'access.activated');
});

test('Whoever has renewed is not reminded of the end of what was renewed', () => {
  const world = granted({ until: start + 90 * day });
  world.passes(61 * day);
  assert.equal(world.told().at(-1), 'access.expiring');
  world.as(alice).asks({ from: start + 80 * day, until: start + 400 * day });
  world.as(bob).allows();
  world.passes(40 * day);
  assert.equal(world.told().filter((type) => type === 'access.expiring').length, 1);
});

test('Asking for a renewal repeats no reminder, and a reminder of waiting swallows none of the end', () => {
  const world = granted({ until: start + 90 * day });
  world.passes(60 * day);
  assert.equal(world.told().at(-1), 'access.expiring');
  world.as(alice).asks({ until: start + 365 * day });
  assert.equal(world.sweeps(), 0);
  world.passesUnswept(16 * day);
  world.sweeps();
  assert.deepEqual(world.told().slice(-2), ['request.waiting', 'access.expiring']);
});

test('A request is remembered twice before its deadline, and then expires', () => {
  const world = new World();
  world.as(alice).asks();
  world.passes(40 * day);
  assert.deepEqual(
    world.log.map(({ at, fact }) => `${(at - start) / day} ${fact.type}`),
    ['0 request.filed', '15 request.waiting', '27 request.waiting', '30 request.expired'],
  );
});

test('Time does nothing to what is over, deleted, or was never asked to end', () => {
  const world = granted();
  assert.equal(nextDue(world.access(), world.now), null);
  world.passes(4000 * day);
  assert.deepEqual(world.rolesNow(), ['read']);
  world.as(alice).deletes();
  assert.equal(nextDue(world.access(), world.now), null);
  assert.deepEqual(lapse(world.access(), world.now + 4000 * day).facts, []);
});

test('A suspended access is due only at its end, and is resumed into whatever runs by then', () => {
  const world = granted({ until: start + 10 * day });
  world.as(alice).asks({ roles: ['write'], from: start + 5 * day, until: start + 20 * day });
  world.as(bob).allows();
  world.as(bob).suspends();
  assert.equal(nextDue(world.access(), world.now), start + 20 * day);
  world.passes(6 * day);
  world.as(carol).resumes();
  assert.deepEqual(world.rolesNow(), ['write']);
  assert.equal(world.sweeps(), 0, 'resuming has told it');
  world.passes(20 * day);
  assert.equal(world.told().at(-1), 'access.expired');
});

test('An access that is suspended before it begins is announced when it begins after resume', () => {
  const world = granted({ from: start + 5 * day, until: start + 9 * day });
  world.as(bob).suspends();
  world.as(carol).resumes();
  assert.equal(world.rolesNow(), null);
  world.passes(5 * day);
  assert.equal(world.told().at(-1), 'access.activated');
});

test('What ended is begun again by a granted request, after expiry and after revocation', () => {
  for (const ending of ['expired', 'revoked'] as const) {
    const world = granted({ duration: day });
    if (ending === 'expired') world.passes(day);
    else world.as(bob).revokes();
    world.as(alice).asksAgain({ duration: day });
    world.as(bob).allows();
    assert.deepEqual([world.state(), world.rolesNow()], ['Granted', ['read']], ending);
  }
});

function granted(parts = {}): World {
  const world = new World();
  world.as(alice).asks(parts);
  world.as(bob).allows();
  return world;
}
