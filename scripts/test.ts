/**
 * Runs the tests: every *.test.ts below `test`, or the files and folders that are named, a few at a time, on one
 * PostgreSQL that is started for the run and thrown away after it. What takes minutes lies in test/long and runs
 * with --long. `--name` picks tests by a pattern, `--postgres 16` the oldest PostgreSQL that can be the store. The report
 * ends in node's own summary, and the exit code is 0 only when the whole run passed.
 */
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureWeb } from '../src/web-build.ts';
import { clusterVariable, notDurable, postgres16, startTestCluster } from '../test/cluster.ts';
import { testFiles } from './test-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    name: { type: 'string' },
    postgres: { type: 'string', default: '18' },
  },
});

process.exitCode = (await runTests()) ? 0 : 1;

/** Resolves to true when there was something to run and all of it passed. */
async function runTests(): Promise<boolean> {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
  await using chosen = await testFiles(positionals.length > 0 ? positionals : ['test'], values.long);
  const oldest = values.postgres === '16' && { binariesFrom: postgres16 };
  await using cluster = await startTestCluster({ settings: notDurable, ...oldest });
  process.env[clusterVariable] = cluster.socketDir;
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.cache/node', import.meta.url));
  await ensureWeb((sentence) => console.log(sentence));
  let passed = false;
  const tests = run({
    files: chosen.files,
    concurrency: 3, // Some wait for others to start or to die, and leave their core to somebody else.
    signal: interrupted.signal,
    timeout: values.long ? Infinity : 600_000,
    ...(values.name === undefined ? {} : { testNamePatterns: new RegExp(values.name) }),
  });
  tests.on('test:summary', ({ file, success }) => {
    if (file === undefined) passed = success && chosen.files.length > 0;
  });
  await pipeline(tests, new spec(), plainSummary, process.stdout, { end: false });
  return passed && !interrupted.signal.aborted;
}

/** The reporter marks the lines of the summary with a letter that not every terminal and no script knows. */
async function* plainSummary(report: AsyncIterable<string | Buffer>) {
  for await (const text of report) yield String(text).replaceAll('ℹ ', '# ');
}
