// One run for one resource at one target: reconcile, or only compare while the target is frozen, and record what came of
// it. The grants are read inside the run and judged by the clock at that moment. A failure of the target is an outcome
// like any other; a failure of our own store is not, and leaves the lease to run out.
import { levelOf, nameAtTarget, namingOf, roleLevels } from '../core/consumer-name.ts';
import { Problem } from '../core/problem.ts';
import { TargetFailure, type Binding, type Connector, type Entitlement, type Level } from './connector.ts';
import { outcomeOf, type Finding, type Intended, type Intentions } from './provisioning-outcome.ts';
import type { Claim, Job, Outcome, ProvisioningPorts } from './provisioning.ts';
import { compare, reconcile } from './reconcile.ts';

/**
 * Runs one job to its end. Returns the outcome, or null when a later run was begun meanwhile.
 *
 * @throws Problem `database_unavailable` when the outcome could not be recorded; the next run will find out again.
 */
export const provisionResource =
  (ports: ProvisioningPorts) =>
  async (job: Job): Promise<Outcome | null> => {
    const { provisioning, clock } = ports;
    let intentions: Intentions | null = null;
    const read = async (): Promise<readonly Entitlement[]> => (intentions = await intend(ports, job)).all;
    // Only this run can change what is held, or it will not be recorded; so that is read meanwhile.
    const [finding, held] = await Promise.all([look(ports, job, read), provisioning.held(job)]);
    const outcome = outcomeOf({
      job,
      finding,
      intentions: intentions ?? (await intend(ports, job)),
      held,
      reference: referenceAt(ports, job),
      now: clock.now(),
      random: ports.random,
    });
    const recorded = await provisioning.record(job, outcome, clock.now());
    if (recorded && (outcome.turn !== null || outcome.made.length > 0)) ports.sealSoon();
    return recorded ? outcome : null;
  };

/** What a connector is told about a resource at a target. */
export function bindingOf(job: Job): Binding {
  const { installation: installationId, resource: resourceId, binding, endSessions } = job;
  return { installationId, resourceId, settings: { ...binding, ...(endSessions && { endSessions }) } };
}

async function look(
  ports: ProvisioningPorts,
  job: Job,
  read: () => Promise<readonly Entitlement[]>,
): Promise<Finding> {
  try {
    const connector = connectorOf(ports, job);
    if (job.frozen) {
      const { observed, drift } = await compare(connector, job.target, bindingOf(job), read);
      return { kind: 'compared', observed, drift };
    }
    const { observed, failed, drift } = await reconcile(connector, job.target, bindingOf(job), read);
    return { kind: 'acted', observed, failed, drift };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof TargetFailure) return { kind: 'failed', sentence: error.message };
    ports.fault(error, `a run for "${job.resource}" at target "${job.target.id}"`);
    return { kind: 'failed', sentence: 'Something broke in Countersign itself; its own log says what.' };
  }
}

async function intend({ provisioning, clock }: ProvisioningPorts, job: Job): Promise<Intentions> {
  const naming = namingOf(job.target);
  const now = clock.now();
  const { claims, contractRoles } = await provisioning.claims(job, naming.field, now);
  const levels = roleLevels(job.binding['roles'], contractRoles);
  const isLive = ({ from, until }: Claim): boolean => from <= now && (until === null || now < until);
  const all = claims
    .filter(isLive)
    .map(({ access, version, updatedAt, consumer, named, roles }): Intended => ({
      access,
      version,
      updatedAt,
      consumer,
      principal: nameAtTarget(named, naming),
      level: levelOf(roles, levels),
    }));
  const turns = claims.flatMap(({ from, until }) => [from, until]).filter((at) => at !== null && at > now);
  return { all, next: turns.reduce<number | null>((first, at) => Math.min(first ?? at!, at!), null) };
}

function connectorOf({ connectors }: ProvisioningPorts, { target }: Job): Connector {
  const connector = connectors.get(target.kind);
  if (!connector)
    throw new TargetFailure(
      'settings_wrong',
      `There is no connector for targets of the kind "${target.kind}".`,
    );
  return connector;
}

function referenceAt(ports: ProvisioningPorts, job: Job): (level: Level) => string | undefined {
  return (level) => {
    try {
      return connectorOf(ports, job).reference(job.target, bindingOf(job), level);
    } catch {
      return undefined;
    }
  };
}
