// The program in a process of its own, as people start it: for what only a real process can show, such as signals,
// ports, and what is left behind. Whatever it says is kept, and a test waits for words and not for seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export const programPath = fileURLToPath(new URL('../countersign', import.meta.url));

export interface Started extends AsyncDisposable {
  readonly pid: number;
  /** What it has said so far, on both streams. */
  said(): string;
  /** Resolves when it has said so. Rejects when it ended without. */
  says(words: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal, and gives the exit code. */
  ends(signal?: NodeJS.Signals): Promise<number | null>;
}

export function startProgram(line: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(programPath, line, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => {
      text += words;
      for (const look of heard) look();
    });
  const ends = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid!,
    said: () => text,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(text);
          if (found) resolve(found);
        };
        heard.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`It ended with ${code} and never said ${words}:\n${text}`)),
        );
      }),
    ends,
    [Symbol.asyncDispose]: async () => void (await ends()),
  };
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
