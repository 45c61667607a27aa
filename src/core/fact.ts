// Facts: what happened, in the words that go into the log. A fact about an access carries the state before and after;
// free text travels apart from it, because the log keeps only a salted commitment of it while the text itself lies
// where it can be erased (design 3.3, rule 11).
import { shownTerms, standingAt, stateAt, type Access } from './access.ts';
import { isLive, isOver } from './grant.ts';
import type { GrantId } from './ids.ts';
import type { Standing } from './machine.ts';
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

/**
 * What an access amounts to, as an auditor wants to compare it. It is absolute: whoever has read the latest snapshot
 * of an access knows who has access by it at any later instant, until the next one, without reading what came before.
 */
export interface Snapshot {
  readonly state: string;
  readonly standing: Standing;
  readonly deleted: boolean;
  readonly roles: readonly string[];
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly request: string | null;
  /** Every grant that is not over. They give access while the standing is Granted, each in its period. */
  readonly grants: readonly GrantShown[];
}

export interface GrantShown {
  readonly id: GrantId;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly roles: readonly string[];
}

export function snapshot(access: Access, now: Instant): Snapshot {
  return {
    state: stateAt(access, now),
    standing: standingAt(access, now),
    deleted: access.deletedAt !== null,
    ...shownTerms(access, now),
    request: access.request?.state ?? null,
    grants: access.grants
      .filter((grant) => !isOver(grant, now))
      .map(({ id, from, until, roles }) => ({ id, from, until, roles })),
  };
}

/** The grant by which an access in this state lets its consumer in at an instant; null when none does. */
export function grantIn(shown: Snapshot | null, at: Instant): GrantShown | null {
  if (shown?.standing !== 'Granted') return null;
  return shown.grants.find((grant) => isLive(grant, at)) ?? null;
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
