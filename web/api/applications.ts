// Applications: what one is, what it has, and what its owners do about it. An application is written as a whole, so what was
// stored is sent back with the changes and with the version that was read.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Application = Schemas['Application'];

export function applicationQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id],
    queryFn: () => answerOf(api.GET('/api/applications/{id}/about', { params: { path: { id } } })),
  });
}

/** An application as it is stored, with its version. */
export function storedApplicationQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'stored'],
    queryFn: async () => {
      const call = api.GET('/api/applications/{id}', { params: { path: { id } } });
      const application = await answerOf(call);
      return { application, version: (await call).response.headers.get('etag') ?? '*' };
    },
  });
}

export function applicationAccessQuery(id: string, show: 'live' | 'waiting') {
  return infiniteQueryOptions({
    queryKey: ['accesses', 'application', id, show],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/applications/{id}/access', {
          params: { path: { id }, query: { show, limit: 20, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** Replaces the application that was read. @throws Fault `version_mismatch` where somebody was faster. */
export function useSaveApplication() {
  const forget = useForget();
  return useMutation({
    mutationFn: ({ application, version }: { application: Application; version: string }) =>
      put(application, { 'if-match': version }),
    onSettled: forget,
  });
}

/** Registers an application; false where there is one with this id already, which stays as it is. */
export function useRegisterApplication() {
  const forget = useForget();
  return useMutation({
    mutationFn: async (application: Application): Promise<boolean> => {
      const params = { path: { id: application.id } };
      const present = await api.GET('/api/applications/{id}', { params });
      if (present.response.ok) return false;
      if (present.response.status !== 404) await answerOf(Promise.resolve(present));
      await put(application, {});
      return true;
    },
    onSettled: forget,
  });
}

/** Afterwards its page shows nothing any more, so whoever calls this goes elsewhere first. */
export function useDeleteApplication(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/api/applications/{id}', { params: { path: { id } } });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['team'] }),
  });
}

async function put(application: Application, headers: { 'if-match'?: string }): Promise<void> {
  const params = { path: { id: application.id } };
  const { error, response } = await api.PUT('/api/applications/{id}', { params, headers, body: application });
  if (!response.ok) await answerOf(Promise.resolve({ error, response }));
}

function useForget() {
  const client = useQueryClient();
  return () =>
    Promise.all([['application'], ['team']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
