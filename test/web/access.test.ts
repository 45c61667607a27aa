// The page of one agreement, from both sides: under which terms it was asked and what they say by now, what an external
// system keeps about its decision, how the target is and who may have it tried again, what would change, and every act
// with the reason why it is not possible.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { KeyId } from '../../src/core/ids.ts';
import { resourceInto } from '../cast.ts';
import { applyFernlane, fernlane } from '../fernlane.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('the terms that were accepted stay on the page, beside what they say by now', async () => {
  await using stage = await openStage();
  const organization = clientOf(stage, 'organization');
  await organization.put('/api/teams/fulfilment', { id: 'fulfilment', name: 'Fulfilment', type: 'Team' });
  await applyFernlane(organization);
  const alice = await stage.enters('alice');
  await alice.goto('/resources/orders%2Forders-latest/request?for=team:analytics');
  await alice.getByLabel('What do you need it for?').fill('Weekly revenue');
  await alice.getByRole('button', { name: 'Send the request' }).click();
  await alice.getByRole('heading', { name: 'orders-latest for team analytics' }).waitFor();
  const terms = alice.getByRole('region', { name: 'Terms when it was asked' });
  await terms.getByText('Accepted by asking: the contract Orders 1.4.0.').waitFor();
  await terms.getByText('Not for contacting customers.').waitFor();
  assert.equal(await terms.getByText('The terms have changed since').count(), 0);

  const contract = fernlane('DataContract', 'orders');
  contract.description.limitations = 'Not for contacting customers, nor for prices.';
  await organization.put('/api/datacontracts/orders', contract);
  await alice.reload();
  await terms.getByText('The terms have changed since. Now they are:').waitFor();
  await terms.getByText('Not for contacting customers, nor for prices.').waitFor();
  await terms.getByText('Not for contacting customers.', { exact: true }).waitFor();

  // What is granted can be asked for longer, and what would change stands beside it.
  const id = new URL(alice.url()).pathname.slice('/access/'.length);
  await clientOf(stage, 'bob').post(`/api/access/${id}/approve`, { terms: { duration: '8h' } });
  await alice.getByRole('button', { name: 'Renew' }).click();
  const renewal = alice.getByRole('form', { name: 'Renew' });
  await renewal.getByText('One of Bob, Carol and Grace would decide.').waitFor();
  await isSound(alice);
  await renewal.getByRole('button', { name: 'Do it now' }).click();
  await alice.getByText('Alice asked for more time').waitFor();
  await alice.getByText('What changes').waitFor();
  await alice.getByText('What is not possible now, and why').click();
  const renew = alice.getByRole('button', { name: 'Renew' });
  assert.equal(await renew.getAttribute('aria-disabled'), 'true');
  await alice.getByText('A request is open already').waitFor();
  await isSound(alice);
});

test('what an external system keeps about its decision is shown, and only web addresses are links', async () => {
  await using stage = await openStage();
  const external = { key: 'key-pipeline' as KeyId, name: 'the ticket system', url: null };
  await resourceInto(stage.pool, 'payments/ledger', 'checkout', { strategy: 'External', external });
  await asks(stage, 'payments/ledger');
  const bob = await stage.enters('bob', { phone: true, language: 'de-DE' });
  await bob.goto('/access/payments-ledger');
  await bob.getByText('Es wartet auf the ticket system.').waitFor();
  await clientOf(stage, 'pipeline').post('/api/access/payments-ledger/approve', {
    comment: 'Approved in the board of Tuesday',
    approver: 'Frank',
    links: { ticket: 'https://tickets.fernlane.example/T-17', trap: 'javascript:alert(1)' },
    custom: { risk: 'low' },
  });
  const link = bob.getByRole('link', { name: 'ticket' });
  await link.waitFor();
  assert.equal(await link.getAttribute('href'), 'https://tickets.fernlane.example/T-17');
  assert.equal(await link.getAttribute('rel'), 'noreferrer noopener');
  await bob.getByText('javascript:alert(1)').waitFor();
  assert.equal(await bob.getByRole('link', { name: 'trap' }).count(), 0);
  await bob.getByText('Approved in the board of Tuesday').waitFor();
  await bob.getByText('low').waitFor();
  await isSound(bob);
});

test('a target that failed says why and when it is tried again, and who runs it has that done now', async () => {
  await using stage = await openStage();
  await asks(stage, 'orders/latest');
  await clientOf(stage, 'bob').post('/api/access/orders-latest/approve');
  await failsAtTarget(stage);
  const [bob, dan] = await Promise.all([stage.enters('bob', { dark: true }), stage.enters('dan')]);
  await Promise.all([bob.goto('/access/orders-latest'), dan.goto('/access/orders-latest')]);
  const target = bob.getByRole('region', { name: 'At the target' });
  await target.getByText('shop: could not be opened').waitFor();
  await target.getByText('The role "analytics" does not exist there.').waitFor();
  await target.getByText('tries again in 1 hour').waitFor();
  const again = target.getByRole('button', { name: 'Try again now' });
  assert.equal(await again.getAttribute('aria-disabled'), 'true');
  await again.focus();
  await bob.getByRole('tooltip', { name: 'This is for the administrators of Countersign.' }).waitFor();
  await isSound(bob);
  await dan.getByRole('button', { name: 'Try again now' }).click();
  await dan.getByText('is being tried again').waitFor();
});

async function failsAtTarget({ pool }: Stage): Promise<void> {
  await pool.query(
    `insert into target (id, kind, name, settings) values ('shop', 'postgresql', 'The shop', '{"database": "shop"}')`,
  );
  await pool.query(
    `update resource set target_id = 'shop', binding = '{"schema": "shop"}' where id = 'orders/latest'`,
  );
  await pool.query(
    `insert into provisioning (resource_id, target_id, binding, next_run, failures, alarming, last_run)
     values ('orders/latest', 'shop', '{"schema": "shop"}', now() + interval '61 minutes', 4, true, now())`,
  );
  await pool.query(
    `insert into entitlement (access_id, target_id, resource_id, principal, level, status, reason)
     values ('orders-latest', 'shop', 'orders/latest', 'analytics', 'read', 'provisioning-failed', 'The role "analytics" does not exist there.')`,
  );
}

/** Alice asks for her team; the access is called like the resource. */
async function asks(stage: Stage, resource: string): Promise<void> {
  const id = resource.replace('/', '-');
  const consumer = { teamId: 'analytics' };
  await clientOf(stage, 'alice').post('/api/access', { id, resource, consumer, purpose: 'Weekly revenue' });
}
