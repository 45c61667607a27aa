// The mesh: teams and what they own, and the agreements between them. Everything here is bounded by the server, which
// says when there is more.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, answerOf } from './client.ts';
import type { MeshState, NodeName, Way } from './mesh-words.ts';

const state = (states: readonly MeshState[]) => ({ state: [...states] });

/** Others change it all the time, and nobody is told of what is not theirs. */
const refetchInterval = 30_000;

/** All teams, and what there is between them. */
export function everythingQuery(states: readonly MeshState[]) {
  return queryOptions({
    queryKey: ['mesh', 'everything', states],
    queryFn: () => answerOf(api.GET('/api/graph', { params: { query: state(states) } })),
    refetchInterval,
  });
}

/** What these teams own, and who uses that. */
export function unfoldedQuery(teams: readonly string[], states: readonly MeshState[]) {
  return queryOptions({
    queryKey: ['mesh', 'unfolded', teams, states],
    queryFn: () =>
      answerOf(api.GET('/api/graph', { params: { query: { team: [...teams], ...state(states) } } })),
    enabled: teams.length > 0,
    refetchInterval,
  });
}

export interface Around {
  readonly of: NodeName;
  readonly way: Way;
  readonly steps: number;
  readonly limit: number;
}

/** What is near one thing. */
export function aroundQuery(around: Around, states: readonly MeshState[]) {
  return queryOptions({
    queryKey: ['mesh', 'around', around, states],
    queryFn: () =>
      answerOf(api.GET('/api/graph/neighbourhood', { params: { query: { ...around, ...state(states) } } })),
    refetchInterval,
  });
}

export interface Ends {
  readonly provider: NodeName;
  readonly consumer: NodeName;
  /** Whether a team counts as consumer with all that is its own. */
  readonly own: 'with' | 'without';
}

/** The agreements behind an edge. */
export function behindQuery(ends: Ends, states: readonly MeshState[]) {
  return infiniteQueryOptions({
    queryKey: ['mesh', 'behind', ends, states],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/graph/agreements', {
          params: { query: { ...ends, ...state(states), ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}
