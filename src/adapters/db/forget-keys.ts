// Idempotency-Keys are remembered for two days (design 3.3, rule 10). Old ones go in batches, so that a busy day's worth
// never holds locks for long, and through the index on their time.
import type pg from 'pg';
import { day, type Instant } from '../../core/time.ts';
import { timestamp } from './pool.ts';

const batch = 5000;

/** Safe to run on any number of servers at any time. Returns how many went. */
export async function forgetOldKeys(pool: Pick<pg.Pool, 'query'>, now: Instant): Promise<number> {
  for (let gone = 0; ;) {
    const { rowCount } = await pool.query(forgetText, [timestamp(now - 2 * day), batch]);
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return gone;
  }
}

/** $1 instant, $2 limit. */
const forgetText = `delete from idempotency where ctid = any (array(select ctid from idempotency where at < $1 limit $2 for update skip locked))`;
