// What people see when the house is in trouble: the database goes away and comes back while they work, and a session
// ends while they write. It is said where they are, nothing that they typed is lost, and nothing has to be loaded again.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { openDoor } from '../../src/demo/door.ts';
import { sharedServer } from '../postgres.ts';
import { clientOf } from '../web/over-the-wire.ts';
import { isSound, openStage, type Stage } from '../web/stage.ts';
import { Client } from 'pg';

/** Browsers write down that they were answered so. */
const away = /status of 503|database cannot be reached/;

test('while the database is away it is said in place, and everything goes on by itself when it is back', async (t) => {
  // What the server itself complains about then is no news.
  t.mock.method(console, 'error', () => {});
  await using stage = await openStage();
  await asks(stage, 'first');
  const [bob, carol, alice] = await Promise.all([
    stage.enters('bob', { expected: away }),
    stage.enters('carol', { phone: true, expected: away }),
    stage.enters('alice', { expected: away }),
  ]);
  await Promise.all([
    bob.goto('/access/first'),
    carol.goto('/catalog'),
    alice.goto('/resources/orders%2Flatest/request'),
  ]);
  await bob.getByRole('button', { name: 'Approve', exact: true }).click();
  await bob.getByLabel('Comment (optional)').fill('Aggregates only, until the audit');
  await alice.getByLabel('What do you need it for?').fill('Baskets of the last year');
  await carol.getByRole('link', { name: 'latest' }).waitFor();
  await Promise.all([bob, carol, alice].map((page) => page.getByRole('img', { name: /^Live/ }).waitFor()));

  await databaseOf(stage, 'is away');
  await bob.getByRole('button', { name: 'Approve now' }).click();
  const said = 'The database cannot be reached; nothing was changed';
  await bob.getByRole('form').getByRole('alert').getByText(said).waitFor();
  await alice.getByRole('button', { name: 'Send the request' }).click();
  await alice.getByRole('alert').getByText(said).first().waitFor();
  await carol.getByRole('link', { name: 'latest' }).click();
  await carol.getByRole('alert').getByText(said).waitFor();
  await carol.getByRole('button', { name: 'Try again' }).waitFor();
  assert.equal(await bob.getByLabel('Comment (optional)').inputValue(), 'Aggregates only, until the audit');
  assert.equal(await alice.getByLabel('What do you need it for?').inputValue(), 'Baskets of the last year');
  await noWider(carol);

  await databaseOf(stage, 'is back');
  await carol.getByRole('heading', { level: 1, name: 'latest' }).waitFor();
  await bob.getByRole('button', { name: 'Approve now' }).click();
  await bob.getByText('Bob agreed').waitFor();
  await bob.getByText('Aggregates only, until the audit').waitFor();
  await alice.getByRole('button', { name: 'Send the request' }).click();
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();
  // Also the stream, which was refused meanwhile: what others do is heard again.
  for (const page of [bob, carol, alice]) await page.getByRole('img', { name: /^Live/ }).waitFor();
  await carol.getByRole('link', { name: 'team analytics' }).waitFor();
  await isSound(carol);
});

test('a session that ends while somebody decides leads to the door and back, with the comment still there', async () => {
  await using stage = await openStage({
    house: {
      obstacles: async () => [],
      unsealedSeconds: null,
      clockErrorSeconds: null,
      freeDiskBytes: null,
      demo: true,
    },
    extend: (countersign, url) => openDoor(countersign, { url, token: null }),
  });
  await asks(stage, 'first');
  await asks(stage, 'second', 'eve', 'partner-desk');
  const [bob, phone] = await Promise.all([stage.enters('bob'), stage.enters('bob', { phone: true })]);
  await Promise.all([bob.goto('/'), phone.goto('/access/second')]);
  const row = bob.getByRole('listitem').filter({ hasText: 'team analytics' });
  await row.getByRole('button', { name: 'Reject', exact: true }).click();
  await row.getByLabel('Comment').fill('Not for marketing');
  await phone.getByText('It is your turn to decide.').waitFor();
  await stage.pool.query('delete from session', []);

  await row.getByRole('button', { name: 'Reject now' }).click();
  await bob.waitForURL('**/sign-in?returnTo=%2F');
  await isSound(bob);
  await bob.getByRole('button', { name: /^Bob/ }).click();
  assert.equal(await row.getByLabel('Comment').inputValue(), 'Not for marketing');
  await row.getByRole('button', { name: 'Reject now' }).click();
  await row.getByText('Rejected.').waitFor();

  // The other window has learned it when it wanted to know what happened, and comes back to the very page.
  await phone.waitForURL('**/sign-in?returnTo=%2Faccess%2Fsecond');
  await phone.getByRole('button', { name: /^Bob/ }).click();
  await phone.getByText('It is your turn to decide.').waitFor();
  assert.equal(new URL(phone.url()).pathname, '/access/second');
});

/** Nobody gets in, and everybody is thrown out. */
async function databaseOf({ pool }: Stage, state: 'is away' | 'is back'): Promise<void> {
  const { database } = pool.options;
  const { connection } = await sharedServer();
  const server = new Client(connection('postgres'));
  await server.connect();
  await server.query(`alter database ${database} with allow_connections ${state === 'is back'}`);
  if (state === 'is away')
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      database,
    ]);
  await server.end();
}

async function noWider(page: Page): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
}

async function asks(stage: Stage, id: string, who: 'alice' | 'eve' = 'alice', team = 'analytics') {
  const wish = { id, resource: 'orders/latest', consumer: { teamId: team }, purpose: 'Weekly revenue' };
  await clientOf(stage, who).post('/api/access', wish);
}
