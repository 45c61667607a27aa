// A whole Countersign that may be killed: a server in a process of its own on its embedded database, and in the same
// PostgreSQL the shop of Fernlane as a target. Killing it ends every process of both with SIGKILL, in no order; what is
// left is the data folder, and the next start has to make do with that.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { connection } from '../../src/adapters/db/embedded/owner.ts';
import { openFolder } from '../../src/adapters/db/embedded/folder.ts';
import { killServer, readPostmaster } from '../../src/adapters/db/embedded/processes.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { storeName } from '../../src/store.ts';
import { usedFolder } from '../embedded/setting.ts';
import { beginServerProcess, startServerProcess, type ServerProcess } from '../server-process.ts';

export interface House extends AsyncDisposable {
  /** Of the server that runs now. */
  url(): string;
  /** Looks into the store that runs now, past the server. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  pool(): pg.Pool;
  /** How to reach the PostgreSQL that runs now. */
  connection(database: string, user?: string): pg.ClientConfig;
  start(): Promise<void>;
  /** Server and database at once. */
  kill(): Promise<void>;
  /** Only the database; the server is left to itself. */
  killDatabase(): Promise<void>;
  /** A start that does not get far: it is killed after so many milliseconds. */
  startAndKill(afterMs: number): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const { dataDir, [Symbol.asyncDispose]: remove } = await usedFolder();
  const folder = await openFolder(dataDir);
  const env = {
    COUNTERSIGN_DATA_DIR: dataDir,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    // Half of a start is compiling; a server that ends in order leaves what it compiled to the next ones.
    NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
  };
  let server: ServerProcess;
  let place = '';
  let pool: pg.Pool;

  const reach = (database: string, user?: string) => connection(place, database, user);
  const house: House = {
    url: () => server.url,
    pool: () => pool,
    query: async (sql, values = []) => (await pool.query(sql, values)).rows,
    connection: reach,
    start: async () => {
      server = await beginServerProcess(env).listening;
      place = (await readPostmaster(folder))!.socketDir;
      pool = openPool({ ...reach(storeName), max: 4 }, () => {});
    },
    kill: async () => {
      await Promise.all([server.kill(), killServer(folder)]);
      if (!pool.ended) await pool.end();
    },
    killDatabase: () => killServer(folder),
    startAndKill: async (afterMs) => {
      const starting = beginServerProcess(env);
      await delay(afterMs);
      await Promise.all([starting.kill(), killServer(folder)]);
      await killServer(folder); // The server may have started it just then.
    },
    [Symbol.asyncDispose]: async () => {
      await house.kill();
      await remove();
    },
  };
  await (await startServerProcess(env))[Symbol.asyncDispose]();
  await house.start();
  return house;
}
