// The whole way without a mouse: choose who one is, find something, ask for it; and on the other side take it up in the
// inbox, decide, pause it. Every step is made by Tab, arrows and Enter, and what has the focus can be seen.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openDoor } from '../../src/demo/door.ts';
import { isSound, openStage } from './stage.ts';

test('from the door to a request and to its decision, with the keyboard alone', async () => {
  await using stage = await openStage({
    house: {
      obstacles: async () => [],
      unsealedSeconds: null,
      clockErrorSeconds: null,
      freeDiskBytes: null,
      demo: true,
    },
    extend: (countersign, url) => openDoor(countersign, { url, token: null }),
  });
  const [alice, bob] = await Promise.all([stage.window(), stage.window({ dark: true })]);
  await alice.goto('/catalog');
  await alice.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
  await isSound(alice);
  await walksTo(alice, alice.getByRole('button', { name: /^Alice/ }));
  await alice.keyboard.press('Enter');
  await alice.waitForURL('**/catalog');

  // The first stop leads past the navigation.
  await alice.getByRole('link', { name: 'latest' }).waitFor();
  await alice.reload();
  await walksTo(alice, alice.getByRole('link', { name: 'Skip to the content' }), 1);
  await alice.keyboard.press('Enter');
  await walksTo(alice, alice.getByRole('searchbox', { name: 'Search' }), 2);
  await walksTo(alice, alice.getByRole('link', { name: 'latest' }));
  await alice.keyboard.press('Enter');
  await walksTo(alice, alice.getByRole('link', { name: 'Ask for access' }));
  await alice.keyboard.press('Enter');
  await focused(alice, alice.getByLabel('What do you need it for?'));
  await alice.keyboard.type('Weekly revenue');
  await walksTo(alice, alice.getByRole('combobox', { name: 'For whom' }), -3);
  await alice.keyboard.press('Enter');
  await alice.getByRole('option', { name: 'team Analytics' }).waitFor();
  await alice.keyboard.press('ArrowDown');
  await alice.keyboard.press('Enter');
  await walksTo(alice, alice.getByRole('combobox', { name: 'For how long?' }));
  await alice.keyboard.press('Enter');
  await alice.getByRole('option').first().waitFor();
  await alice.keyboard.press('Escape');
  await walksTo(alice, alice.getByRole('button', { name: 'Send the request' }));
  await alice.keyboard.press('Enter');
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();

  await bob.goto('/');
  await bob.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
  await walksTo(bob, bob.getByRole('button', { name: /^Bob/ }));
  await bob.keyboard.press('Enter');
  await bob.getByText('One request waits for you.').waitFor();
  await walksTo(bob, bob.getByRole('link', { name: 'latest' }));
  await bob.keyboard.press('Enter');
  await bob.getByText('It is your turn to decide.').waitFor();
  await walksTo(bob, bob.getByRole('button', { name: 'Approve', exact: true }));
  await bob.keyboard.press('Enter');
  await focused(bob, bob.getByLabel('Comment (optional)'));
  await bob.keyboard.type('Aggregates only');
  await walksTo(bob, bob.getByRole('button', { name: 'Approve now' }));
  await bob.keyboard.press('Enter');
  await bob.getByText('Bob agreed').waitFor();
  await alice.getByText('Bob agreed').waitFor();
  await walksTo(bob, bob.getByRole('button', { name: 'Suspend' }));
  await bob.keyboard.press('Enter');
  await focused(bob, bob.getByLabel('Comment'));
  await bob.keyboard.type('Audit');
  await walksTo(bob, bob.getByRole('button', { name: 'Do it now' }));
  await bob.keyboard.press('Enter');
  await alice.getByText('Bob suspended the access').waitFor();

  // Out again, by the menu of the account.
  await walksTo(bob, bob.getByRole('button', { name: 'Bob: account' }), -60);
  await bob.keyboard.press('Enter');
  await bob.getByRole('button', { name: 'Sign out' }).waitFor();
  await walksTo(bob, bob.getByRole('button', { name: 'Sign out' }));
  await bob.keyboard.press('Enter');
  await bob.waitForURL('**/sign-in');
});

/** Moves the focus there by Tab, or backwards where the limit is negative, and sees that it is to be seen. */
async function walksTo(page: Page, goal: Locator, limit = 60): Promise<void> {
  await goal.waitFor({ state: 'attached' });
  const key = limit > 0 ? 'Tab' : 'Shift+Tab';
  for (let step = 0; step < Math.abs(limit); step += 1) {
    await page.keyboard.press(key);
    if (await hasFocus(goal))
      return assert.ok(await looksFocused(page), `the focus on ${goal.toString()} shows`);
  }
  assert.fail(`${goal.toString()} is not reached by ${Math.abs(limit)} × ${key} on ${page.url()}`);
}

async function focused(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  assert.ok(await hasFocus(goal), `${goal.toString()} has the focus on ${page.url()}`);
}

async function hasFocus(goal: Locator): Promise<boolean> {
  return goal.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}

/** An outline, a frame of another colour, or a shadow around it or around the field that it stands in. */
async function looksFocused(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const element = document.activeElement;
    const looks = () => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, top } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, boxShadow, borderColor, top].join();
    };
    element.style.transition = 'none';
    const focused = looks();
    element.blur();
    const left = looks();
    element.focus({ focusVisible: true });
    return focused !== left;
  })()`);
}
