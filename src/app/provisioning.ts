// What making access real needs from outside. A job is one resource at one target that is due; it is taken with a lease
// and carries what a run needs to know except the one thing that must not be known beforehand: the grants. Those are
// read inside the run, once the target has let it in alone (reconcile.ts).
import type { Consumer } from '../core/consumer.ts';
import type { Named } from '../core/consumer-name.ts';
import type { AccessId, ResourceId } from '../core/ids.ts';
import type { ProvisioningReport, ProvisioningStatus, ReportPatch } from '../core/provisioning.ts';
import type { Instant, Milliseconds } from '../core/time.ts';
import type { Connector, Drift, Entitlement, Failure, Level, Target } from './connector.ts';
import type { Caller, Clock } from './ports.ts';

/** One resource at one target, taken by this server for one run. */
export interface Job {
  readonly resource: ResourceId;
  readonly target: Target;
  /** What the resource is there, in the connector's words. */
  readonly binding: Readonly<Record<string, unknown>>;
  /** False once the resource is gone or bound elsewhere: then nothing is intended here any more. */
  readonly bound: boolean;
  /** Whether what becomes of an access here is what its report tells: not where the resource has moved on. */
  readonly reports: boolean;
  /** Whether the policy wants running sessions ended when access ends. */
  readonly endSessions: boolean;
  readonly installation: string;
  /** Nothing is changed at the target until an administrator has looked; it is only compared. */
  readonly frozen: boolean;
  /** Which run this is; an outcome of an earlier one is not recorded any more. */
  readonly run: number;
  /** Failed runs in a row before this one. */
  readonly failures: number;
  readonly alarming: boolean;
}

/** An access as a run sees it. */
export interface Party {
  readonly access: AccessId;
  readonly version: number;
  /** The instant of the access's last log entry. */
  readonly updatedAt: Instant;
  readonly consumer: Consumer;
}

/** A grant that runs or will run, with what its consumer may be called at the target. */
export interface Claim extends Party {
  readonly named: Named;
  readonly roles: readonly string[];
  readonly from: Instant;
  readonly until: Instant | null;
}

export interface Claims {
  readonly claims: readonly Claim[];
  readonly contractRoles: readonly { readonly role: string; readonly access: string | null }[];
}

/** What was made of an access at the target so far. */
export interface Held extends Party {
  readonly principal: string | null;
  readonly level: Level;
  readonly status: ProvisioningStatus;
  readonly reason: string | null;
}

/** What a run has made of an access, where that is something new. */
export interface Made extends Held {
  /** Null where the resource has moved on and another target tells. */
  readonly report: ReportPatch | null;
  /** Whether the log hears of it: a new sentence for the same failure is no event. */
  readonly isNews: boolean;
}

/** How one resource stands at one target after a run. */
export interface Standing {
  readonly failures: number;
  readonly alarming: boolean;
  readonly error: string | null;
  /** Null: the run did not get far enough to know. */
  readonly seen: {
    readonly intended: number;
    readonly observed: number;
    readonly missing: readonly Entitlement[];
    readonly excess: readonly Entitlement[];
    readonly failed: readonly Failure[];
    readonly drift: readonly Drift[];
  } | null;
  readonly nextRun: Instant;
}

export interface Outcome {
  readonly standing: Standing;
  readonly made: readonly Made[];
  /** Whether the target began or ceased to be alarming by this run. */
  readonly turn: 'alarm' | 'recovered' | null;
  /** True when nothing is left at a target where the resource is not any more: then it is forgotten there. */
  readonly over: boolean;
}

export interface ProvisioningStore {
  /** Makes a row for every resource that was bound to a target and has none there. Returns how many. */
  align(now: Instant): Promise<number>;
  /** Takes the job that has been due for longest, unless its target is among those that are busy. */
  take(busy: readonly string[], now: Instant, lease: Milliseconds): Promise<Job | null>;
  /** Lengthens the lease of a run that is under way, so that it may be short and a server that dies is soon replaced. */
  renew(job: Job, until: Instant): Promise<void>;
  /** The grants on the resource that are not over, where the standing lets them run and the consumer is still there. */
  claims(job: Job, field: string, now: Instant): Promise<Claims>;
  /** What is left at the target of accesses to the resource, by the record. */
  held(job: Job): Promise<readonly Held[]>;
  /** State and log in one transaction; nothing when a later run was begun meanwhile. Returns whether it was recorded. */
  record(job: Job, outcome: Outcome, now: Instant): Promise<boolean>;
}

export interface ProvisioningPorts {
  readonly provisioning: ProvisioningStore;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly clock: Clock;
  /** From 0 up to 1, for spreading retries. */
  readonly random: () => number;
  readonly sealSoon: () => void;
  /** Hears of a fault that is nobody's but ours. */
  readonly fault: (error: unknown, what: string) => void;
  /** Hears how long each run took; of one that could not be recorded there is no outcome. */
  readonly ran?: (job: Job, outcome: Outcome | null, ms: Milliseconds) => void;
  /** Wakes the workers of this server: each adds itself. */
  readonly workers?: Set<() => void>;
}

/** What other teams' connectors report about an access, and what ours does. */
export interface ReportStore {
  read(access: AccessId): Promise<ProvisioningReport | null>;
  /**
   * Changes the report under a lock, with a log entry where `judge` names one. A repeated Idempotency-Key changes
   * nothing. Returns the report as it is now.
   */
  change(
    about: Party & { readonly resource: ResourceId },
    caller: Caller,
    now: Instant,
    judge: (before: ProvisioningReport | null) => { report: ProvisioningReport; isNews: boolean },
  ): Promise<ProvisioningReport>;
}
