// Which accesses give something now. The standing says so as of the last time somebody looked; where a sweeper is due to
// look again, the grants themselves are asked, since periods are judged at reading (design 3.3, rule 8). Only rows that
// are due cost that second look, and the partial indexes on live accesses serve the rest.
import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

/** A condition on `access a`: granted or suspended, and not over. */
export function isLiveAt(now: Instant): RawBuilder<boolean> {
  const at = timestamp(now);
  return sql<boolean>`(a.standing in ('Granted', 'Suspended') and (a.next_due is null or a.next_due > ${at}::timestamptz
    or exists (select from access_grant g where g.access_id = a.id and (g.until_at is null or g.until_at > ${at}::timestamptz))))`;
}
