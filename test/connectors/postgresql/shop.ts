// Fernlane's shop as a target: a database with the tables of checkout, owned by checkout, on any PostgreSQL. Roles are
// shared by all databases of a server, so each shop adds its number to the names of its people. Countersign's role here
// is a plain one: it may create roles and pass on what checkout lets it pass on, and it owns nothing.
import { Client, type ClientConfig } from 'pg';
import type { Binding, Connector, Target } from '../../../src/app/connector.ts';
import { postgresql } from '../../../src/adapters/connectors/postgresql/index.ts';
import { quoted } from '../../../src/adapters/connectors/postgresql/names.ts';
import { reconcile, type Reconciled } from '../../../src/app/reconcile.ts';
import type { Entitlement, Level } from '../../../src/app/connector.ts';

/** Any server that lets the test in as whom it says. */
export interface Server extends AsyncDisposable {
  connection(database: string, user?: string): ClientConfig;
}

export interface Shop extends AsyncDisposable {
  readonly version: number;
  readonly database: string;
  readonly connector: Connector;
  readonly target: Target;
  /** The name at the target of somebody of the cast, who is made with LOGIN unless there already. */
  role(who: string): Promise<string>;
  /** Where checkout's tables are as one resource; settings are laid over "all tables of schema shop, to read". */
  binding(settings?: Record<string, unknown>, resourceId?: string, installationId?: string): Binding;
  targetWith(settings: Record<string, unknown>): Target;
  /** Runs SQL as a superuser in the shop's database. */
  admin<Row extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs SQL in a fresh session of a role, and throws what PostgreSQL says. */
  as<Row extends object = Record<string, unknown>>(role: string, sql: string): Promise<Row[]>;
  /** A session that stays open. */
  session(role: string, database?: string): Promise<Session>;
  /** Whether a fresh session of the role can really do it. */
  can(role: string, level: Level, table?: string): Promise<boolean>;
  /** Reconciles the shop's resource with what is said here to be intended. */
  intend(entitlements: readonly Entitlement[], binding?: Binding, target?: Target): Promise<Reconciled>;
}

export interface Session extends AsyncDisposable {
  query<Row extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
}

export const reads = (...principals: string[]): Entitlement[] =>
  principals.map((principal) => ({ principal, level: 'read' }));
export const writes = (...principals: string[]): Entitlement[] =>
  principals.map((principal) => ({ principal, level: 'read-write' }));

let shops = 0;

export async function openShop(server: Server): Promise<Shop> {
  const number = `${process.pid}_${(shops += 1)}`;
  const database = `shop_${number}`;
  const own = `cs_${number}`;
  const owner = `checkout_${number}`;
  const made = new Set([own, owner]);
  const place = (name: string, user?: string): ClientConfig => server.connection(name, user);

  await using postgres = await session(place('postgres'));
  await postgres.query(`create role ${owner} login; create role ${own} login createrole`);
  await postgres.query(`create database ${database} owner ${owner}`);
  const superuser = await session(place(database));
  const admin: Shop['admin'] = (sql, values) => superuser.query(sql, values);
  await admin(`set role ${owner}; ${checkoutSql(own)}; reset role`);
  const [row] = await admin<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = row?.version ?? 0;
  // On 15 ending sessions is mandatory, so a target without this right is not well configured there.
  if (version < 16) await admin(`grant pg_signal_backend to ${own}`);

  const connector = postgresql();
  const { host = '', port = 5432 } = server.connection(database);
  const targetWith = (settings: Record<string, unknown>): Target => ({
    id: 'fernlane-shop',
    kind: 'postgresql',
    settings: { host, port, database, user: own, ...settings },
    secret: (name) =>
      name === 'password' || name === 'creatorPassword' ? 'correct horse battery staple' : null,
  });
  const binding: Shop['binding'] = (
    settings = {},
    resourceId = 'urn:fernlane:orders',
    installationId = 'fernlane',
  ) => ({
    installationId,
    resourceId,
    settings: { schema: 'shop', ...settings },
  });
  const target = targetWith({});

  return {
    version,
    database,
    connector,
    target,
    targetWith,
    binding,
    admin,
    async role(who) {
      const name = `${who}_${number}`;
      if (!made.has(name)) await admin(`create role ${quoted(name)} login`);
      made.add(name);
      return name;
    },
    async as(role, sql) {
      await using theirs = await session(place(database, role));
      return await theirs.query(sql);
    },
    session: (role, name = database) => session(place(name, role)),
    async can(role, level, table = 'shop.orders') {
      const sql =
        level === 'read' ? `select * from ${table}` : `insert into ${table} (item) values ('teapot')`;
      try {
        await using theirs = await session(place(database, role));
        await theirs.query(sql);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === '42501') return false;
        throw error;
      }
    },
    intend: (entitlements, port = binding(), at = target) =>
      reconcile(connector, at, port, async () => entitlements),
    async [Symbol.asyncDispose]() {
      await superuser[Symbol.asyncDispose]();
      await using last = await session(place('postgres'));
      await last.query(`drop database ${database} with (force)`);
      // Group roles have nothing left to hold once their database is gone; they go before those who granted them.
      const left = await last.query<{ names: string }>(
        `select string_agg(quote_ident(rolname), ', ' order by starts_with(rolname, 'countersign_') desc) as names
         from pg_roles where rolname like $1 or shobj_description(oid, 'pg_authid') like $2`,
        [`%${number}`, `%"database":"${database}"%`],
      );
      await last.query(`drop role ${left[0]?.names ?? ''}`);
    },
  };
}

async function session(config: ClientConfig): Promise<Session> {
  const client = new Client(config);
  client.on('error', () => {});
  await client.connect();
  return {
    query: async (sql, values) => (await client.query(sql, values)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  };
}

const checkoutSql = (countersign: string): string => `
  create schema shop;
  create table shop.orders (id serial primary key, item text not null);
  create table shop.refunds (id int generated always as identity primary key, item text not null);
  create view shop.best_sellers as select item, count(*) from shop.orders group by item;
  insert into shop.orders (item) values ('kettle'), ('teapot');
  grant usage on schema shop to ${countersign} with grant option;
  grant select, insert, update, delete on all tables in schema shop to ${countersign} with grant option;
  grant usage on all sequences in schema shop to ${countersign} with grant option;
  alter default privileges in schema shop grant select, insert, update, delete on tables to ${countersign} with grant option;
  alter default privileges in schema shop grant usage on sequences to ${countersign} with grant option`;
