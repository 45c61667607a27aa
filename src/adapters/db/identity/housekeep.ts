// Clears away what time has ended: sessions, links, tokens, counted attempts, old notices. Nothing depends on it, since every reader judges
// by the clock; it keeps the tables small.
import { sql } from 'kysely';
import { idleLimit } from '../../../core/session.ts';
import { forgottenAfter } from '../../../core/throttle.ts';
import type { Instant } from '../../../core/time.ts';
import type { Database } from '../database.ts';
import { keptFor } from '../notices/store.ts';
import { timestamp } from '../pool.ts';

/** Safe to run on any number of servers at any time. */
export async function clearEnded({ db }: Database, now: Instant): Promise<void> {
  const idleSince = timestamp(now - idleLimit);
  await sql`delete from session where ends_at <= ${timestamp(now)} or seen_at <= ${idleSince}`.execute(db);
  await sql`delete from sign_in_link where expires_at <= ${timestamp(now)}`.execute(db);
  await sql`delete from provider_sign_in where expires_at <= ${timestamp(now)}`.execute(db);
  await sql`delete from rover_token where expires_at <= ${timestamp(now)}`.execute(db);
  await sql`delete from sign_in_attempt where last_at <= ${timestamp(now - forgottenAfter)}`.execute(db);
  await sql`delete from notice where at <= ${timestamp(now - keptFor)}`.execute(db);
}
