// The id of something that a call creates without naming it. A call that is repeated with its Idempotency-Key has to
// find what the first one made, so then the id follows from the caller, the key and the content; else it is a new one.
import type { Mint } from '../core/ids.ts';
import { actorOf } from '../core/principal.ts';
import type { Caller } from './ports.ts';

export function freshId(mint: Mint, { principal, repetition }: Caller): string {
  if (!repetition) return mint.id();
  const { type, id } = actorOf(principal);
  return mint.fingerprint(JSON.stringify([type, id, repetition.key, repetition.fingerprint]));
}
