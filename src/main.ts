// A server as a process: opens the store, brings its schema up to date, starts the clock, puts everything together,
// works in the background, listens, and ends in order. Stopping goes the same way back: no more calls, those under way
// are finished, then the work in the background, then what they left is sealed into the log, then the database. The
// demo is the same process with a door more (demo/); whatever it adds comes in as an argument.
import { once } from 'node:events';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { oldestUnsealed } from './adapters/db/log/read.ts';
import { startSealing } from './adapters/db/log/seal.ts';
import { watchLog } from './adapters/db/log/watch.ts';
import { startClock, type RunningClock } from './adapters/db/clock.ts';
import { watchDisk, type Disk } from './adapters/db/embedded/disk.ts';
import { freeDiskBytes } from './adapters/db/embedded/folder.ts';
import { migrate } from './adapters/db/migrate.ts';
import { checkCanary } from './adapters/db/secret-rows.ts';
import { openSecrets } from './adapters/secrets.ts';
import { openSigningKey } from './adapters/signing-key.ts';
import { openWebFiles } from './adapters/web-files.ts';
import type { Repeated } from './app/repeat.ts';
import type { Signer } from './app/signer.ts';
import { startBackground } from './background.ts';
import { gatewayOf, identityProviderOf, mailServerOf, publicUrlOf, type Config } from './config.ts';
import { closeServer, listen } from './listen.ts';
import { assemble, type Countersign } from './server.ts';
import { openStore, type Store } from './store.ts';
import { webFolder } from './web-build.ts';

export interface ProcessOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** The only host names to answer for; null = any. */
  readonly hosts: readonly string[] | null;
  /** Whether the store is, or becomes, that of the demo. A store of the other kind is refused. */
  readonly demo: boolean;
  /** For stories about weeks that are told in seconds. Absent: the database's clock. */
  readonly clock?: RunningClock;
  /** Called before the first call is answered. */
  readonly extend?: (countersign: Countersign) => void;
}

export interface RunningServer {
  readonly countersign: Countersign;
  readonly store: Store;
  readonly url: string;
  /** Ends everything in order. A second call waits for the first one. */
  stop(): Promise<void>;
}

/** JSON lines on stdout. Headers and bodies are never logged, because keys and passwords travel in them. */
export function openLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: null, serializers: { err: pino.stdSerializers.errWithCause } });
}

/** @throws Error with one sentence when the server cannot start here; what was opened is closed again. */
export async function startServer(options: ProcessOptions): Promise<RunningServer> {
  const { config, logger, demo, hosts } = options;
  const complain = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  await using opened = new AsyncDisposableStack();
  const store = opened.use(
    await openStore(config, {
      log: (line) => logger.info(line),
      broken: complain('an idle connection broke'),
    }),
  );
  await migrate(store.pool);
  await claimKind(store, demo);
  const clock = stoppable(
    opened,
    options.clock ?? (await startClock(store.aside, complain('the clock could not be set'))),
  );
  const disk = store.embedded && stoppable(opened, await openDisk(store.embedded.dataDir, logger));
  const sealing = stoppable(opened, startSealing(store.aside, { failed: complain('sealing failed') }));
  const signer = await openSigner(config, store);
  const watch = stoppable(
    opened,
    watchLog({ listen: store.direct, pool: store.aside, failed: complain('listening failed') }),
  );
  const countersign = assemble({
    pool: store.pool,
    clock,
    logger,
    trustProxy: config.trustProxy ?? false,
    publicUrl: publicUrlOf(config),
    hosts,
    sealSoon: sealing.sealSoon,
    watch,
    followsForChecks: { isClockRight: () => clock.ready() },
    eventPrefix: config.eventPrefix,
    signer,
    secretKey: config.secretKey?.reveal() ?? null,
    identityProvider: identityProviderOf(config),
    mailServer: mailServerOf(config),
    outboundNetworks: config.outboundNetworks ?? [],
    ...(disk && { diskIsFull: () => disk.isFull() }),
    checkTypes: config.checkTypes ?? {},
    gateway: gatewayOf(config),
    web: await openWebFiles(webFolder),
    house: houseOf(store, clock, disk, demo),
  });
  const { server, database } = countersign;
  await checkCanary(database, openSecrets(config.secretKey?.reveal() ?? null));
  options.extend?.(countersign);
  let background: Repeated | null = null;
  // Runs when the server has stopped taking calls: whoever waits for news is let go, and nothing new is begun.
  server.addHook('preClose', async () => {
    await Promise.all([watch.stop(), background?.stop()]);
  });
  opened.defer(() => closeServer(server));
  await server.ready();
  background = startBackground({
    countersign,
    watch,
    logger,
    signer,
    heads: {
      file: config.headsFile ?? (store.embedded && join(store.embedded.dataDir, 'log-heads.jsonl')),
      webhook: config.headsWebhook,
    },
  });
  await listen(server, config);
  logger.info({ url: publicUrlOf(config), demo }, 'listening');
  const all = opened.move();
  let end: Promise<void> | undefined;
  return { countersign, store, url: publicUrlOf(config), stop: () => (end ??= all.disposeAsync()) };
}

/** Resolves when somebody asks the process to end. */
export async function untilAsked(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function stoppable<T extends { stop(): Promise<void> }>(stack: AsyncDisposableStack, one: T): T {
  stack.defer(() => one.stop());
  return one;
}

/** A store is a demo's or it is not, from its first start on: nothing of the demo's open door may reach real data. */
async function claimKind({ pool }: Store, demo: boolean): Promise<void> {
  if (demo)
    await pool.query(
      `update organization set demo = true where not exists (select from person) and not exists (select from log) and not exists (select from log_inbox)`,
      [],
    );
  const { rows } = await pool.query<{ demo: boolean }>('select demo from organization', []);
  if (rows[0]!.demo === demo) return;
  throw new Error(
    demo
      ? 'This data is not of a demo, so the demo will not touch it. Name another folder with --data-dir.'
      : 'This data is of a demo, where everybody may come in. Name another folder in COUNTERSIGN_DATA_DIR.',
  );
}

/** With a database of its own the server also makes a signing key of its own, beside it and not inside it. */
async function openSigner({ signingKeyFile }: Config, { embedded }: Store): Promise<Signer | null> {
  const path = signingKeyFile ?? (embedded && join(embedded.dataDir, 'signing-key.pem'));
  return path === null ? null : openSigningKey(path);
}

async function openDisk(dataDir: string, logger: Logger): Promise<Disk> {
  return watchDisk(dataDir, {
    alarm: (freeBytes) => logger.fatal({ dataDir, freeBytes }, 'the disk is nearly full: writes are refused'),
    recovered: (freeBytes) => logger.warn({ dataDir, freeBytes }, 'there is room on the disk again'),
    failed: (error) => logger.error({ err: error }, 'the disk could not be looked at'),
  });
}

function houseOf({ pool, embedded }: Store, clock: RunningClock, disk: Disk | null, demo: boolean) {
  return {
    demo,
    obstacles: async () => [
      ...(await pool.query('select 1', []).then(
        () => [],
        () => ['The database does not answer.'],
      )),
      ...(clock.ready() ? [] : ['The clock of this server may be off by more than 250 ms.']),
      ...(disk?.isFull() ? ['The disk is nearly full; writes are refused.'] : []),
    ],
    unsealedSeconds: async () => {
      const oldest = await oldestUnsealed(pool);
      return oldest === null ? 0 : Math.max(0, (clock.now() - oldest) / 1000);
    },
    clockErrorSeconds: () => clock.errorMs() / 1000,
    freeDiskBytes: embedded ? () => freeDiskBytes(embedded.dataDir) : null,
  };
}
