// A small world for a test: a database of its own with the cast in it, the assembled server, and a clock that stands still
// until the test moves it. Requests go through the real server in process, and every answer is held against what the API
// description says about its operation. Everything closes itself.
//
//   await using world = await openWorld();
//   await world.as('alice').put('/api/access/a1', { … });
//   world.clock.advance(2 * day);
import { pino } from 'pino';
import type pg from 'pg';
import { sealAll } from '../src/adapters/db/log/seal.ts';
import type { Instant, Milliseconds } from '../src/core/time.ts';
import { assemble, type Countersign, type Parts } from '../src/server.ts';
import { tokenOf, type KeyName } from './cast.ts';
import { holdAnswers } from './held-answers.ts';
import { lendDatabase } from './lent-database.ts';

export const noon: Instant = Date.UTC(2026, 10, 2, 12);

export interface TestClock {
  now(): Instant;
  set(instant: Instant): void;
  advance(length: Milliseconds): void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
  // Tests look into answers freely; a wrong guess fails the test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

type Send = (url: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
export type Client = Record<'get' | 'put' | 'post' | 'delete', Send>;

export interface World extends Countersign, AsyncDisposable {
  readonly pool: pg.Pool;
  readonly clock: TestClock;
  /** Brings everything that happened into the log, as a server does behind every commit. */
  seal(): Promise<void>;
  /** Somebody with a key of the cast. */
  as(key: KeyName): Client;
  /** Nobody: no credential at all. */
  readonly nobody: Client;
}

/** @param parts what this test's server does differently, such as the address at which people reach it. */
export async function openWorld(parts: Partial<Parts> = {}): Promise<World> {
  const { pool, giveBack } = await lendDatabase();
  const clock = clockAt(noon);
  const countersign = assemble({
    pool,
    clock,
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    trustProxy: false,
    publicUrl: 'http://countersign.test',
    hosts: null,
    sealSoon: () => {},
    ...parts,
  });
  const answers = holdAnswers(countersign.server);
  await countersign.server.ready();
  return {
    ...countersign,
    pool,
    clock,
    seal: async () => void (await sealAll(pool)),
    as: (key) => client(countersign, { 'x-api-key': tokenOf(key) }),
    nobody: client(countersign, {}),
    [Symbol.asyncDispose]: async () => {
      await countersign.server.close();
      await giveBack();
      answers.check();
    },
  };
}

export function clockAt(start: Instant): TestClock {
  let now = start;
  return {
    now: () => now,
    set: (instant) => void (now = instant),
    advance: (length) => void (now += length),
  };
}

function client({ server }: Countersign, credential: Record<string, string>): Client {
  const send =
    (method: 'GET' | 'PUT' | 'POST' | 'DELETE'): Send =>
    async (url, body, headers = {}) => {
      const answer = await server.inject({
        method,
        url,
        headers: { 'content-type': 'application/json', ...credential, ...headers },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const isJson = /json/.test(answer.headers['content-type'] ?? '');
      return {
        status: answer.statusCode,
        headers: answer.headers as Record<string, string>,
        text: answer.payload,
        body: isJson && answer.payload !== '' ? JSON.parse(answer.payload) : undefined,
      };
    };
  return { get: send('GET'), put: send('PUT'), post: send('POST'), delete: send('DELETE') };
}
