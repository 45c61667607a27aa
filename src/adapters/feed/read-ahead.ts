// Reading ahead: whoever has got a full batch will ask for the one after it as soon as it is handled, so that one is read
// meanwhile. Only what is full is handed out, because it will never be anything else; what is not full yet is read anew
// when it is asked for, so nobody hears of the present a moment late. It is kept for few and not for long: somebody who
// does not come back costs one batch.
import { second, type Milliseconds } from '../../core/time.ts';

export interface ReadAhead<Batch> {
  /** Reads what follows an event, unless enough is read ahead already. */
  prepare(lastEventId: string): void;
  /** The full batch after an event, where it was prepared; else null. */
  take(lastEventId: string): Promise<Batch | null>;
}

/** @param read what follows an event. If it fails, whoever asks for the batch will find out for themselves. */
export function readAhead<Batch extends { readonly full: boolean }>(
  read: (lastEventId: string) => Promise<Batch>,
  { most = 4, keptMs = 10 * second }: { most?: number; keptMs?: Milliseconds } = {},
): ReadAhead<Batch> {
  const kept = new Map<string, { batch: Promise<Batch | null>; timer: NodeJS.Timeout }>();
  return {
    prepare(lastEventId) {
      if (kept.has(lastEventId) || kept.size >= most) return;
      const batch = read(lastEventId).then(
        (one) => (one.full ? one : null),
        () => null,
      );
      const timer = setTimeout(() => kept.delete(lastEventId), keptMs).unref();
      kept.set(lastEventId, { batch, timer });
    },
    async take(lastEventId) {
      const found = kept.get(lastEventId);
      if (!found) return null;
      clearTimeout(found.timer);
      kept.delete(lastEventId);
      return found.batch;
    },
  };
}
