// A company as large as a figure needs it: agreements spread as they are in companies, with few products that many want
// and many that few want, teams of which some ask for much, six of ten agreements running, one of twenty waiting for
// somebody. Ten agreements come on each output port. The random numbers are the same in every run.
import type pg from 'pg';
import type { ServerProcess } from '../test/server-process.ts';
import { copyAccesses, copyRows } from './copies.ts';
import { allows, asks, rush, type Answered } from './load.ts';
import { openDatabase, openSetting } from './setting.ts';

export interface Company {
  readonly server: ServerProcess;
  readonly sample: readonly Sample[];
}

/** Of agreements that were picked at random: what pages filter by. */
export interface Sample {
  readonly position: number;
  readonly access: string;
  readonly resource: string;
  readonly product: string;
  readonly owner: string;
  readonly team: string;
  readonly consumerProduct: string;
}

export interface Companies extends AsyncDisposable {
  /** With a thousand agreements. */
  readonly small: Company;
  /** With a million. */
  readonly large: Company;
}

export async function openCompanies(): Promise<Companies> {
  await using opened = new AsyncDisposableStack();
  const setting = opened.use(
    await openSetting({ max_wal_size: '4GB', shared_buffers: '256MB', maintenance_work_mem: '256MB' }),
  );
  const company = async (name: string, agreements: number): Promise<Company> => {
    const database = await openDatabase(setting.cluster, name);
    opened.defer(() => database.pool.end());
    const server = opened.use(await database.startServer());
    await fill(database.pool, server, agreements);
    return { server, sample: await sampleOf(database.pool) };
  };
  const [small, large] = [await company('few', 1000), await company('many', 1_000_000)];
  const all = opened.move();
  return { small, large, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function fill(pool: pg.Pool, server: ServerProcess, count: number): Promise<void> {
  await rush(server, asks(templates.length));
  for (const [nth, { after }] of templates.entries()) await after(server, nth);
  await plan(pool, count);
  await fillCatalog(pool, count);
  await withoutIndexes(pool, async () => {
    await copyAccesses(pool, {
      resource_id: 'p.resource',
      data_product_id: 'p.product',
      consumer_kind: 'p.consumer_kind',
      consumer_id: 'p.consumer',
      consumer_team: 'p.consumer_team',
      created_at: 'p.created',
      // Everything here is still long before its end, and nothing of it is to be swept meanwhile.
      next_due: `now() + interval '1 day'`,
    });
    await copyRows(pool, 'inbox', 'plan p join inbox t on t.access_id = p.template', {
      request_id: `p.id || '-request'`,
      access_id: 'p.id',
      side: `'team:' || p.owner`,
      asked_at: 'p.created',
    });
  });
  await pool.query('vacuum analyze', []);
}

/** Filling is faster without a log against crashes, and with indexes that are built afterwards. */
async function withoutIndexes(pool: pg.Pool, fill: () => Promise<void>): Promise<void> {
  const tables = ['access', 'request', 'decision', 'access_grant', 'inbox'];
  for (const table of tables) await pool.query(`alter table ${table} set unlogged`);
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await pool.query(definition);
}

/** An access in each state, out of which all others are copied, and for how many of a hundred it stands. */
const templates: readonly {
  share: number;
  after: (server: ServerProcess, nth: number) => Promise<unknown>;
}[] = [
  { share: 60, after: (server, nth) => rush(server, allows(1, nth)) },
  { share: 5, after: async () => {} },
  { share: 5, after: (server, nth) => act(server, nth, 'reject') },
  {
    share: 5,
    after: async (server, nth) => (await rush(server, allows(1, nth)), act(server, nth, 'suspend')),
  },
  {
    share: 25,
    after: async (server, nth) => (await rush(server, allows(1, nth)), act(server, nth, 'cancel')),
  },
];

function act(server: ServerProcess, nth: number, verb: string): Promise<Answered> {
  return rush(server, { ...allows(1), path: () => `/api/access/a${nth}/${verb}` });
}

/**
 * What there is to be: who has agreed with whom about what. A few products have most of the agreements, and team 0, which
 * owns the one with the most, is checkout.
 */
async function plan(pool: pg.Pool, count: number): Promise<void> {
  const shares = templates.flatMap(({ share }, nth) => Array<string>(share).fill(`a${nth}`));
  const teams = teamsOf(count);
  await pool.query('select setseed(0.5)', []);
  await pool.query(
    `create unlogged table plan as
     select nth, 'm' || nth as id, ($1::text[])[1 + (random() * 99)::integer] as template,
       'product-' || product || '/port' as resource, 'product-' || product as product, ${team(`product % ${teams}`)} as owner,
       case when kind < 0.6 then 'team' when kind < 0.9 then 'data-product' else 'person' end as consumer_kind,
       case when kind < 0.6 then ${team('team')} when kind < 0.9 then 'product-' || team else 'person-' || team end as consumer,
       case when kind < 0.9 then ${team('team')} end as consumer_team,
       now() - random() * interval '700 days' as created
     from (
       select nth, random() as kind, floor(${productsOf(count)} * power(random(), 2))::integer as product,
         floor(${teams} * power(random(), 1.5))::integer as team
       from generate_series(1, ${count}) nth
     ) x`,
    [shares],
  );
}

const productsOf = (count: number): number => Math.max(100, count / 10);
const teamsOf = (count: number): number => Math.max(10, count / 500);
const team = (nth: string): string => `case ${nth} when 0 then 'checkout' else 'team-' || ${nth} end`;

/** The teams, people, products, ports and policies that the plan speaks of. */
async function fillCatalog(pool: pg.Pool, count: number): Promise<void> {
  const teams = `generate_series(1, ${teamsOf(count) - 1}) p(nth)`;
  const products = `generate_series(0, ${productsOf(count) - 1}) p(nth)`;
  const owner = team(`nth % ${teamsOf(count)}`);
  const [product, port] = [`'product-' || nth`, `'product-' || nth || '/port'`];
  await copyRows(pool, 'team', `${teams} join team t on t.id = 'analytics'`, {
    id: `'team-' || nth`,
    name: `'Team ' || nth`,
  });
  await copyRows(
    pool,
    'person',
    `generate_series(0, ${teamsOf(count)}) p(nth) join person t on t.id = 'alice'`,
    {
      id: `'person-' || nth`,
      email: `'person-' || nth || '@fernlane.example'`,
    },
  );
  await copyRows(pool, 'membership', `${teams} join membership t on t.person_id = 'bob'`, {
    team_id: `'team-' || nth`,
    person_id: `'person-' || nth`,
  });
  await copyRows(pool, 'data_product', `${products} join data_product t on t.id = 'orders'`, {
    id: product,
    name: product,
    owner_team: owner,
  });
  await copyRows(pool, 'resource', `${products} join resource t on t.id = 'orders/latest'`, {
    id: port,
    name: port,
    owner_team: owner,
    data_product_id: product,
    output_port_id: `'port'`,
  });
  await copyRows(pool, 'policy', `${products} join policy t on t.resource_id = 'orders/latest'`, {
    resource_id: port,
  });
}

async function sampleOf(pool: pg.Pool): Promise<Sample[]> {
  const { rows } = await pool.query<Sample>(
    `select a.position, a.id as access, a.resource_id as resource, a.data_product_id as product, r.owner_team as owner,
       a.consumer_team as team, a.consumer_id as "consumerProduct"
     from access a join resource r on r.id = a.resource_id
     where a.consumer_kind = 'data-product' order by hashtext(a.id) limit 1000`,
    [],
  );
  return rows;
}
