// What the person was told, and what of it they have read.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Notice = Schemas['Notice'];

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ pageParam }) =>
    answerOf(
      api.GET('/api/me/notices', {
        params: { query: { limit: 20, ...(pageParam !== 0 && { before: pageParam }) } },
      }),
    ),
  initialPageParam: 0,
  getNextPageParam: (page) => page.next,
});

/** By their ids, or all up to a place in the list. */
type Read = { ids: string[] } | { upTo: number };

export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Read) => {
      await answerOf(api.POST('/api/me/notices/read', { body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

export type NoticeSettingWish = Omit<Schemas['NoticeSetting'], 'hasMail'>;

export const noticeSettingQuery = queryOptions({
  queryKey: ['notices', 'setting'],
  queryFn: () => answerOf(api.GET('/api/me/notice-setting', {})),
});

export function useSaveNoticeSetting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NoticeSettingWish) => answerOf(api.PUT('/api/me/notice-setting', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: noticeSettingQuery.queryKey }),
  });
}
