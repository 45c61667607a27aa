// /api/log/export: what a filter of the log finds, as a file to take along. It is read and sent a page at a time, so its
// length costs no memory, and it is bounded, so that no call is endless; what is older than its last line is another call.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { EntryFilter } from '../../../app/log.ts';
import {
  beforeQuery,
  filterFrom,
  filterProblems,
  filterQuery,
  periodQuery,
  shown,
  type LogRouteDeps,
} from '../log-filter.ts';
import type { Server } from '../server.ts';
import { csvExport, jsonExport, logExport } from '../wire/log-export.ts';
import type { WireEntry } from '../wire/log.ts';

const longest = 100_000;

export function logExportRoute(server: Server, deps: LogRouteDeps): void {
  server.get(
    '/api/log/export',
    {
      config: { audience: 'reads', problems: filterProblems },
      schema: {
        summary: 'Take entries of the log along, the newest first',
        description:
          'As a file that is sent while it is read. Where there are more than `limit`, what is older follows with `before` and the position of the last one.',
        tags: ['Log'],
        querystring: z.object({
          format: z.enum(['json', 'csv']).default('json'),
          limit: z.coerce.number().int().min(1).max(longest).default(longest),
          before: beforeQuery.meta({ description: 'Only entries before this position.' }),
          ...filterQuery,
          ...periodQuery,
        }),
        response: {
          200: {
            description: 'A list, sent while it is read.',
            content: { 'application/json': { schema: logExport }, 'text/csv': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const { format, limit, before = null, ...fits } = request.query;
      const filter = await filterFrom(deps, request, fits);
      const head = await deps.log.head();
      const pages = filter ? exported(deps, filter, before, limit) : nothing();
      void reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')
        .header('content-disposition', `attachment; filename="log-${head.position}.${format}"`)
        .header('cache-control', 'no-store');
      const chunks = format === 'csv' ? csvExport(pages) : jsonExport(pages, head, limit);
      return reply.send(Readable.from(chunks) as never);
    },
  );
}

/** Pages of a thousand, so that neither a statement nor a chunk is long, until there are enough. */
async function* exported(
  deps: LogRouteDeps,
  filter: EntryFilter,
  from: number | null,
  limit: number,
): AsyncGenerator<WireEntry[]> {
  let before = from;
  for (let left = limit; left > 0;) {
    const wanted = Math.min(left, 1000);
    const entries = await deps.log.pageBack(filter, before, wanted);
    yield await shown(deps, entries);
    if (entries.length < wanted) return;
    left -= entries.length;
    before = entries.at(-1)!.position;
  }
}

async function* nothing(): AsyncGenerator<WireEntry[]> {}
