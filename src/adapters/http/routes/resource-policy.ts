// /api/resources/{id}/policy: how access to a resource is decided.
import type { FastifyReply } from 'fastify';
import type { ShownPolicy } from '../../../app/catalog-reads.ts';
import { putPolicy } from '../../../app/put-policy.ts';
import { withdrawPolicyProposal } from '../../../app/withdraw-policy-proposal.ts';
import type { ResourceId } from '../../../core/ids.ts';
import { actorOf } from '../../../core/principal.ts';
import type { Language } from '../../../core/sentence.ts';
import { sendWritten, type CatalogDeps } from '../catalog-deps.ts';
import { etag, ifMatch } from '../conditional.ts';
import { languageOf } from '../language.ts';
import {
  resourceAddresses,
  resourceIdOf,
  resourceNotFound,
  type ResourceAddress,
} from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { documentedBy } from '../wire/catalog.ts';
import { policyAnswer, policyShape, proposedAnswer } from '../wire/policy-shapes.ts';
import { wirePolicy, wireProposal } from '../wire/policy.ts';

const tags = ['Resources'];

export function resourcePolicyRoutes(server: Server, deps: CatalogDeps): void {
  for (const address of resourceAddresses) policyRoutes(server, deps, address);
}

function policyRoutes(server: Server, deps: CatalogDeps, { path, params, hide }: ResourceAddress): void {
  const { ports, reads } = deps;

  server.get(
    `${path}/policy`,
    {
      config: { audience: 'reads', problems: ['resource_not_found'] },
      schema: {
        summary: 'Read how access to a resource is decided',
        description:
          'As it can be written, in plain sentences, with who would decide now, and with what the caller may do about it.',
        tags,
        hide,
        params,
        response: { 200: policyAnswer },
      },
    },
    async (request, reply) => {
      const shown = await policyOf(reads, resourceIdOf(request));
      void reply.header('etag', etag(shown.governed.policy.version));
      return wirePolicy(shown, callerOf(request).principal, languageOf(request));
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
          'decided_meanwhile',
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
      const id = resourceIdOf(request);
      const caller = callerOf(request);
      const change = await putPolicy(ports)(id, request.body, caller, ifMatch(request));
      const shown = await policyOf(reads, id);
      void reply.header('etag', etag(shown.governed.policy.version));
      const proposal = shown.governed.proposal;
      const repeated = change === undefined && proposal?.by.actor.id === actorOf(caller.principal).id;
      if (repeated || change?.kind === 'proposed' || change?.kind === 'proposed-before')
        return answerProposed(reply, shown, languageOf(request));
      return sendWritten(reply, deps, ['resources', id, 'policy']);
    },
  );

  server.delete(
    `${path}/policy/proposal`,
    {
      config: {
        audience: 'writes',
        problems: ['resource_not_found', 'not_an_owner', 'keys_do_not_decide', 'decided_meanwhile'],
      },
      schema: {
        summary: 'Take back a loosening that waits for a second owner',
        tags,
        hide,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await withdrawPolicyProposal(ports)(resourceIdOf(request), callerOf(request));
      return reply.send();
    },
  );
}

function answerProposed(reply: FastifyReply, shown: ShownPolicy, language: Language): FastifyReply {
  const proposal = wireProposal(shown, language);
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
  if (!shown) throw resourceNotFound(id);
  return shown;
}

const putPolicyDescription = `The whole policy; what is absent is as for a new resource, and without \`strategy\` an output
port follows the \`autoApprove\` of its document. Owners of the owner team and its key may, and organization keys unless the
organization says that they decide nothing; administrators may not, as such. Loosening a policy with the strategy FourEyes
takes two owners: the first PUT is kept as a proposal (202) until another owner sends the same.`;
