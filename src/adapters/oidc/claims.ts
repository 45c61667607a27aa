// Claims as providers send them, read with distrust: whatever is not of the expected kind counts as not said. Groups come
// as a list, as one word, or nested (`realm_access.roles`); a claim that is missing means no groups, because that is how
// most providers say it, except where the provider says that there are too many to tell (a distributed claim).
import type { Vouched } from '../../core/identity-provider.ts';

export type Claims = Readonly<Record<string, unknown>>;

export interface Reading {
  readonly issuer: string;
  readonly subject: string;
  readonly groupsClaim: string;
  readonly trustsEmail: boolean;
}

export function vouchedFrom(claims: Claims, { issuer, subject, groupsClaim, trustsEmail }: Reading): Vouched {
  const email = textFrom(claims['email'], 254);
  const verified = claims['email_verified'];
  return {
    issuer,
    subject,
    email: email !== null && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email) ? email : null,
    emailVerified: verified === true || verified === 'true' || (verified === undefined && trustsEmail),
    name: textFrom(claims['name'], 200),
    groups: isTooMany(claims, groupsClaim) ? null : (groupsFrom(claims, groupsClaim) ?? []),
  };
}

/** Undefined where the claim is missing. */
export function groupsFrom(claims: Claims, claim: string): string[] | undefined {
  const value = claims[claim] ?? nested(claims, claim.split('.'));
  if (value === undefined || value === null) return undefined;
  const words = [value].flat().flatMap((one) => textFrom(one, 500) ?? []);
  return [...new Set(words)].sort().slice(0, most);
}

const most = 5000;

function nested(claims: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Claims)[part] : undefined),
    claims,
  );
}

function isTooMany(claims: Claims, claim: string): boolean {
  const elsewhere = claims['_claim_names'];
  return typeof elsewhere === 'object' && elsewhere !== null && claim in elsewhere;
}

function textFrom(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  // PostgreSQL keeps no NUL in a text.
  return text === '' || text.length > longest || text.includes('\0') ? null : text;
}
