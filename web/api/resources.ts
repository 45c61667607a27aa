// What there is to ask for, and how it is decided.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { paths as addresses } from '../../client/api.gen.ts';
import { api, answerOf, type Schemas } from './client.ts';

export type CatalogFilter = NonNullable<addresses['/api/catalog']['get']['parameters']['query']>;
export type CatalogItem = Schemas['Catalog']['items'][number];

/** What there is to ask for, each with what the person has there. */
export function catalogQuery(filter: CatalogFilter) {
  return infiniteQueryOptions({
    queryKey: ['resources', 'catalog', 'items', filter],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/catalog', { params: { query: { ...filter, after: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    // What was found by the words before stays until there is an answer for these.
    placeholderData: (before) => before,
  });
}

/** By what the catalog can be narrowed, and how much would be left. */
export function facetsQuery(filter: CatalogFilter) {
  return queryOptions({
    queryKey: ['resources', 'catalog', 'facets', filter],
    queryFn: () => answerOf(api.GET('/api/catalog/facets', { params: { query: filter } })),
    placeholderData: (before) => before,
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

/** The terms under which a request was filed, whatever has become of the contract. They never change. */
export function filedTermsQuery(hash: string) {
  return queryOptions({
    queryKey: ['contract', 'terms', hash],
    queryFn: () => answerOf(api.GET('/api/terms/{hash}', { params: { path: { hash } } })),
    staleTime: Infinity,
  });
}
