// ETag and If-Match: the version of an access, and nothing else (design 3.3, rule 10). `*` means that it has to exist.
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../core/problem.ts';

export function etag(version: number): string {
  return `"${version}"`;
}

/** The version that the caller saw; null when it did not say. */
export function ifMatch(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new Problem('version_mismatch', { detail: 'This ETag is none of ours.', field: 'If-Match' });
  return Number(version);
}
