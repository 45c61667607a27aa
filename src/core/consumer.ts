// Who gets access: a team, a data product, an application, or a person. Products and applications belong to a team,
// and that team speaks for them; a person speaks for themself. Here also stands which earlier refusals bind a consumer:
// a refusal reaches the whole team, so that asking again for another product of it changes nothing (design 3.3, rule 5).
import type { PersonId, TeamId } from './ids.ts';
import type { Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import { isMember, type Roster } from './team.ts';

export type ConsumerKind = 'team' | 'data-product' | 'application' | 'person';

export type Consumer =
  | { readonly kind: 'team'; readonly id: TeamId; readonly team: TeamId }
  | { readonly kind: 'data-product' | 'application'; readonly id: string; readonly team: TeamId }
  | { readonly kind: 'person'; readonly id: PersonId; readonly team: null };

/** One side that a refusal binds: a team with all it owns, or a person. */
export type Side = `team:${string}` | `person:${string}`;

/** The side that a refusal of this consumer binds. */
export function sideOf(consumer: Consumer): Side {
  return consumer.kind === 'person' ? `person:${consumer.id}` : `team:${consumer.team}`;
}

/** The same consumer: an access never changes hands. */
export function sameConsumer(one: Consumer, other: Consumer): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** Whether the principal may speak for the consumer: ask, withdraw, give back (design 3.4, Asker). */
export function maySpeakFor(
  consumer: Consumer,
  principal: Principal,
  consumerTeam: Roster | undefined,
): Refused | undefined {
  switch (principal.type) {
    case 'organization-key':
    case 'system':
      return undefined;
    case 'team-key':
      return consumer.team === principal.team ? undefined : refused('not_your_side');
    case 'person':
      if (consumer.kind === 'person')
        return consumer.id === principal.id ? undefined : refused('not_your_side');
      return isMember(consumerTeam, principal.id) ? undefined : refused('not_your_side');
  }
}

/** Whether a person is on the consumer's side: the consumer themself, or a member of its team. */
export function isOnConsumerSide(
  consumer: Consumer,
  person: PersonId | null,
  consumerTeam: Roster | undefined,
): boolean {
  if (person === null) return false;
  return consumer.kind === 'person' ? consumer.id === person : isMember(consumerTeam, person);
}
