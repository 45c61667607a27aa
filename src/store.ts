// Where a Countersign keeps everything: the PostgreSQL that DATABASE_URL names, or one of its own in the data folder.
// Every process needs it, the server as well as the commands that work on the database itself (backup, verification of
// the log, rotation of secrets), so how it is opened stands here, once.
import pg from 'pg';
import { ensureDatabase } from './adapters/db/embedded/ensure-database.ts';
import { startEmbedded, type EmbeddedPostgres } from './adapters/db/embedded/start.ts';
import { openPool } from './adapters/db/pool.ts';
import type { Config } from './config.ts';

export interface Store extends AsyncDisposable {
  readonly pool: pg.Pool;
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

/** Opens the store; an embedded server is started, or adopted when a killed Countersign has left it behind. */
export async function openStore(settings: StoreSettings, { log, broken }: StoreEvents): Promise<Store> {
  const { databaseUrl, databaseDirectUrl, databasePoolSize: max, dataDir } = settings;
  if (databaseUrl) {
    const connectionString = databaseUrl.reveal();
    const pool = openPool({ connectionString, max }, broken);
    const direct = { connectionString: databaseDirectUrl?.reveal() ?? connectionString };
    return { pool, direct, embedded: null, [Symbol.asyncDispose]: () => pool.end() };
  }
  const embedded = await startEmbedded({ dataDir, log });
  await ensureDatabase(embedded, storeName);
  const pool = openPool({ ...embedded.connection(storeName), max }, broken);
  return {
    pool,
    direct: embedded.connection(storeName),
    embedded: { ...embedded, dataDir },
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await embedded.stop();
    },
  };
}
