// A server in a process of its own, as in production: what is measured or killed must not share an event loop, or a
// life, with whoever does that. It runs on the settings that it is given and on no others; its log goes to stderr.
import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Ends it as the kernel does when memory runs out. */
  kill(): Promise<void>;
}

export interface StartingServer extends Omit<ServerProcess, 'url'> {
  /** Resolves when it listens, rejects when it ends before. */
  readonly listening: Promise<ServerProcess>;
}

/** Resolves when it listens. @param env its settings (config.ts); the port is chosen by the system. */
export function startServerProcess(
  env: Readonly<Record<string, string>>,
  main?: string,
): Promise<ServerProcess> {
  return beginServerProcess(env, main).listening;
}

/** The same, for whoever does not want to wait until it listens. */
export function beginServerProcess(
  env: Readonly<Record<string, string>>,
  main = 'server-process-main.ts',
): StartingServer {
  const child = fork(new URL(main, import.meta.url), {
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: ['--max-semi-space-size=4'], // As the launcher of the program has it.
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', ...env },
  });
  const ended = once(child, 'exit');
  const handle = {
    pid: child.pid!,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
  const port = Promise.race([
    once(child, 'message').then(([message]) => message as number),
    ended.then(() => {
      throw new Error('The server ended before it listened; what it said stands above.');
    }),
  ]);
  const listening = port.then((number) => ({ ...handle, url: `http://127.0.0.1:${number}` }));
  listening.catch(() => {}); // Whoever kills it while it starts does not wait for it.
  return { ...handle, listening };
}
