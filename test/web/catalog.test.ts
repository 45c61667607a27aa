// The catalog and what one has of it: Alice finds things of every kind, narrows by what she has, shares the address of
// what she sees, asks, and follows her requests and her access on one page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { applyFernlane } from '../fernlane.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('Alice narrows the catalog to what she has, has asked for, or could ask for', async () => {
  await using stage = await openStage();
  await fernlane(stage);
  const key = clientOf(stage, 'alice');
  const purpose = 'Weekly revenue';
  const { body: archive } = await key.post('/api/access', { resource: 'orders/orders-archive', purpose });
  const alice = await stage.enters('alice');
  await alice.goto('/catalog');
  await alice.getByText('9 found').waitFor();
  for (const kind of ['Output ports (6)', 'APIs (1)', 'Events (1)', 'Actions (1)'])
    await alice.getByRole('radiogroup', { name: 'Kind' }).getByText(kind).waitFor();
  const row = (name: string) =>
    alice.getByRole('listitem').filter({ has: alice.getByRole('heading', { name }) });
  const mark = row('orders-archive').getByRole('link', { name: 'You have access' });
  assert.equal(await mark.getAttribute('href'), `/access/${archive.id}`);
  await row('shipments-daily').getByText('Granted at once').waitFor();

  await alice.getByRole('radiogroup', { name: 'Kind' }).getByText('Events').click();
  await alice.getByText('1 found').waitFor();
  assert.equal(new URL(alice.url()).search, '?kind=event');
  assert.equal(await row('Checkout API').count(), 0);
  await alice.getByRole('combobox', { name: 'Tag' }).click();
  await alice.getByRole('option', { name: 'shop (1)' }).click();
  await alice.getByLabel('My access').selectOption('I have asked');
  await alice.getByText('None of your requests waits for an answer here.').waitFor();
  await isSound(alice);

  // What she asks for elsewhere appears here without reload, and the address says all of it.
  await key.post('/api/access', { resource: 'refund-order', purpose });
  await alice.goto('/catalog?access=waiting&kind=action');
  await row('Refund an order').getByText('You have asked').waitFor();
  await alice.goto('/catalog?access=waiting');
  await alice.getByText('1 found').waitFor();
  await key.post('/api/access', { resource: 'checkout-api', purpose, consumer: { teamId: 'analytics' } });
  await alice.getByText('2 found').waitFor();
  await alice.getByRole('combobox', { name: 'Owner' }).click();
  await alice.getByRole('option', { name: 'Checkout (2)' }).click();
  await alice.getByLabel('Search').fill('nothing of the kind');
  await alice.getByRole('link', { name: 'Show everything' }).click();
  await alice.getByText('9 found').waitFor();
  await clientOf(stage, 'bob').post(`/api/access/${archive.id}/suspend`, { comment: 'An audit' });
  await row('orders-archive').getByRole('link', { name: 'Your access is suspended' }).waitFor();
});

test('Alice follows what she asked for and renews what ends, on a phone; whoever has nothing is shown where to begin', async () => {
  await using stage = await openStage();
  await fernlane(stage);
  const [key, bob] = [clientOf(stage, 'alice'), clientOf(stage, 'bob')];
  const team = { consumer: { teamId: 'analytics' }, purpose: 'Weekly revenue' };
  const ending = await key.post('/api/access', { resource: 'orders/orders-latest', duration: '8h', ...team });
  await bob.post(`/api/access/${ending.body.id}/approve`);
  await key.post('/api/access', { resource: 'refund-order', ...team });

  const eve = await stage.enters('eve');
  await eve.goto('/my-access');
  await eve.getByText('You have no access yet').waitFor();
  await isSound(eve);
  await eve.getByRole('link', { name: 'To the catalog' }).click();
  await eve.getByRole('heading', { name: 'Catalog' }).waitFor();

  const alice = await stage.enters('alice', { phone: true, dark: true });
  await alice.goto('/my-access');
  const requests = alice.getByRole('region', { name: 'My requests' });
  await requests.getByRole('row', { name: 'Refund an order' }).getByText('two different people of').waitFor();
  const mine = alice.getByRole('region', { name: 'What I have' });
  const row = mine.getByRole('row', { name: 'orders-latest' });
  await row.getByText('in 7 hours').or(row.getByText('in 8 hours')).waitFor();
  await isSound(alice);
  await row.getByRole('link', { name: 'Renew' }).click();
  await alice.getByRole('form', { name: 'Renew' }).getByRole('button', { name: 'Do it now' }).click();
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();
  await alice.goto('/my-access');
  await requests.getByRole('row', { name: 'orders-latest' }).waitFor();
  await alice.getByText('Also what is over').click();
  await alice.getByRole('region', { name: 'Everything, the newest first' }).getByRole('row').nth(1).waitFor();
  assert.equal(new URL(alice.url()).search, '?show=all');
});

async function fernlane(stage: Stage): Promise<void> {
  const organization = clientOf(stage, 'organization');
  await organization.put('/api/teams/fulfilment', { id: 'fulfilment', name: 'Fulfilment', type: 'Team' });
  await applyFernlane(organization);
}
