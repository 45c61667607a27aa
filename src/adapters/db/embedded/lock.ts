/**
 * One data folder, one server. PostgreSQL's own postmaster.pid does not see a second container on the same
 * volume, and mistakes a stranger that got the old number for a running server. So the folder has a lock file
 * under flock(2): we take the lock on a descriptor, initdb and the server inherit that descriptor, and the kernel
 * frees it when the last process of the server is gone, however it died. Node has no flock, so the program of
 * util-linux, part of every Debian and Ubuntu, locks the descriptor that it is given.
 */
import type { FileHandle } from 'node:fs/promises';
import { type Account, openFor } from './account.ts';
import { wayOut } from './binaries.ts';
import type { Folder } from './folder.ts';
import { run } from './run.ts';

/** Waits at most `waitSeconds` for the lock. Undefined means that a server or an initdb still holds it. */
export async function takeLock(
  folder: Folder,
  account: Account,
  waitSeconds: number,
): Promise<FileHandle | undefined> {
  const handle = await openFor(account, folder.lock);
  const { code, output } = await flock(handle.fd, waitSeconds);
  if (code === 0) return handle;
  await handle.close();
  if (code === 1) return undefined;
  throw new Error(`The lock file ${folder.lock} cannot be locked: ${output}. ${wayOut}`);
}

async function flock(descriptor: number, waitSeconds: number) {
  return run(['flock', '--wait', String(waitSeconds), '3'], descriptor).catch(
    (cause: NodeJS.ErrnoException) => {
      const missing = 'The program flock (package util-linux) is missing';
      return { code: null, output: cause.code === 'ENOENT' ? missing : cause.message };
    },
  );
}
