import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { migrate } from '../../src/adapters/db/migrate.ts';
import { whyUnsupported } from '../../src/adapters/db/server-support.ts';
import { postgres16, startTestCluster } from '../cluster.ts';
import { freshDatabase, type TestServer } from '../postgres.ts';

const parrot = 'create table parrot (name text)';
const cage = 'create table cage (size int)';
const door = 'alter table cage add door text';

test('migrations are applied in the order of their numbers, and once', async () => {
  await using world = await emptyDatabase();
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage });
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage, '0003-door.sql': door });
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage, '0003-door.sql': door });
  assert.deepEqual(await world.applied(), ['0001-parrot', '0002-cage', '0003-door']);
});

test('many servers that start at once apply each migration once', async () => {
  await using world = await emptyDatabase();
  const files = { '0001-parrot.sql': parrot, '0002-cage.sql': cage, '0003-door.sql': door };
  await Promise.all(Array.from({ length: 8 }, () => world.migrate(files)));
  assert.deepEqual(await world.applied(), ['0001-parrot', '0002-cage', '0003-door']);
});

test('a migration that fails leaves nothing of itself and is named', async () => {
  await using world = await emptyDatabase();
  const broken = `${cage}; alter table absent add door text`;
  await assert.rejects(world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': broken }), {
    message: 'Migration 0002-cage failed: relation "absent" does not exist',
  });
  assert.deepEqual(await world.applied(), ['0001-parrot']);
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage });
  assert.deepEqual(await world.applied(), ['0001-parrot', '0002-cage']);
});

test('a migration that was changed after it was applied is refused', async () => {
  await using world = await emptyDatabase();
  await world.migrate({ '0001-parrot.sql': parrot });
  await assert.rejects(world.migrate({ '0001-parrot.sql': `${parrot} -- of any colour` }), {
    message: 'Migration 0001-parrot was changed after it had been applied to this database.',
  });
});

test('a program refuses a newer database, unless the newer migrations say that it can work there', async () => {
  await using world = await emptyDatabase();
  const old = { '0001-parrot.sql': parrot, '0002-cage.sql': cage };
  await world.migrate({ ...old, '0003-door.sql': `-- compatible: 2\n${door}` });
  await world.migrate(old);
  await assert.rejects(
    world.migrate({ '0001-parrot.sql': parrot }),
    /has migration 0002-cage, which this older/,
  );
  await world.migrate({
    ...old,
    '0003-door.sql': `-- compatible: 2\n${door}`,
    '0004-end.sql': 'drop table parrot',
  });
  await assert.rejects(world.migrate(old), /has migration 0004-end, which this older program does not know/);
});

test('a migration that comes to the files later than its successors did is refused', async () => {
  await using world = await emptyDatabase();
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage, '0003-door.sql': door });
  await world.pool.query('delete from schema_migration where number = 2');
  const files = { '0001-parrot.sql': parrot, '0002-cage.sql': cage, '0003-door.sql': door };
  await assert.rejects(world.migrate(files), /Migration 0002-cage is missing in this database/);
});

test('files that share a number or leave one out are refused', async () => {
  await using world = await emptyDatabase();
  for (const second of ['0001-cage.sql', '0003-cage.sql', '2-cage.sql', '0002-Cage.sql'])
    await assert.rejects(
      world.migrate({ '0001-parrot.sql': parrot, [second]: cage }),
      /should be called 000\d-….sql/,
    );
  assert.deepEqual((await world.pool.query(`select to_regclass('parrot') as made`)).rows, [{ made: null }]);
});

test('a statement timeout of the connection does not cut a migration off', async () => {
  await using world = await emptyDatabase('-c statement_timeout=200');
  await world.migrate({ '0001-parrot.sql': `select pg_sleep(0.5); ${parrot}` });
  assert.deepEqual(await world.applied(), ['0001-parrot']);
});

test('PostgreSQL 16 is migrated in the same way', async () => {
  await using server = await startTestCluster({ binariesFrom: postgres16 });
  await using world = await emptyDatabase('', server);
  await world.migrate({ '0001-parrot.sql': parrot, '0002-cage.sql': cage });
  assert.deepEqual(await world.applied(), ['0001-parrot', '0002-cage']);
});

test('servers that are not PostgreSQL 16 or newer in UTF8 are refused by name', () => {
  const good = { version: 'PostgreSQL 16.4 on x86_64-pc-linux-gnu', number: 160_004, encoding: 'UTF8' };
  assert.equal(whyUnsupported(good), undefined);
  const bad = {
    'CockroachDB.': { ...good, version: 'CockroachDB CCL v25.2.1 (x86_64-pc-linux-gnu)', number: 130_000 },
    'YugabyteDB.': {
      ...good,
      version: 'PostgreSQL 15.2-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu',
      number: 150_002,
    },
    'PostgreSQL 15.8.': { ...good, version: 'PostgreSQL 15.8 on x86_64-pc-linux-gnu', number: 150_008 },
    'SQL_ASCII.': { ...good, encoding: 'SQL_ASCII' },
  };
  for (const [ending, facts] of Object.entries(bad))
    assert.ok(whyUnsupported(facts)?.endsWith(ending), ending);
});

async function emptyDatabase(options = '', server?: TestServer) {
  await using made = new AsyncDisposableStack();
  const folder = made.use(await mkdtempDisposable(join(tmpdir(), 'countersign-migrations-')));
  const nothing = pathToFileURL(`${folder.path}/`);
  const database = made.use(await freshDatabase({ migrations: nothing, ...(server ? { server } : {}) }));
  const pool = made.adopt(new Pool({ ...database.poolConfig, options }), (each) => each.end());
  const all = made.move();
  let rounds = 0;
  return {
    pool,
    /** As a program with these files does when it starts. */
    async migrate(files: Record<string, string>) {
      const place = pathToFileURL(`${folder.path}/${++rounds}/`);
      await mkdir(place);
      for (const [name, sql] of Object.entries(files)) await writeFile(new URL(name, place), sql);
      await migrate(pool, place);
    },
    async applied() {
      return (await pool.query('select name from schema_migration order by number')).rows.map(
        ({ name }) => name,
      );
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
