// The worker that makes access real: every server runs one. It takes what is due, a few resources at a time and never
// more than two at one target, so that a target which does not answer holds up only itself. It is nudged when somebody
// knows of new work, looks by itself every second, and every resource comes round every few minutes, because targets
// are changed by others too.
import { second, type Milliseconds } from '../core/time.ts';
import { provisionResource } from './provision-resource.ts';
import type { Job, Outcome, ProvisioningPorts } from './provisioning.ts';

export interface WorkerOptions {
  /** Runs at the same time on this server. */
  readonly parallel: number;
  readonly perTarget: number;
  /** How long after a server has died its runs are taken by another one. A run that takes longer keeps its lease. */
  readonly lease: Milliseconds;
  readonly pollMs: Milliseconds;
  /** How often bound resources without a row are looked for. */
  readonly alignMs: Milliseconds;
}

export const usualWork: WorkerOptions = {
  parallel: 6,
  perTarget: 2,
  lease: 15 * second,
  pollMs: second,
  alignMs: 15 * second,
};

export interface Worker {
  /** There may be new work. */
  nudge(): void;
  /** Takes nothing new, waits for the runs that are under way. */
  stop(): Promise<void>;
}

/** Takes and runs until nothing is due. Returns how many runs there were. */
export async function provisionDue(
  ports: ProvisioningPorts,
  options: Pick<WorkerOptions, 'parallel' | 'perTarget' | 'lease'> = usualWork,
): Promise<number> {
  const running = new Map<Job, Promise<void>>();
  let runs = 0;
  for (;;) {
    const job = running.size < options.parallel ? await takeNext(ports, options, [...running.keys()]) : null;
    if (job) {
      runs += 1;
      running.set(
        job,
        runOne(ports, options.lease, job).finally(() => running.delete(job)),
      );
    } else if (running.size > 0) await Promise.race(running.values());
    else return runs;
  }
}

/** Starts working in the background. Failures of our own store are reported and tried again. */
export function startProvisioning(ports: ProvisioningPorts, options: WorkerOptions = usualWork): Worker {
  const running = new Map<Job, Promise<void>>();
  let stopped = false;
  let filling: Promise<void> | null = null;
  let again = false;

  const fill = async (): Promise<void> => {
    while (!stopped && running.size < options.parallel) {
      const job = await takeNext(ports, options, [...running.keys()]);
      if (!job) return;
      const run = runOne(ports, options.lease, job).finally(() => {
        running.delete(job);
        nudge();
      });
      running.set(job, run);
    }
  };

  function nudge(): void {
    again = true;
    filling ??= fillAgain();
  }

  async function fillAgain(): Promise<void> {
    while (again && !stopped) {
      again = false;
      await fill().catch((error: unknown) => ports.fault(error, 'taking what is due at targets'));
    }
    filling = null; // In the same turn as the question above, so that no nudge falls in between.
  }

  const align = (): void => {
    ports.provisioning.align(ports.clock.now()).then(
      (born) => (born > 0 ? nudge() : undefined),
      (error: unknown) => ports.fault(error, 'looking for resources that were bound to a target'),
    );
  };

  const timers = [setInterval(nudge, options.pollMs), setInterval(align, options.alignMs)];
  ports.workers?.add(nudge);
  align();
  nudge();
  return {
    nudge,
    async stop() {
      stopped = true;
      ports.workers?.delete(nudge);
      for (const timer of timers) clearInterval(timer);
      await filling;
      await Promise.all(running.values());
    },
  };
}

function takeNext(
  { provisioning, clock }: ProvisioningPorts,
  { perTarget, lease }: Pick<WorkerOptions, 'perTarget' | 'lease'>,
  running: readonly Job[],
): Promise<Job | null> {
  const at = Map.groupBy(running, ({ target }) => target.id);
  const busy = [...at].filter(([, jobs]) => jobs.length >= perTarget).map(([target]) => target);
  return provisioning.take(busy, clock.now(), lease);
}

async function runOne(ports: ProvisioningPorts, lease: Milliseconds, job: Job): Promise<void> {
  const began = performance.now();
  let outcome: Outcome | null = null;
  // A renewal that fails matters only if they all do, and then the store is gone and nothing is recorded anyway.
  const renewing = setInterval(
    () => void ports.provisioning.renew(job, ports.clock.now() + lease).catch(() => {}),
    lease / 3,
  );
  try {
    outcome = await provisionResource(ports)(job);
  } catch (error) {
    ports.fault(error, `a run for "${job.resource}" at target "${job.target.id}"`);
  }
  clearInterval(renewing);
  ports.ran?.(job, outcome, performance.now() - began);
}
