// The log: entries by what is asked of them, where it ends, and what of it can be taken along. Entries never change, so
// what was read is never read again; what is new comes by following (log-follow.ts).
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, answerOf, pageOf, type LogEntry } from './client.ts';

export interface LogFilter {
  readonly type?: string;
  readonly actor?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly until?: string;
}

const pageSize = 50;

export function entriesQuery(filter: LogFilter) {
  return infiniteQueryOptions({
    queryKey: ['log', 'entries', filter],
    queryFn: ({ pageParam }) => readEntries(filter, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });
}

export interface EntryPage {
  readonly entries: readonly LogEntry[];
  /** The position before which the page after this one ends. */
  readonly next: number | null;
}

/** @param before a position; 0: from the end of the log on. */
export async function readEntries(filter: LogFilter, before: number): Promise<EntryPage> {
  const query = { ...filter, order: 'newest', limit: pageSize, ...(before > 0 && { before }) } as const;
  const { data, next } = await pageOf(api.GET('/api/log', { params: { query } }));
  return { entries: data, next: next && Number(next.get('before')) };
}

export const logHeadQuery = queryOptions({
  queryKey: ['log', 'head'],
  queryFn: () => answerOf(api.GET('/api/log/head', {})),
});

/** Where a browser gets the file with what the filter finds. */
export function exportAddress(filter: LogFilter, format: 'csv' | 'json'): string {
  return `/api/log/export?${new URLSearchParams({ ...filter, format }).toString()}`;
}
