// Event ids. An entry of the log can mean several events, and clients demand a UUID for each: event number n of an entry
// has the entry's id with n as its last byte, which every entry leaves zero. So an id leads back to its place without a
// table, and the first 48 bits of a UUIDv7 still tell roughly when it was, when the entry itself is not to be found.
import { endOfTime, type Instant } from '../../core/time.ts';

export interface EventPlace {
  /** Id of the entry. */
  readonly entry: string;
  /** Which of the entry's events. */
  readonly nth: number;
  /** When the id was made; null when it is no UUIDv7. */
  readonly at: Instant | null;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function eventId(entry: string, nth: number): string {
  return entry.slice(0, -2) + nth.toString(16).padStart(2, '0');
}

/** What an id says; null for what is no UUID at all: absent, empty, `null`, or somebody else's words. */
export function readEventId(id: string | undefined): EventPlace | null {
  const text = id?.trim().toLowerCase() ?? '';
  if (!uuid.test(text)) return null;
  // 48 bits reach beyond the year 9999, which no clock here ever shows.
  const at =
    text[14] === '7' ? Math.min(Number.parseInt(text.slice(0, 8) + text.slice(9, 13), 16), endOfTime) : null;
  return { entry: `${text.slice(0, -2)}00`, nth: Number.parseInt(text.slice(-2), 16), at };
}
