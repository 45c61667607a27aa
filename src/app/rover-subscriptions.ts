// What the subscriptions of a Rover file come to: an access for each, asked for in the name of whoever applied the file.
// What cannot be asked for yet waits, and is looked at again when its counterpart changes (settle-subscriptions.ts).
// One that has been asked for is left alone until the file says something else, so that applying a file again brings
// nothing back that has expired or was refused.
import { isDeepStrictEqual } from 'node:util';
import { openRequest, type Access } from '../core/access.ts';
import { awaiting } from '../core/deciders.ts';
import type { AccessId, TeamId } from '../core/ids.ts';
import type { Principal } from '../core/principal.ts';
import { isRefused, problems, type Refused } from '../core/problem.ts';
import { subscriptionBlocked, zoneBlocked, type Blocked, type Landscape } from '../core/rover.ts';
import { same, type Sentence } from '../core/sentence.ts';
import type { Outcome, Situation } from '../core/situation.ts';
import { subscribe, subscribedText, unsubscribe, type Subscribed } from '../core/subscribe.ts';
import { normalRoles } from '../core/terms.ts';
import type { Instant } from '../core/time.ts';
import { exposedFrom, placeOf, specificationsOf } from './rover-exposures.ts';
import type { Caller, Loaded } from './ports.ts';
import type {
  ExposureRow,
  RoverPorts,
  RoverTx,
  Subscription,
  SubscriptionOutcome,
  SubscriptionRow,
} from './rover.ts';

export interface SubscribingContext {
  readonly tx: RoverTx;
  readonly ports: Pick<RoverPorts, 'mint' | 'documents'>;
  readonly landscape: Landscape;
  readonly timeZone: string;
  readonly rover: { readonly id: string; readonly team: TeamId; readonly zone: string };
  /** In whose name it is asked. */
  readonly asker: Principal;
  /** Who stands in the log. */
  readonly caller: Caller;
  readonly now: Instant;
}

/** Brings the subscriptions of one file in line. @param zoneChanged whether what was asked has to be matched again. */
export async function subscribeAll(
  context: SubscribingContext,
  before: readonly SubscriptionRow[],
  wanted: readonly SubscriptionRow[],
  zoneChanged: boolean,
): Promise<SubscriptionOutcome[]> {
  const { tx } = context;
  const known = new Map(before.map((row) => [placeOf(row), row]));
  const kept = new Set(wanted.map(placeOf));
  const removed = before.filter((row) => !kept.has(placeOf(row)));
  const isSettled = (row: SubscriptionRow) => {
    const was = known.get(placeOf(row));
    return (
      !zoneChanged && was?.blocked === null && was.asked !== null && isDeepStrictEqual(was.body, row.body)
    );
  };
  const open = wanted.filter((row) => !isSettled(row));
  const outcomes = new Map<string, SubscriptionOutcome>();
  for (const row of removed) outcomes.set(placeOf(row), await endSubscription(context, row));
  await tx.subscriptions.remove(removed);
  const settled = await settleAll(context, open);
  for (const [nth, row] of open.entries()) outcomes.set(placeOf(row), settled[nth]!);
  const standing = wanted.filter(isSettled);
  for (const outcome of await standingOutcomes(context, standing))
    outcomes.set(placeOf(outcome.row), outcome.outcome);
  return [...wanted, ...removed].map((row) => outcomes.get(placeOf(row))!);
}

/** Matches, asks and keeps some subscriptions of one file. */
export async function settleAll(
  context: SubscribingContext,
  rows: readonly SubscriptionRow[],
): Promise<SubscriptionOutcome[]> {
  if (rows.length === 0) return [];
  const { tx, rover } = context;
  const exposures = await tx.exposures.named(rows);
  const active = new Map(
    exposures.filter(({ resource }) => resource !== null).map((row) => [placeOf(row), row]),
  );
  const specifications = await specificationsOf(tx, rows);
  const teamCategory = await tx.rovers.teamCategory(rover.team);
  const settled: { row: SubscriptionRow; outcome: SubscriptionOutcome }[] = [];
  for (const row of rows) {
    const found = active.get(placeOf(row));
    const exposed = found && exposedFrom(found, specifications.get(placeOf(row)));
    const { kind, key, scopes } = row.body;
    const wanted = { kind, key, scopes, team: rover.team, teamCategory, zone: rover.zone };
    const blocked =
      zoneBlocked(rover.zone, context.landscape) ?? subscriptionBlocked(wanted, exposed, context.landscape);
    settled.push(blocked ? await wait(context, row, blocked) : await askFor(context, row, found!));
  }
  await tx.subscriptions.save(settled.map(({ row }) => row));
  return settled.map(({ outcome }) => outcome);
}

/** Ends what was asked or granted, because the file says nothing of it any more. */
export async function endSubscription(
  context: SubscribingContext,
  row: SubscriptionRow,
): Promise<SubscriptionOutcome> {
  const loaded = await loadedOf(context, row);
  if (!loaded) return { ...outcomeOf(row), change: 'ended' };
  const outcome = unsubscribe(loaded.situation, 'unsubscribed', actOf(context, loaded));
  if (outcome.facts.length > 0) save(context, loaded, outcome);
  return { ...outcomeOf(row), change: 'ended', access: outcome.access };
}

/** How agreements stand that nothing has to be done about. */
async function standingOutcomes(
  { tx, now }: SubscribingContext,
  rows: readonly SubscriptionRow[],
): Promise<{ row: SubscriptionRow; outcome: SubscriptionOutcome }[]> {
  const loaded = await tx.accesses.loadMany(
    rows.flatMap(({ access }) => access ?? []),
    now,
  );
  const situations = new Map(loaded.map(({ situation }) => [situation.access.id, situation]));
  return rows.map((row) => ({
    row,
    outcome: standingOutcome(row, row.access && situations.get(row.access), now),
  }));
}

/** A subscription as it stands, for whoever looks. */
export function standingOutcome(
  row: SubscriptionRow,
  situation: Situation | null | undefined,
  now: Instant,
): SubscriptionOutcome {
  const outcome = { ...outcomeOf(row), change: row.blocked ? ('waiting' as const) : ('unchanged' as const) };
  return situation ? { ...outcome, ...standingOf(situation, situation.access, now) } : outcome;
}

interface Settled {
  readonly row: SubscriptionRow;
  readonly outcome: SubscriptionOutcome;
}

/**
 * It cannot be asked for. What was granted ends, unless only scopes are missing, which leaves what is granted as it is;
 * it is asked for anew when it can be.
 */
async function wait(context: SubscribingContext, row: SubscriptionRow, blocked: Blocked): Promise<Settled> {
  const stays = blocked.reason === 'scope-unknown';
  const loaded = await loadedOf(context, row);
  if (!loaded || stays) {
    const kept = { ...row, blocked, ...(!stays && { asked: null }) };
    const standing = loaded ? standingOf(loaded.situation, loaded.situation.access, context.now) : {};
    return { row: kept, outcome: { ...outcomeOf(kept), ...standing } };
  }
  const ended = unsubscribe(loaded.situation, 'unmatched', actOf(context, loaded));
  if (ended.facts.length > 0) save(context, loaded, ended);
  const kept = { ...row, blocked, asked: null };
  return { row: kept, outcome: { ...outcomeOf(kept), access: ended.access } };
}

async function askFor(
  context: SubscribingContext,
  row: SubscriptionRow,
  { resource, team }: ExposureRow,
): Promise<Settled> {
  const { tx, ports, rover, asker, now } = context;
  const isSame = row.resource === resource;
  const wanted = wantedOf(context, row.body, team);
  const before = isSame && row.asked !== null ? (JSON.parse(row.asked) as Subscribed) : null;
  const id =
    (isSame ? row.access : null) ??
    (await tx.accesses.between(rover.id, resource!)) ??
    (ports.mint.id() as AccessId);
  const birth = { resource: resource!, consumer: consumerOf(context), origin: null };
  const loaded = (await tx.accesses.load(id, birth, asker, now))!;
  if (before && subscribedText(before) === subscribedText(wanted)) {
    const kept = { ...row, blocked: null };
    const standing = standingOf(loaded.situation, loaded.situation.access, now);
    return { row: kept, outcome: { ...outcomeOf(kept), change: 'unchanged', ...standing } };
  }
  const act = actOf(context, loaded);
  const outcome = subscribe(loaded.situation, wanted, before, act, ports.mint);
  if (isRefused(outcome)) return notAccepted(context, row, loaded, outcome);
  if (outcome.facts.length > 0) save(context, loaded, outcome);
  const kept: SubscriptionRow = {
    ...row,
    resource,
    access: id,
    asked: JSON.stringify(wanted),
    blocked: null,
  };
  const standing = standingOf(loaded.situation, outcome.access, now);
  return { row: kept, outcome: { ...outcomeOf(kept), change: changeOf(outcome), ...standing } };
}

/** Asking is refused as the policy stands: it waits until something changes, and what is granted stands. */
function notAccepted(
  { now }: SubscribingContext,
  row: SubscriptionRow,
  { situation, seen }: Loaded,
  { refused, detail }: Refused,
): Settled {
  const sentence = refused === 'not_your_side' ? nobodyAsks : (detail ?? same(problems[refused].title));
  const blocked: Blocked = { reason: 'not-accepted', sentence };
  const kept = { ...row, blocked };
  const standing = seen.access === 0 ? {} : standingOf(situation, situation.access, now);
  return { row: kept, outcome: { ...outcomeOf(kept), ...standing } };
}

const nobodyAsks: Sentence = {
  en: 'Whoever applied the file may not ask for the team any more. Apply it again.',
  de: 'Wer die Datei angewandt hat, darf nicht mehr für das Team anfragen. Wenden Sie sie erneut an.',
};

function changeOf({ facts, access }: Outcome): SubscriptionOutcome['change'] {
  const types = new Set(facts.map(({ type }) => type));
  if (types.has('request.granted')) return 'granted';
  if (types.has('request.filed')) return 'asked';
  if (types.has('access.shortened') || types.has('request.withdrawn')) return 'narrowed';
  return access.standing === 'Revoked' && facts.length > 0 ? 'ended' : 'unchanged';
}

/** A file without a purpose gets a sentence of ours, which says of itself that it is one. */
function wantedOf(
  { ports, timeZone, rover }: SubscribingContext,
  body: Subscription,
  owner: TeamId,
): Subscribed {
  const { purpose, key, scopes, until } = body;
  return {
    purpose:
      purpose ?? `The Rover file ${rover.id} of team ${rover.team} subscribes to ${key} of team ${owner}.`,
    purposeGenerated: purpose === null,
    scopes: normalRoles(scopes),
    until: until === null ? null : ports.documents.endOfDay(until, timeZone),
  };
}

function consumerOf({ rover }: SubscribingContext) {
  return { kind: 'application', id: rover.id, team: rover.team } as const;
}

async function loadedOf(
  { tx, asker, now }: SubscribingContext,
  { access }: SubscriptionRow,
): Promise<Loaded | null> {
  return access === null ? null : tx.accesses.load(access, null, asker, now);
}

function actOf({ asker, caller, now }: SubscribingContext, { notBefore }: Loaded) {
  return { by: asker, now: Math.max(now, notBefore), channel: caller.channel };
}

function save(context: SubscribingContext, loaded: Loaded, outcome: Outcome): void {
  const { tx, caller, now } = context;
  tx.accesses.saveLast({ loaded, outcome, caller, now: Math.max(now, loaded.notBefore) });
}

function standingOf(
  situation: Situation,
  access: Access,
  now: Instant,
): Pick<SubscriptionOutcome, 'access' | 'awaiting'> {
  const request = openRequest(access, now);
  const after: Situation = { ...situation, access };
  return { access, awaiting: request && awaiting(after, request) };
}

function outcomeOf({ body, blocked, resource }: SubscriptionRow): SubscriptionOutcome {
  const { kind, key, scopes } = body;
  return {
    kind,
    key,
    scopes,
    change: 'waiting',
    blocked,
    resource,
    access: null,
    awaiting: null,
  };
}
