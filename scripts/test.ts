/**
 * Runs the tests: every *.test.ts below `test`, or the files and folders that are named, two at a time, on one
 * PostgreSQL that is started for the run and thrown away after it. What takes minutes lies in test/long and runs
 * with --long. `--name` picks tests by a pattern. The report ends in node's own summary, and the exit code is 0 only
 * when the whole run passed.
 */
import { globSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clusterVariable, notDurable, startTestCluster } from '../test/cluster.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false }, name: { type: 'string' } },
});

const files = (positionals.length > 0 ? positionals : ['test']).flatMap(testsIn);
process.exitCode = (await runTests()) ? 0 : 1;

/** A file that is named runs whatever it is; of a folder, the long tests only when they are asked for. */
function testsIn(path: string): string[] {
  if (statSync(path).isFile()) return [resolve(path)];
  const found = globSync(join(resolve(path), '**/*.test.ts')).sort();
  return values.long ? found : found.filter((file) => !isLong(file) || isLong(path));
}

function isLong(path: string): boolean {
  return relative('test/long', path).split('/')[0] !== '..';
}

/** Resolves to true when there was something to run and all of it passed. */
async function runTests(): Promise<boolean> {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
  await using cluster = await startTestCluster({ settings: notDurable });
  process.env[clusterVariable] = cluster.socketDir;
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.cache/node', import.meta.url));
  let passed = false;
  const tests = run({
    files,
    concurrency: 2,
    signal: interrupted.signal,
    timeout: values.long ? Infinity : 300_000,
    ...(values.name === undefined ? {} : { testNamePatterns: new RegExp(values.name) }),
  });
  tests.on('test:summary', ({ file, success }) => {
    if (file === undefined) passed = success && files.length > 0;
  });
  await pipeline(tests, new spec(), plainSummary, process.stdout, { end: false });
  return passed && !interrupted.signal.aborted;
}

/** The reporter marks the lines of the summary with a letter that not every terminal and no script knows. */
async function* plainSummary(report: AsyncIterable<string | Buffer>) {
  for await (const text of report) yield String(text).replaceAll('ℹ ', '# ');
}
