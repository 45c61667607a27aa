// A backup is everything or nothing: what comes out of a restore answers as what went in, and what is damaged, newer or
// meant for somebody else's database leaves no trace.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, after, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { backup } from '../../src/adapters/db/backup/backup.ts';
import { frame } from '../../src/adapters/db/backup/frames.ts';
import { restore } from '../../src/adapters/db/backup/restore.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { verifyLog } from '../../src/adapters/db/log/verify.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { pino } from 'pino';
import { assemble } from '../../src/server.ts';
import { tokenOf } from '../cast.ts';
import { startTestCluster, postgres16 } from '../cluster.ts';
import { freshDatabase, sharedServer, type TestServer } from '../postgres.ts';
import { clockAt, noon, openWorld, type World } from '../world.ts';

let folder: string;
let noMigrations: URL;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-backup-'));
  await mkdir(join(folder, 'none'));
  noMigrations = pathToFileURL(join(folder, 'none/'));
});
after(() => rm(folder, { recursive: true }));

describe('backup and restore', () => {
  test('what is restored answers as what was backed up, and its log verifies', async () => {
    await using world = await busyWorld();
    await world.as('dan').put('/api/applications/reports', { team: 'analytics', name: 'Report builder' });
    const file = join(folder, 'whole');
    const seen: string[] = [];
    const written = await backup(world.pool, file, ({ table }) => seen.push(table));
    assert.deepEqual(
      seen,
      written.tables.map(({ name }) => name),
    );
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    await using copy = await emptyDatabase();
    const read = await restore(copy.pool, file);
    assert.deepEqual(read.tables, written.tables);
    const urls = [
      '/api/access',
      '/api/access/a1',
      '/api/access/a2',
      '/api/teams',
      '/api/applications',
      '/api/inbox',
    ];
    for (const url of urls)
      assert.deepEqual(await ask(copy.pool, 'bob', url), (await world.as('bob').get(url)).body, url);
    const verified = await verifyLog(copy.pool);
    assert.deepEqual([verified.faults, verified.head], [[], (await verifyLog(world.pool)).head]);
    assert.deepEqual(await rowsOf(copy.pool, 'log_text'), await rowsOf(world.pool, 'log_text'));
  });

  test('work goes on after a restore, and no number is given twice', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'on');
    await backup(world.pool, file);
    await using copy = await emptyDatabase();
    await restore(copy.pool, file);
    assert.equal(await put(copy.pool, 'a9'), 200);
    await sealAll(copy.pool);
    assert.deepEqual((await verifyLog(copy.pool)).faults, []);
    const { rows } = await copy.pool.query<{ id: string; position: number }>(
      'select id, position from access order by position',
    );
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['a1', 'a2', 'a9'],
    );
    const { rows: entries } = await copy.pool.query<{ type: string }>(
      'select type from log order by position desc limit 2',
    );
    assert.deepEqual(
      entries.map(({ type }) => type),
      ['request.filed', 'organization.restored'],
    );
  });

  test('it is one moment, whatever is written meanwhile', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'moment');
    let more = 0;
    const writing = (): void => {
      more += 1;
      void world.as('alice').put(`/api/access/m${more}`, wish);
    };
    await backup(world.pool, file, writing);
    assert.ok(more > 10);
    await using copy = await emptyDatabase();
    await restore(copy.pool, file);
    assert.deepEqual((await verifyLog(copy.pool)).faults, []);
    const lonely = await copy.pool.query(
      `select from access a where not exists (select from request q where q.id = a.request_id)
       union all select from access a where not exists (select from log where subject = a.id union all select from log_inbox where subject = a.id)`,
    );
    assert.equal(lonely.rowCount, 0);
  });

  test('what lets somebody in for a short while does not come back, and nothing of the environment is in it', async () => {
    const secretKey = Buffer.alloc(32, 7);
    await using world = await busyWorld({ secretKey });
    await world.as('dan').put('/api/targets/shop', {
      connector: 'postgresql',
      settings: { host: '/nowhere', database: 'shop', user: 'countersign' },
      secrets: { password: 'correct horse' },
    });
    await world.pool.query(
      `insert into session (id, token_hash, person_id, created_at, seen_at, ends_at) values ('s1', 'x', 'bob', now(), now(), now())`,
    );
    const file = join(folder, 'secrets');
    await backup(world.pool, file);
    const text = gunzipSync(await readFile(file)).toString('latin1');
    for (const secret of [
      'correct horse',
      secretKey.toString('base64'),
      secretKey.toString('hex'),
      tokenOf('bob'),
    ])
      assert.ok(!text.includes(secret));
    await using copy = await emptyDatabase();
    await restore(copy.pool, file);
    assert.equal((await rowsOf(copy.pool, 'session')).length, 0);
    assert.deepEqual(await rowsOf(copy.pool, 'target'), await rowsOf(world.pool, 'target'));
  });

  test('targets stay frozen, and followers find their place in the restored log', async () => {
    await using world = await busyWorld();
    await world.pool.query(
      `insert into follower (name, position, hash) select 'provisioning', position, hash from log order by position limit 1`,
    );
    const file = join(folder, 'frozen');
    await backup(world.pool, file);
    await using copy = await emptyDatabase();
    await restore(copy.pool, file);
    const { rows } = await copy.pool.query<{ frozen: boolean; same: boolean; found: boolean }>(
      `select frozen, installation_id = $1 as same, exists (select from follower f join log l using (position, hash)) as found from organization`,
      [(await rowsOf(world.pool, 'organization'))[0]!['installation_id']],
    );
    assert.deepEqual(rows, [{ frozen: true, same: true, found: true }]);
  });

  test('a newer release reads it into the schema of its time first, and then brings that up to date', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'older');
    await backup(world.pool, file);
    const migrations = join(folder, 'migrations/');
    await cp(new URL('../../src/adapters/db/migrations/', import.meta.url), migrations, { recursive: true });
    const next = String((await readdir(migrations)).length + 1).padStart(4, '0');
    await writeFile(
      join(migrations, `${next}-count-words.sql`),
      `alter table access add words integer; update access set words = (select count(*) from request where access_id = access.id)`,
    );
    await using copy = await emptyDatabase();
    await restore(copy.pool, file, () => {}, pathToFileURL(migrations));
    const { rows } = await copy.pool.query<{ words: number }>('select words from access order by id');
    assert.deepEqual(rows, [{ words: 1 }, { words: 1 }]);
  });

  test('from PostgreSQL 18 to 16 and back', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'eighteen');
    const written = await backup(world.pool, file);
    await using older = await startTestCluster({ binariesFrom: postgres16 });
    await using there = await emptyDatabase(older);
    await restore(there.pool, file);
    assert.deepEqual((await verifyLog(there.pool)).faults, []);
    const back = join(folder, 'sixteen');
    await backup(there.pool, back);
    await using here = await emptyDatabase();
    const read = await restore(here.pool, back);
    const sums = ({ tables }: typeof read) => new Map(tables.map(({ name, sha256 }) => [name, sha256]));
    for (const name of ['access', 'request', 'decision', 'access_grant', 'log', 'person', 'team', 'api_key'])
      assert.equal(sums(read).get(name), sums(written).get(name), name);
  });
});

describe('a restore that is refused', () => {
  test('into a database that is in use, of somebody else, or of another schema', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'refused');
    await backup(world.pool, file);
    await assert.rejects(
      restore(world.pool, file),
      /into an empty database, and this one is not: it is in use/,
    );
    await using foreign = await emptyDatabase();
    await foreign.pool.query('create table invoices (id int)');
    await assert.rejects(restore(foreign.pool, file), /tables of somebody else/);
    await using newer = await freshPool();
    await newer.pool.query(
      `insert into schema_migration (number, name, sha256) values (99, '0099-later', 'x')`,
    );
    await assert.rejects(restore(newer.pool, file), /schema of another release \(99/);
  });

  test('over a file that is there already', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'there');
    await writeFile(file, 'mine');
    await assert.rejects(backup(world.pool, file), /is there already and is not written over/);
    assert.equal(await readFile(file, 'utf8'), 'mine');
  });

  test('from a newer release', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'newer');
    await backup(world.pool, file);
    const changed = await withHeader(file, (header) => {
      (header['migrations'] as object[]).push({ number: 9999, name: '9999-later', sha256: 'x' });
    });
    await using copy = await emptyDatabase();
    await assert.rejects(
      restore(copy.pool, changed),
      /written by a newer release, with migration 9999-later/,
    );
    const other = await withHeader(file, (header) => (header['version'] = 2));
    await assert.rejects(restore(copy.pool, other), /has format 2: restore it with a newer release/);
    await assertEmpty(copy.pool);
  });

  test('from a file that is damaged at any place, leaving nothing behind', async () => {
    await using world = await busyWorld();
    const file = join(folder, 'damaged');
    await backup(world.pool, file);
    const bytes = await readFile(file);
    const plain = gunzipSync(bytes);
    const access = plain.indexOf('Weekly report');
    const flipped = Buffer.from(plain);
    flipped.write('Daily  report', access, 'latin1');
    const variants: [string, Buffer, RegExp][] = [
      ['cut in the middle', bytes.subarray(0, bytes.length >> 1), /damaged/],
      ['cut at the very end', bytes.subarray(0, -20), /damaged/],
      ['cut between frames', gzipSync(plain.subarray(0, lastFrame(plain))), /ends too early/],
      ['a byte of the gzip changed', change(bytes, bytes.length >> 1), /damaged/],
      ['a row changed', gzipSync(flipped), /is not what was written|does not verify/],
      ['nothing', Buffer.alloc(0), /damaged/],
      ['something else', gzipSync('hello, this is no backup at all'), /holds something else/],
      ['plain text', Buffer.from('-- PostgreSQL database dump'), /cannot be decompressed/],
    ];
    await using copy = await emptyDatabase();
    for (const [what, content, reason] of variants) {
      const path = join(folder, 'variant');
      await writeFile(path, content);
      await assert.rejects(restore(copy.pool, path), reason, what);
      await assertEmpty(copy.pool);
    }
    await restore(copy.pool, file);
    assert.deepEqual((await verifyLog(copy.pool)).faults, []);
  });
});

const wish = {
  info: { purpose: 'Weekly report on orders; "ünïcode"\t\\N and a\nline' },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
  links: { ticket: 'https://tickets.fernlane.example/1' },
};

/** Two agreements, one of them granted, most of the log sealed and some of it not. */
async function busyWorld(parts: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(parts);
  await world.as('alice').put('/api/access/a1', wish);
  await world.as('bob').post('/api/access/a1/approve', { comment: 'Gladly' });
  await sealAll(world.pool);
  await world.as('alice').put('/api/access/a2', wish);
  return world;
}

interface Opened extends AsyncDisposable {
  readonly pool: pg.Pool;
}

/** A database without any table. */
async function emptyDatabase(server?: TestServer): Promise<Opened> {
  const at = server ?? (await sharedServer());
  return opened(await freshDatabase({ server: at, migrations: noMigrations }));
}

/** A database as a server makes it. */
async function freshPool(): Promise<Opened> {
  return opened(await freshDatabase());
}

function opened(fresh: Awaited<ReturnType<typeof freshDatabase>>): Opened {
  const pool = openPool(fresh.poolConfig, () => {});
  return {
    pool,
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await fresh[Symbol.asyncDispose]();
    },
  };
}

async function send(pool: pg.Pool, key: string, method: 'GET' | 'PUT', url: string, payload?: object) {
  const { server } = assemble({
    pool,
    clock: clockAt(noon),
    logger: pino({ level: 'silent' }),
    trustProxy: false,
    publicUrl: 'http://countersign.test',
    hosts: null,
    sealSoon: () => {},
  });
  const answer = await server.inject({
    method,
    url,
    headers: { 'x-api-key': tokenOf(key), 'content-type': 'application/json' },
    ...(payload && { payload: JSON.stringify(payload) }),
  });
  await server.close();
  return answer;
}

const ask = async (pool: pg.Pool, key: string, url: string): Promise<unknown> =>
  JSON.parse((await send(pool, key, 'GET', url)).payload);

const put = async (pool: pg.Pool, id: string): Promise<number> =>
  (await send(pool, 'alice', 'PUT', `/api/access/${id}`, wish)).statusCode;

async function rowsOf(pool: pg.Pool, table: string): Promise<Record<string, unknown>[]> {
  return (await pool.query<Record<string, unknown>>(`select * from ${table} order by 1, 2`)).rows;
}

/** The schema may be there, but nothing of the backup. */
async function assertEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ table: string | null }>(`select to_regclass('access')::text as table`);
  if (rows[0]!.table === null) return;
  for (const table of ['person', 'team', 'access', 'log', 'log_text', 'api_key'])
    assert.equal((await rowsOf(pool, table)).length, 0, table);
}

/** The same backup with another header. */
async function withHeader(file: string, edit: (header: Record<string, unknown>) => void): Promise<string> {
  const plain = gunzipSync(await readFile(file));
  const length = plain.readUInt32BE(1);
  const header = JSON.parse(plain.subarray(5, 5 + length).toString()) as Record<string, unknown>;
  edit(header);
  const path = `${file}-changed`;
  await writeFile(path, gzipSync(Buffer.concat([...frame('H', header), plain.subarray(5 + length)])));
  return path;
}

/** Where the last frame, the footer, begins. */
function lastFrame(plain: Buffer): number {
  let at = 0;
  for (;;) {
    const next = at + 5 + plain.readUInt32BE(at + 1);
    if (next >= plain.length) return at;
    at = next;
  }
}

function change(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 0xff;
  return changed;
}
