// What there is to ask for, and how it is decided.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, answerOf, pageOf } from './client.ts';

export interface ResourceFilter {
  readonly q?: string;
  readonly type?: ('output-port' | 'api' | 'event' | 'action')[];
  readonly owner?: string[];
  readonly tag?: string[];
}

export function resourcesQuery(filter: ResourceFilter) {
  return infiniteQueryOptions({
    queryKey: ['resources', filter],
    queryFn: ({ pageParam }) =>
      pageOf(
        api.GET('/api/resources', {
          params: { query: { ...filter, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => (next ? Number(next.get('after')) : undefined),
  });
}

export function resourceQuery(id: string) {
  return queryOptions({
    queryKey: ['resource', id],
    queryFn: () => answerOf(api.GET('/api/resources/{id}', { params: { path: { id } } })),
  });
}

export function policyQuery(id: string) {
  return queryOptions({
    queryKey: ['resource', id, 'policy'],
    queryFn: () => answerOf(api.GET('/api/resources/{id}/policy', { params: { path: { id } } })),
  });
}

/** The terms of the contract under which a resource may be used now. */
export function termsQuery(id: string) {
  return queryOptions({
    queryKey: ['contract', id],
    queryFn: () => answerOf(api.GET('/api/resources/{id}/terms', { params: { path: { id } } })),
  });
}
