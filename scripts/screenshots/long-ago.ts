// The demo with a clock that starts weeks ago and is moved on by whoever tells the story, until it is now. Everything that
// depends on time happens as it would have: requests expire, access ends, people are reminded.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { foundCompany } from '../../cli/demo/company.ts';
import type { Io } from '../../cli/io.ts';
import { queryAs } from '../../src/demo/query.ts';
import { shopDatabase } from '../../src/demo/shop.ts';
import { startDemo } from '../../src/demo/start.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { openLogger } from '../../src/main.ts';
import { freePort } from '../../test/program.ts';

export interface LongAgo extends AsyncDisposable {
  readonly url: string;
  /** Moves on to a time of a day that lies so many days back. */
  readonly on: (daysAgo: number, time: string) => void;
  /** From here on it is as late as it is. */
  readonly today: () => void;
  /** A call in the name of somebody, by the browser's way in; the answer, which has to be a good one. */
  readonly call: (person: string, method: string, path: string, body?: object) => Promise<Answer>;
  /** What somebody does at the shop's database with their own hands. */
  readonly byHand: (sql: string) => Promise<void>;
}

// The story looks into answers freely: a wrong guess fails it.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

/** @param daysAgo when the company is founded, at eight in the morning. */
export async function startLongAgo(daysAgo = 34): Promise<LongAgo> {
  await using opened = new AsyncDisposableStack();
  const place = await mkdtemp(join(tmpdir(), 'countersign-screenshots-'));
  opened.defer(() => rm(place, { recursive: true, force: true }));
  const clock = movingClock();
  clock.on(daysAgo, '08:00');
  const port = String(await freePort());
  const dataDir = join(place, 'demo');
  const demo = await startDemo({
    env: { PORT: port },
    dataDir,
    token: null,
    logger: openLogger('error'),
    clock,
  });
  opened.defer(() => demo.stop());
  await demo.withSetupKey((key) => foundCompany(demo, key, dataDir, nobody));
  const all = opened.move();
  return {
    url: demo.url,
    on: clock.on,
    today: clock.today,
    call: (...what) => call(demo.url, ...what),
    byHand: async (sql) => {
      const place = { socketDir: demo.socketDir, port: 5432, database: shopDatabase };
      const answer = await queryAs('postgres', sql, place);
      if ('refused' in answer) throw new Error(answer.refused);
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function movingClock() {
  let behind = 0;
  const now = () => Date.now() - behind;
  return {
    now: () => Math.floor(now()),
    ready: () => true,
    errorMs: () => 0,
    stop: async () => {},
    on: (daysAgo: number, time: string) => {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const midnight = Math.floor(Date.now() / day) * day;
      const wished = midnight - daysAgo * day + hours * hour + minutes * minute;
      if (behind > 0 && wished < now()) throw new Error(`The story goes back in time, to ${time}.`);
      behind = Date.now() - wished;
    },
    today: () => {
      behind = 0;
    },
  };
}

async function call(
  url: string,
  person: string,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const client = { 'x-countersign-client': 'web' };
  const json = { ...client, 'content-type': 'application/json' };
  const entered = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ person }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const answer = await fetch(url + path, {
    method,
    headers: { ...(body ? json : client), cookie },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  await fetch(`${url}/api/sign-out`, { method: 'POST', headers: { ...client, cookie } });
  if (!answer.ok) throw new Error(`${person}: ${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Waits until something has come about that the server does by itself. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 200) throw new Error(`This never came: ${what}.`);
    await delay(50);
  }
}

/** Nobody types, and nobody reads what is said. */
const nobody: Io = {
  env: {},
  folder: process.cwd(),
  out: () => {},
  err: () => {},
  input: async () => '',
  ask: null,
  columns: null,
  color: false,
  stopped: new AbortController().signal,
  now: Date.now,
};
