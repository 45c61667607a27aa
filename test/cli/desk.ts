// A desk with a terminal, before a real server: the world of the tests, listening on a free port of loopback, and the
// command line as people type it. Commands run in this process, through the very function that the program calls, with
// the clock of the world; nobody sits at the terminal unless the test says what they answer.
//
//   await using desk = await openDesk();
//   const { code, out } = await desk.as('bob').types('access approve a1 --comment Fine');
import type { AddressInfo } from 'node:net';
import { run } from '../../cli/run.ts';
import type { ExitCode } from '../../cli/exit-codes.ts';
import type { Io } from '../../cli/io.ts';
import type { Parts } from '../../src/server.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

export interface Typed {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Seat {
  /** One command line; quotes hold words together, as in a shell. */
  types(line: string, around?: Partial<Io>): Promise<Typed>;
}

export interface Desk extends AsyncDisposable {
  readonly world: World;
  readonly url: string;
  as(key: KeyName): Seat;
  /** What such a seat has in its environment, for tests that add to it. */
  env(key: KeyName): Io['env'];
  /** Somebody who has set nothing up. */
  readonly nobody: Seat;
}

export async function openDesk(parts: Partial<Parts> = {}): Promise<Desk> {
  const world = await openWorld(parts);
  await world.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const now = () => world.clock.now();
  return {
    world,
    url,
    as: (key) => seat({ COUNTERSIGN_URL: url, COUNTERSIGN_API_KEY: tokenOf(key) }, now),
    env: (key) => ({ COUNTERSIGN_URL: url, COUNTERSIGN_API_KEY: tokenOf(key) }),
    nobody: seat({}, now),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

/** A terminal without a server, for commands that need none. */
export function seat(env: Io['env'], now: () => number = Date.now): Seat {
  return {
    async types(line, around = {}) {
      const said = { out: '', err: '' };
      const io: Io = {
        env,
        folder: process.cwd(),
        out: (text) => void (said.out += text),
        err: (text) => void (said.err += text),
        input: async () => '',
        ask: null,
        columns: 100,
        color: false,
        stopped: new AbortController().signal,
        now,
        ...around,
      };
      return { code: await run(wordsOf(line), io), ...said };
    },
  };
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
