// The clock of this server: the database's time, carried by a monotonic clock in between. A server's own wall clock
// decides nothing, so servers that disagree about the time still agree about when access ends. The offset is measured
// at the start and every ten seconds; half of the round trip is all that is unknown about it. Where the monotonic clock
// stood still while the world went on (a machine that was suspended), the wall clock betrays it and the offset is
// measured anew before anything is trusted.
import type pg from 'pg';
import type { Clock } from '../../app/ports.ts';
import { repeat } from '../../app/repeat.ts';
import { second, type Instant, type Milliseconds } from '../../core/time.ts';

export interface RunningClock extends Clock {
  /** False while the time may be wrong by more than a quarter of a second: readiness has to say so. */
  ready(): boolean;
  /** How far off the clock may be. */
  errorMs(): Milliseconds;
  stop(): Promise<void>;
}

/** Where time comes from on this machine. Tests bring their own. */
export interface Sources {
  readonly monotonic: () => Milliseconds;
  readonly wall: () => Instant;
}

const mostErrorMs = 250;
/** Clocks of machines drift apart by at most this share of the time since the measurement. */
const drift = 0.000_2;
const samples = 3;

/** Resolves after the first measurement. */
export async function startClock(
  pool: Pick<pg.Pool, 'query'>,
  failed: (error: unknown) => void,
  sources: Sources = { monotonic: () => performance.now(), wall: () => Date.now() },
): Promise<RunningClock> {
  let measured = await measure(pool, sources);
  const remeasure = async () => {
    measured = await measure(pool, sources);
  };
  const running = repeat(
    10 * second,
    async () => {
      await remeasure();
    },
    failed,
  );
  let hurried: Promise<void> | null = null;
  /** How much more the wall clock has advanced than the monotonic one, which stands still while a machine is suspended. */
  const stoodStillMs = () => {
    const apart = Math.abs(sources.wall() - measured.wall - (sources.monotonic() - measured.monotonic));
    if (apart > mostErrorMs)
      hurried ??= remeasure()
        .catch(failed)
        .finally(() => (hurried = null));
    return apart > mostErrorMs ? apart : 0;
  };
  const errorMs = () =>
    measured.errorMs + (sources.monotonic() - measured.monotonic) * drift + stoodStillMs();
  return {
    now: () => {
      stoodStillMs();
      return Math.floor(sources.monotonic() + measured.offset);
    },
    ready: () => errorMs() <= mostErrorMs,
    errorMs,
    stop: () => running.stop(),
  };
}

interface Measured {
  /** Database time minus monotonic time. */
  readonly offset: Milliseconds;
  readonly errorMs: Milliseconds;
  readonly monotonic: Milliseconds;
  readonly wall: Instant;
}

/** The best of a few round trips: the shortest one leaves the least room for doubt. */
async function measure(pool: Pick<pg.Pool, 'query'>, sources: Sources): Promise<Measured> {
  const taken: Measured[] = [];
  for (let nth = 0; nth < samples; nth++) taken.push(await sample(pool, sources));
  return taken.reduce((best, one) => (one.errorMs < best.errorMs ? one : best));
}

async function sample(pool: Pick<pg.Pool, 'query'>, { monotonic, wall }: Sources): Promise<Measured> {
  const sent = monotonic();
  const { rows } = await pool.query<{ now: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
    [],
  );
  const received = monotonic();
  const errorMs = (received - sent) / 2;
  return { offset: rows[0]!.now - (sent + errorMs), errorMs, monotonic: received, wall: wall() };
}
