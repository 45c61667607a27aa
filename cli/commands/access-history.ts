// `countersign access history`: everything that ever happened to one agreement, from the log.
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nextPage } from '../pages.ts';
import { answerOf, openServer, type Api } from '../server.ts';
import type { ServerOptions } from '../settings.ts';
import { painter } from '../show/paint.ts';
import { storyLines, type LogEntry } from '../show/story.ts';

export async function showHistory(id: string, options: ServerOptions, io: Io): Promise<ExitCode> {
  const entries = await readHistory((await openServer(options, io)).api, id);
  if (options.json) io.out(`${JSON.stringify(entries, null, 2)}\n`);
  else io.out(storyLines(entries, painter(io.color), io.columns));
  return exitCodes.done;
}

/** All pages of the history, oldest first. */
export async function readHistory(api: Api, id: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let after: number | null = 0; after !== null;) {
    const params = { path: { id }, query: after > 0 ? { after } : {} };
    const call = api.GET('/api/access/{id}/history', { params });
    entries.push(...(await answerOf(call)));
    after = nextPage((await call).response);
  }
  return entries;
}
