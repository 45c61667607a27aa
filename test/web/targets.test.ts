// Targets in the browser, with a real database as the target: Dan sees at one look what fails and why, has it mended,
// makes an agreement of a way in that nobody knew of, and lets targets be changed again after a restore.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import { provisionDue, usualWork } from '../../src/app/provision-due.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { openShop, type Shop } from '../connectors/postgresql/shop.ts';
import { sharedServer } from '../postgres.ts';
import { bind, port, targetInto } from '../provisioning/setting.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('a target that fails says why and when it is tried again, what is lacking there, and when it is in line', async () => {
  await using shop = await openOwnShop();
  await using stage = await openStageAt(shop);
  const [dan, ivy, bob, alice] = await Promise.all([
    stage.enters('dan'),
    stage.enters('ivy', { phone: true, dark: true, language: 'de-DE' }),
    stage.enters('bob'),
    stage.enters('alice', { phone: true }),
  ]);
  await send(stage.url, 'checkout-key', 'PUT', '/api/connectors/snowflake', {
    info: { type: 'snowflake' },
    state: { lastEventId: 'e-17' },
  });
  await grant(stage.url, 'first', 'analytics');
  await settle(stage);

  await dan.goto('/targets');
  const row = dan.getByRole('listitem').filter({ hasText: 'The shop' });
  await row.getByText('Fails, is tried again').waitFor();
  await row.getByText('Last error, at orders/latest').waitFor();
  await row.getByText(/Failed once, tries again/).waitFor();
  await row.getByText(/role "analytics"/i).waitFor();
  await dan.getByRole('cell', { name: 'lastEventId: e-17' }).waitFor();
  await ivy.goto('/targets/shop');
  await ivy.getByText('Erteilt, und nicht da').waitFor();
  await ivy.getByText('analytics: liest').waitFor();
  await isSound(ivy);
  assert.equal(
    await ivy.getByRole('button', { name: /^Jetzt prüfen/ }).getAttribute('aria-disabled'),
    'true',
    'she changes nothing, and is told so',
  );
  await bob.goto('/targets');
  await bob.getByRole('alert').waitFor();
  assert.equal(await bob.getByRole('link', { name: 'Targets' }).count(), 0);
  await isSound(bob);

  // Both sides of the agreement see it where they are, without being told to ask somebody.
  await Promise.all([alice, bob].map((side) => side.goto('/access/first')));
  for (const side of [alice, bob]) {
    const target = side.getByRole('region', { name: 'At the target' });
    await target.getByText('shop: could not be opened').waitFor();
    await target.getByText(/role "analytics"/i).waitFor();
    await target.getByText(/tries again|is being tried again/).waitFor();
    await side.getByText('The target could not be opened').waitFor();
  }

  const own = String(shop.target.settings['user']);
  await shop.admin(`alter role ${own} nocreaterole`);
  await row.getByRole('link', { name: 'The shop' }).click();
  await dan.getByRole('button', { name: 'Check now' }).click();
  await dan
    .getByText(`alter role "${own}" createrole;`)
    .or(dan.getByText(`alter role ${own} createrole;`))
    .waitFor();
  await isSound(dan);
  await shop.admin(`alter role ${own} createrole`);
  await dan.getByRole('button', { name: 'Check now' }).click();
  await dan.getByText('Countersign can do its work there.').waitFor();

  await nameAtTarget(stage, 'analytics', await shop.role('analytics'));
  await dan.getByRole('button', { name: 'Bring in line now' }).click();
  await dan.getByText('Begun for one resource.').waitFor();
  await work(stage);
  await dan.getByRole('main').getByText('In line').first().waitFor();
  await ivy.getByText('Stimmt', { exact: true }).first().waitFor();
  const opened = [alice, bob].map((side) => side.getByText('shop: open', { exact: true }).waitFor());
  await workUntil(stage, Promise.all(opened));
  assert.equal(await shop.can(await shop.role('analytics'), 'read'), true);
});

test('a way in that nobody agreed to becomes an agreement, and frozen targets wait for a word', async () => {
  await using shop = await openOwnShop();
  await using stage = await openStageAt(shop);
  const [dan, phone] = await Promise.all([stage.enters('dan'), stage.enters('dan', { phone: true })]);
  const partner = await shop.role('partner_desk');
  await shop.admin(`grant usage on schema shop to ${partner}; grant select on shop.orders to ${partner}`);
  await settle(stage);

  await dan.goto('/targets/shop');
  await dan.getByText(`Role "${partner}" may read shop.orders, by a privilege of its own.`).waitFor();
  await dan.getByRole('button', { name: `Make an agreement of it: ${partner}` }).click();
  await dan.getByRole('combobox', { name: 'Team' }).click();
  await dan.getByRole('option', { name: 'Partner-desk' }).click();
  await dan.getByLabel('What is it needed for?').fill('Resellers ask for orders of past years');
  await dan.getByLabel('Last day (optional)').fill('2099-12-31');
  await isSound(dan);
  await dan.getByRole('button', { name: 'Make the agreement' }).click();
  await dan.getByRole('alert').getByText(`the consumer is called "partner-desk", not "${partner}"`).waitFor();
  await nameAtTarget(stage, 'partner-desk', partner);
  await dan.getByRole('button', { name: 'Make the agreement' }).click();
  await dan.getByRole('link', { name: 'Open the agreement' }).click();
  await dan.getByRole('heading', { level: 1, name: 'latest for team Partner-desk' }).waitFor();
  await dan.getByText('Dan imported the agreement as granted').waitFor();

  await stage.pool.query('update organization set frozen = true');
  await settle(stage);
  await phone.goto('/targets');
  await phone.getByText('Targets are frozen after a restore').waitFor();
  await phone.getByRole('button', { name: 'Let targets be changed again' }).click();
  await phone.getByText('One access that is granted here and not there is opened.').waitFor();
  await phone.getByText('No access is taken away.').waitFor();
  await isSound(phone);
  await phone.getByRole('button', { name: 'Do it now' }).click();
  await phone.getByText('Targets are frozen after a restore').waitFor({ state: 'detached' });
  await work(stage);
  await shop.admin(`revoke select on shop.orders from ${partner}`);
  assert.equal(await shop.can(partner, 'read'), true, 'the agreement carries on');
});

async function openOwnShop(): Promise<Shop> {
  const { connection } = await sharedServer();
  return openShop({ connection, [Symbol.asyncDispose]: async () => {} });
}

async function openStageAt(shop: Shop): Promise<Stage> {
  const stage = await openStage();
  await stage.pool.query('update organization set installation_id = $1', [randomUUID()]);
  await targetInto(stage.pool, shop);
  await bind(stage.pool, port, { schema: 'shop' });
  return stage;
}

/** What the follower of the log does, and then every run that is due. */
async function settle(stage: Stage): Promise<void> {
  await makeDue(stage.pool, [{ resource: port }], Date.now());
  await work(stage);
}

async function work({ countersign: { provisioning } }: Stage): Promise<void> {
  await provisionDue({ ...provisioning, random: () => 1 }, usualWork);
}

/** Others change roles of the same PostgreSQL meanwhile; a run that met them is tried again. */
async function workUntil(stage: Stage, shown: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const done = shown.finally(() => over.abort());
  while (!over.signal.aborted) {
    await stage.pool.query('update provisioning set next_run = now() where failures > 0');
    await work(stage);
    await delay(300, undefined, { signal: over.signal }).catch(() => {});
  }
  await done;
}

async function nameAtTarget({ pool }: Stage, team: string, role: string): Promise<void> {
  await pool.query(
    `update team set document = (document::jsonb || jsonb_build_object('custom', $2::jsonb))::json where id = $1`,
    [team, JSON.stringify({ databaseRole: role })],
  );
}

async function grant(url: string, id: string, team: string): Promise<void> {
  const wish = { id, resource: port, consumer: { teamId: team }, purpose: 'Weekly revenue' };
  await send(url, 'organization', 'POST', '/api/access', wish);
  await send(url, 'bob', 'POST', `/api/access/${id}/approve`);
}

async function send(url: string, key: KeyName, method: string, path: string, body: object = {}) {
  const headers = { 'x-api-key': tokenOf(key), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.text());
}
