/**
 * Makes PostgreSQL's data directory. It is made under another name and renamed when it is complete, so that a
 * first start that was killed leaves nothing that looks like a database. Locale and encoding are fixed, since
 * initdb would otherwise take them from the environment (a bare container gives SQL_ASCII), and shared memory
 * is mapped from files, since /dev/shm is small in containers.
 */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { type Account, give } from './account.ts';
import { type Binaries, wayOut } from './binaries.ts';
import type { Folder } from './folder.ts';
import { run } from './run.ts';

export const superuser = 'postgres';

/** Makes the cluster when there is none. Call it only with the folder's lock, whose descriptor initdb inherits. */
export async function ensureCluster(
  folder: Folder,
  account: Account,
  binaries: Binaries,
  lock: number,
): Promise<void> {
  const made = await clusterVersion(folder);
  if (made === undefined) await makeCluster(folder, account, binaries, lock);
  else if (made !== major(account)) throw new Error(otherMajor(folder, made, account));
  else await give(folder.data, account);
}

function major({ version }: Account): string {
  return /^\d+/.exec(version)?.[0] ?? version;
}

function otherMajor({ data }: Folder, made: string, account: Account): string {
  const fix = 'Make a backup with the release that made it and restore that with this one.';
  return `The folder ${data} holds a database of PostgreSQL ${made}, and this is PostgreSQL ${major(account)}. ${fix}`;
}

/** The major version that made the data directory; undefined when there is none. */
async function clusterVersion({ data }: Folder): Promise<string | undefined> {
  try {
    return (await readFile(`${data}/PG_VERSION`, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeCluster(folder: Folder, account: Account, { initdb }: Binaries, lock: number) {
  const unfinished = `${folder.data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await give(unfinished, account);
  const { code, output } = await run(
    [...account.prefix, initdb, '-D', unfinished, ...choices(account)],
    lock,
  );
  if (code !== 0)
    throw new Error(`PostgreSQL could not make a database in ${folder.root}:\n${output}\n${wayOut}`);
  await rename(unfinished, folder.data);
  await using root = await open(folder.root);
  await root.sync();
}

function choices(account: Account): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale=C',
    ...(Number(major(account)) >= 17 ? builtin : []),
    // Whoever reaches the socket is let in, and only the server's own account and root can; see start.ts.
    '--auth-local=trust',
    '--auth-host=reject',
    '-c',
    'dynamic_shared_memory_type=mmap',
    '-c',
    'timezone=UTC',
    '-c',
    'log_timezone=UTC',
  ];
}
