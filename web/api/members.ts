// Everybody of the organization, and what administrators change about them.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../client/api.gen.ts';
import { api, answerOf, type Schemas } from './client.ts';

export type Member = Schemas['Directory']['items'][number];

export function directoryQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['members', q],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/organization/directory', {
          params: { query: { after: pageParam, ...(q !== '' && { q }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** The first few that fit what is being typed. */
export function suggestionsQuery(q: string) {
  return queryOptions({
    queryKey: ['members', 'suggested', q],
    queryFn: () => answerOf(api.GET('/api/organization/directory', { params: { query: { q, limit: 8 } } })),
    enabled: q.trim() !== '',
    placeholderData: (before) => before,
  });
}

export type MemberChange = NonNullable<
  paths['/api/organization/members/{emailAddress}']['put']['requestBody']
>['content']['application/json'];

/** Adds somebody, or changes what is named and nothing else. */
export function usePutMember() {
  return useMemberAct(async ({ emailAddress, change }: { emailAddress: string; change: MemberChange }) => {
    const params = { path: { emailAddress } };
    const { error, response } = await api.PUT('/api/organization/members/{emailAddress}', {
      params,
      body: change,
    });
    if (!response.ok) await answerOf(Promise.resolve({ error, response }));
  });
}

/** The link is in no other answer, so nothing keeps it but the page. */
export function useInvite() {
  return useMutation({
    mutationFn: (emailAddress: string) =>
      answerOf(
        api.POST('/api/organization/members/{emailAddress}/invitation', {
          params: { path: { emailAddress } },
        }),
      ),
    gcTime: 0,
  });
}

export function useErase() {
  return useMemberAct(async (emailAddress: string) => {
    const params = { path: { emailAddress } };
    const { error, response } = await api.POST('/api/organization/members/{emailAddress}/erase', { params });
    if (!response.ok) await answerOf(Promise.resolve({ error, response }));
  });
}

function useMemberAct<T>(mutationFn: (wish: T) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['members'] }),
  });
}
