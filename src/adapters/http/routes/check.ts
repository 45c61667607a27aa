// /access/v1: the check, by the AuthZEN Authorization API 1.0. Whoever enforces (a gateway, a broker, a program) asks
// whether a subject may do an action on a resource, or who and what would be permitted. It is answered from memory; an
// index that is not sure to be up to date denies everything and says so.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admit, answerEvaluation, type Asked, type CheckDeps } from '../check/answers.ts';
import { answerEvaluations } from '../check/many.ts';
import { answerSearch } from '../check/search.ts';
import { evaluationPath, mostBytes } from '../check/short-way.ts';
import { keyOf } from '../origin.ts';
import type { Server } from '../server.ts';
import {
  actionSearch,
  configuration,
  decision,
  decisions,
  evaluationRequest,
  evaluationsRequest,
  foundActions,
  foundEntities,
  resourceSearch,
  subjectSearch,
} from '../wire/check.ts';

const tags = ['Check'];

export interface CheckRouteDeps extends CheckDeps {
  /** Where programs reach this process. */
  readonly publicUrl: string;
}

export function checkRoutes(server: Server, deps: CheckRouteDeps): void {
  void server.register(async (routes) => {
    readRawBodies(routes);
    routes.addHook('onRequest', async (request, reply) => {
      const id = request.headers['x-request-id'];
      if (id !== undefined) void reply.header('x-request-id', id);
    });
    evaluationRoutes(routes, deps);
    searchRoutes(routes, deps);
  });
  configurationRoute(server, deps);
}

function evaluationRoutes(routes: Server, deps: CheckDeps): void {
  routes.post(
    evaluationPath,
    {
      ...raw,
      config: { audience: 'checks' },
      schema: {
        summary: 'May this subject do this action on this resource',
        description:
          'A denial is an answer, with 200 and `decision: false`; its `context` says why. Where the check cannot be sure to know the present state, everything is denied.',
        tags,
        body: evaluationRequest,
        response: { 200: decision },
      },
    },
    answering(deps, answerEvaluation),
  );

  routes.post(
    '/access/v1/evaluations',
    {
      ...raw,
      bodyLimit: mostBytesOfMany,
      config: { audience: 'checks' },
      schema: {
        summary: 'The same for several questions at once',
        description:
          'Answers stand in the order of the questions. A question that cannot be read is denied, with the reason in its `context`. With `deny_on_first_deny` and `permit_on_first_permit` the answers end with the first denial or permission.',
        tags,
        body: evaluationsRequest,
        response: { 200: decisions },
      },
    },
    answering(deps, answerEvaluations),
  );
}

function searchRoutes(routes: Server, deps: CheckDeps): void {
  routes.post(
    '/access/v1/search/subject',
    {
      ...raw,
      config: { audience: 'checks', problems: ['check_uncertain'] },
      schema: {
        summary: 'Which subjects may do this action on this resource',
        description: 'An `id` of the subject is passed over, and so is what a role demands of the subject.',
        tags,
        body: subjectSearch,
        response: { 200: foundEntities },
      },
    },
    answering(deps, (all, asked) => answerSearch('subject', all, asked)),
  );

  routes.post(
    '/access/v1/search/resource',
    {
      ...raw,
      config: { audience: 'checks', problems: ['check_uncertain'] },
      schema: {
        summary: 'On which resources this subject may do this action',
        description: 'An `id` of the resource is passed over, and so is what a role demands of the resource.',
        tags,
        body: resourceSearch,
        response: { 200: foundEntities },
      },
    },
    answering(deps, (all, asked) => answerSearch('resource', all, asked)),
  );

  routes.post(
    '/access/v1/search/action',
    {
      ...raw,
      config: { audience: 'checks', problems: ['check_uncertain'] },
      schema: {
        summary: 'Which actions this subject may do on this resource',
        description: 'What a role demands of the action is passed over.',
        tags,
        body: actionSearch,
        response: { 200: foundActions },
      },
    },
    answering(deps, (all, asked) => answerSearch('action', all, asked)),
  );
}

function configurationRoute(server: Server, { publicUrl }: CheckRouteDeps): void {
  const at = (path: string) => `${publicUrl}/access/v1/${path}`;
  server.get(
    '/.well-known/authzen-configuration',
    {
      config: { audience: 'public' },
      schema: {
        summary: 'Where the check answers',
        description: 'AuthZEN Authorization API 1.0, Policy Decision Point Metadata.',
        tags,
        response: { 200: configuration },
      },
    },
    () => ({
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: at('evaluation'),
      access_evaluations_endpoint: at('evaluations'),
      search_subject_endpoint: at('search/subject'),
      search_resource_endpoint: at('search/resource'),
      search_action_endpoint: at('search/action'),
    }),
  );
}

const mostBytesOfMany = 2 * 1024 * 1024;

/** Bodies are read from their bytes, by the operation itself. */
const raw = {
  bodyLimit: mostBytes,
  validatorCompiler: () => (value: unknown) => ({ value }),
} as const;

type Answer = (deps: CheckDeps, asked: Asked) => string;

function answering(deps: CheckDeps, answer: Answer) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await deps.checks.upToDate();
    const key = keyOf(request);
    admit(deps.checks, key);
    const text = answer(deps, {
      contentType: request.headers['content-type'],
      body: (request.body as Buffer | undefined) ?? Buffer.alloc(0),
    });
    await reply.type('application/json').serializer(String).send(text);
  };
}

function readRawBodies(routes: Server): void {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser(
    '*',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
}
