// Facts: what happened, in the words that go into the log. A fact about an access carries the state before and after;
// free text travels apart from it, because the log keeps only a salted commitment of it while the text itself lies
// where it can be erased (design 3.3, rule 11).
import { shownTerms, stateAt, type Access } from './access.ts';
import type { Instant } from './time.ts';

export const accessFactTypes = [
  'request.filed',
  'request.semi_granted',
  'request.granted',
  'request.rejected',
  'request.withdrawn',
  'request.expired',
  'request.allow_void',
  'request.waiting',
  'access.activated',
  'access.deactivated',
  'access.suspended',
  'access.resumed',
  'access.revoked',
  'access.expired',
  'access.shortened',
  'access.expiring',
  'access.updated',
  'access.deleted',
  'access.imported',
] as const;

export type AccessFactType = (typeof accessFactTypes)[number];

export interface Fact {
  readonly type: AccessFactType;
  readonly before: Snapshot | null;
  readonly after: Snapshot;
  /** Machine facts: ids, verdicts, instants. Never free text, never a name or an address. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Free text of people, by field. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What an access amounts to, as an auditor wants to compare it. */
export interface Snapshot {
  readonly state: string;
  readonly roles: readonly string[];
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly request: string | null;
}

export function snapshot(access: Access, now: Instant): Snapshot {
  return { state: stateAt(access, now), ...shownTerms(access, now), request: access.request?.state ?? null };
}

/** A fact about what an act made of an access. */
export function fact(
  type: AccessFactType,
  before: Access | null,
  after: Access,
  now: Instant,
  data: Record<string, unknown> = {},
  texts: Record<string, string | null> = {},
): Fact {
  const said = Object.entries(texts).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== '',
  );
  return {
    type,
    before: before && snapshot(before, now),
    after: snapshot(after, now),
    data,
    texts: Object.fromEntries(said),
  };
}
