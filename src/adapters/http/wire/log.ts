// Log entries as the API shows them: as they were written, with the people's names as far as they are still known. What
// lies in `before`, `after` and `data` are the machine's facts, instants as milliseconds; what people wrote stands in
// `texts`, where null says that it was erased.
import { z } from 'zod';
import type { ReadableEntry } from '../../../app/log.ts';
import type { PersonId } from '../../../core/ids.ts';

const text = z.string();

export const entryAnswer = z
  .looseObject({
    position: z
      .int()
      .nullable()
      .meta({ description: 'Null while the entry is not sealed: for milliseconds.' }),
    hash: text.nullable(),
    id: z.uuid(),
    at: z.iso.datetime(),
    type: text,
    subject: text,
    actor: z.looseObject({ type: text, id: text, name: text.optional(), email: text.optional() }),
    channel: text,
    texts: z.record(text, text.nullable()),
  })
  .meta({ id: 'LogEntry' });

export type WireEntry = z.infer<typeof entryAnswer>;

export type Names = ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;

export function wireEntry(
  { position, hash, id, at, type, subject, actor, channel, ...rest }: ReadableEntry,
  names: Names,
): WireEntry {
  const person = actor.person === null ? undefined : names.get(actor.person);
  return {
    position,
    hash,
    id,
    at: new Date(at).toISOString(),
    type,
    subject,
    actor: {
      ...actor,
      ...(person && { email: person.email, ...(person.name !== null && { name: person.name }) }),
    },
    channel,
    ...rest,
  };
}

/** The people who occur as actors. */
export function peopleInEntries(entries: readonly ReadableEntry[]): PersonId[] {
  return [...new Set(entries.map((entry) => entry.actor.person).filter((person) => person !== null))];
}
