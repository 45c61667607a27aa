// Settings in the browser: what Dan changes holds, what others may not change says why, a key is shown once and ends when
// it is revoked, and sessions end on every screen but the own one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { emailOf, tokenOf } from '../cast.ts';
import { openProvider } from '../oidc/provider.ts';
import { isSound, openStage } from './stage.ts';

test('Dan changes what holds before owners say anything, and Alice reads why she cannot', async () => {
  await using stage = await openStage();
  const [dan, alice] = await Promise.all([
    stage.enters('dan'),
    stage.enters('alice', { phone: true, language: 'de-DE' }),
  ]);
  await dan.goto('/settings');
  const save = dan.getByRole('button', { name: 'Save' });
  assert.ok(await save.isDisabled(), 'nothing is changed yet');
  await dan.getByLabel('Name', { exact: true }).fill('Fernlane <b>GmbH</b>');
  await dan.getByRole('combobox', { name: 'Time zone' }).fill('Berlin');
  await dan.getByRole('option', { name: 'Europe/Berlin' }).click();
  await dan.getByLabel('How access is decided').selectOption('FourEyes');
  await dan.getByLabel('APIs').selectOption('90d');
  await dan.getByLabel('Organization keys decide about access').uncheck();
  await save.click();
  await dan.getByText('Saved.').waitFor();

  await alice.goto('/settings');
  await alice.getByText('Das ist denen vorbehalten, die Countersign betreiben.', { exact: false }).waitFor();
  await alice.getByText('Fernlane <b>GmbH</b>').waitFor();
  for (const shown of ['Europe/Berlin', 'Zwei Personen entscheiden', '90 Tage', 'nein'])
    await alice.getByText(shown, { exact: true }).first().waitFor();
  assert.equal(await alice.getByRole('button', { name: 'Speichern' }).count(), 0);

  await dan.getByLabel('Address for questions').fill('a'.repeat(10));
  await dan.getByLabel('Address of the logo').fill('https://fernlane.example/logo.svg');
  await dan.getByRole('link', { name: 'API keys' }).click();
  await dan.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
  assert.deepEqual(
    await dan.getByRole('navigation', { name: 'Settings' }).locator('[aria-current=page]').allTextContents(),
    ['API keys'],
  );
});

test('Bob makes a key for his team, sees it once, and takes it back', async () => {
  await using stage = await openStage();
  const bob = await stage.enters('bob');
  await bob.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await bob.goto('/settings/keys');
  await bob.getByRole('button', { name: 'Make a key' }).click();
  await bob.getByLabel('What it is for').fill('Nightly export');
  assert.ok(await bob.getByRole('radio', { name: /^The organization’s/ }).isDisabled());
  await bob.getByText('This is for the administrators of Countersign.').waitFor();
  await bob.getByRole('radio', { name: 'A team’s' }).check();
  await bob.getByRole('combobox', { name: 'Team' }).click();
  await bob.getByRole('option', { name: 'Platform' }).click();
  await bob.getByRole('button', { name: 'Make the key' }).click();
  await bob.getByText('Only an owner of the team may do this').first().waitFor();
  await bob.getByRole('combobox', { name: 'Team' }).click();
  await bob.getByRole('option', { name: 'Checkout' }).click();
  await isSound(bob);
  await bob.getByRole('button', { name: 'Make the key' }).click();
  const key = (await bob.getByText(/^cs_/).textContent()) ?? '';
  await bob.getByRole('button', { name: 'Copy' }).click();
  await bob.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await bob.evaluate<string>('navigator.clipboard.readText()'), key);
  await isSound(bob);
  const works = async () => (await fetch(`${stage.url}/api/me`, { headers: { 'x-api-key': key } })).status;
  assert.equal(await works(), 200);
  await bob.getByRole('button', { name: 'I have it' }).click();
  assert.equal(await bob.getByText(key).count(), 0, 'it is shown once');

  const row = bob.getByRole('row').filter({ hasText: 'Nightly export' });
  await row.getByText('by you').waitFor();
  await row.getByText(/^in [23] months/).waitFor();
  await row.getByRole('button', { name: 'Revoke Nightly export' }).click();
  const question = bob.getByRole('group', { name: 'Revoke Nightly export' });
  await question.getByText('stops working at once').waitFor();
  assert.equal(await works(), 200, 'only a question so far');
  await isSound(bob);
  await question.getByRole('button', { name: 'Revoke it now' }).click();
  await row.first().waitFor({ state: 'detached' });
  assert.equal(await works(), 403);

  const ivy = await stage.enters('ivy', { phone: true, dark: true });
  await ivy.goto('/settings/keys');
  await ivy.getByText('checkout-key').waitFor();
  await ivy.getByRole('button', { name: 'Make a key' }).click();
  assert.ok(await ivy.getByRole('checkbox', { name: 'It only reads' }).isDisabled());
  await isSound(ivy);
});

test('Alice sees where she is signed in, ends it elsewhere, and changes her password', async () => {
  await using stage = await openStage();
  const [here, there] = [await stage.window(), await stage.window({ phone: true })];
  const password = 'correct horse battery';
  const url = await invitation(stage.url);
  await here.goto(`/sign-in/link${new URL(url).hash}`);
  await here.getByRole('textbox', { name: 'Password' }).fill(password);
  await here.getByRole('button', { name: 'Open the account' }).click();
  await here.getByText('You are signed in.').waitFor();
  await there.goto('/sign-in?returnTo=/settings/sessions');
  await there.getByLabel('E-mail address').fill(emailOf('alice'));
  await there.getByRole('textbox', { name: 'Password' }).fill(password);
  await there.getByRole('button', { name: 'Sign in' }).click();
  await there.getByText('this window').waitFor();

  await here.goto('/settings/sessions');
  await here.getByText('this window').waitFor();
  assert.equal(await here.getByRole('row').filter({ hasText: 'Chrome on Linux' }).count(), 2);
  await here.getByRole('button', { name: 'End all others' }).click();
  await here.getByText('Everywhere but in this window').waitFor();
  await isSound(here);
  await here.getByRole('button', { name: 'End them now' }).click();
  await here.getByRole('button', { name: 'End all others' }).waitFor({ state: 'detached' });
  await there.reload();
  await there.waitForURL('**/sign-in?returnTo=**');

  await here.getByLabel('The present one').first().fill('wrong horse battery');
  await here.getByLabel('The new one').first().fill('two horses, no battery');
  await here.getByRole('button', { name: 'Change the password' }).click();
  await here.getByRole('alert').waitFor();
  await here.getByLabel('The present one').first().fill(password);
  await here.getByRole('button', { name: 'Change the password' }).click();
  await here.getByText('Changed. Every other session has ended.').waitFor();
  await here.getByText('No identity provider is set up here').waitFor();
});

test('groups of the identity provider are mapped by Dan, read by Ivy, and nobody else’s business', async () => {
  await using provider = await openProvider('http://127.0.0.1');
  await using stage = await openStage({
    secretKey: Buffer.alloc(32, 7),
    identityProvider: provider.settings,
  });
  const [dan, ivy, eve] = await Promise.all([
    stage.enters('dan'),
    stage.enters('ivy', { phone: true, language: 'de-DE' }),
    stage.enters('eve'),
  ]);
  await dan.goto('/settings/identity-provider');
  await dan.getByText(provider.settings.issuer).waitFor();
  await dan.getByText('No group gives anything yet').waitFor();
  await dan.getByRole('button', { name: 'Add a rule' }).click();
  const rule = dan.getByRole('group', { name: 'Rule 1' });
  await rule.getByLabel('Group').fill('checkout-leads');
  await rule.getByLabel('Role').selectOption('Owner');
  const apply = async () => {
    await dan.getByRole('button', { name: 'Apply the rules' }).click();
    await dan.getByRole('button', { name: 'Apply them now' }).click();
  };
  await apply();
  await rule.getByText('names either a team or a role in the installation').waitFor();
  await rule.getByRole('combobox', { name: 'Team' }).click();
  await dan.getByRole('option', { name: 'Checkout' }).click();
  await dan.getByRole('button', { name: 'Add a rule' }).click();
  const second = dan.getByRole('group', { name: 'Rule 2' });
  await second.getByLabel('Group').fill('it-operations');
  await second.getByLabel('Gives').selectOption('administrator');
  await dan.getByRole('radio', { name: 'Only members of these groups' }).check();
  await dan.getByRole('combobox', { name: 'Admitted groups' }).fill('staff');
  await dan.keyboard.press('Enter');
  await dan.keyboard.press('Escape');
  await dan.getByLabel('They have left here after').selectOption('7d');
  await isSound(dan);
  await apply();
  await dan.getByText('The rules hold now.').waitFor();

  await ivy.goto('/settings/identity-provider');
  await ivy.getByText('checkout-leads').waitFor();
  for (const shown of ['die Verwaltung von Countersign', 'staff', '7 Tage'])
    await ivy.getByText(shown, { exact: true }).waitFor();
  assert.equal(await ivy.getByRole('button', { name: 'Regeln anwenden' }).count(), 0);
  await isSound(ivy);

  await eve.goto('/settings/identity-provider');
  await eve.getByText('This is for the administrators and auditors of Countersign.').waitFor();
  await eve.getByRole('link', { name: 'My sessions' }).click();
  await eve.getByText('You have no password here.').waitFor();
  await eve.getByRole('button', { name: 'Connect my account at Fernlane sign-on' }).waitFor();
  await isSound(eve);
});

test('without an identity provider the page says how to set one up', async () => {
  await using stage = await openStage();
  const dan = await stage.enters('dan', { phone: true, dark: true });
  await dan.goto('/settings/identity-provider');
  await dan.getByText('COUNTERSIGN_OIDC_ISSUER').waitFor();
  await dan.getByText(`${stage.url}/api/sign-in/provider/callback`).waitFor();
  await isSound(dan);
});

async function invitation(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/organization/members/${emailOf('alice')}/invitation`, {
    method: 'POST',
    headers: { 'x-api-key': tokenOf('dan'), 'content-type': 'application/json' },
    body: '{}',
  });
  return ((await answer.json()) as { url: string }).url;
}
