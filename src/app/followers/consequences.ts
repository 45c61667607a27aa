// Which entries have consequences for accesses other than the one they are about (consequences.ts says what for).
import type { Consequence } from '../consequences.ts';
import type { Follower } from '../follower.ts';
import type { Entry } from '../log.ts';

type Draw = (entry: Entry) => readonly Consequence[];

const teamChanged: Draw = ({ subject }) => [{ act: 'reconsider', noun: 'team', subject }];
const resourceChanged: Draw = ({ subject }) => [{ act: 'reconsider', noun: 'resource', subject }];
const personGone: Draw = ({ subject, data }) => [
  { act: 'end', noun: 'person', subject },
  { act: 'reconsider', noun: 'person', subject },
  ...teamsIn(data),
];

/** By type of the entry. */
const consequences: Readonly<Record<string, Draw>> = {
  'resource.gone': ({ subject }) => [{ act: 'end', noun: 'resource', subject }],
  'dataproduct.deleted': ({ subject }) => [{ act: 'end', noun: 'data-product', subject }],
  'application.deleted': ({ subject }) => [{ act: 'end', noun: 'application', subject }],
  'team.deleted': ({ subject }) => [
    { act: 'end', noun: 'team', subject },
    { act: 'reconsider', noun: 'team', subject },
  ],
  'person.left': personGone,
  'person.erased': personGone,
  'person.returned': ({ data }) => teamsIn(data),
  'person.teams_changed': ({ data }) => teamsIn(data),
  'team.created': teamChanged,
  'team.updated': teamChanged,
  // A product or an application may belong to another team now, and what it asked for with it.
  'dataproduct.updated': ({ subject }) => [{ act: 'reconsider', noun: 'data-product', subject }],
  'application.updated': ({ subject }) => [{ act: 'reconsider', noun: 'application', subject }],
  'policy.changed': resourceChanged,
  'resource.updated': resourceChanged,
  'outputport.updated': resourceChanged,
};

export const consequencesFollower: Follower<Consequence> = {
  name: 'consequences',
  // Read off the table, because an entry that is not read has no consequences whatever the table says.
  nouns: [...new Set(Object.keys(consequences).map((type) => type.split('.')[0]!))],
  map: (entry) => consequences[entry.type]?.(entry) ?? [],
};

/** The teams whose roster looks different because of somebody. */
function teamsIn(data: Entry['data']): Consequence[] {
  const teams = data?.['teams'];
  return Array.isArray(teams)
    ? teams.map((team) => ({ act: 'reconsider', noun: 'team', subject: String(team) }))
    : [];
}
