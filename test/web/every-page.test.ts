// Every address of the app, also those where nothing is, in German, in the dark and on a phone: axe finds nothing, nothing
// is wider than the screen, and the app says no word of English. What people and programs call things stays as it is. The
// same in English, light and on a wide screen is told where each page is tested by itself.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { openShop } from '../connectors/postgresql/shop.ts';
import { sharedServer } from '../postgres.ts';
import { bind, port, targetInto } from '../provisioning/setting.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

/** React writes down what a page has caught and shown. */
const expected = /^Fault: Es gibt kein/;
const looks = { phone: true, dark: true, language: 'de-DE', expected } as const;

/** Where each page of web/routes.tsx is seen, by its path there. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/access/$id': ['/access/wartet', '/access/laeuft', '/access/abgelehnt', '/access/gibt-es-nicht'],
  '/my-access': ['/my-access', '/my-access?show=all'],
  '/catalog': ['/catalog', '/catalog?q=gibtesnicht'],
  '/resources/$id': ['/resources/orders%2Flatest', '/resources/gibt%2Fes-nicht'],
  '/resources/$id/request': ['/resources/orders%2Flatest/request', '/resources/gibt%2Fes-nicht/request'],
  '/resources/$id/policy': ['/resources/orders%2Flatest/policy', '/resources/gibt%2Fes-nicht/policy'],
  '/dataproducts/$id': ['/dataproducts/orders', '/dataproducts/gibt-es-nicht'],
  '/datacontracts/$id': ['/datacontracts/orders', '/datacontracts/gibt-es-nicht'],
  '/applications/$id': ['/applications/ladentafel', '/applications/gibt-es-nicht'],
  '/mesh': ['/mesh', '/mesh?look=table', '/mesh?at=team:gibt-es-nicht'],
  '/teams': ['/teams'],
  '/teams/$id': ['/teams/checkout', '/teams/gibt-es-nicht'],
  '/targets': ['/targets'],
  '/targets/$id': ['/targets/shop', '/targets/gibt-es-nicht'],
  '/insights': ['/insights'],
  '/log': ['/log'],
  '/settings/keys': ['/settings/keys'],
  '/settings/sessions': ['/settings/sessions'],
  '/settings/notices': ['/settings/notices'],
  '/settings/members': ['/settings/members'],
  '/settings/identity-provider': ['/settings/identity-provider'],
  '/settings': ['/settings'],
  '/sign-in': ['/sign-in', '/sign-in?problem=sign_in_stale'],
  '/sign-in/link': ['/sign-in/link', '/sign-in/link#gibt-es-nicht'],
};

test('every page is sound and German, also where there is nothing', async () => {
  const routes = await readFile(new URL('../../web/routes.tsx', import.meta.url), 'utf8');
  const paths = [...routes.matchAll(/^ {2}path: '([^']+)'|[( ]path: '([^']+)'/gm)].map(([, a, b]) => a ?? b!);
  assert.deepEqual(new Set(paths), new Set(Object.keys(addresses)));
  const { connection } = await sharedServer();
  await using shop = await openShop({ connection, [Symbol.asyncDispose]: async () => {} });
  await using stage = await openStage();
  await tell(stage);
  await targetInto(stage.pool, shop);
  await bind(stage.pool, port, { schema: 'shop' });
  const pages = await Promise.all([stage.enters('bob', looks), stage.enters('dan', looks)]);
  // First each page once, then the others, so that no page follows itself.
  const most = Math.max(...Object.values(addresses).map((one) => one.length));
  const all = Array.from({ length: most }, (_, nth) =>
    Object.values(addresses).flatMap((one) => one[nth] ?? []),
  );
  const left: string[] = [];
  const round = async (page: Page, own: readonly string[]) => {
    await page.goto('/gibt/es/nicht');
    for (const address of [null, ...own]) {
      if (address !== null) await goesTo(page, address);
      await page.locator('body:not(:has([aria-busy=true]))').waitFor();
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      await isSound(page);
      left.push(...(await englishOn(page)).map((said) => `${address}: ${said}`));
    }
  };
  await Promise.all(
    pages.map((page, nth) =>
      round(
        page,
        all.flat().filter((_, at) => at % 2 === nth),
      ),
    ),
  );
  assert.deepEqual(left, []);
});

test('the whole way of a request in German, by everything that the app says meanwhile', async () => {
  await using stage = await openStage();
  const [alice, bob] = await Promise.all([stage.enters('alice', looks), stage.enters('bob', looks)]);
  const said: string[] = [];
  const listen = async (...pages: Page[]) => {
    for (const page of pages) said.push(...(await englishOn(page)));
  };
  await bob.goto('/');
  await alice.goto('/catalog');
  await alice.getByRole('link', { name: 'latest' }).click();
  await alice.getByRole('link', { name: 'Zugang anfragen' }).click();
  await alice.getByLabel('Wofür brauchen Sie es?').fill('Umsatz der Woche');
  await alice.getByRole('button', { name: 'Anfrage senden' }).click();
  await alice.getByText('Es wartet auf Bob, Carol oder Grace.').waitFor();
  await listen(alice);
  await bob.getByRole('button', { name: 'Ablehnen', exact: true }).click();
  await bob.getByRole('button', { name: 'Jetzt ablehnen' }).click();
  await listen(bob);
  await bob.getByLabel('Kommentar').fill('Nicht für die Werbung');
  await bob.getByRole('button', { name: 'Jetzt ablehnen' }).click();
  await alice.getByText('Bob hat abgelehnt').waitFor();
  await listen(alice, bob);
  await bob.goto(new URL(alice.url()).pathname);
  await bob.getByRole('button', { name: 'Zustimmen', exact: true }).click();
  await bob.getByRole('button', { name: 'Jetzt zustimmen' }).click();
  await alice.getByText('Bob hat zugestimmt').waitFor();
  await bob.getByRole('button', { name: 'Aussetzen' }).click();
  await listen(bob);
  await bob.getByLabel('Kommentar').fill('Prüfung');
  await bob.getByRole('button', { name: 'Jetzt tun' }).click();
  await alice.getByText('Bob hat den Zugang ausgesetzt').waitFor();
  for (const page of [alice, bob]) await page.locator('summary').first().click();
  await listen(alice, bob);
  assert.deepEqual([...new Set(said)], []);
});

/** Within the app, as by a link: its heading is another one then. */
async function goesTo(page: Page, address: string): Promise<void> {
  await page.evaluate(`document.querySelector('h1').classList.add('left')`);
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
  await page.locator('h1:not(.left)').first().waitFor();
}

/** Something of everything: what waits, what runs, what was refused. */
async function tell(stage: Stage): Promise<void> {
  const ask = (id: string, consumer: object) =>
    clientOf(stage, 'alice').post('/api/access', {
      id,
      resource: port,
      consumer,
      purpose: 'Umsatz der Woche',
      links: { Karte: 'https://fernlane.example/karte' },
    });
  await ask('laeuft', { teamId: 'analytics' });
  await clientOf(stage, 'bob').post('/api/access/laeuft/approve');
  await ask('abgelehnt', { userId: 'alice@fernlane.example' });
  await clientOf(stage, 'bob').post('/api/access/abgelehnt/reject', { comment: 'Nicht für Werbung' });
  const consumer = { teamId: 'partner-desk' };
  await clientOf(stage, 'eve').post('/api/access', {
    id: 'wartet',
    resource: port,
    consumer,
    purpose: 'Umsatz',
  });
}

/** Words that no German sentence has. */
const english =
  /\b(the|and|of|is|are|with|you|your|to|not|this|that|has|have|by|from|who|what|when|nobody|nothing|which|it|its|for|only|may|does|must|can|be|at|or|no|on)\b/;

/** What the app says in English, also to those who only hear it; facts of the log as machines keep them are nobody's language. */
async function englishOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const machines = [...document.querySelectorAll('.log-details .plain-list')].map((list) => list.innerText).join();
    const said = document.body.innerText.split('\\n').filter((line) => !machines.includes(line));
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    for (const element of document.querySelectorAll('.only-heard')) said.push(element.textContent);
    said.push(document.title);
    return [...new Set(said.filter((one) => ${String(english)}.test(one)))];
  })()`);
}
