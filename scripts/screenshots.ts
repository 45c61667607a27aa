// The pictures that README and docs/guide show, taken anew: `npm run screenshots`. The demo is started in a folder that is
// gone afterwards, its people live a few weeks of which nobody has to wait, and then each page of the table is opened by
// whoever would look at it. What is to be seen is therefore what the app really says; only the dates differ from one day
// to the next. `npm run screenshots -- inbox mesh` takes only these.
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../test/web/browser.ts';
import { ensureWeb } from '../src/web-build.ts';
import { startLongAgo, type LongAgo } from './screenshots/long-ago.ts';
import { pictures, type Picture } from './screenshots/pictures.ts';
import { tellStory } from './screenshots/story.ts';

const folder = fileURLToPath(new URL('../docs/guide/pictures', import.meta.url));

await using opened = new AsyncDisposableStack();
const wanted = wantedOf(process.argv.slice(2));
await ensureWeb(console.log);
const demo = opened.use(await startLongAgo());
await tellStory(demo, console.log);
const browser = opened.adopt(await startBrowser(), (one) => one.close());
await mkdir(folder, { recursive: true });
for (const [name, picture] of wanted) {
  try {
    await take(browser, demo, name, picture);
    console.log(`${name}.png: ${await kilobytes(name)} kB`);
  } catch (error) {
    console.error(`${name}.png: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function wantedOf(names: readonly string[]): [string, Picture][] {
  const unknown = names.filter((name) => !(name in pictures));
  if (unknown.length > 0) throw new Error(`There is no picture called ${unknown.join(', ')}.`);
  return Object.entries(pictures).filter(([name]) => names.length === 0 || names.includes(name));
}

/** Each in a window of its own, so that no picture depends on the one before. */
async function take(browser: Browser, { url }: LongAgo, name: string, picture: Picture): Promise<void> {
  const { who, at, looks = {}, before, of } = picture;
  const context = await browser.newContext({
    baseURL: url,
    viewport: looks.phone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    deviceScaleFactor: 1,
    colorScheme: looks.dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  try {
    const headers = { 'x-countersign-client': 'web' };
    const answer = await context.request.post('/demo/sign-in', { headers, data: { person: who } });
    if (!answer.ok()) throw new Error(`${who} was not let in: ${answer.status()}`);
    const page = await context.newPage();
    await page.goto(at);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await before(page);
    await isAtRest(page);
    // What stays at the top of a window would lie over a part that is taller than it.
    if (of) await page.setViewportSize({ width: 1280, height: 2000 });
    await (of?.(page) ?? page).screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
    await context.request.post('/api/sign-out', { headers });
  } finally {
    await context.close();
  }
}

/** Nothing is being loaded any more, and the page knows that it is live. */
async function isAtRest(page: Page): Promise<void> {
  await page.getByRole('img', { name: /^Live/ }).waitFor();
  await page.waitForFunction('document.querySelectorAll(".mantine-Skeleton-root").length === 0');
  await page.evaluate('document.fonts.ready');
}

async function kilobytes(name: string): Promise<number> {
  return Math.round((await stat(`${folder}/${name}.png`)).size / 1000);
}
