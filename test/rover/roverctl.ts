// Plays the calls that roverctl makes, as they were recorded from the real program while it applied files of Fernlane
// (roverctl-calls.json): methods, addresses, names of headers, bodies. It was built from its public source at release
// 0.23.0. Where a call carries a credential, the one of the team stands in; everything else is sent as it was.
import { readFileSync } from 'node:fs';
import type { World } from '../world.ts';

export type Command = keyof typeof recorded;

interface Call {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: readonly string[];
  readonly body?: unknown;
}

export interface Answered {
  readonly call: string;
  readonly status: number;
  // Tests look into answers freely; a wrong guess fails the test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

const recorded = JSON.parse(readFileSync(new URL('roverctl-calls.json', import.meta.url), 'utf8')) as Record<
  | 'apply provider'
  | 'apply consumer'
  | 'get-info'
  | 'get-info -n'
  | 'resource get'
  | 'resource list'
  | 'rotate-secret'
  | 'get-secret'
  | 'delete consumer'
  | 'delete provider',
  readonly Call[]
>;

/** What the program reads out of ROVER_TOKEN. */
export interface RoverToken {
  readonly environment: string;
  readonly group: string;
  readonly team: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly token_url: string;
  readonly server_url: string;
  readonly generated_at: number;
}

/** As the program reads it: nothing without a dot, and what stands before it counts more than what stands within. */
export function readToken(text: string): RoverToken {
  const at = text.indexOf('.');
  const known = JSON.parse(Buffer.from(at < 0 ? '' : text.slice(at + 1), 'base64').toString()) as RoverToken;
  const [environment, group, team] = text.slice(0, at).split('--') as [string, string, string];
  return { ...known, environment, group, team };
}

/** Runs a command against a world and gives every answer that it got. */
export async function roverctl(world: World, token: RoverToken, command: Command): Promise<Answered[]> {
  const answers: Answered[] = [];
  let bearer = '';
  for (const { method, path, headers, body } of recorded[command]) {
    const isForToken = path === '/oauth2/token';
    const client = Buffer.from(`${token.client_id}:${encodeURIComponent(token.client_secret)}`).toString(
      'base64',
    );
    const values: Record<string, string> = {
      authorization: isForToken ? `Basic ${client}` : `Bearer ${bearer}`,
      'content-type': isForToken ? 'application/x-www-form-urlencoded' : 'application/json',
      'user-agent': isForToken ? 'Go-http-client/1.1' : 'rover-ctl/0.0.0',
      'accept-encoding': 'gzip',
    };
    const answer = await world.server.inject({
      method,
      url: path,
      headers: Object.fromEntries(headers.map((name) => [name, values[name]!])),
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const read = answer.payload === '' ? undefined : answer.json();
    if (isForToken) bearer = read.access_token;
    answers.push({ call: `${method} ${path}`, status: answer.statusCode, body: read });
  }
  return answers;
}

/** What a command sends for the first document of a kind. */
export function recordedBody(command: Command, kind: string): unknown {
  return recorded[command].find((call) => call.path.startsWith(`/rover/api/${kind}/`))?.body;
}
