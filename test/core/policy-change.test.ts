// Changing a policy in the core: properties over random wishes by owners, approvers and keys, and the words in which a
// policy is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { KeyId, PersonId, ResourceId, TeamId } from '../../src/core/ids.ts';
import {
  changePolicy,
  openProposal,
  wishOf,
  type GovernedPolicy,
  type PolicyWish,
} from '../../src/core/policy-change.ts';
import { sentencesOf } from '../../src/core/policy-words.ts';
import { defaultPolicy, loosenings, strategies, type Policy, type Setter } from '../../src/core/policy.ts';
import { day, hour } from '../../src/core/time.ts';

const person = (id: string): Setter => ({
  actor: { type: 'person', id, person: id as PersonId },
  team: null,
});
const keyOf = (id: string, maker: string): Setter => ({
  actor: { type: 'team-key', id, person: maker as PersonId },
  team: 'checkout' as TeamId,
});

const authors = [
  person('bob'),
  person('grace'),
  person('carol'),
  keyOf('key1', 'bob'),
  keyOf('key2', 'grace'),
];
const owners = ['bob', 'grace'];
const isOwner = (id: PersonId) => owners.includes(id);

const first: GovernedPolicy = {
  policy: { ...defaultPolicy('orders/latest' as ResourceId, 'FourEyes', null), version: 1 },
  followsDocument: false,
  proposal: null,
};

const approvers = fc.option(
  fc.record({
    people: fc.subarray(['bob', 'carol'] as PersonId[]),
    teams: fc.subarray(['checkout', 'platform'] as TeamId[]),
  }),
);
const duration = fc.option(fc.constantFrom(hour, 8 * hour, day, 30 * day));

const wishes: fc.Arbitrary<PolicyWish> = fc.record({
  strategy: fc.constantFrom(...strategies),
  trusted: fc.subarray(['analytics', 'platform'] as TeamId[]),
  ownTeam: fc.constantFrom('auto', 'ask'),
  approvers,
  fallback: approvers,
  durations: fc.constant(null),
  defaultDuration: duration,
  maximumDuration: duration,
  deadline: fc.constant(30 * day),
  external: fc.option(fc.constant({ key: 'key3' as KeyId, name: 'Jira', url: null })),
  purposeByPerson: fc.boolean(),
  endSessions: fc.boolean(),
  inBrowser: fc.boolean(),
  signIn: fc.option(
    fc.record({ acr: fc.constantFrom(null, ['mfa'], ['phr', 'mfa']), maxAge: fc.constantFrom(hour, day) }),
    { nil: null },
  ),
  followsDocument: fc.boolean(),
});

/** A few wishes only, so that two people often wish the same. */
const steps = fc
  .array(wishes, { minLength: 1, maxLength: 3 })
  .chain((few) =>
    fc.array(fc.tuple(fc.constantFrom(...authors), fc.constantFrom(...few)), { maxLength: 12 }),
  );

/** Parts in one order, as the core compares them. */
const inOrder = (now: GovernedPolicy): Policy => ({
  ...now.policy,
  approvers: now.policy.approvers && {
    people: now.policy.approvers.people,
    teams: now.policy.approvers.teams,
  },
  fallback: now.policy.fallback && { people: now.policy.fallback.people, teams: now.policy.fallback.teams },
});

/** What is stored comes back from the database with its fields in another order. */
const stored = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toReversed())
      : part,
  ) as T;

function after(now: GovernedPolicy, wish: PolicyWish, by: Setter): GovernedPolicy {
  const change = changePolicy(now, wish, by, 0, isOwner);
  if (change.kind === 'proposed') return stored({ ...now, proposal: change.proposal });
  if (change.kind !== 'changed') return now;
  return stored({ policy: change.policy, followsDocument: change.followsDocument, proposal: null });
}

test('a FourEyes policy is loosened only by what two owners wished, one after the other', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let now = first;
      for (const [by, wish] of all) {
        const next = after(now, wish, by);
        if (next.policy.version !== now.policy.version && now.policy.strategy === 'FourEyes') {
          const earlier = openProposal(now);
          if (loosenings(inOrder(now), inOrder(next)).length > 0) {
            assert.ok(earlier && owners.includes(earlier.by.actor.id) && owners.includes(by.actor.id));
            assert.notEqual(earlier.by.actor.id, by.actor.id);
          }
        }
        now = next;
      }
    }),
    { numRuns: 3000 },
  );
});

test('what loosens nothing is never held back for a second owner', () => {
  fc.assert(
    fc.property(wishes, fc.boolean(), (wish, endSessions) => {
      const before = after(
        { ...first, policy: { ...first.policy, strategy: 'Simple' } },
        { ...wish, strategy: 'FourEyes', inBrowser: false },
        person('bob'),
      );
      const tighter = { ...wishOf(before), inBrowser: true, endSessions };
      const change = changePolicy(before, tighter, person('bob'), 0, isOwner);
      assert.equal(change.kind, 'changed');
      if (change.kind === 'changed')
        assert.deepEqual(change.policy.strategySetBy, before.policy.strategySetBy);
    }),
  );
});

test('the same wish again is no change, whatever order its parts stand in', () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...authors), (wish, by) => {
      const simple: GovernedPolicy = { ...first, policy: { ...first.policy, strategy: 'Simple' } };
      const now = after(simple, wish, by);
      const again = { ...wish, trusted: wish.trusted.toReversed() };
      assert.equal(changePolicy(now, again, person('bob'), 0, isOwner).kind, 'unchanged');
      assert.equal(changePolicy(now, wishOf(now), person('bob'), 0, isOwner).kind, 'unchanged');
    }),
  );
});

test('whoever leaves a part as it was is not its author', () => {
  fc.assert(
    fc.property(wishes, wishes, (one, other) => {
      const simple: GovernedPolicy = { ...first, policy: { ...first.policy, strategy: 'Simple' } };
      const before = after(simple, { ...one, strategy: 'Simple' }, person('bob')).policy;
      const { policy } = after(
        { ...first, policy: before },
        { ...other, strategy: 'Simple' },
        person('grace'),
      );
      const byTeam = new Map(before.trusted.map((entry) => [entry.team, entry.setBy]));
      for (const { team, setBy } of policy.trusted)
        assert.equal(setBy?.actor.id, byTeam.has(team) ? byTeam.get(team)?.actor.id : 'grace');
    }),
  );
});

test('a policy is told in sentences that mention nothing that is not set', () => {
  const told = (policy: Partial<Policy>) =>
    sentencesOf({ ...first.policy, ...policy }, 'checkout', (id) => id).map(({ en }) => en);
  assert.deepEqual(told({}), [
    'Two different people have to allow it: owners and approvers of checkout.',
    'Without a named end it has no end.',
    'A request waits 30 days at most.',
  ]);
  assert.deepEqual(told({ strategy: 'Auto', maximumDuration: 8 * hour }), [
    'Every request is granted at once.',
    'Without a named end it lasts 8 hours.',
    'It lasts 8 hours at most.',
  ]);
  assert.deepEqual(
    told({ strategy: 'Simple', defaultDuration: day, maximumDuration: 90 * 60_000 }).slice(1),
    [
      'Without a named end it lasts 1 day.',
      'It lasts 90 minutes at most.',
      'A request waits 30 days at most.',
    ],
  );
});
