// web_mesh: the longest task that keeps the page from answering while somebody goes through the mesh of a company with a
// thousand products and five thousand agreements: loaded, unfolded, gone to a team and to a product, and everything once
// more as a table.
import type pg from 'pg';
import type { Page } from 'playwright-core';
import { tokenOf } from '../test/cast.ts';
import { startBrowser } from '../test/web/browser.ts';
import { clientOf } from '../test/web/over-the-wire.ts';
import { copyAccesses, copyRows } from './copies.ts';
import { atMost, type Figure } from './figure.ts';
import { openSetting } from './setting.ts';

export async function webMesh(): Promise<Figure> {
  await using setting = await openSetting();
  await using server = await setting.startServer();
  await fill(setting.pool, server.url);
  await using opened = new AsyncDisposableStack();
  const browser = opened.adopt(await startBrowser(), (one) => one.close());
  const page = await browser.newPage({
    baseURL: server.url,
    viewport: { width: 1280, height: 860 },
    extraHTTPHeaders: { 'x-api-key': tokenOf('alice') },
  });
  await browser.startTracing(page, { categories: ['toplevel'] });
  await throughTheMesh(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const longest = tasksOfPages(traceEvents).sort((one, other) => other.dur - one.dur)[0]!;
  return atMost(1, {
    id: 'web_mesh',
    value: longest.dur / 1000,
    unit: 'ms',
    against: { what: 'a fixed bound', value: 200 },
    // Of the time by the clock, how long the thread itself worked: the rest belongs to others on the machine.
    notes: { worked: longest.tdur / 1000 },
  });
}

async function throughTheMesh(page: Page): Promise<void> {
  await page.goto('/mesh');
  await drawn(page);
  await page.getByRole('button', { name: /^Team 3 / }).press('Enter');
  await page.getByRole('link', { name: 'Product 3', exact: true }).waitFor();
  await drawn(page);
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.getByRole('link', { name: 'Show only what is near Team 7', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mesh: Team 7' }).waitFor();
  await drawn(page);
  await page.getByRole('link', { name: 'Product 7', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mesh: Product 7' }).waitFor();
  await drawn(page);
  await page.getByText('3 steps', { exact: true }).click();
  await page.getByText('This is not everything.').waitFor();
  await page.getByRole('button', { name: 'Show more of it' }).click();
  await drawn(page);
  await page.goto('/mesh?look=table&open=team-3');
  await page.getByRole('region', { name: 'Agreements between teams and products' }).waitFor();
}

/** All of the picture is there. */
async function drawn(page: Page): Promise<void> {
  await page.locator('section.mesh-canvas[aria-busy=false]').waitFor();
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock. */
  readonly dur?: number;
  /** Microseconds in which the thread worked. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

function tasksOfPages(events: readonly TraceEvent[]): { dur: number; tdur: number }[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(events.filter((event) => event.args?.name === 'CrRendererMain').map(threadOf));
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  if (tasks.length < 100) throw new Error(`only ${tasks.length} tasks were traced`);
  return tasks.map(({ dur = 0, tdur = 0 }) => ({ dur, tdur }));
}

/** 40 teams with 25 products each, between which agreements go everywhere; nine of ten run. */
async function fill(pool: pg.Pool, url: string): Promise<void> {
  const asks = { resource: 'orders/latest', purpose: 'Weekly revenue', consumer: { teamId: 'analytics' } };
  const [alice, bob] = [clientOf({ url }, 'alice'), clientOf({ url }, 'bob')];
  for (const id of ['granted', 'suspended', 'waiting']) await alice.post('/api/access', { ...asks, id });
  for (const id of ['granted', 'suspended']) await bob.post(`/api/access/${id}/approve`, {});
  await bob.post('/api/access/suspended/suspend', { comment: 'Audit' });
  const nth = (last: number) => `generate_series(0, ${last}) p(nth)`;
  await copyRows(pool, 'team', `${nth(39)} join team t on t.id = 'analytics'`, {
    id: `'team-' || nth`,
    name: `'Team ' || nth`,
  });
  await pool.query(
    `insert into data_product (id, format, owner_team, name, document)
     select 'product-' || nth, 'odps', 'team-' || nth % 40, 'Product ' || nth, '{}' from generate_series(0, 999) nth`,
    [],
  );
  await copyRows(pool, 'resource', `${nth(999)} join resource t on t.id = 'orders/latest'`, {
    id: `'product-' || nth || '/port'`,
    owner_team: `'team-' || nth % 40`,
    data_product_id: `'product-' || nth`,
    output_port_id: `'port'`,
  });
  await pool.query(
    `create table plan as select nth, 'm' || nth as id, gives, takes,
       case when nth % 20 = 0 then 'suspended' when nth % 20 = 1 then 'waiting' else 'granted' end as template
     from (select nth, nth % 1000 as gives, (nth * 7919 + nth / 40 * 131) % 1000 as takes from generate_series(0, 4999) nth) x`,
    [],
  );
  await copyAccesses(pool, {
    resource_id: `'product-' || gives || '/port'`,
    data_product_id: `'product-' || gives`,
    consumer_kind: `'data-product'`,
    consumer_id: `'product-' || takes`,
    consumer_team: `'team-' || takes % 40`,
    next_due: `now() + interval '1 day'`,
  });
  await pool.query('drop table plan', []);
  await pool.query('analyze', []);
}
