// Sessions and the links that begin them. A session is a row, so it can be listed and ended; it ends by itself after
// eight hours without a call, and after seven days whatever happens. Links are for one use: the one that makes the
// first administrator lives a quarter of an hour, because whoever reads the server's output may use it; an invitation
// lives three days, because people are away.
import type { PersonId } from './ids.ts';
import { day, hour, minute, type Instant } from './time.ts';

export const idleLimit = 8 * hour;
export const sessionLife = 7 * day;
export const firstLinkLife = 15 * minute;
export const invitationLife = 3 * day;

export interface Session {
  readonly id: string;
  readonly person: PersonId;
  readonly createdAt: Instant;
  /** The last call, within a minute. */
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  /** What the browser calls itself, so that people recognise their own. */
  readonly agent: string | null;
}

export function isLive(session: Pick<Session, 'seenAt' | 'endsAt'>, now: Instant): boolean {
  return now < session.endsAt && now < session.seenAt + idleLimit;
}
