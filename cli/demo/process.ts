// The demo as a process: starts it, sets the company up on the first start, says how to go on, and waits to be stopped.
import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { writeClosed } from '../../src/demo/closed-file.ts';
import { demoFolder } from '../../src/demo/running.ts';
import { refuseDanger, startDemo, type RunningDemo } from '../../src/demo/start.ts';
import { openLogger, untilAsked } from '../../src/main.ts';
import { ensureWeb } from '../../src/web-build.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { foundCompany, moveTarget } from './company.ts';
import { welcomeText } from './welcome.ts';

export interface DemoWishes {
  readonly dataDir: string | null;
  readonly token: boolean;
}

export async function demoProcess({ dataDir, token: closed }: DemoWishes, io: Io): Promise<ExitCode> {
  refuseDanger(io.env);
  const folder = demoFolder(dataDir, io);
  const isNew = !(await exists(join(folder, 'pg')));
  if (isNew) io.err('The first start makes a database and a company; it takes a few seconds.\n');
  await ensureWeb((sentence) => io.err(`${sentence}\n`));
  const token = closed ? randomBytes(12).toString('base64url') : null;
  const logger = openLogger(logLevel(io));
  const demo = await startDemo({ env: io.env, dataDir: folder, token, logger });
  try {
    await setUp(demo, folder, io);
    io.out(await welcomeText(demo.url, token, folder, io));
    await untilAsked(io.stopped);
    io.err('\nStopping; the data stays.\n');
  } finally {
    await demo.stop();
  }
  return exitCodes.done;
}

/** The mark is set last: a first start that was cut off is done again, and repeating it changes nothing. */
async function setUp(demo: RunningDemo, folder: string, io: Io): Promise<void> {
  const mark = join(folder, 'company-is-there');
  if (await exists(mark)) return demo.withSetupKey((key) => moveTarget(demo, key, io));
  await demo.withSetupKey((key) => foundCompany(demo, key, folder, io));
  await writeClosed(mark, `${new Date(io.now()).toISOString()}\n`);
}

/** A terminal is for people: only what is wrong is worth a line there. */
function logLevel({ env }: Io) {
  const wished = env['LOG_LEVEL'];
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
  return levels.find((level) => level === wished) ?? 'warn';
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
