// One entry of the log, as it is written: the exact text that the digest covers, and beside it the free texts of
// people with the salt of their commitment. The text names people by id only; what they wrote is committed to as
// sha256(salt ‖ text), so that erasing the text leaves a chain that still verifies (design 3.3, rule 11).
//
// An entry's id is a UUIDv7 whose last byte is zero: one entry can mean several events on the Entropy wire, and event
// number n of it carries n there (feed). Ids therefore sort by time and lead back to their entry.
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Consumer } from '../../core/consumer.ts';
import type { ResourceId } from '../../core/ids.ts';
import type { Actor, Channel } from '../../core/principal.ts';
import type { Instant } from '../../core/time.ts';

export interface LogEntry {
  readonly type: string;
  /** What it is about: the id of an access, a resource, a team. */
  readonly subject: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly channel: Channel;
  /** Of an entry about an access: which version it made, and what never changes about it. */
  readonly access?: AboutAccess;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Free text by field, and whose it is. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Stands in every entry about an access, so that a reader needs no other entry and no table to place it. */
export interface AboutAccess {
  readonly version: number;
  readonly resource: ResourceId;
  readonly consumer: Consumer;
}

/** The rows of an entry, ready for `log_inbox` and `log_text`. */
export interface EntryRows {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly subject: string;
  readonly body: string;
  /** Hexadecimal, because it travels inside JSON. */
  readonly digest: string;
  readonly texts: readonly {
    readonly field: string;
    readonly salt: string;
    readonly body: string;
    readonly person: string | null;
  }[];
}

export function entryRows(entry: LogEntry): EntryRows {
  const id = entryId();
  const at = new Date(entry.at).toISOString();
  const texts = Object.entries(entry.texts ?? {}).map(([field, body]) => ({
    field,
    body,
    salt: randomBytes(16).toString('base64url'),
    person: entry.actor.person,
  }));
  const commitments = Object.fromEntries(texts.map((text) => [text.field, commitment(text.salt, text.body)]));
  const { type, subject, actor, channel, access, before, after, data } = entry;
  const body = JSON.stringify({
    id,
    at,
    type,
    subject,
    actor,
    channel,
    access,
    before,
    after,
    data,
    ...(texts.length > 0 && { texts: commitments }),
  });
  return { id, at, type, subject, body, digest: digestOf(body).toString('hex'), texts };
}

/** What the log keeps of a text that lies beside it. */
export function commitment(salt: string, text: string): string {
  return createHash('sha256').update(salt).update('\0').update(text).digest('base64url');
}

export function digestOf(body: string): Buffer {
  return createHash('sha256').update(body).digest();
}

function entryId(): string {
  return `${randomUUIDv7().slice(0, -2)}00`;
}
