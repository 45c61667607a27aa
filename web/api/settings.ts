// The settings of the organization.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../client/api.gen.ts';
import { api, answerOf, type Schemas } from './client.ts';

export type Settings = Schemas['OrganizationSettings'];
export type SettingsWish =
  paths['/api/organization/settings']['put']['requestBody']['content']['application/json'];

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answerOf(api.GET('/api/organization/settings', {})),
  staleTime: 300_000,
});

/** What is not named stays as it is. */
export function useChangeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: SettingsWish) => {
      await answerOf(api.PUT('/api/organization/settings', { body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['settings'] }),
  });
}
