// Where sealing begins to look. Entries leave the inbox the moment they are sealed, but while anybody reads the database
// in one long snapshot, such as a backup, the dead rows stay, and a look from the beginning passes all of them:
// after 300,000 entries two thirds of a second each time. A process that knows that nothing can turn up below a number
// begins there.
//
// It knows that in two steps. At one moment it notes the last number that was handed out and the next transaction id; at
// a later one, when no transaction from before that id is left, everything up to that number is visible or will never
// be. Every entry's transaction has changed a row before it takes its number, so it has an id by then. Nothing of this
// is stored: transaction ids mean nothing in another cluster, and a process that starts looks from the beginning.
import type pg from 'pg';
import { second } from '../../../core/time.ts';

export interface LowWater {
  /** Nothing that is not sealed has this number or a lower one. */
  readonly mark: number;
  /** Call it after everything visible was sealed. It looks after a thousand entries, and a second later once more. */
  drained(sealed: number): Promise<void>;
  /** After trouble with the database, which may be another one now. */
  reset(): void;
}

interface Noted {
  readonly seq: number;
  /** The first transaction id that was not handed out yet. */
  readonly next: bigint;
}

const worthALook = 1000;

export function lowWater(pool: Pick<pg.Pool, 'query'>): LowWater {
  let mark = 0;
  let since = 0;
  let lookedAt = 0;
  let noted: Noted | null = null;
  /** Certain to be visible, but not yet certain to be sealed: that is so after the next time everything was. */
  let visible: number | null = null;
  return {
    get mark() {
      return mark;
    },
    drained: async (sealed) => {
      mark = visible ?? mark;
      visible = null;
      since += sealed;
      const isHalfway = noted !== null && performance.now() - lookedAt > second;
      if (since < worthALook && !isHalfway) return;
      since = 0;
      lookedAt = performance.now();
      const now = await look(pool);
      if (noted && now.oldest >= noted.next) {
        visible = noted.seq;
        noted = null;
      }
      if (now.seq > (visible ?? mark)) noted ??= now;
    },
    reset: () => {
      mark = 0;
      noted = null;
      visible = null;
    },
  };
}

async function look(pool: Pick<pg.Pool, 'query'>): Promise<Noted & { oldest: bigint }> {
  const { rows } = await pool.query<{ seq: number; next: string; oldest: string }>(lookText, []);
  const { seq, next, oldest } = rows[0]!;
  return { seq, next: BigInt(next), oldest: BigInt(oldest) };
}

const lookText = `
select last_value as seq, pg_snapshot_xmax(pg_current_snapshot())::text as next, pg_snapshot_xmin(pg_current_snapshot())::text as oldest
from log_inbox_seq_seq`;
