// Reading a backup into an empty database. The schema is first brought to where it was when the backup was written, then
// everything is read in one transaction that compares every count and digest and verifies the log entry by entry; only
// then come the migrations of this program. A restore that fails leaves the database as empty as it was.
//
// What stands at targets may be ahead of what was restored: an agreement that ended after the backup is granted again in
// these tables. So targets are frozen. They are only looked at, differences are shown, and nothing is changed there until
// an administrator has confirmed (app/target-work.ts).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { appendEntries } from '../append.ts';
import { entryRows } from '../log-entry.ts';
import { verifyLog } from '../log/verify.ts';
import { migrate, migrateTo } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';
import type { BackedUp, Footer, Header, Progress, TableSum } from './backup.ts';
import { damaged, format, formatVersion, jsonOf, readFrames, type FrameReader } from './frames.ts';
import { copied, setCounter, type Table } from './tables.ts';

const ownMigrations = new URL('../migrations/', import.meta.url);

/** @throws Error with one sentence when the file does not fit, is damaged, or the database is not empty. */
export async function restore(
  pool: pg.Pool,
  file: string,
  progress: Progress = () => {},
  folder = ownMigrations,
): Promise<BackedUp> {
  const stream = createReadStream(file);
  const gunzip = createGunzip();
  // Errors of either one end the other and are seen by whoever reads frames.
  const piped = pipeline(stream, gunzip).catch(() => {});
  try {
    const frames = readFrames(gunzip);
    const header = await readHeader(frames, folder);
    await prepare(pool, header, folder);
    const tables = await readIn(pool, frames, header, progress);
    await migrate(pool, folder);
    await pool.query('analyze');
    return { header, tables };
  } finally {
    stream.destroy();
    gunzip.destroy();
    await piped;
  }
}

async function readHeader(frames: FrameReader, folder: URL): Promise<Header> {
  const first = await frames.next();
  if (first.kind !== 'H') throw damaged('it does not begin like one');
  const header = jsonOf(first) as Header;
  if (header.format !== format) throw damaged('it is of another program');
  if (header.version > formatVersion)
    throw new Error(`This backup has format ${header.version}: restore it with a newer release.`);
  const known = await readMigrations(folder);
  for (const { number, name, sha256 } of header.migrations) {
    const ours = known[number - 1];
    if (!ours)
      throw new Error(
        `This backup was written by a newer release, with migration ${name}: restore it with that one.`,
      );
    if (ours.sha256 !== sha256)
      throw new Error(`Migration ${name} is not what it was when this backup was written.`);
  }
  return header;
}

/** The schema of the backup in an empty database. One that a server has made and nobody has used will do. */
async function prepare(pool: pg.Pool, { migrations }: Header, folder: URL): Promise<void> {
  const newest = migrations.at(-1)?.number ?? 0;
  const { rows } = await pool.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')`,
  );
  const present = await newestIn(pool, rows);
  if (present === null && rows.some(({ name }) => name !== 'schema_migration'))
    throw notEmpty('it has tables of somebody else');
  if (present !== null && present !== newest)
    throw notEmpty(`it has the schema of another release (${present} instead of ${newest})`);
  await migrateTo(pool, newest, folder);
}

/** The newest migration in the database; null where there is none. */
async function newestIn(pool: pg.Pool, tables: readonly { name: string }[]): Promise<number | null> {
  if (!tables.some(({ name }) => name === 'schema_migration')) return null;
  const { rows } = await pool.query<{ newest: number | null }>(
    'select max(number) as newest from schema_migration',
  );
  return rows[0]!.newest;
}

async function readIn(
  pool: pg.Pool,
  frames: FrameReader,
  header: Header,
  progress: Progress,
): Promise<readonly TableSum[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    // Nobody else brings anything in between the look and the end.
    await client.query(
      'lock table organization, person, team, access, log, log_inbox in access exclusive mode',
    );
    await refuseUsed(client);
    const footer = await readTables(client, frames, header, progress);
    for (const counter of footer.counters) await setCounter(client, counter);
    await verify(client, header);
    await freeze(client, header);
    await client.query('commit');
    client.release();
    return footer.tables;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function refuseUsed(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    `select exists (select from person) or exists (select from team) or exists (select from access)
       or exists (select from log) or exists (select from log_inbox) as used`,
  );
  if (rows[0]!.used) throw notEmpty('it is in use');
}

async function readTables(
  client: pg.PoolClient,
  frames: FrameReader,
  header: Header,
  progress: Progress,
): Promise<Footer> {
  const sums: TableSum[] = [];
  for (;;) {
    const next = await frames.next();
    if (next.kind === 'F') return complete(jsonOf(next) as Footer, sums, header);
    if (next.kind !== 'T') throw damaged('a table is missing its beginning');
    const sum = await readTable(client, frames, jsonOf(next) as Table);
    sums.push(sum);
    progress({ table: sum.name, rows: sum.rows, nth: sums.length, of: header.tables.length });
  }
}

async function readTable(client: pg.PoolClient, frames: FrameReader, table: Table): Promise<TableSum> {
  await empty(client, table);
  const hash = createHash('sha256');
  let said: TableSum | undefined;
  const rows = async function* (): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await frames.next();
      if (next.kind === 'E') {
        said = jsonOf(next) as TableSum;
        return;
      }
      if (next.kind !== 'D') throw damaged(`the table ${table.name} has no end`);
      hash.update(next.payload);
      yield next.payload;
    }
  };
  const copy = client.query(copyFrom(`copy ${copied(table, pg.escapeIdentifier)} from stdin`));
  await pipeline(Readable.from(rows(), { objectMode: false }), copy).catch((error: unknown) => {
    // What PostgreSQL refuses as data, in contrast to what it cannot do now.
    if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''))
      throw damaged(`the rows of ${table.name} cannot be read (${error.message})`, error);
    throw error;
  });
  const sum = { name: table.name, rows: copy.rowCount, sha256: hash.digest('hex') };
  if (said?.name !== sum.name || said.rows !== sum.rows || said.sha256 !== sum.sha256)
    throw damaged(`the table ${table.name} is not what was written`);
  return sum;
}

/** Takes away what the schema itself brings along, such as the row of the organization. */
async function empty(client: pg.PoolClient, { name }: Table): Promise<void> {
  const table = pg.escapeIdentifier(name);
  const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${table}) as filled`);
  if (rows[0]!.filled) await client.query(`delete from ${table}`);
}

function complete(footer: Footer, sums: readonly TableSum[], { tables }: Header): Footer {
  if (JSON.stringify(footer.tables) !== JSON.stringify(sums) || sums.length !== tables.length)
    throw damaged('it does not hold the tables that it says');
  return footer;
}

async function verify(client: pg.PoolClient, { log }: Header): Promise<void> {
  const { head, faults, faultCount } = await verifyLog(client);
  if (head.position !== log.position || head.hash !== log.hash)
    throw damaged('its log ends elsewhere than its header says');
  if (faultCount > 0)
    throw new Error(
      `The log in this backup does not verify, in ${faultCount} places. ${faults[0]!.sentence}`,
    );
}

async function freeze(client: pg.PoolClient, { takenAt, log }: Header): Promise<void> {
  await client.query('update organization set frozen = true');
  // Whoever had a lease is not there any more, and people want to see the differences soon.
  await client.query('update provisioning set leased_until = null, next_run = now()');
  const { rows } = await client.query<{ now: number }>('select now() as now');
  const entry = entryRows({
    type: 'organization.restored',
    subject: 'organization',
    at: rows[0]!.now,
    actor: { type: 'system', id: 'system', person: null },
    channel: 'system',
    after: { frozen: true },
    data: { takenAt, ...log },
  });
  await appendEntries(client, [entry]);
}

function notEmpty(why: string): Error {
  return new Error(`A backup is restored into an empty database, and this one is not: ${why}.`);
}
