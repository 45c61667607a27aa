// Pages of the wire: plain arrays, the page number `p` from zero, and a Link header with `rel="next"` while there is
// more (Entropy API). The address in that header also carries `after`, the place where this page ended; a client that
// follows it reads by key, one that counts `p` up is sent to the right place through the index.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

export const pageQuery = {
  p: z.coerce.number().int().min(0).max(1_000_000).optional().meta({ description: 'Page number, from 0.' }),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: 'Where the page before ended, as its Link header says.' }),
};

/** Sets `Link: <…>; rel="next"` to the page after this one. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, page: number, after: number): void {
  linkTo(request, reply, { p: page + 1, after });
}

/** The same where pages have no numbers: this request again, with these parameters. */
export function linkTo(request: FastifyRequest, reply: FastifyReply, query: Record<string, number>): void {
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  void reply.header('link', `<${url.href}>; rel="next"`);
}
