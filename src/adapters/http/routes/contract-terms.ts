// The terms of contracts: those that hold at a resource now, to be shown and accepted when somebody asks, and those under
// which any request was filed, whatever has become of the contract.
import { z } from 'zod';
import type { ContractTermsReads, KeptTerms } from '../../../app/contract-terms.ts';
import { Problem } from '../../../core/problem.ts';
import { resourceAddresses, resourceIdOf, resourceNotFound } from '../resource-address.ts';
import type { Server } from '../server.ts';

const text = z.string().nullable();

const kept = z.object({
  hash: z.string().meta({ description: 'Send it as `acceptedTerms` when asking.' }),
  contract: z.object({ id: z.string(), name: text, version: text }),
  terms: z.object({ purpose: text, usage: text, limitations: text, billing: text, noticePeriod: text }),
  since: z.iso.datetime().meta({ description: 'When these words were first published.' }),
});

const termsAnswer = kept.meta({ id: 'ContractTerms' });
const currentAnswer = z
  .object({ current: kept.nullable().meta({ description: 'Null: there is nothing to accept.' }) })
  .meta({ id: 'CurrentContractTerms' });

export function contractTermsRoutes(server: Server, reads: ContractTermsReads): void {
  for (const { path, params, hide } of resourceAddresses)
    server.get(
      `${path}/terms`,
      {
        config: { audience: 'reads', problems: ['resource_not_found'] },
        schema: {
          summary: 'Read the terms under which a resource may be used',
          tags: ['Resources'],
          hide,
          params,
          response: { 200: currentAnswer },
        },
      },
      async (request) => {
        const found = await reads.ofResource(resourceIdOf(request));
        if (found === undefined) throw resourceNotFound(resourceIdOf(request));
        return { current: found && wireTerms(found) };
      },
    );

  server.get(
    '/api/terms/:hash',
    {
      config: { audience: 'reads', problems: ['contract_terms_not_found'] },
      schema: {
        summary: 'Read the terms under which a request was filed',
        description:
          'They never change: other words have another hash. Name and version are the contract’s of now.',
        tags: ['Resources'],
        params: z.object({ hash: z.string().min(1).max(128) }),
        response: { 200: termsAnswer },
      },
    },
    async (request) => {
      const found = await reads.byHash(request.params.hash);
      if (!found) throw new Problem('contract_terms_not_found');
      return wireTerms(found);
    },
  );
}

function wireTerms({ hash, contract, terms, since }: KeptTerms): z.infer<typeof kept> {
  return { hash, contract, terms, since: new Date(since).toISOString() };
}
