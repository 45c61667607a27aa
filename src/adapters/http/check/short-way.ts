// The short way to the check: an evaluation with a known key is answered before the framework sees the call, because what
// that does for every operation (cookies, languages, headers for pages, hooks) costs more than the answer. Everything
// that is not the plain case is left to the route, which asks the same functions.
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Problem } from '../../../core/problem.ts';
import { keyOf } from '../origin.ts';
import { problemBody } from '../problems.ts';
import { admit, answerEvaluation, type CheckDeps } from './answers.ts';

export const evaluationPath = '/access/v1/evaluation';
/** More than any question needs. */
export const mostBytes = 256 * 1024;

/** @param answered hears of each call how long it took, in milliseconds, and its status. */
export function openShortWay(
  server: HttpServer,
  deps: CheckDeps,
  answered: (ms: number, status: number) => void,
): void {
  const routes = server.listeners('request') as ((
    request: IncomingMessage,
    answer: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
    if (request.url === evaluationPath && request.method === 'POST' && isKnown(deps, request))
      take(request, answer, deps, answered);
    else for (const route of routes) route(request, answer);
  });
}

function isKnown({ checks }: CheckDeps, request: IncomingMessage): boolean {
  try {
    return admit(checks, keyOf(request)) !== null;
  } catch {
    return false;
  }
}

function take(
  request: IncomingMessage,
  answer: ServerResponse,
  deps: CheckDeps,
  answered: (ms: number, status: number) => void,
): void {
  const began = performance.now();
  const chunks: Buffer[] = [];
  let length = 0;
  const say = (status: number, type: string, text: string) => {
    const id = request.headers['x-request-id'];
    answer.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
      ...(id !== undefined && { 'x-request-id': id }),
    });
    answer.end(text);
    answered(performance.now() - began, status);
  };
  const refuse = (problem: Problem) => {
    const body = problemBody(problem, evaluationPath, 'en');
    say(body.status, 'application/problem+json', JSON.stringify(body));
  };
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= mostBytes) chunks.push(chunk);
  });
  request.on('end', () => {
    if (length > mostBytes) return refuse(new Problem('body_too_large'));
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    try {
      say(
        200,
        'application/json',
        answerEvaluation(deps, { contentType: request.headers['content-type'], body }),
      );
    } catch (error) {
      refuse(error instanceof Problem ? error : new Problem('internal', { cause: error }));
    }
  });
}
