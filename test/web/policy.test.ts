// Owners write how access is decided, and the page says what that means before it holds: to whom it goes, who would be
// left out, what becomes of the requests that wait, and that loosening takes a second owner. Two owners at once lose
// nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { emailOf, tokenOf, type KeyName } from '../cast.ts';
import { isSound, openStage, type Stage } from './stage.ts';

const page = '/resources/orders%2Flatest/policy';
const address = '/api/resources/orders%2Flatest/policy';

test('an owner sees what a policy would do before it holds, and others read it with the reason why they cannot change it', async () => {
  await using stage = await openStage();
  await call(stage, 'alice', 'POST', '/api/access', wish('a1', 'analytics'));
  await call(stage, 'eve', 'POST', '/api/access', wish('e1', 'partner-desk'));
  const [bob, alice] = await Promise.all([
    stage.enters('bob'),
    stage.enters('alice', { phone: true, dark: true }),
  ]);
  await bob.goto('/resources/orders%2Flatest');
  await bob.getByRole('link', { name: 'Change it' }).click();
  await bob.getByText('Nothing is changed yet.').waitFor();

  await bob.getByRole('radio', { name: 'Two different people' }).check();
  await bob.getByRole('radio', { name: 'People and teams that you name' }).first().check();
  await bob.getByText('names nobody').first().waitFor();
  assert.ok(await bob.getByRole('button', { name: 'Save' }).isDisabled());
  const people = bob.getByRole('combobox', { name: 'People' });
  await people.fill('bo');
  await bob.getByRole('option', { name: /^Bob/ }).click();
  await bob.keyboard.press('Escape');
  const outlook = bob.getByRole('region', { name: 'What it would say' });
  await outlook.getByText('Two different people have to allow it: Bob.').waitFor();
  await outlook.getByText(/needs 2, 1 may/).waitFor();
  await outlook.getByText('2 requests wait as before.').waitFor({ state: 'hidden' });
  await bob.getByRole('combobox', { name: 'Trusted teams' }).click();
  await bob.getByRole('option', { name: 'Analytics' }).click();
  await bob.keyboard.press('Escape');
  const effects = outlook.getByRole('listitem');
  await effects.filter({ hasText: 'team analytics: is granted at once' }).waitFor();
  await effects.filter({ hasText: 'team partner-desk: waits for Bob and Grace' }).waitFor();
  await isSound(bob);

  await alice.goto(page);
  await alice.getByText('and not change it: Only an owner of the team may do this.').waitFor();
  assert.equal(await alice.getByRole('radio').count(), 0);
  await isSound(alice);
  // What is not saved is not lost by a slip of the hand.
  await bob.getByRole('link', { name: 'Catalog' }).click();
  const leaving = bob.getByRole('dialog', { name: 'Leave without saving?' });
  await isSound(bob);
  await leaving.getByRole('button', { name: 'Keep writing' }).click();
  await leaving.waitFor({ state: 'detached' });
  await bob.getByRole('button', { name: 'Save' }).click();
  await bob.getByText('Saved. It holds from now on.').waitFor();
  await bob.getByRole('link', { name: 'Catalog' }).click();
  await bob.getByRole('heading', { level: 1, name: 'Catalog' }).waitFor();
  await alice.getByText('Two different people have to allow it: Bob.').waitFor();
  await alice.getByText('Granted at once to analytics, who are trusted.').waitFor();
  const { approvers, trusted } = await policyOf(stage);
  assert.deepEqual([approvers, trusted], [{ people: [emailOf('bob')], teams: [] }, ['analytics']]);
});

test('loosening what two people decide waits for a second owner, who sees what it would do and confirms it', async () => {
  await using stage = await openStage();
  await call(stage, 'bob', 'PUT', address, { strategy: 'FourEyes' });
  await call(stage, 'alice', 'POST', '/api/access', wish('a1', 'analytics'));
  const [bob, grace] = await Promise.all([
    stage.enters('bob'),
    stage.enters('grace', { phone: true, language: 'de-DE' }),
  ]);
  await Promise.all([bob.goto(page), grace.goto(page)]);
  await grace.getByText('Noch ist nichts geändert.').waitFor();
  await bob.getByRole('combobox', { name: 'Trusted teams' }).click();
  await bob.getByRole('option', { name: 'Analytics' }).click();
  await bob.keyboard.press('Escape');
  await bob.getByText('This loosens it: trusted team analytics.').waitFor();
  await bob.getByRole('button', { name: 'Propose' }).click();
  await bob.getByText('Proposed. It holds once another owner confirms it.').waitFor();
  const confirm = bob.getByRole('button', { name: 'Confirm it' });
  assert.equal(await confirm.getAttribute('aria-disabled'), 'true');
  await confirm.getByText('A second owner has to confirm this loosening').waitFor({ state: 'attached' });
  await isSound(bob);

  const proposal = grace.getByRole('region', { name: 'Vorgeschlagen, wartet auf einen zweiten Eigentümer' });
  await proposal.getByText('Das lockert sie: vertrautes Team analytics.').waitFor();
  await proposal.getByText('Team analytics: wird sofort erteilt').waitFor();
  await isSound(grace);
  await proposal.getByRole('button', { name: 'Bestätigen' }).click();
  await proposal.getByText('Es gilt sofort, für alle').waitFor();
  assert.deepEqual((await policyOf(stage)).trusted, [], 'nothing holds before it is confirmed');
  await proposal.getByRole('button', { name: 'Jetzt bestätigen' }).click();
  await proposal.waitFor({ state: 'hidden' });
  await bob.getByText('Proposed, and waiting for a second owner').waitFor({ state: 'hidden' });
  await bob.getByText('Granted at once to analytics, who are trusted.').waitFor();
  assert.deepEqual((await policyOf(stage)).trusted, ['analytics']);
});

test('of two owners who write at once, the slower one sees what the other has changed and loses nothing', async () => {
  await using stage = await openStage();
  const [bob, grace] = await Promise.all([stage.enters('bob'), stage.enters('grace')]);
  await Promise.all([bob.goto(page), grace.goto(page)]);
  await waitsAtMost(bob, '20');
  await bob.getByLabel('It lasts at most', { exact: true }).fill('5');
  await bob.getByText('30 days', { exact: true }).click();
  await bob.getByText('is longer than maximumDuration').first().waitFor();
  await isSound(bob);
  await bob.getByLabel('It lasts at most', { exact: true }).fill('60');

  await waitsAtMost(grace, '7');
  await grace.getByRole('checkbox', { name: /browser only/ }).check();
  await grace.getByRole('button', { name: 'Save' }).click();
  await grace.getByText('Saved. It holds from now on.').waitFor();

  const said = bob.getByRole('alert').filter({ hasText: 'Grace changed the policy while you were writing.' });
  await said.getByText('It is decided in the browser only, not in chat or mail.').waitFor();
  await said.getByText('Both of you changed: how long a request waits.').waitFor();
  assert.equal(await bob.getByLabel('A request waits at most', { exact: true }).inputValue(), '20');
  assert.ok(await bob.getByRole('checkbox', { name: /browser only/ }).isChecked());
  await isSound(bob);
  await bob.getByRole('button', { name: 'Save' }).click();
  await bob.getByText('Saved. It holds from now on.').waitFor();
  const { deadline, inBrowser, durations, maximumDuration } = await policyOf(stage);
  assert.deepEqual([deadline, inBrowser, durations, maximumDuration], ['20d', true, ['30d'], '60d']);
  await said.waitFor({ state: 'hidden' });
});

async function waitsAtMost(owner: Page, days: string): Promise<void> {
  await owner.getByText('Nothing is changed yet.').waitFor();
  await owner.getByLabel('A request waits at most', { exact: true }).fill(days);
}

function wish(id: string, teamId: string): object {
  return { id, resource: 'orders/latest', consumer: { teamId }, purpose: 'Weekly revenue' };
}

async function policyOf(stage: Stage): Promise<Record<string, unknown>> {
  const answer = await fetch(stage.url + address, { headers: { 'x-api-key': tokenOf('bob') } });
  return (await answer.json()) as Record<string, unknown>;
}

async function call(
  { url }: Stage,
  key: KeyName,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<void> {
  const headers = { 'x-api-key': tokenOf(key), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.text());
}
