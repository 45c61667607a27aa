// Following the log: read entries behind the cursor, keep the jobs they give, move the cursor, in one transaction. The
// cursor's row is the lock, so of many servers one follows at a time and each entry gives its jobs exactly once. When a
// batch fails its entries are taken one by one; the one that fails five times is set aside with an alarm, so that it
// holds nobody up. A cursor that is not in this log any more begins again: jobs say "this has changed", and hearing so
// twice does no harm.
import type pg from 'pg';
import type { Follower } from '../../../app/follower.ts';
import type { LogWatch, Place } from '../../../app/log.ts';
import { repeat, type Repeated } from '../../../app/repeat.ts';
import type { Milliseconds } from '../../../core/time.ts';
import { isPassing } from '../pool.ts';
import { entryFrom, firstPlace, type EntryRow } from './read.ts';

export interface Following<Job> {
  readonly follower: Follower<Job>;
  /** Keeps jobs, through the client of the transaction that moves the cursor. */
  readonly keep: (client: pg.PoolClient, jobs: readonly Job[]) => Promise<void>;
  /** Called when jobs have been committed. */
  readonly kept?: () => void;
  /** Hears of an entry that was set aside, and of a cursor that had to begin again. */
  readonly alarm: (sentence: string, facts: Record<string, unknown>) => void;
}

export interface Step {
  readonly state: 'moved' | 'idle' | 'busy' | 'failed' | 'dead';
  readonly position: number;
  /** Where entries are taken one by one, until the cursor is beyond this position. */
  readonly carefulUntil: number;
  readonly failures: number;
  /** How many jobs the batch gave. */
  readonly jobs: number;
}

const batch = 1000;
const mostFailures = 5;
const firstStep: Step = { state: 'idle', position: 0, carefulUntil: 0, failures: 0, jobs: 0 };

/** Follows the log until it is stopped. */
export function runFollower<Job>(
  pool: pg.Pool,
  watch: LogWatch,
  following: Following<Job>,
  failed: (error: unknown) => void,
): Repeated {
  let step = firstStep;
  return repeat(
    1000,
    async (signal) => {
      step = await followOnce(pool, following, step);
      if (step.state === 'idle') await watch.beyond(step.position, 5000, signal);
      return pauseAfter(step);
    },
    failed,
  );
}

function pauseAfter({ state, failures }: Step): Milliseconds {
  if (state === 'failed') return Math.min(100 * 2 ** failures, 5000);
  return state === 'busy' ? 500 : 0;
}

/**
 * One batch.
 *
 * @param before the step before it, by this server.
 * @throws what is no fault of an entry: the database is gone, or two transactions stood in each other's way.
 */
export async function followOnce<Job>(
  pool: pg.Pool,
  following: Following<Job>,
  before: Step = firstStep,
): Promise<Step> {
  const client = await pool.connect();
  try {
    // Outside the transaction, so that even the first failure finds a row to be counted in.
    if (before.position === 0) await client.query(bornText, [following.follower.name, firstPlace.hash]);
    await client.query('begin');
    const step = await followIn(client, following, before);
    await client.query('commit');
    client.release();
    if (step.jobs > 0) following.kept?.();
    return step;
  } catch (error) {
    client.release(true); // Closing the connection rolls back, in whatever state it is.
    if (!(error instanceof FollowerFault)) throw error;
    return noteFailure(pool, following, error);
  }
}

async function followIn<Job>(
  client: pg.PoolClient,
  { follower, keep, alarm }: Following<Job>,
  before: Step,
): Promise<Step> {
  const cursor = await lockCursor(client, follower.name);
  if (!cursor) return { ...before, state: 'busy', jobs: 0 };
  const careful = cursor.position < before.carefulUntil || cursor.failures > 0;
  const read = await readFrom(client, cursor, careful ? 1 : batch, follower.nouns);
  const known = { position: cursor.position, carefulUntil: before.carefulUntil, failures: 0, jobs: 0 };
  if (read === 'lost') {
    alarm('a follower begins again: its place is not in this log', { follower: follower.name, ...cursor });
    await moveCursor(client, follower.name, firstPlace);
    return { ...firstStep, state: 'moved' };
  }
  const last = read.at(-1);
  if (!last) return { ...known, state: 'idle' };
  const jobs: Job[] = [];
  try {
    jobs.push(...read.filter(isWorthReading).flatMap((row) => follower.map(entryFrom(row))));
    if (jobs.length > 0) await keep(client, jobs);
  } catch (error) {
    if (isPassing(error)) throw error;
    throw new FollowerFault(cursor, last, read.length, error);
  }
  await moveCursor(client, follower.name, last);
  return { ...known, state: 'moved', position: last.position, jobs: jobs.length };
}

interface Cursor extends Place {
  readonly failures: number;
}

/** Null while another server follows. */
async function lockCursor(client: pg.PoolClient, name: string): Promise<Cursor | null> {
  const { rows } = await client.query<Cursor>(lockText, [name]);
  return rows[0] ?? null;
}

const lockText = `select position, encode(hash, 'hex') as hash, failures from follower where name = $1 for update skip locked`;
const bornText = `insert into follower (name, position, hash) values ($1, 0, decode($2, 'hex')) on conflict (name) do nothing`;

/** The entries behind the cursor. The cursor's own entry is read too, because only its hash says that this is our log. */
async function readFrom(
  client: pg.PoolClient,
  cursor: Place,
  limit: number,
  nouns: readonly string[] | undefined,
): Promise<PassedRow[] | 'lost'> {
  const { rows } = await client.query<PassedRow>(readText, [cursor.position, limit + 1, nouns ?? null]);
  if (cursor.position === 0) return cursor.hash === firstPlace.hash ? rows.slice(0, limit) : 'lost';
  const [own, ...entries] = rows;
  return own?.position === cursor.position && own.hash === cursor.hash ? entries : 'lost';
}

/** An entry that the cursor passes; without its text where it is not worth reading. */
type PassedRow = Place & { readonly body: string | null };

function isWorthReading(row: PassedRow): row is EntryRow {
  return row.body !== null;
}

/** $1 position, $2 limit, $3 nouns. What is not worth reading is neither sent nor parsed, and that is most of a log. */
const readText = `
select position, encode(hash, 'hex') as hash,
  case when $3::text[] is null or position = 1 or split_part(type, '.', 1) = any($3) then body end as body
from log where position >= $1 order by position limit $2`;

async function moveCursor(client: Pick<pg.Pool, 'query'>, name: string, to: Place): Promise<void> {
  await client.query(
    `update follower set position = $2, hash = decode($3, 'hex'), failures = 0 where name = $1`,
    [name, to.position, to.hash],
  );
}

/** A batch that could not be mapped or kept, for a reason that lies in it and not in the database's day. */
class FollowerFault extends Error {
  readonly cursor: Cursor;
  readonly last: Place;
  readonly size: number;

  constructor(cursor: Cursor, last: Place, size: number, cause: unknown) {
    super('a follower failed', { cause });
    this.cursor = cursor;
    this.last = last;
    this.size = size;
  }
}

async function noteFailure<Job>(
  pool: pg.Pool,
  { follower, alarm }: Following<Job>,
  { cursor, last, size, cause }: FollowerFault,
): Promise<Step> {
  const failures = cursor.failures + 1;
  const step = { position: cursor.position, carefulUntil: last.position, failures, jobs: 0 };
  // Of a batch nobody knows yet which entry it was.
  if (size > 1) return { ...step, state: 'failed', failures: 0 };
  if (failures < mostFailures) {
    await pool.query('update follower set failures = $3 where name = $1 and position = $2', [
      follower.name,
      cursor.position,
      failures,
    ]);
    return { ...step, state: 'failed' };
  }
  await pool.query(setAsideText, [follower.name, cursor.position, last.position, last.hash, String(cause)]);
  alarm('an entry of the log was set aside', {
    follower: follower.name,
    position: last.position,
    err: cause,
  });
  return { ...step, state: 'dead', position: last.position, failures: 0 };
}

/** $1 name, $2 the cursor as it was, $3 and $4 the entry, $5 why. Nothing happens when another server has moved on. */
const setAsideText = `
with moved as (
  update follower set position = $3, hash = decode($4, 'hex'), failures = 0 where name = $1 and position = $2 returning name
)
insert into follower_dead (follower, position, error) select name, $3, $5 from moved
on conflict (follower, position) do update set at = now(), error = excluded.error
`;
