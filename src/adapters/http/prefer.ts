// What a caller would like to have back from a write (RFC 7240). The Entropy API answers writes with nothing, and its
// clients rely on that; whoever says `Prefer: return=representation` is spared the second call.
import type { FastifyReply, FastifyRequest } from 'fastify';

const representation = 'return=representation';

export function wantsRepresentation({ headers }: FastifyRequest): boolean {
  const wishes = String(headers['prefer'] ?? '').split(',');
  return wishes.some((wish) => wish.split(';')[0]!.replaceAll(/[\s"]/g, '').toLowerCase() === representation);
}

export function asPreferred(reply: FastifyReply): FastifyReply {
  return reply.header('preference-applied', representation).header('vary', 'prefer');
}
