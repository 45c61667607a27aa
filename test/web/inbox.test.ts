// The inbox with many requests in it: several are decided at once with one comment, each by its own policy, and what
// cannot be decided says why; whoever is slower than somebody else sees who it was and loses nothing; less than asked can
// be granted; and all of it stays small enough to be there at once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { resourceInto } from '../cast.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

const day = 86_400_000;

test('Bob decides several at once, is told what cannot be decided so, and what others did meanwhile', async () => {
  await using stage = await openStage();
  await resourceInto(stage.pool, 'payments/ledger', 'checkout', { strategy: 'FourEyes' });
  await resourceInto(stage.pool, 'customers/profiles', 'checkout', {
    signIn: { acr: ['mfa'], maxAge: null },
  });
  await resourceInto(stage.pool, 'returns/latest', 'checkout');
  await resourceInto(stage.pool, 'baskets/latest', 'checkout');
  for (const resource of [
    'orders/latest',
    'payments/ledger',
    'customers/profiles',
    'returns/latest',
    'baskets/latest',
  ])
    await asks(stage, resource);
  const bob = await stage.enters('bob');
  await bob.goto('/');
  await bob.getByText('5 requests wait for you.').waitFor();
  for (const key of ['x', 'j', 'j', 'j', 'X', 'j', 'x']) await bob.keyboard.press(key);
  await isSound(bob);
  const bar = bob.getByRole('region', { name: '5 chosen' });
  await bar.getByRole('button', { name: 'Approve them…' }).click();
  await bar.getByText('3 are granted as asked.').waitFor();
  await bar.getByText('One needs another person’s yes after yours.').waitFor();
  await bar.getByText('The policy demands that you sign in again').waitFor();
  await bar.getByLabel('Comment (optional)').fill('Until the audit in May');

  // Carol is faster; and the policy of another one gets stricter, which the page hears of only when it tries.
  await clientOf(stage, 'carol').post('/api/access/returns-latest/reject', { comment: 'Ask the warehouse' });
  const row = (name: string) => bob.getByRole('listitem').filter({ has: bob.getByRole('heading', { name }) });
  await row('latest for team analytics').getByText('Carol rejected it').waitFor();
  await bar.getByText('2 are granted as asked.').waitFor();
  await bar.getByText('it does not wait for you any more').waitFor();
  await clientOf(stage, 'bob').put('/api/resources/baskets%2Flatest/policy', {
    strategy: 'Simple',
    signIn: { acr: ['mfa'] },
  });
  await isSound(bob);
  await bar.getByRole('button', { name: 'Approve 3 now' }).click();

  await bob.getByText('Approved. latest for team analytics').waitFor();
  await bob.getByText('Your allow counts. One more person has to agree. ledger').waitFor();
  const left = bob.getByRole('region', { name: '3 chosen' });
  await left.getByText('One could not be decided.').waitFor();
  assert.equal(await left.getByLabel('Comment (optional)').inputValue(), 'Until the audit in May');
  assert.equal(await bob.getByRole('listitem').getByRole('checkbox', { checked: true }).count(), 3);
  await bob
    .getByRole('alert')
    .getByText('The policy demands that you sign in again before you decide')
    .waitFor();
  await isSound(bob);
});

test('more than a page of requests is shown, chosen and rejected with one comment, on a phone', async () => {
  await using stage = await openStage();
  for (let nth = 0; nth < 53; nth++)
    await clientOf(stage, 'organization').post('/api/access', {
      id: `r${nth}`,
      resource: 'orders/latest',
      purpose: `Reason ${nth}`,
      consumer: { userId: `person${nth}@fernlane.example` },
    });
  const carol = await stage.enters('carol', { phone: true });
  const scripts = scriptsOf(carol);
  await carol.goto('/', { waitUntil: 'networkidle' });
  await carol.getByText('More than 50 requests wait for you.').waitFor();
  const bytes = (await scripts()).reduce((sum, one) => sum + one, 0);
  assert.ok(bytes < 200_000, `the inbox loads ${bytes} bytes of scripts`);
  await carol.getByRole('button', { name: 'Show more' }).click();
  await carol.getByText('53 requests wait for you.', { exact: true }).waitFor();
  await carol.getByLabel('Choose all that are shown').check();
  await carol
    .getByRole('region', { name: '53 chosen' })
    .getByRole('button', { name: 'Reject them…' })
    .click();
  await carol.getByText('53 are rejected.').waitFor();
  const send = carol.getByRole('button', { name: 'Reject 53 now' });
  await send.click();
  await carol.getByText('Say why: the person who asked reads it.').first().waitFor();
  await carol.getByLabel('Comment').fill('The resource is moving, ask again next week');
  await isSound(carol);
  await send.click();
  await carol.getByText('Nothing waits for you.', { exact: true }).waitFor();
  assert.equal(await carol.getByText('Rejected.').count(), 53);
  const { items } = (await clientOf(stage, 'carol').get('/api/inbox')).body;
  assert.deepEqual(items, []);
});

test('Carol grants fewer roles and an earlier end than was asked, and Bob sees it happen while he types', async () => {
  await using stage = await openStage();
  await asks(stage, 'orders/latest', { roles: ['reader', 'writer'] });
  const [bob, carol] = await Promise.all([stage.enters('bob', { dark: true }), stage.enters('carol')]);
  await Promise.all([bob.goto('/'), carol.goto('/')]);
  await bob.getByRole('button', { name: 'Approve', exact: true }).click();
  await bob.getByLabel('Comment (optional)').fill('Fine');
  await bob.getByText('nothing of this owner’s').waitFor();

  await carol.getByRole('button', { name: 'Approve', exact: true }).click();
  await carol.getByText('Grant less than asked').click();
  await carol.getByRole('group', { name: 'Roles' }).getByText('writer').click();
  await carol.getByLabel('Grant it for').selectOption('day');
  const last = new Date(Date.now() + 9 * day).toISOString().slice(0, 10);
  await carol.getByLabel('Last day').fill(last);
  await isSound(carol);
  await carol.getByRole('button', { name: 'Approve now' }).click();
  await carol.getByText('Approved.').waitFor();
  const { roles, info, approval } = (await clientOf(stage, 'bob').get('/api/access/orders-latest')).body;
  assert.deepEqual([roles, info.endDate, approval.state], [['reader'], last, 'Granted']);

  const form = bob.getByRole('form', { name: 'Approve this request' });
  await form.getByText('Carol agreed').waitFor();
  await form.getByText('The request is Granted.').waitFor();
  assert.equal(await form.getByLabel('Comment (optional)').inputValue(), 'Fine');
  assert.ok(await form.getByRole('button', { name: 'Approve now' }).isDisabled());
  await isSound(bob);
  await form.getByRole('button', { name: 'Not now' }).click();
  await bob.getByText('Nothing waits for you', { exact: true }).waitFor();
});

/** How large the scripts are, in bytes as they come over the line, that the page has loaded since then. */
function scriptsOf(page: Page): () => Promise<number[]> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return () => Promise.all(sizes);
}

/** Alice asks for her team; the access is called like the resource. */
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
