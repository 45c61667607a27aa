// The demo as a newcomer starts it, in an empty folder that is gone afterwards: `countersign demo`, and what it takes
// until it can be used.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProgram, type Started } from '../test/program.ts';

export interface Demo extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  readonly program: Started;
  /** Milliseconds from typing the command to a page that can be used. */
  readonly startedInMs: number;
  /** Ends it and starts it again on what it left. */
  again(): Promise<Demo>;
}

export async function firstStart(): Promise<Demo> {
  return start(await mkdtemp(join(tmpdir(), 'countersign-bench-')));
}

async function start(place: string): Promise<Demo> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = join(place, 'demo');
  const began = performance.now();
  const program = startProgram(['demo'], { COUNTERSIGN_DEMO_DIR: dataDir, PORT: String(port) });
  try {
    await program.says(/Ctrl-C stops it/);
    const page = await fetch(url);
    if (!page.ok) throw new Error(`the front page answered ${page.status}`);
  } catch (error) {
    await program.ends();
    throw error;
  }
  const startedInMs = performance.now() - began;
  return {
    url,
    dataDir,
    program,
    startedInMs,
    again: async () => {
      await program.ends();
      return start(place);
    },
    [Symbol.asyncDispose]: async () => {
      await program.ends();
      await rm(place, { recursive: true, force: true });
    },
  };
}
