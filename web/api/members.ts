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

/** People to choose from, by the beginnings of their names or addresses; those who left aside. */
export function membersToNameQuery(words: string) {
  const q = words.trim();
  return queryOptions({
    queryKey: ['members', 'to-name', q],
    queryFn: async () => {
      const query = { limit: 20, ...(q !== '' && { q }) };
      const { items } = await answerOf(api.GET('/api/organization/directory', { params: { query } }));
      return items
        .filter(({ disabled }) => !disabled)
        .map(({ emailAddress, name }) => ({ email: emailAddress, name: name ?? emailAddress }));
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
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
