// Agreements as people look for them: what I have and what ends next, what waits and since when, who has access to what
// my team owns. A side is a person or a team with all it owns (core/consumer.ts). Pages go by key, in the order in which
// people want to see them, and every page is a bounded walk along an index, whatever history lies beside it.
import type { Side } from '../core/consumer.ts';
import type { AccessId, PersonId, ResourceId, TeamId } from '../core/ids.ts';
import type { Principal } from '../core/principal.ts';
import type { Instant } from '../core/time.ts';

/** `live`: granted or suspended, what ends first first. `waiting`: the longest first. `all`: the newest first. */
export type Show = 'live' | 'waiting' | 'all';

/** Whose agreements: of some sides as consumers, of one application, to one resource, or to everything that a team owns. */
export type Whose =
  | { readonly sides: readonly Side[] }
  | { readonly application: string }
  | { readonly resource: ResourceId }
  /** These come resource by resource. */
  | { readonly owner: TeamId };

export interface AgreementPage {
  readonly ids: readonly AccessId[];
  /** Where the page ended, if more follows. */
  readonly next: string | null;
}

export interface SpokenFor {
  readonly team: TeamId;
  readonly name: string;
}

/** Somebody or something that a caller may ask for. */
export interface ConsumerChoice {
  readonly kind: 'team' | 'data-product' | 'application';
  readonly id: string;
  readonly name: string;
  readonly team: TeamId;
}

export interface Refusal {
  readonly side: Side;
  /** The access whose refusal binds. */
  readonly access: AccessId;
  readonly since: Instant;
}

/** What a side has already, as somebody else's decision may want to know. */
export interface Held {
  readonly access: AccessId;
  readonly resource: { readonly id: ResourceId; readonly kind: string; readonly name: string };
  /** True: it is the very resource that is asked about. */
  readonly isSame: boolean;
}

export interface AgreementReads {
  page(whose: Whose, show: Show, after: string | null, limit: number): Promise<AgreementPage>;
  /** Teams that a person speaks for: those that name them, and those below where they own or approve. */
  teamsOf(person: PersonId, limit: number): Promise<SpokenFor[]>;
  nameOfTeam(team: TeamId): Promise<string | null>;
  hasApplication(id: string): Promise<boolean>;
  /** Null: no such resource, or it is gone. */
  resource(id: ResourceId): Promise<{ readonly owner: TeamId; readonly name: string } | null>;
  /** Products of these teams whose words begin with these, and then their applications. */
  ownedConsumers(
    teams: readonly TeamId[],
    words: string | null,
    after: number,
    limit: number,
  ): Promise<{ items: ConsumerChoice[]; next: number | null }>;
  /** What runs or waits of these sides at one resource. */
  at(resource: ResourceId, sides: readonly Side[], limit: number): Promise<AccessId[]>;
  refusals(resource: ResourceId, sides: readonly Side[]): Promise<Refusal[]>;
  /** What these sides have at a resource, and at others of the same owner, apart from one access. */
  held(
    about: { readonly access: AccessId; readonly resource: ResourceId; readonly owner: TeamId },
    sides: readonly Side[],
    limit: number,
  ): Promise<Held[]>;
}

/** How many teams are looked at for one person; whoever owns the top of a large tree speaks for more. */
export const mostTeams = 100;

/** The teams that a caller speaks for. A key of the organization speaks for everybody, so for nobody in particular. */
export async function teamsSpokenFor(reads: AgreementReads, principal: Principal): Promise<SpokenFor[]> {
  switch (principal.type) {
    case 'person':
      return reads.teamsOf(principal.id, mostTeams);
    case 'team-key':
      return [{ team: principal.team, name: (await reads.nameOfTeam(principal.team)) ?? principal.team }];
    default:
      return [];
  }
}

/** The sides that are a caller's own. */
export async function sidesOf(reads: AgreementReads, principal: Principal): Promise<Side[]> {
  return sidesWith(principal, await teamsSpokenFor(reads, principal));
}

export function sidesWith(principal: Principal, teams: readonly SpokenFor[]): Side[] {
  return [
    ...(principal.type === 'person' ? [`person:${principal.id}` as const] : []),
    ...teams.map(({ team }) => `team:${team}` as const),
  ];
}
