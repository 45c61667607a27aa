// /api/teams: teams, their place in the tree, their members with roles. Wire compatible with the Entropy API.
import { z } from 'zod';
import { deleteTeam } from '../../../app/delete-team.ts';
import { putTeam } from '../../../app/put-team.ts';
import type { ShownTeam } from '../../../app/catalog-reads.ts';
import type { TeamId } from '../../../core/ids.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { idParams as params, pagingOf, sendPage, sendWritten, type CatalogDeps } from '../catalog-deps.ts';
import { etag, ifMatch } from '../conditional.ts';
import { pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { documentedBy, teamAnswer } from '../wire/catalog.ts';

const tags = ['Teams'];
const base = '/api/teams';

export function teamRoutes(server: Server, deps: CatalogDeps): void {
  const { ports, reads } = deps;

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List teams, oldest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          email: z.string().max(320).optional().meta({
            description: 'Only teams that this person was put into, whatever the case of the letters.',
          }),
        }),
        response: { 200: z.array(teamAnswer) },
      },
    },
    async (request, reply) => {
      const { email, ...query } = request.query;
      const page = await reads.teams.page(email ?? null, pagingOf(query));
      return sendPage(request, reply, query, page).map(wireTeam);
    },
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'reads', problems: ['team_not_found'] },
      schema: { summary: 'Read one team', tags, params, response: { 200: teamAnswer } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const team = await reads.teams.one(id);
      if (!team) throw new Problem('team_not_found', { detail: noSuch('team', id) });
      void reply.header('etag', etag(team.version));
      return wireTeam(team);
    },
  );

  server.put(
    `${base}/:id`,
    {
      config: {
        audience: 'writes',
        problems: [
          'invalid_field',
          'not_an_owner',
          'not_permitted',
          'reference_unknown',
          'team_cycle',
          'version_mismatch',
          'decided_meanwhile',
        ],
      },
      schema: {
        summary: 'Add a team, or replace it as a whole',
        description:
          'Administrators and organization keys write any team. Its owners, also those of a team above it, and its key write everything but `parent`. Members who are not known yet are added as people without an account.',
        tags,
        params,
        body: documentedBy(teamAnswer),
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await putTeam(ports)(id as TeamId, request.body, callerOf(request), ifMatch(request));
      return sendWritten(reply, deps, ['teams', id]);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: { audience: 'administers', problems: ['team_not_found', 'in_use', 'decided_meanwhile'] },
      schema: {
        summary: 'Delete a team',
        description: 'It may own nothing, have no team below it, and be named in no policy.',
        tags,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteTeam(ports)(request.params.id as TeamId, callerOf(request));
      return reply.send();
    },
  );
}

function wireTeam({ document, parent, members, membersByGroup }: ShownTeam): z.infer<typeof teamAnswer> {
  const known = Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null));
  return {
    ...(known as z.infer<typeof teamAnswer>),
    ...(parent !== null && { parent }),
    members: [...members],
    ...(membersByGroup.length > 0 && { membersByGroup: [...membersByGroup] }),
  };
}
