// The README, held to its word: the tour is walked in a fresh demo, command by command, and what comes out has to be what
// stands there. Only what cannot be the same twice is made the same first: dates, times, how long ago something was,
// and how many entries the log has. Its YAML is read as `apply` would read it, and its links lead somewhere.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { readYamlFile } from '../../src/adapters/documents/yaml-file.ts';
import { freePort, startProgram } from '../program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');

test('the tour is what happens', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-tour-'));
  const port = await freePort();
  const env = { COUNTERSIGN_DEMO_DIR: join(folder, 'demo'), PORT: String(port), TZ: 'UTC' };
  const demo = startProgram(['demo'], env);
  try {
    await demo.says(/Ctrl-C stops it/);
    for (const { command, output } of commandsIn(readme)) {
      if (command === 'npm start')
        assert.ok(demo.said().replaceAll(String(port), '8700').includes(output), demo.said());
      else assert.equal(plain(await typed(command, env)), plain(output), `$ ${command}`);
    }
    assert.doesNotMatch(demo.said(), /^\{/m, 'the server had something to complain about');
  } finally {
    await demo.ends();
    await rm(folder, { recursive: true, force: true });
  }
});

test('its files would be applied', () => {
  const files = blocksOf(readme, 'yaml');
  assert.ok(files.length > 0);
  for (const text of files) assert.deepEqual(readYamlFile(text, 'README.md').faults, []);
});

test('its links lead somewhere', async () => {
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) await access(join(root, path!));
});

interface Step {
  readonly command: string;
  readonly output: string;
}

/** A line that begins with `$ ` is typed; what follows, up to the next one, is what comes out. */
function commandsIn(text: string): Step[] {
  return blocksOf(text, 'console').flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((step) => {
        const [command = '', ...output] = step.split('\n');
        return { command, output: output.join('\n') };
      }),
  );
}

function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, block]) => block!,
  );
}

/** What a terminal shows: both streams, as they come. */
function typed(command: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } };
    execFile('bash', ['-c', `{ ${command}\n} 2>&1`], options, (_error, stdout) => resolve(stdout));
  });
}

function plain(text: string): string {
  return text
    .replace(/\d{4}-\d{2}-\d{2}/g, 'DATE')
    .replace(/\d{2}:\d{2}(:\d{2})?/g, 'TIME')
    .replace(/\b(now|\d+ (second|minute)s? ago)/g, 'AGO')
    .replace(/AGO +(?=\S)/g, 'AGO  ')
    .replace(/ASKED +/g, 'ASKED  ')
    .replace(/\(in \d+ seconds\)/g, '(in SECONDS)')
    .replace(/\d+ entries, up to position \d+/g, 'ENTRIES')
    .replace(/\d+ signed heads?/g, 'HEADS');
}
