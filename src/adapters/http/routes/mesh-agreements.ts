// /api/graph/agreements: what stands behind an edge of the mesh, as a list for people. An edge is named by its two ends, as
// the graph names them.
import { z } from 'zod';
import type { MeshPlace, MeshReads } from '../../../app/mesh-reads.ts';
import { nodeRef, refFrom, statesOf, viewOf } from '../mesh-query.ts';
import { callerOf, type Server } from '../server.ts';
import { showMany, type AccessDeps } from '../shown.ts';
import { wireAccess } from '../wire/access.ts';
import { agreementsAnswer } from '../wire/agreements.ts';

export interface MeshAgreementDeps extends AccessDeps {
  readonly mesh: Pick<MeshReads, 'between'>;
}

export function meshAgreementRoutes(server: Server, deps: MeshAgreementDeps): void {
  server.get(
    '/api/graph/agreements',
    {
      config: { audience: 'reads' },
      schema: {
        summary: 'Read the agreements behind an edge of the mesh',
        description:
          'Those of one resource after the other, the oldest first. Whose ends do not exist has none.',
        tags: ['Mesh'],
        querystring: z.object({
          provider: nodeRef('team', 'data-product', 'api', 'event', 'action'),
          consumer: nodeRef('team', 'data-product', 'application', 'person', 'people'),
          own: z.enum(['with', 'without']).default('with').meta({
            description:
              'Of a team as consumer: `without` what its products and applications have, only what it has by itself.',
          }),
          state: statesOf,
          limit: z.coerce.number().int().min(1).max(100).default(20),
          after: z
            .string()
            .max(40)
            .regex(/^\d{1,15}-\d{1,15}$/)
            .optional()
            .meta({ description: 'The `next` of the page before.' }),
        }),
        response: { 200: agreementsAnswer },
      },
    },
    async (request) => {
      const { provider, consumer, own, limit, after } = request.query;
      const view = viewOf(request.query, deps.ports.clock.now());
      const ends = { provider: refFrom(provider), consumer: refFrom(consumer), byItself: own === 'without' };
      const { ids, next } = await deps.mesh.between(
        ends,
        view,
        after === undefined ? null : placeFrom(after),
        limit,
      );
      return {
        items: (await showMany(deps, ids, callerOf(request))).map(wireAccess),
        next: next && `${next.resource}-${next.access}`,
      };
    },
  );
}

function placeFrom(text: string): MeshPlace {
  const [resource, access] = text.split('-').map(Number);
  return { resource: resource!, access: access! };
}
