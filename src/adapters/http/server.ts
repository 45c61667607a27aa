// The HTTP server: what holds for every operation. Bodies (an empty one with a JSON content type is no body, because
// existing clients send that), who calls, who may, hostile input, faults, security headers. The operations themselves
// are in routes/, one noun a file, each a table of URL, audience, shapes and use case.
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Caller } from '../../app/ports.ts';
import { orThrow, Problem } from '../../core/problem.ts';
import { audiences, type Audience } from './audience.ts';
import { answerFault, violations } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; on public operations possibly nobody. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    audience?: Audience;
  }
}

export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface ServerOptions {
  readonly logger: FastifyBaseLogger | boolean;
  readonly trustProxy: boolean;
  /** Finds out who calls; null when the call carries no credential at all. Throws a Problem for a bad one. */
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
  /** Refuses a body for what it is, whatever operation it is for: depth, NUL bytes, names that poison objects. */
  readonly hostileFaults: (body: unknown) => readonly { path: string; message: string }[];
  readonly bodyLimitBytes?: number;
}

export function createServer(options: ServerOptions): Server {
  const server = fastify({
    ...(typeof options.logger === 'boolean'
      ? { logger: options.logger }
      : { loggerInstance: options.logger }),
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimitBytes ?? 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 1100, ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>() as Server;
  server.setValidatorCompiler(validatorCompiler);
  // Answers are a superset of the wire's schemas; tests hold them against those, not every single answer.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  server.setErrorHandler(answerFault);
  server.setNotFoundHandler((request, reply) => answerFault(new Problem('page_not_found'), request, reply));
  server.decorateRequest('caller', null);
  readBodies(server);
  void server.register(cookie);
  void server.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], 'upgrade-insecure-requests': null } },
  });
  server.addHook('onRequest', async (request) => {
    const audience = request.routeOptions.config.audience;
    if (audience === undefined && !request.is404)
      throw new Error(`${request.routeOptions.url} names no audience`);
    if (audience === undefined) return;
    request.caller = await options.authenticate(request);
    if (audience === 'public') return;
    if (!request.caller) throw new Problem('key_not_found');
    orThrow(audiences[audience](request.caller.principal) ?? undefined);
  });
  server.addHook('preValidation', async (request) => {
    const faults = request.body === undefined ? [] : options.hostileFaults(request.body);
    if (faults.length > 0)
      throw violations(faults.map((fault) => ({ field: fault.path, message: fault.message })));
  });
  return server;
}

/** The caller of an operation that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('key_not_found');
  return request.caller;
}

function readBodies(server: Server): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => {
    if (body.length === 0) return undefined;
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch (error) {
      throw new Problem('malformed_body', {
        detail: `The body is not JSON: ${(error as Error).message}`,
        cause: error,
      });
    }
  });
}
