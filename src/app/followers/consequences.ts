// Which entries have consequences for accesses other than the one they are about (consequences.ts says what for).
import type { Consequence } from '../consequences.ts';
import type { Follower } from '../follower.ts';
import type { Entry } from '../log.ts';

export const consequencesFollower: Follower<Consequence> = {
  name: 'consequences',
  nouns: ['resource', 'outputport', 'dataproduct', 'team', 'person', 'policy'],
  map: consequencesOf,
};

function consequencesOf({ type, subject, data }: Entry): readonly Consequence[] {
  switch (type) {
    case 'resource.gone':
      return [{ act: 'end', noun: 'resource', subject }];
    case 'dataproduct.deleted':
      return [{ act: 'end', noun: 'data-product', subject }];
    case 'application.deleted':
      return [{ act: 'end', noun: 'application', subject }];
    case 'team.deleted':
      return [
        { act: 'end', noun: 'team', subject },
        { act: 'reconsider', noun: 'team', subject },
      ];
    case 'person.left':
    case 'person.erased':
      return [
        { act: 'end', noun: 'person', subject },
        { act: 'reconsider', noun: 'person', subject },
        ...teamsIn(data),
      ];
    case 'person.returned':
    case 'person.teams_changed':
      return teamsIn(data);
    case 'team.created':
    case 'team.updated':
      return [{ act: 'reconsider', noun: 'team', subject }];
    // A product or an application may belong to another team now, and what it asked for with it.
    case 'dataproduct.updated':
      return [{ act: 'reconsider', noun: 'data-product', subject }];
    case 'application.updated':
      return [{ act: 'reconsider', noun: 'application', subject }];
    case 'policy.changed':
    case 'resource.updated':
    case 'outputport.updated':
      return [{ act: 'reconsider', noun: 'resource', subject }];
    default:
      return [];
  }
}

/** The teams whose roster looks different because of somebody. */
function teamsIn(data: Entry['data']): Consequence[] {
  const teams = data?.['teams'];
  return Array.isArray(teams)
    ? teams.map((team) => ({ act: 'reconsider', noun: 'team', subject: String(team) }))
    : [];
}
