// A process that only answers checks: beside the servers, near the gateways, as many as it takes. It holds who has access
// in memory and follows the log; it writes nothing, not even when a key was used last, and brings no schema up to date,
// which is the work of servers. It listens at once and denies until it knows; where its database goes away it denies
// again after five seconds, says so, and comes back by itself.
import type { FastifyBaseLogger } from 'fastify';
import { Memory } from './adapters/check/memory.ts';
import { startClock, type RunningClock } from './adapters/db/clock.ts';
import { openChecks } from './adapters/db/check/follow.ts';
import { watchLog } from './adapters/db/log/watch.ts';
import { clientTokens } from './adapters/gateway/client-tokens.ts';
import { typesWith } from './adapters/http/check/question.ts';
import { openShortWay } from './adapters/http/check/short-way.ts';
import { checkGauges, observeCalls, openMetrics } from './adapters/http/metrics.ts';
import { gatewayRoutes } from './adapters/http/routes/gateway.ts';
import { checkRoutes } from './adapters/http/routes/check.ts';
import { houseRoutes } from './adapters/http/routes/house.ts';
import { createServer, type Server } from './adapters/http/server.ts';
import { refuseHostile, refuseHostileWithSlashes } from './adapters/documents/hostile.ts';
import type { Checks } from './app/check.ts';
import { repeat } from './app/repeat.ts';
import { second } from './core/time.ts';
import { gatewayOf, publicUrlOf, type Config } from './config.ts';
import { closeServer, listen } from './listen.ts';
import { openStoreBeside, runningAt } from './store.ts';
import { version } from './version.ts';

export interface RunningCheckNode {
  readonly server: Server;
  readonly checks: Checks;
  stop(): Promise<void>;
}

/** @throws Error with one sentence when it cannot listen, or when it was given no database. */
export async function startCheckNode(config: Config, logger: FastifyBaseLogger): Promise<RunningCheckNode> {
  const complain = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  if (!config.databaseUrl && (await runningAt(config.dataDir)) === undefined)
    throw new Error(
      'A process that answers checks follows the database of a server. Set DATABASE_URL, or start the server of COUNTERSIGN_DATA_DIR first.',
    );
  await using opened = new AsyncDisposableStack();
  const store = opened.use(
    await openStoreBeside(config, {
      log: (line) => logger.info(line),
      broken: complain('an idle connection broke'),
    }),
  );
  const clock = clockToCome(store.aside, complain('the clock could not be set'));
  opened.defer(() => clock.stop());
  const watch = watchLog({ listen: store.direct, pool: store.aside, failed: complain('listening failed') });
  const checks = openChecks({
    pool: store.pool,
    memory: new Memory(),
    clock,
    isClockRight: () => clock.ready(),
    watch,
    failed: complain('following for checks failed'),
  });
  const server = createServer({
    logger,
    trustProxy: config.trustProxy ?? false,
    publicUrl: publicUrlOf(config),
    hosts: null,
    authenticate: async () => null,
    hostileFaults: refuseHostile,
    hostileFaultsWithSlashes: refuseHostileWithSlashes,
  });
  const metrics = openMetrics(server, {
    unsealedSeconds: null,
    clockErrorSeconds: () => clock.errorMs() / 1000,
    freeDiskBytes: null,
  });
  checkGauges(metrics, checks);
  const { issuer, clientHeader } = gatewayOf(config);
  const deps = { checks, types: typesWith(config.checkTypes ?? {}), publicUrl: publicUrlOf(config) };
  openShortWay(server.server, deps, observeCalls(metrics));
  void server.register(async (routes) => {
    checkRoutes(routes, deps);
    gatewayRoutes(routes, {
      checks,
      tokens: issuer && clientTokens(issuer, clock, complain('a token of a client could not be verified')),
      clientHeader,
    });
    houseRoutes(routes, {
      obstacles: async () => obstaclesOf(checks),
      facts: () => ({ check: factsOf(checks) }),
      metrics,
      version,
    });
  });
  server.addHook('preClose', async () => {
    await Promise.all([watch.stop(), checks.stop()]);
  });
  opened.defer(() => closeServer(server));
  await listen(server, config);
  logger.info({ url: publicUrlOf(config), role: 'check' }, 'listening');
  await checks.upToDate();
  const all = opened.move();
  let end: Promise<void> | undefined;
  return { server, checks, stop: () => (end ??= all.disposeAsync()) };
}

/** What stands in the way of answering, as sentences. */
function obstaclesOf({ state }: Checks): string[] {
  if (!state.loaded) return ['It is not known yet who has access.'];
  return state.isSure
    ? []
    : [`It is not certain who has access now: the last that is known is ${behind(state)} old.`];
}

function behind({ behindMs }: Checks['state']): string {
  return behindMs === null ? 'too' : `${Math.round(behindMs / second)} s`;
}

function factsOf({ state: { behindMs, position, grants } }: Checks) {
  return { behindSeconds: behindMs === null ? null : behindMs / second, position, grants };
}

/** The database's clock, as soon as there is a database. Until then it is wrong, and says so. */
function clockToCome(pool: Parameters<typeof startClock>[0], failed: (error: unknown) => void): RunningClock {
  let clock: RunningClock | null = null;
  const starting = repeat(
    second,
    async (signal) => {
      if (clock || signal.aborted) return 60 * second;
      clock = await startClock(pool, failed);
    },
    failed,
  );
  return {
    now: () => clock?.now() ?? 0,
    ready: () => clock?.ready() ?? false,
    errorMs: () => clock?.errorMs() ?? Number.POSITIVE_INFINITY,
    stop: async () => {
      await starting.stop();
      await clock?.stop();
    },
  };
}
