// Every operation × every role, on a real server with real credentials, held against the committed table. What is
// compared is the door: a problem of the door names the audience it is for. Operations are called with ids of nothing
// and empty bodies, so an open door leads to a 4xx of its own; none may answer 5xx to that.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { nameOf } from '../../scripts/gen/permissions.ts';
import type { Operation } from '../../src/adapters/http/server.ts';
import { startSession } from '../../src/app/sign-in.ts';
import type { PersonId } from '../../src/core/ids.ts';
import { tokenOf, type KeyName } from '../cast.ts';
import { openWorld, type World } from '../world.ts';

const table = readTable(readFileSync(new URL('../output/permissions.txt', import.meta.url), 'utf8'));

test('every door opens for exactly the roles in the permission table', { timeout: 120_000 }, async () => {
  await using world = await openWorld();
  const wrong: string[] = [];
  for (const operation of world.server.operations)
    await Promise.all(
      Object.entries(roles).map(async ([role, credentials]) => {
        const { door, status } = await knock(world, operation, await credentials(world));
        const expected = table.get(nameOf(operation))?.[role];
        // 501 is no fault: it says what others do at this address, and Countersign does not.
        if (door !== expected || (status >= 500 && status !== 501))
          wrong.push(`${nameOf(operation)} as ${role}: ${door} (${status}), in the table ${expected}`);
      }),
    );
  assert.deepEqual(wrong, []);
});

test('the table, the server and the API description know the same operations', async () => {
  await using world = await openWorld();
  const served = new Set(world.server.operations.map(nameOf));
  assert.deepEqual(
    [...table.keys()].filter((name) => !served.has(name)),
    [],
  );
  assert.deepEqual(
    [...served].filter((name) => !table.has(name)),
    [],
  );
  const described = Object.entries(world.server.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) =>
      nameOf({ method: method.toUpperCase(), url: path.replaceAll(/\{([^}]+)\}/g, ':$1') }),
    ),
  );
  assert.ok(described.length > 20);
  assert.deepEqual(
    described.filter((name) => !table.has(name) && !isWildcard(name)),
    [],
  );
});

/** A session that has just begun, so that one that an operation ends is not missed by the next. */
const session =
  (person: string) =>
  async (world: World): Promise<Record<string, string>> => {
    const visitor = { address: '192.0.2.1', agent: null, replaced: null };
    const { token } = await startSession(world.identity)(person as PersonId, visitor);
    return { cookie: `countersign=${token}`, 'x-countersign-client': 'web' };
  };

const key = (name: KeyName) => async (): Promise<Record<string, string>> => ({ 'x-api-key': tokenOf(name) });

const roles: Record<string, (world: World) => Promise<Record<string, string>>> = {
  nobody: async () => ({}),
  // Somebody whose other credentials are not used here, because one operation ends all sessions of a person.
  person: session('carol'),
  auditor: session('ivy'),
  administrator: session('dan'),
  'user key': key('eve'),
  'user key, reads': key('alice-reads'),
  'team key': key('checkout-key'),
  'team key, reads': key('checkout-reads'),
  'Rover token': async (world) => ({ authorization: `Bearer ${await roverToken(world)}` }),
  'organization key': key('organization'),
  'organization key, reads': key('organization-reads'),
};

async function knock(world: World, { method, url }: Operation, headers: Record<string, string>) {
  const path = url
    .replace(':emailAddress', 'nobody@fernlane.example')
    .replaceAll(/:\w+/g, 'nothing-here')
    .replace('*', 'nothing-here');
  const body = method === 'GET' || method === 'DELETE' ? {} : { payload: '{}' };
  const call = { method, url: path, headers, ...body };
  const withType = { ...call, headers: { 'content-type': 'application/json', ...headers } };
  // What answers for as long as somebody listens has let them in.
  const answer = await Promise.race([world.server.inject(withType), delay(3000, null, { ref: false })]);
  if (answer === null) return { door: '✓', status: 200 };
  return { door: isShut(answer.payload) ? '✗' : '✓', status: answer.statusCode };
}

const shutBy: ReadonlySet<string> = new Set(['key_not_found', 'sign_in_required', 'token_not_valid']);

/** The one of this file's world: no operation that is tried ends it. */
let known: string | undefined;

async function roverToken(world: World): Promise<string> {
  if (known !== undefined) return known;
  const key = await world.as('bob').post('/api/api-keys', { scope: 'rover', teamId: 'checkout' });
  const client = { client_id: key.body.organizationApiKeyId, client_secret: key.body.key };
  const answer = await world.server.inject({
    method: 'POST',
    url: '/oauth2/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...client }).toString(),
  });
  return (known ??= answer.json().access_token as string);
}

function isShut(payload: string): boolean {
  if (!payload.startsWith('{"type":"about:blank"')) return false;
  const { code, audience } = JSON.parse(payload) as { code: string; audience?: string };
  return audience !== undefined || shutBy.has(code);
}

/** By operation and role: ✓ or ✗. */
function readTable(text: string): Map<string, Record<string, string>> {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.trim().split(/ {2,}/);
  return new Map(
    lines.map((line) => {
      const cells = line.slice(line.search(/[✓✗]/)).trim().split(/ +/);
      const name = line.slice(0, line.search(/ +[✓✗]/));
      return [name, Object.fromEntries(names.map((role, nth) => [role, cells[nth]!]))];
    }),
  );
}

/** The API description names a wildcard; a route only has a star. */
function isWildcard(name: string): boolean {
  return name.includes('*') || name.endsWith('/');
}
