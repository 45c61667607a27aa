// An access: one agreement, one edge from a consumer to a resource. It holds the latest request, the grants that are
// not over yet, and its standing. It never vanishes from history; deleting it ends it and leaves a tombstone.
// `nextDue` below is the only place that knows when an access needs attention again: sweepers read it as an index.
import { sameConsumer, type Consumer } from './consumer.ts';
import { isOver, liveGrant, shownGrant, type Grant } from './grant.ts';
import type { AccessId, GrantId, ResourceId } from './ids.ts';
import { isOpen, type Standing } from './machine.ts';
import { nextReminder } from './reminders.ts';
import { requestStateAt, type Request } from './request.ts';
import type { Instant } from './time.ts';

export interface Access {
  readonly id: AccessId;
  /** Rises with every change of this access; the ETag. 0 for one that is not stored yet. */
  readonly version: number;
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly standing: Standing;
  /** The latest request. */
  readonly request: Request | null;
  /** Grants that are not over, and the last one that was. */
  readonly grants: readonly Grant[];
  /** The grant whose beginning has been told to the world. */
  readonly announced: GrantId | null;
  /** The last reminder that was sent, about the end of a grant or about waiting. */
  readonly remindedAt: Instant | null;
  readonly createdAt: Instant;
  readonly deletedAt: Instant | null;
  /** Where an imported agreement came from. */
  readonly origin: string | null;
  readonly notes: Notes;
}

/** What an access carries beside its terms. Changing it is no change of what was agreed (design 3.3, rule 6). */
export interface Notes {
  readonly tags: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string>>;
  readonly individualAgreements: string | null;
  readonly nextReassessment: string | null;
}

export const noNotes: Notes = {
  tags: [],
  links: {},
  custom: {},
  individualAgreements: null,
  nextReassessment: null,
};

/** Whether the access leads from this consumer to this resource, which never changes. */
export function isSameEdge(access: Access, edge: Pick<Access, 'resource' | 'consumer'>): boolean {
  return access.resource === edge.resource && sameConsumer(access.consumer, edge.consumer);
}

/** The standing as it is now: what is granted or suspended is Expired once its last grant is over. */
export function standingAt(access: Access, now: Instant): Standing {
  const runs = access.standing === 'Granted' || access.standing === 'Suspended';
  return runs && access.grants.every((grant) => isOver(grant, now)) ? 'Expired' : access.standing;
}

/** The grant by which the consumer has access now; null when it has none. */
export function effectiveGrant(access: Access, now: Instant): Grant | null {
  return standingAt(access, now) === 'Granted' ? liveGrant(access.grants, now) : null;
}

/** The grant that runs now and ends without another one following it: the end that people want to be reminded of. */
export function endingGrant(
  access: Access,
  now: Instant,
): { from: Instant; until: Instant; id: GrantId } | null {
  const live = effectiveGrant(access, now);
  if (!live || live.until === null) return null;
  const { id, from, until } = live;
  const isFollowed = access.grants.some((grant) => grant.from === until && !isOver(grant, until));
  return isFollowed ? null : { id, from, until };
}

/** When the last of what is granted is over; null when it has no end, or when nothing runs. */
export function lastEnd(access: Access, now: Instant): Instant | null {
  const standing = standingAt(access, now);
  if (standing !== 'Granted' && standing !== 'Suspended') return null;
  const ends = access.grants.filter((grant) => !isOver(grant, now)).map((grant) => grant.until);
  return ends.some((end) => end === null) ? null : Math.max(...ends.map(Number));
}

/** The one word for where the agreement stands: its standing once something was granted, else its request's state. */
export function stateAt(access: Access, now: Instant): Standing | ReturnType<typeof requestStateAt> {
  const standing = standingAt(access, now);
  return standing === 'None' && access.request ? requestStateAt(access.request, now) : standing;
}

/** The request that waits for somebody, if one does. */
export function openRequest(access: Access, now: Instant): Request | null {
  return access.request && isOpen(requestStateAt(access.request, now)) ? access.request : null;
}

/** Roles and period as they are shown: granted ones where there is a grant, else what was asked. */
export function shownTerms(
  access: Access,
  now: Instant,
): { roles: readonly string[]; from: Instant | null; until: Instant | null } {
  const grant = shownGrant(access.grants, now);
  if (grant) return { roles: grant.roles, from: grant.from, until: grant.until };
  const ask = access.request?.ask;
  return { roles: ask?.roles ?? [], from: ask?.from ?? null, until: ask?.until ?? null };
}

/**
 * When the access needs attention next: a deadline, the beginning or end of a grant, a reminder. Null when never.
 * An instant in the past means that it is due now.
 */
export function nextDue(access: Access, now: Instant): Instant | null {
  const instants = [...requestDue(access, now), ...grantsDue(access, now)];
  return instants.length > 0 ? Math.min(...instants) : null;
}

function requestDue(access: Access, now: Instant): Instant[] {
  const { request } = access;
  if (!request || !isOpen(request.state)) return [];
  const reminder = nextReminder(
    { kind: 'waiting', from: request.askedAt, until: request.deadline },
    access.remindedAt,
    now,
  );
  return [request.deadline, request.ask.until, reminder].filter((instant) => instant !== null);
}

/** Whatever the sweepers did: as long as what was told is not what runs, there is something to tell now. */
function grantsDue(access: Access, now: Instant): Instant[] {
  if (access.standing !== 'Granted' && access.standing !== 'Suspended') return [];
  const running = access.grants.filter((grant) => !isOver(grant, now));
  if (running.length === 0) return [now];
  const lastEnd = Math.max(...running.map((grant) => grant.until ?? Number.POSITIVE_INFINITY));
  const expiry = Number.isFinite(lastEnd) ? [lastEnd] : [];
  if (access.standing === 'Suspended') return expiry;
  const live = liveGrant(running, now);
  const turns = running.map((grant) => (grant === live ? grant.until : grant.from));
  return [
    ...((live?.id ?? null) === access.announced ? [] : [now]),
    ...turns.filter((instant) => instant !== null),
    ...expiry,
    ...endReminder(access, now),
  ];
}

function endReminder(access: Access, now: Instant): Instant[] {
  const ending = endingGrant(access, now);
  const reminder = ending && nextReminder({ kind: 'ending', ...ending }, access.remindedAt, now);
  return reminder === null ? [] : [reminder];
}
