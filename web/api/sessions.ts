// Where one is signed in, one's password, and one's accounts at the identity provider.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Session = Schemas['Session'];

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => answerOf(api.GET('/api/sessions', {})),
});

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await answerOf(api.DELETE('/api/sessions/{id}', { params: { path: { id } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

export function useEndOtherSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await answerOf(api.DELETE('/api/sessions', {}));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { current: string; password: string }) => {
      await answerOf(api.POST('/api/me/password', { body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** The accounts at the identity provider that are one's own. */
export const connectionQuery = queryOptions({
  queryKey: ['sessions', 'connection'],
  queryFn: () => answerOf(api.GET('/api/sign-in/provider/connection', {})),
});

/** Sends the browser to the provider, from where it comes back. */
export function useConnect(returnTo: string) {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/sign-in/provider/connection', { body: { returnTo } })),
    onSuccess: ({ url }) => location.assign(url),
  });
}
