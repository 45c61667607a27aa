// What people do about targets as a whole: see what Countersign lacks there, see the differences that were found, have
// everything looked at now, and confirm after a restore that the targets may be changed again.
import { roleLevels, type Named } from '../core/consumer-name.ts';
import type { Consumer } from '../core/consumer.ts';
import { mayRun } from '../core/governance.ts';
import type { ResourceId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import type { Instant } from '../core/time.ts';
import type { Binding, Connector, Drift, Entitlement, Failure, Lack, Level, Target } from './connector.ts';
import type { Caller, Clock } from './ports.ts';
import { bindingOf } from './provision-resource.ts';
import type { Job } from './provisioning.ts';

/** How one resource stands at a target, as the last run has left it. */
export interface Difference {
  readonly resource: ResourceId;
  readonly name: string;
  /** What it is there, in the connector's words. */
  readonly binding: Readonly<Record<string, unknown>>;
  /** False once it is gone or bound elsewhere: then what is left of it here is taken away. */
  readonly bound: boolean;
  readonly frozen: boolean;
  readonly lastRun: Instant | null;
  readonly lastSuccess: Instant | null;
  readonly nextRun: Instant;
  readonly failures: number;
  readonly alarming: boolean;
  readonly error: string | null;
  /** How many entitlements the grants give, and the target shows. */
  readonly intended: number | null;
  readonly observed: number | null;
  /** Entitlements that the grants give and the target does not show. */
  readonly missing: readonly Entitlement[];
  /** Entitlements that the target shows and no grant gives. */
  readonly excess: readonly Entitlement[];
  readonly failed: readonly Failure[];
  /** Ways in that Countersign did not make. */
  readonly drift: readonly Drift[];
}

/** What adopting has to know. */
export interface Seen {
  readonly binding: Readonly<Record<string, unknown>>;
  readonly offers: readonly string[];
  readonly contractRoles: readonly { readonly role: string; readonly access: string | null }[];
  readonly named: Named;
  /** Ways in that nobody agreed to. */
  readonly ways: readonly { readonly principal: string; readonly level: Level }[];
}

export interface TargetReads {
  find(target: string): Promise<Target | null>;
  /** What is bound to the target, as runs would be told; nothing is taken. */
  bound(
    target: string,
  ): Promise<readonly { readonly job: Job; readonly contractRoles: Seen['contractRoles'] }[]>;
  /** Page by page, in the order of the resources' ids. */
  differences(target: string, after: string | null, limit: number): Promise<readonly Difference[]>;
  /** Null when the resource is not bound to the target or has not been looked at. */
  seen(target: string, resource: ResourceId, consumer: Consumer, field: string): Promise<Seen | null>;
}

export interface TargetWrites {
  /** Makes everything at the target due now, what is backing off included. Returns how many resources. */
  makeDue(target: string, now: Instant): Promise<number>;
  /** Lets targets be changed again after a restore, with a log entry. False when they were not frozen. */
  unfreeze(caller: Caller, now: Instant): Promise<boolean>;
}

export interface TargetPorts {
  readonly targets: TargetReads & TargetWrites;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly clock: Clock;
  /** Wakes the worker of this server. */
  readonly nudge: () => void;
}

/** What Countersign's own role lacks at the target. Changes nothing. @throws Problem `target_not_found`. */
export const checkTarget =
  (ports: TargetPorts) =>
  async (id: string): Promise<readonly Lack[]> => {
    const target = await findTarget(ports, id);
    const connector = ports.connectors.get(target.kind);
    if (!connector) {
      const sentence = `There is no connector for targets of the kind "${target.kind}".`;
      return [{ code: 'settings_wrong', sentence, mend: null }];
    }
    const bound = await ports.targets.bound(id);
    return connector.check(
      target,
      bound.map(({ job, contractRoles }) => offering(bindingOf(job), contractRoles)),
    );
  };

/** How the resources at a target differ from the grants, by their last runs. @throws Problem `target_not_found`. */
export const differencesAt =
  (ports: TargetPorts) =>
  async (id: string, after: string | null, limit: number): Promise<readonly Difference[]> => {
    await findTarget(ports, id);
    return ports.targets.differences(id, after, limit);
  };

/** Has everything at the target looked at as soon as a worker is free. @throws Problem `target_not_found`. */
export const reconcileNow =
  (ports: TargetPorts) =>
  async (id: string): Promise<number> => {
    await findTarget(ports, id);
    const due = await ports.targets.makeDue(id, ports.clock.now());
    ports.nudge();
    return due;
  };

/** After a restore: what is recorded here counts from now on, and the targets are brought in line with it. */
export const confirmTargets =
  ({ targets, clock, nudge }: TargetPorts) =>
  async (caller: Caller): Promise<boolean> => {
    orThrow(mayRun(caller.principal));
    const thawed = await targets.unfreeze(caller, clock.now());
    if (thawed) nudge();
    return thawed;
  };

/** @throws Problem `target_not_found`. */
export async function findTarget({ targets }: Pick<TargetPorts, 'targets'>, id: string): Promise<Target> {
  const target = await targets.find(id);
  if (!target) throw new Problem('target_not_found', { detail: noSuch('target', id) });
  return target;
}

/** The binding with the levels that its roles lead to, where it does not name them itself. */
function offering(binding: Binding, contractRoles: Seen['contractRoles']): Binding {
  const levels = roleLevels(binding.settings['roles'], contractRoles);
  const offered = new Set<Level>(['read', ...levels.values()]);
  return { ...binding, settings: { levels: [...offered], ...binding.settings } };
}
