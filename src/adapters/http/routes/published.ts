// What /api/dataproducts and /api/datacontracts have in common: lists with the same filters, one document, writing and
// deleting. Documents go out as the text that was stored, so what was published is given back as it was.
import { z } from 'zod';
import type { PublishedFilter, PublishedReads } from '../../../app/catalog-reads.ts';
import type { Caller } from '../../../app/ports.ts';
import { noSuch, type Noun } from '../../../core/no-such.ts';
import { Problem, type ProblemCode } from '../../../core/problem.ts';
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
import { publishedAnswers } from '../wire/catalog.ts';

export interface Published {
  readonly noun: 'dataproducts' | 'datacontracts';
  readonly word: Noun;
  readonly tags: string[];
  readonly reads: PublishedReads;
  readonly body: z.ZodType;
  readonly notFound: ProblemCode;
  readonly putDescription: string;
  readonly deleteDescription: string;
  readonly put: (id: string, body: unknown, caller: Caller, ifMatch: number | null) => Promise<void>;
  readonly remove: (id: string, caller: Caller) => Promise<void>;
}

const word = z.string().max(500).optional();

const listQuery = z.object({
  ...pageQuery,
  q: word.meta({ description: 'Words that begin a word of id, name or description; all of them.' }),
  teamId: severalOf(z.string().max(256)).meta({ description: 'Owner teams; may be repeated.' }),
  domainId: severalOf(z.string().max(256)).meta({
    description: 'Domains, as documents name them or as teams above the owner; may be repeated.',
  }),
  owner: severalOf(z.string().max(256)).meta({ description: 'The same as teamId.', deprecated: true }),
  domain: severalOf(z.string().max(256)).meta({ description: 'The same as domainId.', deprecated: true }),
  archetype: word,
  status: word,
  tag: severalOf(z.string().max(500)).meta({ description: 'A tag; repeated, all of them.' }),
  sort: z
    .enum(['name', 'title', 'creation'])
    .optional()
    .meta({ description: 'By name instead of by creation.' }),
});

export function publishedRoutes(server: Server, deps: CatalogDeps, published: Published): void {
  const { noun, tags, reads } = published;
  const base = `/api/${noun}`;
  const answer = publishedAnswers[noun];

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: `List ${published.word}s, oldest first`,
        tags,
        querystring: listQuery,
        response: { 200: z.array(answer) },
      },
    },
    async (request, reply) =>
      sendTexts(
        request,
        reply,
        request.query,
        await reads.page(filterFrom(request.query), pagingOf(request.query)),
      ),
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
          'keys_do_not_decide',
          'version_mismatch',
          'decided_meanwhile',
        ],
      },
      schema: {
        summary: `Publish a ${published.word}`,
        description: published.putDescription,
        tags,
        params,
        body: published.body,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await published.put(id, request.body, callerOf(request), ifMatch(request));
      return sendWritten(reply, deps, [noun, id]);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: {
        audience: 'writes',
        problems: [published.notFound, 'not_an_owner', 'in_use', 'decided_meanwhile'],
      },
      schema: {
        summary: `Delete a ${published.word}`,
        description: published.deleteDescription,
        tags,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await published.remove(request.params.id, callerOf(request));
      return reply.send();
    },
  );
}

/** `GET /api/<noun>/{id}`; apart, because contracts answer more at such an address. */
export function publishedRoute(server: Server, published: Published): void {
  const { noun, tags, reads } = published;
  server.get(
    `/api/${noun}/:id`,
    {
      config: { audience: 'reads', problems: [published.notFound] },
      schema: {
        summary: `Read one ${published.word}`,
        tags,
        params,
        response: { 200: publishedAnswers[noun] },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const document = await reads.one(id);
      if (!document) throw new Problem(published.notFound, { detail: noSuch(published.word, id) });
      void reply.header('etag', etag(document.version));
      return sendText(reply, document.text);
    },
  );
}

function filterFrom(query: z.infer<typeof listQuery>): PublishedFilter {
  const { q, teamId = [], domainId = [], owner = [], domain = [], archetype, status, tag = [], sort } = query;
  return {
    words: q ?? null,
    teams: [...teamId, ...owner],
    domains: [...domainId, ...domain],
    archetype: archetype ?? null,
    status: status ?? null,
    tags: tag,
    sort: sort === 'name' || sort === 'title' ? 'name' : 'creation',
  };
}
