// Tells a story to a server and keeps what was said: every call with its answer is the example of one operation, in the
// API description and in the reference that is made of it. What differs from run to run is given a steady form, so that
// what is kept can be compared letter by letter.
import assert from 'node:assert/strict';
import type { Example } from '../../src/adapters/http/examples.ts';
import { second } from '../../src/core/time.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import type { World } from '../world.ts';
import type { Steady } from './steady.ts';

export interface Call {
  /** What stands in the braces of the address. */
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** The body is sent as a form sends it, and not as JSON. */
  readonly asForm?: true;
  /** What is kept of a long answer. */
  readonly keep?: (answer: never) => unknown;
  /** The answer goes on for as long as somebody listens; this much of it is heard. */
  readonly untilHeard?: string;
}

/** Somebody of the cast by a key, `nobody`, or somebody by the headers that their browser sends. */
export type Voice = KeyName | Readonly<Record<string, string>>;

export interface Told {
  readonly headers: Readonly<Record<string, string>>;
  // A story looks into answers freely; a wrong guess fails it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface Telling {
  readonly world: World;
  readonly steady: Steady;
  /** Calls an operation, named as in the API description, and keeps this as its example. */
  readonly tell: (summary: string, voice: Voice, operation: string, call?: Call) => Promise<Told>;
  /** Calls it without keeping anything: what has to happen so that the story can go on. */
  readonly meanwhile: (voice: Voice, operation: string, call?: Call) => Promise<Told>;
  /** By operation, in the order in which they were told. */
  readonly examples: ReadonlyMap<string, Example>;
}

export function tellTo(world: World, steady: Steady): Telling {
  const examples = new Map<string, Example>();
  return {
    world,
    steady,
    examples,
    meanwhile: async (voice, operation, call = {}) => (await send(world, voice, operation, call)).told,
    tell: async (summary, voice, operation, call = {}) => {
      assert.ok(
        !examples.has(operation),
        `${operation} has an example already: "${summary}" is one too many`,
      );
      const { status, type, told } = await send(world, voice, operation, call);
      const { path, query, headers, body, keep = (all: unknown) => all } = call;
      const answer = told.body === undefined ? undefined : keep(told.body as never);
      examples.set(operation, steady.form({ summary, path, query, headers, body, status, type, answer }));
      return told;
    },
  };
}

async function send(world: World, voice: Voice, operation: string, call: Call) {
  const [method, template] = operation.split(' ') as ['GET', string];
  const url = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path![name]!));
  const answer = await world.server.inject({
    method,
    url,
    headers: {
      ...headersOf(voice),
      ...(call.asForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...call.headers,
    },
    ...(call.query && {
      query: Object.fromEntries(Object.entries(call.query).map(([k, v]) => [k, String(v)])),
    }),
    ...(call.body !== undefined && {
      payload: call.asForm
        ? new URLSearchParams(call.body as Record<string, string>).toString()
        : (call.body as object),
    }),
    payloadAsStream: true,
  });
  const text = await heard(answer.stream(), call.untilHeard);
  world.clock.advance(second);
  assert.ok(answer.statusCode < 400, `${operation}: ${answer.statusCode} ${text}`);
  const type = text === '' ? undefined : String(answer.headers['content-type']).split(';')[0]!;
  const body = type === undefined ? undefined : /json/.test(type) ? JSON.parse(text) : text;
  return {
    status: answer.statusCode,
    type,
    told: { headers: answer.headers as Record<string, string>, body },
  };
}

function headersOf(voice: Voice): Record<string, string> {
  if (typeof voice !== 'string') return { ...voice };
  return voice === 'nobody' ? {} : { 'x-api-key': tokenOf(voice) };
}

async function heard(stream: NodeJS.ReadableStream, until: string | undefined): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (until !== undefined && text.includes(until)) break;
  }
  return text;
}
