// "Can I use it now, and if not, how", and what a request would do before it is sent. Both are answered by the functions
// that judge real requests, so a form never promises what the server then refuses.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AgreementReads } from '../../../app/agreements.ts';
import { previewRenewal, previewRequest, type Previewed } from '../../../app/preview-request.ts';
import { standAtResource, type Asking } from '../../../app/stand-at-resource.ts';
import { effectiveGrant } from '../../../core/access.ts';
import type { Consumer, Side } from '../../../core/consumer.ts';
import type { AccessId, PersonId, ResourceId } from '../../../core/ids.ts';
import type { Language } from '../../../core/sentence.ts';
import { consumerToLookAt } from '../parties.ts';
import { resourceAddresses, resourceIdOf } from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany, type AccessDeps, type Shown } from '../shown.ts';
import { renewalFrom, renewBody, requestBody, wishFrom } from '../wire/access-body.ts';
import { wireAccess } from '../wire/access.ts';
import { standingAnswer } from '../wire/agreements.ts';
import { peopleInPreview, previewAnswer, wirePreview, type People } from '../wire/preview.ts';

export interface StandingDeps extends AccessDeps {
  readonly agreements: AgreementReads;
}

export function standingRoutes(server: Server, deps: StandingDeps): void {
  for (const { path, params, hide } of resourceAddresses)
    server.get(
      `${path}/standing`,
      {
        config: { audience: 'reads', problems: ['resource_not_found'] },
        schema: {
          summary: 'Whether I can use it now, and if not, how',
          description:
            'What the caller and their teams have at a resource, what binds them there, and what asking would do.',
          tags: ['Resources'],
          hide,
          params,
          response: { 200: standingAnswer },
        },
      },
      async (request) => standingOf(deps, resourceIdOf(request), request),
    );
  previewRoutes(server, deps);
}

function previewRoutes(server: Server, deps: StandingDeps): void {
  server.post(
    '/api/access/preview',
    {
      config: { audience: 'reads', problems: ['resource_not_found', 'consumer_unknown'] },
      schema: {
        summary: 'What asking for this would do',
        description: 'Judged as the real request would be at this moment. Nothing is written.',
        tags: ['Access'],
        body: requestBody
          .extend({ purpose: requestBody.shape.purpose.optional() })
          .meta({ id: 'AccessPreview' }),
        response: { 200: previewAnswer },
      },
    },
    async (request) => {
      const { body } = request;
      // A form shows what would happen before anybody has written why.
      const wish = wishFrom(body, body.purpose?.trim() ? body.purpose : 'not written yet');
      const caller = callerOf(request);
      const consumer = await consumerToLookAt(deps, body.consumer, caller.principal);
      const birth = { resource: body.resource as ResourceId, consumer, origin: null };
      return wired(deps, await previewRequest(deps.ports)(birth, wish, caller), caller.language);
    },
  );

  server.post(
    '/api/access/:id/renew/preview',
    {
      config: { audience: 'reads', problems: ['access_not_found', 'resource_not_found'] },
      schema: {
        summary: 'What asking for more time would do',
        description: 'As for a new request. Nothing is written.',
        tags: ['Access'],
        params: z.object({ id: z.string().min(1).max(256) }),
        body: renewBody,
        response: { 200: previewAnswer },
      },
    },
    async (request) => {
      const renewal = renewalFrom(request.body);
      const id = request.params.id as AccessId;
      const caller = callerOf(request);
      return wired(deps, await previewRenewal(deps.ports)(id, renewal, caller), caller.language);
    },
  );
}

async function wired({ reads }: StandingDeps, previewed: Previewed, language: Language) {
  return wirePreview(previewed, await reads.people(peopleInPreview(previewed)), language);
}

async function standingOf(
  deps: StandingDeps,
  resource: ResourceId,
  request: FastifyRequest,
): Promise<z.infer<typeof standingAnswer>> {
  const caller = callerOf(request);
  const { held, refusals, asking, more } = await standAtResource(deps.ports, deps.agreements)(
    resource,
    caller,
  );
  const who = [
    ...asking.flatMap(peopleInPreview),
    ...(caller.principal.type === 'person' ? [caller.principal.id] : []),
  ];
  const [shown, people] = await Promise.all([
    showMany(deps, held, caller),
    deps.reads.people([...new Set(who)]),
  ]);
  return {
    resource,
    usable: shown.some(isEffective),
    accesses: shown.map(wireAccess),
    refusals: refusals.map(({ side, access, since }) => ({
      side: wireSide(side, people),
      access,
      since: new Date(since).toISOString(),
    })),
    asking: asking.map((one) => ({
      ...choiceOf(one, people),
      preview: wirePreview(one, people, caller.language),
    })),
    more,
  };
}

function isEffective({ access, now }: Shown): boolean {
  return effectiveGrant(access, now) !== null;
}

function choiceOf({ consumer, name }: Asking, people: People) {
  return {
    kind: consumer.kind === 'person' ? ('person' as const) : ('team' as const),
    name: name ?? nameOf(consumer, people),
    consumer:
      consumer.kind === 'person'
        ? { userId: people.get(consumer.id)?.email ?? consumer.id }
        : { teamId: consumer.id },
  };
}

function nameOf(consumer: Consumer, people: People): string {
  const known = people.get(consumer.id as PersonId);
  return known?.name ?? known?.email ?? consumer.id;
}

function wireSide(side: Side, people: People) {
  const id = side.slice(side.indexOf(':') + 1);
  return side.startsWith('person:') ? { userId: people.get(id as PersonId)?.email ?? id } : { teamId: id };
}
