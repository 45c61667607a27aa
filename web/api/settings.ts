// The settings of the organization.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.ts';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answerOf(api.GET('/api/organization/settings', {})),
  staleTime: 300_000,
});
