// One run at a cluster: observing, granting and revoking for the topics of one resource. What is there is read as one list
// of all ACLs, so that rights which several entitlements share are judged together: a right goes with the last marker that
// stands for it, of whatever resource and installation, and one that somebody else had given before us stays. Kafka has
// no transactions; what this run has granted is taken back if its work fails.
import type { Entitlement, Failure, TargetSession } from '../../../app/connector.ts';
import { aclKey, rightKey, type Acl } from './acl.ts';
import type { Cluster } from './cluster.ts';
import { driftIn } from './drift.ts';
import { allowed, givenBy, markerOf, readMarker, rightsOf, type Entry, type Marker } from './marker.ts';
import { nameFault, nameOf, principalOf, toName } from './principal.ts';
import { checksScram, type Place, type TargetSettings } from './settings.ts';
import { denialsOf, notRevoked, refusedBy, unknownUser, unusable } from './reasons.ts';

export interface KafkaSession extends TargetSession {
  /** Takes back what this run has granted. */
  undo(): Promise<void>;
}

export function openSession(
  cluster: Cluster,
  settings: TargetSettings,
  place: Place,
  stillOurs: () => Promise<void>,
): KafkaSession {
  let known: Promise<Sight> | null = null;
  const look = (): Promise<Sight> => (known ??= cluster.acls().then((acls) => sightOf(acls, place)));
  const made: Acl[] = [];

  const wanted = ({ principal, level }: Entitlement): Entry => ({
    installation: place.installation,
    resource: place.resource,
    level,
    topics: place.topics,
    groups: level === 'write' ? [] : settings.groups.map((text) => toName(text, principal)),
    transactionalIds:
      level === 'read' ? [] : settings.transactionalIds.map((text) => toName(text, principal)),
    others: [],
  });
  const isSound = (marker: Marker, sight: Sight): boolean => {
    const as = { ...wanted(entitlementOf(marker)), others: marker.others };
    return markerOf(marker.principal, as).acl.name === marker.acl.name && sight.holds(marker);
  };

  async function create(acls: readonly Acl[]): Promise<readonly (string | null)[]> {
    if (acls.length === 0) return [];
    await stillOurs();
    const sight = await look();
    made.push(...acls.filter((acl) => !sight.has(acl)));
    known = null;
    return cluster.create(acls);
  }

  async function remove(acls: readonly Acl[]): Promise<readonly (string | null)[]> {
    if (acls.length === 0) return [];
    await stillOurs();
    known = null;
    return cluster.remove(acls);
  }

  /** Takes markers away with the rights that no other marker stands for. */
  async function end(markers: readonly Marker[]): Promise<Failure[]> {
    const sight = await look();
    const going = new Set(markers.map(({ acl }) => aclKey(acl)));
    const staying = sight.markers.filter(({ acl }) => !going.has(aclKey(acl)));
    const needed = new Set(
      staying.flatMap((marker) => givenBy(marker).map((right) => aclKey(allowed(marker.principal, right)))),
    );
    const rights = markers.flatMap((marker) =>
      givenBy(marker)
        .map((right) => ({ marker, acl: allowed(marker.principal, right) }))
        .filter(({ acl }) => sight.has(acl) && !needed.has(aclKey(acl))),
    );
    const answers = await remove(rights.map(({ acl }) => acl));
    const refused = new Map(
      rights.map(({ marker }, nth) => [marker, answers[nth]] as const).filter(([, why]) => why != null),
    );
    const free = markers.filter((marker) => !refused.has(marker));
    const left = await remove(free.map(({ acl }) => acl));
    free.forEach((marker, nth) => left[nth] != null && refused.set(marker, left[nth]));
    return [...refused].map(([marker, why]) => notRevoked(entitlementOf(marker), why!));
  }

  async function give(entitlements: readonly Entitlement[]): Promise<Failure[]> {
    const sight = await look();
    const wishes = entitlements.map((entitlement) => {
      const principal = principalOf(entitlement.principal);
      const entry = wanted(entitlement);
      const others = rightsOf(entry)
        .filter((right) => sight.has(allowed(principal, right)) && !sight.isOurs(allowed(principal, right)))
        .map(rightKey);
      return { entitlement, marker: markerOf(principal, { ...entry, others }) };
    });
    const marked = await create(wishes.map(({ marker }) => marker.acl));
    const failures = wishes.flatMap(({ entitlement }, nth) => refusedBy(entitlement, marked[nth]));
    const rights = wishes
      .filter((_, nth) => marked[nth] === null)
      .flatMap(({ entitlement, marker }) =>
        givenBy(marker).map((right) => ({ entitlement, acl: allowed(marker.principal, right) })),
      );
    const answers = await create(rights.map(({ acl }) => acl));
    const refused = new Map(
      rights.map(({ entitlement }, nth) => [entitlement, answers[nth]]).filter(([, why]) => why !== null) as [
        Entitlement,
        string,
      ][],
    );
    return [...failures, ...[...refused].flatMap(([entitlement, why]) => refusedBy(entitlement, why))];
  }

  return {
    async entitlements() {
      const sight = await look();
      const sound = sight.ours.filter((marker) => isSound(marker, sight)).map(entitlementOf);
      return [...new Map(sound.map((one) => [keyOf(one), one])).values()].toSorted(byName);
    },

    async isInLine() {
      const sight = await look();
      const keys = sight.ours.map((marker) => keyOf(entitlementOf(marker)));
      return (
        sight.ours.every((marker) => isSound(marker, sight)) &&
        new Set(keys).size === keys.length &&
        denialsOf(sight.ours, sight.acls).length === 0
      );
    },

    async drift() {
      const { acls, markers } = await look();
      const ours = markers.filter(({ installation }) => installation === place.installation);
      return driftIn(acls, ours, place, settings.user);
    },

    async grant(entitlements) {
      const faults = await unfit(cluster, settings, entitlements);
      const fit = entitlements.filter((entitlement) => !faults.has(entitlement.principal));
      const failures = await give(fit);
      // What is left of an earlier binding, of a run that was cut off, or of somebody's hand; what was just given is sound.
      const sight = await look();
      // Of two for one entitlement the one counts that leaves fewer rights to others: those of the other one's are ours now.
      const sound = sight.ours
        .filter((marker) => isSound(marker, sight))
        .toSorted((one, other) => other.others.length - one.others.length);
      const kept = new Set(new Map(sound.map((marker) => [keyOf(entitlementOf(marker)), marker])).values());
      failures.push(...(await end(sight.ours.filter((marker) => !kept.has(marker)))));
      const { ours, acls } = await look();
      return [
        ...entitlements.flatMap(({ principal, level }) => {
          const reason = faults.get(principal);
          return reason ? [{ ...reason, principal, level }] : [];
        }),
        ...failures,
        ...denialsOf(ours, acls),
      ];
    },

    async revoke(entitlements) {
      const ending = new Set(entitlements.map(keyOf));
      const { ours } = await look();
      return end(ours.filter((marker) => ending.has(keyOf(entitlementOf(marker)))));
    },

    async undo() {
      // Rights before their markers, so that being cut off here leaves a trace, too.
      await cluster.remove(made.filter((acl) => readMarker(acl) === null));
      await cluster.remove(made.filter((acl) => readMarker(acl) !== null));
    },
  };
}

/** What a cluster shows at one moment. */
interface Sight {
  readonly acls: readonly Acl[];
  readonly markers: readonly Marker[];
  /** The markers of this resource. */
  readonly ours: readonly Marker[];
  has(acl: Acl): boolean;
  /** Whether some marker says that its installation gave this. */
  isOurs(acl: Acl): boolean;
  /** Whether all that the marker stands for is there. */
  holds(marker: Marker): boolean;
}

function sightOf(acls: readonly Acl[], { installation, resource }: Place): Sight {
  const keys = new Set(acls.map(aclKey));
  const markers = acls.map(readMarker).filter((marker) => marker !== null);
  const given = new Set(
    markers.flatMap((marker) => givenBy(marker).map((right) => aclKey(allowed(marker.principal, right)))),
  );
  return {
    acls,
    markers,
    ours: markers.filter((marker) => marker.installation === installation && marker.resource === resource),
    has: (acl) => keys.has(aclKey(acl)),
    isOurs: (acl) => given.has(aclKey(acl)),
    holds: (marker) => rightsOf(marker).every((right) => keys.has(aclKey(allowed(marker.principal, right)))),
  };
}

async function unfit(
  cluster: Cluster,
  settings: TargetSettings,
  entitlements: readonly Entitlement[],
): Promise<Map<string, ReturnType<typeof unusable>>> {
  const names = [...new Set(entitlements.map(({ principal }) => principal))];
  const reasons = new Map<string, ReturnType<typeof unusable>>();
  for (const name of names) {
    const fault = nameFault(name, settings.user);
    if (fault !== null) reasons.set(name, unusable(fault));
  }
  const usable = names.filter((name) => !reasons.has(name));
  if (checksScram(settings) && usable.length > 0) {
    const users = await cluster.users(usable);
    for (const name of usable) if (!users.has(name)) reasons.set(name, unknownUser(name));
  }
  return reasons;
}

const entitlementOf = ({ principal, level }: Marker): Entitlement => ({
  principal: nameOf(principal),
  level,
});

const keyOf = ({ principal, level }: Entitlement): string => `${level}\n${principal}`;

function byName(one: Entitlement, other: Entitlement): number {
  return one.principal === other.principal
    ? one.level < other.level
      ? -1
      : 1
    : one.principal < other.principal
      ? -1
      : 1;
}
