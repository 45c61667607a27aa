// The identity provider: how it is set up, and what its groups mean here.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Provider = Schemas['IdentityProvider'];
export type GroupRule = Schemas['GroupRule'];

export const providerQuery = queryOptions({
  queryKey: ['identity-provider'],
  queryFn: () => answerOf(api.GET('/api/identity-provider', {})),
});

/** The whole of the rules; what is absent goes back to the beginning. */
export function usePutRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Pick<Provider, 'groups' | 'admit' | 'goneAfter'>) => {
      await answerOf(api.PUT('/api/identity-provider', { body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['identity-provider'] }),
  });
}
