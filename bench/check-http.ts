// How many checks a second a process answers over HTTP with a million live grants, against a bare echo of the same
// questions on as many connections. The echo parses and writes JSON; the check also knows who asks. The two take turns, so
// that a machine that grows slower does so for both. Beside it: how soon a process serves, and how much memory a grant takes.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { startServerProcess, type ServerProcess } from '../test/server-process.ts';
import { atLeast, type Figure } from './figure.ts';
import { pace, rush, type Calls } from './load.ts';
import { fillGrants, millionGrants, questionOf } from './million-grants.ts';
import { openSetting } from './setting.ts';

const count = 30_000;
const rounds = 3;

export async function checkHttp(): Promise<Figure> {
  await using setting = await openSetting({ max_wal_size: '4GB', shared_buffers: '256MB' });
  const empty = await bytesOf(await setting.startCheckNode());
  await fillGrants(setting.pool);
  const began = performance.now();
  await using node = await setting.startCheckNode();
  await untilReady(node);
  const readyMs = performance.now() - began;
  await using echo = await startServerProcess({}, new URL('echo.ts', import.meta.url).href);
  const asks = questions(count);
  const best = { check: 0, echo: 0 };
  for (let round = 0; round < rounds; round++) {
    best.echo = Math.max(best.echo, (await rush(echo, asks)).perSecond);
    best.check = Math.max(best.check, (await rush(node, asks)).perSecond);
  }
  const half = await pace(node, questions(count / 3), best.check / 2);
  const bytes = (await memoryOf(node)) - empty;
  return atLeast(0.8, {
    id: 'check_http',
    value: best.check,
    unit: 'checks/s',
    against: { what: 'a bare echo of the same questions', value: best.echo },
    notes: {
      'p99 ms at half load': half.p99,
      'p50 ms at half load': half.p50,
      'seconds until it serves': readyMs / 1000,
      'bytes a grant': bytes / millionGrants,
    },
  });
}

/** Grants picked all over, in an order that is the same in every run. */
function questions(number: number): Calls {
  return {
    as: 'organization-reads',
    method: 'POST',
    count: number,
    path: () => '/access/v1/evaluation',
    body: (nth) => questionOf((nth * 7919) % millionGrants),
  };
}

async function untilReady({ url }: ServerProcess): Promise<void> {
  while (!(await fetch(`${url}/readyz`)).ok) await delay(20);
}

async function bytesOf(node: ServerProcess): Promise<number> {
  await untilReady(node);
  const bytes = await memoryOf(node);
  await node[Symbol.asyncDispose]();
  return bytes;
}

/** What the process holds in memory. */
async function memoryOf({ pid }: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
