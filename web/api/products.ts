// Data products: what one is, what it reads and what reads it, and its document. Its output ports are in the catalog.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Lineage = Schemas['Lineage'];
export type LineageEdge = Lineage['upstream'][number];

export function productQuery(id: string) {
  return queryOptions({
    queryKey: ['product', id],
    queryFn: () => answerOf(api.GET('/api/dataproducts/{id}/about', { params: { path: { id } } })),
  });
}

/** What is right beside it; the mesh shows what is further away. Agreements change it, so it is of the mesh. */
export function lineageQuery(id: string) {
  const params = { path: { dataProductId: id }, query: { depth: 1 } };
  return queryOptions({
    queryKey: ['mesh', 'lineage', id],
    queryFn: () => answerOf(api.GET('/api/lineage/{dataProductId}', { params })),
    // Nobody is told of agreements between others.
    refetchInterval: 30_000,
  });
}

/** Its lines as they are read, and not as they were sent. */
export function productDocumentQuery(id: string) {
  return queryOptions({
    queryKey: ['product', id, 'document'],
    queryFn: async () => {
      const document = await answerOf(api.GET('/api/dataproducts/{id}', { params: { path: { id } } }));
      return JSON.stringify(document, null, 2);
    },
  });
}
