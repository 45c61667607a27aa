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

/** Resolves when it listens. @param env its settings (config.ts); PORT is chosen by the system. */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  const child = fork(new URL('server-process-main.ts', import.meta.url), {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { PATH, NODE_OPTIONS, NODE_ENV: 'production', PORT: '0', ...env },
  });
  const ended = once(child, 'exit');
  const port = await Promise.race([
    once(child, 'message').then(([message]) => message as number),
    ended.then(() => {
      throw new Error('The server did not start; what it said stands above.');
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
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
}
