// Log entries as the API shows them: as they were written, with the people's names as far as they are still known. What
// lies in `before`, `after` and `data` are the machine's facts, instants as milliseconds; what people wrote stands in
// `texts`, where null says that it was erased.
import { z } from 'zod';
import type { ReadableEntry } from '../../../app/log.ts';
import type { Consumer } from '../../../core/consumer.ts';
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
    access: z
      .looseObject({
        version: z.int(),
        resource: text,
        consumer: z.looseObject({ kind: text, id: text, name: text.optional() }),
      })
      .optional()
      .meta({ description: 'Of an entry about an access: where it leads, and for whom it is.' }),
    person: z
      .looseObject({ email: text, name: text.optional() })
      .optional()
      .meta({ description: 'Of an entry about a person: who that is.' }),
  })
  .meta({ id: 'LogEntry' });

export type WireEntry = z.infer<typeof entryAnswer>;

export type Names = ReadonlyMap<PersonId, { readonly email: string; readonly name: string | null }>;

export function wireEntry(
  { position, hash, id, at, type, subject, actor, channel, access, ...rest }: ReadableEntry,
  names: Names,
): WireEntry {
  const person = nameOf(personIn(type, subject), names);
  return {
    position,
    hash,
    id,
    at: new Date(at).toISOString(),
    type,
    subject,
    actor: { ...actor, ...nameOf(actor.person, names) },
    channel,
    ...(access && { access: { ...access, consumer: namedConsumer(access.consumer, names) } }),
    ...(person && { person }),
    ...rest,
  };
}

/** The people who occur: whoever did it, for whom an access is, and of whom an entry tells. */
export function peopleIn(entries: readonly ReadableEntry[]): PersonId[] {
  const all = entries.flatMap(({ actor, access, type, subject }) => [
    actor.person,
    access?.consumer.kind === 'person' ? access.consumer.id : null,
    personIn(type, subject),
  ]);
  return [...new Set(all.filter((person) => person !== null))];
}

function personIn(type: string, subject: string): PersonId | null {
  return type.startsWith('person.') ? (subject as PersonId) : null;
}

function namedConsumer(consumer: Consumer, names: Names): Consumer {
  return consumer.kind === 'person' ? { ...consumer, ...nameOf(consumer.id, names) } : consumer;
}

function nameOf(person: PersonId | null, names: Names): { email: string; name?: string } | undefined {
  const known = person === null ? undefined : names.get(person);
  return known && { email: known.email, ...(known.name !== null && { name: known.name }) };
}
