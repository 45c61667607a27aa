// Load as people and programs cause it: calls over HTTP, as fast as so many connections allow, or one after the other at
// a steady pace. Whatever is not answered with success fails the measurement, because a server that refuses is fast at
// nothing.
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { tokenOf, type KeyName } from '../test/cast.ts';
import { bareConnection } from './bare-connection.ts';
import { percentile } from './figure.ts';
import type { ServerProcess } from '../test/server-process.ts';

export interface Calls {
  readonly as: KeyName;
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly count: number;
  readonly path: (nth: number) => string;
  readonly body?: (nth: number) => unknown;
}

export interface Answered {
  readonly perSecond: number;
  /** Milliseconds from the call to its answer. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

type Server = Pick<ServerProcess, 'url'>;

/** As many calls at once as there are connections, each as soon as the one before it is answered. */
export async function rush(server: Server, calls: Calls, connections = 64): Promise<Answered> {
  const { method, count, path, body } = calls;
  const headers = headersOf(calls);
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  const one = async () => {
    const connection = bareConnection(server.url);
    while (next < count) {
      const nth = next++;
      const sent = performance.now();
      const status = await connection.send({
        method,
        path: path(nth),
        headers,
        body: body && JSON.stringify(body(nth)),
      });
      if (status >= 300) throw new Error(`${method} ${path(nth)} was answered with ${status}`);
      took.push(performance.now() - sent);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: Math.min(connections, count) }, one));
  return { ...spread(took), perSecond: (count / (performance.now() - began)) * 1000 };
}

/**
 * Calls at fixed instants, whether the ones before are answered or not, as independent people make them.
 *
 * @param answered hears the number of each call, the instant at which its answer was there, and how many milliseconds
 *   after the call was due that is.
 */
export async function pace(
  server: Server,
  calls: Calls,
  perSecond: number,
  answered: (nth: number, at: number, ms: number) => void = () => {},
): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const began = performance.now();
  const took: number[] = [];
  const underWay: Promise<void>[] = [];
  for (let nth = 0; nth < calls.count; nth++) {
    const due = began + (nth / perSecond) * 1000;
    if (due > performance.now()) await delay(due - performance.now());
    underWay.push(
      send(server, agent, calls, nth).then(() => {
        const ms = performance.now() - due;
        took.push(ms);
        answered(nth, performance.timeOrigin + due + ms, ms);
      }),
    );
  }
  await Promise.all(underWay);
  agent.destroy();
  return { ...spread(took), perSecond: (calls.count / (performance.now() - began)) * 1000 };
}

function send({ url }: Server, agent: Agent, calls: Calls, nth: number): Promise<void> {
  const { method, path, body } = calls;
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path(nth)}`, { agent, method, headers: headersOf(calls) }, (answer) => {
      const { statusCode = 0 } = answer;
      if (statusCode >= 300) reject(new Error(`${method} ${path(nth)} was answered with ${statusCode}`));
      answer.resume().on('end', resolve);
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body(nth)));
  });
}

/** One call on a connection that is kept. Throws when it is not answered with success. */
export async function statusAndText(
  { url }: Server,
  as: KeyName,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'x-api-key': tokenOf(as), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
  return { status: answer.status, text };
}

function headersOf({ as }: Calls) {
  return { 'x-api-key': tokenOf(as), 'content-type': 'application/json' };
}

function spread(took: readonly number[]) {
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), p99: percentile(took, 0.99) };
}

/** Alice asks for `orders/latest`, or another output port, for her team: a0, a1, a2 … */
export function asks(count: number, from = 0, port = 'latest'): Calls {
  return {
    as: 'alice',
    method: 'PUT',
    count,
    path: (nth) => `/api/access/a${from + nth}`,
    body: () => ({
      info: { purpose: 'measuring' },
      provider: { dataProductId: 'orders', outputPortId: port },
      consumer: { teamId: 'analytics' },
    }),
  };
}

/** Bob allows a0, a1, a2 … */
export function allows(count: number, from = 0): Calls {
  return {
    as: 'bob',
    method: 'POST',
    count,
    path: (nth) => `/api/access/a${from + nth}/approve`,
    body: () => ({ comment: 'fine' }),
  };
}
