// A virtual environment with one package from the Python registry, made once and kept.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, has, run, type Missing } from './checks.ts';

export async function pythonMissing(): Promise<Missing | null> {
  return (await has('python3', '-m', 'venv', '--help'))
    ? null
    : { sentence: 'python3 with venv is missing', required: true };
}

/** The path of a program that a package brings. */
export async function pythonProgram(packageAndVersion: string, program: string): Promise<string> {
  const folder = await cacheFolder(packageAndVersion);
  const path = join(folder, 'bin', program);
  if (!existsSync(path)) {
    console.log(`  installing ${packageAndVersion} …`);
    await run('python3', ['-m', 'venv', folder]);
    await run(
      join(folder, 'bin', 'pip'),
      ['install', '--quiet', '--disable-pip-version-check', packageAndVersion],
      { timeoutMs: 280_000 },
    );
  }
  return path;
}
