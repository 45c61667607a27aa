// lists: how long pages of lists take with a million agreements, held against the same pages with a thousand: the whole
// list from its beginning and from somewhere within, filtered by product, team, consumer and resource, and an approver's
// inbox. Both databases answer in turns, in the same run. The figure is that of the page that suffers most from size.
//
// Agreements are spread as they are in companies: few products that many want and many that few want, teams of which some
// ask for much, six of ten agreements running, one of twenty waiting for somebody.
import type pg from 'pg';
import { copyAccesses, copyRows } from './copies.ts';
import { atMost, type Figure } from './figure.ts';
import { allows, asks, rush, type Answered, type Calls } from './load.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { openDatabase, openSetting, type BenchDatabase } from './setting.ts';

const calls = 150;
const rounds = 3;
const connections = 2;
const pageSize = 50;

export async function lists(): Promise<Figure> {
  await using setting = await openSetting({
    max_wal_size: '4GB',
    shared_buffers: '256MB',
    maintenance_work_mem: '256MB',
  });
  const [few, many] = [
    await openDatabase(setting.cluster, 'few'),
    await openDatabase(setting.cluster, 'many'),
  ];
  try {
    await using small = await filled(few, 1000);
    await using large = await filled(many, 1_000_000);
    const pages = await measured(small, large);
    const worst = pages.reduce((one, other) => (other.ratio > one.ratio ? other : one));
    return atMost(1.5, {
      id: 'lists',
      value: worst.many,
      unit: 'ms p95',
      against: { what: `${worst.name} of a thousand`, value: worst.few },
      notes: Object.fromEntries(
        pages.map(({ name, ratio, many }) => [`${name} ×`, `${ratio.toFixed(2)} (${many.toFixed(1)} ms)`]),
      ),
    });
  } finally {
    await few.pool.end();
    await many.pool.end();
  }
}

interface Filled extends AsyncDisposable {
  readonly server: ServerProcess;
  readonly sample: readonly Sample[];
}

/** Of agreements that were picked at random: what the pages filter by. */
interface Sample {
  readonly position: number;
  readonly resource: string;
  readonly product: string;
  readonly team: string;
  readonly consumerProduct: string;
}

const pages: Record<string, (one: Sample) => string> = {
  'first page': () => '/api/access?',
  'page within': ({ position }) => `/api/access?after=${position}`,
  'of a product': ({ product }) => `/api/access?providerDataProductId=${product}`,
  'of a team': ({ team }) => `/api/access?consumerTeamId=${team}`,
  'of a consumer': ({ consumerProduct }) => `/api/access?consumerDataProductId=${consumerProduct}`,
  'of all people': ({ position }) => `/api/access?consumerType=user&after=${position}`,
  'of a resource and a team': ({ resource, team }) =>
    `/api/access?resource=${encodeURIComponent(resource)}&consumerTeamId=${team}`,
  'the inbox': () => '/api/inbox?limit=10',
};

interface Measured {
  readonly name: string;
  readonly few: number;
  readonly many: number;
  readonly ratio: number;
}

async function measured(small: Filled, large: Filled): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const [name, page] of Object.entries(pages)) {
    const [few, many]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++)
      for (const [{ server, sample }, times] of [
        [small, few],
        [large, many],
      ] as const) {
        const { p95 } = await read(server, sample, page, round);
        if (round > 0) times.push(p95); // The first round warms caches and plans.
      }
    const best = (times: number[]) => Math.min(...times);
    found.push({ name, few: best(few), many: best(many), ratio: best(many) / best(few) });
  }
  return found;
}

function read(
  server: ServerProcess,
  sample: readonly Sample[],
  page: (one: Sample) => string,
  round: number,
): Promise<Answered> {
  const path = (nth: number) => {
    const address = page(sample[(round * calls + nth) % sample.length]!);
    return address.startsWith('/api/access') ? `${address}&pageSize=${pageSize}` : address;
  };
  const reading: Calls = { as: 'bob', method: 'GET', count: calls, path };
  return rush(server, reading, connections);
}

async function filled(database: BenchDatabase, count: number): Promise<Filled> {
  const { pool } = database;
  const server = await database.startServer();
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
  return {
    server,
    sample: await sampleOf(pool),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
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
 * owns the one with the most, is checkout. The random numbers are the same in every run.
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

const productsOf = (count: number): number => count / 100;
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
    `select position, resource_id as resource, data_product_id as product, consumer_team as team, consumer_id as "consumerProduct"
     from access where consumer_kind = 'data-product' order by hashtext(id) limit 1000`,
    [],
  );
  return rows;
}
