// Insights in the browser: weeks in which people asked and decided, told to the real server with a clock that moves, and
// what Bob reads of them afterwards, for everybody and for one team.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { keepInsights } from '../../src/adapters/db/insights.ts';
import { followOnce } from '../../src/adapters/db/log/follow.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { insightsFollower } from '../../src/app/followers/insights.ts';
import { day, hour } from '../../src/core/time.ts';
import { resourceInto, tokenOf, type KeyName } from '../cast.ts';
import { isSound, openStage, type Stage } from './stage.ts';

test('numbers of weeks are read from drawings and tables, and lead to what they count', async () => {
  const clock = clockFrom(Date.now() - 20 * day);
  await using stage = await openStage({ clock });
  await someWeeks(stage, clock);
  const [bob, carol] = await Promise.all([
    stage.enters('bob'),
    stage.enters('carol', { phone: true, dark: true, language: 'de-DE' }),
  ]);

  await bob.goto('/insights');
  await headline(bob, 'Half of all decisions within', /^1 hour3 decisions by people$/);
  await headline(bob, 'Nine of ten within', /^[12](\.\d)? days/);
  await headline(bob, 'Waiting now', /^2the oldest: 4 days ago$/);
  await headline(bob, 'Ends within 30 days', /^1/);
  await bob.getByText('The numbers as a table').nth(1).click();
  const endings = bob.getByRole('region', { name: 'How requests end' }).getByRole('table');
  assert.match((await endings.getByRole('row').last().textContent()) ?? '', /^Together211010$/);
  assert.equal(await bob.locator('.recharts-line').count(), 2);
  await bob.getByRole('rowheader', { name: 'Carol' }).waitFor();
  assert.equal(await bob.getByRole('link', { name: 'Carol' }).count(), 0, 'he may not read all of the log');
  await bob.getByRole('region', { name: 'Age of what waits' }).getByRole('link').first().click();
  await bob.getByRole('heading', { level: 1, name: 'latest for Alice' }).waitFor();

  await bob.goto('/insights?team=platform&weeks=4');
  await headline(bob, 'Waiting now', /^0nobody waits$/);
  await bob.getByText('Nobody decided anything in this time.').waitFor();
  await bob.getByRole('link', { name: 'To the team' }).waitFor();
  await isSound(bob);
  await bob.goto('/insights?team=partner-desk');
  await bob.getByText('Nothing to count yet').waitFor();
  await isSound(bob);

  const dan = await stage.enters('dan');
  await dan.goto('/insights');
  await dan.getByRole('link', { name: 'Carol' }).click();
  await dan.waitForURL(/\/log\?.*actor=carol/);
  await dan.getByText('Carol rejected it').first().waitFor();

  await carol.goto('/insights?team=checkout&weeks=52');
  await headline(carol, 'Wartet jetzt', /^2am längsten: vor 4 Tagen$/);
  const rows = carol.getByRole('region', { name: 'Wer am meisten entscheidet' }).getByRole('row');
  assert.deepEqual(await rows.allTextContents(), ['WerZugesagtAbgelehntZusammen', 'Bob202', 'Carol011']);
  for (const summary of await carol.getByText('Die Zahlen als Tabelle').all()) await summary.click();
  await isSound(carol);
});

/** Two granted within an hour, one refused after two days, one at once, one withdrawn; two wait and one ends soon. */
async function someWeeks(stage: Stage, clock: Moving): Promise<void> {
  await resourceInto(stage.pool, 'open/data', 'platform', { strategy: 'Auto' });
  await resourceInto(stage.pool, 'payments/ledger', 'checkout');
  await resourceInto(stage.pool, 'payments/refunds', 'checkout');
  const as = (key: KeyName) => (path: string, body: object) => post(stage.url, key, path, body);
  const ask = (id: string, resource: string, more: object = {}) =>
    as('alice')('/api/access', {
      id,
      resource,
      consumer: { teamId: 'analytics' },
      purpose: 'Why not',
      ...more,
    });
  await ask('quick', 'orders/latest', { duration: '30d' });
  await ask('at-once', 'open/data');
  await ask('regretted', 'payments/refunds');
  clock.advance(hour);
  await as('bob')('/api/access/quick/approve', {});
  await as('alice')('/api/access/regretted/withdraw', {});
  clock.advance(7 * day);
  await ask('slow', 'payments/ledger');
  clock.advance(2 * day);
  await as('carol')('/api/access/slow/reject', { comment: 'Not for marketing' });
  await ask('second', 'payments/refunds');
  clock.advance(hour);
  await as('bob')('/api/access/second/approve', {});
  clock.advance(Date.now() - 4 * day - 5 * hour - clock.now());
  await ask('waits', 'orders/latest', { consumer: { userId: 'alice@fernlane.example' } });
  clock.advance(Date.now() - clock.now());
  await ask('waits-too', 'payments/ledger', { consumer: { userId: 'alice@fernlane.example' } });
  await sealAll(stage.pool);
  const following = { follower: insightsFollower, keep: keepInsights, alarm: assert.fail };
  while ((await followOnce(stage.pool, following)).state === 'moved');
}

interface Moving {
  now(): number;
  advance(length: number): void;
}

function clockFrom(start: number): Moving {
  let at = start;
  return { now: () => at, advance: (length) => void (at += length) };
}

async function headline(page: Page, name: string, shown: RegExp): Promise<void> {
  const value = page.getByRole('definition').and(page.locator(`dt:text-is("${name}") + dd`));
  await value.waitFor();
  assert.match((await value.textContent()) ?? '', shown);
}

async function post(url: string, key: KeyName, path: string, body: object): Promise<void> {
  const headers = { 'x-api-key': tokenOf(key), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.clone().text());
}
