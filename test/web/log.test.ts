// The log in the browser: Ivy, who audits, finds what happened, follows it without losing her place and takes it along;
// Alice, who does not, is led to what is hers.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { tokenOf, type KeyName } from '../cast.ts';
import { isSound, openStage } from './stage.ts';

test('an auditor finds what happened by kind, person and day, sees all of an entry, and takes it along', async () => {
  await using stage = await openStage();
  const [ivy, phone] = await Promise.all([
    stage.enters('ivy'),
    stage.enters('ivy', { phone: true, dark: true, language: 'de-DE' }),
  ]);
  await ivy.goto('/log');
  await ivy.getByText('Nothing has happened yet').waitFor();
  await asks(stage.url, 'first', 'Weekly <b>revenue</b> \u202Efor the board');
  await post(stage.url, 'bob', '/api/access/first/approve', { comment: 'Aggregates only' });
  await renames(stage.url, 'Analysts');

  // It is followed, so what happened comes by itself.
  await entry(ivy, 'Dan changed a team').getByRole('link', { name: 'team analytics' }).waitFor();
  await ivy.getByText('Weekly <b>revenue</b>').waitFor();
  await entry(ivy, 'Bob agreed').getByText('Aggregates only').waitFor();

  await ivy.getByRole('combobox', { name: 'What' }).click();
  await ivy.getByRole('option', { name: 'Requests and decisions: everything' }).click();
  await ivy.waitForURL('**/log?type=request');
  await entry(ivy, 'Dan changed a team').waitFor({ state: 'detached' });
  await ivy.getByRole('searchbox', { name: 'Who' }).fill('Bob@fernlane.example');
  await ivy.waitForURL('**/log?type=request&actor=Bob%40fernlane.example');
  await entry(ivy, 'Alice asked').waitFor({ state: 'detached' });
  await entry(ivy, 'Bob agreed').getByText('Details').click();
  await ivy.getByText('request.granted', { exact: true }).waitFor();
  await ivy.getByRole('definition').filter({ hasText: /^2$/ }).waitFor();
  await isSound(ivy);
  const csv = await taken(ivy, 'As CSV');
  assert.deepEqual(
    csv.split('\r\n').map((line) => line.split(',')[2]),
    ['type', 'request.granted', undefined],
  );
  await ivy.getByRole('link', { name: 'Everything about this' }).click();
  await ivy.waitForURL('**/log?subject=first');
  await entry(ivy, 'Access begins').getByRole('link', { name: 'orders/latest for team analytics' }).click();
  await ivy.getByRole('heading', { level: 1, name: 'latest for team Analysts' }).waitFor();

  const { position, hash } = await get(stage.url, 'ivy', '/api/log/head');
  await phone.goto('/log?until=2020-01-01');
  await phone.getByText('Nichts passt').waitFor();
  assert.equal(await phone.getByRole('switch', { name: 'Live folgen' }).isDisabled(), true);
  await phone.getByRole('button', { name: 'Filter leeren' }).click();
  await phone.getByText('Bob hat zugestimmt').waitFor();
  await phone.getByText(String(hash)).waitFor();
  await phone.getByText('countersign audit verify', { exact: true }).waitFor();
  assert.equal(
    (JSON.parse(await taken(phone, 'Als JSON')) as { entries: unknown[] }).entries.length,
    position,
  );
});

test('what comes in while somebody reads stands above, and nothing they read moves', async () => {
  await using stage = await openStage();
  const ivy = await stage.enters('ivy');
  for (let nth = 0; nth < 60; nth += 1) await renames(stage.url, `Analysts ${nth}`);
  await ivy.goto('/log');
  await ivy.getByRole('button', { name: 'Show more' }).click();
  await ivy.getByText('This is where the log begins.').waitFor();
  const rows = ivy.getByRole('main').getByRole('listitem');
  assert.equal(await rows.count(), 60);
  await rows.nth(30).scrollIntoViewIfNeeded();
  const before = await rows.nth(30).boundingBox();
  await asks(stage.url, 'meanwhile', 'Look');
  await ivy.getByRole('button', { name: 'One new entry above' }).waitFor();
  assert.equal(await rows.count(), 61);
  const after = await rows.nth(31).boundingBox();
  assert.ok(Math.abs(after!.y - before!.y) < 2, `from ${before!.y} to ${after!.y}`);
  await ivy.getByRole('button', { name: 'One new entry above' }).click();
  await entry(ivy, 'Alice asked').waitFor();
  assert.equal(await ivy.evaluate('scrollY'), 0);

  await ivy.getByRole('switch', { name: 'Follow live' }).click();
  await ivy.waitForURL('**/log?follow=off');
  await post(stage.url, 'bob', '/api/access/meanwhile/approve');
  assert.equal(await rows.count(), 61);
  await ivy.getByRole('switch', { name: 'Follow live' }).click();
  await entry(ivy, 'Bob agreed').waitFor();
  assert.equal(await rows.count(), 63, 'what happened meanwhile is not missing');
});

test('whoever does not audit is led to what is theirs, and follows that', async () => {
  await using stage = await openStage();
  await asks(stage.url, 'first', 'Weekly revenue');
  const [alice, eve] = await Promise.all([stage.enters('alice'), stage.enters('eve', { phone: true })]);
  await alice.goto('/log');
  await alice.getByText('The whole log is for those who audit.').waitFor();
  await isSound(alice);
  await alice.getByRole('link', { name: 'latest for team analytics' }).click();
  await entry(alice, 'Alice asked').getByText('Weekly revenue').waitFor();
  await post(stage.url, 'bob', '/api/access/first/approve');
  await entry(alice, 'Bob agreed').waitFor();
  assert.match(await taken(alice, 'As CSV'), /request\.granted/);

  await eve.goto('/log?subject=first');
  await eve.getByRole('alert').waitFor();
  await isSound(eve);
});

function entry(page: Page, sentence: string) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: sentence });
}

/** What the browser would keep as a file. */
async function taken(page: Page, link: string): Promise<string> {
  const address = await page.getByRole('link', { name: link }).getAttribute('href');
  const answer = await page.request.get(address!);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-disposition']!, /^attachment; filename="log-\d+\./);
  return answer.text();
}

async function asks(url: string, id: string, purpose: string): Promise<void> {
  await post(url, 'alice', '/api/access', {
    id,
    resource: 'orders/latest',
    consumer: { teamId: 'analytics' },
    purpose,
  });
}

async function renames(url: string, name: string): Promise<void> {
  const members = [{ emailAddress: 'alice@fernlane.example', role: 'Member' }];
  const team = { id: 'analytics', name, type: 'Team', members };
  await send('PUT', url, 'dan', '/api/teams/analytics', team);
}

async function post(url: string, key: KeyName, path: string, body: object = {}): Promise<void> {
  await send('POST', url, key, path, body);
}

async function send(method: 'POST' | 'PUT', url: string, key: KeyName, path: string, body: object) {
  const headers = { 'x-api-key': tokenOf(key), 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.text());
}

async function get(url: string, key: KeyName, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url + path, { headers: { 'x-api-key': tokenOf(key) } });
  return (await answer.json()) as Record<string, unknown>;
}
