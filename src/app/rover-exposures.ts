// What the exposures of a Rover file come to: a resource for each, with its policy, as long as nobody has exposed the
// same name before. What has not changed in the file since it was applied the last time is left alone, so that a policy
// that somebody has changed by hand meanwhile is not put back by a pipeline that runs every night.
//
// When the exposure that counted goes, the next one takes over. Of another team it is another resource: what was
// granted ends, and subscriptions ask the new owner.
import { isDeepStrictEqual } from 'node:util';
import type { ResourceId, TeamId } from '../core/ids.ts';
import type { PolicyChange } from '../core/policy-change.ts';
import { policyWished } from '../core/policy-change.ts';
import type { Principal } from '../core/principal.ts';
import { Problem } from '../core/problem.ts';
import {
  activeOf,
  categoryBlocks,
  exposureBlocked,
  resourceIdOf,
  resourceKindOf,
  type Blocked,
  type Exposed,
  type Landscape,
} from '../core/rover.ts';
import { normalRoles } from '../core/terms.ts';
import type { Instant } from '../core/time.ts';
import { pick } from './align-port.ts';
import type { ResourceRow } from './catalog.ts';
import { governPolicy, setterOf, startPolicy } from './govern-policy.ts';
import type { Settings } from './organization.ts';
import { takeBackProposal } from './withdraw-policy-proposal.ts';
import { policyWish, referencesOf, startingPolicy, wishesAnew, type KnownPeople } from './rover-policy.ts';
import type {
  Exposure,
  ExposureOutcome,
  ExposureRow,
  RoverTx,
  Specification,
  SpecificationRow,
} from './rover.ts';

export interface ExposingContext {
  readonly tx: RoverTx;
  readonly settings: Settings;
  readonly landscape: Landscape;
  readonly people: KnownPeople;
  readonly by: Principal;
  readonly now: Instant;
}

/**
 * Brings exposures of one file in line.
 *
 * @param before as they were kept.
 * @param wanted as the file says now.
 */
export async function expose(
  context: ExposingContext,
  before: readonly ExposureRow[],
  wanted: readonly ExposureRow[],
): Promise<ExposureOutcome[]> {
  const { tx } = context;
  const known = new Map(before.map((row) => [placeOf(row), row]));
  const kept = new Set(wanted.map(placeOf));
  const changed = wanted.filter((row) => !isSame(known.get(placeOf(row)), row));
  const removed = before.filter((row) => !kept.has(placeOf(row)));
  const touched = [...changed, ...removed];
  const everybody = Map.groupBy(touched.length > 0 ? await tx.exposures.named(touched) : [], placeOf);
  const specifications = await specificationsOf(tx, touched);
  await tx.exposures.remove(removed);
  const outcomes = new Map<string, ExposureOutcome>();
  for (const row of removed) {
    const others = othersOf(everybody.get(placeOf(row)), row);
    await withdrawExposure(context, row, others, specifications.get(placeOf(row)));
    outcomes.set(placeOf(row), outcomeOf(row, 'removed'));
  }
  for (const row of changed) {
    const others = othersOf(everybody.get(placeOf(row)), row);
    const was = known.get(placeOf(row)) ?? null;
    const outcome = await settle(context, row, was, others, specifications.get(placeOf(row)));
    outcomes.set(placeOf(row), outcome);
  }
  const again = Map.groupBy(await tx.subscriptions.makeDue(touched, context.now), placeOf);
  return [...wanted, ...removed].map((row) => ({
    ...(outcomes.get(placeOf(row)) ?? unchangedOutcome(known.get(placeOf(row))!)),
    lookedAtAgain: again.get(placeOf(row))?.length ?? 0,
  }));
}

export function placeOf({ space, label }: { space: string; label: string }): string {
  return `${space} ${label}`;
}

/** An exposure as matching sees it, with what its specification says. */
export function exposedFrom(row: ExposureRow, specification: Specification | undefined): Exposed {
  return {
    kind: row.body.kind,
    key: row.body.key,
    rover: row.rover,
    team: row.team,
    application: row.rover,
    zone: row.zone,
    visibility: row.body.visibility,
    exposedAt: row.exposedAt,
    resource: row.resource,
    scopes: offersOf(row.body, specification),
    category: specification?.category ?? null,
  };
}

export async function specificationsOf(
  tx: RoverTx,
  names: readonly { space: ExposureRow['space']; label: string }[],
): Promise<ReadonlyMap<string, SpecificationRow>> {
  if (names.length === 0) return new Map();
  return new Map((await tx.specifications.named(names)).map((one) => [placeOf(one), one]));
}

/** Looks at exposures again whose specification has changed, and at those who subscribe to them. */
export async function reconsiderName(
  context: Omit<ExposingContext, 'people' | 'by'>,
  name: { space: ExposureRow['space']; label: string },
): Promise<void> {
  const { tx } = context;
  const rows = await tx.exposures.named([name]);
  const active = activeOf(rows);
  if (!active) return;
  const specification = (await specificationsOf(tx, [name])).get(placeOf(name));
  const by = (await tx.rovers.read(active.rover))!.appliedBy;
  const others = rows.filter(({ rover }) => rover !== active.rover);
  const people: KnownPeople = new Map();
  await settle({ ...context, by, people }, active, active, others, specification);
  await tx.subscriptions.makeDue([active], context.now);
}

function othersOf(rows: readonly ExposureRow[] | undefined, { rover }: ExposureRow): ExposureRow[] {
  return (rows ?? []).filter((row) => row.rover !== rover);
}

function isSame(before: ExposureRow | undefined, row: ExposureRow): boolean {
  // Where a loosening waits for another owner, applying the same again may be just that.
  return (
    before !== undefined &&
    !before.proposed &&
    before.zone === row.zone &&
    isDeepStrictEqual(before.body, row.body)
  );
}

/** Without categories nobody has to know. */
async function categoryFor({ tx, landscape }: ExposingContext, team: TeamId): Promise<string | null> {
  return landscape.categories.length === 0 ? null : tx.rovers.teamCategory(team);
}

/** One exposure of the file that is new or has changed. */
async function settle(
  context: ExposingContext,
  row: ExposureRow,
  was: ExposureRow | null,
  others: readonly ExposureRow[],
  specification: Specification | undefined,
): Promise<ExposureOutcome> {
  const { tx } = context;
  const mine = exposedFrom(row, specification);
  const counts = activeOf([mine, ...others.map((one) => exposedFrom(one, undefined))])!;
  const blocked =
    exposureBlocked(mine, counts) ??
    categoryBlocks(mine, await categoryFor(context, row.team), context.landscape);
  if (blocked) {
    if (was?.resource) await removeResource(context, was.resource);
    await tx.exposures.save([{ ...row, resource: null }]);
    return { ...outcomeOf(row, 'blocked'), blocked };
  }
  const resource = resourceIdOf(row.team, row.body.kind, row.body.key);
  if (was?.resource && was.resource !== resource) await removeResource(context, was.resource);
  await tx.exposures.save([{ ...row, resource }]);
  const written = await writeResource(context, resource, row, was, specification);
  return {
    ...outcomeOf({ ...row, resource }, written.change),
    strategy: row.body.strategy,
    policy: written.policy,
  };
}

/** An exposure that is in its file no more: the next one takes its place, or nobody. */
async function withdrawExposure(
  context: ExposingContext,
  row: ExposureRow,
  others: readonly ExposureRow[],
  specification: Specification | undefined,
): Promise<void> {
  if (row.resource === null) return;
  const { tx } = context;
  const next = activeOf(others);
  const resource = next && resourceIdOf(next.team, next.body.kind, next.body.key);
  if (resource !== row.resource) await removeResource(context, row.resource);
  if (!next) return;
  const by = (await tx.rovers.read(next.rover))!.appliedBy;
  const was = resource === row.resource ? row : null;
  const { people } = await referencesOf(tx.catalog, [next.body]);
  await settle(
    { ...context, by, people },
    next,
    was,
    others.filter((one) => one !== next),
    specification,
  );
}

const neverBound = { bound: null, boundByDocument: false, unbound: null };

type Facts = Omit<ResourceRow, 'deleted' | 'bound' | 'boundByDocument' | 'unbound'>;

async function writeResource(
  { tx, settings, people, by, now }: ExposingContext,
  id: ResourceId,
  row: ExposureRow,
  was: ExposureRow | null,
  specification: Specification | undefined,
): Promise<{ change: 'created' | 'changed'; policy: ExposureOutcome['policy'] }> {
  const { catalog } = tx;
  const before = await catalog.resources.lock(id);
  const living = before?.deleted === false ? before : null;
  if (living && living.owner !== row.team)
    throw new Problem('in_use', {
      detail: `The id "${id}" is taken by a resource of team "${living.owner}".`,
    });
  const facts = factsOf(row, specification);
  if (!living || !isDeepStrictEqual(pick(living, facts), facts)) {
    const { bound, boundByDocument, unbound } = living ?? neverBound;
    const after = { ...facts, bound, boundByDocument, unbound };
    await (before ? catalog.resources.save(id, after) : catalog.resources.add(id, after));
    catalog.note({
      type: living ? 'resource.updated' : 'resource.created',
      subject: id,
      ...(living && { before: compact(living) }),
      after: compact(facts),
    });
  }
  const governed = before && (await catalog.policies.lock(id));
  if (!governed) {
    const start = { policy: startingPolicy(id, row.body, settings), followsDocument: false, proposal: null };
    const wish = policyWish(start, row.body, null, people, settings);
    await startPolicy(catalog, policyWished(start, wish, await setterOf(catalog, by)), false);
    return { change: 'created', policy: 'set' };
  }
  const change = living ? 'changed' : 'created';
  if (!living) await catalog.policies.touch(id);
  const saysOther = wishesAnew(row.body, was?.body ?? null);
  if (living && was?.proposed !== true && !saysOther) return { change, policy: 'unchanged' };
  const present = living ? governed : (await catalog.policies.lock(id))!;
  const wish = policyWish(present, row.body, was?.body ?? null, people, settings);
  const outcome = await governPolicy(catalog, present, wish, row.team, by, now);
  // A file that says again what holds has thought better of what it proposed. One that has always said it has proposed
  // nothing, and somebody else's proposal is none of its business.
  if (outcome.kind === 'unchanged' && saysOther) await takeBackProposal(catalog, id, present);
  return { change, policy: wordOf(outcome) };
}

function wordOf({ kind }: PolicyChange): ExposureOutcome['policy'] {
  if (kind === 'changed') return 'set';
  return kind === 'unchanged' ? 'unchanged' : 'proposed';
}

async function removeResource({ tx: { catalog }, now }: ExposingContext, id: ResourceId): Promise<void> {
  const resource = await catalog.resources.lock(id);
  if (!resource || resource.deleted) return;
  await catalog.resources.remove(id, now);
  await catalog.policies.touch(id);
  catalog.note({
    type: 'resource.deleted',
    subject: id,
    before: { kind: resource.kind, owner: resource.owner },
  });
  catalog.note({ type: 'resource.gone', subject: id, data: { kind: resource.kind, bound: resource.bound } });
}

function factsOf({ team, body }: ExposureRow, specification: Specification | undefined): Facts {
  return {
    kind: resourceKindOf(body.kind),
    owner: team,
    name: body.key,
    description: specification?.description ?? specification?.title ?? null,
    offers: normalRoles(offersOf(body, specification)),
    visibility: body.visibility,
    tags: [],
    port: null,
    contract: null,
    autoApprove: null,
  };
}

function offersOf({ scopes }: Exposure, specification: Specification | undefined): readonly string[] {
  return specification?.scopes ?? scopes;
}

function compact({ kind, owner, offers, visibility }: Facts): object {
  return { kind, owner, offers, visibility };
}

function outcomeOf({ body, resource }: ExposureRow, change: ExposureOutcome['change']): ExposureOutcome {
  const { kind, key } = body;
  return {
    kind,
    key,
    change,
    resource,
    strategy: null,
    policy: null,
    blocked: null as Blocked | null,
    lookedAtAgain: 0,
  };
}

function unchangedOutcome(row: ExposureRow): ExposureOutcome {
  return { ...outcomeOf(row, 'unchanged'), strategy: row.body.strategy };
}
