// What the app reads, each under a key that begins with its noun: whatever happens to that noun makes exactly these
// old (live.ts, acts.ts). Pages use them with useQuery or useSuspenseQuery and never name an address themselves.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { paths as addresses } from '../../client/api.gen.ts';
import { api, answerOf, atTheDoor, pageOf } from './client.ts';

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

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answerOf(api.GET('/api/organization/settings', {})),
  staleTime: 300_000,
});

export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox'],
  queryFn: ({ pageParam }) =>
    answerOf(
      api.GET('/api/inbox', { params: { query: { limit: 50, ...(pageParam && { after: pageParam }) } } }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export function accessQuery(id: string) {
  return queryOptions({
    queryKey: ['access', id],
    queryFn: () =>
      answerOf(api.GET('/api/access/{id}', { params: { path: { id }, query: { include: 'context' } } })),
  });
}

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['access', id, 'history'],
    queryFn: () =>
      answerOf(api.GET('/api/access/{id}/history', { params: { path: { id }, query: { limit: 1000 } } })),
    retry: false,
  });
}

export type Show = 'live' | 'waiting' | 'all';

/** What the person has and asks for, by themselves and through their teams. */
export function myAccessQuery(show: Show) {
  return infiniteQueryOptions({
    queryKey: ['accesses', 'mine', show],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/me/access', { params: { query: { show, ...(pageParam && { after: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Who has access to a resource, what ends first first. */
export function accessesToQuery(id: string) {
  return queryOptions({
    queryKey: ['accesses', 'to', id],
    queryFn: () => answerOf(api.GET('/api/resources/{id}/access', { params: { path: { id } } })),
  });
}

/** Whether the person can use a resource now, and what asking would do. */
export function standingQuery(id: string) {
  return queryOptions({
    queryKey: ['accesses', 'standing', id],
    queryFn: () => answerOf(api.GET('/api/resources/{id}/standing', { params: { path: { id } } })),
  });
}

/** For whom the person may ask. */
export const consumersQuery = queryOptions({
  queryKey: ['me', 'consumers'],
  queryFn: () => answerOf(api.GET('/api/me/consumers', { params: { query: { limit: 200 } } })),
});

export type PreviewWish = NonNullable<
  addresses['/api/access/preview']['post']['requestBody']
>['content']['application/json'];

/** What asking for this would do. */
export function previewQuery(wish: PreviewWish) {
  return queryOptions({
    queryKey: ['accesses', 'preview', wish],
    queryFn: () => answerOf(api.POST('/api/access/preview', { body: wish })),
    // What was promised for the last choice stands until there is an answer for this one.
    placeholderData: (before) => before,
  });
}

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

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: () => answerOf(api.GET('/api/teams', {})),
  staleTime: 60_000,
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
