// Everything that can be said about the code without running it, and whether the committed facts are those of this
// code. Each step is one line; what a failed step has to say follows below it. All steps run, whatever failed before.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { facts } from './gen/facts.ts';

interface Outcome {
  readonly passed: boolean;
  readonly said: string;
}

const steps: Readonly<Record<string, () => Promise<Outcome>>> = {
  types: () => tool('tsc', '--noEmit'),
  'types of the web app': () => tool('tsc', '--noEmit', '-p', 'web'),
  lint: () => tool('oxlint', '--type-aware', '--deny-warnings'),
  format: () => tool('oxfmt', '--check', '.'),
  'unused code': () => tool('knip'),
  'committed facts': compareFacts,
};

for (const [name, run] of Object.entries(steps)) {
  const start = performance.now();
  const { passed, said } = await run().catch((error: Error) => ({ passed: false, said: error.message }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (passed) continue;
  console.log(said.trimEnd().replace(/^/gm, '  '));
  process.exitCode = 1;
}

/** Tools come from the lock file: npm puts them first in PATH. */
async function tool(command: string, ...options: string[]): Promise<Outcome> {
  const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { passed: code === 0, said: out + err };
}

async function compareFacts(): Promise<Outcome> {
  const said: string[] = [];
  for (const [file, make] of Object.entries(facts)) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    try {
      const made = await make();
      if (made !== committed) said.push(await difference(file, made));
    } catch (error) {
      said.push(`${file}: ${(error as Error).message}`);
    }
  }
  if (said.length > 0) said.push('Run `npm run gen`, look at what changed, and commit it.');
  return { passed: said.length === 0, said: said.join('\n') };
}

/** As `diff -u` shows it; where there is no diff, the name has to do. */
async function difference(file: string, made: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-facts-'));
  const other = join(folder, basename(file));
  await writeFile(other, made);
  const { said } = await tool(
    'diff',
    '-u',
    '--label',
    file,
    '--label',
    `${file} as it has to be`,
    file,
    other,
  ).catch(() => ({ said: `${file} differs` }));
  await rm(folder, { recursive: true });
  return said.slice(0, 5000);
}
