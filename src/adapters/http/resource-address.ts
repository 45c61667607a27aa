// The addresses of a resource. An output port's id holds a slash, `dataproduct/port`; it is percent-encoded in addresses,
// and clients that do not encode are understood as well, by a second address with two parts.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ResourceId } from '../../core/ids.ts';
import { noSuch } from '../../core/no-such.ts';
import { Problem } from '../../core/problem.ts';

export interface ResourceAddress {
  readonly path: string;
  readonly params: z.ZodType<Record<string, string>>;
  /** Only the first way is documented. */
  readonly hide: boolean;
}

export const idPart = z.string().min(1).max(256);

export const resourceAddresses: readonly ResourceAddress[] = [
  { path: '/api/resources/:id', params: z.object({ id: z.string().min(1).max(520) }), hide: false },
  {
    path: '/api/resources/:dataProductId/:outputPortId',
    params: z.object({ dataProductId: idPart, outputPortId: idPart }),
    hide: true,
  },
];

export function resourceIdOf(request: FastifyRequest): ResourceId {
  return Object.values(request.params as Record<string, string>).join('/') as ResourceId;
}

export function resourceNotFound(id: string): Problem {
  return new Problem('resource_not_found', { detail: noSuch('resource', id) });
}
