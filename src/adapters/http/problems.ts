// Problems on the wire: application/problem+json (RFC 9457) with the kind mapped to a status. Validation faults carry
// `violations`, as the Entropy API does; the machine's facts, such as the real state after a lost race, come along as
// extra members. What is no Problem is a bug or a broken house: it is logged once with its causes and shown plainly.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { problemWords } from '../../core/problem-words.ts';
import { Problem, problems, type ProblemCode, type ProblemKind, type StepUp } from '../../core/problem.ts';
import type { Language } from '../../core/sentence.ts';
import { languageOf } from './language.ts';
import { wireStepUp } from './step-up.ts';

export const statusOf: Record<ProblemKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  misdirected: 421,
  invalid: 422,
  throttled: 429,
  broken: 500,
  absent: 501,
  unavailable: 503,
};

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  instance: string;
  fix?: string;
  violations?: { field: string; message: string }[];
  [fact: string]: unknown;
}

export function problemBody(problem: Problem, instance: string, language: Language): ProblemBody {
  const { title, fix } = problemWords(problem.code);
  const detail = detailOf(problem, language);
  const stepUp = problem.facts['stepUp'] as StepUp | undefined;
  return {
    type: 'about:blank',
    title: title[language],
    status: statusOf[problem.kind],
    detail,
    code: problem.code,
    instance,
    ...(fix && { fix: fix[language] }),
    ...(problem.field !== undefined && { violations: [{ field: problem.field, message: detail }] }),
    ...problem.facts,
    ...(stepUp && { stepUp: wireStepUp(stepUp) }),
  };
}

/** What is particular is said in every language, or in English where only programs and operators meet it. */
function detailOf(problem: Problem, language: Language): string {
  const isPlain = problem.message === problems[problem.code].title;
  return (problem.said ?? (isPlain ? problemWords(problem.code).title : null))?.[language] ?? problem.message;
}

/** Answers a fault, whatever it is. @param adorn for clients that look for something under another name. */
export function answerFault(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  adorn: (body: ProblemBody) => object = (body) => body,
): FastifyReply {
  const problem = asProblem(error, request);
  const body = problemBody(problem, request.url.split('?')[0]!, languageOf(request));
  if (body.status === 503) void reply.header('retry-after', '5');
  if (body.code === 'check_key_needed') void reply.header('www-authenticate', 'Bearer');
  if (body.status === 429)
    void reply.header('retry-after', typeof body.retryAfter === 'number' ? body.retryAfter : 1);
  return reply
    .status(body.status)
    .type('application/problem+json')
    .send(JSON.stringify(adorn(body)));
}

function asProblem(error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.kind === 'unavailable') request.log.error({ err: error }, problems[error.code].title);
    return error;
  }
  if (hasZodFastifySchemaValidationErrors(error))
    return violations(
      error.validation.map((fault) => ({
        field: pathOf(fault.instancePath, error.validationContext),
        message: fault.message ?? 'is not valid',
      })),
    );
  const status = (error as FastifyError).statusCode ?? 500;
  if (status === 413) return new Problem('body_too_large', { cause: error });
  if (status >= 400 && status < 500)
    return new Problem('malformed_body', { detail: error.message, cause: error });
  request.log.error({ err: error }, 'a fault that is nobody’s but ours');
  return new Problem('internal', { cause: error });
}

/** Several faults of one message at once. */
export function violations(faults: readonly { field: string; message: string }[]): Problem {
  const detail = faults
    .map((fault) => (fault.field === '' ? fault.message : `${fault.field}: ${fault.message}`))
    .join('; ');
  return new Problem('invalid_field', { detail, facts: { violations: faults } });
}

function pathOf(pointer: string, context: string | undefined): string {
  const path = pointer
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return context && context !== 'body' ? [context, ...path].join('.') : path.join('.');
}
