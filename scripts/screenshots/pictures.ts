// Which picture shows what: its file, who looks, at which address, and what they do before it is taken. Whatever a page
// needs to be worth a picture is in the story (story.ts).
import type { Locator, Page } from 'playwright-core';

export interface Picture {
  readonly who: string;
  readonly at: string;
  readonly looks?: { readonly phone?: boolean; readonly dark?: boolean };
  /** Waits for what has to be seen, or does what comes before it. */
  readonly before: (page: Page) => Promise<unknown>;
  /** The part of the page that is shown. Absent: what a window shows of it. */
  readonly of?: (page: Page) => Locator;
}

const ledger = '/resources/payments%2Fpayments-ledger';
const orders = '/resources/orders%2Forders-latest';

export const pictures: Readonly<Record<string, Picture>> = {
  // Asking
  catalog: { who: 'alice', at: '/catalog', before: sees('payments-ledger') },
  resource: { who: 'alice', at: ledger, before: sees('Ask for access') },
  request: {
    who: 'alice',
    at: `${orders}/request`,
    before: async (page) => {
      await page.getByLabel('What do you need it for?').fill('Forecast how many parcels leave on Fridays');
      await sees('would decide')(page);
    },
  },
  access: { who: 'alice', at: '/access/weekly-revenue', before: sees('The target is open') },
  'my-access': { who: 'alice', at: '/my-access', before: sees('What I have') },

  // Deciding
  inbox: { who: 'bob', at: '/', before: sees('Tell callers where their order is') },
  deciding: {
    who: 'bob',
    at: '/',
    before: async (page) => {
      await sees('Tell callers where their order is')(page);
      await page.keyboard.press('a');
      await page.getByText('Grant less than asked').click();
      await page.getByLabel('Grant it for').selectOption('30d');
      await page.getByText('orders:write', { exact: true }).click();
      await page.getByLabel('Comment (optional)').fill('Reading is enough for that.');
    },
  },
  bulk: {
    who: 'bob',
    at: '/',
    before: async (page) => {
      await page.getByLabel('Choose all that are shown').check();
      await page.getByRole('button', { name: 'Approve them…' }).click();
      await page.getByLabel('Comment (optional)').waitFor();
    },
  },
  'four-eyes': { who: 'carol', at: '/access/fraud', looks: { dark: true }, before: sees('Bob agreed') },
  'inbox-phone': {
    who: 'carol',
    at: '/',
    looks: { phone: true },
    before: sees('Tell callers where their order is'),
  },
  'approve-phone': {
    who: 'carol',
    at: '/access/new-orders',
    looks: { phone: true, dark: true },
    before: async (page) => {
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await page.getByRole('button', { name: 'Approve now' }).scrollIntoViewIfNeeded();
    },
  },
  timeline: {
    who: 'carol',
    at: '/access/packing',
    before: sees('Carol suspended the access'),
    of: part('What happened'),
  },

  // Owning
  team: { who: 'bob', at: '/teams/checkout', before: sees('What others have of it') },
  policy: {
    who: 'bob',
    at: `${orders}/policy`,
    before: async (page) => {
      await page.getByLabel('Two different people').check();
      await page.getByText('Two different people have to allow it').waitFor();
    },
  },
  proposal: { who: 'grace', at: `${ledger}/policy`, before: sees('Confirm it') },

  // Looking after it
  target: {
    who: 'dan',
    at: '/targets/shop',
    before: sees('Ways in that nobody agreed to'),
    of: part('What is bound to it'),
  },
  log: { who: 'ivy', at: '/log', looks: { dark: true }, before: sees('How to prove it') },
  insights: { who: 'dan', at: '/insights?weeks=4', before: sees('Time to decision') },
  mesh: {
    who: 'dan',
    at: '/mesh',
    before: (page) =>
      page.getByRole('region', { name: 'Drawing of the mesh' }).getByText('Checkout').first().waitFor(),
  },
  members: { who: 'dan', at: '/settings/members', before: sees('ivy@fernlane.example') },
  keys: {
    who: 'bob',
    at: '/settings/keys',
    before: async (page) => {
      await page.getByRole('button', { name: 'Make a key' }).click();
      await page.getByLabel('What it is for').fill('Nightly export');
    },
  },
};

function sees(text: string): (page: Page) => Promise<void> {
  return (page) => page.getByText(text).first().waitFor();
}

function part(title: string): (page: Page) => Locator {
  return (page) => page.getByRole('region', { name: title });
}
