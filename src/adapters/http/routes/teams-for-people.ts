// /api/team-tree and /api/teams/{id}/roster: teams as pages show them. Programs read /api/teams, which gives documents.
import { z } from 'zod';
import {
  rosterOf,
  type TeamOfTree,
  type TeamRoster,
  type TeamsForPeople,
} from '../../../app/teams-for-people.ts';
import { mayAdd } from '../../../core/edit-actions.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Language } from '../../../core/sentence.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { wireActions } from '../wire/action.ts';
import { teamRosterAnswer, teamTreeAnswer } from '../wire/teams.ts';

type TreeAnswer = z.infer<typeof teamTreeAnswer>;

const tags = ['Teams'];
const id = z.string().min(1).max(256);

export function teamsForPeopleRoutes(server: Server, teams: TeamsForPeople): void {
  server.get(
    '/api/team-tree',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Look through the teams',
        description:
          'The tree from the top or below a team, what is nearest first, three hundred at most; with words, a hundred teams that have them. `/api/teams` lists all of them page by page.',
        tags,
        querystring: z.object({
          q: z
            .string()
            .max(500)
            .optional()
            .meta({ description: 'Words that begin a word of the id or the name.' }),
          below: id.optional().meta({ description: 'Only what is below this team.' }),
        }),
        response: { 200: teamTreeAnswer },
      },
    },
    async (request) => {
      const { q = '', below } = request.query;
      const tree = q.trim() === '' ? teams.below((below ?? null) as TeamId | null) : teams.byWords(q);
      const { teams: found, complete } = await tree;
      const add = mayAdd(callerOf(request).principal);
      return { teams: found.map(wireTeam), complete, actions: wireActions({ add }, languageOf(request)) };
    },
  );

  server.get(
    '/api/teams/:id/roster',
    {
      config: { audience: 'reads', problems: ['team_not_found'] },
      schema: {
        summary: 'Who is in a team',
        description:
          'Also whoever a team above lends a say here, and what the caller may change. The members of the document are in `GET /api/teams/{id}`.',
        tags,
        params: z.object({ id }),
        response: { 200: teamRosterAnswer },
      },
    },
    async (request) => {
      const team = await rosterOf(teams)(request.params.id as TeamId, callerOf(request));
      return wireRoster(team, languageOf(request));
    },
  );
}

function wireTeam({ tags, above, owns, ...team }: TeamOfTree): TreeAnswer['teams'][number] {
  return { ...team, tags: [...tags], above: [...above], owns: { ...owns, kinds: [...owns.kinds] } };
}

function wireRoster(team: TeamRoster, language: Language): z.infer<typeof teamRosterAnswer> {
  const nameOf = new Map(team.above.map((one) => [one.id, one]));
  return {
    id: team.id,
    name: team.name,
    above: [...team.above],
    below: [...team.below],
    moreBelow: team.moreBelow,
    people: team.roster.map(({ person, hasLeft, decides, roles }) => ({
      person,
      emailAddress: team.people.get(person)!.email,
      name: team.people.get(person)!.name,
      hasLeft,
      decides,
      roles: roles.map((role) => ({ ...role, from: role.from && nameOf.get(role.from)! })),
    })),
    actions: wireActions(team.actions, language),
  };
}
