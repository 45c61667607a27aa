// Writing a backup: one snapshot of everything, table by table, straight from the database's COPY through gzip into one
// file. Servers go on working meanwhile. No key is in it: what is encrypted stays encrypted and needs the same
// COUNTERSIGN_SECRET_KEY after a restore. It does hold digests of passwords and API keys, and what people wrote, so
// the file is for its owner only (mode 0600), and a file that is there already is never written over.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { format, formatVersion, frame } from './frames.ts';
import { copied, countersOf, tablesOf, type Counter, type Table } from './tables.ts';

export interface Header {
  readonly format: string;
  readonly version: number;
  readonly takenAt: string;
  readonly installation: string;
  /** The schema, as the migrations that made it. */
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[];
  /** Where the log ends in this snapshot; hash in hexadecimal. */
  readonly log: { readonly position: number; readonly hash: string };
  readonly tables: readonly string[];
}

export interface TableSum {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

export interface Footer {
  readonly tables: readonly TableSum[];
  readonly counters: readonly Counter[];
}

/** Called after each table. */
export type Progress = (done: {
  readonly table: string;
  readonly rows: number;
  readonly nth: number;
  readonly of: number;
}) => void;

export interface BackedUp {
  readonly header: Header;
  readonly tables: readonly TableSum[];
}

/** @throws Error with one sentence when the file is there already; whatever the database or the disk says. */
export async function backup(pool: pg.Pool, file: string, progress: Progress = () => {}): Promise<BackedUp> {
  await refuseExisting(file);
  const partial = `${file}.partial`;
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { header, tables } = await describe(client);
    const sums: TableSum[] = [];
    const frames = framesOf(client, header, tables, (sum) => {
      sums.push(sum);
      progress({ table: sum.name, rows: sum.rows, nth: sums.length, of: tables.length });
    });
    await pipeline(
      Readable.from(frames, { objectMode: false }),
      createGzip(),
      createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await client.query('commit');
    client.release();
    await rename(partial, file);
    return { header, tables: sums };
  } catch (error) {
    client.release(true);
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(partial, { force: true });
    throw error;
  }
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new Error(`${file} is there already and is not written over.`);
}

async function describe(client: pg.PoolClient): Promise<{ header: Header; tables: Table[] }> {
  const tables = await tablesOf(client);
  const { rows } = await client.query<Omit<Header, 'format' | 'version' | 'tables' | 'migrations'>>(
    `select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt", installation_id as installation,
       (select json_build_object('position', position, 'hash', encode(hash, 'hex')) from log_head)::jsonb as log
     from organization`,
  );
  const migrations = await client.query<Header['migrations'][number]>(
    'select number, name, sha256 from schema_migration order by number',
  );
  return {
    tables,
    header: {
      format,
      version: formatVersion,
      ...rows[0]!,
      migrations: migrations.rows,
      tables: tables.map(({ name }) => name),
    },
  };
}

async function* framesOf(
  client: pg.PoolClient,
  header: Header,
  tables: readonly Table[],
  done: (sum: TableSum) => void,
): AsyncGenerator<Buffer> {
  yield* frame('H', header);
  const sums: TableSum[] = [];
  for (const table of tables) {
    yield* frame('T', table);
    const copy = client.query(copyTo(`copy ${copied(table, pg.escapeIdentifier)} to stdout`));
    const hash = createHash('sha256');
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield* frame('D', chunk);
    }
    const sum = { name: table.name, rows: copy.rowCount, sha256: hash.digest('hex') };
    sums.push(sum);
    done(sum);
    yield* frame('E', sum);
  }
  yield* frame('F', { tables: sums, counters: await countersOf(client) } satisfies Footer);
}
