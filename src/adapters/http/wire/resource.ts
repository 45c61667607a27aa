// A resource and a target on the wire. What is null inside is left out, as everywhere on this wire.
import type { z } from 'zod';
import type { ShownResource, ShownTarget } from '../../../app/catalog-reads.ts';
import { targetActions } from '../../../core/target-actions.ts';
import { targetState, type TargetHealth } from '../../../core/target-health.ts';
import type { Asker } from '../authenticate.ts';
import { wireActions } from './action.ts';
import type { resourceAnswer } from './catalog.ts';
import type { targetAnswer } from './target-shapes.ts';

export function wireResource(resource: ShownResource): z.infer<typeof resourceAnswer> {
  const { id, kind, name, owner, description, offers, visibility, tags, port, contract, strategy } = resource;
  return {
    id,
    type: kind,
    name,
    owner,
    ...(description !== null && { description }),
    offers: [...offers],
    ...(visibility !== null && { visibility }),
    tags: [...tags],
    ...port,
    ...(contract && {
      dataContractId: contract.id,
      ...(contract.version !== null && { dataContractVersion: contract.version }),
    }),
    strategy,
    ...bindingOf(resource),
  };
}

function bindingOf({ bound, boundByDocument, unbound }: ShownResource) {
  const { target: id, ...said } = { target: undefined, ...unbound };
  return {
    ...(bound && { target: { id: bound.target, binding: bound.binding, followsDocument: boundByDocument } }),
    ...(unbound && { targetWanted: { ...(id !== undefined && { id }), ...said, reason: unbound.reason } }),
  };
}

export function wireTarget(
  target: ShownTarget,
  { principal, language }: Asker,
): z.infer<typeof targetAnswer> {
  const { id, kind, name, owner, settings, hasSecrets, frozen, health } = target;
  return {
    id,
    connector: kind,
    name,
    ...(owner !== null && { owner }),
    settings,
    hasSecrets,
    frozen,
    health: { state: targetState(health, frozen), ...wireHealth(health) },
    actions: wireActions(targetActions(principal), language),
  };
}

function wireHealth({ lastRun, nextRun, failure, ...counts }: TargetHealth) {
  const at = (instant: number): string => new Date(instant).toISOString();
  return {
    ...counts,
    ...(lastRun !== null && { lastRun: at(lastRun) }),
    ...(nextRun !== null && { nextRun: at(nextRun) }),
    ...(failure && { failure: { ...failure, nextRun: at(failure.nextRun) } }),
  };
}
