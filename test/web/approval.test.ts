// The main job in the browser: Alice asks in one window, Bob decides in another one, and Alice sees it without doing
// anything. How many clicks and fields that takes is part of the promise, and so is that every page can be read by
// everybody and on a phone.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { resourceInto, tokenOf, type KeyName } from '../cast.ts';
import { isSound, openStage } from './stage.ts';

test('Alice asks, Bob approves with two clicks from his inbox, and Alice sees it without reload', async () => {
  await using stage = await openStage();
  const [alice, bob] = await Promise.all([stage.enters('alice'), stage.enters('bob', { phone: true })]);

  await alice.goto('/catalog');
  await alice.getByRole('link', { name: 'latest' }).click();
  await alice.getByText('You cannot use it yet.').waitFor();
  await alice.getByRole('link', { name: 'Ask for access' }).click();
  await alice.getByLabel('What do you need it for?').fill('Weekly <b>revenue</b> \u202Efor the board');
  await alice
    .getByText(/^It waits for|Bob/)
    .first()
    .waitFor();
  assert.ok((await fieldsIn(alice)) <= 3);
  await isSound(alice);

  await bob.goto('/');
  await bob.getByText('Nothing waits for you', { exact: true }).waitFor();
  await alice.getByRole('button', { name: 'Send the request' }).click();
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();
  await isSound(alice);

  const row = bob.getByRole('listitem').filter({ hasText: 'Alice asks for' });
  await row.getByText('Weekly <b>revenue</b>').waitFor();
  const clicks = await countClicks(bob);
  await row.getByRole('button', { name: 'Approve', exact: true }).click();
  await isSound(bob);
  await row.getByLabel('Comment (optional)').fill('Aggregates only');
  await row.getByRole('button', { name: 'Approve now' }).click();
  await bob.getByText('Approved.').waitFor();
  assert.equal(await clicks(), 2);

  await alice.getByText('Bob agreed').waitFor();
  await alice.getByText('Aggregates only').waitFor();
  await alice.locator('.state').filter({ hasText: 'Granted' }).first().waitFor();
  await isSound(alice);
});

test('what is rejected says why, and a slower decision loses no word', async () => {
  await using stage = await openStage();
  const [bob, carol] = await Promise.all([stage.enters('bob'), stage.enters('carol')]);
  await asks(stage.url, 'contested');
  await Promise.all([bob.goto('/access/contested'), carol.goto('/')]);

  await carol.getByRole('button', { name: 'Reject', exact: true }).click();
  await carol.getByRole('button', { name: 'Reject now' }).click();
  await carol.getByLabel('Comment').fill('Not for marketing');
  await bob.getByRole('button', { name: 'Approve', exact: true }).click();
  await bob.getByLabel('Comment (optional)').fill('Fine with me, as long as it is about orders');
  await carol.getByRole('button', { name: 'Reject now' }).click();
  await carol.getByText('Rejected.').waitFor();

  const form = bob.getByRole('form', { name: 'Approve this request' });
  await form.getByText('Carol rejected it').waitFor();
  await form.getByText('Not for marketing').waitFor();
  assert.equal(
    await form.getByLabel('Comment (optional)').inputValue(),
    'Fine with me, as long as it is about orders',
  );
  assert.ok(await form.getByRole('button', { name: 'Approve now' }).isDisabled());
  await isSound(bob);
  await form.getByRole('button', { name: 'Decide about it as it stands now' }).click();
  await form.getByRole('button', { name: 'Approve now' }).click();
  await bob.getByText('Bob agreed').waitFor();
  await bob.getByText('Fine with me').waitFor();
});

test('the inbox is worked through with the keyboard alone', async () => {
  await using stage = await openStage();
  await resourceInto(stage.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await asks(stage.url, 'first');
  await asks(stage.url, 'second', 'payments/ledger');
  const bob = await stage.enters('bob', { dark: true, language: 'de-DE' });
  await bob.goto('/');
  await bob.getByText('2 Anfragen warten auf Sie.').waitFor();
  await bob.keyboard.press('j');
  await bob.keyboard.press('a');
  await bob.keyboard.type('passt');
  await bob.keyboard.press('Control+Enter');
  await bob.getByText('Ihre Zusage zählt. Eine weitere Person muss zustimmen.').waitFor();
  await bob.keyboard.press('Enter');
  await bob.getByRole('heading', { level: 1, name: 'latest für Team Analytics' }).waitFor();
  await isSound(bob);
});

test('behind a link one gets a password, and with it one comes back to the page one wanted', async () => {
  await using stage = await openStage();
  const person = await stage.window({ phone: true });
  const password = person.getByRole('textbox', { name: 'Password' });
  const { url } = await post(stage.url, 'dan', '/api/organization/members/alice@fernlane.example/invitation');
  await person.goto(`/sign-in/link${new URL(url).hash}`);
  await password.fill('correct horse battery');
  await isSound(person);
  await person.getByRole('button', { name: 'Open the account' }).click();
  await person.getByText('You are signed in.').waitFor();
  await person.waitForURL(/\/sign-in\/link$/);
  await person.getByRole('link', { name: 'To the inbox' }).click();
  await person.getByRole('heading', { name: 'Inbox' }).waitFor();
  await person.getByRole('button', { name: 'Alice: account' }).click();
  await isSound(person);
  await person.getByRole('button', { name: 'Sign out' }).click();
  await person.waitForURL('**/sign-in');

  await person.goto('/my-access');
  await person.waitForURL('**/sign-in?returnTo=**');
  await person.getByLabel('E-mail address').fill('alice@fernlane.example');
  await password.fill('wrong horse battery');
  await person.getByRole('button', { name: 'Sign in' }).click();
  await person.getByRole('alert').waitFor();
  await password.fill('correct horse battery');
  await person.getByRole('button', { name: 'Sign in' }).click();
  await person.waitForURL('**/my-access');
  await person.getByText('You have no access yet').waitFor();
});

test('a browser that names a manner nobody knows shows the app all the same', async () => {
  await using stage = await openStage();
  await asks(stage.url, 'waiting');
  const bob = await stage.enters('bob');
  await bob.addInitScript(`Object.defineProperty(navigator, 'languages', { value: ['en-US@posix'] })`);
  await bob.goto('/');
  await bob.getByText('One request waits for you.').waitFor();
});

/** Fields that somebody could fill in, without what is chosen already. */
async function fieldsIn(page: Page): Promise<number> {
  const form = page.locator('form');
  const choices = await form.getByRole('group').count();
  return choices + (await form.locator('textarea:visible, input:visible:not([type=checkbox])').count());
}

/** How often the mouse was clicked on the page since then. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    `clicks = 0; document.addEventListener('click', (e) => { clicks += e.isTrusted ? 1 : 0; }, true)`,
  );
  return () => page.evaluate<number>('clicks');
}

async function asks(url: string, id: string, resource = 'orders/latest'): Promise<void> {
  const consumer = { teamId: 'analytics' };
  await post(url, 'alice', '/api/access', { id, resource, consumer, purpose: 'Weekly revenue' });
}

/** A call by a key of the cast; its answer has members that the test knows. */
async function post(
  url: string,
  key: KeyName,
  path: string,
  body: object = {},
): Promise<Record<'url', string>> {
  const headers = { 'x-api-key': tokenOf(key), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as Record<'url', string>;
}
