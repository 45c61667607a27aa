// A browser in front of the demo, with somebody of the cast signed in. Every window is a new one, so nothing of an
// earlier look is in its cache.
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../test/web/browser.ts';
import { firstStart, type Demo } from './demo.ts';

export interface Windows extends AsyncDisposable {
  readonly url: string;
  enters(person: string): Promise<Page>;
}

export async function openWindows(): Promise<Windows> {
  await using opened = new AsyncDisposableStack();
  const demo = opened.use(await firstStart());
  const browser = opened.adopt(await startBrowser(), (one) => one.close());
  const all = opened.move();
  return {
    url: demo.url,
    enters: (person) => enter(browser, demo, person),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function enter(browser: Browser, { url }: Demo, person: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 860 } });
  const answer = await context.request.post('/demo/sign-in', {
    headers: { 'x-countersign-client': 'web' },
    data: { person },
  });
  if (!answer.ok()) throw new Error(`${person} was not let in: ${answer.status()}`);
  return context.newPage();
}
