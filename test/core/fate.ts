// What can happen in a random history, and to whom. A step of a history is one number; choices are taken from it digit
// by digit, so that a failing history shrinks to few and small numbers. The lists are weighted by hand: most people do
// what they may, and those who have a foot on either side come often, because that is where the rules are tempted.
import type { Consumer } from '../../src/core/consumer.ts';
import type { Vote } from '../../src/core/decide.ts';
import type { AccessId, KeyId, PersonId, TeamId } from '../../src/core/ids.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Channel, Principal } from '../../src/core/principal.ts';
import type { Ask, Terms } from '../../src/core/terms.ts';
import { day, hour, type Instant } from '../../src/core/time.ts';
import {
  memberships,
  organizationKey,
  people,
  person,
  personally,
  product,
  rostersOf,
  team,
  teamKey,
  terms,
  userKey,
  type Membership,
  type Name,
} from './cast.ts';

export interface Choose {
  <T>(choices: readonly T[]): T;
  /** True in so many of ten cases. */
  inTen(times: number): boolean;
}

export function choosingBy(seed: number): Choose {
  let left = seed;
  const digit = (base: number) => {
    const last = left % base;
    left = Math.floor(left / base);
    return last;
  };
  const choose = <T>(choices: readonly T[]): T => choices[digit(choices.length)]!;
  // The smallest number chooses what usually happens, so shrinking leads back to the usual.
  return Object.assign(choose, { inTen: (times: number) => digit(10) < times });
}

// Accesses and who acts on them -----------------------------------------------------------------------------------------

export interface Edge {
  readonly id: AccessId;
  readonly consumer: Consumer;
  /** Who usually asks for it. */
  readonly usual: Principal;
}

export const edges: readonly Edge[] = [
  { id: 'churn' as AccessId, consumer: product('churn-model'), usual: person('alice') },
  { id: 'churn-again' as AccessId, consumer: product('churn-model'), usual: person('amir') },
  { id: 'analytics' as AccessId, consumer: team('analytics'), usual: person('bob') },
  { id: 'alice' as AccessId, consumer: personally('alice'), usual: person('alice') },
  { id: 'carol' as AccessId, consumer: personally('carol'), usual: person('carol') },
  { id: 'own' as AccessId, consumer: product('orders', 'checkout'), usual: person('bob') },
];

const persons = new Map<string, Principal>(people.map((name) => [name, person(name)]));

/** A person by name: the same object every time, because histories need many. */
export function personNamed(name: string): Principal {
  return persons.get(name)!;
}

export const ticketSystem = organizationKey('dan', 'ticket-system');

export const anybody: readonly Principal[] = [
  ...people.map((name) => personNamed(name)),
  userKey('bob'),
  userKey('carol'),
  userKey('alice', 'second-key-of-alice'),
  teamKey('analytics', 'bob', 'analytics-key'),
  teamKey('analytics', null, 'analytics-key-2'),
  teamKey('checkout', 'bob', 'bobs-checkout-key'),
  teamKey('checkout', 'carol', 'checkout-key'),
  teamKey('partner-desk', 'eve', 'partner-key'),
  organizationKey('dan', 'asking-key'),
  organizationKey('dan', 'deciding-key'),
  organizationKey('bob', 'bobs-key'),
  organizationKey('alice', 'alices-key'),
  organizationKey(null, 'nobodys-key'),
  ticketSystem,
  { ...person('bob'), auditor: true },
  { ...userKey('carol'), readOnly: true },
  { ...organizationKey('dan', 'reading-key'), readOnly: true } as Principal,
  { type: 'system' },
];

/** Whoever can be the author of a policy's part. */
export const authors = anybody.filter((by) => by.type !== 'system');

export const channels: readonly Channel[] = ['web', 'web', 'rest', 'slack'];

// What they say ----------------------------------------------------------------------------------------------------------

export function someWish(choose: Choose, now: Instant): Partial<Ask> {
  return {
    purpose: choose(purposes),
    roles: choose(roleLists),
    ...choose(periods)(now),
    purposeGenerated: !choose.inTen(9),
  };
}

const purposes = ['Predict', 'Explain'];
const roleLists = [['read'], ['read', 'write'], ['write']];

const periods: readonly ((now: Instant) => Partial<Ask>)[] = [
  () => ({}),
  () => ({}),
  (now) => ({ until: now + 3 * day }),
  () => ({ duration: day }),
  (now) => ({ from: now + day, until: now + 4 * day }),
  (now) => ({ from: now - day, duration: 8 * hour }),
  (now) => ({ until: now + hour }),
  (now) => ({ until: now - hour }),
];

export function someVote(choose: Choose, now: Instant): Partial<Vote> & Pick<Vote, 'verdict' | 'terms'> {
  return {
    verdict: choose.inTen(8) ? 'allow' : 'deny',
    terms: choose.inTen(7) ? null : choose(termLists)(now),
    named: choose.inTen(9) ? [] : ['alice'],
  };
}

const termLists: readonly ((now: Instant) => Terms)[] = [
  () => terms({}),
  () => terms({ roles: ['read'] }),
  () => terms({ duration: 8 * hour }),
  (now) => terms({ until: now + 2 * day }),
  (now) => terms({ roles: ['write', 'read'], until: now + 3 * day }),
];

export function someNarrowing(choose: Choose, now: Instant) {
  return choose(narrowings)(now);
}

const narrowings: readonly ((now: Instant) => { until: Instant | null; roles: readonly string[] | null })[] =
  [
    (now) => ({ until: now + hour, roles: null }),
    () => ({ until: null, roles: ['read'] }),
    (now) => ({ until: now + 2 * day, roles: ['read', 'write'] }),
    (now) => ({ until: now - hour, roles: null }),
  ];

export const lengths = [hour, day, 3 * day, hour - 1, 8 * hour, 9 * day, 1, 40 * day];

// What changes around them -----------------------------------------------------------------------------------------------

const strategies: readonly Policy['strategy'][] = [
  'FourEyes',
  'Simple',
  'FourEyes',
  'External',
  'FourEyes',
  'Auto',
];
const trusts: readonly Policy['trusted'][] = [[], [], [], [{ team: 'analytics' as TeamId, setBy: null }]];
const systems = ['ticket-system', 'ticket-system', 'key-of-bob', 'checkout-key'].map((key) => ({
  key: key as KeyId,
  name: 'the ticket system',
  url: null,
}));
const approvers: readonly Policy['approvers'][] = [
  null,
  null,
  { people: named('bob'), teams: [] },
  { people: named('bob', 'carol'), teams: [] },
  { people: [], teams: ['platform', 'checkout'] as TeamId[] },
];
const fallbacks: readonly Policy['fallback'][] = [null, { people: named('dan', 'bob'), teams: [] }];
const limits = [null, 2 * day, 5 * day];

function named(...names: Name[]): PersonId[] {
  return names as string[] as PersonId[];
}

export function somePolicy(choose: Choose): Partial<Policy> {
  return {
    strategy: choose(strategies),
    ownTeam: choose.inTen(8) ? 'ask' : 'auto',
    trusted: choose(trusts),
    external: choose(systems),
    approvers: choose(approvers),
    fallback: choose(fallbacks),
    defaultDuration: choose(limits),
    maximumDuration: choose(limits),
    deadline: choose([30 * day, 2 * day]),
  };
}

export function somePolicyChange(choose: Choose, policy: Policy): Partial<Policy> {
  return choose(policyChanges)(choose, policy);
}

const policyChanges: readonly ((choose: Choose, policy: Policy) => Partial<Policy>)[] = [
  (choose) => ({ strategy: choose(strategies) }),
  (choose) => ({ strategy: choose(strategies) }),
  (choose) => ({ trusted: choose(trusts) }),
  (choose) => ({ external: choose([...systems, { ...systems[0]!, key: 'bobs-key' as KeyId }]) }),
  (_, { ownTeam }) => ({ ownTeam: ownTeam === 'ask' ? 'auto' : 'ask' }),
  (choose) => ({ approvers: choose(approvers) }),
  (choose) => ({ fallback: choose(fallbacks) }),
  (_, { inBrowser }) => ({ inBrowser: !inBrowser }),
  (_, { purposeByPerson }) => ({ purposeByPerson: !purposeByPerson }),
  (_, { durations }) => ({ durations: durations ? null : [8 * hour, day] }),
  (choose) => ({ maximumDuration: choose(limits) }),
];

/** Memberships beside the usual ones: people in several teams are the interesting ones. */
export const extras: readonly Membership[] = [
  { person: 'bob', team: 'analytics', role: 'member' },
  { person: 'carol', team: 'analytics', role: 'owner' },
  { person: 'alice', team: 'checkout', role: 'approver' },
  { person: 'dan', team: 'checkout', role: 'member' },
  { person: 'amir', team: 'commerce', role: 'owner' },
  { person: 'frank', team: 'analytics', role: 'member' },
];

/** Who sits where; the same seats give the same rosters, so these are worked out once for all histories. */
export function seated(joined: ReadonlySet<Membership>, left: ReadonlySet<Name>) {
  let mask = 0;
  for (const entry of extras) mask = mask * 2 + Number(joined.has(entry));
  for (const name of people) mask = mask * 2 + Number(left.has(name));
  const known = seats.get(mask) ?? seat(joined, left);
  seats.set(mask, known);
  return known;
}

interface Seats {
  readonly table: readonly Membership[];
  readonly rosters: ReturnType<typeof rostersOf>;
}

const seats = new Map<number, Seats>();

function seat(joined: ReadonlySet<Membership>, left: ReadonlySet<Name>): Seats {
  const all = [...memberships, ...extras.filter((entry) => joined.has(entry))];
  const table = all.filter((entry) => !left.has(entry.person));
  return { table, rosters: rostersOf(table) };
}
