// Where a Countersign keeps everything: the PostgreSQL that DATABASE_URL names, or one of its own in the data folder.
// Every process needs it, the server as well as the commands that work on the database itself (backup, verification of
// the log, rotation of secrets), so how it is opened stands here, once.
import { access } from 'node:fs/promises';
import pg from 'pg';
import { ensureDatabase } from './adapters/db/embedded/ensure-database.ts';
import { openFolder } from './adapters/db/embedded/folder.ts';
import { connection } from './adapters/db/embedded/owner.ts';
import { readPostmaster } from './adapters/db/embedded/processes.ts';
import { startEmbedded, type EmbeddedPostgres } from './adapters/db/embedded/start.ts';
import { openPool } from './adapters/db/pool.ts';
import type { Config } from './config.ts';

export interface Store extends AsyncDisposable {
  readonly pool: pg.Pool;
  /** Few connections for what must never wait behind decisions: sealing them, and telling the time. */
  readonly aside: pg.Pool;
  /** For LISTEN: past a transaction pooler, where one stands before the database. */
  readonly direct: pg.ClientConfig;
  /** Our own server; null with DATABASE_URL. */
  readonly embedded: (EmbeddedPostgres & { readonly dataDir: string }) | null;
}

export type StoreSettings = Pick<
  Config,
  'databaseUrl' | 'databaseDirectUrl' | 'databasePoolSize' | 'dataDir'
>;

/** The database of the embedded server that holds the store. Targets in the same server are other databases. */
export const storeName = 'countersign';

export interface StoreEvents {
  /** Takes one sentence about what happened to the embedded server. */
  readonly log: (line: string) => void;
  /** Hears of idle connections that broke. */
  readonly broken: (error: Error) => void;
}

/**
 * Opens the store for work that may be done while a server uses it. An embedded database that runs already is used
 * where it is; otherwise it is started for the while.
 */
export async function openStoreBeside(settings: StoreSettings, events: StoreEvents): Promise<Store> {
  const socketDir = settings.databaseUrl ? undefined : await runningAt(settings.dataDir);
  if (socketDir === undefined) return openStore(settings, events);
  const direct = connection(socketDir, storeName);
  return storeAt(direct, direct, settings, events);
}

/** @param direct the same database past a transaction pooler. */
function storeAt(
  main: pg.ClientConfig,
  direct: pg.ClientConfig,
  { databasePoolSize: max }: StoreSettings,
  { broken }: StoreEvents,
): Store {
  const pool = openPool({ ...main, max }, broken);
  const aside = openPool({ ...direct, max: 2 }, broken);
  return {
    pool,
    aside,
    direct,
    embedded: null,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([pool.end(), aside.end()]);
    },
  };
}

/** Where the embedded database of a folder answers; undefined when it does not run. */
export async function runningAt(dataDir: string): Promise<string | undefined> {
  const isThere = await access(dataDir).then(
    () => true,
    () => false,
  );
  const running = isThere ? await readPostmaster(await openFolder(dataDir)) : undefined;
  if (!running) return undefined;
  const client = new pg.Client(connection(running.socketDir, 'postgres'));
  try {
    await client.connect();
    return running.socketDir;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Opens the store; an embedded server is started, or adopted when a killed Countersign has left it behind. */
export async function openStore(settings: StoreSettings, events: StoreEvents): Promise<Store> {
  const { databaseUrl, databaseDirectUrl, dataDir } = settings;
  if (databaseUrl) {
    const connectionString = databaseUrl.reveal();
    const direct = { connectionString: databaseDirectUrl?.reveal() ?? connectionString };
    return storeAt({ connectionString }, direct, settings, events);
  }
  const embedded = await startEmbedded({ dataDir, log: events.log });
  await ensureDatabase(embedded, storeName);
  const direct = embedded.connection(storeName);
  const store = storeAt(direct, direct, settings, events);
  return {
    ...store,
    embedded: { ...embedded, dataDir },
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await embedded.stop();
    },
  };
}
