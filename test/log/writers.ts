// Many writers on few accesses, as fast as they can: real decisions through the use cases, each of which leaves one
// entry. What they count is what the log has to show afterwards.
import type pg from 'pg';
import { accessStore } from '../../src/adapters/db/access/store.ts';
import { mint } from '../../src/adapters/mint.ts';
import { decideRequest } from '../../src/app/decide-request.ts';
import type { Ports } from '../../src/app/ports.ts';
import { resumeAccess } from '../../src/app/resume-access.ts';
import { suspendAccess } from '../../src/app/suspend-access.ts';
import type { AccessId } from '../../src/core/ids.ts';
import { Problem } from '../../src/core/problem.ts';
import { ask, caller } from './fixture.ts';

export interface Writers {
  readonly pools: readonly pg.Pool[];
  readonly count: number;
  readonly sealSoon: (pool: pg.Pool) => void;
  /** Hears of every act that is durable, with the version that it made. */
  readonly committed?: (id: AccessId, version: number) => void;
}

/** Accesses that are granted and may be suspended and resumed for ever. */
export async function grantedAccesses(ports: Ports, count: number): Promise<AccessId[]> {
  const ids: AccessId[] = [];
  for (let nth = 0; nth < count; nth++) {
    const id = await ask(ports, `shared-${nth}`);
    const vote = { verdict: 'allow', comment: null, terms: null, seen: null, facts: {} } as const;
    await decideRequest(ports)(id, vote, caller('bob'));
    ids.push(id);
  }
  return ids;
}

/** Lets the writers write until the signal says stop. Returns how many acts were durable, by access. */
export async function write(
  writers: Writers,
  ids: readonly AccessId[],
  signal: AbortSignal,
): Promise<Map<AccessId, number>> {
  const done = new Map(ids.map((id) => [id, 0]));
  await Promise.all(
    Array.from({ length: writers.count }, (_, nth) => writeOn(writers, nth, ids, signal, done)),
  );
  return done;
}

async function writeOn(
  { pools, sealSoon, committed }: Writers,
  nth: number,
  ids: readonly AccessId[],
  signal: AbortSignal,
  done: Map<AccessId, number>,
): Promise<void> {
  const pool = pools[nth % pools.length]!;
  let id = ids[0]!;
  let saved = 0;
  const ports: Ports = {
    accesses: accessStore(pool, () => {}),
    clock: { now: () => Date.now() },
    mint,
    // Called once for every act that was saved, and for no other.
    sealSoon: () => {
      saved += 1;
      done.set(id, done.get(id)! + 1);
      sealSoon(pool);
    },
  };
  while (!signal.aborted) {
    id = ids[Math.floor(Math.random() * ids.length)]!;
    const act = Math.random() < 0.5 ? suspendAccess : resumeAccess;
    const before = saved;
    const acted = await act(ports)(id, null, caller('bob')).catch(comesTooLate);
    if (acted && saved > before) committed?.(id, acted.access.version);
  }
}

function comesTooLate(error: unknown): undefined {
  if (error instanceof Problem && error.kind === 'conflict') return undefined;
  throw error;
}
