// Where a team is told: its notification channels. A webhook's address goes in and is not shown again.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Channel = Schemas['NotificationChannel'];
export type ChannelWish = Omit<Channel, 'failing' | 'lastSuccess'>;

export function channelsQuery(team: string) {
  return queryOptions({
    queryKey: ['team', team, 'channels'],
    queryFn: () =>
      answerOf(api.GET('/api/teams/{id}/notification-channels', { params: { path: { id: team } } })),
  });
}

export function usePutChannel(team: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: ChannelWish) => {
      const params = { path: { id: team, channelId: body.id } };
      await answerOf(api.PUT('/api/teams/{id}/notification-channels/{channelId}', { params, body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['team', team, 'channels'] }),
  });
}

export function useDeleteChannel(team: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const params = { path: { id: team, channelId: id } };
      await answerOf(api.DELETE('/api/teams/{id}/notification-channels/{channelId}', { params }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['team', team, 'channels'] }),
  });
}
