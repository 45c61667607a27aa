// Who is told what: one table of event × side × channel, and who stands on which side. A notice is derived from a fact of
// the log and from how things stand when it is told, so that whoever is asked to act still can. Rules here say who; the
// words are in notice-words.ts, and how a notice travels is the business of adapters.
import { ownersAndApprovers, awaiting } from './deciders.ts';
import type { Consumer } from './consumer.ts';
import type { PersonId, RequestId, ResourceId, TeamId } from './ids.ts';
import { inboxSides } from './inbox.ts';
import { isOpen } from './machine.ts';
import type { Actor } from './principal.ts';
import { requestStateAt, type Request } from './request.ts';
import { consumerRoster, ownerRoster, type Situation } from './situation.ts';
import { ownersOf } from './team.ts';
import type { Instant, Milliseconds } from './time.ts';

/** Where a notice goes: the list in the app, the person's mailbox, the channels of the side's team. */
export type NoticeChannel = 'app' | 'mail' | 'team';

/**
 * `deciders`: who can do something about it now. `owners`: everybody who could have decided. `requesters`: who asked,
 * and the team that gets access. `above`: owners, when nobody below has acted.
 */
export type NoticeSide = 'deciders' | 'requesters' | 'owners' | 'above';

type Row = Partial<Record<NoticeSide, readonly NoticeChannel[]>>;

const all = ['app', 'mail', 'team'] as const;
const quietly = ['app'] as const;

/** What people are told of. The names are those of the log, but for `request.last_call`, which is the last reminder. */
export const noticeTable = {
  'request.filed': { deciders: all, owners: ['app', 'team'] },
  'request.semi_granted': { deciders: all, owners: quietly, requesters: quietly },
  'request.granted': { requesters: all, owners: all },
  'request.rejected': { requesters: all, owners: all },
  'request.withdrawn': { requesters: quietly, owners: ['app', 'team'] },
  'request.expired': { requesters: all, owners: ['app', 'team'] },
  'request.allow_void': { deciders: all, owners: quietly, requesters: quietly },
  'request.waiting': { deciders: all },
  'request.last_call': { deciders: all, above: all, requesters: quietly },
  'access.activated': { requesters: all, owners: quietly },
  'access.deactivated': { requesters: quietly },
  'access.suspended': { requesters: all, owners: all },
  'access.resumed': { requesters: all, owners: all },
  'access.revoked': { requesters: all, owners: all },
  'access.shortened': { requesters: all, owners: ['app', 'team'] },
  'access.expiring': { requesters: all, owners: quietly },
  'access.expired': { requesters: all, owners: ['app', 'team'] },
  'provisioning.failed': { requesters: all, owners: all },
  'provisioning.deprovisioning_failed': { owners: all },
} as const satisfies Record<string, Row>;

export type NoticeEvent = keyof typeof noticeTable;

/** The fact, as the log has it. */
export interface Told {
  readonly type: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
  readonly after: {
    readonly state: string;
    readonly roles: readonly string[];
    readonly from: Instant | null;
    readonly until: Instant | null;
  } | null;
}

/** What is kept of a notice: ids, states and instants, never a name or a word that somebody wrote. */
export interface NoticeBody {
  readonly event: NoticeEvent;
  readonly side: NoticeSide;
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly request: RequestId | null;
  readonly actor: Actor;
  readonly state: string | null;
  readonly roles: readonly string[];
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** How long it is to be from the grant on, where that was asked. */
  readonly duration: Milliseconds | null;
  /** Until when an open request has to be decided. */
  readonly deadline: Instant | null;
  /** Who must act next; null when nobody has to. */
  readonly next: { readonly people: readonly PersonId[]; readonly system: string | null } | null;
}

export interface Addressed {
  readonly recipient: `person:${string}` | `team:${string}`;
  readonly channels: readonly Exclude<NoticeChannel, 'team'>[];
  readonly body: NoticeBody;
}

/** Whether an entry of the log can be told at all. */
export function isTold(type: string): boolean {
  return type in noticeTable;
}

/** The same with the one whose verdict it was: what is granted at once is the system's doing, whoever filed it. */
function byDecider(told: Told): Told {
  const decision = told.data['decision'] as { readonly by: Actor } | undefined;
  return decision ? { ...told, actor: decision.by } : told;
}

/** The notices that a fact gives as things stand now, each recipient once. */
export function noticesOf(fact: Told, s: Situation, now: Instant): Addressed[] {
  const told = byDecider(fact);
  const event = eventOf(told, s);
  if (!event || (event === 'request.filed' && !openFor(told, s, now))) return [];
  const row: Row = noticeTable[event];
  const body = bodyOf(told, s, event, now);
  const found = new Map<Addressed['recipient'], Addressed>();
  for (const side of ['deciders', 'requesters', 'above', 'owners'] as const) {
    const channels = row[side];
    if (!channels) continue;
    const personal = channels.filter((channel) => channel !== 'team');
    for (const { person, alone } of peopleOn(side, told, s, now)) {
      const recipient = `person:${person}` as const;
      // Whoever has done it knows; in a side of one it is kept for the record.
      const kept = alone ? personal.filter((channel) => channel === 'app') : personal;
      if (!found.has(recipient)) found.set(recipient, { recipient, channels: kept, body: { ...body, side } });
    }
    if (!channels.includes('team')) continue;
    for (const team of teamsOn(side, s, now)) {
      const recipient = `team:${team}` as const;
      if (!found.has(recipient)) found.set(recipient, { recipient, channels: [], body: { ...body, side } });
    }
  }
  return [...found.values()];
}

function eventOf({ type, at, actor, data }: Told, { access }: Situation): NoticeEvent | null {
  if (!isTold(type)) return null;
  // What a new request has replaced is no news beside it, and a grant says itself that it begins at once.
  if (data['supersededBy'] !== undefined) return null;
  if (type === 'access.activated' && actor.type !== 'system') return null;
  if (type === 'access.activated' && access.request?.closedAt === at) return null;
  if (type === 'request.waiting' && isLastCall(access.request, at)) return 'request.last_call';
  return type as NoticeEvent;
}

/** The last tenth of the time that a request has. */
function isLastCall(request: Request | null, at: Instant): boolean {
  return request !== null && at - request.askedAt >= 0.9 * (request.deadline - request.askedAt) - 1;
}

function bodyOf(told: Told, s: Situation, event: NoticeEvent, now: Instant): NoticeBody {
  const { access } = s;
  const request = (told.data['request'] as RequestId | undefined) ?? access.request?.id ?? null;
  const open = openFor(told, s, now);
  const waits = open && awaiting(s, open);
  return {
    event,
    side: 'owners',
    resource: s.resource.id,
    consumer: s.consumer,
    request,
    actor: told.actor,
    state: told.after?.state ?? null,
    roles: (told.data['roles'] as readonly string[] | undefined) ?? told.after?.roles ?? [],
    from: instantIn(told, 'from'),
    until: instantIn(told, 'until'),
    duration: (told.data['duration'] as Milliseconds | null | undefined) ?? null,
    deadline: open?.deadline ?? null,
    next: waits && { people: waits.people, system: waits.system },
  };
}

function instantIn(told: Told, name: 'from' | 'until'): Instant | null {
  return (told.data[name] as Instant | null | undefined) ?? told.after?.[name] ?? null;
}

/** The request that the fact is about, if it still waits for somebody. */
function openFor({ data }: Told, { access: { request } }: Situation, now: Instant): Request | null {
  if (!request || (data['request'] !== undefined && data['request'] !== request.id)) return null;
  return isOpen(requestStateAt(request, now)) ? request : null;
}

/** The people of a side, without whoever did it themself, unless they are alone there. */
function peopleOn(side: NoticeSide, told: Told, s: Situation, now: Instant) {
  const people = [...new Set(everybodyOn(side, told, s, now))];
  const others = people.filter((person) => person !== told.actor.person);
  return others.length > 0
    ? others.map((person) => ({ person, alone: false }))
    : people.map((person) => ({ person, alone: true }));
}

function everybodyOn(side: NoticeSide, told: Told, s: Situation, now: Instant): readonly PersonId[] {
  const open = openFor(told, s, now);
  switch (side) {
    case 'deciders':
      return open ? awaiting(s, open).people : [];
    case 'owners':
      return ownersAndApprovers(s);
    case 'requesters': {
      const asker = s.access.request?.asker?.person;
      const members = consumerRoster(s)?.people.filter(({ direct }) => direct) ?? [];
      return [
        ...(asker ? [asker] : []),
        ...(s.consumer.kind === 'person' ? [s.consumer.id] : []),
        ...members.map(({ person }) => person),
      ];
    }
    case 'above':
      return open ? peopleAbove(s, awaiting(s, open).people) : [];
  }
}

/** The owners; where they are asked already, those of the team above. */
function peopleAbove(s: Situation, asked: readonly PersonId[]): readonly PersonId[] {
  const roster = ownerRoster(s);
  const owners = ownersOf(roster).filter((person) => !asked.includes(person));
  if (owners.length > 0 || !roster?.parent) return owners;
  return ownersOf(s.rosters.get(roster.parent)).filter((person) => !asked.includes(person));
}

function teamsOn(side: NoticeSide, s: Situation, now: Instant): readonly TeamId[] {
  const { request } = s.access;
  switch (side) {
    case 'deciders':
      return request && isOpen(requestStateAt(request, now))
        ? inboxSides(s).flatMap((one) => (one.startsWith('team:') ? [one.slice(5) as TeamId] : []))
        : [];
    case 'requesters':
      return s.consumer.team === null ? [] : [s.consumer.team];
    case 'owners':
    case 'above':
      return [s.resource.owner];
  }
}
