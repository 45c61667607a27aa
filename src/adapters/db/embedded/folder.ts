/**
 * The data folder: PostgreSQL's own folder `pg` and, beside it, what belongs to its running: the lock, the
 * server's log, the socket. The root of it may be entered by everybody and listed by nobody else (0711), because
 * PostgreSQL may have to run as another user than we do; everything inside is closed by its own mode.
 */
import { mkdir, realpath, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface Folder {
  root: string;
  /** PostgreSQL's data directory. */
  data: string;
  lock: string;
  log: string;
  /**
   * Names this folder in the titles of all its server processes, so that they are found without asking for
   * rights on them. Device and inode say which folder it is, whatever path or container it is seen from.
   */
  cluster: string;
}

/** Makes the folder when it is missing. */
export async function openFolder(dataDir: string): Promise<Folder> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 }).catch((cause: Error) => {
    throw new Error(`The data folder ${resolve(dataDir)} cannot be made: ${cause.message}.`, { cause });
  });
  const root = await realpath(dataDir);
  const { dev, ino } = await stat(root, { bigint: true });
  return {
    root,
    data: join(root, 'pg'),
    lock: join(root, 'lock'),
    log: join(root, 'postgres.log'),
    cluster: `countersign-${dev}-${ino}`,
  };
}

/** Bytes that may still be written where the folder lies. A full disk makes PostgreSQL stop with a PANIC. */
export async function freeDiskBytes(dataDir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dataDir);
  return bavail * bsize;
}
