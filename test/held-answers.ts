// Holds every answer that any test gets in process against what the operation announces: a problem has to be among those
// that the API description lists for it, and everything else has to be of the announced shape. So each test of whatever
// also tests the description, and no table of "which no comes from where" has to be kept by hand.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { problemsOf } from '../src/adapters/http/operation-problems.ts';
import type { Server } from '../src/adapters/http/server.ts';
import type { ProblemCode } from '../src/core/problem.ts';

export interface HeldAnswers {
  /** @throws Error that names every answer which was not as announced. */
  check(): void;
}

/** To be called before the server is ready, because hooks are for routes that come later. */
export function holdAnswers(server: Server): HeldAnswers {
  const faults = new Set<string>();
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.is404 || (payload !== null && payload !== undefined && typeof payload !== 'string')) return;
    const text = payload ?? '';
    const type = String(reply.getHeader('content-type') ?? '');
    const fault = type.startsWith('application/problem+json')
      ? unannounced(request, text)
      : misshapen(request, reply.statusCode, type, text);
    if (fault) faults.add(`${request.method} ${request.routeOptions.url}: ${fault}`);
  });
  return {
    check: () => {
      if (faults.size > 0)
        throw new Error(`Answers that the API description does not announce:\n${[...faults].join('\n')}`);
    },
  };
}

interface Announced {
  readonly body?: unknown;
  readonly params?: unknown;
  readonly querystring?: unknown;
  readonly response?: Record<string, Shape>;
}

type Shape = z.ZodType | { readonly content: Record<string, { readonly schema: z.ZodType }> };

function unannounced({ routeOptions, method }: FastifyRequest, text: string): string | null {
  const { audience = 'public', problems: own = [] } = routeOptions.config;
  const { body, params, querystring } = (routeOptions.schema ?? {}) as Announced;
  const { code } = JSON.parse(text) as { code: ProblemCode };
  const listed = problemsOf({
    method,
    audience,
    hasParameters: params !== undefined || querystring !== undefined,
    hasBody: body !== undefined,
    own,
  });
  return listed.includes(code) ? null : `the problem ${code} is not listed`;
}

function misshapen(
  { routeOptions, method }: FastifyRequest,
  status: number,
  type: string,
  text: string,
): string | null {
  const { response } = (routeOptions.schema ?? {}) as Announced;
  if (!response || method === 'HEAD') return null;
  const shape = response[status];
  if (!shape) return `the status ${status} is not listed`;
  const schema = 'content' in shape ? shape.content[type.split(';')[0]!]?.schema : shape;
  if (!schema) return `the type ${type} is not listed for ${status}`;
  const isJson = /json/.test(type);
  const { error } = schema.safeParse(text === '' ? undefined : isJson ? JSON.parse(text) : text);
  return error ? `${status} is not of its shape: ${error.message}` : null;
}
