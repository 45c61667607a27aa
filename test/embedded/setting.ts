/** What the tests of the embedded server share: a folder to put it in, processes that own one, a question to it. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { openFolder } from '../../src/adapters/db/embedded/folder.ts';
import { killServer } from '../../src/adapters/db/embedded/processes.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../src/adapters/db/embedded/start.ts';

/** An empty data folder that is gone after the test, with every process of a server that is still in it. */
export async function emptyFolder(name = 'data') {
  const place = await mkdtempDisposable(join(tmpdir(), 'countersign-embedded-'));
  const dataDir = join(place.path, name);
  const dispose = async () => {
    await killServer(await openFolder(dataDir));
    await place.remove();
  };
  return { dataDir, [Symbol.asyncDispose]: dispose };
}

/** A folder whose server was stopped in order: a copy of one that is made once per test file, to save an initdb. */
export async function usedFolder(name?: string) {
  const folder = await emptyFolder(name);
  const { dataDir } = await (model ??= makeModel());
  mkdirSync(join(folder.dataDir, 'pg'), { recursive: true, mode: 0o700 });
  cpSync(join(dataDir, 'pg'), join(folder.dataDir, 'pg'), { recursive: true });
  return folder;
}

let model: ReturnType<typeof makeModel> | undefined;
after(async () => (await model)?.[Symbol.asyncDispose]());

async function makeModel() {
  const folder = await emptyFolder();
  const server = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  await server.stop();
  return folder;
}

/** Runs holder.ts on the folder and resolves when it has said how that went. `launch` may run it as somebody else. */
export async function holder(dataDir: string, launch: (command: string[]) => ChildByStdout = launchPlainly) {
  const child = launch([process.execPath, fileURLToPath(holderFile), dataDir]);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (/^(ready|refused)/.test(line)) break;
  }
  const lastWords = said.at(-1) ?? 'it said nothing';
  return { lastWords, kill: () => kill(child), [Symbol.asyncDispose]: () => kill(child) };
}

export type ChildByStdout = ChildProcessByStdio<null, Readable, null>;

export function launchPlainly([program = '', ...args]: string[]): ChildByStdout {
  return spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

const holderFile = new URL('holder.ts', import.meta.url);

/** Ends a process as the kernel does when memory runs out; it has no chance to stop its server. */
async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** One statement on a connection of its own; gives back the first column of the first row. */
export async function ask(server: EmbeddedPostgres, sql: string, database = 'postgres'): Promise<unknown> {
  const client = new Client(server.connection(database));
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
