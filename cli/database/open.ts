// The database for a command, by the settings of a server. A command that reads one makes none: a folder that was named
// by mistake stays as it is, and a database of somebody else is called that.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/config.ts';
import { openStore, openStoreBeside, type Store } from '../../src/store.ts';
import { exitCodes } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { environmentOf, type DatabaseOptions } from './options.ts';
import type { Io } from '../io.ts';

export interface OpenedDatabase extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
}

/** Also while a server uses it. @throws Failure when there is none, or nothing of Countersign in it. */
export async function openBeside(options: DatabaseOptions, io: Io): Promise<OpenedDatabase> {
  const config = readConfig(environmentOf(options, io));
  if (!config.databaseUrl) await demandDatabase(config.dataDir);
  const database = opened(config, await openStoreBeside(config, eventsFor(io)));
  try {
    await demandSchema(database.store.pool);
    return database;
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

const fix = 'Name the right one: DATABASE_URL, or the data folder of a server with --data-dir.';

async function demandDatabase(dataDir: string): Promise<void> {
  await access(join(dataDir, 'pg', 'PG_VERSION')).catch(() => {
    throw new Failure(exitCodes.refused, `There is no database in ${dataDir}.`, { fix });
  });
}

async function demandSchema(pool: Store['pool']): Promise<void> {
  const { rows } = await pool.query<{ known: boolean }>(
    `select to_regclass('schema_migration') is not null as known`,
  );
  if (!rows[0]!.known)
    throw new Failure(exitCodes.refused, 'This database holds nothing of Countersign.', { fix });
}

/** For this process alone. @throws Error with one sentence when a server uses it. */
export async function openAlone(options: DatabaseOptions, io: Io): Promise<OpenedDatabase> {
  const config = readConfig(environmentOf(options, io));
  return opened(config, await openStore(config, eventsFor(io)));
}

function opened(config: Config, store: Store): OpenedDatabase {
  return { config, store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}

function eventsFor(io: Io) {
  return { log: () => {}, broken: (error: Error) => io.err(`A connection broke: ${error.message}\n`) };
}
