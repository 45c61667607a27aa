// The bell: what one is told appears by itself, leads to what it is about, and is read then.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { tellAll } from '../notices/setting.ts';
import { clientOf } from './over-the-wire.ts';
import { isSound, openStage, type Stage } from './stage.ts';

const toldIn = (stage: Stage) => tellAll({ pool: stage.pool, telling: stage.countersign.telling });

test('Bob hears of a request by the bell, opens it there, and it is read', async () => {
  await using stage = await openStage();
  const bob = await stage.enters('bob');
  await bob.goto('/catalog');
  await bob.getByRole('button', { name: 'Notices: nothing new' }).waitFor();
  await bob.locator('.live[data-on=true]').waitFor();
  for (const [id, consumer] of [
    ['a1', { teamId: 'analytics' }],
    ['a2', { userId: 'alice@fernlane.example' }],
  ] as const)
    await clientOf(stage, 'alice').post('/api/access', {
      id,
      resource: 'orders/latest',
      purpose: 'Weekly <b>report</b>',
      consumer,
    });
  await toldIn(stage);
  await bob.getByRole('button', { name: 'Notices: 2 unread' }).click();
  const list = bob.getByRole('dialog', { name: 'Notices' });
  await list.getByText('Purpose: Weekly <b>report</b>').first().waitFor();
  await isSound(bob);
  if (process.env['PICTURES']) await bob.screenshot({ path: `${process.env['PICTURES']}/bell.png` });
  await list.getByRole('link', { name: 'Alice asks for access to latest' }).first().click();
  await bob.waitForURL(/\/access\/a2$/);
  await bob.getByRole('button', { name: 'Notices: 1 unread' }).click();
  await list.getByRole('button', { name: 'Mark all as read' }).click();
  await bob.getByRole('button', { name: 'Notices: nothing new' }).waitFor();
  assert.equal(await list.getByRole('button', { name: 'Mark all as read' }).count(), 0);
});

test('the list of the bell is sound on a phone, in the dark and in German', async () => {
  await using stage = await openStage();
  await clientOf(stage, 'alice').post('/api/access', {
    id: 'a1',
    resource: 'orders/latest',
    purpose: 'Bericht',
    consumer: { teamId: 'analytics' },
  });
  await toldIn(stage);
  const bob = await stage.enters('bob', { phone: true, dark: true, language: 'de-DE' });
  await bob.goto('/catalog');
  await bob.getByRole('button', { name: 'Mitteilungen: 1 ungelesen' }).click();
  await bob.getByText('Alice bittet um Zugang zu latest').waitFor();
  await isSound(bob);
  if (process.env['PICTURES']) await bob.screenshot({ path: `${process.env['PICTURES']}/bell-phone.png` });
});

test('Bob wants one mail a day and says when', async () => {
  await using stage = await openStage();
  const bob = await stage.enters('bob');
  await bob.goto('/settings/notices');
  await bob.getByText('No mail server is set up here').waitFor();
  await bob.getByLabel('When mail comes').selectOption('daily');
  await bob.getByLabel('The daily mail comes at').fill('07:15');
  await bob.getByLabel('Language of mail').selectOption('de');
  await isSound(bob);
  await bob.getByRole('button', { name: 'Save' }).click();
  await bob.getByText('Saved.').waitFor();
  if (process.env['PICTURES']) await bob.screenshot({ path: `${process.env['PICTURES']}/setting.png` });
  await bob.reload();
  assert.equal(await bob.getByLabel('The daily mail comes at').inputValue(), '07:15');
  await bob.getByLabel('When mail comes').selectOption('at-once');
  await bob.getByLabel('Quiet hours').check();
  await bob.getByLabel('From').fill('19:00');
  await bob.getByRole('button', { name: 'Save' }).click();
  await bob.getByText('Saved.').waitFor();
  const { body } = await clientOf(stage, 'bob').get('/api/me/notice-setting');
  assert.deepEqual([body.mail, body.quiet], ['at-once', { from: '19:00', until: '07:00' }]);
});

test('Bob has his team told in a channel, sees that it fails, and takes it away', async () => {
  await using stage = await openStage({ secretKey: randomBytes(32) });
  const bob = await stage.enters('bob');
  await bob.goto('/teams/checkout');
  await bob.getByRole('button', { name: 'Add a channel' }).click();
  const form = bob.getByRole('form', { name: 'Add a channel' });
  await form.getByLabel('Name').fill('Requests');
  await form.getByLabel('Address of the webhook').fill('https://10.0.0.1/hook');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('may not be reached').first().waitFor();
  await form.getByLabel('Address of the webhook').fill('https://hooks.slack.com/services/T/B/secret');
  await form.getByRole('button', { name: 'Save' }).click();
  await bob.getByText('Slack · https://hooks.slack.com/***').waitFor();
  await stage.pool.query(
    `update notification_channel set alarming_since = now(), last_error = 'The chat answered with status 404.'`,
  );
  await bob.reload();
  await bob.getByText('Messages do not get through').waitFor();
  await isSound(bob);
  if (process.env['PICTURES'])
    await bob.screenshot({ path: `${process.env['PICTURES']}/channel.png`, fullPage: true });
  await bob.getByRole('button', { name: 'Change Requests' }).click();
  await isSound(bob);
  await bob.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await bob.getByRole('button', { name: 'Delete it now' }).click();
  await bob.getByText('This team is told in no channel').waitFor();
});
