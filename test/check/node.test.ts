// A process that only answers checks, beside a server in another one: it sees what is decided there, says how far behind
// it is, and denies everything while it has no database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { startCheckNode, type RunningCheckNode } from '../../src/check-node.ts';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/main.ts';
import { castInto, tokenOf, type KeyName } from '../cast.ts';
import { freshDatabase } from '../postgres.ts';
import { question } from './question.ts';

const logger = pino({ level: 'silent' });

async function startNode(url: string) {
  const config = readConfig({ DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1' });
  const node = await startCheckNode(config, logger);
  return { ...clientOf(node), [Symbol.asyncDispose]: () => node.stop() };
}

function clientOf({ server }: Pick<RunningCheckNode, 'server'>) {
  const { port } = server.server.address() as AddressInfo;
  const call = async (as: KeyName | null, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(as && { 'x-api-key': tokenOf(as) }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
    return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined };
  };
  const may = async (subject: string) => {
    const asked = question(subject, 'access', 'output-port:orders/latest');
    const { status, body } = await call('organization-reads', 'POST', '/access/v1/evaluation', asked);
    assert.equal(status, 200);
    return body.decision || body.context.code;
  };
  return { call, may };
}

/** Asks again until the answer is this one; a test that never hears it is ended by its time. */
async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  while ((await ask()) !== wanted) await delay(5);
}

test('it follows what is decided elsewhere, and only answers checks', { timeout: 60_000 }, async () => {
  await using fresh = await freshDatabase({ content: { name: 'cast', into: castInto } });
  const config = readConfig({ DATABASE_URL: fresh.url, PORT: '0', HOST: '127.0.0.1' });
  const running = await startServer({ config, logger, hosts: null, demo: false });
  try {
    const server = clientOf(running.countersign);
    await using node = await startNode(fresh.url);
    await until(() => node.may('team:analytics'), 'no_access');
    const asked = {
      id: 'a1',
      resource: 'orders/latest',
      purpose: 'Figures',
      consumer: { teamId: 'analytics' },
    };
    assert.ok((await server.call('alice', 'POST', '/api/access', asked)).status < 300);
    await server.call('bob', 'POST', '/api/access/a1/approve');
    await until(() => node.may('team:analytics'), true);
    assert.equal(
      await server.may('person:alice'),
      true,
      'a server answers as well, from its first question on',
    );
    await server.call('bob', 'POST', '/api/access/a1/suspend', { comment: 'Wait.' });
    await until(() => node.may('team:analytics'), 'no_access');
    await until(() => server.may('team:analytics'), 'no_access');

    const { status, body } = await node.call(null, 'GET', '/readyz');
    assert.deepEqual([status, body.status], [200, 'ready']);
    assert.ok(body.check.behindSeconds < 5 && body.check.position > 0);
    const metrics = await node.call(null, 'GET', '/metrics');
    assert.match(metrics.text, /^countersign_check_behind_seconds \d/m);
    assert.match(
      metrics.text,
      /^countersign_http_seconds_count\{method="POST",route="\/access\/v1\/evaluation",status="200"\}/m,
    );
    assert.equal((await node.call('organization', 'GET', '/api/access')).status, 404);
    assert.equal((await node.call('alice', 'POST', '/access/v1/evaluation', {})).status, 403);
  } finally {
    await running.stop();
  }
});

test(
  'without its database it denies everything, says why, and is not ready',
  { timeout: 60_000 },
  async () => {
    await using node = await startNode('postgres://nobody@127.0.0.1:9/nothing');
    assert.equal(await node.may('team:analytics'), 'loading');
    const asked = question('team:analytics', 'access', 'output-port:orders/latest');
    assert.equal((await node.call(null, 'POST', '/access/v1/evaluation', asked)).status, 401);
    const { body } = await node.call('organization', 'POST', '/access/v1/evaluations', {
      ...asked,
      evaluations: [{}],
    });
    assert.equal(body.evaluations[0].decision, false);
    const search = await node.call('organization', 'POST', '/access/v1/search/action', asked);
    assert.deepEqual([search.status, search.body.code], [503, 'check_uncertain']);
    assert.equal((await node.call(null, 'GET', '/healthz')).status, 200);
    const ready = await node.call(null, 'GET', '/readyz');
    assert.deepEqual([ready.status, ready.body.obstacles], [503, ['It is not known yet who has access.']]);
  },
);
