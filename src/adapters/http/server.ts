// The HTTP server: what holds for every operation. Bodies (an empty one with a JSON content type is no body, because
// existing clients send that), who calls, who may, hostile input, faults, security headers. The operations themselves
// are in routes/, one noun a file, each a table of URL, audience, shapes and use case.
import accepts from '@fastify/accepts';
import cookie from '@fastify/cookie';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
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
import { orThrow, Problem, type ProblemCode } from '../../core/problem.ts';
import { mayEnter, type Audience } from './audience.ts';
import type { Asker, Authenticate } from './authenticate.ts';
import { checkSite, isWrite, type Sites } from './origin.ts';
import { answerFault, violations } from './problems.ts';
import { repetitionOf } from './repetition.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; nobody on public operations, which do not ask. */
    caller: Asker | null;
    /** The session by which they are signed in; null for a key. */
    session: string | null;
  }
  interface FastifyInstance {
    /** Every operation with who may call it, in the order of registration. */
    operations: Operation[];
  }
  interface FastifyContextConfig {
    audience?: Audience;
    /** What the operation itself may answer, beside what holds for every operation. */
    problems?: readonly ProblemCode[];
    /** Its ids may hold a slash, as those of output ports do. */
    slashedIds?: true;
  }
}

export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface Operation {
  readonly method: string;
  readonly url: string;
  readonly audience: Audience | undefined;
}

export interface ServerOptions extends Sites {
  readonly logger: FastifyBaseLogger | boolean;
  /** Networks of the proxies whose X-Forwarded headers are believed. */
  readonly trustProxy: false | readonly string[];
  readonly authenticate: Authenticate;
  /** Refuses a body for what it is, whatever operation it is for: depth, NUL bytes, names that poison objects. */
  readonly hostileFaults: HostileFaults;
  /** The same for operations whose ids may hold a slash. */
  readonly hostileFaultsWithSlashes: HostileFaults;
  readonly bodyLimitBytes?: number;
  /** True while nothing may be written, because the disk of the database is nearly full. */
  readonly diskIsFull?: () => boolean;
}

type HostileFaults = (body: unknown) => readonly { path: string; message: string }[];

export function createServer(options: ServerOptions): Server {
  const server = fastify({
    ...(typeof options.logger === 'boolean'
      ? { logger: options.logger }
      : { loggerInstance: options.logger }),
    trustProxy: options.trustProxy && [...options.trustProxy],
    // The time to send a request, not to answer it: whoever dribbles bytes holds a connection no longer than this.
    requestTimeout: 60_000,
    bodyLimit: options.bodyLimitBytes ?? 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 1100, ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) =>
      void answerFault(
        new Problem('malformed_address', { detail: error.message, cause: error }),
        request,
        reply,
      ),
  }).withTypeProvider<ZodTypeProvider>() as Server;
  server.setValidatorCompiler(validatorCompiler);
  // Answers are a superset of the wire's schemas; tests hold them against those, not every single answer.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  server.setErrorHandler((error: Error, request, reply) => answerFault(error, request, reply));
  server.setNotFoundHandler((request, reply) => answerFault(new Problem('page_not_found'), request, reply));
  server.decorateRequest('caller', null);
  server.decorateRequest('session', null);
  readBodies(server);
  recordOperations(server);
  void server.register(cookie);
  void server.register(accepts);
  void server.register(helmet, securityHeaders(options.publicUrl));
  server.addHook('onRequest', async (request) => {
    checkSite(request, options);
    // PostgreSQL keeps no NUL in a text, so there is nothing that such an address could mean.
    if (request.url.includes('%00')) throw new Problem('malformed_address');
    const audience = request.routeOptions.config.audience;
    if (audience === undefined && !request.is404)
      throw new Error(`${request.routeOptions.url} names no audience`);
    // A check is asked with POST and writes nothing; who asks is known to its index, and the operation looks there.
    if (audience === 'checks') return;
    if (isWrite(request) && options.diskIsFull?.()) throw new Problem('disk_full');
    if (audience === undefined || audience === 'public') return;
    const known = await options.authenticate(request);
    if (!known) throw new Problem('key_not_found');
    orThrow(mayEnter(audience, known.caller.principal) ?? undefined, { audience });
    request.caller = known.caller;
    request.session = known.session;
  });
  server.addHook('preValidation', async (request) => {
    const { slashedIds } = request.routeOptions.config;
    const hostileFaults = slashedIds ? options.hostileFaultsWithSlashes : options.hostileFaults;
    const isRaw = request.body === undefined || request.body instanceof Buffer;
    const faults = isRaw ? [] : hostileFaults(request.body);
    if (faults.length > 0)
      throw violations(faults.map((fault) => ({ field: fault.path, message: fault.message })));
    const repetition = request.caller && repetitionOf(request);
    if (request.caller && repetition) request.caller = { ...request.caller, repetition };
  });
  server.addHook('onSend', async (_request, reply) => {
    // What is behind a key or a session is nobody else's, so nothing on the way may keep it unless the operation says so.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  return server;
}

/** The caller of an operation that is not public. */
export function callerOf(request: FastifyRequest): Asker {
  if (!request.caller) throw new Problem('key_not_found');
  return request.caller;
}

function recordOperations(server: Server): void {
  const operations: Operation[] = [];
  server.decorate('operations', operations);
  server.addHook('onRoute', ({ method, url, config }) => {
    // Every GET has a HEAD beside it, which is the same operation.
    for (const one of [method].flat())
      if (one !== 'HEAD') operations.push({ method: one, url, audience: config?.audience });
  });
}

/** Pages take scripts and styles from this server only, and no other site may show them in a frame. */
function securityHeaders(publicUrl: string): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    hsts: new URL(publicUrl).protocol === 'https:',
  };
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
