// /api/access as the Entropy API has it, which existing clients call unchanged: 200 with an empty body for every write,
// `location-html`, optional bodies. The older address /api/datausageagreements answers alike. What goes beyond that API
// is in access-acts.ts.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Acted } from '../../../app/act-on-access.ts';
import type { AgreementReads } from '../../../app/agreements.ts';
import { decideRequest } from '../../../app/decide-request.ts';
import { deleteAccess } from '../../../app/delete-access.ts';
import { endAccessOn } from '../../../app/end-access-on.ts';
import { lookAheadOf, type LookAhead } from '../../../app/look-ahead.ts';
import type { AccessFilter } from '../../../app/ports.ts';
import { putAccess } from '../../../app/put-access.ts';
import { revokeAccess } from '../../../app/revoke-access.ts';
import type { Consumer } from '../../../core/consumer.ts';
import type { AccessId } from '../../../core/ids.ts';
import { Problem } from '../../../core/problem.ts';
import type { Verdict } from '../../../core/request.ts';
import { endOfDay } from '../../days.ts';
import type { Asker } from '../authenticate.ts';
import { etag, ifMatch } from '../conditional.ts';
import { linkNext, pageQuery } from '../paging.ts';
import { consumerOf, portOf } from '../parties.ts';
import { asPreferred, wantsRepresentation } from '../prefer.ts';
import { callerOf, type Server } from '../server.ts';
import { showList, showMany, showOne, type Shown } from '../shown.ts';
import {
  accessBody,
  cancelBody,
  day,
  decidersNamedIn,
  decisionBody,
  factsFrom,
  termsFrom,
  wantedFrom,
  type AccessBody,
} from '../wire/access-body.ts';
import { wireAccess } from '../wire/access.ts';
import { accessAnswer, emptyAnswer, preferredAnswer } from '../wire/answers.ts';
import { wireContext } from '../wire/context.ts';
import type { AccessActDeps } from './access-acts.ts';
import { decideProblems, deleteProblems, endProblems, putProblems } from './access-problems.ts';

export interface AccessRouteDeps extends AccessActDeps {
  readonly agreements: AgreementReads;
  readonly ahead: LookAhead;
}

export function accessRoutes(server: Server, deps: AccessRouteDeps): void {
  for (const base of ['/api/access', '/api/datausageagreements']) routesBelow(server, deps, base);
}

const idParams = z.object({ id: z.string().min(1).max(256) });

const listQuery = z.object({
  ...pageQuery,
  pageSize: z.coerce.number().int().min(2).max(10_000).optional(),
  providerDataProductId: z.string().max(256).optional(),
  consumerDataProductId: z.string().max(256).optional(),
  consumerApplicationId: z.string().max(256).optional(),
  consumerType: z.enum(['team', 'user', 'dataproduct', 'application']).optional(),
  consumerTeamId: z
    .string()
    .max(256)
    .optional()
    .meta({ description: 'Only accesses of this team, its products and its applications.' }),
  resource: z.string().max(600).optional().meta({ description: 'Only accesses to this resource.' }),
});

const consumerKinds = {
  team: 'team',
  user: 'person',
  dataproduct: 'data-product',
  application: 'application',
} as const satisfies Record<string, Consumer['kind']>;

function routesBelow(server: Server, deps: AccessRouteDeps, base: string): void {
  const { ports } = deps;
  const hide = base !== '/api/access';

  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List accesses, oldest first',
        tags: ['Access'],
        hide,
        querystring: listQuery,
        response: { 200: z.array(accessAnswer) },
      },
    },
    async (request, reply) => {
      const { p, after, pageSize = 1000, ...query } = request.query;
      const filter = {
        providerProduct: query.providerDataProductId,
        ...consumerIn(query),
        consumerTeam: query.consumerTeamId,
        resource: query.resource,
      };
      const start = after ?? (p ? await deps.reads.pageStart(filter, p * pageSize) : 0);
      if (start === null) return [];
      const page = await deps.reads.page(filter, start, pageSize);
      if (page.more) linkNext(request, reply, p ?? 0, page.items.at(-1)!.position);
      return (
        await showList(
          deps,
          page.items.map((item) => item.access),
        )
      ).map(wireAccess);
    },
  );

  server.get(
    `${base}/:id`,
    {
      config: { audience: 'reads', problems: ['access_not_found'] },
      schema: {
        summary: 'Read one access',
        description: 'A deleted access still answers, with `approval.deletedAt`.',
        tags: ['Access'],
        hide,
        params: idParams,
        querystring: z.object({
          include: z.enum(['context']).optional().meta({
            description:
              'With `approval.context`: what the consumer has already, and what will happen at the target.',
          }),
        }),
        response: { 200: accessAnswer },
      },
    },
    async (request, reply) => {
      const shown = await showOne(deps, request.params.id as AccessId, callerOf(request));
      void reply.header('etag', etag(shown.access.version));
      const wired = wireAccess(shown);
      if (request.query.include === undefined) return wired;
      const context = await contextOf(deps, shown, callerOf(request));
      return { ...wired, approval: { ...wired.approval, context } };
    },
  );

  server.put(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: putProblems },
      schema: {
        summary: 'Ask for access, or write an access as a whole',
        description: putDescription,
        tags: ['Access'],
        hide,
        params: idParams,
        body: accessBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const id = request.params.id as AccessId;
      const acted = await putAccess(ports)(
        id,
        await wantedOf(deps, id, request.body, request),
        callerOf(request),
        ifMatch(request),
      );
      return done(deps, reply, acted);
    },
  );

  server.delete(
    `${base}/:id`,
    {
      config: { audience: 'writes', problems: deleteProblems },
      schema: {
        summary: 'End an access and delete it',
        description: 'It is ended first, so that connectors hear of it, and keeps answering GET.',
        tags: ['Access'],
        hide,
        params: idParams,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) =>
      done(
        deps,
        reply,
        await deleteAccess(ports)(request.params.id as AccessId, callerOf(request), ifMatch(request)),
      ),
  );

  for (const [path, verdict, summary] of [
    ['approve', 'allow', 'Allow what is asked'],
    ['reject', 'deny', 'Deny what is asked'],
  ] as const satisfies readonly (readonly [string, Verdict, string])[])
    server.post(
      `${base}/:id/${path}`,
      {
        config: { audience: 'writes', problems: decideProblems },
        schema: {
          summary,
          description: decideDescription,
          tags: ['Access'],
          hide,
          params: idParams,
          body: decisionBody,
          response: { 200: preferredAnswer },
        },
      },
      async (request, reply) => {
        const { body } = request;
        const vote = {
          verdict,
          comment: body?.comment ?? null,
          terms: termsFrom(body),
          seen: body?.seen ?? null,
          facts: factsFrom(body),
          named: await deps.resolver.knownPeople(decidersNamedIn(body)),
        };
        const id = request.params.id as AccessId;
        const caller = callerOf(request);
        const acted = await decideRequest(ports)(id, vote, caller, ifMatch(request));
        locate(deps, reply, acted);
        if (!wantsRepresentation(request)) return reply.send(undefined);
        return asPreferred(reply).send(wireAccess(await showOne(deps, id, caller)));
      },
    );

  server.post(
    `${base}/:id/cancel`,
    {
      config: { audience: 'writes', problems: endProblems },
      schema: {
        summary: 'End an access, now or at the end of a day',
        description: 'Before anything is granted the consumer’s side withdraws its request with it.',
        tags: ['Access'],
        hide,
        params: idParams,
        body: cancelBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const until = day(request.body?.endDate, endOfDay, await deps.resolver.timeZone(), 'endDate');
      const cancel = until === null ? revokeAccess(ports) : endAccessOn(ports)(until);
      return done(
        deps,
        reply,
        await cancel(
          request.params.id as AccessId,
          request.body?.comment ?? null,
          callerOf(request),
          ifMatch(request),
        ),
      );
    },
  );
}

const putDescription = [
  'Creating: asks for access, which the policy may grant at once. `info.status: approved` counts only here, and only from the owner side: a direct grant.',
  'Existing: writes tags, links, custom fields and agreements; an earlier end or fewer roles act at once; anything wider becomes a request.',
  'Status, activity, provisioning and the contract are managed by the server and ignored. The same content twice changes nothing.',
].join(' ');

const decideDescription =
  'The body is optional metadata about the decision. Repeating one’s own verdict changes nothing; coming after another one is 409 with the real state. With `Prefer: return=representation` (RFC 7240) the answer is the access as it is then, else nothing.';

/** The consumer that a list is about: a product or an application by its id, or any of a kind. */
function consumerIn(query: z.infer<typeof listQuery>): Pick<AccessFilter, 'consumerKind' | 'consumerId'> {
  const { consumerDataProductId, consumerApplicationId, consumerType } = query;
  if (consumerDataProductId !== undefined)
    return { consumerKind: 'data-product', consumerId: consumerDataProductId };
  if (consumerApplicationId !== undefined)
    return { consumerKind: 'application', consumerId: consumerApplicationId };
  return { consumerKind: consumerType && consumerKinds[consumerType] };
}

/** What the wire expects of a write: 200, nothing else, and where to look at it. */
function done(deps: AccessRouteDeps, reply: FastifyReply, acted: Acted): FastifyReply {
  return locate(deps, reply, acted).send();
}

function locate(deps: AccessRouteDeps, reply: FastifyReply, { access }: Acted): FastifyReply {
  return reply.header('location-html', deps.accessPage(access.id)).header('etag', etag(access.version));
}

async function contextOf(deps: AccessRouteDeps, { access, details, now }: Shown, caller: Asker) {
  const look = lookAheadOf(deps.agreements, deps.ahead);
  const ahead = await look(access, details.resource.owner, now);
  const held = await showMany(
    deps,
    ahead.held.map((one) => one.access),
    caller,
  );
  return wireContext(ahead, new Map(held.map((one) => [one.access.id, one])), caller.language);
}

async function wantedOf(deps: AccessRouteDeps, id: AccessId, body: AccessBody, request: FastifyRequest) {
  const zone = await deps.resolver.timeZone();
  const existing = await showOne(deps, id, callerOf(request)).catch(absent);
  const shown = existing && wireAccess(existing).info;
  // Once the resource is gone the wire says "unknown"; a client that writes that back means the same resource.
  const isSame = existing !== null && body.provider.dataProductId === 'unknown';
  return {
    resource: isSame ? existing.access.resource : await portOf(deps, body.provider),
    consumer: await consumerOf(deps, body.consumer),
    ...wantedFrom(body, shown, zone),
  };
}

function absent(error: unknown): null {
  if (error instanceof Problem && error.code === 'access_not_found') return null;
  throw error;
}
