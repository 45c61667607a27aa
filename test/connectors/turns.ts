// Turns as a server takes them, by a database of the shared cluster.
import pg from 'pg';
import { turns } from '../../src/adapters/db/provisioning/turns.ts';
import type { TakeTurns } from '../../src/app/connector.ts';
import { atTheEnd, sharedServer } from '../postgres.ts';

export async function openTurns(): Promise<TakeTurns> {
  const pool = new pg.Pool({ ...(await sharedServer()).connection('postgres'), max: 10 });
  atTheEnd(() => pool.end());
  return turns(pool);
}
