// The log, for people and for programs: the history of one access, the log by filter, and its head. How to follow it and
// how to take it along stand in files of their own; who may read what is one rule for all (log-filter.ts).
import { z } from 'zod';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import {
  beforeQuery,
  filterFrom,
  filterProblems,
  filterQuery,
  nounsFor,
  periodQuery,
  shown,
  type LogRouteDeps,
} from '../log-filter.ts';
import { linkTo } from '../paging.ts';
import type { Server } from '../server.ts';
import { entryAnswer } from '../wire/log.ts';
import { logExportRoute } from './log-export.ts';
import { logStreamRoute } from './log-stream.ts';

const pageQuery = {
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'Only entries after this position, as the Link header of the page before says.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
};

const head = z
  .object({
    position: z.int(),
    hash: z.string(),
    signed: z
      .object({
        position: z.int(),
        hash: z.string(),
        at: z.iso.datetime(),
        signature: z.string(),
        publicKey: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'LogHead' });

const tags = ['Log'];

export function logRoutes(server: Server, deps: LogRouteDeps): void {
  server.get(
    '/api/access/:id/history',
    {
      config: { audience: 'reads', problems: ['access_not_found', 'invalid_field', 'not_a_party'] },
      schema: {
        summary: 'Everything that happened to an access, oldest first',
        description: 'For both sides of it and for those who audit.',
        tags: ['Access'],
        params: z.object({ id: z.string().min(1).max(256) }),
        querystring: z.object(pageQuery),
        response: { 200: z.array(entryAnswer) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { after, limit } = request.query;
      if (!(await deps.accessExists(id)))
        throw new Problem('access_not_found', { detail: noSuch('access', id) });
      const nouns = await nounsFor(deps, request, id);
      if (nouns && !nouns.includes('access')) throw new Problem('not_a_party');
      const entries = await deps.log.history(id, after, limit);
      const last = entries.findLast((entry) => entry.position !== null);
      if (entries.length === limit && last) linkTo(request, reply, { after: last.position! });
      return shown(deps, entries);
    },
  );

  server.get(
    '/api/log',
    {
      config: { audience: 'reads', problems: filterProblems },
      schema: {
        summary: 'Read the log, oldest first, or the newest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          order: z.enum(['oldest', 'newest']).default('oldest'),
          before: beforeQuery.meta({
            description: 'With `order=newest`: only entries before this position.',
          }),
          ...filterQuery,
          ...periodQuery,
        }),
        response: { 200: z.array(entryAnswer) },
      },
    },
    async (request, reply) => {
      const { after, before = null, limit, order, ...fits } = request.query;
      const filter = await filterFrom(deps, request, fits);
      if (!filter) return [];
      const entries =
        order === 'oldest'
          ? await deps.log.page(filter, after, limit)
          : await deps.log.pageBack(filter, before, limit);
      const last = entries.at(-1)?.position;
      if (entries.length === limit && last)
        linkTo(request, reply, { [order === 'oldest' ? 'after' : 'before']: last });
      return shown(deps, entries);
    },
  );

  server.get(
    '/api/log/head',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Where the log ends, and the last head that was signed',
        tags,
        response: { 200: head },
      },
    },
    async () => {
      const [place, signed] = await Promise.all([deps.log.head(), deps.log.signedHead()]);
      return { ...place, signed: signed && { ...signed, at: new Date(signed.at).toISOString() } };
    },
  );

  logExportRoute(server, deps);
  logStreamRoute(server, deps);
}
