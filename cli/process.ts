// The command line as a process: gives `run` the real streams, and sets the exit code that it finds. Output that
// nobody reads any more (`countersign log tail | head`) is no error; whatever else goes wrong is said in a sentence.
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const { stdin, stdout, stderr, env } = process;
const stop = new AbortController();

export async function runProcess(): Promise<void> {
  for (const stream of [stdout, stderr]) stream.on('error', unread);
  // The second time nobody wants to wait for an orderly end.
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => (stop.signal.aborted ? process.exit(exitCodes.interrupted) : stop.abort()));
  process.exitCode = await run(process.argv.slice(2), io);
}

const io: Io = {
  env,
  folder: process.cwd(),
  out: (words) => void stdout.write(words),
  err: (words) => void stderr.write(words),
  input: () => text(stdin),
  ask: stdin.isTTY && stderr.isTTY ? ask : null,
  columns: widthOf(),
  color: wantsColor(),
  stopped: stop.signal,
  now: Date.now,
};

function unread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
}

/** The question goes to stderr, so that the answer to `--json` stays clean. Ctrl-D is no answer, Ctrl-C is no wish. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr });
  const closed = new AbortController();
  lines.once('SIGINT', () => stop.abort());
  lines.once('close', () => closed.abort());
  try {
    return await lines.question(question, { signal: AbortSignal.any([stop.signal, closed.signal]) });
  } catch (error) {
    if (stop.signal.aborted || !closed.signal.aborted) throw error;
    stderr.write('\n');
    return '';
  } finally {
    lines.close();
  }
}

function widthOf(): number | null {
  const wished = Number(env['COLUMNS']);
  if (Number.isInteger(wished) && wished >= 40) return wished;
  return stdout.isTTY ? Math.max(40, stdout.columns) : null;
}

/** https://no-color.org, https://force-color.org */
function wantsColor(): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return true;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
