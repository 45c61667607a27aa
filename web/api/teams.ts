// Teams: the tree, one team with everybody in it, what it uses and has given, and what is changed about it. A team is
// written as a whole, so what was stored is sent back with the changes and with the version that was read.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answerOf, type Schemas } from './client.ts';

export type Team = Schemas['Team'];
export type TeamRoster = Schemas['TeamRoster'];
export type TeamOfTree = Schemas['TeamTree']['teams'][number];

/** Teams by words in their name or id, to choose from: `Commerce › Checkout`. */
export function teamsToNameQuery(words: string) {
  return queryOptions({
    queryKey: ['teams', 'to-name', words],
    queryFn: async () => {
      const query = words === '' ? {} : { q: words };
      const { teams } = await answerOf(api.GET('/api/team-tree', { params: { query } }));
      return teams.map(({ id, name, above }) => ({
        value: id,
        label: [...above, { name }].map((one) => one.name).join(' › '),
      }));
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
}

/** The tree from the top or below a team, or the teams with these words. */
export function teamTreeQuery(look: { q?: string; below?: string } = {}) {
  return queryOptions({
    queryKey: ['teams', 'tree', look],
    queryFn: () => answerOf(api.GET('/api/team-tree', { params: { query: look } })),
    // What was found by the letters before stays until there is an answer for these.
    placeholderData: (before) => before,
  });
}

/** A team as it is stored, with its version. */
export function teamQuery(id: string) {
  return queryOptions({
    queryKey: ['team', id],
    queryFn: async () => {
      const call = api.GET('/api/teams/{id}', { params: { path: { id } } });
      const team = await answerOf(call);
      return { team, version: (await call).response.headers.get('etag') ?? '*' };
    },
  });
}

/** Who is in it, also from above, and what the person may change. */
export function rosterQuery(id: string) {
  return queryOptions({
    queryKey: ['team', id, 'roster'],
    queryFn: () => answerOf(api.GET('/api/teams/{id}/roster', { params: { path: { id } } })),
  });
}

/** Its data products and applications. */
export function ownedQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['team', id, 'owned'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/teams/{id}/owned', {
          params: { path: { id }, query: { limit: 20, ...(pageParam > 0 && { after: pageParam }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

export type TeamShow = 'live' | 'waiting' | 'all';

/** What a team uses (`consumer`), or has given to others (`owner`). */
export function teamAccessQuery(id: string, as: 'consumer' | 'owner', show: TeamShow) {
  return infiniteQueryOptions({
    queryKey: ['accesses', 'team', id, as, show],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/teams/{id}/access', {
          params: { path: { id }, query: { as, show, limit: 20, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** Replaces the team that was read. @throws Fault `version_mismatch` where somebody was faster. */
export function useSaveTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ team, version }: { team: Team; version: string }) => {
      const params = { path: { id: team.id } };
      const headers = { 'if-match': version };
      const { error, response } = await api.PUT('/api/teams/{id}', { params, headers, body: team });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['team'] }),
        client.invalidateQueries({ queryKey: ['teams'] }),
      ]),
  });
}

/** Afterwards its page shows nothing any more, so whoever calls this goes elsewhere first. */
export function useDeleteTeam(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { error, response } = await api.DELETE('/api/teams/{id}', { params: { path: { id } } });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['teams'] }),
  });
}

/** Adds a team; false where there is one with this id already, which stays as it is. */
export function useAddTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (team: Team): Promise<boolean> => {
      const params = { path: { id: team.id } };
      const present = await api.GET('/api/teams/{id}', { params });
      if (present.response.ok) return false;
      if (present.response.status !== 404) await answerOf(Promise.resolve(present));
      const { error, response } = await api.PUT('/api/teams/{id}', { params, body: team });
      if (!response.ok) await answerOf(Promise.resolve({ error, response }));
      return true;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['teams'] }),
  });
}
