// A database with the cast in it for a test that gives it back: it is made as new by restoring what is in its tables, not
// dropped and copied, and its connections stay open, because those two are most of what a small test costs. Whoever
// changed tables as such, or is still at work in it, cannot give it back: then it is dropped like every fresh one.
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { openPool } from '../src/adapters/db/pool.ts';
import { castInto } from './cast.ts';
import { atTheEnd, freshDatabase, type FreshDatabase } from './postgres.ts';

export interface LentDatabase {
  readonly poolConfig: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly giveBack: () => Promise<void>;
}

/** One that was given back, or a new one. */
export async function lendDatabase(): Promise<LentDatabase> {
  const owned = given.pop() ?? (await make());
  return {
    poolConfig: owned.fresh.poolConfig,
    pool: owned.pool,
    giveBack: async () => {
      if (!over && (await isAsNew(owned.pool))) given.push(owned);
      else await drop(owned);
    },
  };
}

interface Owned {
  readonly pool: pg.Pool;
  readonly fresh: FreshDatabase;
}

const given: Owned[] = [];
let over = false;
atTheEnd(async () => {
  over = true; // What a file holds until its own end comes back later than this.
  await Promise.all(given.map(drop));
});

async function make(): Promise<Owned> {
  const fresh = await freshDatabase({ content: { name: 'pristine', into: castAndMemory } });
  return {
    fresh,
    pool: openPool(fresh.poolConfig, (error) => console.error('an idle connection broke', error)),
  };
}

async function castAndMemory(pool: pg.Pool): Promise<void> {
  await castInto(pool);
  await pool.query(await readFile(new URL('pristine.sql', import.meta.url), 'utf8'));
}

async function isAsNew(pool: pg.Pool): Promise<boolean> {
  if (pool.ended || pool.ending || pool.idleCount < pool.totalCount) return false;
  return pool.query('call pristine.restore()').then(
    () => true,
    () => false,
  );
}

async function drop({ pool, fresh }: Owned): Promise<void> {
  if (!pool.ending) await pool.end();
  await fresh[Symbol.asyncDispose]();
}
