// What people do: decide, act on an access, ask, come in and go out. Every act names the version that its page showed,
// so that nobody decides about something else than they saw; afterwards everything it may have changed is read again,
// also when it was refused, because then the page showed what is no longer so.
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { paths } from '../../client/api.gen.ts';
import { api, answerOf, type Access } from './client.ts';

export interface Vote {
  readonly verdict: 'approve' | 'reject';
  readonly comment: string;
  /** Narrower than asked; absent: as asked. */
  readonly terms?: { until?: string; duration?: string; roles?: string[] };
}

export function useDecide(access: Access) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ verdict, comment, terms }: Vote) => {
      const options = {
        params: { path: { id: access.id } },
        headers: { ...ifMatch(access), prefer: 'return=representation' },
        body: {
          ...(comment.trim() !== '' && { comment: comment.trim() }),
          ...(access.approval.request && { seen: access.approval.request.fingerprint }),
          ...(terms && { terms }),
        },
      };
      const call =
        verdict === 'approve'
          ? api.POST('/api/access/{id}/approve', options)
          : api.POST('/api/access/{id}/reject', options);
      return answerOf(call);
    },
    onSuccess: (decided) => showAtOnce(client, decided),
    // Nobody waits for what is read again: the answer is on the page, and a refusal tells what happened when it is known.
    onSettled: () => void forget(client, access.id),
  });
}

export type PlainAct = 'suspend' | 'resume' | 'withdraw' | 'retract' | 'cancel' | 'delete';

export function useAct(access: Access) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, comment }: { act: PlainAct; comment: string }) => {
      const params = { path: { id: access.id } };
      const headers = ifMatch(access);
      const body = comment.trim() === '' ? {} : { comment: comment.trim() };
      const { error, response } =
        act === 'delete'
          ? await api.DELETE('/api/access/{id}', { params, headers })
          : await api.POST(`/api/access/{id}/${act}`, { params, headers, body });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSettled: () => forget(client, access.id),
  });
}

export function useRenew(access: Access) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { purpose?: string; duration?: string; acceptedTerms?: string }) =>
      answerOf(
        api.POST('/api/access/{id}/renew', {
          params: { path: { id: access.id } },
          headers: ifMatch(access),
          body,
        }),
      ),
    onSettled: () => forget(client, access.id),
  });
}

export type Wish = NonNullable<paths['/api/access']['post']['requestBody']>['content']['application/json'];

export function useAsk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) => answerOf(api.POST('/api/access', { body })),
    onSuccess: (access) => {
      client.setQueryData(['access', access.id], access);
      return forget(client, access.id);
    },
  });
}

/**
 * What an access is part of is old from now on. Only its own page waits until it is read again, so that no button of
 * before is seen once more; lists follow by themselves.
 */
async function forget(client: QueryClient, id: string): Promise<void> {
  for (const noun of ['inbox', 'accesses']) void client.invalidateQueries({ queryKey: [noun] });
  await client.invalidateQueries({ queryKey: ['access', id] });
}

/** What the server answered stands on the page before anything is read again; what surrounds it was read before. */
function showAtOnce(client: QueryClient, decided: Access): void {
  client.setQueryData<Access>(['access', decided.id], (before) => {
    const context = before?.approval.context;
    return { ...decided, approval: { ...decided.approval, ...(context && { context }) } };
  });
}

function ifMatch({ approval }: Access): { 'if-match': string } {
  return { 'if-match': `"${approval.version}"` };
}
