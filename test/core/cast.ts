// The cast of the core's tests: the people, teams and keys of Fernlane, an online shop. Alice (analytics) asks; Bob and
// Carol (checkout) own and approve; Dan (platform) runs the installation; Eve (partner desk) must not get in. Frank owns
// commerce, the parent of checkout, and Amir is Alice's colleague. Memberships are a plain table here; rosters are
// worked out from it along the tree, as the database does it.
import type { Consumer } from '../../src/core/consumer.ts';
import type { KeyId, Mint, PersonId, ResourceId, TeamId } from '../../src/core/ids.ts';
import type { Principal } from '../../src/core/principal.ts';
import type { Resource } from '../../src/core/resource.ts';
import type { Role, Roster } from '../../src/core/team.ts';
import type { Vote } from '../../src/core/decide.ts';
import type { Ask, Terms } from '../../src/core/terms.ts';

export const people = ['alice', 'amir', 'bob', 'carol', 'dan', 'eve', 'frank'] as const;
export type Name = (typeof people)[number];

export const teams = ['commerce', 'checkout', 'analytics', 'platform', 'partner-desk'] as const;
export type TeamName = (typeof teams)[number];

export const parents: Readonly<Partial<Record<TeamName, TeamName>>> = { checkout: 'commerce' };

export interface Membership {
  readonly person: Name;
  readonly team: TeamName;
  readonly role: Role;
}

export const memberships: readonly Membership[] = [
  { person: 'frank', team: 'commerce', role: 'owner' },
  { person: 'bob', team: 'checkout', role: 'owner' },
  { person: 'carol', team: 'checkout', role: 'approver' },
  { person: 'alice', team: 'analytics', role: 'member' },
  { person: 'amir', team: 'analytics', role: 'owner' },
  { person: 'dan', team: 'platform', role: 'owner' },
  { person: 'eve', team: 'partner-desk', role: 'owner' },
];

/** Rosters of all teams, each with the people of its ancestors. */
export function rostersOf(table: readonly Membership[]): ReadonlyMap<TeamId, Roster> {
  return new Map(
    teams.map((team) => {
      const line = lineOf(team);
      const entries = table.filter((entry) => line.includes(entry.team));
      return [
        team as string as TeamId,
        {
          team: team as string as TeamId,
          parent: (parents[team] ?? null) as TeamId | null,
          people: entries.map((entry) => ({
            person: entry.person as string as PersonId,
            role: entry.role,
            direct: entry.team === team,
          })),
        },
      ];
    }),
  );
}

function lineOf(team: TeamName): TeamName[] {
  const parent = parents[team];
  return parent ? [team, ...lineOf(parent)] : [team];
}

/** A person at the keyboard. */
export function person(name: Name): Principal & { type: 'person' } {
  return {
    type: 'person',
    id: name as string as PersonId,
    administrator: name === 'dan',
    auditor: false,
    readOnly: false,
  };
}

/** The same person through a key of their own. */
export function userKey(name: Name, key = `key-of-${name}`): Principal & { type: 'person' } {
  return { ...person(name), key: key as KeyId };
}

export function teamKey(
  team: TeamName,
  maker: Name | null,
  id = `${team}-key`,
): Principal & { type: 'team-key' } {
  return {
    type: 'team-key',
    id: id as KeyId,
    team: team as string as TeamId,
    maker: maker as string as PersonId,
    readOnly: false,
  };
}

export function organizationKey(maker: Name | null, id = 'pipeline-key'): Principal {
  return { type: 'organization-key', id: id as KeyId, maker: maker as string as PersonId, readOnly: false };
}

export const alice = person('alice');
export const amir = person('amir');
export const bob = person('bob');
export const carol = person('carol');
export const dan = person('dan');
export const eve = person('eve');
export const frank = person('frank');

/** What everybody asks for: the order events of checkout's data product. */
export const orderEvents: Resource = {
  id: 'orders/events' as ResourceId,
  kind: 'output-port',
  owner: 'checkout' as TeamId,
  name: 'Order events',
  offers: ['read', 'write'],
  gone: false,
};

export function product(id: string, team: TeamName = 'analytics'): Consumer {
  return { kind: 'data-product', id, team: team as string as TeamId };
}

export function team(name: TeamName): Consumer {
  return { kind: 'team', id: name as string as TeamId, team: name as string as TeamId };
}

export function personally(name: Name): Consumer {
  return { kind: 'person', id: name as string as PersonId, team: null };
}

/** Analytics' data product: the consumer of most stories. */
export const churnModel = product('churn-model');

export function wish(parts: Partial<Ask> = {}): Ask {
  return {
    purpose: 'Predict which customers leave',
    purposeGenerated: false,
    roles: ['read'],
    from: null,
    until: null,
    duration: null,
    ...parts,
  };
}

export function vote(verdict: 'allow' | 'deny', parts: Partial<Vote> = {}): Vote {
  return { verdict, comment: null, terms: null, seen: null, facts: {}, ...parts };
}

export function terms(parts: Partial<Terms>): Terms {
  return { until: null, duration: null, roles: null, ...parts };
}

/** Ids that count, and fingerprints that number the texts: nothing collides, and failures can be read. */
export function countingMint(): Mint {
  let last = 0;
  const texts = new Map<string, string>();
  return {
    id: () => `id-${++last}`,
    fingerprint: (text) => {
      const known = texts.get(text) ?? `text-${texts.size + 1}`;
      texts.set(text, known);
      return known;
    },
  };
}

/** A Tuesday in March, nine o'clock. */
export const morning = Date.UTC(2026, 2, 3, 9);
