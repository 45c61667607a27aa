// Who is in front of the screen, for whom they may ask, and in which ways one can come in.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf, atTheDoor } from './client.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/api/me', {})),
  staleTime: 60_000,
  retry: false,
});

/** How one can sign in here: by password, at an identity provider, or both. */
export const waysToSignInQuery = queryOptions({
  queryKey: ['ways-to-sign-in'],
  queryFn: () => answerOf(api.GET('/api/sign-in', {})),
});

/** For whom the person may ask. */
export const consumersQuery = queryOptions({
  queryKey: ['me', 'consumers'],
  queryFn: () => answerOf(api.GET('/api/me/consumers', { params: { query: { limit: 200 } } })),
});

export interface DemoPerson {
  readonly person: string;
  readonly name: string | null;
  readonly emailAddress: string;
  readonly administrator: boolean;
  readonly auditor: boolean;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

export const demoPeopleQuery = queryOptions({
  queryKey: ['demo-people'],
  queryFn: () => atTheDoor<DemoPerson[]>('/demo/people'),
});
