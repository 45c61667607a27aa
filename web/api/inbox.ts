// What waits for the person who looks, and one verdict on several of those requests. How each request is decided is up to
// its own policy, so each has an outcome of its own: what is refused is told beside it, and holds up none of the others.
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, answerOf, type Access, type Schemas } from './client.ts';

export const inboxQuery = infiniteQueryOptions({
  queryKey: ['inbox'],
  queryFn: ({ pageParam }) =>
    answerOf(
      api.GET('/api/inbox', { params: { query: { limit: 50, ...(pageParam && { after: pageParam }) } } }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export type Outcome = Schemas['Decided']['outcomes'][number];

export interface ManyVotes {
  readonly verdict: 'approve' | 'reject';
  readonly comment: string;
  readonly accesses: readonly Access[];
}

/** As many as one call takes. */
const batchSize = 100;

/**
 * @param heard called with the outcomes of every call: what was decided before a connection broke is known all the same.
 */
export function useDecideMany(heard: (outcomes: readonly Outcome[]) => void) {
  const client = useQueryClient();
  const keyFor = useKeys();
  return useMutation({
    mutationFn: async ({ verdict, comment, accesses }: ManyVotes) => {
      const all: Outcome[] = [];
      for (let at = 0; at < accesses.length; at += batchSize) {
        const body = {
          verdict: verdict === 'approve' ? ('allow' as const) : ('deny' as const),
          ...(comment.trim() !== '' && { comment: comment.trim() }),
          items: accesses.slice(at, at + batchSize).map(shown),
        };
        const headers = { 'idempotency-key': keyFor(JSON.stringify(body)) };
        // One after the other: nobody waits longer for that, and the first word is there sooner.
        // oxlint-disable-next-line no-await-in-loop
        const { outcomes } = await answerOf(api.POST('/api/inbox/decide', { body, headers }));
        heard(outcomes);
        all.push(...outcomes);
      }
      return all;
    },
    // Nothing on the screen waits for what is read again: the outcomes say all that is to be said.
    onSettled: () => {
      for (const noun of ['inbox', 'access', 'accesses']) void client.invalidateQueries({ queryKey: [noun] });
    },
  });
}

/** What is named in a call: the request as it was on the screen. */
function shown({ id, approval }: Access) {
  return { id, version: approval.version, ...(approval.request && { seen: approval.request.fingerprint }) };
}

/** The same call has the same key, so that sending it again after the connection broke decides nothing twice. */
function useKeys(): (call: string) => string {
  const keys = useRef(new Map<string, string>());
  return (call) => {
    const key = keys.current.get(call) ?? [...crypto.getRandomValues(new Uint32Array(4))].join('-');
    keys.current.set(call, key);
    return key;
  };
}
