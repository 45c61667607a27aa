/**
 * Brings a database to the schema of this program: numbered files of plain SQL, each applied once, in order, in a
 * transaction of its own together with the row that records it. Any number of servers may start at once; they take
 * turns by an advisory lock of the transaction, which also holds behind a transaction pooler. There is no way back
 * down: the release before must run on the schema after it, since both run during a rolling upgrade. A migration
 * says that this is so in its first line, `-- compatible: 7`, where 7 is the newest migration of the oldest program
 * that can still work; without this line, older programs refuse to start on the database.
 */
import type { Pool, PoolClient } from 'pg';
import { type Migration, readMigrations } from './migration-files.ts';
import { refuseForeignServer } from './server-support.ts';

/** Throws one sentence when the server is not supported, or when database and program do not fit together. */
export async function migrate(pool: Pool, folder = new URL('migrations/', import.meta.url)): Promise<void> {
  await refuseForeignServer(pool);
  const migrations = await readMigrations(folder);
  while (await applyNext(pool, migrations));
}

/** The same, up to the migration of this number and no further: the schema that an older backup was written from. */
export async function migrateTo(pool: Pool, newest: number, folder: URL): Promise<void> {
  await refuseForeignServer(pool);
  const migrations = (await readMigrations(folder)).slice(0, newest);
  while (await applyNext(pool, migrations));
}

/** Applies one migration; false means that there was none left. */
async function applyNext(pool: Pool, migrations: Migration[]): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock(8701)');
    const next = nextOf(migrations, await appliedTo(client));
    if (next) await apply(client, next);
    await client.query('commit');
    client.release();
    return next !== undefined;
  } catch (error) {
    client.release(true); // Closing the connection rolls back, in whatever state it is.
    throw error;
  }
}

interface Applied {
  number: number;
  name: string;
  sha256: string;
  compatible: number | null;
}

async function appliedTo(client: PoolClient): Promise<Applied[]> {
  await client.query(`create table if not exists schema_migration (
    number int primary key,
    name text not null,
    sha256 text not null,
    compatible int,
    applied_at timestamptz not null default now())`);
  const { rows } = await client.query<Applied>(
    'select number, name, sha256, compatible from schema_migration order by number',
  );
  return rows;
}

/** Compares what the database has with what the program has, and gives the first that is missing there. */
function nextOf(migrations: Migration[], applied: Applied[]): Migration | undefined {
  for (const row of applied) {
    const known = migrations[row.number - 1];
    if (!known) refuseNewer(row, migrations.length);
    else if (known.sha256 !== row.sha256)
      throw new Error(`Migration ${row.name} was changed after it had been applied to this database.`);
  }
  const next = migrations.find(({ number }) => !applied.some((row) => row.number === number));
  if (next && applied.some((row) => row.number > next.number))
    throw new Error(`Migration ${next.name} is missing in this database, while later ones were applied.`);
  return next;
}

function refuseNewer({ name, compatible }: Applied, newest: number) {
  if (compatible !== null && compatible <= newest) return;
  throw new Error(
    `The database has migration ${name}, which this older program does not know: run the newer release, or restore a backup.`,
  );
}

async function apply(client: PoolClient, { number, name, sql, sha256, compatible }: Migration) {
  // A change that waits for a busy table makes everybody wait behind it; better to fail and be started again.
  await client.query(`set local lock_timeout = '5s'`);
  try {
    await client.query(sql);
  } catch (cause) {
    throw new Error(`Migration ${name} failed: ${(cause as Error).message}`, { cause });
  }
  await client.query(
    'insert into schema_migration (number, name, sha256, compatible) values ($1, $2, $3, $4)',
    [number, name, sha256, compatible],
  );
}
