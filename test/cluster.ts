/**
 * A PostgreSQL for tests that is thrown away afterwards, in the system's folder for temporary files. It is the
 * embedded server itself, with fsync and all unless it is told otherwise. A run that was killed leaves its server behind;
 * the next run finds it by the number of the dead process in the folder's name, and clears it away.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../src/adapters/db/embedded/folder.ts';
import { killServer } from '../src/adapters/db/embedded/processes.ts';
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbedded,
} from '../src/adapters/db/embedded/start.ts';

/** The environment variable by which the test runner says where the socket of the shared cluster is. */
export const clusterVariable = 'COUNTERSIGN_TEST_SOCKET';

/** Where the oldest supported PostgreSQL is found, for `startTestCluster`. */
export const postgres16 = new URL('postgres-16/package.json', import.meta.url);

/** Settings of a cluster in which nothing has to outlive a crash, so that nobody waits for the disk. */
export const notDurable = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

export interface TestCluster extends EmbeddedPostgres {
  readonly dataDir: string;
}

/** @param options which binaries, and settings of the server beside the usual ones of a test. */
export async function startTestCluster(
  options: Pick<EmbeddedOptions, 'binariesFrom' | 'settings'> = {},
): Promise<TestCluster> {
  await clearAway();
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  const settings = { max_connections: '300', ...options.settings };
  const cluster = await startEmbedded({ dataDir, log: () => {}, ...options, settings });
  const stop = async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...cluster, dataDir, stop, [Symbol.asyncDispose]: stop };
}

const prefix = 'countersign-test-';

async function clearAway() {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of folders) {
    if (isAlive(Number.parseInt(name.slice(prefix.length)))) continue;
    const dataDir = join(tmpdir(), name);
    await killServer(await openFolder(dataDir));
    await rm(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
