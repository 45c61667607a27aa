// A PUT of a whole access, as clients of the Entropy API send it: what equals the state shown is no act, less is taken at
// once, more becomes a request that this PUT never decides, and nothing that was ended comes back by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourceId } from '../../src/core/ids.ts';
import { day } from '../../src/core/time.ts';
import { alice, bob, eve, organizationKey, product } from './cast.ts';
import { World } from './world.ts';

const start = new World().now;
const purpose = 'Predict which customers leave';

test('A PUT creates an access by asking for it', () => {
  const world = new World();
  world.as(alice).puts({ purpose, roles: ['read'], until: start + 9 * day, notes: { tags: ['pii'] } });
  assert.deepEqual([world.state(), world.request().ask.until], ['Pending', start + 9 * day]);
  assert.deepEqual(world.access().notes.tags, ['pii']);
  assert.equal(world.tries(alice, { id: 'b' }).puts(), 'purpose_missing');
});

test('Writing back what is shown asks nothing and logs nothing, whatever was granted of what was asked', () => {
  const world = new World({ defaultDuration: 365 * day });
  world.as(alice).puts({ purpose, roles: ['read', 'write'] });
  world.as(bob).allows({ terms: { until: null, duration: null, roles: ['read'] } });
  const until = world.access().grants[0]!.until;
  const connector = organizationKey('dan', 'connector-key');
  for (const written of [
    {},
    { purpose, roles: ['read'], from: start, until },
    { purpose: ` ${purpose.replaceAll(' ', '  ')}\n`, roles: [' read', 'read'] },
  ])
    assert.equal(world.tries(connector).puts(written), 'nothing');
});

test('A connector’s note is written even while a change waits, and the change goes on waiting', () => {
  const world = granted();
  world.as(alice).asks({ roles: ['read', 'write'] });
  world.as(organizationKey('dan')).puts({ roles: ['read'], notes: { custom: { synced: 'yes' } } });
  assert.deepEqual([world.request().state, world.told().at(-1)], ['Pending', 'access.updated']);
});

test('Less is taken at once: an earlier end, fewer roles', () => {
  const world = granted({ roles: ['read', 'write'], until: start + 9 * day });
  world.as(alice).puts({ roles: ['read'], until: start + 5 * day });
  assert.deepEqual([world.rolesNow(), world.access().grants[0]!.until], [['read'], start + 5 * day]);
  assert.equal(world.request().state, 'Granted');
});

test('More becomes a request, which this PUT does not decide although it says approved', () => {
  for (const more of [
    { roles: ['read', 'write'] },
    { until: start + 90 * day },
    { until: null },
    { purpose: 'Another' },
  ]) {
    const world = granted({ until: start + 9 * day });
    world.as(organizationKey('dan')).puts({ ...more, claimsApproval: true });
    assert.deepEqual([world.request().state, world.rolesNow()], ['Pending', ['read']]);
  }
});

test('What a PUT does not say stays as it was asked while it waits, the start too', () => {
  const world = new World();
  world.as(alice).puts({ purpose, roles: ['read'], from: start + day, until: start + 9 * day });
  world.as(alice).puts({ until: start + 5 * day });
  const { from, until } = world.request().ask;
  assert.deepEqual([from, until], [start + day, start + 5 * day]);
  world.as(alice).puts({ from: start + 2 * day });
  assert.deepEqual([world.request().ask.from, world.request().number], [start + 2 * day, 3]);
});

test('A start that is written back to what runs is no change, and what is asked beyond it starts with its decision', () => {
  const world = granted({ until: start + 9 * day });
  assert.equal(world.tries(alice).puts({ from: start - 5 * day }), 'nothing');
  world.passes(day);
  world.as(alice).puts({ until: start + 90 * day });
  assert.equal(world.request().ask.from, null);
});

test('A sentence that a tool wrote stays one when a PUT does not speak of the purpose', () => {
  const world = new World();
  world.as(alice).asks({ purposeGenerated: true });
  world.as(alice).puts({ roles: ['write'] });
  assert.equal(world.request().ask.purposeGenerated, true);
  world.as(alice).puts({ purpose: 'In my own words' });
  assert.equal(world.request().ask.purposeGenerated, false);
});

test('What was narrowed by a PUT and is put back is asked for again', () => {
  const world = granted({ roles: ['read', 'write'] });
  world.as(alice).puts({ roles: ['read'] });
  world.as(alice).puts({ roles: ['read', 'write'] });
  assert.deepEqual([world.request().state, world.rolesNow()], ['Pending', ['read']]);
});

test('After a revoke a PUT of the old object brings nothing back, unless its writer knows', () => {
  const world = granted();
  world.as(bob).revokes();
  const whole = { purpose: 'Once more', roles: ['read', 'write'], claimsApproval: true };
  assert.equal(world.tries(organizationKey('dan')).puts(whole), 'nothing');
  world.as(alice).puts({ ...whole, knowsPresentState: true });
  assert.deepEqual([world.request().state, world.standing()], ['Pending', 'Revoked']);
});

test('A tombstone is written by nobody who does not know of it', () => {
  const world = granted();
  world.as(alice).deletes();
  assert.equal(world.tries(alice).puts({ notes: { tags: ['x'] } }), 'wrong_state');
  world.as(alice).puts({ purpose, roles: ['read'], knowsPresentState: true });
  assert.deepEqual([world.request().state, world.access().deletedAt], ['Pending', null]);
});

test('A PUT changes neither the resource nor the consumer of an access', () => {
  const world = granted();
  assert.equal(world.tries(alice).puts({ resource: 'orders/other' as ResourceId }), 'access_identity');
  assert.equal(world.tries(alice).puts({ consumer: product('margins') }), 'access_identity');
});

test('Who is no party writes nothing, and a part that is refused refuses the whole', () => {
  const world = granted();
  assert.equal(world.tries(eve).puts({ notes: { tags: ['mine'] } }), 'not_a_party');
  assert.equal(
    world.tries(bob).puts({ notes: { tags: ['seen'] }, roles: ['read', 'write'] }),
    'not_your_side',
  );
  assert.deepEqual(world.access().notes.tags, []);
});

function granted(parts = {}): World {
  const world = new World();
  world.as(alice).asks(parts);
  world.as(bob).allows();
  return world;
}
