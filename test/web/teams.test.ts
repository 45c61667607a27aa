// Teams and people in the browser: the tree and what is searched in it, one team with who decides for it, changing it in
// place while somebody else does the same, and what administrators do about people.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { emailOf, tokenOf } from '../cast.ts';
import { isSound, openStage } from './stage.ts';

const checkout = {
  id: 'checkout',
  name: 'Checkout',
  type: 'Team',
  parent: 'commerce',
  description: 'Cart <b>and</b> \u202Epayment',
  tags: ['shop'],
  links: { homepage: 'https://fernlane.example', script: 'javascript:alert(1)' },
  custom: { channel: 'c' },
  members: [
    { emailAddress: emailOf('bob'), role: 'Owner' },
    { emailAddress: emailOf('carol'), role: 'Approver' },
  ],
};

test('Alice finds the team that owns what she needs, and sees who decides, what it owns and who is next', async () => {
  await using stage = await openStage();
  await put(stage.url, 'organization', '/api/teams/checkout', checkout);
  const consumer = { teamId: 'analytics' };
  const wish = { id: 'orders', resource: 'orders/latest', consumer, purpose: 'Weekly revenue' };
  await post(stage.url, 'alice', '/api/access', wish);
  const alice = await stage.enters('alice');

  await alice.goto('/teams');
  const tree = alice.getByRole('list', { name: 'Tree of teams' });
  await tree.getByRole('link', { name: 'Checkout' }).waitFor();
  await tree.getByText('2 people · 1 output port').waitFor();
  await tree.getByText('you: member').waitFor();
  await alice.getByRole('button', { name: 'Teams below Commerce' }).press('Enter');
  assert.equal(await tree.getByRole('link', { name: 'Checkout' }).count(), 0);
  await alice.getByLabel('Search teams').fill('check');
  await alice.getByText('One team').waitFor();
  await alice.waitForURL('**/teams?q=check');
  await alice.getByLabel('Search teams').fill('nowhere');
  await alice.getByText('No team is called like that').waitFor();
  await isSound(alice);

  await alice.goto('/teams/checkout');
  const grace = alice.getByRole('row').filter({ hasText: 'Grace' });
  await grace.getByRole('link', { name: 'from team Commerce' }).waitFor();
  await grace.getByText('decides about access').waitFor();
  await alice.getByText('Cart <b>and</b>').waitFor();
  await alice.getByText('script: javascript:alert(1)').waitFor();
  const given = alice.getByRole('row').filter({ hasText: 'team analytics' });
  await given.getByText('one of Bob, Carol or Grace').waitFor();
  const edit = alice.getByRole('button', { name: 'Edit the team' });
  await edit.getByText(/owner/).waitFor();
  await edit.click({ force: true });
  assert.equal(await alice.getByLabel('Description').count(), 0);
  assert.match(
    await alice.getByRole('link', { name: 'Show in the mesh' }).getAttribute('href').then(String),
    /at=team/,
  );

  await alice.goto('/resources/orders%2Flatest');
  const goesOn = alice.waitForRequest(/changes\/stream.*subject=checkout.*after=/);
  await alice.getByRole('link', { name: 'of team checkout' }).click();
  await alice.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor();
  await goesOn;
});

test('Bob changes the team in place, Alice sees it at once, and the slower change of Grace loses no word', async () => {
  await using stage = await openStage();
  await put(stage.url, 'organization', '/api/teams/checkout', checkout);
  const [alice, bob, grace] = await Promise.all([
    stage.enters('alice', { dark: true }),
    stage.enters('bob', { phone: true }),
    stage.enters('grace'),
  ]);
  await Promise.all([alice, bob, grace].map((page) => page.goto('/teams/checkout')));
  await grace.getByRole('button', { name: 'Edit the team' }).click();
  await grace.getByLabel('Description').fill('Everything until the parcel leaves');

  await bob.getByRole('button', { name: 'Edit the team' }).click();
  assert.ok(await bob.getByRole('combobox', { name: 'Belongs to' }).isDisabled());
  await bob.getByLabel('Type').selectOption('Domain Team');
  await bob.getByLabel('Tags').fill('shop, #paid');
  await bob.getByRole('button', { name: 'Add a link' }).click();
  await bob.getByLabel('Name of link 3').fill('wiki');
  await bob.getByLabel('Address of link 3').fill('https://wiki.fernlane.example');
  await bob.getByRole('button', { name: 'Remove link 2' }).click();
  await bob.getByLabel('Role of Carol').selectOption('Owner');
  await bob.getByRole('combobox', { name: 'Add somebody' }).fill('ali');
  await bob.getByRole('option', { name: 'Alice' }).click();
  await bob.getByLabel('Role of alice@fernlane.example').waitFor();
  await isSound(bob);
  await bob.getByRole('button', { name: 'Save' }).click();
  await bob.getByRole('button', { name: 'Edit the team' }).waitFor();
  const mine = alice.getByRole('row').filter({ hasText: 'Alice' });
  await mine.getByText('Member', { exact: true }).waitFor();

  await grace.getByRole('button', { name: 'Save' }).click();
  await grace.getByRole('alert').getByText('It has changed since you last saw it').waitFor();
  assert.equal(await grace.getByLabel('Description').inputValue(), 'Everything until the parcel leaves');
  await isSound(grace);
  await grace.getByRole('button', { name: 'Start again from how it stands now' }).click();
  await grace.getByLabel('Role of Alice').waitFor();
  await grace.getByRole('button', { name: 'Remove Alice' }).click();
  await grace.getByRole('button', { name: 'Save' }).click();
  await mine.waitFor({ state: 'detached' });

  const stored = await get(stage.url, '/api/teams/checkout');
  assert.deepEqual(stored, {
    ...checkout,
    type: 'Domain Team',
    tags: ['shop', 'paid'],
    links: { homepage: 'https://fernlane.example', wiki: 'https://wiki.fernlane.example' },
    members: [
      { emailAddress: emailOf('bob'), role: 'Owner' },
      { emailAddress: emailOf('carol'), role: 'Owner' },
    ],
  });
});

test('Dan adds a team, moves and deletes it, adds a person, invites, and erases for good; Bob is told why he cannot', async () => {
  await using stage = await openStage();
  const [dan, bob] = await Promise.all([
    stage.enters('dan'),
    stage.enters('bob', { phone: true, dark: true, language: 'de-DE' }),
  ]);
  await dan.goto('/teams');
  await dan.getByRole('button', { name: 'Add a team' }).click();
  await dan.getByLabel('Name').fill('Rücksendungen & Co');
  assert.equal(await dan.getByLabel('Id').inputValue(), 'rucksendungen-co');
  await dan.getByLabel('Id').fill('checkout');
  await dan.getByRole('button', { name: 'Add the team' }).click();
  await dan.getByText('There is a team with this id already.').waitFor();
  await isSound(dan);
  await dan.getByLabel('Id').fill('returns');
  await dan.getByRole('combobox', { name: 'Belongs to' }).fill('check');
  await dan.getByRole('option', { name: 'Commerce › Checkout' }).click();
  await dan.getByRole('button', { name: 'Add the team' }).click();
  await dan.getByRole('heading', { level: 1, name: 'Rücksendungen & Co' }).waitFor();
  await dan.getByRole('row').filter({ hasText: 'Bob' }).getByText('from team Checkout').waitFor();
  await dan.getByRole('button', { name: 'Edit the team' }).click();
  const parent = dan.getByRole('combobox', { name: 'Belongs to' });
  assert.equal(await parent.inputValue(), 'Commerce › Checkout');
  await parent.fill('plat');
  await dan.getByRole('option', { name: 'Platform', exact: true }).click();
  await dan.getByRole('button', { name: 'Save' }).click();
  await dan.getByRole('row').filter({ hasText: 'Dan' }).getByText('from team Platform').waitFor();
  await dan.getByRole('button', { name: 'Delete the team' }).click();
  await dan.getByRole('button', { name: 'Delete for good' }).click();
  // Whoever lies below another is deleted first, and the other is where one stands then.
  await dan.getByRole('heading', { level: 1, name: 'Platform' }).waitFor();
  await dan.getByText('No team is below this one.').waitFor();

  await dan.goto('/settings/members');
  await isSound(dan);
  await dan.getByRole('button', { name: 'Add somebody' }).click();
  await dan.getByLabel('E-mail address').fill('frank@fernlane.example');
  await dan.getByLabel('Name').fill('Frank');
  await dan.getByRole('button', { name: 'Add', exact: true }).click();
  const frank = await opened(dan, 'Frank');
  await dan.waitForURL('**/settings/members?q=frank*');
  await frank.getByRole('button', { name: 'Make an invitation link' }).click();
  assert.match(await frank.getByLabel('Invitation link').inputValue(), /\/sign-in\/link#\S{30,}$/);
  await frank.getByLabel('What they are').selectOption('Auditor');
  await frank.getByRole('button', { name: 'Save' }).click();
  await frank.getByText('Saved.').waitFor();
  await isSound(dan);
  await frank.getByRole('button', { name: 'Let them leave' }).click();
  await frank.getByRole('button', { name: 'Let them leave now' }).click();
  await frank.getByText('has left').waitFor();
  await frank.getByRole('button', { name: 'Erase what is personal' }).click();
  const erase = frank.getByRole('button', { name: 'Erase for good' });
  assert.ok(await erase.isDisabled());
  await frank.getByLabel('Type frank@fernlane.example to confirm').fill('frank@fernlane.example');
  await isSound(dan);
  await erase.click();
  await dan.getByText('Nobody is called like that').waitFor();

  await dan.goto('/settings/members?q=dan');
  const himself = await opened(dan, 'Dan');
  await himself.getByText('Somebody has to run this installation').first().waitFor();
  await himself.getByRole('button', { name: 'Let them leave' }).click({ force: true });
  assert.equal(await himself.getByRole('button', { name: 'Let them leave now' }).count(), 0);

  await bob.goto('/settings/members');
  await bob.getByRole('listitem', { name: 'Carol' }).getByText('(entscheidet)').waitFor();
  await isSound(bob);
  assert.equal(await bob.getByRole('button', { name: /ändern/ }).count(), 0);
  const add = bob.getByRole('button', { name: 'Jemanden hinzufügen' });
  await add.getByText('Das ist denen vorbehalten, die Countersign betreiben.').waitFor();
});

/** The row of somebody, with everything that can be changed about them. */
async function opened(page: Page, name: string) {
  const row = page.getByRole('listitem', { name });
  await row.getByRole('button', { name: `Change ${name}` }).click();
  return row;
}

type Key = 'alice' | 'organization';

const post = (url: string, key: Key, path: string, body: object) => send('POST', url, key, path, body);
const put = (url: string, key: Key, path: string, body: object) => send('PUT', url, key, path, body);

async function get(url: string, path: string): Promise<unknown> {
  return (await send('GET', url, 'organization', path)).json();
}

async function send(method: string, url: string, key: Key, path: string, body?: object): Promise<Response> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'x-api-key': tokenOf(key), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return answer;
}
