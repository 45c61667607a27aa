// Provisioning reports: what a connector, ours or another team's, says about an access at its target. Whoever reports
// owns this state, so every report is accepted from every state and the latest one wins; it is a projection, and the
// sequence stands in the log. A report is written as a patch, because a run of our own connector writes thousands of
// them without reading each one first. Words and meaning are those of the Entropy API (AccessProvisioning).
import { isOwnerSide } from './deciders.ts';
import { mayWrite, type Principal } from './principal.ts';
import { refused, type Refused } from './problem.ts';
import { ownerRoster, type Surroundings } from './situation.ts';
import { isMember } from './team.ts';
import type { Instant } from './time.ts';

export const provisioningStatuses = [
  'provisioning',
  'provisioned',
  'provisioning-failed',
  'deprovisioning',
  'deprovisioned',
  'deprovisioning-failed',
] as const;

export type ProvisioningStatus = (typeof provisioningStatuses)[number];

/** What a report may say beside its status. A field that is not there keeps its value. */
export interface ReportFields {
  readonly platform?: string | undefined;
  /** Who did the work. */
  readonly executor?: string | undefined;
  /** Where the grant lives at the platform, such as the name of a role. */
  readonly reference?: string | undefined;
  /** What went wrong. Cleared by the next success. */
  readonly diagnostics?: string | undefined;
  /** From a person; survives a success. */
  readonly note?: string | undefined;
  readonly customProperties?: readonly Readonly<Record<string, unknown>>[] | undefined;
  readonly links?: Readonly<Record<string, string>> | undefined;
}

export const reportTimes = [
  'provisioningStartedAt',
  'provisionedAt',
  'deprovisioningStartedAt',
  'deprovisionedAt',
  'failedAt',
] as const;

export type ReportTime = (typeof reportTimes)[number];

/** A stored report. Times are texts, as they are shown. */
export type ProvisioningReport = ReportFields & { readonly status: ProvisioningStatus } & {
  readonly [time in ReportTime]?: string | undefined;
};

export interface ReportPatch {
  readonly set: Partial<ProvisioningReport>;
  readonly clear: readonly string[];
}

interface Row {
  /** The type of the log entry that a change to this status leaves. */
  readonly type: string;
  readonly time: ReportTime;
  readonly succeeds: boolean;
}

/** What each status means for the record and for the log. */
export const provisioningTable: Record<ProvisioningStatus, Row> = {
  provisioning: { type: 'provisioning.started', time: 'provisioningStartedAt', succeeds: false },
  provisioned: { type: 'provisioning.provisioned', time: 'provisionedAt', succeeds: true },
  'provisioning-failed': { type: 'provisioning.failed', time: 'failedAt', succeeds: false },
  deprovisioning: {
    type: 'provisioning.deprovisioning_started',
    time: 'deprovisioningStartedAt',
    succeeds: false,
  },
  deprovisioned: { type: 'provisioning.deprovisioned', time: 'deprovisionedAt', succeeds: true },
  'deprovisioning-failed': {
    type: 'provisioning.deprovisioning_failed',
    time: 'failedAt',
    succeeds: false,
  },
};

/** A step on the way: what is not said stays as it was, and the time is ours. */
export function transition(status: ProvisioningStatus, fields: ReportFields, now: Instant): ReportPatch {
  const { time, succeeds } = provisioningTable[status];
  return {
    set: { ...present(fields), status, [time]: new Date(now).toISOString() },
    clear: succeeds ? ['diagnostics'] : [],
  };
}

/** Fields put right without any step. */
export function correction(fields: ReportFields): ReportPatch {
  return { set: present(fields), clear: [] };
}

export function applyPatch(
  before: ProvisioningReport | null,
  { set, clear }: ReportPatch,
): ProvisioningReport {
  const kept = Object.entries(before ?? {}).filter(([field]) => !clear.includes(field));
  return { ...Object.fromEntries(kept), ...set } as ProvisioningReport;
}

/** The whole record as a reconciling connector declares it: what it does not say is gone, and its times are believed. */
export function declare(
  before: ProvisioningReport | null,
  declared: Omit<ProvisioningReport, 'failedAt'>,
  now: Instant,
): ProvisioningReport {
  const failed = provisioningTable[declared.status].time === 'failedAt';
  const since = before?.status === declared.status ? before.failedAt : undefined;
  return {
    ...(present(declared) as Omit<ProvisioningReport, 'failedAt'>),
    ...(failed && { failedAt: since ?? new Date(now).toISOString() }),
  };
}

/** Refuses whoever does not belong to the provider: reports say what is true at its platform. */
export function mayReport(s: Surroundings, by: Principal): Refused | undefined {
  const person = by.type === 'person' ? by.id : null;
  const isProvider =
    by.type === 'organization-key' ||
    (by.type === 'team-key' && by.team === s.resource.owner) ||
    isMember(ownerRoster(s), person) ||
    isOwnerSide(s, by);
  return mayWrite(by) ?? (isProvider ? undefined : refused('not_the_owner_side'));
}

/** What the log says about a change of status. */
export function reportData(report: Pick<ProvisioningReport, 'status' | 'platform'>): Record<string, unknown> {
  return { status: report.status, platform: report.platform };
}

function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
