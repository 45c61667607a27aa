// memory: what the demo takes after its start and a little use, once it stands idle again: everything that its server
// process has in memory, and of the processes of its PostgreSQL what they use, with memory that several share counted
// once (PSS). The notes say what it took at the moment of the last call, when connections that only a busy moment needs
// were still open.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { openFolder } from '../src/adapters/db/embedded/folder.ts';
import { processesOf } from '../src/adapters/db/embedded/processes.ts';
import { firstStart, type Demo } from './demo.ts';
import { atMost, type Figure } from './figure.ts';

const lives = 100;

export async function memory(): Promise<Figure> {
  await using demo = await firstStart();
  await use(demo);
  const busy = await taken(demo);
  await delay(idleMs);
  const { server, postgres, processes } = await taken(demo);
  return atMost(1, {
    id: 'memory',
    value: server + postgres,
    unit: 'MB',
    against: { what: 'a fixed bound', value: 300 },
    notes: {
      server,
      PostgreSQL: postgres,
      'processes of PostgreSQL': processes,
      'at the last call': busy.server + busy.postgres,
    },
  });
}

/** Longer than the pool keeps a connection that nobody needs. */
const idleMs = 15_000;

interface Taken {
  readonly server: number;
  readonly postgres: number;
  readonly processes: number;
}

async function taken(demo: Demo): Promise<Taken> {
  const database = await processesOf(await openFolder(demo.dataDir));
  const shares = await Promise.all(database.map(({ pid }) => megabytes(pid, 'Pss')));
  return {
    server: await megabytes(demo.program.pid, 'Rss'),
    postgres: shares.reduce((sum, one) => sum + one, 0),
    processes: database.length,
  };
}

async function megabytes(pid: number, what: 'Rss' | 'Pss'): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(new RegExp(`^${what}: +(\\d+) kB$`, 'm').exec(text)![1]) / 1000;
}

/** Some people ask and decide, look at lists, and read the reference. */
async function use({ url }: Demo): Promise<void> {
  const [alice, bob] = [await signIn(url, 'alice'), await signIn(url, 'bob')];
  const call = async (key: string, method: string, path: string, body?: object) => {
    const headers = { 'x-api-key': key, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}`);
  };
  const resource = 'orders/orders-latest';
  for (let nth = 0; nth < lives; nth++) {
    const asked = {
      id: `use-${nth}`,
      resource,
      purpose: 'Looking around',
      consumer: { teamId: 'analytics' },
    };
    await call(alice, 'POST', '/api/access', asked);
    await call(bob, 'GET', '/api/inbox');
    await call(bob, 'POST', `/api/access/use-${nth}/approve`, { comment: 'fine' });
    await call(alice, 'GET', '/api/access?pageSize=100');
    await call(alice, 'GET', `/api/access/use-${nth}/history`);
  }
  for (const path of [
    '/',
    '/docs',
    '/openapi.json',
    '/metrics',
    '/api/graph',
    '/api/resources',
    '/api/events',
  ])
    await call(alice, 'GET', path);
}

async function signIn(url: string, person: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-countersign-client': 'cli' };
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ person }),
  });
  return ((await answer.json()) as { key: string }).key;
}
