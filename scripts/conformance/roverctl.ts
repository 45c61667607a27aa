// `roverctl` as teams run it: a folder that exposes, one that subscribes, people who decide, and both taken away again. The
// program is on no registry, so it is not fetched here: the one that ROVERCTL or PATH names is run, where there is one. What it
// calls is recorded, and replayed with the tests (test/rover).
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenOf } from '../../test/cast.ts';
import { cacheFolder, has, run, type Check, type Host, type Part } from './checks.ts';

const program = process.env.ROVERCTL ?? 'roverctl';

export const roverctl: Part = {
  title: 'roverctl (Go)',
  missing: async () =>
    (await has(program, '--version'))
      ? null
      : { sentence: 'There is no roverctl in PATH, and ROVERCTL names none', required: false },
  async run(host, check) {
    const folder = await cacheFolder('rover');
    const provider = await fileIn(folder, 'provider', 'orders.yaml', exposes);
    await fileIn(folder, 'provider', 'openapi.yaml', specification);
    const consumer = await fileIn(folder, 'consumer', 'report.yaml', subscribes);
    const checkout = await teamOf(host, 'checkout');
    const analytics = await teamOf(host, 'analytics');
    await applied(check, host, { provider, consumer, checkout, analytics });
    await takenAway(check, { provider, consumer, checkout, analytics });
  },
};

type Call = (...args: string[]) => Promise<{ stdout: string; stderr: string }>;

interface Teams {
  readonly provider: string;
  readonly consumer: string;
  readonly checkout: Call;
  readonly analytics: Call;
}

async function applied(check: Check, host: Host, teams: Teams): Promise<void> {
  const { provider, consumer, checkout, analytics } = teams;
  await check('apply: a folder that exposes an API and an event', async () => {
    await checkout('apply', '--fail-fast', '-f', provider);
  });
  await check('apply: what waits for people is blocked, and says for whom', async () => {
    const said = await analytics('apply', '--fail-fast', '-f', consumer).then(
      () => assert.fail('it ended well'),
      (error: Error) => error.message,
    );
    assert.match(said, /finished with status \\?"blocked/);
    assert.match(said, /ApprovalPending/);
    assert.match(said, /Bob/);
  });
  await check('get-info: the approval of each subscription', async () => {
    const { stdout } = await analytics('--format', 'json', 'get-info', '-n', 'order-report');
    const { applications } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
      applications: { subscriptions: { approval: { state: string } }[] }[];
    };
    const states = applications[0]!.subscriptions.map(({ approval }) => approval.state);
    assert.deepEqual(states, ['Pending', 'Pending']);
  });
  await check('apply: complete, once people have agreed', async () => {
    for (const who of ['bob', 'carol']) {
      const headers = { 'x-api-key': tokenOf(who) };
      const inbox = (await (await fetch(`${host.url}/api/inbox`, { headers })).json()) as {
        items: { id: string }[];
      };
      for (const { id } of inbox.items) {
        const answer = await fetch(`${host.url}/api/access/${id}/approve`, { method: 'POST', headers });
        assert.ok(answer.ok, await answer.text());
      }
    }
    await analytics('apply', '--fail-fast', '-f', consumer);
  });
  await check('resource get, resource list', async () => {
    const version = ['--api-version', 'tcp.ei.telekom.de/v1'];
    const one = await checkout('resource', 'get', '--kind', 'Rover', ...version, '--name', 'order-service');
    assert.match(one.stdout + one.stderr, /basePath: \/checkout\/orders\/v1/);
    const all = await checkout('resource', 'list', '--kind', 'ApiSpecification', ...version);
    assert.match(all.stdout + all.stderr, /checkout-orders-v1/);
  });
}

async function takenAway(check: Check, teams: Teams): Promise<void> {
  const { provider, consumer, checkout, analytics } = teams;
  await check('apply: a file that is wrong is refused with its fields', async () => {
    const wrong = await fileIn(
      consumer,
      'wrong',
      'report.yaml',
      subscribes.replace('zone: north', 'zne: north'),
    );
    const said = await analytics('apply', '--fail-fast', '-f', wrong).then(
      () => assert.fail('it ended well'),
      (error: Error) => error.message,
    );
    assert.match(said, /Field: spec\.zone/);
  });
  await check('delete: what was subscribed to, what was exposed, and once more', async () => {
    await analytics('delete', '--fail-fast', '-f', consumer);
    await checkout('delete', '--fail-fast', '-f', provider);
    await checkout('delete', '--fail-fast', '-f', provider);
  });
}

async function teamOf(host: Host, team: string): Promise<Call> {
  const answer = await fetch(`${host.url}/api/api-keys`, {
    method: 'POST',
    headers: { 'x-api-key': host.administrator, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: 'rover', teamId: team }),
  });
  const { roverToken } = (await answer.json()) as { roverToken: string };
  const at = { ROVER_SERVER_URL: host.url, ROVER_TOKEN_URL: `${host.url}/oauth2/token` };
  return (...args) =>
    run(program, args, { env: { ROVER_TOKEN: roverToken, ROVER_POLL_INTERVAL: '200ms', ...at } });
}

async function fileIn(folder: string, name: string, file: string, text: string): Promise<string> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, file), text);
  return join(folder, name);
}

const exposes = `apiVersion: tcp.ei.telekom.de/v1
kind: Rover
metadata: { name: order-service }
spec:
  zone: north
  exposures:
    - basePath: /checkout/orders/v1
      upstream: https://orders.fernlane.example
      visibility: ENTERPRISE
      approval: FOUREYES
    - eventType: fernlane.orders.created.v1
      visibility: ENTERPRISE
      approval: SIMPLE
`;

const specification = `openapi: 3.0.3
info: { title: Orders, version: 1.2.0 }
servers: [{ url: https://api.fernlane.example/checkout/orders/v1 }]
paths: {}
`;

const subscribes = `apiVersion: tcp.ei.telekom.de/v1
kind: Rover
metadata: { name: order-report }
spec:
  zone: north
  subscriptions:
    - basePath: /checkout/orders/v1
    - eventType: fernlane.orders.created.v1
      deliveryType: server_sent_event
      payloadType: Data
`;
