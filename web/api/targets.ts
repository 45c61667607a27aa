// Targets as they stand, and the connectors of others. A run that finds nothing new leaves no entry in the log, so these
// pages look again by themselves: every few seconds, and more often while something is due.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Target = Schemas['Target'];
export type Difference = Schemas['TargetDifference'];
export type Connector = Schemas['Connector'];

const lookMs = 10_000;
const dueMs = 1500;

export const targetsQuery = queryOptions({
  queryKey: ['targets'],
  queryFn: () => answerOf(api.GET('/api/targets', {})),
  refetchInterval: ({ state }) => pause((state.data ?? []).map(({ health }) => health.nextRun)),
  retry: false,
});

export function targetQuery(id: string) {
  return queryOptions({
    queryKey: ['target', id],
    queryFn: () => answerOf(api.GET('/api/targets/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => pause([state.data?.health.nextRun]),
    retry: false,
  });
}

const pageSize = 100;

/** Each resource at a target, in the order of their ids. */
export function differencesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['target', id, 'differences'],
    queryFn: ({ pageParam }) => {
      const query = { limit: pageSize, ...(pageParam !== '' && { after: pageParam }) };
      return answerOf(api.GET('/api/targets/{id}/drift', { params: { path: { id }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => (page.length === pageSize ? page.at(-1)!.resource : undefined),
    refetchInterval: ({ state }) => pause(state.data?.pages.flat().map(({ nextRun }) => nextRun) ?? []),
  });
}

/** Which rights Countersign lacks there; it connects, so it is asked only when somebody wants to know. */
export function checkQuery(id: string) {
  return queryOptions({
    queryKey: ['target', id, 'check'],
    queryFn: () => answerOf(api.GET('/api/targets/{id}/check', { params: { path: { id } } })),
    enabled: false,
    retry: false,
  });
}

export const connectorsQuery = queryOptions({
  queryKey: ['connectors'],
  queryFn: () => answerOf(api.GET('/api/connectors', {})),
  refetchInterval: lookMs,
});

/** Until the next look: soon while a run is due. */
function pause(runs: readonly (string | undefined)[]): number {
  const now = Date.now();
  return runs.some((at) => at !== undefined && Date.parse(at) <= now) ? dueMs : lookMs;
}
