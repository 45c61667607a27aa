// /api/dataproducts/{id}/about and its like: what pages show first of a data product, a data contract, an application.
// Programs read the documents, which are in several formats.
import { z } from 'zod';
import { aboutApplication, type About, type AboutReads } from '../../../app/about.ts';
import type { Clock } from '../../../app/ports.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { idParams as params } from '../catalog-deps.ts';
import { languageOf } from '../language.ts';
import { callerOf, type Server } from '../server.ts';
import { aboutApplicationAnswer, aboutContractAnswer, aboutProductAnswer } from '../wire/about.ts';
import { wireActions } from '../wire/action.ts';

interface AboutDeps {
  readonly about: AboutReads;
  readonly clock: Clock;
}

export function aboutRoutes(server: Server, deps: AboutDeps): void {
  server.get(
    '/api/dataproducts/:id/about',
    {
      config: { audience: 'reads', problems: ['dataproduct_not_found'] },
      schema: {
        summary: 'What a data product is, in short',
        description: 'Whatever the format of its document. Its output ports are in `/api/catalog`.',
        tags: ['Data Products'],
        params,
        response: { 200: aboutProductAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await deps.about.product(id);
      if (!found) throw new Problem('dataproduct_not_found', { detail: noSuch('data product', id) });
      return wireAbout(found);
    },
  );

  server.get(
    '/api/datacontracts/:id/about',
    {
      config: { audience: 'reads', problems: ['datacontract_not_found'] },
      schema: {
        summary: 'What a data contract is, in short',
        description:
          'Whatever the format of its document, with its terms. Output ports that name it are in `/api/catalog`.',
        tags: ['Data Contracts'],
        params,
        response: { 200: aboutContractAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await deps.about.contract(id);
      if (!found) throw new Problem('datacontract_not_found', { detail: noSuch('data contract', id) });
      return { ...wireAbout(found), version: found.contractVersion, terms: found.terms };
    },
  );

  server.get(
    '/api/applications/:id/about',
    {
      config: { audience: 'reads', problems: ['application_not_found'] },
      schema: {
        summary: 'What an application is, and what the caller may do about it',
        tags: ['Applications'],
        params,
        response: { 200: aboutApplicationAnswer },
      },
    },
    async (request) => {
      const found = await aboutApplication(deps)(request.params.id, callerOf(request));
      const { status: _, ...shown } = wireAbout(found);
      return { ...shown, actions: wireActions(found.actions, languageOf(request)) };
    },
  );
}

function wireAbout({
  id,
  name,
  owner,
  description,
  status,
  tags,
}: About): z.infer<typeof aboutProductAnswer> {
  return { id, name, owner, description, status, tags: [...tags] };
}
