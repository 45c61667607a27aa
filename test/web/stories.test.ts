// The stories of the main job in which more than one person acts, or none at all, each seen from both sides: granted at
// once by the rules, two pairs of eyes, another system that decides, a pause and its end, and time that runs out. What
// happens in one window appears in the others by itself; time is the test's.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import type { KeyId } from '../../src/core/ids.ts';
import { resourceInto } from '../cast.ts';
import { clockAt } from '../world.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('two people agree on two screens, neither in the place of the other, and what they pause the third sees pause', async () => {
  await using stage = await openStage();
  await resourceInto(stage.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await resourceInto(stage.pool, 'payments/refunds', 'checkout', { strategy: 'FourEyes' });
  await asks(stage, 'payments/ledger');
  await asks(stage, 'payments/refunds');
  const [alice, bob, carol] = await Promise.all([
    stage.enters('alice', { phone: true }),
    stage.enters('bob'),
    stage.enters('carol', { dark: true }),
  ]);
  await Promise.all([
    alice.goto('/access/payments-ledger'),
    bob.goto('/'),
    carol.goto('/access/payments-ledger'),
  ]);
  await alice.getByText('two different people of Bob, Carol and Grace').waitFor();
  await carol.getByText('It is your turn to decide.').waitFor();

  const row = bob.getByRole('listitem').filter({ hasText: 'ledger' });
  await row.getByRole('button', { name: 'Approve', exact: true }).click();
  await row.getByRole('button', { name: 'Approve now' }).click();
  await row.getByText('Your allow counts. One more person has to agree.').waitFor();
  for (const other of [alice, carol]) {
    await other.getByText('Bob agreed; another person has to agree as well').waitFor();
    await other.getByText('One of two agreed').waitFor();
  }
  await alice.getByText('one of Carol or Grace').waitFor();
  await bob.goto('/access/payments-ledger');
  await cannot(bob, 'Approve', 'You have agreed already; a second person has to agree as well');
  await button(carol, 'Approve').click();
  await button(carol, 'Approve now').click();
  await standsAs(alice, 'Granted');
  await standsAs(bob, 'Granted');
  await alice.getByText('Carol agreed', { exact: true }).waitFor();

  // Both say yes in the same moment: one of them sees who was faster, and then completes it.
  await Promise.all([bob, carol].map((page) => page.goto('/access/payments-refunds')));
  for (const page of [bob, carol]) {
    await button(page, 'Approve').click();
    await page.getByLabel('Comment (optional)').fill('Both at once');
  }
  await Promise.all([bob, carol].map((page) => page.keyboard.press('Control+Enter')));
  const goOn = 'Decide about it as it stands now';
  const slower = await Promise.any(
    [bob, carol].map((page) =>
      button(page, goOn)
        .waitFor()
        .then(() => page),
    ),
  );
  await slower.getByRole('form').getByText('agreed').first().waitFor();
  assert.equal(await slower.getByLabel('Comment (optional)').inputValue(), 'Both at once');
  await button(slower, goOn).click();
  await button(slower, 'Approve now').click();
  for (const page of [bob, carol]) await standsAs(page, 'Granted');

  await bob.goto('/access/payments-ledger');
  await button(bob, 'Suspend').click();
  await button(bob, 'Do it now').click();
  assert.equal(await bob.getByText('Bob suspended the access').count(), 0, 'the other side is to know why');
  await bob.getByLabel('Comment').fill('Somebody exports far too much');
  await isSound(bob);
  await button(bob, 'Do it now').click();
  await alice.getByText('Bob suspended the access').waitFor();
  await alice.getByText('Somebody exports far too much').waitFor();
  await standsAs(alice, 'Suspended');
  assert.equal(await button(alice, 'Resume').count(), 0);
  await alice.getByText(/^What is not possible now/).click();
  await cannot(alice, 'Resume');
  await alice.getByText('Only the owner side may do this').first().waitFor();
  await isSound(alice);
  await button(bob, 'Resume').click();
  await button(bob, 'Do it now').click();
  await alice.getByText('Bob resumed the access').waitFor();
  await standsAs(alice, 'Granted');
  await button(alice, 'End the access').click();
  await alice.getByText('Access ends now, for good.').waitFor();
  await button(alice, 'Do it now').click();
  await bob.getByText('Alice ended the access').waitFor();
  await standsAs(bob, 'Ended');
});

test('what the rules grant is there at once, and what another system decides nobody else does', async () => {
  await using stage = await openStage();
  await resourceInto(stage.pool, 'open/data', 'platform', { strategy: 'Auto' });
  const external = { key: 'key-pipeline' as KeyId, name: 'Jira', url: 'https://jira.fernlane.example' };
  await resourceInto(stage.pool, 'customers/profiles', 'checkout', { strategy: 'External', external });
  const [alice, bob, dan] = await Promise.all([
    stage.enters('alice'),
    stage.enters('bob', { phone: true }),
    stage.enters('dan'),
  ]);
  await dan.goto('/resources/open%2Fdata');
  await dan.getByText('Nobody').first().waitFor();
  await alice.goto('/catalog');
  const open = alice.getByRole('listitem').filter({ has: alice.getByRole('link', { name: 'data' }) });
  await open.getByText('Granted at once').waitFor();
  await open.getByRole('link', { name: 'data' }).click();
  await alice.getByRole('link', { name: 'Ask for access' }).click();
  await alice.getByLabel('What do you need it for?').fill('Forecasts');
  await alice.getByRole('status').getByText('at once').waitFor();
  await button(alice, 'Send the request').click();
  await alice.getByText('Granted at once by the policy').waitFor();
  await standsAs(alice, 'Granted');
  await dan.getByRole('link', { name: 'Alice' }).waitFor();
  await dan.goto('/');
  await dan.getByText('Nothing waits for you', { exact: true }).waitFor();

  // Bob's team owns it: nobody is asked, and the page says so before he sends anything.
  await bob.goto('/resources/orders%2Flatest/request');
  await bob.getByLabel('What do you need it for?').fill('Our own reports');
  await bob.getByRole('status').getByText('at once').waitFor();
  // His session ends while he writes: what he wrote is there when he is back, and gone when he leaves himself.
  await stage.pool.query(`delete from session where person_id = 'bob'`);
  // His click hears of it, or before that something that is read again; then there is nothing left to click.
  await bob.evaluate('document.querySelector("main form")?.requestSubmit()');
  await bob.waitForURL('**/sign-in?returnTo=*');
  const wayBack = new URL(bob.url()).searchParams.get('returnTo')!;
  await stage.signIn(bob, 'bob');
  await bob.goto(wayBack);
  const purpose = bob.getByLabel('What do you need it for?');
  assert.equal(await purpose.inputValue(), 'Our own reports');
  await button(bob, 'Bob: account').click();
  await button(bob, 'Sign out').click();
  await bob.waitForURL('**/sign-in');
  assert.equal(await bob.evaluate('sessionStorage.getItem("countersign-request")'), null);
  await stage.signIn(bob, 'bob');
  await bob.goto(wayBack);
  assert.equal(await purpose.inputValue(), '');
  await purpose.fill('Our own reports');
  await button(bob, 'Send the request').click();
  await standsAs(bob, 'Granted');

  await alice.goto('/resources/customers%2Fprofiles/request');
  await alice.getByRole('status').getByText('Jira').waitFor();
  await alice.getByLabel('What do you need it for?').fill('A campaign for those who left');
  await button(alice, 'Send the request').click();
  await alice.getByText('It waits for Jira.').waitFor();
  const id = decodeURIComponent(new URL(alice.url()).pathname.split('/').at(-1)!);
  await bob.goto(`/access/${id}`);
  await cannot(bob, 'Approve', 'Jira decides this.');
  await clientOf(stage, 'pipeline').post(`/api/access/${id}/approve`, { comment: 'OPS-4711' });
  for (const page of [alice, bob]) {
    await standsAs(page, 'Granted');
    await page.getByText('OPS-4711').waitFor();
    await isSound(page);
  }
});

test('time runs: what ends soon is renewed without a gap, and what nobody decides or renews is over on every screen', async () => {
  const clock = clockAt(Date.now());
  await using stage = await openStage({ clock });
  for (const id of ['payments/ledger', 'payments/refunds']) await resourceInto(stage.pool, id, 'checkout');
  for (const resource of ['orders/latest', 'payments/ledger']) {
    await asks(stage, resource, { duration: '30d' });
    await clientOf(stage, 'bob').post(`/api/access/${resource.replace('/', '-')}/approve`, {});
  }
  await asks(stage, 'payments/refunds');
  const pass = async (length: number, ...pages: Page[]) => {
    clock.advance(length);
    await Promise.all(pages.map((page) => page.clock.setFixedTime(clock.now())));
    await sweepDue(stage.countersign.ports)();
  };
  await pass(30 * day - 5 * hour);
  const [alice, phone, bob] = await Promise.all([
    stage.enters('alice'),
    stage.enters('alice', { phone: true, dark: true }),
    stage.enters('bob'),
  ]);
  await pass(0, alice, phone, bob);

  await Promise.all([alice.goto('/my-access'), phone.goto('/access/payments-ledger'), bob.goto('/')]);
  await phone.getByText('Both sides were reminded that it ends soon').waitFor();
  const ending = alice.getByRole('row').filter({ hasText: 'latest' });
  await ending.getByText('in 5 hours').waitFor();
  await isSound(alice);
  await bob.getByText('One request waits for you.').waitFor();
  await ending.getByRole('link', { name: 'Renew' }).click();
  const form = alice.getByRole('form', { name: 'Renew' });
  await form.getByText('What is granted stays as it is meanwhile.').waitFor();
  await form.getByLabel('Purpose').fill('The board wants it for another month');
  await form.getByRole('combobox', { name: 'How much longer' }).click();
  await alice.getByRole('option', { name: '30 days' }).click();
  await isSound(alice);
  await button(alice, 'Do it now').click();
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();
  for (const state of ['Granted', 'Pending'])
    await alice.locator('.state').getByText(state, { exact: true }).first().waitFor();

  const renewal = bob.getByRole('listitem').filter({ hasText: 'another month' });
  await button(renewal, 'Approve').click();
  await renewal.getByText('What changes').waitFor();
  await renewal.getByRole('deletion').waitFor();
  await isSound(bob);
  await button(renewal, 'Approve now').click();
  await alice.getByText('Alice asked for more time').waitFor();
  await alice.getByText('Pending', { exact: true }).waitFor({ state: 'detached' });

  // The five hours are over.
  await pass(5 * hour + minute, alice, phone, bob);
  await phone.getByText('The access has expired').waitFor();
  await standsAs(phone, 'Expired');
  await bob.getByText('Nothing waits for you', { exact: true }).waitFor();
  assert.equal(await button(phone, 'Renew').count(), 1, 'whoever was late asks again where it ended');
  await alice.goto('/my-access');
  await ending.getByText(/^in (29 days|1 month)$/).waitFor();
  assert.equal(
    await alice
      .getByRole('row')
      .filter({ hasText: /ledger|refunds/ })
      .count(),
    0,
  );
  await alice.getByText('Also what is over', { exact: true }).click();
  for (const name of ['ledger', 'refunds'])
    await alice.getByRole('row').filter({ hasText: name }).getByText('Expired').waitFor();
  await alice.getByRole('link', { name: 'refunds' }).click();
  await alice.getByText('The request waited too long and has expired').waitFor();
});

function button(page: Pick<Page, 'getByRole'>, name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** The button is there and does nothing; where a reason is named, it is what the button says. */
async function cannot(page: Page, name: string, reason?: string): Promise<void> {
  const refused = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  assert.equal(await refused.getAttribute('aria-disabled'), 'true');
  if (reason !== undefined) await refused.getByText(reason).waitFor({ state: 'attached' });
}

/** What the page says above everything else about how the access stands. */
async function standsAs(page: Page, state: string): Promise<void> {
  await page
    .locator('.state')
    .first()
    .and(page.getByText(state, { exact: true }))
    .waitFor();
}

async function asks(stage: Stage, resource: string, more: object = {}): Promise<void> {
  const consumer = { teamId: 'analytics' };
  const id = resource.replace('/', '-');
  await clientOf(stage, 'alice').post('/api/access', {
    id,
    resource,
    consumer,
    purpose: 'Weekly revenue',
    ...more,
  });
}
