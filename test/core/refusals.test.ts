// Design 3.3, rule 5: a requester cannot lift a suspension, a rejection or a revocation. What the owner side refuses
// binds the consumer's team, its products and the person, on that resource, until a person grants again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId } from '../../src/core/ids.ts';
import type { Policy } from '../../src/core/policy.ts';
import { day } from '../../src/core/time.ts';
import { alice, amir, bob, carol, organizationKey, personally, product, team, teamKey } from './cast.ts';
import { World } from './world.ts';

const refusals: Record<string, (world: World) => void> = {
  rejection: (world) => {
    world.policy = { ...world.policy, strategy: 'Simple' };
    world.as(alice).asks();
    world.as(bob).denies();
    world.policy = { ...world.policy, strategy: 'Auto' };
  },
  suspension: (world) => {
    world.as(alice).asks();
    world.as(bob).suspends();
  },
  revocation: (world) => {
    world.as(alice).asks();
    world.as(bob).revokes();
  },
  shortening: (world) => {
    world.as(alice).asks();
    world.as(bob).narrows({ until: world.now + 1 });
  },
  'loss of a role': (world) => {
    world.as(alice).asks({ roles: ['read', 'write'] });
    world.as(bob).narrows({ roles: ['read'] });
  },
  deletion: (world) => {
    world.as(alice).asks();
    world.as(bob).deletes();
  },
};

for (const [refusal, happens] of Object.entries(refusals)) {
  test(`A ${refusal} is not undone by asking again, in other words, for another access, product or person`, () => {
    const world = new World({ strategy: 'Auto' });
    happens(world);
    world.passes(day);
    const ways = {
      'in other words': () => world.as(alice).asks({ purpose: 'Please', roles: ['read', 'write'] }),
      'with a new access id': () => world.as(alice, { id: 'again' }).asks(),
      'for another product': () => world.as(alice, { id: 'b', consumer: product('margins') }).asks(),
      'for the whole team': () => world.as(amir, { id: 'c', consumer: team('analytics') }).asks(),
      'for herself': () => world.as(alice, { id: 'd', consumer: personally('alice') }).asks(),
      'by the team’s key': () => world.as(teamKey('analytics', 'amir'), { id: 'e' }).asks(),
      'by an organization key': () => world.as(organizationKey('dan'), { id: 'f' }).asks(),
    };
    for (const [way, tried] of Object.entries(ways)) {
      const before = world.log.length;
      tried();
      const told = world.log.slice(before).map((entry) => entry.fact.type);
      assert.ok(told.includes('request.filed') && !told.includes('request.granted'), way);
    }
    assert.equal(world.request('again').becauseOf, 'refused-before');
    assert.equal(world.request('again').strategy, 'Simple');
  });

  test(`After a ${refusal} the next request is automatic again once a person has granted one`, () => {
    const world = new World({ strategy: 'Auto' });
    happens(world);
    world.passes(day);
    if (world.standing() === 'Suspended') world.as(bob).resumes();
    const on = { id: 'again' };
    world.as(alice, on).asks();
    world.as(bob, on).allows();
    world.as(alice, { id: 'later' }).asks();
    assert.equal(world.state('later'), 'Granted');
  });
}

test('A refusal binds nobody else', () => {
  const world = new World({ strategy: 'Auto' });
  refusals.revocation!(world);
  const on = { id: 'x', consumer: product('billing', 'platform') };
  world.as(organizationKey('dan'), on).asks();
  assert.equal(world.state('x'), 'Granted');
});

test('A person who was refused personally does not get in by asking for the team', () => {
  const world = new World({ strategy: 'Auto' });
  const personal = { consumer: personally('alice'), id: 'p' };
  world.as(alice, personal).asks();
  world.as(bob, personal).revokes();
  world.as(alice).asks();
  assert.equal(world.state(), 'Pending');
  world.as(amir, { id: 'q', consumer: product('margins') }).asks();
  assert.equal(world.state('q'), 'Granted', 'her colleague was refused nothing');
});

test('Being trusted or being the own team does not lift a refusal', () => {
  const trusting: Partial<Policy>[] = [
    { trusted: [{ team: 'analytics' as never, setBy: null }] },
    { strategy: 'FourEyes', trusted: [{ team: 'analytics' as never, setBy: null }] },
  ];
  for (const policy of trusting) {
    const world = new World(policy);
    world.as(alice).asks();
    assert.equal(world.state(), 'Granted');
    world.as(bob).revokes();
    world.as(alice).asks();
    assert.equal(world.request().state, 'Pending');
    assert.equal(world.request().strategy, policy.strategy ?? 'Simple', 'decided as configured');
  }
  const world = new World();
  const own = { id: 'own', consumer: product('orders', 'checkout') };
  world.as(carol, own).asks();
  assert.equal(world.state('own'), 'Granted');
  world.as(bob, own).suspends();
  world.as(carol, { ...own, id: 'own-again' }).asks();
  assert.equal(world.state('own-again'), 'Pending');
});

test('Giving back binds nobody: the consumer’s side may take it again', () => {
  for (const gives of ['revokes', 'deletes', 'narrows'] as const) {
    const world = new World({ strategy: 'Auto' });
    world.as(alice).asks({ roles: ['read', 'write'] });
    if (gives === 'narrows') world.as(amir).narrows({ roles: ['read'] });
    else world.as(amir)[gives]();
    world.as(alice).asks({ roles: ['read', 'write'] });
    assert.deepEqual(world.rolesNow(), ['read', 'write'], gives);
  }
});

test('Giving back a suspended access does not wash the suspension off', () => {
  for (const gives of ['revokes', 'deletes'] as const) {
    const world = new World({ strategy: 'Auto' });
    world.as(alice).asks();
    world.as(bob).suspends();
    world.as(alice)[gives]();
    world.as(alice, { id: 'again' }).asks();
    assert.equal(world.state('again'), 'Pending', gives);
  }
});

test('A suspended access that runs out is not begun anew without a person', () => {
  const world = new World({ strategy: 'Auto', defaultDuration: day });
  world.as(alice).asks();
  world.as(bob).suspends();
  world.passes(2 * day);
  assert.equal(world.state(), 'Expired');
  world.as(alice).asks({ purpose: 'Once more' });
  assert.equal(world.request().state, 'Pending');
});

test('Only the owner side resumes, and nobody who asked for what is suspended', () => {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(bob).asks();
  world.as(carol).allows();
  world.as(carol).suspends();
  assert.equal(world.tries(alice).resumes(), 'not_the_owner_side');
  assert.equal(world.tries(bob).resumes(), 'own_request');
  assert.equal(world.tries(organizationKey('bob')).resumes(), 'own_request');
  world.as(alice).asks({ purpose: 'Anything to hide whose access it is' });
  assert.equal(world.tries(bob).resumes(), 'own_request');
  world.as(carol).resumes();
});

test('Whoever asks for a change of a suspended access has no part in resuming it', () => {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(alice).asks();
  world.as(carol).allows();
  world.as(carol).suspends();
  world.as(bob).asks({ roles: ['write'] });
  assert.equal(world.tries(bob).resumes(), 'own_request');
});

test('The person who gets access does not resume it', () => {
  const world = new World({ ownTeam: 'ask' });
  const on = { id: 'p', consumer: personally('carol') };
  world.as(organizationKey('dan'), on).asks();
  world.as(bob, on).allows();
  world.as(bob, on).suspends();
  assert.equal(world.tries(carol, on).resumes(), 'own_request');
});

test('A change that is granted while suspended waits for resume, and frees nobody', () => {
  const world = new World({ strategy: 'Auto' });
  world.as(alice).asks();
  world.as(bob).suspends();
  world.as(alice).asks({ roles: ['read', 'write'] });
  world.as(carol).allows();
  assert.equal(world.state(), 'Suspended');
  assert.equal(world.rolesNow(), null);
  world.as(alice, { id: 'beside' }).asks();
  assert.equal(world.state('beside'), 'Pending');
  world.as(bob).resumes();
  assert.deepEqual(world.rolesNow(), ['read', 'write']);
});

test('A grant to one product does not open the way around the suspension of another', () => {
  const world = new World({ strategy: 'Auto' });
  world.as(alice).asks();
  world.as(bob).suspends();
  const margins = { id: 'm', consumer: product('margins') };
  world.as(alice, margins).asks();
  world.as(bob, margins).allows();
  assert.equal(world.state('m'), 'Granted');
  world.as(alice, { id: 'around' }).asks();
  assert.equal(world.state('around'), 'Pending');
});

test('Resuming one access does not forgive what was refused elsewhere', () => {
  const world = new World({ strategy: 'Auto' });
  const margins = { id: 'm', consumer: product('margins') };
  world.as(alice).asks();
  world.as(alice, margins).asks();
  world.as(bob, margins).revokes();
  world.as(bob).suspends();
  world.as(bob).resumes();
  world.as(alice, margins).asks();
  assert.equal(world.request('m').state, 'Pending');
});

test('A key’s grant frees nobody: a person has to', () => {
  const world = new World({ strategy: 'Auto' });
  world.as(alice).asks();
  world.as(bob).revokes();
  world.as(alice).asks();
  world.as(teamKey('checkout', 'carol')).allows();
  world.as(alice, { id: 'next' }).asks();
  assert.equal(world.state('next'), 'Pending');
});

test('A grant relayed by the external system frees, because a person stands behind it', () => {
  const world = new World({
    strategy: 'External',
    external: { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null },
    trusted: [{ team: 'analytics' as never, setBy: null }],
  });
  world.as(alice).asks();
  world.as(bob).revokes();
  world.as(alice).asks();
  world.as(organizationKey('dan', 'ticket-system')).allows();
  world.as(alice, { id: 'next' }).asks();
  assert.equal(world.state('next'), 'Granted');
});

test('After a refusal no key grants directly', () => {
  const world = new World();
  world.as(alice).asks();
  world.as(bob).denies();
  world.as(organizationKey('dan'), { id: 'direct' }).claimsApproval();
  assert.equal(world.state('direct'), 'Pending');
  world.as(bob, { id: 'by-bob' }).claimsApproval();
  assert.equal(world.state('by-bob'), 'Granted');
});

test('The owner side may reconsider a rejection, the asker may not', () => {
  const world = new World();
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  world.as(bob).asks();
  world.as(carol).denies();
  assert.equal(world.tries(bob).allows(), 'own_request');
  assert.equal(world.tries(bob).asks(), 'nothing');
  assert.equal(world.state(), 'Rejected');
  world.as(carol).allows();
  assert.equal(world.state(), 'Granted');
});
