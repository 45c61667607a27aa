// What is granted or asked for, and what happened to it. What people do to it is in access-acts.ts.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { paths as addresses } from '../../client/api.gen.ts';
import { api, answerOf } from './client.ts';

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
  return infiniteQueryOptions({
    queryKey: ['accesses', 'to', id],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/resources/{id}/access', {
          params: { path: { id }, query: { ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Whether the person can use a resource now, and what asking would do. */
export function standingQuery(id: string) {
  return queryOptions({
    queryKey: ['accesses', 'standing', id],
    queryFn: () => answerOf(api.GET('/api/resources/{id}/standing', { params: { path: { id } } })),
  });
}

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

type Renewal = NonNullable<
  addresses['/api/access/{id}/renew/preview']['post']['requestBody']
>['content']['application/json'];

/** What renewing an access so would do. */
export function renewalPreviewQuery(id: string, wish: Renewal) {
  return queryOptions({
    queryKey: ['accesses', 'preview', id, wish],
    queryFn: () =>
      answerOf(api.POST('/api/access/{id}/renew/preview', { params: { path: { id } }, body: wish })),
    placeholderData: (before) => before,
  });
}
