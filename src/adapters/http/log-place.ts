// A place in the log as the id of a server-sent event: its position and the hash of the entry there, so that a client that
// comes back after a restore is not sent on from a place that means something else now.
import type { Place } from '../../app/log.ts';

export function idOf({ position, hash }: Place): string {
  return `${position}-${hash}`;
}

/** Null where the client sends no id, or none of ours. */
export function placeFrom(id: string | string[] | undefined): Place | null {
  const [, position, hash] = /^(\d{1,15})-([0-9a-f]{64})$/.exec([id].flat().at(-1) ?? '') ?? [];
  return position && hash ? { position: Number(position), hash } : null;
}
