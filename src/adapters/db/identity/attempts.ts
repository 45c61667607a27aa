// Counts attempts to sign in, by account and by network address, in one row each. The row is locked while it is looked
// at, so that a hundred attempts at the same moment are a hundred attempts. IPv6 addresses count by their /64, since
// whoever has one address of it has all of them.
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { AttemptCount } from '../../../app/identity.ts';
import { forgottenAfter, freeForAccount, freeForAddress, waitBefore } from '../../../core/throttle.ts';
import type { Instant, Milliseconds } from '../../../core/time.ts';
import type { Database, Tx } from '../database.ts';
import { timestamp } from '../pool.ts';

export function attempts({ db }: Database): AttemptCount {
  return {
    begin: (email, address, now) =>
      db.transaction().execute(async (tx) => {
        // Always in this order: two transactions that lock two rows in two orders wait for each other for ever.
        const wait = await waitFor(tx, subjectOf('address', networkOf(address)), freeForAddress, now);
        if (wait > 0) return wait;
        return waitFor(tx, accountOf(email), freeForAccount, now);
      }),
    async forget(email, address) {
      await db.deleteFrom('sign_in_attempt').where('subject', '=', accountOf(email)).execute();
      await db
        .updateTable('sign_in_attempt')
        .set({ failures: sql`greatest(failures - 1, 0)` })
        .where('subject', '=', subjectOf('address', networkOf(address)))
        .execute();
    },
  };
}

/** The wait for one subject; where there is none, this attempt is counted. */
async function waitFor(tx: Tx, subject: Buffer, free: number, now: Instant): Promise<Milliseconds> {
  const fresh = { subject, failures: 0, last_at: timestamp(now) };
  await tx
    .insertInto('sign_in_attempt')
    .values(fresh)
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await tx
    .selectFrom('sign_in_attempt')
    .select(['failures', 'last_at'])
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const wait = waitBefore({ failures: row.failures, lastAt: row.last_at }, free, now);
  if (wait > 0) return wait;
  const failures = now - row.last_at >= forgottenAfter ? 1 : row.failures + 1;
  await tx
    .updateTable('sign_in_attempt')
    .set({ failures, last_at: timestamp(now) })
    .where('subject', '=', subject)
    .execute();
  return 0;
}

function accountOf(email: string): Buffer {
  return subjectOf('account', email.trim().toLowerCase());
}

function subjectOf(kind: string, name: string): Buffer {
  return createHash('sha256').update(`${kind}:${name}`).digest();
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  // URL writes an IPv6 address in its one short form; what `::` stands for is put back before the first half is taken.
  const short = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups.slice(0, 4).join(':');
}
