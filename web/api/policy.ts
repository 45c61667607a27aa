// How a resource is decided, as its owners write it: what a draft would do, setting it, and the loosening that waits for
// a second owner. Every write names the version that its page showed. Reading it is in resources.ts, because everybody
// who looks at a resource does.
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { paths as addresses } from '../../client/api.gen.ts';
import { api, answerOf } from './client.ts';

export type PolicyBody =
  addresses['/api/resources/{id}/policy']['put']['requestBody']['content']['application/json'];

/** What a policy would do. Its key says of which version it was judged, so that it is asked again after a change. */
export function policyPreviewQuery(id: string, version: number, body: PolicyBody) {
  return queryOptions({
    queryKey: ['resource', id, 'policy-preview', version, body],
    queryFn: () =>
      answerOf(api.POST('/api/resources/{id}/policy/preview', { params: { path: { id } }, body })),
    // What was said of the last draft stands until there is an answer for this one.
    placeholderData: (before) => before,
  });
}

/** Who changed the policy last. */
export function lastChangeQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['resource', id, 'policy-change', version],
    queryFn: async () => {
      const query = { subject: id, type: 'policy.changed', order: 'newest', limit: 1 } as const;
      const [entry] = await answerOf(api.GET('/api/log', { params: { query } }));
      return entry ?? null;
    },
    retry: false,
  });
}

/** Gives `proposed` where it waits for a second owner from now on. */
export function useSetPolicy(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, version }: { body: PolicyBody; version: number }) => {
      const { error, response } = await api.PUT('/api/resources/{id}/policy', {
        params: { path: { id } },
        headers: { 'if-match': `"${version}"` },
        body,
      });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
      return response.status === 202 ? ('proposed' as const) : ('changed' as const);
    },
    onSettled: () => forget(client, id),
  });
}

export function useWithdrawProposal(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/api/resources/{id}/policy/proposal', {
        params: { path: { id } },
      });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSettled: () => forget(client, id),
  });
}

/** What a policy says decides about whatever is asked of the resource. */
async function forget(client: QueryClient, id: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['resource', id] }),
    client.invalidateQueries({ queryKey: ['accesses'] }),
    client.invalidateQueries({ queryKey: ['inbox'] }),
  ]);
}
