// What one can do at an access beyond the Entropy API: ask for a resource of any kind, suspend, resume, renew, withdraw,
// retract. Each answers with the access as it is then, and what may be done with it next. The rest is in access.ts.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Acted } from '../../../app/act-on-access.ts';
import { freshId } from '../../../app/fresh-id.ts';
import { renewAccess } from '../../../app/renew-access.ts';
import { requestAccess } from '../../../app/request-access.ts';
import { resumeAccess } from '../../../app/resume-access.ts';
import { retractAllow } from '../../../app/retract-allow.ts';
import { suspendAccess } from '../../../app/suspend-access.ts';
import { withdrawRequest } from '../../../app/withdraw-request.ts';
import type { AccessId, ResourceId } from '../../../core/ids.ts';
import { etag, ifMatch } from '../conditional.ts';
import { consumerOrCaller } from '../parties.ts';
import { callerOf, type Server } from '../server.ts';
import { showOne, type AccessDeps } from '../shown.ts';
import { commentBody, renewalFrom, renewBody, requestBody, wishFrom } from '../wire/access-body.ts';
import { accessAnswer, type WireAccess } from '../wire/answers.ts';
import { wireAccess } from '../wire/access.ts';
import { actProblems, askProblems, renewProblems } from './access-problems.ts';

export interface AccessActDeps extends AccessDeps {
  /** The address of an access in the web app. */
  readonly accessPage: (id: string) => string;
}

export function accessActRoutes(server: Server, deps: AccessActDeps): void {
  const { ports } = deps;

  server.post(
    '/api/access',
    {
      config: { audience: 'writes', problems: [...askProblems, 'access_identity'] },
      schema: {
        summary: 'Ask for access to a resource of any kind',
        tags: ['Access'],
        body: requestBody,
        response: { 201: accessAnswer },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const caller = callerOf(request);
      const id = (body.id ?? freshId(ports.mint, caller)) as AccessId;
      const consumer = await consumerOrCaller(deps, body.consumer, caller.principal);
      const birth = { resource: body.resource as ResourceId, consumer, origin: null };
      const acted = await requestAccess(ports)(id, birth, wishFrom(body, body.purpose), caller);
      void reply.status(201).header('location', `/api/access/${encodeURIComponent(id)}`);
      return answer(deps, reply, acted, request);
    },
  );

  server.post(
    '/api/access/:id/renew',
    {
      config: { audience: 'writes', problems: renewProblems },
      schema: {
        summary: 'Ask for more time, or again after the end',
        tags: ['Access'],
        params: idParams,
        body: renewBody,
        response: { 200: accessAnswer },
      },
    },
    async (request, reply) => {
      const renewal = renewalFrom(request.body);
      return answer(
        deps,
        reply,
        await renewAccess(ports)(request.params.id as AccessId, renewal, callerOf(request), ifMatch(request)),
        request,
      );
    },
  );

  for (const [path, act, summary] of [
    ['suspend', suspendAccess, 'Stop an access for now'],
    ['resume', resumeAccess, 'Let a suspended access run again'],
    ['withdraw', withdrawRequest, 'Take back what is asked'],
    ['retract', retractAllow, 'Take back one’s own first allow'],
  ] as const)
    server.post(
      `/api/access/:id/${path}`,
      {
        config: { audience: 'writes', problems: actProblems },
        schema: {
          summary,
          tags: ['Access'],
          params: idParams,
          body: commentBody,
          response: { 200: accessAnswer },
        },
      },
      async (request, reply) =>
        answer(
          deps,
          reply,
          await act(ports)(
            request.params.id as AccessId,
            request.body?.comment ?? null,
            callerOf(request),
            ifMatch(request),
          ),
          request,
        ),
    );
}

const idParams = z.object({ id: z.string().min(1).max(256) });

/** What native clients expect: the access as it is now, with what they may do next. */
async function answer(
  deps: AccessActDeps,
  reply: FastifyReply,
  { access }: Acted,
  request: FastifyRequest,
): Promise<WireAccess> {
  const shown = await showOne(deps, access.id, callerOf(request));
  void reply.header('location-html', deps.accessPage(access.id)).header('etag', etag(shown.access.version));
  return wireAccess(shown);
}
