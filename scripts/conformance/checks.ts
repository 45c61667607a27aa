// What every part of the conformance run is made of: checks with a name, printed as they are done and counted.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface Host {
  readonly url: string;
  /** A key that may ask for the team analytics. */
  readonly asker: string;
  /** A key that may decide for the team checkout. */
  readonly decider: string;
  readonly administrator: string;
}

export type Check = (name: string, work: () => Promise<unknown>) => Promise<void>;

export interface Missing {
  readonly sentence: string;
  /** Whether CI has to have it: a program does, a package that its registry does not hold cannot be demanded. */
  readonly required: boolean;
}

export interface Part {
  readonly title: string;
  /** What stands in the way of trying it here; null when nothing does. */
  missing(): Promise<Missing | null>;
  run(host: Host, check: Check): Promise<void>;
}

export function checks(): { check: Check; passed: () => number; failed: () => number } {
  let passed = 0;
  let failed = 0;
  const check: Check = async (name, work) => {
    try {
      await work();
      passed += 1;
      console.log(`  ✔ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✖ ${name}\n    ${(error as Error).message.replaceAll('\n', '\n    ')}`);
    }
  };
  return { check, passed: () => passed, failed: () => failed };
}

const execute = promisify(execFile);

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program; one that fails throws with what it said. */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; timeoutMs?: number } = {},
): Promise<Ran> {
  const { cwd, env = {}, timeoutMs = 120_000 } = options;
  try {
    return await execute(program, args, {
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as Partial<Ran>;
    throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`.trim(), { cause: error });
  }
}

/** Whether a program can be run here. */
export async function has(program: string, ...args: string[]): Promise<boolean> {
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** A folder that survives this run, for downloads. */
export async function cacheFolder(name: string): Promise<string> {
  const folder = new URL(`../../.cache/conformance/${name}/`, import.meta.url).pathname;
  await mkdir(folder, { recursive: true });
  return folder;
}
