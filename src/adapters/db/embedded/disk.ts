// The disk of the embedded database, watched. A full disk makes PostgreSQL stop with a PANIC, in the middle of whatever
// it does; so writes are refused while there is still room for what is under way, and reading goes on. The space is
// looked up every few seconds, because asking for every write would cost more than it tells.
import type { Milliseconds } from '../../../core/time.ts';
import { repeat, type Repeated } from '../../../app/repeat.ts';
import { freeDiskBytes } from './folder.ts';

/** As much as PostgreSQL may need for its write-ahead log (max_wal_size). */
export const leastFreeBytes = 256 * 1024 * 1024;

export interface Disk extends Repeated {
  /** True while nothing may be written. */
  isFull(): boolean;
}

export interface DiskEvents {
  /** Called when the disk becomes full, and again every minute while it is. */
  readonly alarm: (freeBytes: number) => void;
  readonly recovered: (freeBytes: number) => void;
  readonly failed: (error: unknown) => void;
}

/** Resolves after the first look. @param read how many bytes are free. */
export async function watchDisk(
  dataDir: string,
  events: DiskEvents,
  everyMs: Milliseconds = 5000,
  read: (dataDir: string) => Promise<number> = freeDiskBytes,
): Promise<Disk> {
  let full = false;
  let alarmedAt = -Infinity;
  const look = async () => {
    const free = await read(dataDir);
    const wasFull = full;
    full = free < leastFreeBytes;
    if (wasFull && !full) events.recovered(free);
    if (!full || performance.now() - alarmedAt < 60_000) return;
    alarmedAt = performance.now();
    events.alarm(free);
  };
  await look();
  const watching = repeat(everyMs, look, events.failed);
  return { isFull: () => full, stop: () => watching.stop() };
}
