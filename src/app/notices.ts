// Notices as use cases and surfaces know them: entries that wait to be told, what was told to whom, and what a person
// sees of it. An entry leaves its notices in one transaction, so it is told once, whatever is killed in between.
import type { NoticeBody } from '../core/notice.ts';
import type { NoticeFacts } from '../core/notice-words.ts';
import type { PersonId } from '../core/ids.ts';
import type { NotificationChannel } from '../core/notification-channel.ts';
import type { NoticeSetting } from '../core/notice-setting.ts';
import type { Instant, Milliseconds } from '../core/time.ts';
import type { Entry } from './log.ts';

export type Recipient = `person:${string}` | `team:${string}`;

/** A notice that is about to be kept. */
export interface NewNotice {
  readonly id: string;
  readonly entry: string;
  readonly recipient: Recipient;
  readonly at: Instant;
  readonly access: string;
  readonly body: NoticeBody;
  readonly deliveries: readonly NewDelivery[];
}

/** On its way from this instant on. */
export interface NewDelivery {
  readonly id: string;
  /** `mail`, or `channel:<id>`. */
  readonly way: string;
  readonly nextRun: Instant;
  /** Whether it may go in one message with others. */
  readonly together: boolean;
}

export interface NoticeTask {
  readonly entry: Entry;
  readonly failures: number;
}

export interface NoticeStore {
  /** Takes the entries that have waited longest; nobody else gets them until the lease is over. */
  take(now: Instant, lease: Milliseconds, limit: number): Promise<readonly NoticeTask[]>;
  /** Keeps the notices of entries and forgets the tasks, in one statement. What a recipient was told already is left out. */
  keep(positions: readonly number[], notices: readonly NewNotice[], now: Instant): Promise<void>;
  /** Puts one off. */
  postpone(position: number, error: string, nextRun: Instant): Promise<void>;
}

/** A notice as somebody reads it. */
export interface ShownNotice {
  readonly id: string;
  readonly position: number;
  readonly recipient: Recipient;
  readonly at: Instant;
  readonly access: string;
  readonly readAt: Instant | null;
  readonly facts: NoticeFacts;
}

export interface NoticeReads {
  /** The newest first, before a position or from the end. */
  page(
    person: PersonId,
    unreadOnly: boolean,
    before: number | null,
    limit: number,
  ): Promise<readonly ShownNotice[]>;
  /** How many are unread, counted to a hundred. */
  unread(person: PersonId): Promise<number>;
  byIds(ids: readonly string[]): Promise<readonly ShownNotice[]>;
}

export interface NoticeMarks {
  /** Marks those of them that are the person's. Returns how many were unread. */
  read(person: PersonId, ids: readonly string[], now: Instant): Promise<number>;
  /** Marks everything up to a position. */
  readUpTo(person: PersonId, position: number, now: Instant): Promise<number>;
  /** Marks whatever is about one access, because the person looks at its page. */
  readAbout(person: PersonId, access: string, now: Instant): Promise<number>;
}

/** The channels of teams that are on. */
export type TeamChannels = (
  teams: readonly string[],
) => Promise<(team: string) => readonly Pick<NotificationChannel, 'id' | 'type' | 'enabled' | 'purposes'>[]>;

export interface NoticeSettings {
  /** Of several people at once; what is usual for whoever has chosen nothing. */
  of(people: readonly PersonId[]): Promise<(person: PersonId) => NoticeSetting>;
  save(person: PersonId, setting: NoticeSetting): Promise<void>;
}
