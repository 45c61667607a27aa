// /api/resources: everything that access can be asked for. How it is decided is in resource-policy.ts.
import { z } from 'zod';
import { deleteResource } from '../../../app/delete-resource.ts';
import { putResource } from '../../../app/put-resource.ts';
import { resourceKinds } from '../../../core/resource.ts';
import { pagingOf, sendPage, sendWritten, severalOf, type CatalogDeps } from '../catalog-deps.ts';
import { pageQuery } from '../paging.ts';
import {
  idPart,
  resourceAddresses,
  resourceIdOf,
  resourceNotFound,
  type ResourceAddress,
} from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { emptyAnswer } from '../wire/answers.ts';
import { resourceAnswer, resourceBody } from '../wire/catalog.ts';
import { wireResource } from '../wire/resource.ts';

const tags = ['Resources'];

export function resourceRoutes(server: Server, deps: CatalogDeps): void {
  listRoute(server, deps);
  for (const address of resourceAddresses) oneRoutes(server, deps, address);
}

function listRoute(server: Server, { reads }: CatalogDeps): void {
  server.get(
    '/api/resources',
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
          owner: severalOf(idPart).meta({ description: 'Owner teams; may be repeated.' }),
          tag: severalOf(z.string().max(500)).meta({ description: 'A tag; repeated, all of them.' }),
          dataProductId: idPart.optional(),
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
        dataContractId: null,
      };
      const page = await reads.resources.page(filter, pagingOf(query));
      return sendPage(request, reply, query, page).map(wireResource);
    },
  );
}

function oneRoutes(server: Server, deps: CatalogDeps, { path, params, hide }: ResourceAddress): void {
  const { ports, reads } = deps;

  server.get(
    path,
    {
      config: { audience: 'reads', problems: ['resource_not_found'] },
      schema: { summary: 'Read one resource', tags, hide, params, response: { 200: resourceAnswer } },
    },
    async (request) => {
      const resource = await reads.resources.one(resourceIdOf(request));
      if (!resource) throw resourceNotFound(resourceIdOf(request));
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
          'decided_meanwhile',
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
      const id = resourceIdOf(request);
      await putResource(ports)(id, request.body, callerOf(request));
      return sendWritten(reply, deps, ['resources', id]);
    },
  );

  server.delete(
    path,
    {
      config: {
        audience: 'writes',
        problems: ['resource_not_found', 'not_an_owner', 'in_use', 'decided_meanwhile'],
      },
      schema: {
        summary: 'Delete an API, an event type or an action',
        tags,
        hide,
        params,
        response: { 200: emptyAnswer },
      },
    },
    async (request, reply) => {
      await deleteResource(ports)(resourceIdOf(request), callerOf(request));
      return reply.send();
    },
  );
}
