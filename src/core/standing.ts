// Acts on a standing access: suspend, resume, revoke, end earlier, drop roles, write notes, delete; and withdrawing
// what is asked. Who may is decided by side: suspending and resuming belong to the owner side, ending is open to both,
// withdrawing to the consumer's. Each `may…` is the same function that computes the available actions.
import { effectiveGrant, openRequest, standingAt, type Access, type Notes } from './access.ts';
import { maySpeakFor, sideOf } from './consumer.ts';
import { hasPart, isOwnerSide } from './deciders.ts';
import { fact, type AccessFactType } from './fact.ts';
import { endAll, isOver, liveGrant, type Grant } from './grant.ts';
import { nextStanding, type Standing, type StandingAct } from './machine.ts';
import { mayWrite, system } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import { consumerRoster, gone, unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import type { Instant } from './time.ts';

/** Stops the access for now. It binds the consumer's side like a refusal until a person grants again. */
export function suspend(s: Situation, comment: string | null, act: Act): Outcome | Refused {
  if (isOwnerSide(s, act.by) && standingAt(s.access, act.now) === 'Suspended')
    return mayWrite(act.by) ?? unchanged(s.access);
  return (
    maySuspend(s, act) ??
    move(s, 'suspend', 'access.suspended', act, comment, { side: sideOf(s.consumer), binds: true })
  );
}

export function maySuspend(s: Situation, act: Act): Refused | undefined {
  return mayWrite(act.by) ?? ownerSide(s, act) ?? reachable(s, 'suspend', act.now);
}

/**
 * Lets a suspended access run again. Whoever asked for it takes no part in that. It is no new grant, so it frees
 * nobody whom this or another refusal binds (design 3.3, rule 5).
 */
export function resume(s: Situation, comment: string | null, act: Act): Outcome | Refused {
  const no = mayResume(s, act);
  if (no) return no;
  const moved = move(s, 'resume', 'access.resumed', act, comment, null);
  const live = effectiveGrant(moved.access, act.now);
  return live ? { ...moved, access: { ...moved.access, announced: live.id } } : moved;
}

export function mayResume(s: Situation, act: Act): Refused | undefined {
  return (
    mayWrite(act.by) ?? ownerSide(s, act) ?? hadPart(s, act) ?? reachable(s, 'resume', act.now) ?? gone(s)
  );
}

/**
 * Ends the access before its time, by either side. The consumer's side thereby also withdraws what it still asks, and
 * before anything is granted that is all there is to end; the owner's side binds it, so that nothing automatic brings
 * the access back.
 */
export function revoke(s: Situation, comment: string | null, act: Act): Outcome | Refused {
  if (isOnlyAsked(s, act)) return withdraw(s, comment, act);
  const no = mayRevoke(s, act);
  if (no) return no;
  return endNow(s, comment, act, isGivingBack(s, act) ? 'consumer' : 'owner');
}

export function mayRevoke(s: Situation, act: Act): Refused | undefined {
  return isOnlyAsked(s, act) ? mayWithdraw(s, act) : mayEnd(s, act);
}

function isOnlyAsked(s: Situation, act: Act): boolean {
  return s.access.standing === 'None' && openRequest(s.access, act.now) !== null && !consumerSide(s, act);
}

/** Ends everything because the resource or the consumer is gone, or a person left. Nobody asks for permission here. */
export function endBecauseGone(s: Situation, reason: string, now: Instant): Outcome {
  const act: Act = { by: system, now, channel: 'system' };
  const withdrawn = openRequest(s.access, now) ? withdrawOpen(s, act, null, { reason }) : unchanged(s.access);
  if (reachable({ ...s, access: withdrawn.access }, 'revoke', now)) return withdrawn;
  const ended = move({ ...s, access: withdrawn.access }, 'revoke', 'access.revoked', act, null, null, {
    reason,
  });
  return { ...ended, facts: [...withdrawn.facts, ...ended.facts] };
}

/** Takes back what is asked, by the consumer's side. */
export function withdraw(s: Situation, comment: string | null, act: Act): Outcome | Refused {
  if (s.access.request?.state === 'Withdrawn' && !consumerSide(s, act))
    return mayWrite(act.by) ?? unchanged(s.access);
  return mayWithdraw(s, act) ?? withdrawOpen(s, act, comment, {});
}

export function mayWithdraw(s: Situation, act: Act): Refused | undefined {
  return (
    mayWrite(act.by) ??
    consumerSide(s, act) ??
    (openRequest(s.access, act.now) ? undefined : refused('no_request'))
  );
}

/**
 * Ends earlier than granted, or keeps fewer roles: needs nobody and acts at once (design 3.3, rule 6). From then on
 * what was asked is more than what is granted, so the same ask is a new one; and where the owner side did it, it binds
 * like any taking away. A grant that would keep no role ends, because a target reads "no roles" as its default ones.
 */
export function narrow(
  s: Situation,
  to: { until: Instant | null; roles: readonly string[] | null },
  comment: string | null,
  act: Act,
): Outcome | Refused {
  const no = mayNarrow(s, act);
  if (no) return no;
  const grants = s.access.grants.map((grant) => narrowed(grant, to, act.now));
  if (grants.every((grant) => isOver(grant, act.now))) return revoke(s, comment, act);
  if (JSON.stringify(grants) === JSON.stringify(s.access.grants)) return unchanged(s.access);
  const { request } = s.access;
  const access: Access = {
    ...s.access,
    grants,
    request: request?.state === 'Granted' ? { ...request, fingerprint: '' } : request,
  };
  return {
    access,
    closed: null,
    facts: [fact('access.shortened', s.access, access, act.now, {}, { comment })],
    refusal: isGivingBack(s, act) ? null : { side: sideOf(s.consumer), binds: true },
  };
}

function narrowed(
  grant: Grant,
  to: { until: Instant | null; roles: readonly string[] | null },
  now: Instant,
): Grant {
  if (isOver(grant, now)) return grant;
  const roles = to.roles ? grant.roles.filter((role) => to.roles!.includes(role)) : grant.roles;
  if (roles.length === 0 && grant.roles.length > 0) return endAll([grant], now)[0]!;
  return { ...(to.until === null ? grant : endAll([grant], to.until)[0]!), roles };
}

export function mayNarrow(s: Situation, act: Act): Refused | undefined {
  return mayEnd(s, act);
}

/** Writes tags, links, custom fields and agreements. That is no change of what was agreed. */
export function annotate(s: Situation, notes: Notes, act: Act): Outcome | Refused {
  const no = mayWrite(act.by) ?? (isParty(s, act) ? undefined : refused('not_a_party'));
  if (no) return no;
  const changed = (Object.keys(notes) as (keyof Notes)[]).filter(
    (field) => !sameNote(notes[field], s.access.notes[field]),
  );
  if (changed.length === 0) return unchanged(s.access);
  const access: Access = { ...s.access, notes };
  return {
    access,
    closed: null,
    facts: [fact('access.updated', s.access, access, act.now, { changed }, { notes: JSON.stringify(notes) })],
    refusal: null,
  };
}

/** The order of keys is no difference: other people's stores do not keep it. */
function sameNote(one: Notes[keyof Notes], other: Notes[keyof Notes]): boolean {
  return plainNote(one) === plainNote(other);
}

function plainNote(note: Notes[keyof Notes]): string {
  const isRecord = note !== null && typeof note === 'object' && !Array.isArray(note);
  return JSON.stringify(note, isRecord ? Object.keys(note).sort() : null);
}

/** Ends the access and leaves a tombstone. */
export function remove(s: Situation, act: Act): Outcome | Refused {
  const no = mayRemove(s, act);
  if (no) return no;
  if (s.access.deletedAt !== null) return unchanged(s.access);
  const side = isGivingBack(s, act) ? 'consumer' : 'owner';
  const withdrawn = openRequest(s.access, act.now) ? withdrawOpen(s, act, null, {}) : unchanged(s.access);
  const now: Situation = { ...s, access: withdrawn.access };
  const ended = reachable(now, 'revoke', act.now) ? withdrawn : endNow(now, null, act, side);
  const access: Access = { ...ended.access, deletedAt: act.now };
  const facts = [
    ...withdrawn.facts,
    ...(ended === withdrawn ? [] : ended.facts),
    fact('access.deleted', ended.access, access, act.now),
  ];
  // Whatever the owner side puts away, waiting or granted, is a refusal.
  const refusal: Outcome['refusal'] =
    side === 'owner' && ended.facts.length > 0 ? { side: sideOf(s.consumer), binds: true } : null;
  return { access, closed: null, facts, refusal };
}

/** Deleting what runs is ending it, and only who may end it may do so. */
export function mayRemove(s: Situation, act: Act): Refused | undefined {
  return reachable(s, 'revoke', act.now)
    ? (mayWrite(act.by) ?? (isParty(s, act) ? undefined : refused('not_a_party')))
    : mayEnd(s, act);
}

/** Whether the principal belongs to either side. */
export function isParty(s: Situation, act: Act): boolean {
  return !consumerSide(s, act) || isOwnerSide(s, act.by);
}

function mayEnd(s: Situation, act: Act): Refused | undefined {
  const party = isGivingBack(s, act) || isOwnerSide(s, act.by) ? undefined : refused('not_a_party');
  return mayWrite(act.by) ?? party ?? reachable(s, 'revoke', act.now);
}

/** Giving back, as the consumer's side does it, in contrast to taking away. An organization's key gives back what it filed. */
function isGivingBack(s: Situation, act: Act): boolean {
  if (act.by.type === 'organization-key') return s.access.request?.asker?.id === act.by.id;
  return !consumerSide(s, act);
}

function consumerSide(s: Situation, act: Act): Refused | undefined {
  return maySpeakFor(s.consumer, act.by, consumerRoster(s));
}

function ownerSide(s: Situation, act: Act): Refused | undefined {
  return isOwnerSide(s, act.by) ? undefined : refused('not_the_owner_side');
}

/** Whoever asked for what runs, or for what is asked now, takes no part in letting it run again. */
function hadPart(s: Situation, act: Act): Refused | undefined {
  const askers = [
    s.access.request?.asker ?? null,
    ...s.access.grants.filter((grant) => !isOver(grant, act.now)).map((grant) => grant.asker),
  ];
  return askers.map((asker) => hasPart(s.consumer, asker, act.by)).find((no) => no !== undefined);
}

function reachable(s: Situation, act: StandingAct, now: Instant): Refused | undefined {
  const standing = standingAt(s.access, now);
  return nextStanding(act, standing)
    ? undefined
    : refused(
        'wrong_state',
        standing === 'None'
          ? { en: 'Nothing has been granted yet.', de: 'Noch ist nichts gewährt.' }
          : { en: `The access is ${standing}.`, de: `Der Zugang ist ${inGerman[standing]}.` },
      );
}

function endNow(s: Situation, comment: string | null, act: Act, by: 'owner' | 'consumer'): Outcome {
  const withdrawn =
    by === 'consumer' && openRequest(s.access, act.now)
      ? withdrawOpen(s, act, null, {})
      : unchanged(s.access);
  const refusal: Outcome['refusal'] = by === 'owner' ? { side: sideOf(s.consumer), binds: true } : null;
  const ended = move({ ...s, access: withdrawn.access }, 'revoke', 'access.revoked', act, comment, refusal, {
    side: by,
  });
  return { ...ended, facts: [...withdrawn.facts, ...ended.facts] };
}

function move(
  s: Situation,
  what: StandingAct,
  type: AccessFactType,
  act: Act,
  comment: string | null,
  refusal: Outcome['refusal'],
  data: Record<string, unknown> = {},
): Outcome {
  const standing = nextStanding(what, standingAt(s.access, act.now))!;
  const grants = what === 'revoke' ? endAll(s.access.grants, act.now) : s.access.grants;
  const access: Access = {
    ...s.access,
    standing,
    grants,
    announced: standing === 'Granted' ? s.access.announced : null,
  };
  const wasLive = liveGrant(s.access.grants, act.now) !== null && standingAt(s.access, act.now) === 'Granted';
  return {
    access,
    closed: null,
    facts: [fact(type, s.access, access, act.now, { ...data, wasLive }, { comment })],
    refusal,
  };
}

function withdrawOpen(
  s: Situation,
  act: Act,
  comment: string | null,
  data: Record<string, unknown>,
): Outcome {
  const request = s.access.request!;
  const access: Access = { ...s.access, request: { ...request, state: 'Withdrawn', closedAt: act.now } };
  return {
    access,
    closed: null,
    facts: [
      fact('request.withdrawn', s.access, access, act.now, { request: request.id, ...data }, { comment }),
    ],
    refusal: null,
  };
}

const inGerman: Record<Standing, string> = {
  None: 'nicht gewährt',
  Granted: 'gewährt',
  Suspended: 'ausgesetzt',
  Expired: 'abgelaufen',
  Revoked: 'beendet',
};
