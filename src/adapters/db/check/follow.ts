// Keeps the index of the check up to date, and knows whether it is. It follows the log as soon as that grows; beside it,
// once a second, a poll reads where the log ends. Once everything up to there is in the index, the index is known to
// have been up to date when the poll was sent. A decision that waits to be sealed for more than a second does not let a
// poll count, because then the end of the log says nothing. Where the log is no longer the one that was followed (a
// restore, a fail-over that lost commits) the index is filled anew.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import {
  checkBoundMs,
  type CheckMemory,
  type CheckReads,
  type Checks,
  type CheckState,
} from '../../../app/check.ts';
import type { Entry, LogWatch, Place } from '../../../app/log.ts';
import type { Clock } from '../../../app/ports.ts';
import { repeat, type Repeated } from '../../../app/repeat.ts';
import type { Denial, Verdict } from '../../../core/check.ts';
import { second, type Instant, type Milliseconds } from '../../../core/time.ts';
import { entryFrom, type EntryRow } from '../log/read.ts';
import { tellAll, tellEntries, type Snapshot } from './tell.ts';

export interface RunningChecks extends Checks {
  stop(): Promise<void>;
}

export interface CheckParts {
  readonly pool: pg.Pool;
  readonly memory: CheckMemory & CheckReads;
  readonly clock: Clock;
  /** False while the clock may be wrong: then nobody can say what is live. */
  readonly isClockRight: () => boolean;
  /** Tells when the log has grown. Absent: nothing is followed, and every call brings the index up to date itself. */
  readonly watch?: LogWatch | undefined;
  /** How long a call waits for an index that is not loaded yet, before it is denied. */
  readonly patienceMs?: Milliseconds;
  /** Hears of what went wrong while following. */
  readonly failed: (error: unknown) => void;
  readonly monotonic?: () => Milliseconds;
}

const batch = 1000;
const pollEveryMs = second;
const sealedWithinMs = second;

/** Begins to follow with the first call, because most servers are never asked. */
export function openChecks(parts: CheckParts): RunningChecks {
  const { pool, memory, clock, isClockRight, watch, failed, patienceMs = 0 } = parts;
  const { monotonic = () => performance.now() } = parts;
  let snapshot: Snapshot | null = null;
  let place: Place = { position: 0, hash: '' };
  let ahead = new Map<string, number>();
  /** When the index was seen to be up to date, and what has to be in it for having been so later. */
  let seenAt: Milliseconds | null = null;
  let marks: { readonly position: number; readonly at: Milliseconds }[] = [];
  let running: Repeated | null = null;
  const loaded = Promise.withResolvers<void>();
  let turn: Promise<void> = Promise.resolve();

  const reach = (reached: Place) => {
    place = reached;
    const passed = marks.filter(({ position }) => position <= place.position);
    if (passed.length === 0) return;
    seenAt = passed.at(-1)!.at;
    marks = marks.filter(({ position }) => position > place.position);
  };
  const load = async () => {
    snapshot = null;
    seenAt = null;
    marks = [];
    const at = monotonic();
    const taken = await tellAll(pool, memory, clock.now());
    ahead = new Map(taken.ahead);
    place = taken.place;
    snapshot = taken;
    seenAt = at;
    loaded.resolve();
  };
  const readOn = async () => {
    if (!snapshot) await load();
    for (;;) {
      const { rows } = await pool.query<EntryRow>(readText, [place.position, batch + 1]);
      const entries = place.position === 0 ? rows : rows.slice(1);
      if (place.position > 0 && rows[0]?.hash !== place.hash) {
        await load();
        continue;
      }
      const last = entries.at(-1);
      if (!last) return;
      const read = entries.map(entryFrom);
      await tellEntries(pool, memory, read, ahead);
      forget(ahead, read);
      reach({ position: last.position, hash: last.hash });
      if (rows.length <= batch) return;
    }
  };
  const poll = async () => {
    const at = monotonic();
    const mine = place;
    const { rows } = await pool.query<Polled>(pollText, [mine.position, mine.hash]);
    const { position, oldest, held } = rows[0]!;
    // Then this is not the log that was followed; reading on finds out.
    if (!held) return inTurn(readOn);
    if (oldest !== null && clock.now() - oldest > sealedWithinMs) return;
    // The oldest that are not reached yet count as well as newer ones, and there are no more than fit into the bound.
    marks = [...marks, { position, at }].slice(0, 2 * (checkBoundMs / pollEveryMs));
    if (snapshot) reach(place);
  };
  /** One reader at a time; whoever comes meanwhile finds that most is read. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const why = (): Denial | null => {
    if (!snapshot) return 'loading';
    return seenAt === null || monotonic() - seenAt > checkBoundMs || !isClockRight() ? 'stale' : null;
  };
  const follow = (log: LogWatch): Repeated => {
    const reading = repeat(
      100,
      async (signal) => {
        await inTurn(readOn);
        await log.beyond(place.position, 5 * second, signal);
        return 0;
      },
      failed,
    );
    const polling = repeat(pollEveryMs, poll, failed);
    return { stop: async () => void (await Promise.all([reading.stop(), polling.stop()])) };
  };

  return {
    asker: (digest) => (snapshot ? memory.asker(digest, clock.now()) : 'loading'),
    evaluate: (question): Verdict => {
      const because = why();
      return because === null ? memory.evaluate(question, clock.now()) : { decision: false, because };
    },
    search: () => (why() === null ? { reads: memory, now: clock.now() } : null),
    facts: (resource) => memory.facts(resource),
    apiAt: (path) => memory.apiAt(path),
    upToDate: async () => {
      if (watch) {
        running ??= follow(watch);
        if (!snapshot && patienceMs > 0)
          await Promise.race([loaded.promise, delay(patienceMs, undefined, { ref: false })]);
        return;
      }
      await inTurn(readOn);
      await poll();
      await inTurn(readOn);
    },
    get state(): CheckState {
      return {
        loaded: snapshot !== null,
        isSure: why() === null,
        behindMs: seenAt === null ? null : monotonic() - seenAt,
        position: place.position,
        grants: memory.grants,
      };
    },
    stop: async () => {
      await running?.stop();
    },
  };
}

/** The log has caught up with the snapshot about these. */
function forget(ahead: Map<string, number>, entries: readonly Entry[]): void {
  if (ahead.size === 0) return;
  for (const { subject, access } of entries)
    if (access && access.version >= (ahead.get(subject) ?? Number.POSITIVE_INFINITY)) ahead.delete(subject);
}

/** $1 position, $2 limit. The entry at the position comes along, because only its hash says that this is the same log. */
const readText = `select position, encode(hash, 'hex') as hash, body from log where position >= $1 order by position limit $2`;

interface Polled {
  position: number;
  oldest: Instant | null;
  held: boolean;
}

/** $1 and $2 the place that was read up to. */
const pollText = `
select h.position, (select at from log_inbox order by seq limit 1) as oldest,
  $1 = 0 or exists (select from log l where l.position = $1 and l.hash = decode($2, 'hex')) as held
from log_head h where one`;
