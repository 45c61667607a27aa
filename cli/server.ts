// The server as a command sees it: the REST API with its generated types, and nothing else. Answers that are a no become
// a Failure here, so that commands read like the story they tell.
import createClient, { type Client } from 'openapi-fetch';
import { demoFolder, readRunning } from '../src/demo/running.ts';
import type { components, paths } from '../client/api.gen.ts';
import { demoKeys, type DemoKeys } from './demo-keys.ts';
import { Failure, misused, refusal, unreachable } from './failure.ts';
import type { Io } from './io.ts';
import { settingsFrom, usualUrl, type ServerOptions } from './settings.ts';

export type Api = Client<paths>;
export type Schemas = components['schemas'];

export interface Server {
  readonly api: Api;
  readonly url: string;
  /** For addresses that are put together, and for what is not JSON, such as feeds. A no is an answer here. */
  readonly reach: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Finds the server and the key to talk to it. @throws Failure when nobody said as whom. */
export async function openServer(options: ServerOptions, io: Io): Promise<Server> {
  const { url: named, apiKey, person, dataDir } = settingsFrom(options, io);
  const folder = demoFolder(dataDir, io);
  const url = named ?? (person === null ? null : (await readRunning(folder))?.url) ?? usualUrl;
  if (!URL.canParse(url)) throw misused(`"${url}" is no address of a server.`);
  const ask = (request: Request) => fetch(request, { signal: io.stopped });
  const send =
    person === null ? withKey(demandKey(apiKey), ask) : withDemoKey(demoKeys(folder, url, person), ask);
  const reach = async (request: Request) => {
    try {
      return await send(request);
    } catch (error) {
      if (error instanceof Failure || io.stopped.aborted) throw error;
      throw unreachable(url, error);
    }
  };
  return {
    api: createClient<paths>({ baseUrl: url, fetch: reach }),
    url,
    reach: (path, init) => reach(new Request(`${url}${path}`, init)),
  };
}

/** The data of an answer. @throws Failure for everything that is not a yes. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw refusal(response.status, new URL(response.url).origin, error);
  return data as NonNullable<T>;
}

type Send = (request: Request) => Promise<Response>;

function withKey(key: string, ask: Send): Send {
  return (request) => ask(signed(request, key));
}

/** A remembered key may be of an earlier start of the demo; then a new one is fetched, once. */
function withDemoKey(keys: DemoKeys, ask: Send): Send {
  let known: string | null = null;
  return async (request) => {
    known ??= await keys.remembered();
    if (known !== null) {
      const answer = await ask(signed(request.clone(), known));
      if (!(await isUnknownKey(answer))) return answer;
    }
    known = await keys.fresh();
    return ask(signed(request, known));
  };
}

function signed(request: Request, key: string): Request {
  request.headers.set('x-api-key', key);
  request.headers.set('x-countersign-client', 'cli');
  return request;
}

async function isUnknownKey(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false;
  const body = await bodyOf(answer.clone());
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'key_not_found';
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null);
}

function demandKey(key: string | null): string {
  // It would not go into a header, and the sentence about that would show it.
  if (key && !/^[\x20-\x7e]+$/.test(key))
    throw misused('The API key holds characters that no key has, such as the end of a line.');
  if (key) return key;
  throw misused(
    'Who are you? No API key is given.',
    'Set COUNTERSIGN_API_KEY, or in the demo say who you are: --as alice.',
  );
}
