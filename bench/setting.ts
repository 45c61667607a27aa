// What a measurement runs on: a throw-away PostgreSQL with the cast of the tests in it, and servers in processes of their
// own, as in production, so that whoever generates the load does not share their event loop.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type pg from 'pg';
import { migrate } from '../src/adapters/db/migrate.ts';
import { openPool } from '../src/adapters/db/pool.ts';
import { ensureDatabase } from '../src/adapters/db/embedded/ensure-database.ts';
import { castInto } from '../test/cast.ts';
import { startTestCluster, type TestCluster } from '../test/cluster.ts';

export interface Setting extends AsyncDisposable {
  readonly pool: pg.Pool;
  readonly cluster: TestCluster;
  /** A further server process on the same database. */
  startServer(): Promise<RunningServer>;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
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

export type BenchDatabase = Pick<Setting, 'pool' | 'startServer'>;

/** A database with the cast in it, and how to start servers on it. */
export async function openDatabase(cluster: TestCluster, name: string): Promise<BenchDatabase> {
  await ensureDatabase(cluster, name);
  const poolConfig = cluster.connection(name);
  const pool = openPool({ ...poolConfig, max: 32 }, (error) => console.error(error.message));
  await migrate(pool);
  await castInto(pool);
  const { user, host, port } = poolConfig;
  const url = `postgres://${user}@${encodeURIComponent(host!)}:${port}/${name}`;
  return { pool, startServer: () => startServer(url) };
}

async function startServer(databaseUrl: string): Promise<RunningServer> {
  const child = fork(new URL('server.ts', import.meta.url), {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: '0',
      COUNTERSIGN_PUBLIC_URL: 'http://countersign.bench',
    },
  });
  const port = await portOf(child);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    [Symbol.asyncDispose]: async () => {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server did not start; what it said stands above');
  });
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  return port;
}
