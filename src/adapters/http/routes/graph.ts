// /api/graph and /api/lineage: the mesh as agreements draw it. Coarse first: between teams everything is counted
// together; a team unfolds into what it owns, a product into its agreements. What is near one thing is a question of its
// own, because its answer costs no more than it shows, however large everything is. Lineage follows data products outward.
import { z } from 'zod';
import { isFaults, type JsonObject } from '../../../app/documents.ts';
import type { Lineage, LineageEdge, Mesh, MeshNode, NodeRef } from '../../../app/mesh-reads.ts';
import { noSuch } from '../../../core/no-such.ts';
import { Problem } from '../../../core/problem.ts';
import { severalOf, type CatalogDeps } from '../catalog-deps.ts';
import { nodeRef, refFrom, statesOf, viewOf } from '../mesh-query.ts';
import { resourceNotFound } from '../resource-address.ts';
import type { Server } from '../server.ts';
import { lineageAnswer, meshAnswer } from '../wire/mesh-shapes.ts';

const tags = ['Mesh'];
const id = z.string().min(1).max(256);

export function graphRoutes(server: Server, deps: CatalogDeps): void {
  const { reads, ports } = deps;

  server.get(
    '/api/graph',
    {
      config: { audience: 'reads', problems: ['team_not_found', 'dataproduct_not_found'] },
      schema: {
        summary: 'Read the mesh graph',
        description:
          'Nodes are teams and what they own, edges are agreements that are granted or suspended now, from provider to consumer; with `state` also those that wait.',
        tags,
        querystring: z.object({
          team: severalOf(id).meta({
            description: 'Unfold this team into its products and resources; may be repeated.',
          }),
          product: id.optional().meta({ description: 'Unfold this data product into its agreements.' }),
          state: statesOf,
        }),
        response: { 200: meshAnswer },
      },
    },
    async (request) => {
      const { team, product } = request.query;
      const view = viewOf(request.query, ports.clock.now());
      if (product !== undefined) return wireMesh(found(await reads.mesh.ofProduct(product, view), product));
      if (team === undefined) return wireMesh(await reads.mesh.all(view));
      const mesh = await reads.mesh.ofTeams(team, view);
      if (!mesh) throw noTeam(team.join('", "'));
      return wireMesh(mesh);
    },
  );

  server.get(
    '/api/graph/neighbourhood',
    {
      config: {
        audience: 'reads',
        problems: ['team_not_found', 'dataproduct_not_found', 'resource_not_found', 'application_not_found'],
      },
      schema: {
        summary: 'Read what is near something in the mesh',
        description:
          'Step by step: teams around a team; products and whatever uses them around a data product, another resource or an application. An edge counts the agreements that were read for the picture, which is no total where `truncated` says that there is more.',
        tags,
        querystring: z.object({
          of: nodeRef('team', 'data-product', 'api', 'event', 'action', 'application'),
          way: z.enum(['upstream', 'downstream', 'both']).default('both').meta({
            description: '`upstream`: what it uses. `downstream`: who uses it.',
          }),
          steps: z.coerce.number().int().min(1).max(5).default(1),
          limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Nodes at most.' }),
          state: statesOf,
        }),
        response: { 200: meshAnswer },
      },
    },
    async (request) => {
      const { of, ...reach } = request.query;
      const centre = refFrom(of);
      const mesh = await reads.mesh.around(centre, reach, viewOf(request.query, ports.clock.now()));
      if (!mesh) throw notThere(centre);
      return wireMesh(mesh);
    },
  );

  server.get(
    '/api/lineage/:dataProductId',
    {
      config: { audience: 'reads', problems: ['dataproduct_not_found'] },
      schema: {
        summary: 'Read what a data product reads and what reads it',
        description:
          'Upstream and downstream by granted access, and the product’s input ports: those that follow from granted access, and those that its document declares.',
        tags,
        params: z.object({ dataProductId: id }),
        querystring: z.object({
          depth: z.coerce
            .number()
            .int()
            .min(1)
            .max(10)
            .default(3)
            .meta({ description: 'How far to look, in steps.' }),
        }),
        response: { 200: lineageAnswer },
      },
    },
    async (request) => {
      const { dataProductId } = request.params;
      const lineage = await reads.mesh.lineage(dataProductId, request.query.depth, ports.clock.now());
      return wireLineage(deps, dataProductId, found(lineage, dataProductId));
    },
  );
}

function found<T>(read: T | null, product: string): T {
  if (!read) throw notThere({ kind: 'data-product', id: product });
  return read;
}

function noTeam(id: string): Problem {
  return new Problem('team_not_found', {
    detail: noSuch('team', id),
  });
}

function notThere({ kind, id }: NodeRef): Problem {
  switch (kind) {
    case 'team':
      return noTeam(id);
    case 'data-product':
      return new Problem('dataproduct_not_found', {
        detail: noSuch('data product', id),
      });
    case 'application':
      return new Problem('application_not_found', {
        detail: noSuch('application', id),
      });
    default:
      return resourceNotFound(id);
  }
}

function wireMesh({ nodes, edges, truncated }: Mesh): z.infer<typeof meshAnswer> {
  return {
    nodes: nodes.map((node) => withoutNulls(node)),
    edges: edges.map(({ provider, consumer, access, outputPortId, ...counts }) => ({
      provider: { ...provider },
      consumer: { ...consumer },
      ...counts,
      ...(access !== null && { accessId: access }),
      ...(outputPortId !== null && { outputPortId }),
    })),
    truncated,
  };
}

function wireLineage(
  { ports }: CatalogDeps,
  product: string,
  lineage: Lineage,
): z.infer<typeof lineageAnswer> {
  const { upstream, downstream, truncated } = lineage;
  return {
    dataProductId: product,
    products: productsOf(product, lineage),
    upstream: upstream.map(wireEdge),
    downstream: downstream.map(wireEdge),
    inputPorts: [
      ...upstream.filter((edge) => edge.consumer === product).map(inputPort),
      ...declaredPorts(ports, lineage.text),
    ],
    truncated,
  };
}

/** Negative distances are upstream. A product that is on both sides counts where it is nearer. */
function productsOf(product: string, { products, upstream, downstream }: Lineage) {
  const distances = new Map([[product, 0]]);
  const near = (id: string, distance: number) => {
    const known = distances.get(id);
    if (known === undefined || Math.abs(distance) < Math.abs(known)) distances.set(id, distance);
  };
  for (const edge of upstream) near(edge.provider, -edge.distance);
  for (const edge of downstream) near(edge.consumer, edge.distance);
  return [...distances].map(([id, distance]) => ({
    id,
    name: products.get(id)?.name ?? id,
    teamId: products.get(id)?.team ?? '',
    distance,
  }));
}

function wireEdge({
  access,
  contractId,
  ...edge
}: LineageEdge): z.infer<typeof lineageAnswer>['upstream'][number] {
  return { accessId: access, ...edge, ...(contractId !== null && { dataContractId: contractId }) };
}

function inputPort({ access, provider, outputPortId, contractId, suspended }: LineageEdge) {
  return {
    origin: 'access' as const,
    id: `${provider}/${outputPortId}`,
    accessId: access,
    dataProductId: provider,
    outputPortId,
    suspended,
    ...(contractId !== null && { dataContractId: contractId }),
  };
}

function declaredPorts({ documents }: CatalogDeps['ports'], text: string) {
  const product = documents.readDataProduct(JSON.parse(text) as JsonObject);
  if (isFaults(product)) return [];
  return product.inputPorts.map(({ id, name, contractId }) => ({
    origin: 'document' as const,
    id,
    name,
    ...(contractId !== null && { dataContractId: contractId }),
  }));
}

function withoutNulls(node: MeshNode): z.infer<typeof meshAnswer>['nodes'][number] {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null)) as never;
}
