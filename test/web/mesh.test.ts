// The mesh in the browser: drawn and as a table, from the teams to a single agreement, by mouse and by keyboard; and with
// as much in it as a large company has, without the page standing still.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { copyAccesses, copyRows } from '../../bench/copies.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { tellMesh } from '../mesh-story.ts';
import type { Client } from '../world.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('from the teams to one agreement, by what one clicks', async () => {
  await using stage = await openStage();
  await tellMesh(clientOf(stage));
  await somebodyWaits(stage);
  const alice = await stage.enters('alice');
  await alice.goto('/mesh');
  await drawn(alice);
  assert.deepEqual(await lines(alice), [
    'Analytics to Checkout: 1 granted',
    'Checkout to Analytics: 1 granted, 1 waiting',
    'Checkout to Checkout: 1 granted',
    'Checkout to Fulfilment: 1 granted',
    'Checkout to Partner desk: 1 suspended',
    'Checkout to People: 1 granted',
  ]);
  await isSound(alice);

  await alice.getByRole('button', { name: /^Checkout/, expanded: false }).click();
  await line(alice, 'Orders to Analytics: 1 granted, 1 waiting').waitFor();
  await drawn(alice);
  assert.match(alice.url(), /open=checkout/);
  assert.ok((await lines(alice)).includes('Bundles to Orders: 1 granted'));
  await isSound(alice);

  // A line of several lists them; a line of one opens it.
  await line(alice, 'Orders to Analytics: 1 granted, 1 waiting').click();
  const listed = alice.getByRole('region', { name: 'From Orders to Analytics' });
  await listed.getByText('Pending').waitFor();
  assert.equal(await listed.getByRole('row').getByRole('link', { name: 'orders-latest' }).count(), 2);
  await isSound(alice);
  await alice.reload();
  await listed.getByRole('button', { name: 'Close' }).click();
  await drawn(alice);
  await line(alice, 'Orders to Partner desk: 1 suspended').click();
  await alice.getByRole('heading', { level: 1, name: /^orders-archive for team/ }).waitFor();
  await alice.goBack();

  await alice.getByRole('button', { name: 'Granted', exact: true }).click();
  await line(alice, 'Analytics to Bundles: 1 granted').waitFor({ state: 'detached' });
  await drawn(alice);
  assert.deepEqual(await lines(alice), [
    'Orders to Analytics: 1 waiting',
    'Orders to Partner desk: 1 suspended',
  ]);
  assert.match(alice.url(), /state=suspended%2Cwaiting/);

  // Teams that somebody has shared may be gone.
  await alice.goto('/mesh?open=gone');
  await line(alice, 'Checkout to People: 1 granted').waitFor();
  await alice.goto('/mesh?open=checkout');
  await alice.getByRole('link', { name: 'Orders' }).click();
  await alice.getByRole('heading', { level: 1, name: 'Mesh: Orders' }).waitFor();
  await drawn(alice);
  assert.ok((await lines(alice)).includes('Bundles to Orders: 1 granted'));
  for (const name of ['Bundles', 'Recommendations'])
    assert.ok(await isInView(alice, alice.getByRole('link', { name })), `${name} is in view`);
  await alice.getByText('Downstream', { exact: true }).click();
  await line(alice, 'Bundles to Orders: 1 granted').waitFor({ state: 'detached' });
  await alice.getByText('2 steps', { exact: true }).click();
  await line(alice, 'Recommendations to Bundles: 1 granted').waitFor();
  await isSound(alice);
  await alice.getByRole('link', { name: 'The whole mesh' }).click();
  await line(alice, 'Checkout to People: 1 granted').waitFor();
});

test('the table says the same, and leads to the same with the keyboard alone', async () => {
  await using stage = await openStage();
  await tellMesh(clientOf(stage));
  const eve = await stage.enters('eve', { phone: true, dark: true, language: 'de-DE' });
  await eve.goto('/mesh?look=table');
  const table = eve.getByRole('region', { name: 'Vereinbarungen zwischen Teams und Produkten' });
  await table.getByText('1 ausgesetzt').waitFor();
  assert.equal(await table.getByRole('button', { name: 'Auflisten' }).count(), 6);
  await isSound(eve);
  await eve.getByRole('button', { name: 'Aufklappen: Checkout und was es besitzt' }).press('Enter');
  await eve.getByRole('button', { name: 'Zuklappen: Checkout und was es besitzt' }).waitFor();
  await table.getByRole('link', { name: 'Order placed' }).press('Enter');
  await eve.getByRole('heading', { level: 1, name: 'Netz: Order placed' }).waitFor();
  await table.getByRole('link', { name: 'Öffnen' }).press('Enter');
  await eve.getByRole('heading', { level: 1, name: /^Order placed für Team/ }).waitFor();

  await eve.goto('/mesh?at=team:checkout&look=table');
  await table.getByText('Partner desk').waitFor();
  await isSound(eve);
  await eve.getByText('Bild', { exact: true }).click();
  await drawn(eve);
  await isSound(eve);
  await eve.getByRole('combobox', { name: 'Zu einem Team oder Produkt' }).fill('analy');
  await eve.getByRole('option', { name: 'Analytics' }).click();
  await eve.getByRole('heading', { level: 1, name: 'Netz: Analytics' }).waitFor();

  await eve.goto('/mesh?at=data-product:nothing');
  await eve.getByText('Es gibt kein Datenprodukt »nothing«.').waitFor();
  await isSound(eve);
});

test('what others agree on appears by itself', async () => {
  await using stage = await openStage();
  await tellMesh(clientOf(stage));
  const bob = await stage.enters('bob');
  await bob.goto('/mesh?at=team:checkout&state=waiting');
  await bob.getByText('No agreements of this kind here').waitFor();
  await bob.getByRole('img', { name: /^Live/ }).waitFor();
  await somebodyWaits(stage);
  await line(bob, 'Orders to Analytics: 1 waiting').waitFor();
  await isSound(bob);
});

test('with a thousand products and five thousand agreements no task keeps the page busy for 200 ms', async (t) => {
  await using stage = await openStage();
  await aLargeCompany(stage);
  const alice = await stage.enters('alice');
  await alice.goto('/mesh');
  await drawn(alice);
  const longest = await longestTask(alice, () => throughTheMesh(alice));
  t.diagnostic(`the longest task: ${Math.round(longest)} ms`);
  assert.ok(longest <= 200, `${longest} ms`);
});

/** Loaded, unfolded, gone to a team and to a product, and everything once more as a table. */
async function throughTheMesh(page: Page): Promise<void> {
  await page.goto('/mesh');
  await drawn(page);
  assert.ok((await page.locator('.mesh-line').count()) > 1000);
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

/**
 * How long the page's main thread worked at one task at most, in milliseconds. It is the time of the thread and not of the
 * clock: a test shares its machine with other tests, and while those run the page does nothing.
 */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(traceEvents.filter((event) => event.args?.name === 'CrRendererMain').map(threadOf));
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  assert.ok(tasks.length > 100, `${tasks.length} tasks`);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds in which the thread worked. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** 40 teams with 25 products each, between which agreements go everywhere; nine of ten run. */
async function aLargeCompany(stage: Stage): Promise<void> {
  const { pool } = stage;
  const as = clientOf(stage);
  const asks = { resource: 'orders/latest', purpose: 'Weekly revenue', consumer: { teamId: 'analytics' } };
  const [alice, bob] = [as('alice'), as('bob')];
  for (const id of ['granted', 'suspended', 'waiting']) await alice.post('/api/access', { ...asks, id });
  for (const id of ['granted', 'suspended']) await bob.post(`/api/access/${id}/approve`);
  await bob.post('/api/access/suspended/suspend', { comment: 'Audit' });
  const nth = (from: string) => `generate_series(0, ${from}) p(nth)`;
  await copyRows(pool, 'team', `${nth('39')} join team t on t.id = 'analytics'`, {
    id: `'team-' || nth`,
    name: `'Team ' || nth`,
  });
  await pool.query(
    `insert into data_product (id, format, owner_team, name, document)
     select 'product-' || nth, 'odps', 'team-' || nth % 40, 'Product ' || nth, '{}' from generate_series(0, 999) nth`,
    [],
  );
  await copyRows(pool, 'resource', `${nth('999')} join resource t on t.id = 'orders/latest'`, {
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
  await pool.query('drop table plan; analyze', []);
}

async function somebodyWaits(stage: Stage): Promise<void> {
  const as = clientOf(stage);
  await as('bob').put('/api/resources/orders%2Forders-latest/policy', { strategy: 'Simple' });
  const asked = await as('alice').post('/api/access', {
    id: 'waits',
    resource: 'orders/orders-latest',
    purpose: 'Weekly revenue',
    consumer: { teamId: 'analytics' },
  });
  assert.equal(asked.body.approval.state, 'Pending', asked.text);
}

/** What its labels say, in the order of the alphabet. */
async function lines(page: Page): Promise<string[]> {
  const labels = drawing(page).getByRole('button', { name: /: \d/ });
  const names = await labels.evaluateAll((buttons) =>
    buttons.map((button) => (button as { firstChild?: { textContent: string } }).firstChild!.textContent),
  );
  return names.toSorted();
}

function line(page: Page, name: string): Locator {
  return drawing(page).getByRole('button', { name, exact: true });
}

function drawing(page: Page): Locator {
  return page.getByRole('region', { name: /^(Drawing of the mesh|Zeichnung des Netzes)/ });
}

/** The camera shows it. */
async function isInView(page: Page, thing: Locator): Promise<boolean> {
  const [inner, outer] = [await thing.boundingBox(), await drawing(page).boundingBox()];
  assert.ok(inner && outer);
  const isWithin = (from: number, length: number, start: number, room: number) =>
    from >= start && from + length <= start + room;
  return (
    isWithin(inner.x, inner.width, outer.x, outer.width) &&
    isWithin(inner.y, inner.height, outer.y, outer.height)
  );
}

/** All of the picture is there. */
async function drawn(page: Page): Promise<void> {
  await page.locator('section.mesh-canvas[aria-busy=false]').waitFor();
}

/** Somebody with a key of the cast, over the wire. */
function clientOf({ url }: Stage): (who: KeyName) => Client {
  return (who) => {
    const send = (method: string) => async (path: string, body?: unknown) => {
      const answer = await fetch(url + path, {
        method,
        headers: { 'x-api-key': tokenOf(who), 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: {}, text, body: text === '' ? null : JSON.parse(text) };
    };
    return { get: send('GET'), put: send('PUT'), post: send('POST'), delete: send('DELETE') };
  };
}
