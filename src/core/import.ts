// Importing: an agreement that was made elsewhere, taken over as it stands, without asking anybody again. There is no
// decision in it and nobody's allow is invented: the request is marked by having none, the access by its origin. That
// makes it the one way to standing access past the owner side, so it belongs to whoever runs the installation, and not
// for themself (design 3.3, rule 1). Drift that is adopted comes in by the same door; there the owner side may as well,
// because it takes over what is real already.
import { isSameEdge, type Access, type Notes } from './access.ts';
import { newRequest } from './ask.ts';
import { isOnConsumerSide, sideOf, type Consumer } from './consumer.ts';
import { hasPart, isOwnerSide } from './deciders.ts';
import { fact } from './fact.ts';
import { mayRun } from './governance.ts';
import { isLive, isOver, type Grant } from './grant.ts';
import type { GrantId, Mint, ResourceId } from './ids.ts';
import type { Standing } from './machine.ts';
import { actorOf, mayWrite } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import type { Request } from './request.ts';
import { consumerRoster, gone, unchanged, type Act, type Outcome, type Situation } from './situation.ts';
import { normalRoles } from './terms.ts';
import type { Instant } from './time.ts';

export interface Imported {
  readonly resource: ResourceId;
  readonly consumer: Consumer;
  readonly status: 'granted' | 'suspended' | 'requested' | 'rejected';
  readonly purpose: string;
  readonly roles: readonly string[];
  /** Null: from now on. A start in the past is kept: it is what the origin says. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly notes: Partial<Notes>;
}

/** Takes an agreement over. Repeating it changes nothing, whatever has become of the agreement meanwhile. */
export function importAccess(s: Situation, wanted: Imported, act: Act, mint: Mint): Outcome | Refused {
  return mayImport(s, act) ?? takeOver(s, wanted, act, mint);
}

/** The same for what a target shows already and nobody has agreed to. */
export function adoptAccess(s: Situation, wanted: Imported, act: Act, mint: Mint): Outcome | Refused {
  return mayAdopt(s, act) ?? takeOver(s, wanted, act, mint);
}

export function mayImport(s: Situation, { by }: Act): Refused | undefined {
  return mayRun(by) ?? hasPart(s.consumer, null, by);
}

export function mayAdopt(s: Situation, { by }: Act): Refused | undefined {
  const isTheirs =
    isOnConsumerSide(s.consumer, actorOf(by).person, consumerRoster(s)) ||
    (by.type === 'team-key' && by.team === s.consumer.team);
  const may = isOwnerSide(s, by) || mayRun(by) === undefined;
  return (
    mayWrite(by) ??
    (may ? undefined : refused('not_the_owner_side')) ??
    (isTheirs ? refused('own_request') : undefined)
  );
}

function takeOver(s: Situation, wanted: Imported, act: Act, mint: Mint): Outcome | Refused {
  if (s.access.version > 0)
    return isSameEdge(s.access, wanted) ? unchanged(s.access) : refused('access_identity');
  const no = gone(s) ?? checkPeriod(wanted);
  if (no) return no;
  const request = requestOf(s, wanted, act, mint);
  const runs = wanted.status === 'granted' || wanted.status === 'suspended';
  const access: Access = runs
    ? withGrant({ ...s.access, request }, wanted, act, mint)
    : { ...s.access, request };
  const born: Access = { ...access, notes: { ...access.notes, ...wanted.notes } };
  const { status, roles, from, until } = wanted;
  const data = { status, origin: s.access.origin, roles: normalRoles(roles), from, until };
  return {
    access: born,
    closed: null,
    facts: [fact('access.imported', null, born, act.now, data, { purpose: wanted.purpose })],
    // Whom the owner side refused or stopped there is bound here as well.
    refusal:
      status === 'rejected' || status === 'suspended' ? { side: sideOf(s.consumer), binds: true } : null,
  };
}

/** Whether the id leads from the same consumer to the same resource, or means something else here. */
function checkPeriod({ from, until }: Imported): Refused | undefined {
  return from !== null && until !== null && until <= from
    ? refused('period_empty', undefined, 'until')
    : undefined;
}

function requestOf(s: Situation, wanted: Imported, act: Act, mint: Mint): Request {
  const { status, purpose, roles, from, until } = wanted;
  const wish = {
    purpose: purpose.trim() === '' ? 'The origin names no purpose.' : purpose,
    purposeGenerated: purpose.trim() === '',
    roles: normalRoles(roles),
    from,
    until,
    duration: null,
  };
  const filed = newRequest(s, wish, null, act, mint);
  if (status === 'requested') return filed;
  return { ...filed, state: status === 'rejected' ? 'Rejected' : 'Granted', closedAt: act.now };
}

function withGrant(access: Access, wanted: Imported, { now }: Act, mint: Mint): Access {
  const grant: Grant = {
    id: mint.id() as GrantId,
    request: null,
    from: wanted.from ?? now,
    until: wanted.until,
    roles: normalRoles(wanted.roles),
    asker: null,
  };
  const standing: Standing = isOver(grant, now)
    ? 'Expired'
    : wanted.status === 'suspended'
      ? 'Suspended'
      : 'Granted';
  return {
    ...access,
    standing,
    grants: [grant],
    announced: standing === 'Granted' && isLive(grant, now) ? grant.id : null,
  };
}
