/**
 * Finds and ends the processes of one folder's server. Every backend of PostgreSQL is the leader of its own
 * process group and runs on for a while when the postmaster is killed, so neither the group nor the parent leads
 * to all of them; their titles do, because they carry the folder's cluster name, and titles may be read without
 * any right on the process. Processes of another container are not seen here, and so never signalled.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Folder } from './folder.ts';

export interface ServerProcess {
  pid: number;
  /** True for the postmaster, and for a few milliseconds for a child that it has just forked. */
  isPostmaster: boolean;
}

/** All processes of the folder's server that live on this side of a container's wall. */
export async function processesOf({ cluster }: Folder): Promise<ServerProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = pids.map(async (pid) => {
    const title = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
    const isPostmaster = title.split('\0').includes(`cluster_name=${cluster}`);
    return isPostmaster || title.startsWith(`postgres: ${cluster}: `) ? [{ pid, isPostmaster }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Ends all of them with SIGKILL, as a crash does, and returns when none is left. */
export async function killServer(folder: Folder): Promise<void> {
  for (let left = await processesOf(folder); left.length > 0; left = await processesOf(folder)) {
    for (const { pid } of left) signal(pid, 'SIGKILL');
    await delay(5);
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** What a server wrote about itself into postmaster.pid: first its pid, in line 4 the port, in line 5 the socket. */
export async function readPostmaster({
  data,
}: Folder): Promise<{ pid: number; socketDir: string } | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketDir] = text.split('\n');
  return socketDir ? { pid: Number(pid), socketDir } : undefined;
}
