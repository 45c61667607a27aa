// What people do about targets. Afterwards everything that shows targets is read again.
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { paths } from '../../client/api.gen.ts';
import { api, answerOf } from './client.ts';

/** Has everything at a target looked at now; the answer says how many resources. */
export function useReconcile(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/targets/{id}/reconcile', { params: { path: { id } } })),
    onSettled: () => forget(client),
  });
}

/** Lets all targets be changed again after a restore. */
export function useConfirmTargets() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/targets/confirm', {})),
    onSettled: () => forget(client),
  });
}

export type Adoption = NonNullable<
  paths['/api/targets/{id}/adopt']['post']['requestBody']
>['content']['application/json'];

/** Makes an agreement of a way in that was found; the answer is the access. */
export function useAdopt(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Adoption) =>
      answerOf(api.POST('/api/targets/{id}/adopt', { params: { path: { id } }, body })),
    onSettled: () => forget(client),
  });
}

function forget(client: QueryClient): Promise<unknown> {
  return Promise.all(
    [['target'], ['targets'], ['accesses'], ['access']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}
