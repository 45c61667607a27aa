// API keys: the ones that one may know about, made and ended.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../client/api.gen.ts';
import { api, answerOf, pageOf, type Schemas } from './client.ts';

export type ApiKey = Schemas['ApiKey'];
export type KeyWish = NonNullable<
  paths['/api/api-keys']['post']['requestBody']
>['content']['application/json'];

export const keysQuery = infiniteQueryOptions({
  queryKey: ['keys'],
  queryFn: ({ pageParam }) =>
    pageOf(api.GET('/api/api-keys', { params: { query: { ...(pageParam > 0 && { after: pageParam }) } } })),
  initialPageParam: 0,
  getNextPageParam: ({ next }) => (next ? Number(next.get('after')) : undefined),
});

/** Keys that the person may know about. Whether one of them may decide is said by the server. */
export const keysToNameQuery = queryOptions({
  queryKey: ['keys', 'to-name'],
  queryFn: async () => {
    const keys = await answerOf(api.GET('/api/api-keys', {}));
    return keys.map((key) => ({
      id: key.organizationApiKeyId,
      name: key.displayName ?? key.organizationApiKeyId,
    }));
  },
});

/** The answer holds the secret, which nobody gets to see again. */
export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: KeyWish) => answerOf(api.POST('/api/api-keys', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
    // The secret is forgotten with the page.
    gcTime: 0,
  });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await answerOf(api.DELETE('/api/api-keys/{id}', { params: { path: { id } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
}
