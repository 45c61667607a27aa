// The log, for people and for programs that follow it: the history of one access, the log by filter, its head, and a
// stream. Whoever may audit reads all of it. Everybody else names a subject that is theirs (app/log.ts, LogVisibility):
// one rule for all four, because the same entries stand behind them.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LogReader, LogVisibility, LogWatch, Place, ReadableEntry } from '../../../app/log.ts';
import type { PersonId } from '../../../core/ids.ts';
import { isRefused, Problem } from '../../../core/problem.ts';
import { audiences } from '../audience.ts';
import { idOf, placeFrom } from '../log-place.ts';
import { linkTo } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { stream } from '../sse.ts';
import { answerAs } from '../wire/answers.ts';
import { instantText } from '../wire/access-body.ts';
import { entryAnswer, peopleInEntries, wireEntry, type Names, type WireEntry } from '../wire/log.ts';

export interface LogRouteDeps {
  readonly log: LogReader;
  readonly watch: LogWatch;
  readonly visibility: LogVisibility;
  readonly people: (ids: readonly PersonId[]) => Promise<Names>;
  /** Whether there is, or was, such an access. */
  readonly accessExists: (id: string) => Promise<boolean>;
}

const pageQuery = {
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'Only entries after this position, as the Link header of the page before says.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
};

const instant = instantText.optional();

const filterQuery = {
  type: z.string().max(100).optional().meta({ description: 'Such as `request.granted`.' }),
  subject: z
    .string()
    .max(600)
    .optional()
    .meta({ description: 'Id of the access, resource or team. Needed unless you may audit.' }),
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
        throw new Problem('access_not_found', { detail: `There is no access "${id}".` });
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
      config: { audience: 'reads', problems: ['invalid_field', 'not_a_party', 'not_permitted'] },
      schema: {
        summary: 'Read the log, oldest first, or the newest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          order: z.enum(['oldest', 'newest']).default('oldest'),
          before: z.coerce
            .number()
            .int()
            .min(1)
            .optional()
            .meta({ description: 'With `order=newest`: only entries before this position.' }),
          ...filterQuery,
          actor: z.string().max(256).optional().meta({ description: 'Id of a person or a key.' }),
          from: instant,
          until: instant.meta({ description: 'Exclusive.' }),
        }),
        response: { 200: z.array(entryAnswer) },
      },
    },
    async (request, reply) => {
      const { after, before = null, limit, order, ...fits } = request.query;
      const filter = { ...fits, nouns: await nounsFor(deps, request, fits.subject) };
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

  streamRoute(server, deps);
}

function streamRoute(server: Server, deps: LogRouteDeps): void {
  const { log, watch } = deps;
  const stopping = new AbortController();
  server.addHook('preClose', async () => stopping.abort());

  server.get(
    '/api/log/stream',
    {
      config: { audience: 'reads', problems: ['invalid_field', 'not_a_party', 'not_permitted'] },
      schema: {
        summary: 'Follow the log as server-sent events',
        description:
          'Begins now, or after `Last-Event-ID`. An event `reload` says that what you have seen is not in this log any more, as after a restore: read everything again.',
        tags,
        querystring: z.object(filterQuery),
        response: {
          200: answerAs(
            'text/event-stream',
            'One event for each entry, with the entry as its data.',
            z.string(),
          ),
        },
      },
    },
    async (request, reply) => {
      const filter = { ...request.query, nouns: await nounsFor(deps, request, request.query.subject) };
      const known = placeFrom(request.headers['last-event-id']);
      const isLost = known !== null && !(await log.holds(known));
      let place = known && !isLost ? known : await log.head();
      const toSay = isLost ? [{ id: idOf(place), event: 'reload', data: {} }] : [];
      await stream(reply, stopping.signal, async (waitMs, signal) => {
        if (toSay.length > 0) return toSay.splice(0);
        if (!(await watch.beyond(place.position, waitMs, signal))) return [];
        // The head comes first: what is sealed after it is read again, or read already, but never passed by.
        const head = await log.head();
        const entries = await log.page(filter, place.position, mostAtOnce);
        const last = entries.at(-1);
        if (entries.length === mostAtOnce || (last && last.position! > head.position)) place = placeOf(last!);
        else place = head;
        return (await shown(deps, entries)).map((data, nth) => ({
          id: idOf(placeOf(entries[nth]!)),
          event: data.type,
          data,
        }));
      });
    },
  );
}

const mostAtOnce = 500;

/** Undefined for those who may read everything; else what they may read about this subject. */
async function nounsFor(
  { visibility }: LogRouteDeps,
  request: FastifyRequest,
  subject: string | undefined,
): Promise<string[] | undefined> {
  const { principal } = callerOf(request);
  if (!isRefused(audiences.audits(principal))) return undefined;
  if (subject === undefined)
    throw new Problem('not_permitted', {
      detail: 'The whole log is for those who audit. Name a subject that is yours.',
      field: 'subject',
    });
  const nouns = await visibility.nounsFor(principal, subject);
  if (nouns.length === 0) throw new Problem('not_a_party');
  return nouns;
}

async function shown({ people }: LogRouteDeps, entries: readonly ReadableEntry[]): Promise<WireEntry[]> {
  const names = await people(peopleInEntries(entries));
  return entries.map((entry) => wireEntry(entry, names));
}

function placeOf({ position, hash }: ReadableEntry): Place {
  return { position: position!, hash: hash! };
}
