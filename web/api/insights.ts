// How long decisions take, what waits, who decides, and what ends soon.
import { queryOptions } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Insights = Schemas['Insights'];

/** @param team only what it owns; undefined: the organization. Weeks are counted up to now. */
export function insightsQuery(team: string | undefined, weeks: number) {
  return queryOptions({
    queryKey: ['insights', team ?? null, weeks],
    queryFn: () =>
      answerOf(api.GET('/api/insights', { params: { query: { weeks, ...(team && { team }) } } })),
    // It is about weeks, and the counters are behind the log by a moment.
    refetchInterval: 30_000,
  });
}
