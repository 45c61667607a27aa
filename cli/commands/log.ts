// `countersign log tail`: the log as sentences, and on until Ctrl-C. A stream that breaks off is taken up where it broke.
import type { Command } from 'commander';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { Failure, misused, refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { answerOf, openServer, type Schemas, type Server } from '../server.ts';
import { sentEvents } from '../../client/server-sent-events.ts';
import { withServer, type ServerOptions } from '../settings.ts';
import { painter, plain } from '../show/paint.ts';
import { sentenceOf, storyLines, type LogEntry } from '../show/story.ts';

interface TailOptions extends ServerOptions {
  readonly subject?: string;
  readonly type?: string;
  readonly last: string;
  readonly follow: boolean;
}

type Entry = Schemas['LogEntry'];

export function logCommands(program: Command, { io, end }: Context): void {
  const log = program
    .command('log')
    .summary('read and follow the log')
    .description('The log: everything that was done, and by whom.');
  withServer(log.command('tail').description('Show the last entries of the log, and follow what comes.'))
    .option('--subject <id>', 'only about this access, resource or team')
    .option('--type <type>', 'only of this type, such as request.granted')
    .option('--last <number>', 'how many entries to begin with', '10')
    .option('--no-follow', 'end there')
    .action(async (options: TailOptions) => end(await tail(options, io)));
}

async function tail(options: TailOptions, io: Io): Promise<ExitCode> {
  const count = Number(options.last);
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw misused('--last has to be a number from 0 to 1000.');
  const server = await openServer(options, io);
  const entries = await lastEntries(server, options, count);
  show(entries, options, io);
  if (!options.follow) return exitCodes.done;
  await follow(server, options, entries.at(-1) ?? null, io);
  return exitCodes.interrupted;
}

/** From the head backwards, a page at a time, until there are enough that fit. */
async function lastEntries({ api }: Server, { subject, type }: TailOptions, count: number): Promise<Entry[]> {
  if (count === 0) return [];
  const head = await answerOf(api.GET('/api/log/head', {}));
  const filter = { ...(subject !== undefined && { subject }), ...(type !== undefined && { type }) };
  let found: Entry[] = [];
  for (let size = count; ; size *= 8) {
    const after = Math.max(0, head.position - size);
    found = await entriesAfter(api, filter, after);
    if (found.length >= count || after === 0) return found.slice(-count);
  }
}

async function entriesAfter(
  api: Server['api'],
  filter: { subject?: string; type?: string },
  from: number,
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let after = from; ; after = found.at(-1)!.position!) {
    const page = await answerOf(
      api.GET('/api/log', { params: { query: { ...filter, after, limit: 1000 } } }),
    );
    found.push(...page);
    if (page.length < 1000) return found;
  }
}

async function follow(server: Server, options: TailOptions, last: Entry | null, io: Io): Promise<void> {
  let place = last ? `${last.position}-${last.hash}` : null;
  const { subject, type } = options;
  const query = new URLSearchParams({
    ...(subject !== undefined && { subject }),
    ...(type !== undefined && { type }),
  });
  while (!io.stopped.aborted) {
    const headers = { accept: 'text/event-stream', ...(place !== null && { 'last-event-id': place }) };
    try {
      const answer = await server.reach(`/api/log/stream?${query.toString()}`, {
        headers,
        signal: io.stopped,
      });
      if (!answer.ok) throw refusal(answer.status, server.url, await answer.json().catch(() => null));
      for await (const event of sentEvents(answer.body!)) {
        place = event.id ?? place;
        if (event.event === 'reload')
          io.err('The log was set back, as by a restore; read it again from the beginning.\n');
        else show([JSON.parse(event.data) as Entry], options, io);
      }
    } catch (error) {
      if (io.stopped.aborted) return;
      if (error instanceof Failure && error.exitCode !== exitCodes.unreachable) throw error;
    }
    await delay(1000, undefined, { signal: io.stopped }).catch(() => {});
  }
}

function show(entries: readonly LogEntry[], { json, subject }: TailOptions, io: Io): void {
  if (json) for (const entry of entries) io.out(`${JSON.stringify(entry)}\n`);
  else
    io.out(
      storyLines(entries, painter(io.color), io.columns, subject === undefined ? withSubject : sentenceOf),
    );
}

function withSubject(entry: LogEntry): string {
  return `${plain(entry.subject)}: ${sentenceOf(entry)}`;
}
