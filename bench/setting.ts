// What a measurement runs on: a throw-away PostgreSQL with the cast of the tests in it, and servers in processes of their
// own, as in production, so that whoever generates the load does not share their event loop.
import type pg from 'pg';
import { migrate } from '../src/adapters/db/migrate.ts';
import { openPool } from '../src/adapters/db/pool.ts';
import { ensureDatabase } from '../src/adapters/db/embedded/ensure-database.ts';
import { castInto } from '../test/cast.ts';
import { startTestCluster, type TestCluster } from '../test/cluster.ts';
import { startServerProcess, type ServerProcess } from '../test/server-process.ts';

export interface Setting extends AsyncDisposable {
  readonly pool: pg.Pool;
  readonly cluster: TestCluster;
  /** A further server process on the same database. */
  startServer(): Promise<ServerProcess>;
  /** A process that only answers checks. */
  startCheckNode(env?: Readonly<Record<string, string>>): Promise<ServerProcess>;
}

/**
 * @param settings of PostgreSQL, beside its usual ones. `track_commit_timestamp` makes it remember when each row was
 *   committed, which is the only exact answer to the question how long something took from there on.
 */
export async function openSetting(settings: Record<string, string> = {}): Promise<Setting> {
  const cluster = await startTestCluster({ settings });
  const database = await openDatabase(cluster, 'bench');
  return {
    ...database,
    cluster,
    [Symbol.asyncDispose]: async () => {
      await database.pool.end();
      await cluster.stop();
    },
  };
}

export type BenchDatabase = Pick<Setting, 'pool' | 'startServer' | 'startCheckNode'>;

/** A database with the cast in it, and how to start servers on it. */
export async function openDatabase(cluster: TestCluster, name: string): Promise<BenchDatabase> {
  await ensureDatabase(cluster, name);
  const poolConfig = cluster.connection(name);
  const pool = openPool({ ...poolConfig, max: 32 }, (error) => console.error(error.message));
  await migrate(pool);
  await castInto(pool);
  const { user, host, port } = poolConfig;
  const url = `postgres://${user}@${encodeURIComponent(host!)}:${port}/${name}`;
  return {
    pool,
    startServer: () =>
      startServerProcess({ DATABASE_URL: url, COUNTERSIGN_PUBLIC_URL: 'http://countersign.bench' }),
    startCheckNode: (env = {}) =>
      startServerProcess({ DATABASE_URL: url, ...env }, 'check-node-process-main.ts'),
  };
}
