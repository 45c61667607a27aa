/**
 * A fresh database for a test, with the whole schema, in well under a tenth of a second: a copy of a template that
 * is migrated once per run. `npm test` starts one cluster for all test files and says by an environment variable
 * where it is; a test file that is run alone starts one of its own and ends it when its tests are over.
 */
import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool, type PoolConfig } from 'pg';
import type { EmbeddedPostgres } from '../src/adapters/db/embedded/start.ts';
import { connection } from '../src/adapters/db/embedded/owner.ts';
import { migrate } from '../src/adapters/db/migrate.ts';
import { readMigrations } from '../src/adapters/db/migration-files.ts';
import { clusterVariable, notDurable, startTestCluster } from './cluster.ts';

export interface FreshDatabase extends AsyncDisposable {
  name: string;
  poolConfig: PoolConfig;
  /** The same as an address, as it would stand in DATABASE_URL. */
  url: string;
}

/** The part of a cluster that tests need. */
export type TestServer = Pick<EmbeddedPostgres, 'connection'>;

export interface FreshOptions {
  /** The shared cluster unless said. */
  server?: TestServer;
  /** The program's own migrations unless said. */
  migrations?: URL;
  /** What lies in it beside the schema. It is part of the template, so it costs nothing from the second time on. */
  content?: Content;
}

export interface Content {
  /** Part of the template's name. */
  name: string;
  into: (pool: Pool) => Promise<void>;
}

/** Makes a database that is dropped at the end of the scope, whoever is still connected to it. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const server = options.server ?? (await sharedServer());
  const template = await templateDatabase(server, options.migrations ?? ownMigrations, options.content);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name} template ${template} strategy file_copy`);
  const poolConfig = server.connection(name);
  return {
    name,
    poolConfig,
    url: `postgres://${poolConfig.user}@${encodeURIComponent(poolConfig.host ?? '')}:${poolConfig.port}/${name}`,
    [Symbol.asyncDispose]: () => drop(server, name),
  };
}

/** The cluster of this run; one of our own when this file is run alone. */
export function sharedServer(): Promise<TestServer> {
  return (shared ??= findServer());
}

let shared: Promise<TestServer> | undefined;
let own: EmbeddedPostgres | undefined;
const endings: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of endings) await end();
  await own?.stop();
});

/** For what stays open until the tests of this process are over; the cluster is still there then. */
export function atTheEnd(end: () => Promise<void>): void {
  endings.push(end);
}

async function findServer(): Promise<TestServer> {
  const socketDir = process.env[clusterVariable];
  if (socketDir) return { connection: (database, user) => connection(socketDir, database, user) };
  return (own = await startTestCluster({ settings: notDurable }));
}

const ownMigrations = new URL('../src/adapters/db/migrations/', import.meta.url);

async function templateDatabase(
  server: TestServer,
  folder: URL,
  content: Content | undefined,
): Promise<string> {
  const hash = createHash('sha256');
  for (const { sha256 } of await readMigrations(folder)) hash.update(sha256);
  const parts = ['countersign_template', hash.digest('hex').slice(0, 12), ...(content ? [content.name] : [])];
  const name = parts.join('_');
  await makeTemplate(server, name, folder, content);
  return name;
}

/** Test files run side by side, so the first to come makes the template while the others wait for the lock. */
async function makeTemplate(server: TestServer, name: string, folder: URL, content: Content | undefined) {
  await using client = await connect(server, 'postgres');
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished}`);
  await client.query(`create database ${unfinished}`);
  const pool = new Pool({ ...server.connection(unfinished), max: 1 });
  await migrate(pool, folder);
  await content?.into(pool);
  await pool.end();
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

/** The end of a pool does not wait for its connections to close, and to cut them off makes them report an error. */
async function drop(server: TestServer, name: string) {
  await using client = await connect(server, 'postgres');
  for (let tries = 0; tries < 100; tries++) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) break;
    await delay(5);
  }
  await client.query(`drop database ${name} with (force)`);
}

async function execute(server: TestServer, sql: string) {
  await using client = await connect(server, 'postgres');
  await client.query(sql);
}

async function connect(server: TestServer, database: string): Promise<Client & AsyncDisposable> {
  const client = new Client(server.connection(database));
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
