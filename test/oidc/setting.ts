// Countersign and the identity provider of Fernlane, each real, with one clock for both, and browsers that go from one to
// the other. Looking people up again and drawing consequences is done when the test says so.
//
//   await using world = await openSetting();
//   world.provider.accounts.set('a-1', alice);
//   const browser = await world.comesIn('a-1');
import { mock } from 'node:test';
import { confirmAccounts } from '../../src/app/confirm-accounts.ts';
import type { Milliseconds } from '../../src/core/time.ts';
import { openBrowser, type Browser } from '../http/browser.ts';
import { noon, openWorld, type World } from '../world.ts';
import { openProvider, type AccountThere, type ProviderHere } from './provider.ts';

export const publicUrl = 'http://countersign.test';

export interface Setting extends World {
  readonly provider: ProviderHere;
  /** Moves both clocks. */
  passes(length: Milliseconds): void;
  /** Somebody goes through a whole sign-in, in a browser of their own or the one that is named. */
  comesIn(subject: string, how?: { acr?: string; browser?: Visitor; query?: string }): Promise<Visitor>;
  /** Everybody who is due is looked up. What went wrong is given back. */
  looksUp(): Promise<string[]>;
}

/** A browser that also keeps the cookies of the provider, and where it ended. */
export interface Visitor extends Browser {
  readonly there: Map<string, string>;
  /** The path at which the last sign-in ended. */
  at: string;
}

export const person = (name: string, groups: string[] = [], emailVerified = true): AccountThere => ({
  email: `${name}@fernlane.example`,
  emailVerified,
  name: name[0]!.toUpperCase() + name.slice(1),
  groups,
});

/** @param differs what Countersign is told about the provider, where it is not the truth. */
export async function openSetting(
  differs: (settings: ProviderHere['settings']) => Partial<ProviderHere['settings']> = () => ({}),
): Promise<Setting> {
  mock.timers.enable({ apis: ['Date'], now: noon });
  const provider = await openProvider(publicUrl);
  const identityProvider = { ...provider.settings, ...differs(provider.settings) };
  const world = await openWorld({ secretKey: Buffer.alloc(32, 7), identityProvider, publicUrl });
  const close = world[Symbol.asyncDispose].bind(world);
  return Object.assign(world, {
    provider,
    passes: (length: Milliseconds) => {
      world.clock.advance(length);
      mock.timers.setTime(world.clock.now());
    },
    comesIn: async (
      subject: string,
      {
        acr = 'pwd',
        browser = visitor(world),
        query = '',
      }: { acr?: string; browser?: Visitor; query?: string } = {},
    ) => {
      provider.who = { subject, acr };
      const start = await browser.get(`/api/sign-in/provider${query}`);
      await goThrough(browser, String(start.headers.location));
      return browser;
    },
    looksUp: async () => {
      const said: string[] = [];
      const alarm = (_: string, facts: Record<string, unknown>) => void said.push(String(facts['err']));
      await confirmAccounts({ ...world.identity, alarm })();
      return said;
    },
    [Symbol.asyncDispose]: async () => {
      await close();
      await provider[Symbol.asyncDispose]();
      mock.timers.reset();
    },
  });
}

export function visitor(world: World): Visitor {
  return Object.assign(openBrowser(world), { there: new Map<string, string>(), at: '' });
}

/** Goes where it is sent, to the provider and back, until it is at a page of Countersign. */
export async function goThrough(browser: Visitor, url: string): Promise<void> {
  const back = await atProvider(browser, url);
  browser.at = back.startsWith('/api/') ? String((await browser.get(back)).headers.location) : back;
}

/** What the provider sends the browser back to: a path. */
export async function atProvider({ there }: Visitor, url: string): Promise<string> {
  let next = url;
  for (let hops = 0; hops < 20; hops++) {
    if (next.startsWith('/')) return next;
    if (next.startsWith(`${publicUrl}/`)) return next.slice(publicUrl.length);
    const cookie = [...there].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) keep(there, line);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('the provider goes in circles');
}

export function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}
