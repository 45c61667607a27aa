// Notices by mail: to a real mail server, also one that is slow of understanding. Nothing is lost, nothing is sent twice
// under another id, and what people write stays words.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { deliverDue } from '../../src/app/deliver.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';
import { header, openPostOffice, part, type PostOffice } from './post-office.ts';
import { ask, tellAll } from './setting.ts';

const from = 'Countersign <access@fernlane.example>';

async function send(world: World): Promise<void> {
  await tellAll(world);
  while ((await deliverDue(world.delivering)()) > 0);
}

const addressed = ({ letters }: PostOffice) => letters.flatMap(({ to }) => to).sort();
const dead = async (world: World) => (await world.as('dan').get('/api/notice-deliveries')).body.items;
const set = (world: World, more: object) =>
  world.as('bob').put('/api/me/notice-setting', {
    language: 'en',
    mail: 'at-once',
    dailyAt: '08:00',
    quiet: null,
    ...more,
  });

test('a request comes by mail to whoever can decide, with all they need and a button that only leads there', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await ask(world, 'a1', { duration: '90d', roles: ['reader', 'auditor'] });
  await send(world);
  assert.deepEqual(addressed(office), [
    'bob@fernlane.example',
    'carol@fernlane.example',
    'grace@fernlane.example',
  ]);
  const letter = office.letters.find(({ to }) => to[0]!.startsWith('bob'))!;
  assert.equal(letter.from, 'access@fernlane.example');
  assert.equal(header(letter, 'Subject'), 'Alice asks for access to latest');
  assert.equal(header(letter, 'Auto-Submitted'), 'auto-generated');
  const text = part(letter, 'text/plain');
  assert.match(text, /Purpose: Weekly report/);
  assert.match(text, /Roles: auditor, reader/);
  assert.match(text, /Look and decide: http:\/\/countersign\.test\/access\/a1/);
  const html = part(letter, 'text/html');
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
  assert.deepEqual(links, ['http://countersign.test/access/a1', 'http://countersign.test/settings/notices']);
  assert.doesNotMatch(html, /<form|<script|approve/i);
  if (process.env['PICTURES']) await writeFile(`${process.env['PICTURES']}/mail.html`, html);
  if (process.env['PICTURES']) await writeFile(`${process.env['PICTURES']}/mail.txt`, text);
});

test('what somebody writes is words in mail, and makes no header and no tag', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await world.pool.query(`update person set name = $1 where id = 'alice'`, [
    'Al\r\nBcc: eve@fernlane.example\r\n\r\n<img src=x onerror=alert(1)>',
  ]);
  await ask(world, 'a1', { purpose: '</td><script>alert(1)</script>"\'&' });
  await send(world);
  assert.equal(office.letters.length, 3);
  for (const letter of office.letters) {
    assert.equal(header(letter, 'Bcc'), undefined);
    assert.doesNotMatch(letter.to.join(), /eve/);
    assert.match(header(letter, 'Subject')!, /^Al Bcc: eve/);
    assert.doesNotMatch(part(letter, 'text/html'), /<script|<img/);
    assert.match(part(letter, 'text/html'), /&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/);
  }
});

test('a mail server that is away for a day loses nothing, and nobody gets anything twice', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  office.mood = () => ({ code: 451, sentence: 'come back later' });
  await ask(world, 'a1');
  await send(world);
  assert.equal(office.letters.length, 0);
  for (let round = 0; round < 12; round++) {
    world.clock.advance(2 * hour);
    // oxlint-disable-next-line no-await-in-loop
    await send(world);
  }
  assert.deepEqual(await dead(world), []);
  office.mood = null;
  world.clock.advance(6 * hour);
  await send(world);
  world.clock.advance(day);
  await send(world);
  assert.equal(office.letters.length, 3);
});

test('an address that is refused is set aside where Dan finds it, and sent again under the same id when he says so', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  office.mood = (to) => (to.startsWith('bob') ? { code: 550, sentence: 'no such mailbox' } : null);
  await ask(world, 'a1');
  await send(world);
  const [one, ...others] = await dead(world);
  assert.deepEqual(others, []);
  assert.equal(one.to, 'person:bob');
  assert.match(one.error, /no such mailbox/);
  assert.equal((await world.as('bob').get('/api/notice-deliveries')).status, 403);
  assert.equal((await world.as('ivy').post('/api/notice-deliveries/replay', {})).status, 403);
  office.mood = null;
  const { body } = await world.as('dan').post('/api/notice-deliveries/replay', { ids: [one.id] });
  assert.equal(body.replayed, 1);
  await send(world);
  const letter = office.letters.find(({ to }) => to[0]!.startsWith('bob'))!;
  assert.equal(header(letter, 'Message-ID'), `<${one.id}@fernlane.example>`);
  assert.deepEqual(await dead(world), []);
});

test('Bob wants one mail a day: what came meanwhile is in it, in German, and urgent things are in the app at once', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await set(world, { language: 'de', mail: 'daily', dailyAt: '16:30' });
  await ask(world, 'a1');
  await ask(world, 'a2', { consumer: { userId: 'alice@fernlane.example' } });
  await send(world);
  const toBob = () => office.letters.filter(({ to }) => to[0]!.startsWith('bob'));
  assert.equal(toBob().length, 0);
  assert.equal((await world.as('bob').get('/api/me/notices')).body.unread, 2);
  world.clock.advance(4 * hour + 29 * minute);
  await send(world);
  assert.equal(toBob().length, 0);
  world.clock.advance(minute);
  await send(world);
  assert.equal(toBob().length, 1);
  assert.equal(header(toBob()[0]!, 'Subject'), '2 Mitteilungen von Countersign');
  assert.equal(part(toBob()[0]!, 'text/plain').match(/Ansehen und entscheiden: /g)!.length, 2);
  if (process.env['PICTURES'])
    await writeFile(`${process.env['PICTURES']}/mails.html`, part(toBob()[0]!, 'text/html'));
});

test('in quiet hours nothing comes, and afterwards all of it in one; whoever wants none gets none', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await set(world, { quiet: { from: '11:00', until: '06:00' } });
  await world.as('carol').put('/api/me/notice-setting', {
    language: 'en',
    mail: 'off',
    dailyAt: '08:00',
    quiet: null,
  });
  await ask(world, 'a1');
  await ask(world, 'a2', { consumer: { userId: 'alice@fernlane.example' } });
  await send(world);
  assert.deepEqual(addressed(office), ['grace@fernlane.example', 'grace@fernlane.example']);
  world.clock.advance(18 * hour);
  await send(world);
  assert.deepEqual(addressed(office), [
    'bob@fernlane.example',
    'grace@fernlane.example',
    'grace@fernlane.example',
  ]);
});

test('settings that make no sense are refused by field, and are everybody’s own', async () => {
  await using world = await openWorld();
  const answer = await set(world, { dailyAt: '25:00' });
  assert.equal(answer.status, 400);
  assert.match(answer.text, /dailyAt/);
  await set(world, { mail: 'daily' });
  assert.equal((await world.as('bob').get('/api/me/notice-setting')).body.mail, 'daily');
  assert.equal((await world.as('carol').get('/api/me/notice-setting')).body.mail, 'at-once');
  assert.equal((await world.as('bob').get('/api/me/notice-setting')).body.hasMail, false);
});

test('whoever has left gets no mail, and without a mail server none is made', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await ask(world, 'a1');
  await tellAll(world);
  await world.pool.query(`update person set disabled_at = now() where id = 'bob'`);
  await send(world);
  assert.deepEqual(addressed(office), ['carol@fernlane.example', 'grace@fernlane.example']);
  await using plain = await openWorld();
  await ask(plain, 'a1');
  await tellAll(plain);
  assert.equal((await plain.pool.query('select from notice_delivery', [])).rowCount, 0);
});

test('two who deliver at once send everything once', async () => {
  await using office = await openPostOffice();
  await using world = await openWorld({ mailServer: { url: office.url, from } });
  await ask(world, 'a1');
  await tellAll(world);
  await Promise.all([1, 2, 3, 4].map(() => deliverDue(world.delivering)()));
  assert.equal(office.letters.length, 3);
});
