// Applies one Rover file of one team: its application, its exposures, its subscriptions, in one transaction, or nothing of
// it. A plan is the same transaction taken back, so what it promises is what applying does, as long as nobody changes
// anything in between. Everything that is wrong with the file is said at once.
import { isDeepStrictEqual } from 'node:util';
import { actorOf, sameActor } from '../core/principal.ts';
import { orThrow } from '../core/problem.ts';
import { maySetPolicy } from '../core/governance.ts';
import { isNamespaceOf, labelOf, spaceOf, splitRoverId, zoneBlocked, type Landscape } from '../core/rover.ts';
import type { TeamId } from '../core/ids.ts';
import type { Instant } from '../core/time.ts';
import { invalid, orInvalid, type Fault, type PublishedApplication } from './documents.ts';
import type { Settings } from './organization.ts';
import { permitOwner } from './permit-owner.ts';
import type { Caller } from './ports.ts';
import { registerApplication } from './put-application.ts';
import { expose, placeOf } from './rover-exposures.ts';
import { policyFaults, referencesOf, type KnownPeople } from './rover-policy.ts';
import { subscribeAll } from './rover-subscriptions.ts';
import type {
  ExposureRow,
  RoverDocument,
  RoverOutcome,
  RoverPorts,
  RoverRow,
  RoverTx,
  SubscriptionRow,
} from './rover.ts';

/**
 * Undefined when an Idempotency-Key was repeated.
 *
 * @throws Problem `invalid_field` with every fault, `reference_unknown` for the team, `not_an_owner`, `keys_do_not_decide`,
 *   `in_use` where an id is taken.
 */
export const applyRover =
  (ports: RoverPorts) =>
  (id: string, body: unknown, caller: Caller): Promise<RoverOutcome | undefined> => {
    const now = ports.clock.now();
    const document = readFor(ports, id, body);
    return ports.rovers.change(caller, now, (tx) => apply(ports, tx, id, document, caller, now));
  };

/** What applying it would do now. @throws Problem as applying does. */
export const planRover =
  (ports: RoverPorts) =>
  (id: string, body: unknown, caller: Caller): Promise<RoverOutcome> => {
    const now = ports.clock.now();
    const document = readFor(ports, id, body);
    return ports.rovers.rehearse(caller, now, (tx) => apply(ports, tx, id, document, caller, now));
  };

/** The organization's zones and categories. */
export function landscapeOf({ zones, apiCategories }: Settings): Landscape {
  return { zones, categories: apiCategories };
}

function readFor({ documents }: RoverPorts, id: string, body: unknown): RoverDocument {
  const place = splitRoverId(id);
  if (!place)
    throw invalid([{ path: 'id', message: 'has to be the id of the team, "--", and the name of the file' }]);
  const document = orInvalid(documents.readRover(body));
  const faults: Fault[] = [
    ...(document.name === place.name
      ? []
      : [{ path: 'metadata.name', message: `has to be "${place.name}", as in the address` }]),
    ...(document.namespace === null || isNamespaceOf(document.namespace, place.team)
      ? []
      : [
          {
            path: 'metadata.namespace',
            message: `is of another team; this is applied for team "${place.team}"`,
          },
        ]),
  ];
  if (faults.length > 0) throw invalid(faults);
  return document;
}

async function apply(
  ports: RoverPorts,
  tx: RoverTx,
  id: string,
  document: RoverDocument,
  caller: Caller,
  now: Instant,
): Promise<RoverOutcome> {
  const { team, name } = splitRoverId(id)!;
  const by = caller.principal;
  await permitOwner(tx.catalog, team, 'id', undefined, by);
  const settings = await tx.catalog.organization.settings();
  if (document.exposures.length > 0)
    orThrow(maySetPolicy(by, team, await tx.catalog.teams.roster(team), settings.organizationKeysDecide));
  const people = await withoutFaults(tx, document, settings, team);
  const before = await tx.rovers.lock(id);
  const exposed = await tx.exposures.of(id);
  const subscribed = await tx.subscriptions.of(id);
  await registerApplication(tx.catalog, id, applicationOf(id, team, document), by, now);
  const change =
    before === null
      ? 'created'
      : isDeepStrictEqual(before.document, document.document)
        ? 'unchanged'
        : 'changed';
  const waits = subscribed.some(({ blocked }) => blocked !== null);
  // What waits is asked in the name of whoever applied the file last.
  const isOther = before !== null && !sameActor(actorOf(before.appliedBy), actorOf(by));
  if (change !== 'unchanged' || (waits && isOther))
    await keep(tx, {
      id,
      team,
      name,
      zone: document.zone,
      document: document.document,
      appliedBy: by,
      appliedAt: now,
    });
  const exposures = exposureRows(id, team, document, exposed, now);
  const subscriptions = subscriptionRows(id, document, subscribed);
  const names = [...exposed, ...exposures, ...subscribed, ...subscriptions];
  if (change !== 'unchanged' || waits) await tx.rovers.holdNames(names);
  const landscape = landscapeOf(settings);
  const said = {
    exposures: await expose({ tx, settings, landscape, people, by, now }, exposed, exposures),
    subscriptions: await subscribeAll(
      {
        tx,
        ports,
        landscape,
        timeZone: settings.timeZone,
        rover: { id, team, zone: document.zone },
        asker: by,
        caller: { ...caller, channel: 'rover', repetition: null },
        now,
      },
      subscribed,
      subscriptions,
      before !== null && before.zone !== document.zone,
    ),
  };
  if (change !== 'unchanged') noteApplied(tx, id, before, document);
  return { id, team, name, change, ...said, at: now };
}

/** What it names and nobody knows, and what it may not be here. */
async function withoutFaults(
  tx: RoverTx,
  document: RoverDocument,
  settings: Settings,
  team: TeamId,
): Promise<KnownPeople> {
  const { people, faults } = await referencesOf(tx.catalog, document.exposures);
  const zone = zoneBlocked(document.zone, landscapeOf(settings));
  const all = [
    ...(zone ? [{ path: 'spec.zone', message: `is unknown. ${zone.sentence.en}` }] : []),
    ...faults,
    ...policyFaults(document.exposures, people, settings),
    ...document.exposures.flatMap(({ kind, key }, nth) =>
      `${kind}:${team}:${labelOf(key)}`.length > 256
        ? [{ path: `spec.exposures[${nth}]`, message: 'has a name too long to be kept' }]
        : [],
    ),
  ];
  if (all.length > 0) throw invalid(all);
  return people;
}

async function keep(tx: RoverTx, row: Omit<RoverRow, 'version'>): Promise<void> {
  await tx.rovers.save(row);
}

function noteApplied(
  tx: RoverTx,
  id: string,
  before: RoverRow | null,
  { exposures, subscriptions, zone }: RoverDocument,
): void {
  tx.catalog.note({
    type: before ? 'rover.updated' : 'rover.created',
    subject: id,
    ...(before && { before: { zone: before.zone } }),
    after: { zone },
    data: { exposures: exposures.length, subscriptions: subscriptions.length },
  });
}

function applicationOf(
  id: string,
  team: string,
  { document, name, zone }: RoverDocument,
): PublishedApplication {
  const spec = document['spec'] as Record<string, unknown> | undefined;
  const ids = Object.fromEntries(
    ['icto', 'psiid'].flatMap((key) => (spec?.[key] === undefined ? [] : [[key, spec[key]]])),
  );
  return {
    name,
    team,
    description: null,
    tags: [],
    document: { id, team, name, tags: [], custom: { zone, ...ids } },
  };
}

function exposureRows(
  id: string,
  team: TeamId,
  { exposures, zone }: RoverDocument,
  before: readonly ExposureRow[],
  now: Instant,
): ExposureRow[] {
  const known = new Map(before.map((row) => [placeOf(row), row]));
  return exposures.map((body) => {
    const place = { space: spaceOf(body.kind), label: labelOf(body.key) };
    const was = known.get(placeOf(place));
    return {
      rover: id,
      ...place,
      team,
      zone,
      body,
      exposedAt: was?.exposedAt ?? now,
      resource: was?.resource ?? null,
      proposed: was?.proposed ?? false,
    };
  });
}

function subscriptionRows(
  id: string,
  { subscriptions }: RoverDocument,
  before: readonly SubscriptionRow[],
): SubscriptionRow[] {
  const known = new Map(before.map((row) => [placeOf(row), row]));
  return subscriptions.map((body) => {
    const place = { space: spaceOf(body.kind), label: labelOf(body.key) };
    const was = known.get(placeOf(place));
    const kept = {
      resource: was?.resource ?? null,
      access: was?.access ?? null,
      asked: was?.asked ?? null,
      blocked: was?.blocked ?? null,
    };
    return { rover: id, ...place, body, ...kept };
  });
}
