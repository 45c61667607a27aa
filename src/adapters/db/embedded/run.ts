/**
 * Runs one small program to its end: flock, initdb, a trial of the PostgreSQL binary. The environment is
 * a fixed short one, because everything started here is a child of a process that holds secrets in its own,
 * and because a locale or a PG* variable of the caller must not change what initdb makes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
};

/**
 * Runs `command` and gives back its exit code and everything it printed. With `descriptor`, the program
 * inherits that open file as its descriptor 3. A program that does not exist rejects with code ENOENT.
 */
export async function run(command: readonly string[], descriptor?: number): Promise<Outcome> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', descriptor ?? 'ignore'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output.trim() };
}

export interface Outcome {
  /** Null when a signal ended the program. */
  code: number | null;
  output: string;
}
