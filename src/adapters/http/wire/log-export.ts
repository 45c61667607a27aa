// Entries of the log as a file: JSON with everything that is in an entry, or CSV with a column for what people ask for and
// the rest in one. Both are written while they are read. A JSON file that breaks off is not closed and cannot pass for a
// whole one.
import { z } from 'zod';
import type { Place } from '../../../app/log.ts';
import { csvLine } from '../csv.ts';
import { entryAnswer, type WireEntry } from './log.ts';

export const logExport = z
  .object({
    head: z
      .object({ position: z.int(), hash: z.string() })
      .meta({ description: 'Where the log ended when the export began.' }),
    entries: z.array(entryAnswer),
    more: z.boolean().meta({ description: 'Whether there may be older ones that fit.' }),
  })
  .meta({ id: 'LogExport' });

export async function* jsonExport(
  pages: AsyncIterable<readonly WireEntry[]>,
  head: Place,
  limit: number,
): AsyncGenerator<string> {
  yield `{"head":${JSON.stringify(head)},"entries":[`;
  let count = 0;
  for await (const page of pages) {
    const lines = page.map((entry) => JSON.stringify(entry)).join(',\n');
    if (page.length > 0) yield count === 0 ? `\n${lines}` : `,\n${lines}`;
    count += page.length;
  }
  yield `\n],"more":${count === limit}}\n`;
}

const columns = [
  'position',
  'at',
  'type',
  'subject',
  'actor type',
  'actor',
  'actor name',
  'actor email',
  'channel',
  'resource',
  'consumer kind',
  'consumer',
  'purpose',
  'comment',
  'details',
  'id',
  'hash',
];

export async function* csvExport(pages: AsyncIterable<readonly WireEntry[]>): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const page of pages) yield page.map(row).join('');
}

function row(entry: WireEntry): string {
  const { position, at, type, subject, actor, channel, texts, id, hash, ...rest } = entry;
  const { access, before, after, data } = rest as Pick<Told, 'access' | 'before' | 'after' | 'data'>;
  const { purpose, comment, ...more } = texts;
  const details = { before, after, data, ...(Object.keys(more).length > 0 && { texts: more }) };
  return csvLine([
    position,
    at,
    type,
    subject,
    actor.type,
    actor.id,
    actor.name ?? null,
    actor.email ?? null,
    channel,
    access?.resource ?? null,
    access?.consumer.kind ?? null,
    access?.consumer.id ?? null,
    purpose ?? null,
    comment ?? null,
    JSON.stringify(details),
    id,
    hash,
  ]);
}

interface Told {
  readonly access?: { readonly resource: string; readonly consumer: { kind: string; id: string } };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly data?: unknown;
}
