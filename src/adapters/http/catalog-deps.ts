// What the catalog's routes share: the use cases' ports, the reads, addresses in the web app, and pages of a thousand.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CatalogPorts } from '../../app/catalog.ts';
import type { CatalogReads, PageOf, Paging } from '../../app/catalog-reads.ts';
import { linkNext } from './paging.ts';

export interface CatalogDeps {
  readonly ports: CatalogPorts;
  readonly reads: CatalogReads;
  /** Where people reach the web app, without a slash at the end. */
  readonly publicUrl: string;
}

/** The wire's page size for everything but accesses. */
const pageSize = 1000;

export const idParams = z.object({ id: z.string().min(1).max(256) });

/** A query parameter that may be repeated: a list, however often it occurs. */
export const severalOf = <T extends z.ZodType>(one: T) =>
  z
    .preprocess(
      (value) => (value === undefined ? undefined : [value].flat()),
      z.array(one).max(100).optional(),
    )
    .optional();

export function pagingOf({ p, after }: { p?: number | undefined; after?: number | undefined }): Paging {
  return { after: after ?? null, skip: (p ?? 0) * pageSize, limit: pageSize };
}

/** The items of a page; the Link header says where the next one is. */
export function sendPage<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  { p }: { p?: number | undefined },
  page: PageOf<T>,
): readonly T[] {
  if (page.next !== null) linkNext(request, reply, p ?? 0, page.next);
  return page.items;
}

/** A page of stored documents, handed on as the texts they are. */
export function sendTexts(
  request: FastifyRequest,
  reply: FastifyReply,
  query: { p?: number | undefined },
  page: PageOf<string>,
): FastifyReply {
  return sendText(reply, `[${sendPage(request, reply, query, page).join(',')}]`);
}

export function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text);
}

/** A write is answered with 200, an empty body, and the address of what was written in the web app (Entropy API). */
export function sendWritten(
  reply: FastifyReply,
  { publicUrl }: CatalogDeps,
  path: readonly string[],
): FastifyReply {
  return reply.header('location-html', `${publicUrl}/${path.map(encodeURIComponent).join('/')}`).send();
}
