// Ids and fingerprints for the core, which has neither randomness nor hashing of its own.
import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Mint } from '../core/ids.ts';

export const mint: Mint = {
  id: () => randomUUIDv7(),
  fingerprint: (text) => createHash('sha256').update(text).digest('base64url'),
};
