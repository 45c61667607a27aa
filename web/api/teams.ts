// Teams.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.ts';

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: () => answerOf(api.GET('/api/teams', {})),
  staleTime: 60_000,
});
