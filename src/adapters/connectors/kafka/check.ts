// What Countersign's own user lacks at a cluster, before anybody depends on it. A cluster tells nobody what somebody is
// permitted to do, so it is tried: all ACLs are read, and one that cannot be there is taken away.
import { TargetFailure, type Binding, type Lack, type Target } from '../../../app/connector.ts';
import type { Connect } from './cluster.ts';
import { markerOf, readMarker } from './marker.ts';
import { principalOf } from './principal.ts';
import { denialsOf } from './reasons.ts';
import { checksScram, readPlace, readTarget, type TargetSettings } from './settings.ts';

export async function checkTarget(
  target: Target,
  bindings: readonly Binding[],
  connect: Connect,
): Promise<readonly Lack[]> {
  const lacks: Lack[] = [];
  for (const binding of bindings) await collect(lacks, async () => void readPlace(binding));
  await collect(lacks, async () => {
    const settings = readTarget(target);
    await using cluster = await connect(settings, target.secret('password'));
    const acls = await cluster.acls();
    await cluster.remove([nothing(settings)]);
    if (checksScram(settings)) await cluster.users([settings.user]);
    const markers = acls
      .map(readMarker)
      .filter((marker) => marker !== null)
      .filter(({ installation, resource }) =>
        bindings.some((one) => one.installationId === installation && one.resourceId === resource),
      );
    lacks.push(...denialsOf(markers, acls).map(({ code, sentence, mend }) => ({ code, sentence, mend })));
  });
  return [...new Map(lacks.map((lack) => [lack.sentence, lack])).values()];
}

/** The marker of nobody's entitlement. */
function nothing({ user }: TargetSettings) {
  const entry = { installation: '', resource: '', level: 'read', topics: [] } as const;
  return markerOf(principalOf(user), { ...entry, groups: [], transactionalIds: [], others: [] }).acl;
}

/** A target that cannot be looked into is a lack like any other. */
async function collect(lacks: Lack[], look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error;
    lacks.push({ code: error.code, sentence: error.message, mend: error.mend });
  }
}
