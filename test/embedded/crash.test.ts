import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openFolder } from '../../src/adapters/db/embedded/folder.ts';
import { processesOf, signal } from '../../src/adapters/db/embedded/processes.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../src/adapters/db/embedded/start.ts';
import { ask, emptyFolder, holder, usedFolder } from './setting.ts';

const log = () => {};

test('after a crash of the whole server the next start has every committed row', async () => {
  await using folder = await usedFolder();
  const first = await startEmbedded({ dataDir: folder.dataDir, log });
  await ask(first, 'create table parrot as select generate_series(1, 1000) as age');
  await first.kill();
  assert.deepEqual(await processesOf(await openFolder(folder.dataDir)), []);
  await using second = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await ask(second, 'select count(*)::int from parrot'), 1000);
});

test('a postmaster.pid whose number belongs to a stranger by now keeps nobody from starting', async () => {
  await using folder = await usedFolder();
  const first = await startEmbedded({ dataDir: folder.dataDir, log });
  await first.kill();
  const stale = [
    process.ppid,
    join(folder.dataDir, 'pg'),
    1,
    5432,
    join(folder.dataDir, 'socket'),
    '',
    '1 1',
    'ready',
  ];
  await writeFile(join(folder.dataDir, 'pg/postmaster.pid'), stale.join('\n'));
  await using second = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await ask(second, 'select 1'), 1);
});

test('a session that is busy outlives its killed postmaster, and is ended before the next start', async () => {
  await using folder = await usedFolder();
  await using first = await holder(folder.dataDir);
  assert.equal(first.lastWords, 'ready');
  const server = { connection: connectionTo(folder.dataDir) } as EmbeddedPostgres;
  const busy = ask(server, 'select count(*) from generate_series(1, 1000000000000)').catch(() => 'cut off');
  await until(async () => (await ask(server, active)) === 1);
  const processes = await processesOf(await openFolder(folder.dataDir));
  await first.kill();
  signal(processes.find(({ isPostmaster }) => isPostmaster)?.pid ?? 0, 'SIGKILL');
  await using second = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await busy, 'cut off');
  assert.equal(await ask(second, 'select 1'), 1);
});

test('a server that crashes while its owner lives is brought back on the same socket, and stays owned', async () => {
  await using folder = await usedFolder();
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  await ask(server, 'create table parrot ()');
  const crashed = await processesOf(await openFolder(folder.dataDir));
  for (const { pid } of crashed) signal(pid, 'SIGKILL');
  await until(async () => (await ask(server, 'select count(*)::int from parrot')) === 0);
  await using other = await holder(folder.dataDir);
  assert.match(other.lastWords, /^refused: .* is in use by process /);
});

test('one crashed session makes PostgreSQL restart itself, and the server stays owned', async () => {
  await using folder = await usedFolder();
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  const victim = ask(server, 'select pg_sleep(600)').catch(() => 'cut off');
  await until(async () => (await ask(server, active)) === 1);
  const pid = await ask(
    server,
    `select pid from pg_stat_activity where query like '%pg_sleep(600)%' limit 1`,
  );
  signal(Number(pid), 'SIGKILL');
  assert.equal(await victim, 'cut off');
  await until(async () => (await ask(server, owners)) === 1);
  await using other = await holder(folder.dataDir);
  assert.match(other.lastWords, /^refused: .* is in use by process /);
});

test('a first start that was killed halfway leaves nothing that stands in the way', async () => {
  await using folder = await emptyFolder();
  await mkdir(join(folder.dataDir, 'pg.new/base'), { recursive: true });
  await writeFile(join(folder.dataDir, 'pg.new/PG_VERSION'), '18\n');
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await ask(server, 'select 1'), 1);
});

const active = `select count(*)::int from pg_stat_activity
  where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`;
const owners = `select count(*)::int from pg_locks where locktype = 'advisory'`;

/** As a third process would connect, that only knows where the folder is. */
function connectionTo(dataDir: string): EmbeddedPostgres['connection'] {
  return (database, user = 'postgres') => ({
    host: join(dataDir, 'socket'),
    port: 5432,
    database,
    user,
    ssl: false,
  });
}

/** Polls until the condition holds; a server that is away counts as not yet. */
async function until(condition: () => Promise<boolean>) {
  for (const begun = performance.now(); performance.now() - begun < 20_000; await delay(20))
    if (await condition().catch(() => false)) return;
  assert.fail('The condition did not come true within 20 s.');
}
