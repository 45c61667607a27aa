// Random tokens: the text of API keys, sessions and one-time links. 32 random bytes cannot be guessed, so one round of
// SHA-256 is enough to store them: a slow hash protects what people choose, and would cost every single call.
import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '../app/identity.ts';

export const tokens: Tokens = {
  fresh: (prefix) => `${prefix}${randomBytes(32).toString('base64url')}`,
  digest: (token) => createHash('sha256').update(token).digest(),
};
