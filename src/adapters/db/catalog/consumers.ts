// What products and applications have in common as consumers: both belong to a team, and their agreements with them.
import { sql } from 'kysely';
import type { ConsumerKind } from '../../../core/consumer.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';

/**
 * Its accesses belong to another team from now on. Their instant of the last change never goes back, whatever this
 * server's clock says.
 */
export async function moveConsumer(
  tx: Tx,
  kind: Extract<ConsumerKind, 'data-product' | 'application'>,
  id: string,
  team: TeamId,
  now: Instant,
): Promise<void> {
  await sql`
    update access set consumer_team = ${team}, version = version + 1, updated_at = greatest(updated_at, ${timestamp(now)}::timestamptz)
    where consumer_kind = ${kind} and consumer_id = ${id} and consumer_team is distinct from ${team}
  `.execute(tx);
}
