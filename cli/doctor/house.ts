// The part of the examination that needs no server: this program, its settings, and the database that they name.
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../../src/adapters/db/embedded/binaries.ts';
import { leastFreeBytes } from '../../src/adapters/db/embedded/disk.ts';
import { freeDiskBytes } from '../../src/adapters/db/embedded/folder.ts';
import { readMigrations } from '../../src/adapters/db/migration-files.ts';
import { ConfigFault, readConfig, type Config } from '../../src/config.ts';
import { openStoreBeside, runningAt } from '../../src/store.ts';
import { version } from '../../src/version.ts';
import type { Finding } from './finding.ts';
import type { Io } from '../io.ts';

export async function examineHouse({ env }: Io): Promise<Finding[]> {
  const program: Finding = {
    state: 'ok',
    what: `Countersign ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
  };
  try {
    const config = readConfig(env);
    return [program, ...(await examineStore(config)), ...examineSettings(config)];
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return [
      program,
      ...error.faults.map((what): Finding => ({
        state: 'wrong',
        what,
        fix: 'docs/reference/config.md tells what every setting means.',
      })),
    ];
  }
}

function examineSettings({ secretKey, publicUrl }: Config): Finding[] {
  return [
    secretKey
      ? { state: 'ok', what: 'COUNTERSIGN_SECRET_KEY is set.' }
      : {
          state: 'note',
          what: 'COUNTERSIGN_SECRET_KEY is not set, so no passwords of targets can be kept.',
          fix: 'Make one with "openssl rand -base64 32", and keep it where your other secrets are.',
        },
    publicUrl?.startsWith('https:')
      ? { state: 'ok', what: `People reach it at ${publicUrl}.` }
      : {
          state: 'note',
          what: 'COUNTERSIGN_PUBLIC_URL names no https address; cookies are not Secure then.',
          fix: 'Set it to the address that people use, once a proxy with TLS stands before the server.',
        },
  ];
}

async function examineStore(config: Config): Promise<Finding[]> {
  return config.databaseUrl
    ? examineDatabase(config, 'The database of DATABASE_URL')
    : examineEmbedded(config);
}

async function examineEmbedded(config: Config): Promise<Finding[]> {
  const dataDir = resolve(config.dataDir);
  const binaries = await findBinaries(import.meta.url).then(
    (): Finding => ({ state: 'ok', what: 'The embedded PostgreSQL is installed.' }),
    (error: Error): Finding => ({ state: 'wrong', what: error.message }),
  );
  if (!(await exists(dataDir)))
    return [
      binaries,
      {
        state: 'note',
        what: `The data folder ${dataDir} is not there yet.`,
        fix: '"countersign serve" makes it.',
      },
    ];
  const free = await freeDiskBytes(dataDir);
  const disk: Finding =
    free < leastFreeBytes
      ? {
          state: 'wrong',
          what: `Only ${megabytes(free)} are free at ${dataDir}, so writes are refused.`,
          fix: 'Make room there.',
        }
      : { state: 'ok', what: `${megabytes(free)} are free at ${dataDir}.` };
  const runs = await runningAt(dataDir);
  if (runs === undefined)
    return [
      binaries,
      disk,
      {
        state: 'note',
        what: `The embedded database in ${dataDir} does not run.`,
        fix: '"countersign serve" starts it.',
      },
    ];
  return [binaries, disk, ...(await examineDatabase(config, 'The embedded database'))];
}

async function examineDatabase(config: Config, name: string): Promise<Finding[]> {
  try {
    await using store = await openStoreBeside(
      { ...config, databasePoolSize: 2 },
      { log: () => {}, broken: () => {} },
    );
    const { rows } = await store.pool.query<{ version: string }>(
      `select current_setting('server_version') as version`,
      [],
    );
    return [
      { state: 'ok', what: `${name} answers: PostgreSQL ${rows[0]!.version.split(' ')[0]}.` },
      await examineSchema(store.pool),
    ];
  } catch (error) {
    const cause = (error as Error).cause;
    const why = cause instanceof Error ? cause.message : (error as Error).message;
    return [
      {
        state: 'wrong',
        what: `${name} does not answer: ${why}.`,
        fix: 'Look at its address, and whether it runs.',
      },
    ];
  }
}

async function examineSchema(pool: pg.Pool): Promise<Finding> {
  const known = await readMigrations(new URL('../../src/adapters/db/migrations/', import.meta.url));
  const applied = await pool
    .query<{ number: number }>('select max(number) as number from schema_migration', [])
    .then(
      ({ rows }) => rows[0]?.number ?? 0,
      () => 0,
    );
  if (applied === known.length)
    return { state: 'ok', what: `Its schema is up to date (migration ${applied}).` };
  if (applied > known.length)
    return {
      state: 'wrong',
      what: `Its schema (migration ${applied}) is newer than this program (${known.length}).`,
      fix: 'Run the newer release.',
    };
  return {
    state: 'note',
    what: `Its schema is at migration ${applied} of ${known.length}.`,
    fix: '"countersign serve" brings it up to date when it starts.',
  };
}

function megabytes(bytes: number): string {
  return bytes > 10 * 1024 ** 3
    ? `${Math.round(bytes / 1024 ** 3)} GB`
    : `${Math.round(bytes / 1024 ** 2)} MB`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
