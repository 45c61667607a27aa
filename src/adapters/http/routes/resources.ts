// /api/resources: everything that access can be asked for, with the policy that says how it is decided. An output port's
// id holds a slash, `dataproduct/port`; it is percent-encoded in addresses, and clients that do not encode are understood
// as well, by a second address with two parts.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deleteResource } from '../../../app/delete-resource.ts';
import { putPolicy } from '../../../app/put-policy.ts';
import { putResource } from '../../../app/put-resource.ts';
import { withdrawPolicyProposal } from '../../../app/withdraw-policy-proposal.ts';
import type { ShownPolicy } from '../../../app/catalog-reads.ts';
import type { ResourceId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/principal.ts';
import { Problem } from '../../../core/problem.ts';
import { resourceKinds } from '../../../core/resource.ts';
import { pagingOf, sendPage, sendWritten, severalOf, type CatalogDeps } from '../catalog-deps.ts';
import { etag, ifMatch } from '../conditional.ts';
import { pageQuery } from '../paging.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import {
  documentedBy,
  policyAnswer,
  policyShape,
  proposedAnswer,
  resourceAnswer,
  resourceBody,
} from '../wire/catalog.ts';
import { wirePolicy, wireProposal } from '../wire/policy.ts';
import { wireResource } from '../wire/resource.ts';

const tags = ['Resources'];
const base = '/api/resources';

export function resourceRoutes(server: Server, deps: CatalogDeps): void {
  listRoute(server, deps);
  for (const address of addresses) {
    oneRoutes(server, deps, address);
    policyRoutes(server, deps, address);
  }
}

interface Address {
  readonly path: string;
  readonly params: z.ZodType<Record<string, string>>;
  /** Only the first way is documented. */
  readonly hide: boolean;
}

const part = z.string().min(1).max(256);

const addresses: readonly Address[] = [
  { path: `${base}/:id`, params: z.object({ id: z.string().min(1).max(520) }), hide: false },
  {
    path: `${base}/:dataProductId/:outputPortId`,
    params: z.object({ dataProductId: part, outputPortId: part }),
    hide: true,
  },
];

function idOf(request: FastifyRequest): ResourceId {
  return Object.values(request.params as Record<string, string>).join('/') as ResourceId;
}

function listRoute(server: Server, { reads }: CatalogDeps): void {
  server.get(
    base,
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'List resources, oldest first',
        tags,
        querystring: z.object({
          ...pageQuery,
          type: severalOf(z.enum(resourceKinds)).meta({ description: 'Kinds; may be repeated.' }),
          q: z
            .string()
            .max(500)
            .optional()
            .meta({ description: 'Words that begin a word of id, name or description.' }),
          owner: severalOf(part).meta({ description: 'Owner teams; may be repeated.' }),
          tag: severalOf(z.string().max(500)).meta({ description: 'A tag; repeated, all of them.' }),
          dataProductId: part.optional(),
        }),
        response: { 200: z.array(resourceAnswer) },
      },
    },
    async (request, reply) => {
      const { type = [], q, owner = [], tag = [], dataProductId, ...query } = request.query;
      const filter = {
        kinds: type,
        words: q ?? null,
        teams: owner,
        tags: tag,
        dataProductId: dataProductId ?? null,
      };
      const page = await reads.resources.page(filter, pagingOf(query));
      return sendPage(request, reply, query, page).map(wireResource);
    },
  );
}

function oneRoutes(server: Server, deps: CatalogDeps, { path, params, hide }: Address): void {
  const { ports, reads } = deps;

  server.get(
    path,
    {
      config: { audience: 'reads', problems: ['resource_not_found'] },
      schema: { summary: 'Read one resource', tags, hide, params, response: { 200: resourceAnswer } },
    },
    async (request) => {
      const resource = await reads.resources.one(idOf(request));
      if (!resource) throw notFound(idOf(request));
      return wireResource(resource);
    },
  );

  server.put(
    path,
    {
      config: {
        audience: 'writes',
        slashedIds: true,
        problems: [
          'resource_not_found',
          'invalid_field',
          'reference_unknown',
          'not_an_owner',
          'not_permitted',
        ],
      },
      schema: {
        summary: 'Add or replace an API, an event type or an action, or bind a resource to a target',
        description:
          'Output ports come from their data product; of them only `target` can be written here. Binding takes rights over the target: its owners, administrators, organization keys.',
        tags,
        hide,
        params,
        body: resourceBody,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      const id = idOf(request);
      await putResource(ports)(id, request.body, callerOf(request));
      return sendWritten(reply, deps, ['resources', id]);
    },
  );

  server.delete(
    path,
    {
      config: { audience: 'writes', problems: ['resource_not_found', 'not_an_owner', 'in_use'] },
      schema: {
        summary: 'Delete an API, an event type or an action',
        tags,
        hide,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteResource(ports)(idOf(request), callerOf(request));
      return reply.send();
    },
  );
}

function policyRoutes(server: Server, deps: CatalogDeps, { path, params, hide }: Address): void {
  const { ports, reads } = deps;

  server.get(
    `${path}/policy`,
    {
      config: { audience: 'reads', problems: ['resource_not_found'] },
      schema: {
        summary: 'Read how access to a resource is decided',
        description: 'As it can be written, in plain sentences, and with who would decide now.',
        tags,
        hide,
        params,
        response: { 200: policyAnswer },
      },
    },
    async (request, reply) => {
      const shown = await policyOf(reads, idOf(request));
      void reply.header('etag', etag(shown.governed.policy.version));
      return wirePolicy(shown);
    },
  );

  server.put(
    `${path}/policy`,
    {
      config: {
        audience: 'writes',
        problems: [
          'resource_not_found',
          'invalid_field',
          'policy_invalid',
          'reference_unknown',
          'not_an_owner',
          'keys_do_not_decide',
          'version_mismatch',
        ],
      },
      schema: {
        summary: 'Set how access to a resource is decided',
        description: putPolicyDescription,
        tags,
        hide,
        params,
        body: documentedBy(policyShape),
        response: { 200: emptyAnswer, 202: proposedAnswer },
      },
    },
    async (request, reply) => {
      const id = idOf(request);
      const caller = callerOf(request);
      const change = await putPolicy(ports)(id, request.body, caller, ifMatch(request));
      const shown = await policyOf(reads, id);
      void reply.header('etag', etag(shown.governed.policy.version));
      const proposal = shown.governed.proposal;
      const repeated = change === undefined && proposal?.by.actor.id === actorOf(caller.principal).id;
      if (repeated || change?.kind === 'proposed' || change?.kind === 'proposed-before')
        return answerProposed(reply, shown);
      return sendWritten(reply, deps, ['resources', id, 'policy']);
    },
  );

  server.delete(
    `${path}/policy/proposal`,
    {
      config: { audience: 'writes', problems: ['resource_not_found', 'not_an_owner', 'keys_do_not_decide'] },
      schema: {
        summary: 'Take back a loosening that waits for a second owner',
        tags,
        hide,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await withdrawPolicyProposal(ports)(idOf(request), callerOf(request));
      return reply.send();
    },
  );
}

function answerProposed(reply: FastifyReply, shown: ShownPolicy): FastifyReply {
  const proposal = wireProposal(shown);
  return reply.status(202).send({
    status: 'proposed',
    detail:
      'Two owners have to agree to loosen a FourEyes policy. It holds once another owner sends the same.',
    loosens: proposal?.loosens ?? [],
    proposal,
  });
}

async function policyOf(reads: CatalogDeps['reads'], id: ResourceId): Promise<ShownPolicy> {
  const shown = await reads.resources.policy(id);
  if (!shown) throw notFound(id);
  return shown;
}

function notFound(id: string): Problem {
  return new Problem('resource_not_found', { detail: `There is no resource "${id}".` });
}

const putPolicyDescription = `The whole policy; what is absent is as for a new resource, and without \`strategy\` an output
port follows the \`autoApprove\` of its document. Owners of the owner team and its key may, and organization keys unless the
organization says that they decide nothing; administrators may not, as such. Loosening a policy with the strategy FourEyes
takes two owners: the first PUT is kept as a proposal (202) until another owner sends the same.`;
