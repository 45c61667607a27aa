// Measurements for Prometheus: what every Node process tells about itself, how long calls take, and what tells an
// operator that something is stuck. Gauges are read when somebody asks for them, and cost nothing in between.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Checks } from '../../app/check.ts';
import { evaluationPath } from './check/short-way.ts';
import type { Server } from './server.ts';

type Reading = (() => Promise<number> | number) | null;

/** Null where there is nothing to measure. */
export interface Measured {
  /** How long the oldest entry has been waiting to be sealed into the log. */
  readonly unsealedSeconds: Reading;
  /** How far the clock of this server may be from the database’s. */
  readonly clockErrorSeconds: Reading;
  /** What may still be written where the embedded database lies. */
  readonly freeDiskBytes: Reading;
}

/** @param measured null where no process stands around the server, and only its calls are measured. */
export function openMetrics(server: Server, measured: Measured | null): Registry {
  const registry = new Registry();
  measureCalls(server, registry);
  if (!measured) return registry;
  collectDefaultMetrics({ register: registry });
  for (const [name, help, read] of [
    [
      'countersign_log_unsealed_seconds',
      'Age of the oldest entry that is not in the log yet.',
      measured.unsealedSeconds,
    ],
    [
      'countersign_clock_error_seconds',
      'How far the clock may be from the database’s.',
      measured.clockErrorSeconds,
    ],
    ['countersign_disk_free_bytes', 'Bytes left where the embedded database lies.', measured.freeDiskBytes],
  ] as const)
    if (read) gauge(registry, name, help, read);
  return registry;
}

/** What the index of the check knows, and how old that is; nothing while nobody has asked for a check. */
export function checkGauges(registry: Registry, checks: Checks): void {
  const reading = (read: (state: Checks['state']) => number) => () =>
    checks.state.loaded ? read(checks.state) : Number.NaN;
  for (const [name, help, read] of [
    [
      'countersign_check_behind_seconds',
      'How old what the check knows may be.',
      ({ behindMs }) => (behindMs === null ? Number.NaN : behindMs / 1000),
    ],
    [
      'countersign_check_position',
      'The last entry of the log that the check knows.',
      ({ position }) => position,
    ],
    ['countersign_check_grants', 'Grants that the check holds.', ({ grants }) => grants],
  ] as const satisfies [string, string, (state: Checks['state']) => number][])
    gauge(registry, name, help, reading(read));
}

/** For calls that go past the routes. */
export function observeCalls(registry: Registry): (ms: number, status: number) => void {
  const calls = registry.getSingleMetric(callsName) as Histogram;
  return (ms, status) => calls.observe({ method: 'POST', route: evaluationPath, status }, ms / 1000);
}

const callsName = 'countersign_http_seconds';

/** By route and not by address, because there are as many addresses as agreements. */
function measureCalls(server: Server, registry: Registry): void {
  const calls = new Histogram({
    name: callsName,
    help: 'How long calls took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    calls.observe({ method, route: routeOptions.url ?? 'none', status: statusCode }, elapsedTime / 1000);
  });
}

function gauge(registry: Registry, name: string, help: string, read: NonNullable<Reading>): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: async () => {
      // A database that does not answer must not keep the other measurements back.
      gauge.set(await Promise.resolve(read()).catch(() => Number.NaN));
    },
  });
}
