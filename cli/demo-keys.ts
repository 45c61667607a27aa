// Keys of the demo's people: `--as bob` signs in at the demo once and remembers the key it was given, in a file of the
// demo's data folder that only its owner may read. A key that does not work any more, because the demo was started
// again or reset, is simply asked for again.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeClosed } from '../src/demo/closed-file.ts';
import { readRunning } from '../src/demo/running.ts';
import { misused, refusal, unreachable } from './failure.ts';

export interface DemoKeys {
  remembered(): Promise<string | null>;
  fresh(): Promise<string>;
}

/** The keys of one person at one demo. */
export function demoKeys(folder: string, url: string, person: string): DemoKeys {
  const file = join(folder, 'cli-keys.json');
  return {
    remembered: async () => (await readKeys(file))[nameOf(url, person)] ?? null,
    async fresh() {
      const running = await readRunning(folder);
      // The token is for the demo that printed it, and for nobody else whom --url might name.
      const key = await signIn(
        url,
        person,
        running && portOnThisMachine(running.url) === portOnThisMachine(url) ? running.token : null,
      );
      await writeClosed(
        file,
        `${JSON.stringify({ ...(await readKeys(file)), [nameOf(url, person)]: key }, null, 2)}\n`,
      );
      return key;
    },
  };
}

/** The port of an address on this machine; NaN, which equals nothing, for every other one. */
function portOnThisMachine(url: string): number {
  const { hostname, port, protocol } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return isHere ? Number(port || (protocol === 'https:' ? 443 : 80)) : Number.NaN;
}

function nameOf(url: string, person: string): string {
  return `${person} at ${url}`;
}

async function readKeys(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

async function signIn(url: string, person: string, token: string | null): Promise<string> {
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-countersign-client': 'cli' },
    body: JSON.stringify({ person, ...(token !== null && { token }) }),
  }).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return (body as { key: string }).key;
  throw isNoDemo(body)
    ? misused(
        `The server at ${url} is no demo, so nobody can just be ${person} there.`,
        'Use a key: COUNTERSIGN_API_KEY.',
      )
    : refusal(answer.status, url, body);
}

function isNoDemo(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'page_not_found';
}
