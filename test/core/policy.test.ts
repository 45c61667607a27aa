// Design 3.1 and 3.3, rule 9: when the system grants at once, under which strategy a waiting request is decided, who is
// written down as the author of a policy's parts, and what counts as loosening.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId, TeamId } from '../../src/core/ids.ts';
import { defaultPolicy, loosenings, signed, type Policy, type Setter } from '../../src/core/policy.ts';
import { actorOf, type Principal } from '../../src/core/principal.ts';
import { day, hour } from '../../src/core/time.ts';
import {
  alice,
  amir,
  bob,
  carol,
  dan,
  eve,
  orderEvents,
  organizationKey,
  personally,
  product,
  team,
  teamKey,
} from './cast.ts';
import { World } from './world.ts';

const analytics = 'analytics' as TeamId;

test('Auto grants at once, and the system is written down as the one who did', () => {
  const world = new World({ strategy: 'Auto' });
  world.as(alice).asks();
  assert.equal(world.state(), 'Granted');
  assert.deepEqual(
    world.request().decisions.map(({ by, facts }) => [by.type, facts]),
    [['system', { reason: 'strategy' }]],
  );
  assert.deepEqual(world.told(), ['request.filed', 'request.granted', 'access.activated']);
});

test('The owner’s own team is granted at once under every strategy, unless the policy says ask', () => {
  for (const strategy of ['Auto', 'Simple', 'FourEyes', 'External'] as const) {
    const consumers = [team('checkout'), product('orders', 'checkout'), personally('carol')];
    for (const consumer of consumers) {
      const world = new World({ ...ticketSystem, strategy });
      world.as(carol, { consumer }).asks();
      assert.equal(world.state(), 'Granted', `${strategy} ${consumer.kind}`);
      const asking = new World({
        ...ticketSystem,
        strategy: strategy === 'Auto' ? 'Simple' : strategy,
        ownTeam: 'ask',
      });
      asking.as(carol, { consumer }).asks();
      assert.equal(asking.state(), 'Pending', `${strategy} ${consumer.kind}, asking`);
    }
  }
});

test('A plain member of the parent team is not the own team, and neither is its owner', () => {
  for (const role of ['member', 'owner'] as const) {
    const world = new World();
    world.joins({ person: 'eve', team: 'commerce', role });
    world.as(eve, { consumer: personally('eve') }).asks();
    assert.equal(world.state(), 'Pending');
  }
});

test('A trusted team is granted at once under every strategy, and no other team', () => {
  for (const strategy of ['Simple', 'FourEyes', 'External'] as const) {
    const world = new World({
      ...ticketSystem,
      strategy,
      trusted: [{ team: analytics, setBy: setter(bob) }],
    });
    world.as(alice).asks();
    assert.equal(world.state(), 'Granted', strategy);
    world.as(dan, { id: 'other', consumer: product('billing', 'platform') }).asks();
    assert.equal(world.state('other'), 'Pending', strategy);
    world.as(alice, { id: 'personal', consumer: personally('alice') }).asks();
    assert.equal(world.state('personal'), 'Pending', 'a person is no team');
  }
});

const interested: Record<string, Principal> = {
  'the asker': alice,
  'a colleague of the asker': amir,
  'an owner who works for the consumer’s team too': bob,
  'the consumer team’s key': teamKey('analytics', null),
  'an organization key that a colleague made': organizationKey('amir'),
  'another team’s key that the asker made': teamKey('checkout', 'alice'),
};

for (const [who, setting] of Object.entries(interested)) {
  test(`Auto set by ${who} needs a person`, () => {
    const world = bobInBothTeams({ strategy: 'Auto', strategySetBy: setter(setting) });
    world.as(alice).asks();
    assert.deepEqual(
      [world.request().state, world.request().strategy, world.request().becauseOf],
      ['Pending', 'Simple', 'set-by-consumer-side'],
    );
  });

  test(`Trust set by ${who} is no trust, and the strategy counts as configured`, () => {
    for (const strategy of ['Simple', 'FourEyes'] as const) {
      const world = bobInBothTeams({ strategy, trusted: [{ team: analytics, setBy: setter(setting) }] });
      world.as(alice).asks();
      assert.deepEqual([world.request().state, world.request().strategy], ['Pending', strategy]);
    }
  });
}

test('Trust and Auto set by somebody without interest count', () => {
  for (const policy of [
    { strategy: 'Auto', strategySetBy: setter(carol) },
    { trusted: [{ team: analytics, setBy: setter(carol) }] },
    { strategy: 'Auto', strategySetBy: null },
  ] as const) {
    const world = bobInBothTeams(policy);
    world.as(alice).asks();
    assert.equal(world.state(), 'Granted');
  }
});

test('Leaving the consumer’s team afterwards takes no interest away', () => {
  const setBy: Setter = { ...setter(bob), belongedTo: [analytics] };
  const trusting = new World({ trusted: [{ team: analytics, setBy }] });
  trusting.as(alice).asks();
  assert.equal(trusting.state(), 'Pending');
  const automatic = new World({ strategy: 'Auto', strategySetBy: setBy });
  automatic.as(alice).asks();
  assert.equal(automatic.state(), 'Pending');
  automatic.as(dan, { id: 'other', consumer: product('billing', 'platform') }).asks();
  assert.equal(automatic.state('other'), 'Granted');
});

test('What the asker of an organization key set by that key needs a person', () => {
  const key = organizationKey('dan');
  const world = new World({ strategy: 'Auto', strategySetBy: setter(key) });
  world.as(key).asks();
  assert.equal(world.state(), 'Pending');
});

test('A waiting request is decided under the stricter of the strategy when asked and the strategy now', () => {
  const rows = [
    ['Simple', 'Auto', 'Simple'],
    ['Simple', 'Simple', 'Simple'],
    ['Simple', 'FourEyes', 'FourEyes'],
    ['Simple', 'External', 'External'],
    ['FourEyes', 'Auto', 'FourEyes'],
    ['FourEyes', 'Simple', 'FourEyes'],
    ['FourEyes', 'FourEyes', 'FourEyes'],
    ['FourEyes', 'External', 'External'],
    ['External', 'Auto', 'Simple'],
    ['External', 'Simple', 'Simple'],
    ['External', 'FourEyes', 'FourEyes'],
    ['External', 'External', 'External'],
  ] as const;
  for (const [asked, now, counts] of rows) {
    const world = new World({ ...ticketSystem, strategy: asked });
    world.as(alice).asks();
    world.policy = { ...world.policy, strategy: now, strategySetBy: setter(carol) };
    assert.equal(world.awaited().strategy, counts, `${asked}, now ${now}`);
  }
});

test('A strategy set by the consumer’s side makes no waiting request laxer, nor takes it out of or into External', () => {
  const rows = [
    ['Simple', 'Auto', 'Simple'],
    ['Simple', 'External', 'Simple'],
    ['FourEyes', 'Auto', 'FourEyes'],
    ['FourEyes', 'Simple', 'FourEyes'],
    ['FourEyes', 'External', 'FourEyes'],
    ['External', 'Auto', 'External'],
    ['External', 'Simple', 'External'],
    ['External', 'FourEyes', 'External'],
  ] as const;
  for (const [asked, now, counts] of rows) {
    const world = bobInBothTeams({ ...ticketSystem, strategy: asked });
    world.as(alice).asks();
    world.policy = {
      ...world.policy,
      strategy: now,
      external: { key: 'bobs-system' as KeyId, name: "Bob's system", url: null },
      strategySetBy: setter(bob),
    };
    assert.equal(world.awaited().strategy, counts, `${asked}, now ${now}`);
    if (counts !== 'External') continue;
    assert.equal(world.tries(organizationKey('dan', 'bobs-system')).allows(), 'external_only');
    world.as(organizationKey('dan', 'ticket-system')).allows();
  }
});

test('An asker who exchanges the external credential does not reach their own request', () => {
  const world = bobInBothTeams({ ...ticketSystem, strategy: 'External' });
  world.as(bob).asks();
  world.policy = signed(
    world.policy,
    { ...world.policy, external: { key: 'bobs-system' as KeyId, name: "Bob's system", url: null } },
    setter(bob),
  );
  assert.equal(world.tries(organizationKey('dan', 'bobs-system')).allows(), 'external_only');
  world.as(organizationKey('dan', 'ticket-system')).allows();
});

test('Trust that is given later reaches nothing that waits', () => {
  const world = new World();
  world.as(alice).asks();
  world.policy = { ...world.policy, trusted: [{ team: analytics, setBy: setter(bob) }] };
  world.sweeps();
  assert.equal(world.tries(alice).asks(), 'nothing');
  assert.equal(world.state(), 'Pending');
});

test('A policy that is tightened while a request waits counts for it', () => {
  const world = new World();
  world.as(alice).asks();
  world.policy = { ...world.policy, strategy: 'FourEyes' };
  world.as(bob).allows();
  assert.equal(world.state(), 'SemiGranted');
});

test('Eligibility is judged when it is decided: who joined may, who left may not', () => {
  const world = new World();
  world.as(alice).asks();
  world.leaves('bob');
  world.joins({ person: 'eve', team: 'checkout', role: 'approver' });
  assert.equal(world.tries(bob).allows(), 'not_an_approver');
  world.as(eve).allows();
});

test('Who leaves the strategy as it was did not set it, and who exchanges the external system did', () => {
  const before = policy({ ...ticketSystem, strategy: 'External', strategySetBy: setter(bob) });
  const untouched = signed(before, { ...before, deadline: day }, setter(carol));
  assert.deepEqual(untouched.strategySetBy, setter(bob));
  const other = { key: 'other-key' as KeyId, name: 'the ticket system', url: null };
  assert.deepEqual(
    signed(before, { ...before, external: other }, setter(carol)).strategySetBy,
    setter(carol),
  );
  assert.deepEqual(
    signed(before, { ...before, strategy: 'Simple' }, setter(carol)).strategySetBy,
    setter(carol),
  );
});

test('A team’s trust keeps its author when the list is written again, and loses it when the team was out', () => {
  const platform = 'platform' as TeamId;
  const before = policy({ trusted: [{ team: analytics, setBy: setter(bob) }] });
  const both = signed(
    before,
    { ...before, trusted: [platform, analytics].map((team) => ({ team, setBy: null })) },
    setter(carol),
  );
  assert.deepEqual(both.trusted, [
    { team: platform, setBy: setter(carol) },
    { team: analytics, setBy: setter(bob) },
  ]);
  const none = signed(both, { ...both, trusted: [] }, setter(carol));
  const again = signed(none, { ...none, trusted: [{ team: analytics, setBy: setter(bob) }] }, setter(carol));
  assert.deepEqual(again.trusted, [{ team: analytics, setBy: setter(carol) }]);
});

test('Everything that lets more people in, decides with fewer, or gives longer counts as loosening', () => {
  const strict = policy({
    ...ticketSystem,
    strategy: 'FourEyes',
    ownTeam: 'ask',
    approvers: { people: [bob.id], teams: [] },
    fallback: { people: [carol.id], teams: [] },
    durations: [hour, day],
    defaultDuration: hour,
    maximumDuration: day,
    inBrowser: true,
    signIn: { acr: ['mfa'], maxAge: hour },
    purposeByPerson: true,
  });
  const looser: [Partial<Policy>, string][] = [
    [{ strategy: 'Simple' }, 'strategy'],
    [{ strategy: 'Auto' }, 'strategy'],
    [{ strategy: 'External' }, 'strategy'],
    [{ trusted: [{ team: analytics, setBy: null }] }, 'trusted team analytics'],
    [{ ownTeam: 'auto' }, 'own team'],
    [{ approvers: null }, 'approvers'],
    [{ approvers: { people: [bob.id, eve.id], teams: [] } }, 'approvers'],
    [{ fallback: null }, 'fallback approvers'],
    [{ maximumDuration: 2 * day }, 'longest period'],
    [{ maximumDuration: null, durations: null }, 'longest period'],
    [{ maximumDuration: null, durations: [hour, 9 * day] }, 'longest period'],
    [{ defaultDuration: day }, 'default duration'],
    [{ inBrowser: false }, 'decide in the browser'],
    [{ signIn: null }, 'how to sign in'],
    [{ signIn: { acr: null, maxAge: hour } }, 'how to sign in'],
    [{ signIn: { acr: ['mfa', 'pwd'], maxAge: hour } }, 'how to sign in'],
    [{ signIn: { acr: ['mfa'], maxAge: day } }, 'how to sign in'],
    [{ signIn: { acr: ['mfa'], maxAge: null } }, 'how to sign in'],
    [{ purposeByPerson: false }, 'purpose by a person'],
  ];
  for (const [change, name] of looser)
    assert.deepEqual(loosenings(strict, { ...strict, ...change }), [name], JSON.stringify(change));
  assert.deepEqual(loosenings(strict, { ...strict, deadline: hour, endSessions: true }), []);
});

test('Tightening is no loosening', () => {
  const lax = policy({ strategy: 'Auto', trusted: [{ team: analytics, setBy: null }] });
  const tighter: Partial<Policy>[] = [
    { strategy: 'Simple' },
    { strategy: 'FourEyes' },
    { trusted: [] },
    { ownTeam: 'ask' },
    { maximumDuration: day },
    { durations: [hour] },
    { defaultDuration: hour },
    { inBrowser: true },
    { signIn: { acr: ['mfa'], maxAge: hour } },
    { purposeByPerson: true },
  ];
  for (const change of tighter)
    assert.deepEqual(loosenings(lax, { ...lax, ...change }), [], JSON.stringify(change));
});

const ticketSystem = {
  external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
} as const;

function policy(parts: Partial<Policy>): Policy {
  return { ...defaultPolicy(orderEvents.id, 'Simple', null), ...parts };
}

function setter(by: Principal): Setter {
  return { actor: actorOf(by), team: by.type === 'team-key' ? by.team : null };
}

function bobInBothTeams(parts: Partial<Policy> = {}): World {
  const world = new World(parts);
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  return world;
}
