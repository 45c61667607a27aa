// Texts that want to be something else: markup, a turned direction of writing, words without an end, a hundred thousand
// letters, and every sign there is. Wherever people read what others wrote, nothing of it runs, nothing leaves its box,
// nothing turns the words beside it, and no page gets wider than a phone.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { resourceInto } from '../cast.ts';
import { clientOf } from '../web/over-the-wire.ts';
import { openStage, type Stage } from '../web/stage.ts';

const script = `<script>hostile=1</script><img src=x onerror="hostile=1"><a href="javascript:hostile=1">`;
const turned = '\u202Egnirts desrever a \u2067';
const endless = 'Donaudampfschifffahrt'.repeat(12);
const signs = '👩‍👩‍👧‍👦🏳️‍🌈 Z̸̛͚a̷͓lgo אבג ﷽ \u200B';
const name = `${turned}${script}${endless}${signs}`.slice(0, 480);
const large = `${script}${turned}${endless} ${signs}\n`.repeat(200).slice(0, 99_000);

test('hostile texts are read as what they are, on every page, wide and on a phone', async () => {
  await using stage = await openStage();
  await tell(stage);
  const [alice, bob, ivy] = await Promise.all([
    stage.enters('alice', { phone: true }),
    stage.enters('bob', { phone: true }),
    stage.enters('ivy', { phone: true, dark: true }),
  ]);
  await Promise.all([
    through(bob, ['/', '/access/waits', '/mesh', '/mesh?look=table', '/insights']),
    through(alice, [
      '/my-access',
      '/my-access?show=all',
      '/access/refused',
      '/catalog',
      resource,
      `${resource}/request`,
    ]),
    through(ivy, [
      '/log',
      '/log?subject=refused',
      '/teams',
      '/teams/analytics',
      '/settings/members',
      `${resource}/policy`,
    ]),
  ]);
});

test('a form that takes hostile texts sends them as they are, and its page keeps its shape', async () => {
  await using stage = await openStage();
  const alice = await stage.enters('alice', { phone: true });
  await alice.goto('/resources/orders%2Flatest/request');
  await alice.getByLabel('What do you need it for?').fill(large.slice(0, 19_000));
  await alice.getByRole('button', { name: 'Send the request' }).click();
  await alice.getByText('It waits for Bob, Carol or Grace.').waitFor();
  await keepsItsShape(alice);
  const id = decodeURIComponent(new URL(alice.url()).pathname.split('/').at(-1)!);
  const { info } = (await clientOf(stage, 'alice').get(`/api/access/${id}`)).body;
  assert.equal(info.purpose, large.slice(0, 19_000).trim());
  for (const search of ['/catalog', '/teams', '/log', '/mesh', '/settings/members']) {
    const query = new URLSearchParams({
      q: name,
      owner: name,
      tag: name,
      subject: name,
      at: name,
      open: name,
    });
    await alice.goto(`${search}?${query.toString()}`);
    await keepsItsShape(alice);
  }
});

const resource = '/resources/hostile%2Fport';

/** Every name is hostile, and so is every text. */
async function tell(stage: Stage): Promise<void> {
  const { pool } = stage;
  await resourceInto(pool, 'hostile/port', 'checkout', {}, [endless, script]);
  await pool.query('update person set name = $1 where id in ($2, $3, $4)', [name, 'alice', 'bob', 'carol']);
  await clientOf(stage, 'organization').put('/api/teams/analytics', {
    id: 'analytics',
    name,
    type: 'Team',
    description: large,
    tags: [script, endless],
    links: {
      [endless.slice(0, 200)]: `javascript:${endless}`,
      [script]: `https://fernlane.example/${endless}`,
    },
    members: [{ emailAddress: 'alice@fernlane.example', role: 'Member' }],
  });
  await pool.query(`update resource set name = $2, description = $3, tags = $4 where id = $1`, [
    'hostile/port',
    name,
    large,
    [script, endless],
  ]);
  await pool.query('update data_product set name = $1', [name]);
  const ask = (id: string, more: object = {}) =>
    clientOf(stage, 'alice').post('/api/access', {
      id,
      resource: 'hostile/port',
      consumer: { teamId: 'analytics' },
      purpose: large,
      roles: [endless, script],
      links: {
        [script]: 'javascript:hostile=1',
        [endless.slice(0, 200)]: `https://fernlane.example/${endless}`,
      },
      custom: { [endless.slice(0, 200)]: large },
      ...more,
    });
  await ask('granted');
  await clientOf(stage, 'bob').post('/api/access/granted/approve', { comment: large });
  await ask('refused', { consumer: { userId: 'alice@fernlane.example' } });
  await clientOf(stage, 'bob').post('/api/access/refused/reject', {
    comment: large,
    custom: { [script]: large },
  });
  await ask('waits', { resource: 'orders/latest', roles: [] });
}

async function through(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await keepsItsShape(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    await keepsItsShape(page);
    await page.setViewportSize({ width: 360, height: 740 });
  }
}

async function keepsItsShape(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('body:not(:has([aria-busy=true]))').waitFor();
  const found = await page.evaluate<{
    ran: boolean;
    wanted: number;
    shown: number;
    out: string[];
    turns: string[];
  }>(faults);
  const { clientWidth } = await page.evaluate<{ clientWidth: number }>(
    '({ clientWidth: document.documentElement.clientWidth })',
  );
  assert.deepEqual(
    found,
    { ran: false, wanted: clientWidth, shown: clientWidth, out: [], turns: [] },
    `${page.url()} at ${clientWidth} pixels`,
  );
}

/**
 * What is wrong with a page: text that leaves the box in which it stands, unless the box scrolls or cuts it; and text that
 * turns its neighbours, because they share a line of writing with it.
 */
const faults = `((said) => {
  const out = [];
  const turns = [];
  const boxes = '.row, .panel, .mantine-Alert-root, .quote, td, li, dd, h1, h2, button, main';
  const cuts = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, title, svg, .only-heard')) continue;
    const box = element.closest(boxes);
    let cut = element;
    while (cut && cut !== box?.parentElement && !cuts(cut)) cut = cut.parentElement;
    if (box && (!cut || cut === box.parentElement)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = box.getBoundingClientRect();
      const leaves = [...range.getClientRects()].some((one) => one.left < left - 1 || one.right > right + 1);
      if (leaves) out.push(box.tagName + '.' + box.className + ': ' + node.data.slice(0, 60));
    }
    if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)) {
      let line = element;
      const isInLine = ({ unicodeBidi, display }) => unicodeBidi === 'normal' && display === 'inline';
      while (isInLine(getComputedStyle(line))) line = line.parentElement;
      const text = line.textContent.trim();
      if (!said.some((one) => one === text || (text.length > 100 && one.startsWith(text.slice(0, -1))))) turns.push(line.tagName + ': ' + line.textContent.slice(0, 60));
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { ran: 'hostile' in window, wanted: scrollWidth, shown: clientWidth, out: [...new Set(out)], turns: [...new Set(turns)] };
})(${JSON.stringify([name, large].map((text) => text.trim()))})`;
