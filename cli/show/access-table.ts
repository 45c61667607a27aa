// Several accesses at a glance: one line each. Which ones end soon and which wait for somebody is what people look for,
// so state and end stand before the purpose, and the purpose gives way where the terminal is narrow.
import type { Io } from '../io.ts';
import { lookOf, painter, plain } from './paint.ts';
import { table, type Row } from './table.ts';
import { distance } from './times.ts';
import { consumerWords, endWords, stateWords, type Access } from './words.ts';

export function accessTable(accesses: readonly Access[], io: Io): string {
  const columns = [
    { title: 'Id' },
    { title: 'Resource' },
    { title: 'For' },
    { title: 'State' },
    { title: 'Period' },
    { title: 'Purpose', shrinks: true },
  ];
  return table(
    columns,
    accesses.map((access) => rowOf(access, io.now())),
    painter(io.color),
    io.columns,
  );
}

/** What waits for whoever asks, the longest first. */
export function inboxTable(accesses: readonly Access[], io: Io): string {
  const columns = [
    { title: 'Id' },
    { title: 'Resource' },
    { title: 'For' },
    { title: 'Asked' },
    { title: 'By' },
    { title: 'Purpose', shrinks: true },
  ];
  const rows = accesses.map((access): Row => {
    const request = access.approval.request!;
    const asker = request.asker;
    return [
      plain(access.id),
      plain(access.approval.resource.id),
      consumerWords(access),
      distance(request.askedAt, io.now()),
      plain(asker?.name ?? asker?.email ?? asker?.id ?? ''),
      plain(request.purpose),
    ];
  });
  return table(columns, rows, painter(io.color), io.columns);
}

function rowOf(access: Access, now: number): Row {
  const { granted, asked } = stateWords(access);
  const state = granted ?? asked ?? '';
  const more = granted !== null && asked !== null ? ' (more is asked)' : '';
  return [
    plain(access.id),
    plain(access.approval.resource.id),
    consumerWords(access),
    { text: `${state}${more}`, look: lookOf(state) },
    granted === null ? askedWords(access, now) : endWords(access, now),
    plain(access.approval.request?.purpose ?? access.info.purpose),
  ];
}

function askedWords({ approval: { request } }: Access, now: number): string {
  return request ? `asked ${distance(request.askedAt, now)}` : '';
}
