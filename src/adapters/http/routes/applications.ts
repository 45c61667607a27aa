// /api/applications: programs of a team that get access as themselves. The Entropy API knows none, so this is ours alone.
import { z } from 'zod';
import { deleteApplication } from '../../../app/delete-application.ts';
import { putApplication } from '../../../app/put-application.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import {
  idParams as params,
  pagingOf,
  sendText,
  sendTexts,
  sendWritten,
  severalOf,
  type CatalogDeps,
} from '../catalog-deps.ts';
import { etag, ifMatch } from '../conditional.ts';
import { pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { applicationAnswer, applicationBody } from '../wire/catalog.ts';

const tags = ['Applications'];
const base = '/api/applications';

export function applicationRoutes(server: Server, deps: CatalogDeps): void {
  const { ports } = deps;
  const reads = deps.reads.applications;

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List applications, oldest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          q: z
            .string()
            .max(500)
            .optional()
            .meta({ description: 'Words that begin a word of id, name or description; all of them.' }),
          team: severalOf(z.string().max(256)).meta({ description: 'Owner teams; may be repeated.' }),
          tag: severalOf(z.string().max(500)).meta({ description: 'A tag; repeated, all of them.' }),
        }),
        response: { 200: z.array(applicationAnswer) },
      },
    },
    async (request, reply) => {
      const { q, team = [], tag = [], ...query } = request.query;
      const filter = { ...anything, words: q ?? null, teams: team, tags: tag };
      return sendTexts(request, reply, query, await reads.page(filter, pagingOf(query)));
    },
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'reads', problems: ['application_not_found'] },
      schema: { summary: 'Read one application', tags, params, response: { 200: applicationAnswer } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const application = await reads.one(id);
      if (!application) throw new Problem('application_not_found', { detail: noSuch('application', id) });
      void reply.header('etag', etag(application.version));
      return sendText(reply, application.text);
    },
  );

  server.put(
    `${base}/:id`,
    {
      config: {
        audience: 'writes',
        problems: [
          'invalid_field',
          'reference_unknown',
          'not_an_owner',
          'version_mismatch',
          'decided_meanwhile',
        ],
      },
      schema: {
        summary: 'Register an application, or replace what is said about it',
        description:
          'Its team asks for it, and its agreements move with it to another team. Owners of the team write it, its key, administrators, and organization keys.',
        tags,
        params,
        body: applicationBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await putApplication(ports)(id, request.body, callerOf(request), ifMatch(request));
      return sendWritten(reply, deps, ['applications', id]);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: {
        audience: 'writes',
        problems: ['application_not_found', 'not_an_owner', 'in_use', 'decided_meanwhile'],
      },
      schema: {
        summary: 'Delete an application',
        description: 'It may have no active access. What it asked for and nobody has decided is withdrawn.',
        tags,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteApplication(ports)(request.params.id, callerOf(request));
      return reply.send();
    },
  );
}

/** What other documents can be looked for by, and applications cannot. */
const anything = { domains: [], archetype: null, status: null, sort: 'creation' } as const;
