// /api/catalog: what there is to ask for, as people look through it. Programs read /api/resources, which lists all of it.
import { z } from 'zod';
import { sidesOf, type AgreementReads } from '../../../app/agreements.ts';
import type { CatalogForPeople, Mine } from '../../../app/catalog-for-people.ts';
import { resourceKinds } from '../../../core/resource.ts';
import { severalOf } from '../catalog-deps.ts';
import { idPart } from '../resource-address.ts';
import { callerOf, type Server } from '../server.ts';
import { resourceAnswer } from '../wire/catalog.ts';
import { wireResource } from '../wire/resource.ts';

export interface CatalogForPeopleDeps {
  readonly catalog: CatalogForPeople;
  readonly agreements: AgreementReads;
}

const filterQuery = {
  q: z
    .string()
    .max(500)
    .optional()
    .meta({ description: 'Words that begin a word of id, name or description.' }),
  type: severalOf(z.enum(resourceKinds)).meta({ description: 'Kinds; may be repeated.' }),
  owner: severalOf(idPart).meta({ description: 'Owner teams; may be repeated.' }),
  tag: severalOf(z.string().max(500)).meta({ description: 'A tag; repeated, all of them.' }),
  dataProductId: idPart.optional().meta({ description: 'Only output ports of this data product.' }),
  dataContractId: idPart.optional().meta({ description: 'Only output ports that name this data contract.' }),
  access: z.enum(['live', 'waiting', 'none']).optional().meta({
    description: 'What the caller and their teams have there: access, an open request, or neither.',
  }),
};

const catalogAnswer = z
  .object({
    items: z.array(
      resourceAnswer.extend({
        ownerName: z.string().optional(),
        mine: z.object({
          live: z
            .boolean()
            .meta({ description: 'The caller or their teams have access, or had until it was suspended.' }),
          waiting: z.boolean(),
          agreements: z
            .object({
              live: z.string(),
              suspended: z.string(),
              waiting: z.string(),
              refused: z
                .string()
                .meta({ description: 'The owner refused or ended it, and that still binds.' }),
            })
            .partial()
            .meta({ description: 'The id of one agreement of each kind, where there is one.' }),
        }),
      }),
    ),
    next: z.int().nullable().meta({ description: 'Send it as `after` for what follows.' }),
  })
  .meta({ id: 'Catalog' });

const counted = { value: z.string(), count: z.int() };

const facetsAnswer = z
  .object({
    counted: z.int(),
    complete: z.boolean().meta({ description: 'False: more fit; the first thousand were counted.' }),
    types: z.array(z.object({ ...counted, value: z.enum(resourceKinds) })),
    owners: z.array(z.object({ ...counted, name: z.string().nullable() })),
    tags: z.array(z.object(counted)),
  })
  .meta({ id: 'CatalogFacets' });

export function catalogForPeopleRoutes(server: Server, { catalog, agreements }: CatalogForPeopleDeps): void {
  server.get(
    '/api/catalog',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Look through what there is to ask for',
        tags: ['Resources'],
        querystring: z.object({
          ...filterQuery,
          limit: z.coerce.number().int().min(1).max(100).default(50),
          after: z.coerce.number().int().min(0).default(0),
        }),
        response: { 200: catalogAnswer },
      },
    },
    async (request) => {
      const { limit, after, ...filter } = request.query;
      const sides = await sidesOf(agreements, callerOf(request).principal);
      const { items, next } = await catalog.page(filterOf(filter), sides, after, limit);
      return {
        items: items.map(({ resource, ownerName, mine }) => ({
          ...wireResource(resource),
          ...(ownerName !== null && { ownerName }),
          mine: wireMine(mine),
        })),
        next,
      };
    },
  );

  server.get(
    '/api/catalog/facets',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'By what the catalog can be narrowed',
        description: 'Counts of kinds, owners and tags among what fits; the fifty that occur most.',
        tags: ['Resources'],
        querystring: z.object(filterQuery),
        response: { 200: facetsAnswer },
      },
    },
    async (request) => {
      const sides = await sidesOf(agreements, callerOf(request).principal);
      const { types, owners, tags, ...rest } = await catalog.facets(filterOf(request.query), sides);
      return { ...rest, types: [...types], owners: [...owners], tags: [...tags] };
    },
  );
}

function filterOf({
  q,
  type = [],
  owner = [],
  tag = [],
  ...query
}: z.infer<z.ZodObject<typeof filterQuery>>) {
  return {
    words: q ?? null,
    kinds: type,
    teams: owner,
    tags: tag,
    dataProductId: query.dataProductId ?? null,
    dataContractId: query.dataContractId ?? null,
    access: query.access ?? null,
  };
}

function wireMine(mine: Mine): z.infer<typeof catalogAnswer>['items'][number]['mine'] {
  return {
    live: (mine.live ?? mine.suspended) !== null,
    waiting: mine.waiting !== null,
    agreements: Object.fromEntries(Object.entries(mine).filter(([, id]) => id !== null)),
  };
}
