// Turns at targets that have no lock of their own, such as brokers: one run at a time of all servers on this database.
// First runs of this server wait for each other, so that they hold one connection for each target and not one for each
// run; then a transaction waits for those of other servers. A transaction and not a session, because a pooler may stand
// in between. A run that was paused for long loses its turn by the timeout, and learns of it before its next change; a
// change that was sent before is a matter of the next run.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { TargetFailure, type TakeTurns } from '../../../app/connector.ts';

const waitMs = 20_000;
const idleMs = 60_000;

export function turns(pool: pg.Pool): TakeTurns {
  const last = new Map<string, Promise<unknown>>();
  return async (target, work) => {
    const before = last.get(target) ?? Promise.resolve();
    const turn = before.then(() => alone(pool, target, work));
    const settled = turn.catch(() => {});
    last.set(target, settled);
    void settled.then(() => last.get(target) === settled && last.delete(target));
    return turn;
  };
}

async function alone<T>(
  pool: pg.Pool,
  target: string,
  work: (stillOurs: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    await client.query(
      `begin; set local lock_timeout = ${waitMs}; set local idle_in_transaction_session_timeout = ${idleMs}`,
    );
    await client.query('select pg_advisory_xact_lock($1::bigint)', [lockOf(target)]);
    return await work(async () => {
      await client.query('select 1').catch((error: Error) => {
        lost = error;
        throw new TargetFailure(
          'interrupted',
          'The run lost its turn at this target before it had changed everything.',
        );
      });
    });
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new TargetFailure('busy', 'Another run at this target takes too long.');
  } finally {
    await client.query('rollback').catch((error: Error) => (lost = error));
    client.release(lost);
  }
}

function lockOf(target: string): string {
  return createHash('sha256').update(`turn at target ${target}`).digest().readBigInt64BE(0).toString();
}
