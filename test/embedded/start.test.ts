import assert from 'node:assert/strict';
import { writeSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ensureDatabase } from '../../src/adapters/db/embedded/ensure-database.ts';
import { freeDiskBytes, openFolder } from '../../src/adapters/db/embedded/folder.ts';
import { openLog } from '../../src/adapters/db/embedded/server-log.ts';
import { startEmbedded } from '../../src/adapters/db/embedded/start.ts';
import { postgres16 } from '../cluster.ts';
import { ask, emptyFolder, usedFolder } from './setting.ts';

const log = () => {};

test('the first start makes a durable database in UTF8 that listens on no network', async () => {
  await using folder = await emptyFolder();
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  const settings = {
    server_encoding: 'UTF8',
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
    max_wal_size: '256MB',
    dynamic_shared_memory_type: 'mmap',
    TimeZone: 'UTC',
  };
  for (const [name, value] of Object.entries(settings))
    assert.equal(await ask(server, `select current_setting('${name}')`), value, name);
  assert.equal(await ask(server, `select upper('zürich') || ('a' < 'B')`), 'ZÜRICHfalse');
  assert.equal((await stat(server.socketDir)).mode & 0o777, 0o700);
});

test('a second start finds what was stored before the first one stopped', async () => {
  await using folder = await usedFolder();
  const first = await startEmbedded({ dataDir: folder.dataDir, log });
  await ask(first, 'create table parrot as select 42 as age');
  await first.stop();
  await using second = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await ask(second, 'select age from parrot'), 42);
});

test('a folder may be called anything', async () => {
  await using folder = await usedFolder(`Dan's "data", all of it = ü`);
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.equal(await ask(server, 'select 1'), 1);
  assert.ok(server.socketDir.startsWith(folder.dataDir));
});

test('where the path is too long for a socket, the socket lies in the folder for temporary files', async () => {
  await using folder = await emptyFolder('long-'.repeat(30));
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  assert.ok(server.socketDir.startsWith(tmpdir()), server.socketDir);
  assert.ok(!server.socketDir.startsWith(folder.dataDir));
  assert.equal(await ask(server, 'select 1'), 1);
  await server.stop();
  await assert.rejects(stat(server.socketDir), { code: 'ENOENT' });
});

test('a database is made once and kept', async () => {
  await using folder = await usedFolder();
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  await ensureDatabase(server, 'fern "lane"');
  await ask(server, 'create table parrot ()', 'fern "lane"');
  await ensureDatabase(server, 'fern "lane"');
  assert.equal(await ask(server, `select to_regclass('parrot') is not null`, 'fern "lane"'), true);
});

test('a start that fails ends with the last words of the server', async () => {
  await using folder = await usedFolder();
  const settings = { shared_buffers: 'plenty' };
  await assert.rejects(startEmbedded({ dataDir: folder.dataDir, settings, log }), (error: Error) => {
    assert.match(error.message, /^PostgreSQL did not start/);
    assert.match(error.message, /FATAL: {2}invalid value for parameter "shared_buffers": "plenty"/);
    return true;
  });
});

test('rows and statements that fail are not copied to the log of the server', async () => {
  await using folder = await usedFolder();
  await using server = await startEmbedded({ dataDir: folder.dataDir, log });
  await ask(server, 'create table parrot (name text primary key)');
  await ask(server, `insert into parrot values ('Polly')`);
  await assert.rejects(ask(server, `insert into parrot values ('Polly')`), { code: '23505' });
  const text = await readFile(join(folder.dataDir, 'postgres.log'), 'utf8');
  assert.match(text, /duplicate key value violates unique constraint "parrot_pkey"/);
  assert.doesNotMatch(text, /Polly/);
});

test('the log of the server is moved aside when it has grown too long, while somebody writes to it', async () => {
  await using scratch = await emptyFolder();
  const folder = await openFolder(scratch.dataDir);
  const account = { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0, prefix: [], version: '' };
  const writer = await openLog(folder, account);
  const trimmer = await openLog(folder, account, 10);
  writeSync(writer.descriptor, 'a long line\n');
  await trimmer.trim();
  writeSync(writer.descriptor, 'more\n');
  await trimmer.trim();
  assert.equal(await readFile(folder.log, 'utf8'), 'more\n');
  assert.equal(await readFile(`${folder.log}.1`, 'utf8'), 'a long line\n');
  await writer.close();
  await trimmer.close();
});

test('PostgreSQL 16 starts as well, and its data are refused by 18 in a sentence that names both', async () => {
  await using folder = await emptyFolder();
  const old = await startEmbedded({ dataDir: folder.dataDir, binariesFrom: postgres16, log });
  assert.match(String(await ask(old, 'show server_version')), /^16\./);
  await old.stop();
  await assert.rejects(
    startEmbedded({ dataDir: folder.dataDir, log }),
    /of PostgreSQL 16, and this is PostgreSQL 18/,
  );
});

test('the space that is left on the disk is told in bytes', async () => {
  await using folder = await emptyFolder();
  await openFolder(folder.dataDir);
  const free = await freeDiskBytes(folder.dataDir);
  await writeFile(join(folder.dataDir, 'ballast'), Buffer.alloc(8_000_000));
  assert.ok(free > 8_000_000);
});
