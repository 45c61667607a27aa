// A stage for browser tests: the world of the cast behind a real server that listens, seals and tells, with the built
// app, and one Chromium for the whole file. Everybody on the stage has a browser window of their own; what a window
// complains about (errors, refused styles or scripts, calls that failed unexpectedly) fails the test that opened it.
//
//   await using stage = await openStage();
//   const bob = await stage.enters('bob', { phone: true });
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { startSealing } from '../../src/adapters/db/log/seal.ts';
import { watchLog } from '../../src/adapters/db/log/watch.ts';
import { openWebFiles } from '../../src/adapters/web-files.ts';
import { startSession } from '../../src/app/sign-in.ts';
import type { PersonId } from '../../src/core/ids.ts';
import { assemble, type Countersign, type Parts } from '../../src/server.ts';
import { webFolder } from '../../src/web-build.ts';
import type { PersonName } from '../cast.ts';
import { lendDatabase, type LentDatabase } from '../lent-database.ts';
import { startBrowser } from './browser.ts';

export interface Stage extends AsyncDisposable {
  readonly url: string;
  readonly pool: LentDatabase['pool'];
  readonly countersign: Countersign;
  /** A window in which nobody is signed in. */
  window(looks?: Looks): Promise<Page>;
  /** Somebody comes in at another door than the one of the page. */
  signIn(page: Page, person: PersonName): Promise<void>;
  /** A window of somebody who is signed in already. */
  enters(person: PersonName, looks?: Looks): Promise<Page>;
}

export interface Looks {
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly language?: 'en-GB' | 'de-DE';
  /** What the browser complains about in this story although the page does right. */
  readonly expected?: RegExp;
}

type Given = Partial<Parts> & {
  /** Adds routes that only some servers have. */
  readonly extend?: (countersign: Countersign, url: string) => void;
};

/** @param given what this stage does differently; what depends on its address is made from it. */
export async function openStage(given: Given | ((url: string) => Promise<Given>) = {}): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const { pool, poolConfig, giveBack } = await lendDatabase();
  opened.defer(giveBack);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const failed = (error: unknown) => console.error(error);
  const { extend, ...parts } = typeof given === 'function' ? await given(url) : given;
  const sealing = startSealing(pool, { failed });
  opened.defer(() => sealing.stop());
  const watch = watchLog({ listen: poolConfig, pool, failed });
  opened.defer(() => watch.stop());
  const countersign = assemble({
    pool,
    clock: { now: () => Date.now() },
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    trustProxy: false,
    publicUrl: url,
    hosts: null,
    sealSoon: sealing.sealSoon,
    watch,
    web: await openWebFiles(webFolder),
    ...parts,
  });
  extend?.(countersign, url);
  opened.defer(() => countersign.server.close());
  await countersign.server.listen({ host: '127.0.0.1', port });
  const complaints: string[] = [];
  const window = (looks: Looks = {}) => openWindow(url, looks, complaints);
  const signIn = async (page: Page, person: PersonName) => {
    const visitor = { address: '127.0.0.1', agent: null, replaced: null };
    const { token } = await startSession(countersign.identity)(person as string as PersonId, visitor);
    await page.context().addCookies([{ name: 'countersign', value: token, url }]);
  };
  const all = opened.move();
  return {
    url,
    pool,
    countersign,
    window,
    signIn,
    enters: async (person, looks) => {
      const page = await window(looks);
      await signIn(page, person);
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await closeWindows(url);
      await all.disposeAsync();
      assert.deepEqual(complaints, []);
    },
  };
}

/** A port that nobody listens on: the server has to know its address before it listens there. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Nothing that axe finds, and nothing wider than the screen. */
export async function isSound(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Its other mode opens a further window each time, for frames of other sites, which the app never has.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  assert.deepEqual(found, [], page.url());
  const [wanted, shown] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  assert.ok(wanted <= shown, `${page.url()} is ${wanted} pixels wide on a screen of ${shown}`);
}

let running: Promise<Browser> | undefined;
after(async () => (await running)?.close());

async function openWindow(url: string, looks: Looks, complaints: string[]): Promise<Page> {
  const browser = await (running ??= startBrowser());
  const context = await browser.newContext({
    baseURL: url,
    viewport: looks.phone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    colorScheme: looks.dark ? 'dark' : 'light',
    locale: looks.language ?? 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    if (!looks.expected?.test(error.message)) complaints.push(error.message);
  });
  page.on('console', (message) => {
    // A refused call is told in the page, and browsers write it down as well.
    const refused = /status of (400|401|403|404|409|412|422)/;
    if (message.type() !== 'error' || refused.test(message.text()) || looks.expected?.test(message.text()))
      return;
    complaints.push(message.text());
  });
  return page;
}

async function closeWindows(url: string): Promise<void> {
  const contexts = (await running)?.contexts() ?? [];
  await Promise.all(
    contexts
      .filter((context) => context.pages().some((page) => page.url().startsWith(url)))
      .map((context) => context.close()),
  );
}
