// How far targets are from the grants, for Prometheus: one look at the rows when somebody asks, by target. What is
// worth waking somebody for is `alarming`; the rest says why.
import { Gauge, Histogram, type Registry } from 'prom-client';
import type pg from 'pg';
import type { Clock } from '../../../app/ports.ts';
import type { ProvisioningPorts } from '../../../app/provisioning.ts';
import { timestamp } from '../pool.ts';

const gauges = {
  resources: 'Resources that are bound to the target.',
  failing: 'Resources whose last run at the target failed.',
  alarming: 'Resources where access could not be taken away, or that have failed too often.',
  drifting: 'Resources with ways in at the target that nobody has agreed to.',
  frozen: 'Whether the target is only looked at: 1 after a restore, until somebody confirms.',
  overdue_seconds: 'How long the resource that waits longest has been due.',
} as const;

/** @returns what a worker calls after each run. */
export function provisioningGauges(
  registry: Registry,
  pool: pg.Pool,
  clock: Clock,
): NonNullable<ProvisioningPorts['ran']> {
  const registers = [registry];
  let reading: Promise<void> | null = null;
  const all: (readonly [string, Gauge])[] = [];
  // All gauges come from one look, however many of them are asked for at a time.
  const collect = (): Promise<void> =>
    (reading ??= look(pool, clock, all)
      .catch(() => all.forEach(([, gauge]) => gauge.reset()))
      .finally(() => {
        reading = null;
      }));
  for (const [name, help] of Object.entries(gauges))
    all.push([
      name,
      new Gauge({ name: `countersign_target_${name}`, help, labelNames: ['target'], registers, collect }),
    ]);
  const runs = new Histogram({
    name: 'countersign_target_run_seconds',
    help: 'How long runs at targets took.',
    labelNames: ['target', 'result'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers,
  });
  return ({ target }, outcome, ms) => {
    const result = outcome === null ? 'lost' : outcome.standing.error === null ? 'in line' : 'failed';
    runs.observe({ target: target.id, result }, ms / 1000);
  };
}

async function look(pool: pg.Pool, clock: Clock, all: readonly (readonly [string, Gauge])[]): Promise<void> {
  const { rows } = await pool.query<Record<string, number> & { target: string }>(text, [
    timestamp(clock.now()),
  ]);
  for (const [name, gauge] of all) {
    gauge.reset();
    for (const { target, ...row } of rows) gauge.set({ target }, row[name]!);
  }
}

/** $1 now. */
const text = `
select t.id as target, count(v.*)::integer as resources, count(*) filter (where v.failures > 0)::integer as failing,
  count(*) filter (where v.alarming)::integer as alarming,
  count(*) filter (where jsonb_array_length(v.drift) > 0 or jsonb_array_length(v.excess) > 0)::integer as drifting,
  (t.frozen or o.frozen)::integer as frozen,
  greatest(0, coalesce(extract(epoch from $1::timestamptz - min(v.next_run)), 0))::float8 as overdue_seconds
from target t cross join organization o left join provisioning v on v.target_id = t.id
group by t.id, t.frozen, o.frozen
`;
