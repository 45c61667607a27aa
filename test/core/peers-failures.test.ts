// How other access and approval tools failed in public, by the class it has in our list of such failures, as far as a
// pure core can fail like that. Classes 8, 13 and 14, and the other halves of 2, 7, 9 and 10, belong to the store, the
// followers, the connectors and the web.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeamId } from '../../src/core/ids.ts';
import { day, hour } from '../../src/core/time.ts';
import { alice, bob, carol, dan, eve, organizationKey, userKey } from './cast.ts';
import { World } from './world.ts';

test('1: overlapping grants do not take each other away, and back-to-back windows leave no gap', () => {
  const world = new World();
  const start = world.now;
  const windows = { first: [0, 4], second: [2, 6], third: [6, 8] } as const;
  for (const [id, [from, until]] of Object.entries(windows)) {
    world.as(alice, { id }).asks({ from: start + from * hour, until: start + until * hour });
    world.as(bob, { id }).allows();
  }
  const isIn = () => Object.keys(windows).some((id) => world.rolesNow(id) !== null);
  for (let minutes = 0; minutes < 8 * 60; minutes += 5) {
    assert.ok(isIn(), `${minutes} minutes`);
    world.passes(hour / 12);
  }
  assert.equal(isIn(), false);
});

test('2: two approvers at once make one grant, and a late rejection does not overwrite it', () => {
  const world = new World();
  world.as(alice).asks();
  const same = () => world.situation(world.access().consumer, world.access().id, bob).access;
  const seen = same();
  world.as(bob).allows();
  assert.notEqual(same(), seen, 'the version that both saw is gone');
  assert.equal(world.tries(carol).allows(), 'request_closed');
  assert.equal(world.tries(carol).denies(), 'request_closed');
  assert.equal(world.access().grants.length, 1);
});

test('2: a double click decides once', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).allows();
  assert.equal(world.tries(bob).allows(), 'nothing');
  assert.equal(world.told().filter((type) => type === 'request.granted').length, 1);
});

test('3: a client does not write an approval, an approver or a time: they come from who acts and when', () => {
  const world = new World();
  const forged = {
    roles: ['read'],
    state: 'Granted',
    status: 'approved',
    decisions: [{ verdict: 'allow', by: { type: 'person', id: 'bob', person: 'bob' } }],
    asker: null,
    askedAt: 0,
    strategy: 'Auto',
  };
  world.as(alice).asks(forged);
  const { state, decisions, asker, askedAt, strategy } = world.request();
  assert.deepEqual(
    [state, decisions, asker?.id, askedAt, strategy],
    ['Pending', [], 'alice', world.now, 'Simple'],
  );
  world.tries(alice).claimsApproval(forged);
  assert.equal(world.state(), 'Pending');
  world.as(bob).allows({ by: carol, at: 0, to: 'Rejected' } as object);
  const [decision] = world.request().decisions;
  assert.deepEqual([decision!.by.id, decision!.at, decision!.to], ['bob', world.now, 'Granted']);
});

test('4: a request does not outlive what it is about, nor come back to life when that does', () => {
  const world = new World();
  world.as(alice).asks();
  world.resource = { ...world.resource, gone: true };
  assert.equal(world.tries(bob).allows(), 'resource_not_found');
  world.ends('resource gone');
  world.resource = { ...world.resource, gone: false };
  assert.equal(world.tries(bob).allows(), 'request_closed');
});

test('4: who has lost the role is refused, not thanked while the request stays as it was', () => {
  const world = new World();
  world.as(alice).asks();
  world.leaves('bob');
  assert.equal(world.tries(bob).allows(), 'not_an_approver');
  assert.equal(world.action('approve', bob).allowed, false);
  assert.equal(world.state(), 'Pending');
});

test('4: allowing after the window that was asked for has closed grants nothing', () => {
  const world = new World();
  world.as(alice).asks({ until: world.now + hour });
  world.passesUnswept(hour);
  assert.equal(world.tries(bob).allows(), 'request_expired');
  assert.equal(world.rolesNow(), null);
});

test('4: “no end” means the policy’s default, not the end of the last request', () => {
  const world = new World({ defaultDuration: 365 * day });
  world.as(alice).asks({ until: world.now + day });
  world.as(bob).allows();
  world.as(alice).asksAgain({});
  world.as(bob).allows();
  assert.equal(world.access().grants.at(-1)!.until, world.now + 365 * day);
});

test('5: with several groups of approvers the members of each one count, and may themselves ask', () => {
  const world = new World({
    approvers: { people: [], teams: ['platform', 'checkout', 'partner-desk'] as TeamId[] },
  });
  world.as(alice).asks();
  assert.deepEqual(world.awaited().people, ['bob', 'carol', 'dan', 'eve', 'frank']);
  const on = { id: 'x', consumer: { kind: 'person', id: dan.id, team: null } } as const;
  world.as(dan, on).asks();
  assert.equal(world.tries(dan, on).allows(), 'own_request');
  world.as(eve, on).allows();
});

test('5: adding approvers or steps opens no way past one’s own request', () => {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'owner' });
  world.as(bob).asks();
  for (const strategy of ['Simple', 'FourEyes', 'Auto'] as const) {
    world.policy = { ...world.policy, strategy, fallback: { people: [bob.id], teams: [] } };
    assert.equal(world.tries(bob).allows(), 'own_request', strategy);
    assert.equal(world.tries(userKey('bob'), { channel: 'cli' }).allows(), 'own_request', strategy);
  }
});

test('6: who may only look changes nothing, and who is no party ends nothing', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).allows();
  assert.equal(world.tries({ ...bob, auditor: true }).revokes(), 'auditor_reads_only');
  assert.equal(world.tries({ ...userKey('bob'), readOnly: true }).revokes(), 'read_only');
  for (const act of ['revokes', 'deletes'] as const) assert.equal(world.tries(eve)[act](), 'not_a_party');
  assert.equal(world.tries(eve).narrows({ until: world.now + 1 }), 'not_a_party');
  assert.equal(world.state(), 'Granted');
});

test('7: what is revoked lets nobody in from that instant on, and the consumer’s side may revoke, too', () => {
  for (const who of [alice, bob]) {
    const world = new World();
    world.as(alice).asks();
    world.as(bob).allows();
    world.as(who).revokes();
    assert.equal(world.rolesNow(), null);
    assert.ok(world.access().grants.every((grant) => grant.until === world.now));
  }
});

test('9: no timer holds the state: with every timer lost, the same people are let in and put out', () => {
  const world = new World();
  world.as(alice).asks({ from: world.now + day, until: world.now + 3 * day });
  world.as(bob).allows();
  const seen = [0, 1, 1, 1].map((length) => {
    world.passesUnswept(length * day);
    return world.rolesNow() !== null;
  });
  assert.deepEqual(seen, [false, true, true, false]);
});

test('10: both sides can be told every ending, and by whom', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).allows();
  world.as(carol).revokes();
  const { fact } = world.log.at(-1)!;
  assert.deepEqual(
    [fact.type, fact.data, fact.before?.state, fact.after.state],
    ['access.revoked', { side: 'owner', wasLive: true }, 'Granted', 'Revoked'],
  );
});

test('11: whoever runs the chat or the installation does not approve by that', () => {
  const world = new World();
  world.as(alice).asks();
  for (const channel of ['slack', 'mail', 'cli', 'rest'] as const)
    assert.equal(world.tries(dan, { channel }).allows(), 'not_an_approver');
  world.organizationKeysDecide = false;
  assert.equal(world.tries(organizationKey('dan'), { channel: 'slack' }).allows(), 'keys_do_not_decide');
});

test('12: an approval counts for what was shown, under the policy of the moment', () => {
  const world = new World({ maximumDuration: 10 * day });
  world.as(alice).asks({ duration: 10 * day });
  const seen = world.request().fingerprint;
  world.policy = { ...world.policy, maximumDuration: day };
  world.as(bob).allows({ seen });
  assert.equal(world.access().grants[0]!.until, world.now + day);
  world.as(alice).asks({ roles: ['write'] });
  assert.equal(world.tries(bob).allows({ seen }), 'changed_meanwhile');
});
