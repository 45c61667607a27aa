// Saying by hand what a resource is at a target, in contrast to what documents say. It takes rights over the target, the
// target's connector judges the words, and documents change nothing about it from then on.
import { isDeepStrictEqual } from 'node:util';
import { mayBind } from '../core/governance.ts';
import type { Principal } from '../core/principal.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Bound, CatalogPorts, CatalogTx, ResourceRow } from './catalog.ts';
import { invalid } from './documents.ts';
import type { TargetWish } from './resource-wish.ts';

export type Binding = Pick<ResourceRow, 'bound' | 'boundByDocument' | 'unbound'>;

/**
 * @param target null unbinds; undefined leaves it as it is.
 * @throws Problem `invalid_field`, `reference_unknown` for the target, `not_permitted`.
 */
export async function boundByHand(
  ports: CatalogPorts,
  tx: CatalogTx,
  before: Binding,
  target: TargetWish | null | undefined,
  by: Principal,
): Promise<Binding> {
  if (target === undefined) return before;
  const bound = target && wantedOf(target);
  const saysAsBefore = target !== null && target.followsDocument !== false;
  if (isDeepStrictEqual(bound, before.bound) && (saysAsBefore || !before.boundByDocument)) return before;
  if (bound && !isDeepStrictEqual(bound, before.bound)) await check(ports, tx, bound, by);
  return { bound, boundByDocument: false, unbound: null };
}

function wantedOf({ id, binding }: TargetWish): Bound {
  if (id === undefined) throw invalid([{ path: 'target.id', message: 'is missing' }]);
  return { target: id, binding: binding ?? {} };
}

async function check(
  { connectors }: CatalogPorts,
  tx: CatalogTx,
  wanted: Bound,
  by: Principal,
): Promise<void> {
  const target = await tx.targets.hold(wanted.target);
  if (!target) {
    const detail = `There is no target "${wanted.target}".`;
    throw new Problem('reference_unknown', { detail, field: 'target.id' });
  }
  const roster = target.owner === null ? undefined : await tx.teams.roster(target.owner);
  const no = mayBind(by, target.owner, roster);
  orThrow(no && { ...no, field: 'target.id' });
  const faults = connectors.get(target.kind)?.bindingFaults(wanted.binding) ?? [];
  if (faults.length > 0)
    throw invalid(
      faults.map(({ path, reason }) => ({ path: `target.binding${path && `.${path}`}`, message: reason })),
    );
}
