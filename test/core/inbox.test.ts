// Whose inbox an open request lies in: teams rather than people, so that it stays right when people come and go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyId, TeamId } from '../../src/core/ids.ts';
import { inboxSides } from '../../src/core/inbox.ts';
import type { Policy } from '../../src/core/policy.ts';
import { actorOf, system } from '../../src/core/principal.ts';
import { alice, bob, eve } from './cast.ts';
import { World } from './world.ts';

const ticketSystem = { key: 'ticket-system' as KeyId, name: 'the ticket system', url: null };

test('A request lies in the inbox of the owner team, of named approvers, or of the external system', () => {
  const rows: [Partial<Policy>, string[]][] = [
    [{}, ['team:checkout']],
    [{ strategy: 'FourEyes' }, ['team:checkout']],
    [
      { approvers: { people: [eve.id, bob.id], teams: ['platform' as TeamId] } },
      ['person:eve', 'person:bob', 'team:platform'],
    ],
    [{ strategy: 'External', external: ticketSystem }, ['key:ticket-system']],
    [{ strategy: 'External' }, []],
  ];
  for (const [policy, sides] of rows) assert.deepEqual(sidesUnder(policy), sides);
});

test('A request that too few may decide lies in the fallback approvers’ inbox as well', () => {
  const tooFew = { strategy: 'FourEyes', approvers: { people: [bob.id], teams: [] } } as const;
  assert.deepEqual(sidesUnder(tooFew), ['person:bob', 'team:commerce']);
  const fallback = { people: [eve.id], teams: ['platform' as TeamId] };
  assert.deepEqual(sidesUnder({ ...tooFew, fallback }), ['person:bob', 'person:eve', 'team:platform']);
});

test('A request that the asker tried to pull to a system of their own stays where it was', () => {
  const world = new World({ strategy: 'External', external: ticketSystem });
  world.as(alice).asks();
  world.policy = {
    ...world.policy,
    external: { ...ticketSystem, key: 'alices-system' as KeyId },
    strategySetBy: { actor: actorOf(alice), team: null },
  };
  assert.deepEqual(sidesOf(world), ['key:ticket-system']);
});

test('Where nothing is asked there is no inbox', () => {
  const world = new World();
  world.as(alice).asks();
  const s = world.situation(world.access().consumer, world.access().id, system);
  assert.deepEqual(inboxSides({ ...s, access: { ...s.access, request: null } }), []);
});

function sidesUnder(policy: Partial<Policy>): string[] {
  const world = new World(policy);
  world.as(alice).asks();
  return sidesOf(world);
}

function sidesOf(world: World): string[] {
  return inboxSides(world.situation(world.access().consumer, world.access().id, system));
}
