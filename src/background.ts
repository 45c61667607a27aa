// What a server does without being asked: it lets time act on what is due, follows the log, works off what follows from
// it, brings targets in line, signs where the log ends, and clears away what has ended. Every server does all of it, and
// several at once share the work; nothing here decides anything, it calls use cases like everybody else.
import type { Logger } from 'pino';
import { consequenceStore, keepConsequences } from './adapters/db/consequences.ts';
import { forgetOldKeys } from './adapters/db/forget-keys.ts';
import { clearEnded } from './adapters/db/identity/housekeep.ts';
import { keepInsights } from './adapters/db/insights.ts';
import { runFollower } from './adapters/db/log/follow.ts';
import { appendHead, headLine, postHead, signHead } from './adapters/db/log/head.ts';
import { keepToTell } from './adapters/db/notices/store.ts';
import { makeDue } from './adapters/db/provisioning/due.ts';
import { deliverDue } from './app/deliver.ts';
import { confirmAccounts } from './app/confirm-accounts.ts';
import { consequencesFollower } from './app/followers/consequences.ts';
import { insightsFollower } from './app/followers/insights.ts';
import { noticesFollower } from './app/followers/notices.ts';
import { provisioningFollower } from './app/followers/provisioning.ts';
import type { LogWatch, SignedHead } from './app/log.ts';
import { startProvisioning } from './app/provision-due.ts';
import { repeat, type Repeated } from './app/repeat.ts';
import type { Signer } from './app/signer.ts';
import { settleSubscriptions } from './app/settle-subscriptions.ts';
import { tellPeople } from './app/tell-people.ts';
import { sweepDue } from './app/sweep-due.ts';
import { workOffConsequence } from './app/work-off-consequence.ts';
import { minute, second, type Milliseconds } from './core/time.ts';
import type { Countersign } from './server.ts';

export interface BackgroundParts {
  readonly countersign: Countersign;
  readonly watch: LogWatch;
  readonly logger: Logger;
  /** Null where nothing is signed. */
  readonly signer: Signer | null;
  readonly heads: HeadPlaces;
}

/** Where signed heads are kept outside the database. */
export interface HeadPlaces {
  readonly file: string | null;
  readonly webhook: string | null;
}

/** An end is seen by readers at its instant; this is how soon the world is told of it. */
const sweepEveryMs = 100;
const consequencesEveryMs = 250;
const subscriptionsEveryMs = 250;
const confirmEveryMs = 5 * second;
const tellEveryMs = 250;

export function startBackground(parts: BackgroundParts): Repeated {
  const { countersign, logger } = parts;
  const { ports, provisioning } = countersign;
  const failed = complaining(logger);
  const worker = startProvisioning(provisioning);
  const work: readonly Repeated[] = [
    worker,
    ...followers(parts, () => worker.nudge()),
    repeat(sweepEveryMs, async () => void (await sweepDue(ports)()), failed('sweeping failed')),
    consequences(parts),
    subscriptions(parts),
    repeat(tellEveryMs, () => telling(countersign), failed('telling people failed')),
    repeat(second, () => delivering(countersign), failed('delivering notices failed')),
    repeat(
      confirmEveryMs,
      () => confirming(parts),
      failed('looking people up at the identity provider failed'),
    ),
    repeat(minute, () => clearAway(countersign), failed('clearing away failed')),
    ...signing(parts),
  ];
  return {
    stop: async () => {
      await Promise.all(work.map((one) => one.stop()));
    },
  };
}

function followers({ countersign, watch, logger }: BackgroundParts, nudge: () => void): Repeated[] {
  const { ports, database } = countersign;
  const failed = complaining(logger);
  const common = { alarm: alarming(logger) };
  const toConsequences = {
    ...common,
    follower: consequencesFollower,
    keep: (client: Client, jobs: Parameters<typeof keepConsequences>[1]) =>
      keepConsequences(client, jobs, ports.clock.now()),
  };
  const toTargets = {
    ...common,
    follower: provisioningFollower,
    keep: async (client: Client, jobs: Parameters<typeof makeDue>[1]) =>
      void (await makeDue(client, jobs, ports.clock.now())),
    kept: nudge,
  };
  const toNotices = {
    ...common,
    follower: noticesFollower,
    keep: (client: Client, jobs: Parameters<typeof keepToTell>[1]) =>
      keepToTell(client, jobs, ports.clock.now()),
  };
  const toInsights = { ...common, follower: insightsFollower, keep: keepInsights };
  return [
    runFollower(database.pool, watch, toConsequences, failed('following for consequences failed')),
    runFollower(database.pool, watch, toTargets, failed('following for targets failed')),
    runFollower(database.pool, watch, toInsights, failed('following for insights failed')),
    runFollower(database.pool, watch, toNotices, failed('following for notices failed')),
  ];
}

async function confirming({
  countersign: { identity },
  logger,
}: BackgroundParts): Promise<Milliseconds | void> {
  // At once after some that were due, since others may wait behind them.
  if ((await confirmAccounts({ ...identity, alarm: alarming(logger) })()) > 0) return second;
}

/** At once after some that were told, since others may wait behind them. */
async function telling({ telling: ports }: Countersign): Promise<Milliseconds | void> {
  if ((await tellPeople(ports)()) > 0) return 0;
}

async function delivering({ delivering: ports }: Countersign): Promise<Milliseconds | void> {
  if ((await deliverDue(ports)()) > 0) return 0;
}

async function clearAway({ ports, database }: Countersign): Promise<void> {
  await forgetOldKeys(database.pool, ports.clock.now());
  await clearEnded(database, ports.clock.now());
}

type Client = Parameters<typeof keepConsequences>[0];

/** At once after one that was worked off, since another may wait behind it. */
function consequences({ countersign: { ports, database }, logger }: BackgroundParts): Repeated {
  const work = workOffConsequence({
    ...ports,
    consequences: consequenceStore(database.pool),
    alarm: alarming(logger),
  });
  return repeat(
    consequencesEveryMs,
    async () => ((await work()) ? 0 : undefined),
    complaining(logger)('a consequence failed'),
  );
}

/** At once after some that were due, since others may wait behind them. */
function subscriptions({ countersign: { rover }, logger }: BackgroundParts): Repeated {
  const settle = settleSubscriptions({ ...rover, alarm: alarming(logger) });
  return repeat(
    subscriptionsEveryMs,
    async () => ((await settle()) > 0 ? 0 : undefined),
    complaining(logger)('going on with subscriptions failed'),
  );
}

function signing({ countersign: { ports, database }, logger, signer, heads }: BackgroundParts): Repeated[] {
  if (!signer) return [];
  const sign = async () => {
    const head = await signHead(database.pool, signer, ports.clock.now());
    if (head) await tell(head, heads, logger);
  };
  return [repeat(minute, sign, complaining(logger)('the head of the log could not be signed'))];
}

/** The more places keep it, the harder it is to cut the log unseen; one that fails holds up none of the others. */
async function tell(head: SignedHead, { file, webhook }: HeadPlaces, logger: Logger): Promise<void> {
  logger.info({ head: headLine(head) }, 'signed the head of the log');
  const told = await Promise.allSettled([
    ...(file === null ? [] : [appendHead(file, head)]),
    ...(webhook === null ? [] : [postHead(webhook, head)]),
  ]);
  for (const one of told)
    if (one.status === 'rejected')
      logger.error({ err: one.reason as unknown }, 'a signed head could not be kept outside the database');
}

function complaining(logger: Logger): (what: string) => (error: unknown) => void {
  return (what) => (error) => logger.error({ err: error }, what);
}

function alarming(logger: Logger): (sentence: string, facts: Record<string, unknown>) => void {
  return (sentence, facts) => logger.error(facts, sentence);
}
