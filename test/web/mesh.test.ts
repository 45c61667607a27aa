// The mesh in the browser: drawn and as a table, from the teams to a single agreement, by mouse and by keyboard. How long
// it keeps the page busy with as much in it as a large company has is measured (bench/web-mesh.ts).
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { tellMesh } from '../mesh-story.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('from the teams to one agreement, by what one clicks', async () => {
  await using stage = await openStage();
  await tellMesh((who) => clientOf(stage, who));
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
  await tellMesh((who) => clientOf(stage, who));
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
  await tellMesh((who) => clientOf(stage, who));
  const bob = await stage.enters('bob');
  await bob.goto('/mesh?at=team:checkout&state=waiting');
  await bob.getByText('No agreements of this kind here').waitFor();
  await bob.getByRole('img', { name: /^Live/ }).waitFor();
  await somebodyWaits(stage);
  await line(bob, 'Orders to Analytics: 1 waiting').waitFor();
  await isSound(bob);
});

async function somebodyWaits(stage: Stage): Promise<void> {
  await clientOf(stage, 'bob').put('/api/resources/orders%2Forders-latest/policy', { strategy: 'Simple' });
  const asked = await clientOf(stage, 'alice').post('/api/access', {
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
