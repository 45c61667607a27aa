// What a measurement runs on: a throw-away PostgreSQL with the cast of the tests in it, and a server in a process of its
// own, as in production, so that whoever generates the load does not share its event loop.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type pg from 'pg';
import { migrate } from '../src/adapters/db/migrate.ts';
import { openPool } from '../src/adapters/db/pool.ts';
import { ensureDatabase } from '../src/adapters/db/embedded/ensure-database.ts';
import { castInto } from '../test/cast.ts';
import { startTestCluster } from '../test/cluster.ts';

export interface Setting extends AsyncDisposable {
  readonly pool: pg.Pool;
  readonly poolConfig: pg.PoolConfig;
  /** A further server process on the same database. */
  startServer(): Promise<RunningServer>;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

export async function openSetting(): Promise<Setting> {
  const cluster = await startTestCluster();
  await ensureDatabase(cluster, 'bench');
  const poolConfig = cluster.connection('bench');
  const pool = openPool({ ...poolConfig, max: 32 }, (error) => console.error(error.message));
  await migrate(pool);
  await castInto(pool);
  return {
    pool,
    poolConfig,
    startServer: () => startServer(poolConfig),
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await cluster.stop();
    },
  };
}

async function startServer(poolConfig: pg.PoolConfig): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    [new URL('server.ts', import.meta.url).pathname, JSON.stringify(poolConfig)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  const port = await firstLine(child);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [data] = (await once(child.stdout!, 'data')) as [Buffer];
  return data.toString().trim();
}
