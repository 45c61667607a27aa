// The log as its readers know it: followers, the event feed, streams, history, evidence. Entries have dense positions
// in the order in which they became certain, so a reader that goes on from the last position it has seen misses nothing
// and sees one order (design section 4, "The log"). A place in the log is a position with its hash: after a restore or
// a fail-over that lost commits the same position may hold another entry, and only the hash tells.
import type { AccessFactType, Snapshot } from '../core/fact.ts';
import type { Consumer } from '../core/consumer.ts';
import type { ResourceId } from '../core/ids.ts';
import type { Actor, Channel, Principal } from '../core/principal.ts';
import type { Instant, Milliseconds } from '../core/time.ts';

/** One sealed entry. */
export interface Entry {
  readonly position: number;
  /** Hexadecimal: sha256 over the predecessor's hash and this entry's digest. */
  readonly hash: string;
  readonly id: string;
  readonly at: Instant;
  readonly type: string;
  /** What it is about: the id of an access, a resource, a team, … */
  readonly subject: string;
  readonly actor: Actor;
  readonly channel: Channel;
  /** Present in every entry about an access, and in no other. */
  readonly access?: AboutAccess;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Salted commitments of what people wrote, by field. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** An entry as the text that was stored, for whoever does not look into all of it. */
export interface EntryText {
  readonly position: number;
  readonly text: string;
}

export interface AboutAccess {
  readonly version: number;
  readonly resource: ResourceId;
  readonly consumer: Consumer;
}

/** An entry about what happened to an access. */
export interface AccessEntry extends Entry {
  readonly type: AccessFactType;
  readonly access: AboutAccess;
  readonly before: Snapshot | null;
  readonly after: Snapshot;
}

export function isAboutAccess(entry: Entry): entry is AccessEntry {
  return entry.access !== undefined;
}

export interface Place {
  readonly position: number;
  readonly hash: string;
}

/** An entry with what people wrote; a text is null once it was erased. Position and hash are null until it is sealed. */
export interface ReadableEntry extends Omit<Entry, 'position' | 'hash' | 'texts'> {
  readonly position: number | null;
  readonly hash: string | null;
  readonly texts: Readonly<Record<string, string | null>>;
}

export interface EntryFilter {
  /** A type such as `request.granted`, or the first word of many: `request`. */
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  /** First words of types: `access`, `team`. */
  readonly nouns?: readonly string[] | undefined;
  /** Id of a person or a key. */
  readonly actor?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export interface SignedHead extends Place {
  readonly at: Instant;
  /** Base64 of the Ed25519 signature over `headText` (adapters/db/log/head.ts). */
  readonly signature: string;
  readonly publicKey: string;
}

export interface LogReader {
  head(): Promise<Place>;
  /** The latest head that was signed, if one was. */
  signedHead(): Promise<SignedHead | null>;
  /** Entries after a position, in order. */
  after(position: number, limit: number): Promise<Entry[]>;
  /** The same as they are stored. */
  textsAfter(position: number, limit: number): Promise<EntryText[]>;
  /** An entry by its id, and those after it, as they are stored. Empty when there is no such entry. */
  textsFrom(id: string, limit: number): Promise<EntryText[]>;
  /** The position before the first entry of an instant or later. */
  before(instant: Instant): Promise<number>;
  /** Whether this place is in this log. */
  holds(place: Place): Promise<boolean>;
  /** Entries that fit after a position, in order, with their texts. */
  page(filter: EntryFilter, after: number, limit: number): Promise<ReadableEntry[]>;
  /** The same backwards: the newest first, before a position or from the end. */
  pageBack(filter: EntryFilter, before: number | null, limit: number): Promise<ReadableEntry[]>;
  /** Everything about one access after a position, what is not sealed yet included, with texts. */
  history(access: string, after: number, limit: number): Promise<ReadableEntry[]>;
}

/** First words of the types of entries whose subject is an access. Ids of other things may be spelled alike. */
export const accessNouns = ['access', 'request', 'provisioning'] as const;

/**
 * Who may read what of the log. Whoever may audit reads all of it. Everybody else reads it one subject at a time, and
 * only where they belong to it: accesses of either side, what their teams own, their teams, themselves.
 */
export interface LogVisibility {
  /** First words of the types of entries about a subject that a principal may read; none when it is not theirs. */
  nounsFor(by: Principal, subject: string): Promise<string[]>;
}

/** Tells when the log grows. */
export interface LogWatch {
  /** The last position that was heard of. */
  readonly head: number;
  /** Waits until the log reaches beyond a position; false when the time is over, or the wait was given up. */
  beyond(position: number, timeoutMs: Milliseconds, signal?: AbortSignal): Promise<boolean>;
}
