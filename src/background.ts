// What a server does without being asked: it lets time act on what is due, follows the log, works off what follows from
// it, brings targets in line, and clears away what has ended. Every server does all of it, and several at once share
// the work; nothing here decides anything, it calls use cases like everybody else.
import type { Logger } from 'pino';
import { consequenceStore, keepConsequences } from './adapters/db/consequences.ts';
import { clearEnded } from './adapters/db/identity/housekeep.ts';
import { runFollower } from './adapters/db/log/follow.ts';
import { makeDue } from './adapters/db/provisioning/due.ts';
import { consequencesFollower } from './app/followers/consequences.ts';
import { provisioningFollower } from './app/followers/provisioning.ts';
import type { LogWatch } from './app/log.ts';
import { startProvisioning } from './app/provision-due.ts';
import { repeat, type Repeated } from './app/repeat.ts';
import { sweepDue } from './app/sweep-due.ts';
import { workOffConsequence } from './app/work-off-consequence.ts';
import { minute } from './core/time.ts';
import type { Countersign } from './server.ts';

/** An end is seen by readers at its instant; this is how soon the world is told of it. */
const sweepEveryMs = 100;
const consequencesEveryMs = 250;

export function startBackground(countersign: Countersign, watch: LogWatch, logger: Logger): Repeated {
  const { ports, database, provisioning } = countersign;
  const { pool } = database;
  const { clock } = ports;
  const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  const alarm = (sentence: string, facts: Record<string, unknown>) => logger.error(facts, sentence);
  const worker = startProvisioning(provisioning);
  const consequences = { ...ports, consequences: consequenceStore(pool), alarm };
  const work: readonly Repeated[] = [
    worker,
    repeat(sweepEveryMs, async () => void (await sweepDue(ports)()), failed('sweeping failed')),
    repeat(
      consequencesEveryMs,
      async () => ((await workOffConsequence(consequences)()) ? 0 : undefined),
      failed('a consequence failed'),
    ),
    runFollower(
      pool,
      watch,
      {
        follower: consequencesFollower,
        keep: (client, jobs) => keepConsequences(client, jobs, clock.now()),
        alarm,
      },
      failed('following for consequences failed'),
    ),
    runFollower(
      pool,
      watch,
      {
        follower: provisioningFollower,
        keep: async (client, jobs) => void (await makeDue(client, jobs, clock.now())),
        kept: () => worker.nudge(),
        alarm,
      },
      failed('following for targets failed'),
    ),
    repeat(minute, () => clearEnded(database, clock.now()), failed('clearing away failed')),
  ];
  return {
    stop: async () => {
      await Promise.all(work.map((one) => one.stop()));
    },
  };
}
