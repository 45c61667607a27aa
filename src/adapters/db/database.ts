// The database as the rest of this adapter uses it: Kysely for statements that are not hot, the pool for those that
// are, and `write` for every change that is not an act on an access. State, log entries and the memory of an
// Idempotency-Key commit together or not at all (design 3.3, rules 3 and 4).
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Caller } from '../../app/ports.ts';
import { actorOf } from '../../core/principal.ts';
import { Problem } from '../../core/problem.ts';
import type { Instant } from '../../core/time.ts';
import { entryRows, type LogEntry } from './log-entry.ts';
import { timestamp } from './pool.ts';
import type { Tables } from './schema.ts';

export interface Database {
  readonly pool: pg.Pool;
  readonly db: Kysely<Tables>;
  /** Called after every commit that left entries in the log's inbox. */
  readonly sealSoon: () => void;
}

export type Tx = Transaction<Tables>;

/** An entry as a use case writes it: who, through what and when come from the call. */
export type Noted = Pick<LogEntry, 'type' | 'subject' | 'before' | 'after' | 'data' | 'texts'>;

export function openDatabase(pool: pg.Pool, sealSoon: () => void): Database {
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), sealSoon };
}

/**
 * Changes state and log in one transaction, and again when somebody was in the way. A repeated Idempotency-Key does
 * nothing and gives `undefined`.
 *
 * @param work changes rows through `tx` and notes what it did; the notes become log entries at the very end.
 * @param last what leaves entries in the log's inbox by itself, after those.
 * @throws Problem `idempotency_key_reused` when the key came before with other content; `decided_meanwhile` when somebody
 *   was in the way again and again.
 */
export async function write<T>(
  database: Database,
  caller: Caller,
  now: Instant,
  work: (tx: Tx, note: (entry: Noted) => void) => Promise<T>,
  last?: (tx: Tx) => Promise<void>,
): Promise<T | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeOnce(database, caller, now, work, last);
    } catch (error) {
      if (!isClash(error)) throw error;
      if (attempt === tries) throw new Problem('decided_meanwhile', { cause: error });
    }
  }
}

const tries = 5;

/**
 * A unique key that somebody else has just taken, a deadlock, a serialization failure. PostgreSQL has ended one of two
 * that were in each other's way and has taken back all that it did, so it is done again on the new state. The second of
 * two calls with one Idempotency-Key is among them: it then finds the key and knows that it is a repetition.
 */
const clashes = ['23505', '40P01', '40001'];

function isClash(error: unknown): boolean {
  return clashes.includes((error as { code?: string }).code ?? '');
}

async function writeOnce<T>(
  database: Database,
  caller: Caller,
  now: Instant,
  work: (tx: Tx, note: (entry: Noted) => void) => Promise<T>,
  last: ((tx: Tx) => Promise<void>) | undefined,
): Promise<T | undefined> {
  const notes: Noted[] = [];
  const result = await database.db.transaction().execute(async (tx) => {
    if (await isRepetition(tx, caller)) return undefined;
    const done = await work(tx, (entry) => notes.push(entry));
    await remember(tx, caller, now);
    await append(tx, caller, now, notes);
    await last?.(tx);
    return done;
  });
  if (notes.length > 0 || last) database.sealSoon();
  return result;
}

/** Puts entries into the log's inbox, in this order. It has to be the last thing that a transaction does. */
async function append(tx: Tx, caller: Caller, now: Instant, notes: readonly Noted[]): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map((note) =>
    entryRows({ ...note, at: now, actor: actorOf(caller.principal), channel: caller.channel }),
  );
  const texts = rows.flatMap((row) =>
    row.texts.map((text) => ({
      entry_id: row.id,
      field: text.field,
      salt: text.salt,
      body: text.body,
      person_id: text.person,
    })),
  );
  if (texts.length > 0) await tx.insertInto('log_text').values(texts).execute();
  const entries = rows.map(({ id, at, type, subject, body, digest }) => ({
    id,
    at,
    type,
    subject,
    body,
    digest: Buffer.from(digest, 'hex'),
  }));
  await tx.insertInto('log_inbox').values(entries).execute();
}

async function isRepetition(tx: Tx, caller: Caller): Promise<boolean> {
  if (!caller.repetition) return false;
  const row = await tx
    .selectFrom('idempotency')
    .select('fingerprint')
    .where('actor', '=', actorText(caller))
    .where('key', '=', caller.repetition.key)
    .executeTakeFirst();
  if (row && row.fingerprint !== caller.repetition.fingerprint)
    throw new Problem('idempotency_key_reused', { field: 'Idempotency-Key' });
  return row !== undefined;
}

async function remember(tx: Tx, caller: Caller, now: Instant): Promise<void> {
  if (!caller.repetition) return;
  const { key, fingerprint } = caller.repetition;
  await tx
    .insertInto('idempotency')
    .values({ actor: actorText(caller), key, fingerprint, status: 200, at: timestamp(now) })
    .execute();
}

function actorText(caller: Caller): string {
  const { type, id } = actorOf(caller.principal);
  return `${type}:${id}`;
}
