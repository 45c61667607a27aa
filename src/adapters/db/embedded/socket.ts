/**
 * Chooses the folder of the server's unix socket. It is the only door, and whoever may open it is the database's
 * superuser, so it belongs to the server's account alone (0700) and is refused when a stranger made it first. The
 * address of a unix socket has at most 107 bytes, and some mounted file systems know no sockets, so a folder with
 * a short path stands ready where the data folder does not do.
 */
import { lstat, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, give } from './account.ts';
import { wayOut } from './binaries.ts';
import type { Folder } from './folder.ts';

/** The port is only part of the socket's file name; nothing listens on a network. */
export const port = 5432;

/**
 * Makes, clears and gives back the first folder that does; `preferred` is tried before all others. Call it only with
 * the folder's lock: it throws away what a server that crashed left there.
 */
export async function makeSocketFolder(
  folder: Folder,
  account: Account,
  preferred?: string,
): Promise<string> {
  const usual = [join(folder.root, 'socket'), join(tmpdir(), folder.cluster), join('/tmp', folder.cluster)];
  for (const path of preferred ? [preferred, ...usual] : usual)
    if (fits(path) && (await isOurs(path, account)) && (await takesSockets(path))) return cleared(path);
  throw new Error(`None of the folders ${usual.join(', ')} can hold PostgreSQL's socket. ${wayOut}`);
}

function fits(path: string): boolean {
  return Buffer.byteLength(join(path, `.s.PGSQL.${port}`)) <= 107;
}

async function isOurs(path: string, account: Account): Promise<boolean> {
  try {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made) await give(path, account);
    const found = await lstat(path);
    return found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

async function takesSockets(path: string): Promise<boolean> {
  const address = join(path, '.trial');
  await rm(address, { force: true });
  const server = createServer().listen(address);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** PostgreSQL refuses to start when its lock beside the socket names a process that lives, whoever that is by now. */
async function cleared(path: string): Promise<string> {
  for (const ending of ['', '.lock']) await rm(join(path, `.s.PGSQL.${port}${ending}`), { force: true });
  return path;
}
