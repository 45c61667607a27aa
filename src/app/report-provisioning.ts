// Reports of connectors about an access at its target: a step on the way, or the whole record. Whoever belongs to the
// provider may report, from any state and about any access, one that was deleted included: its connector has work to do
// then. Reports change no access and no version of it.
import type { AccessId } from '../core/ids.ts';
import { noSuch } from '../core/no-such.ts';
import { orThrow, Problem } from '../core/problem.ts';
import {
  applyPatch,
  declare,
  mayReport,
  transition,
  type ProvisioningReport,
  type ProvisioningStatus,
  type ReportFields,
} from '../core/provisioning.ts';
import type { Caller, Ports } from './ports.ts';
import type { ReportStore } from './provisioning.ts';

export interface ReportPorts extends Pick<Ports, 'accesses' | 'clock'> {
  readonly reports: ReportStore;
}

/** @throws Problem `access_not_found`, `not_the_owner_side`. Each step is an event, also one that repeats the state. */
export const reportStep =
  (ports: ReportPorts) =>
  (
    id: AccessId,
    status: ProvisioningStatus,
    fields: ReportFields,
    caller: Caller,
  ): Promise<ProvisioningReport> =>
    change(ports, id, caller, (before, now) => ({
      report: applyPatch(before, transition(status, fields, now)),
      isNews: true,
    }));

/** Replaces the whole record. An event only where the status is another one; all else is a correction. */
export const declareProvisioning =
  (ports: ReportPorts) =>
  (
    id: AccessId,
    declared: Omit<ProvisioningReport, 'failedAt'>,
    caller: Caller,
  ): Promise<ProvisioningReport> =>
    change(ports, id, caller, (before, now) => ({
      report: declare(before, declared, now),
      isNews: before?.status !== declared.status,
    }));

/** @throws Problem `access_not_found`, `provisioning_not_found`. */
export const readProvisioning =
  ({ accesses, clock, reports }: ReportPorts) =>
  async (id: AccessId): Promise<ProvisioningReport> => {
    const report = await reports.read(id);
    if (report) return report;
    const [known] = await accesses.loadMany([id], clock.now());
    throw known ? new Problem('provisioning_not_found') : missing(id);
  };

async function change(
  { accesses, clock, reports }: ReportPorts,
  id: AccessId,
  caller: Caller,
  judge: (before: ProvisioningReport | null, now: number) => { report: ProvisioningReport; isNews: boolean },
): Promise<ProvisioningReport> {
  const loaded = await accesses.load(id, caller, null, clock.now());
  if (!loaded) throw missing(id);
  const { situation, seen, notBefore } = loaded;
  orThrow(mayReport(situation, caller.principal));
  const now = Math.max(clock.now(), notBefore);
  const { access, consumer, resource } = situation;
  const about = {
    access: access.id,
    version: seen.access,
    updatedAt: notBefore,
    consumer,
    resource: resource.id,
  };
  return reports.change(about, caller, now, (before) => judge(before, now));
}

function missing(id: AccessId): Problem {
  return new Problem('access_not_found', { detail: noSuch('access', id) });
}
