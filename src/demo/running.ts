// What a running demo leaves in its data folder for the command line beside it: where it listens, where its database is,
// and the token if it was started with one. The file is closed to other users (0600), since the socket it names lets
// everybody in who can reach it. A demo that was killed leaves it behind; whoever reads it then finds nobody there.
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeClosed } from './closed-file.ts';

export interface Running {
  readonly url: string;
  /** The folder of the database's unix socket, and its port as part of that socket's name. */
  readonly socketDir: string;
  readonly port: number;
  /** Needed to sign in; null: the demo is open to every local user. */
  readonly token: string | null;
  readonly pid: number;
}

/** Where the demo keeps everything, unless it is told otherwise: beside the program, wherever it was started from. */
export function demoFolder(named: string | null, { env, folder }: DemoPlace): string {
  const wished = named ?? env['COUNTERSIGN_DEMO_DIR'];
  return wished ? resolve(folder, wished) : fileURLToPath(new URL('../../data/demo', import.meta.url));
}

/** Where a command was typed. */
export interface DemoPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

export async function noteRunning(folder: string, running: Running): Promise<void> {
  await writeClosed(fileIn(folder), `${JSON.stringify(running, null, 2)}\n`);
}

export async function forgetRunning(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}

/** What the last demo in this folder noted; null when none runs. */
export async function readRunning(folder: string): Promise<Running | null> {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as Running;
  } catch {
    return null;
  }
}

function fileIn(folder: string): string {
  return join(folder, 'running.json');
}
