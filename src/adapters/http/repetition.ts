// The Idempotency-Key of a write, with a fingerprint of what it asks for: the same key with other content is a mistake
// of the caller and answered with 422 (design 3.3, rule 10). The fingerprint covers method, address, body and If-Match.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../app/ports.ts';
import { Problem } from '../../core/problem.ts';
import { isWrite } from './origin.ts';

/** @throws Problem `invalid_field` for a key that is empty, too long, or not printable. */
export function repetitionOf(request: FastifyRequest): Caller['repetition'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !isWrite(request)) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem('invalid_field', {
      field: 'Idempotency-Key',
      detail: 'An Idempotency-Key has 1 to 255 printable characters without spaces.',
    });
  const asked = [request.method, request.url, request.headers['if-match'] ?? null, request.body ?? null];
  return { key, fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest('base64url') };
}
