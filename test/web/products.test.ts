// The pages of data products, data contracts and applications: what each is, what one can ask for of it, what it reads and
// what reads it, and how people come there from whatever names it. An application comes into being, is changed and goes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fernlane } from '../fernlane.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('Alice goes from an output port to its product and its contract, sees what reads what, and asks', async () => {
  await using stage = await openStage();
  await publish(stage);
  const [alice, bob] = await Promise.all([
    stage.enters('alice', { expected: /There is no data product/ }),
    stage.enters('bob', { phone: true, dark: true, language: 'de-DE' }),
  ]);

  await alice.goto('/resources/orders%2Forders-latest');
  await alice.getByRole('link', { name: 'orders', exact: true }).waitFor();
  await alice.getByRole('link', { name: 'orders 1.4.0' }).click();
  await alice.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await alice.waitForURL('**/datacontracts/orders');
  const terms = alice.getByRole('region', { name: 'Terms of the contract' });
  await terms.getByText('Not for contacting customers.').waitFor();
  await alice.getByText('1.4.0', { exact: true }).waitFor();
  await alice.getByText('Show it as it is stored').click();
  await alice.getByLabel('The document').getByText('limitations: Not for contacting').waitFor();
  await isSound(alice);
  await alice.getByRole('link', { name: 'of data product orders' }).click();

  await alice.waitForURL('**/dataproducts/orders');
  await alice.getByText('All orders of the shop, one row per order.').waitFor();
  const ports = alice.getByRole('region', { name: 'What you can ask for' });
  await ports.getByRole('link', { name: 'Ask for access to orders-archive' }).waitFor();
  const readers = alice.getByRole('region', { name: 'What reads it' });
  await readers.getByText('No data product has access to it.').waitFor();

  await clientOf(stage, 'alice').post(
    '/api/access',
    wishFor({ dataProductId: 'recommendations' }, 'for-models'),
  );
  await ports.getByText('You have asked').waitFor();
  await bob.goto('/dataproducts/orders');
  await clientOf(stage, 'bob').post('/api/access/for-models/approve');
  await ports.getByText('You have access').waitFor();
  await readers.getByRole('link', { name: 'Recommendations' }).waitFor();
  await bob.getByRole('region', { name: 'Von wem es gelesen wird' }).getByText('orders-latest').waitFor();
  await bob.getByText('So zeigen, wie es gespeichert ist').click();
  await bob.getByLabel('Das Dokument').getByText('"version": "2.1.0"').waitFor();
  await isSound(bob);
  await bob.goto('/datacontracts/orders');
  await bob.getByRole('region', { name: 'Bedingungen des Vertrags' }).waitFor();

  await readers.getByRole('link', { name: 'Recommendations' }).click();
  const reads = alice.getByRole('region', { name: 'What it reads' });
  await reads.getByRole('link', { name: 'contract orders' }).waitFor();
  await reads.getByRole('link', { name: 'Agreement' }).click();
  await alice.getByRole('link', { name: 'data product Recommendations' }).click();
  await alice.getByRole('heading', { level: 1, name: 'Recommendations' }).waitFor();
  await alice.getByRole('link', { name: 'Show in the mesh' }).click();
  await alice.getByRole('link', { name: 'Open the page of Recommendations' }).click();
  await alice.waitForURL('**/dataproducts/recommendations');
  await alice.goto('/dataproducts/nothing');
  await alice.getByRole('heading', { level: 1, name: 'There is nothing at this address.' }).waitFor();
});

test('Bob registers an application, Alice reads what it has, and it goes only when it has nothing', async () => {
  await using stage = await openStage();
  await publish(stage);
  const [alice, bob, grace] = await Promise.all([
    stage.enters('alice', { phone: true }),
    stage.enters('bob'),
    stage.enters('grace', { phone: true, language: 'de-DE' }),
  ]);
  await Promise.all([alice, bob].map((page) => page.goto('/teams/checkout')));
  const owned = alice.getByRole('region', { name: 'Data products and applications' });
  await owned.getByRole('link', { name: 'Orders' }).waitFor();
  const refused = owned.getByRole('button', { name: /^Register an application/ });
  assert.equal(await refused.getAttribute('aria-disabled'), 'true', 'Alice is told why she cannot');
  await isSound(alice);

  await bob.getByRole('button', { name: 'Register an application' }).click();
  await bob.getByLabel('Name').fill('Till & receipts');
  assert.equal(await bob.getByLabel('Id').inputValue(), 'till-receipts');
  await bob.getByLabel('Id').fill('reports');
  await bob.getByRole('button', { name: 'Register it' }).click();
  await bob.getByText('There is an application with this id already.').waitFor();
  await isSound(bob);
  await bob.getByLabel('Id').fill('till');
  await bob.getByLabel('Description').fill('Prints <b>receipts</b> \u202Ein shops');
  await bob.getByLabel('Tags').fill('shop, #till, shop');
  await bob.getByRole('button', { name: 'Register it' }).click();
  await bob.getByRole('heading', { level: 1, name: 'Till & receipts' }).waitFor();
  await bob.getByText('#shop #till').waitFor();
  await owned.getByRole('link', { name: 'Till & receipts' }).click();
  await alice.getByText('Prints <b>receipts</b>').waitFor();
  await alice.getByText('It has no access and waits for none.').waitFor();

  const wish = { ...wishFor({ applicationId: 'till' }, 'till-orders'), resource: 'payments/payments-ledger' };
  await clientOf(stage, 'organization').post('/api/access', wish);
  const row = bob.getByRole('row').filter({ hasText: 'payments-ledger' });
  await row.getByText('Granted').waitFor();
  await alice.getByRole('row').filter({ hasText: 'payments-ledger' }).waitFor();
  await bob.getByText(/It has an active access/).waitFor({ state: 'attached' });
  await isSound(bob);

  await grace.goto('/applications/till');
  await grace.getByRole('button', { name: 'Bearbeiten' }).click();
  await grace.getByLabel('Name').fill('Kasse');
  await bob.getByRole('button', { name: 'Edit' }).click();
  await bob.getByLabel('Description').fill('Prints receipts');
  await bob.getByRole('button', { name: 'Save' }).click();
  await alice.getByText('Prints receipts', { exact: true }).waitFor();
  await grace.getByRole('button', { name: 'Speichern' }).click();
  await grace.getByRole('button', { name: 'Noch einmal beginnen, mit dem Stand von jetzt' }).click();
  assert.equal(await grace.getByLabel('Beschreibung').inputValue(), 'Prints receipts');
  await grace.getByLabel('Name').fill('Kasse');
  await isSound(grace);
  await grace.getByRole('button', { name: 'Speichern' }).click();
  await bob.getByRole('heading', { level: 1, name: 'Kasse' }).waitFor();

  await row.getByRole('link', { name: 'payments-ledger' }).click();
  await bob.getByRole('link', { name: 'application Kasse' }).waitFor();
  await clientOf(stage, 'bob').post('/api/access/till-orders/cancel', { comment: 'Not needed' });
  await bob.getByRole('link', { name: 'application Kasse' }).click();
  await bob.getByRole('button', { name: 'Delete' }).click();
  await bob.getByText('Kasse can ask for nothing any more').waitFor();
  await bob.getByRole('button', { name: 'Delete it now' }).click();
  await bob.waitForURL('**/teams/checkout');
  await bob.getByRole('region', { name: 'Data products and applications' }).waitFor();
  assert.equal(await bob.getByRole('link', { name: 'Kasse' }).count(), 0);
});

/** What checkout offers, under its contracts, and the product of analytics that may read it. */
async function publish(stage: Stage): Promise<void> {
  const organization = clientOf(stage, 'organization');
  for (const [kind, address, id] of [
    ['DataContract', 'datacontracts', 'orders'],
    ['DataContract', 'datacontracts', 'payments'],
    ['DataProduct', 'dataproducts', 'orders'],
    ['DataProduct', 'dataproducts', 'payments'],
    ['DataProduct', 'dataproducts', 'recommendations'],
    ['Application', 'applications', 'reports'],
  ] as const)
    await organization.put(`/api/${address}/${id}`, fernlane(kind, id));
}

function wishFor(consumer: object, id: string) {
  return { id, resource: 'orders/orders-latest', consumer, purpose: 'What customers may also like' };
}
