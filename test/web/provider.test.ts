// Coming in at the identity provider, in a browser and at a real provider with a page of its own: the first time, in
// vain, once more because a policy demands it, and out again. What the server makes of an answer of the provider is in
// test/oidc; here it is what people see on the way.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { resourceInto, tokenOf, type KeyName } from '../cast.ts';
import { openProvider, type ProviderHere } from '../oidc/provider.ts';
import { person } from '../oidc/setting.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('somebody comes in by the provider for the first time, is led where they wanted, and goes out there too', async () => {
  await using stage = await openWithProvider();
  stage.provider.accounts.set('f-1', person('frank'));
  const frank = await stage.window({ phone: true });
  await frank.goto('/my-access');
  await frank.waitForURL('**/sign-in?returnTo=**');
  await frank.getByRole('link', { name: 'Sign in with Fernlane sign-on' }).waitFor();
  await isSound(frank);
  await frank.getByRole('link', { name: 'Sign in with Fernlane sign-on' }).click();
  await proves(frank, 'f-1');
  await frank.waitForURL('**/my-access');
  await frank.getByText('You have no access yet').waitFor();

  await frank.getByRole('button', { name: 'Frank: account' }).click();
  await frank.getByRole('button', { name: 'Sign out' }).click();
  await frank.waitForURL(`${stage.provider.settings.issuer}/**`);
  await frank.getByRole('button', { name: 'Yes, sign me out' }).click();
  await frank.waitForURL('**/sign-in**');
  // Who sits there now and is signed in here cannot have his account, and is told so where they tried.
  await stage.signIn(frank, 'alice');
  await frank.goto('/settings/sessions');
  await frank.getByRole('button', { name: 'Connect my account' }).click();
  await proves(frank, 'f-1');
  await frank.waitForURL('**/settings/sessions?problem=*');
  await frank.getByRole('alert').getByText('connected to somebody else here').waitFor();
  await isSound(frank);
});

test('whoever is in no admitted group is told so, in their language', async () => {
  await using stage = await openWithProvider();
  stage.provider.accounts.set('f-1', person('frank', ['visitors']));
  await call(stage, 'dan', 'PUT', '/api/identity-provider', { admit: ['staff'] });
  const frank = await stage.window({ language: 'de-DE' });
  await frank.goto('/sign-in');
  await frank.getByRole('link', { name: 'Anmelden mit Fernlane sign-on' }).click();
  await proves(frank, 'f-1');
  await frank.getByRole('alert').getByText('Keine Ihrer Gruppen ist hier zugelassen.').waitFor();
  await isSound(frank);
});

test('a decision that takes a stronger sign-in leads to it and back, with the comment still in the form', async () => {
  await using stage = await openWithProvider();
  stage.provider.accounts.set('b-1', person('bob'));
  const signIn = { acr: ['mfa'], maxAge: null };
  await resourceInto(stage.pool, 'payments/ledger', 'checkout', { signIn });
  await asks(stage, 'by-page');
  await asks(stage, 'by-inbox');
  const bob = await stage.window({ phone: true });
  await bob.goto('/access/by-page');
  await bob.getByRole('link', { name: 'Sign in with Fernlane sign-on' }).click();
  await proves(bob, 'b-1', 'Password');
  await bob.getByText('It is your turn to decide.').waitFor();
  await bob.getByRole('button', { name: 'Approve', exact: true }).click();
  await bob.getByLabel('Comment (optional)').fill('Aggregates <b>only</b>');
  await bob.getByText('The policy demands that you sign in again before you decide').waitFor();
  assert.equal(await bob.getByRole('button', { name: 'Approve now' }).count(), 0);
  await isSound(bob);

  await bob.getByRole('button', { name: 'Sign in again to decide' }).click();
  await proves(bob, 'b-1', 'Password');
  await bob.getByRole('alert').getByText('You are signed in, but not in the way').waitFor();
  await isSound(bob);
  await bob.getByRole('link', { name: 'You are still signed in as Bob' }).click();
  assert.equal(await bob.getByLabel('Comment (optional)').inputValue(), 'Aggregates <b>only</b>');
  await bob.getByRole('button', { name: 'Sign in again to decide' }).click();
  await proves(bob, 'b-1', 'Password and phone');
  await bob.waitForURL('**/access/by-page');
  assert.equal(await bob.getByLabel('Comment (optional)').inputValue(), 'Aggregates <b>only</b>');
  await bob.getByRole('button', { name: 'Approve now' }).click();
  await bob.getByText('Bob agreed').waitFor();
  await bob.getByText('Aggregates <b>only</b>').waitFor();

  // The session that was proved more strongly is over; in the inbox it is the row that stands open again.
  await bob.context().clearCookies();
  await bob.goto('/');
  await bob.getByRole('link', { name: 'Sign in with Fernlane sign-on' }).click();
  await proves(bob, 'b-1', 'Password');
  await bob.getByRole('button', { name: 'Reject', exact: true }).click();
  await bob.getByLabel('Comment').fill('Not for marketing');
  await bob.getByRole('button', { name: 'Sign in again to decide' }).click();
  await proves(bob, 'b-1', 'Password and phone');
  assert.equal(await bob.getByLabel('Comment').inputValue(), 'Not for marketing');
  await bob.getByRole('button', { name: 'Reject now' }).click();
  await bob.getByText('Rejected.').waitFor();
  const kept = await bob.evaluate<string>('JSON.stringify(sessionStorage)');
  assert.doesNotMatch(kept, /marketing/, 'nothing is kept of what is done');
});

interface StageWithProvider extends Stage {
  readonly provider: ProviderHere;
}

async function openWithProvider(): Promise<StageWithProvider> {
  await using opened = new AsyncDisposableStack();
  let provider: ProviderHere | undefined;
  const stage = await openStage(async (url) => {
    provider = opened.use(await openProvider(url));
    provider.who = null;
    return { secretKey: Buffer.alloc(32, 7), identityProvider: provider.settings };
  });
  const close = stage[Symbol.asyncDispose].bind(stage);
  opened.defer(close);
  const all = opened.move();
  return { ...stage, provider: provider!, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Fills in the page of the provider. */
async function proves(page: Page, account: string, proof = 'Password'): Promise<void> {
  await page.getByRole('textbox', { name: 'Account' }).fill(account);
  await page.getByLabel('Proof').selectOption(proof);
  await page.getByRole('button', { name: 'Prove it' }).click();
}

async function asks(stage: Stage, id: string): Promise<void> {
  const consumer = { teamId: id === 'by-page' ? 'analytics' : 'partner-desk' };
  const asker = id === 'by-page' ? 'alice' : 'eve';
  const wish = { id, resource: 'payments/ledger', consumer, purpose: 'Weekly revenue' };
  await call(stage, asker, 'POST', '/api/access', wish);
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
