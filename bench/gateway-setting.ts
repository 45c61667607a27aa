// A gateway as a company runs it: a server, a process that only answers checks, an nginx with our configuration in front of
// a small upstream, and an issuer of tokens. What is called is the API that checkout exposes at /shop/orders/v1.
import { readFile } from 'node:fs/promises';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenOf, type KeyName } from '../test/cast.ts';
import { openIssuer } from '../test/check/issuer.ts';
import { freePort } from '../test/program.ts';
import { findNginx, startNginx, versionOf } from './nginx.ts';
import { openSetting } from './setting.ts';

export interface GatewaySetting extends AsyncDisposable {
  readonly version: string;
  /** Calls through the gateway; the status. @param token null: without one. */
  readonly call: (token?: string | null, path?: string) => Promise<number>;
  /** Calls the server. */
  readonly api: (as: KeyName, method: string, path: string, body?: unknown) => Promise<void>;
  /** Calls through the gateway until the status is this one; how many milliseconds that took. */
  readonly until: (status: number) => Promise<number>;
}

export async function openGatewaySetting(): Promise<GatewaySetting | { readonly missing: string }> {
  const program = await findNginx();
  if (program === null) return { missing: 'There is no nginx here, and no apt that could fetch one' };
  await using opened = new AsyncDisposableStack();
  const setting = opened.use(await openSetting());
  const issuer = opened.use(await openIssuer());
  const server = opened.use(await setting.startServer());
  const node = opened.use(await setting.startCheckNode({ COUNTERSIGN_GATEWAY_ISSUER: issuer.url }));
  const upstream = opened.use(await openUpstream());
  const port = await freePort();
  opened.use(await startNginx(program, port, await configuration(node.url, upstream.port)));

  const agent = new Agent({ keepAlive: true });
  opened.defer(() => agent.destroy());
  const token = await issuer.sign({ client_id: 'reports' }, Date.now() + 3_600_000);
  const call: GatewaySetting['call'] = (said = token, path = '/shop/orders/v1/4711') =>
    statusOf({ port, path, agent, headers: said === null ? {} : { authorization: `Bearer ${said}` } });
  const api: GatewaySetting['api'] = async (as, method, path, body) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'x-api-key': tokenOf(as), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  await api('dan', 'PUT', '/api/applications/reports', { id: 'reports', team: 'analytics', name: 'Reports' });
  await api('dan', 'PUT', '/api/resources/orders-v1', {
    id: 'orders-v1',
    type: 'api',
    name: '/shop/orders/v1',
    owner: 'checkout',
    offers: ['orders:read', 'orders:write'],
  });
  const all = opened.move();
  return {
    version: await versionOf(program),
    call,
    api,
    until: async (status) => {
      const began = performance.now();
      while ((await call()) !== status);
      return Math.round(performance.now() - began);
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Our configuration as people take it, with what stands in capitals replaced. */
async function configuration(checkUrl: string, upstreamPort: number): Promise<string> {
  const file = await readFile(new URL('../deploy/nginx/countersign.conf', import.meta.url), 'utf8');
  const ours = file
    .replaceAll('http://CHECK/', `${checkUrl}/`)
    .replaceAll('CHECK_KEY', tokenOf('organization-reads'));
  return `${ours}
set $countersign_resource "";
set $countersign_action "";
location / { auth_request /.countersign; proxy_pass http://127.0.0.1:${upstreamPort}; }`;
}

async function openUpstream(): Promise<AsyncDisposable & { readonly port: number }> {
  const server: Server = createServer((_request, answer) => answer.end('orders'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function statusOf(options: {
  port: number;
  path: string;
  agent: Agent;
  headers: Record<string, string>;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode!));
    });
    sent.on('error', reject);
    sent.end();
  });
}
