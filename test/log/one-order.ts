// The proof that a reader of the log misses nothing and sees one order, whatever is going on: many writers, several
// servers that seal behind them, sealers that are killed in the middle, and a reader that follows by position.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { logReader } from '../../src/adapters/db/log/read.ts';
import { sealAll, startSealing } from '../../src/adapters/db/log/seal.ts';
import { verifyLog } from '../../src/adapters/db/log/verify.ts';
import { watchLog } from '../../src/adapters/db/log/watch.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { isAboutAccess, type Entry } from '../../src/app/log.ts';
import { openShop } from './fixture.ts';
import { grantedAccesses, write } from './writers.ts';

export interface Proof {
  readonly writers: number;
  readonly accesses: number;
  readonly servers: number;
  /** How long they write at least. */
  readonly forMs: number;
  /** Zero: nobody is killed. */
  readonly killEveryMs: number;
  /** They write until so many sealers were killed: on a busy machine few are met at work. */
  readonly kills?: number;
}

export interface Proven {
  readonly entries: number;
  readonly killed: number;
  /** From the commit of a decision to the reader, in milliseconds, sorted. */
  readonly latenciesMs: readonly number[];
  readonly forMs: number;
}

export async function proveOneOrder(proof: Proof): Promise<Proven> {
  await using shop = await openShop();
  const ids = await grantedAccesses(shop.ports, proof.accesses);
  const before = await sealAll(shop.pool);
  await using servers = openServers(shop.poolConfig, proof);
  const watch = watchLog({ listen: shop.poolConfig, pool: shop.pool, failed: () => {} });
  const stop = new AbortController();
  const committed = new Map<string, number>();
  const reading = follow(shop.pool, watch, before, stop.signal);
  const killing = startKilling(shop.pool, proof.killEveryMs, stop.signal);

  const began = performance.now();
  const writing = new AbortController();
  const enough = delay(proof.forMs)
    .then(() => killing.reached(proof.killEveryMs > 0 ? (proof.kills ?? 1) : 0))
    .finally(() => writing.abort());
  const done = await write(
    {
      count: proof.writers,
      pools: servers.pools,
      sealSoon: (pool) => servers.sealing.get(pool)!.sealSoon(),
      committed: (id, version) => committed.set(`${id} ${version}`, performance.now()),
    },
    ids,
    writing.signal,
  );
  await enough;
  const forMs = performance.now() - began;
  const wanted = before + [...done.values()].reduce((sum, count) => sum + count, 0);
  await until(async () => (await logReader(shop.pool).head()).position >= wanted);
  stop.abort();
  const killed = await killing.ended;
  const seen = await reading;
  await watch.stop();

  proveComplete(seen, before, wanted, done);
  assert.deepEqual((await verifyLog(shop.pool)).faults, []);
  return { entries: seen.length, killed, latenciesMs: latencies(seen, committed), forMs };
}

interface Seen {
  readonly entry: Entry;
  readonly at: number;
}

/** Reads on by position until it is told to stop, and then once more to the end. */
async function follow(
  pool: pg.Pool,
  watch: ReturnType<typeof watchLog>,
  from: number,
  signal: AbortSignal,
): Promise<Seen[]> {
  const log = logReader(pool);
  const seen: Seen[] = [];
  let position = from;
  for (let last = false; !last;) {
    last = signal.aborted;
    if (!last) await watch.beyond(position, 1000, signal);
    const entries = await log.after(position, 1000);
    const at = performance.now();
    seen.push(...entries.map((entry) => ({ entry, at })));
    position = entries.at(-1)?.position ?? position;
    if (entries.length === 1000) last = false;
  }
  return seen;
}

function proveComplete(
  seen: readonly Seen[],
  before: number,
  wanted: number,
  done: ReadonlyMap<string, number>,
): void {
  assert.deepEqual(
    seen.map(({ entry }) => entry.position),
    Array.from({ length: wanted - before }, (_, nth) => before + nth + 1),
    'every position once, in order',
  );
  const versions = Map.groupBy(
    seen.map(({ entry }) => entry).filter(isAboutAccess),
    (entry) => entry.subject,
  );
  for (const [id, count] of done) {
    const own = (versions.get(id) ?? []).map((entry) => entry.access.version);
    // Filing and granting were two versions; everything after that is one act each.
    assert.deepEqual(
      own,
      Array.from({ length: count }, (_, nth) => 3 + nth),
      `the entries of ${id} in the order of its versions`,
    );
  }
}

function latencies(seen: readonly Seen[], committed: ReadonlyMap<string, number>): number[] {
  return seen
    .flatMap(({ entry, at }) => {
      const since = entry.access && committed.get(`${entry.subject} ${entry.access.version}`);
      return since === undefined ? [] : [at - since];
    })
    .sort((one, other) => one - other);
}

/** Ends the connection of whoever is sealing at this moment, again and again. */
function startKilling(pool: pg.Pool, everyMs: number, signal: AbortSignal) {
  let killed = 0;
  const kill = async () => {
    while (everyMs > 0 && !signal.aborted) {
      const { rowCount } = await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'active' and query like 'select seal_log%' and pid <> pg_backend_pid()`,
        [],
      );
      killed += rowCount ?? 0;
      await delay(Math.random() * 2 * everyMs, undefined, { signal }).catch(() => {});
    }
    return killed;
  };
  return {
    ended: kill(),
    reached: (count: number) => until(() => Promise.resolve(killed >= count), 60_000),
  };
}

function openServers(config: pg.PoolConfig, { servers, writers }: Proof) {
  const pools = Array.from({ length: servers }, () =>
    openPool({ ...config, max: Math.ceil(writers / servers) + 2 }, () => {}),
  );
  const sealing = new Map(pools.map((pool) => [pool, startSealing(pool, { failed: () => {} })]));
  return {
    pools,
    sealing,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...sealing.values()].map((one) => one.stop()));
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

async function until(holds: () => Promise<boolean>, limitMs = 10_000): Promise<void> {
  for (let tries = 0; tries < limitMs / 10; tries++) {
    if (await holds()) return;
    await delay(10);
  }
  assert.fail(`it did not come to that in ${limitMs} ms`);
}
