// `countersign events tail`: the event feed as connectors read it, one line an event, and on until Ctrl-C. Without a
// place to begin it shows what happened in the last minutes: an event id carries its time, and an id of this moment
// that the server does not know means "from shortly before then".
import type { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { Failure, refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { openServer, type Server } from '../server.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter, plain } from '../show/paint.ts';
import { exactMoment } from '../show/times.ts';

interface TailOptions extends ServerOptions {
  readonly after?: string;
  readonly fromStart?: boolean;
  readonly follow: boolean;
}

interface FeedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
}

export function eventCommands(program: Command, { io, end }: Context): void {
  const events = program
    .command('events')
    .summary('follow the event feed')
    .description('The event feed, as connectors read it.');
  withServer(
    events.command('tail').description('Show the events of the last minutes, and follow what comes.'),
  )
    .option('--after <id>', 'begin after this event')
    .option('--from-start', 'begin with the first event there is')
    .option('--no-follow', 'end when there is nothing more for now')
    .action(async (options: TailOptions) => end(await tail(options, io)));
}

async function tail(options: TailOptions, io: Io): Promise<ExitCode> {
  const server = await openServer(options, io);
  let last = options.after ?? (options.fromStart ? null : idOfThisMoment(io.now()));
  while (!io.stopped.aborted) {
    const batch = await read(server, last, options.follow ? waitMs : 0, io);
    for (const event of batch) io.out(options.json ? `${JSON.stringify(event)}\n` : lineOf(event, io));
    last = batch.at(-1)?.id ?? last;
    if (!options.follow && batch.length === 0) return exitCodes.done;
  }
  return exitCodes.interrupted;
}

const waitMs = 20_000;

/** A server that is gone for a moment is waited for: whoever follows a feed wants to go on following it. */
async function read(server: Server, last: string | null, timeout: number, io: Io): Promise<FeedEvent[]> {
  const query = new URLSearchParams({
    ...(last !== null && { lastEventId: last }),
    ...(timeout > 0 && { timeout: String(timeout) }),
  });
  try {
    const answer = await server.reach(`/api/events?${query.toString()}`, { signal: io.stopped });
    if (!answer.ok) throw refusal(answer.status, server.url, await answer.json().catch(() => null));
    return (await answer.json()) as FeedEvent[];
  } catch (error) {
    if (io.stopped.aborted) return [];
    if (timeout === 0 || !(error instanceof Failure) || error.exitCode !== exitCodes.unreachable) throw error;
    io.err(`${error.message} Trying again.\n`);
    await delay(2000, undefined, { signal: io.stopped }).catch(() => {});
    return [];
  }
}

function lineOf({ time, type, subject, id }: FeedEvent, io: Io): string {
  const paint = painter(io.color);
  const name = plain(type.split('.').at(-1) ?? type).replace(/Event$/, '');
  return `${paint('dim', exactMoment(time))}  ${name.padEnd(24)}  ${paint('bold', plain(subject))}  ${paint('dim', id)}\n`;
}

/** A UUID of version 7 with the time in it, as event ids are. */
function idOfThisMoment(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
