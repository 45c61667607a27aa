/**
 * The server's own log, a file in the data folder. The server appends to it directly, so that it goes on when
 * we are killed; for the same reason nobody else rotates it, and we keep it below a few megabytes by copying and
 * emptying it (a writer in append mode goes on at the new end; lines of that very moment may be lost).
 */
import { constants, copyFile, rm } from 'node:fs/promises';
import { type Account, openFor } from './account.ts';
import type { Folder } from './folder.ts';

export interface ServerLog {
  descriptor: number;
  /** Bytes in the file now. */
  size(): Promise<number>;
  /** Moves a log that grew beyond `limitBytes` to `postgres.log.1`, over the one before it. */
  trim(): Promise<void>;
  /** The last lines after the first `start` bytes, for the message of a start that failed. */
  linesAfter(start: number): Promise<string>;
  close(): Promise<void>;
}

export async function openLog(folder: Folder, account: Account, limitBytes = 4_000_000): Promise<ServerLog> {
  const handle = await openFor(account, folder.log);
  const size = async () => (await handle.stat()).size;
  return {
    descriptor: handle.fd,
    size,
    async trim() {
      if ((await size()) <= limitBytes) return;
      await rm(`${folder.log}.1`, { force: true });
      await copyFile(folder.log, `${folder.log}.1`, constants.COPYFILE_EXCL);
      await handle.truncate();
    },
    async linesAfter(start) {
      const tail = Buffer.alloc(8192);
      const { bytesRead } = await handle.read(
        tail,
        0,
        tail.length,
        Math.max(start, (await size()) - tail.length),
      );
      return tail.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-15).join('\n');
    },
    close: () => handle.close(),
  };
}
