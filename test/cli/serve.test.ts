// A server for real work, as a process: it makes nothing up, says one thing to people, and ends in order.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/main.ts';
import { castInto } from '../cast.ts';
import { freshDatabase } from '../postgres.ts';
import { freePort, programPath, startProgram } from '../program.ts';
import { seat } from './desk.ts';

test('it serves, gives the first administrator a link once, ends when it is asked to, and makes no key up', async () => {
  await using fresh = await freshDatabase();
  const port = await freePort();
  const env = { DATABASE_URL: fresh.url, PORT: String(port) };
  await using server = startProgram(['serve'], env);
  const [, token] = await server.says(/\/sign-in\/link#([\w-]+)\n/);
  const url = `http://localhost:${port}`;
  const body = { token, email: 'dan@fernlane.example', name: 'Dan', password: 'correct horse battery' };
  const opened = await post(`${url}/api/sign-in/link`, body);
  assert.equal(opened.status, 200);
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
  assert.equal((await post(`${url}/api/sign-in/link`, body)).status, 403);
  assert.equal((await fetch(`${url}/demo/people`)).status, 404);
  assert.equal((await fetch(`${url}/`)).headers.get('x-countersign-demo'), null);

  const target = {
    connector: 'postgresql',
    settings: { host: 'db', database: 'shop', user: 'countersign' },
    secrets: { password: 'x' },
  };
  const refused = await fetch(`${url}/api/targets/warehouse`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'x-countersign-client': 'web' },
    body: JSON.stringify(target),
  });
  assert.deepEqual(
    [refused.status, ((await refused.json()) as { code: string }).code],
    [503, 'secret_key_missing'],
  );

  assert.equal(await server.ends('SIGTERM'), 0);
  for (const line of server
    .said()
    .split('\n')
    .filter((one) => one.startsWith('{')))
    JSON.parse(line);
  assert.doesNotMatch(server.said(), /correct horse/);

  await using again = startProgram(['serve'], env);
  await again.says(/listening/);
  assert.equal(await again.ends('SIGINT'), 0);
  assert.doesNotMatch(again.said(), /sign-in\/link/);
});

test('settings that are wrong are told together, before anything starts', async () => {
  const { code, err } = await seat({ PORT: 'many', LOG_LEVEL: 'loud' }).types('serve');
  assert.equal(code, 2);
  assert.match(err, /^error: The settings are not right:\n +PORT has to be .*\n +LOG_LEVEL has to be /);
});

test('a database that does not answer is told in a sentence', async () => {
  const { code, err } = await seat({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    LOG_LEVEL: 'silent',
  }).types('serve');
  assert.equal(code, 3);
  assert.match(
    err,
    /^error: The database does not answer\.\n +connect ECONNREFUSED 127\.0\.0\.1:9\n +fix: Look whether .* DATABASE_URL is right\.\n$/,
  );
});

test('with another key for secrets than the one of its first start it says so, and ends', async () => {
  await using fresh = await freshDatabase();
  const start = async (key: number) => {
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: fresh.url,
      PORT: String(await freePort()),
      COUNTERSIGN_SECRET_KEY: Buffer.alloc(32, key).toString('base64'),
    };
    const started = spawn(programPath, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const patience = setTimeout(() => started.kill('SIGKILL'), 30_000);
    started.stdout.on('data', (words) => /sign-in\/link/.test(String(words)) && started.kill());
    const [said, [code]] = await Promise.all([text(started.stderr), once(started, 'close')]);
    clearTimeout(patience);
    return { said, code };
  };
  assert.deepEqual(await start(1), { said: '', code: 0 });
  const { said, code } = await start(2);
  assert.equal(code, 1);
  assert.match(
    said,
    /^error: COUNTERSIGN_SECRET_KEY is not the key .* Start with the key of its first start/,
  );
});

test('a port that is taken is told, and everything that was opened is closed again', async () => {
  await using fresh = await freshDatabase();
  const config = (port: number) =>
    readConfig({ DATABASE_URL: fresh.url, PORT: String(port), LOG_LEVEL: 'silent' });
  const options = { logger: pino({ level: 'silent' }), hosts: null, demo: false };
  const port = await freePort();
  const first = await startServer({ ...options, config: config(port) });
  try {
    await assert.rejects(
      startServer({ ...options, config: config(port) }),
      /^Error: Port \d+ is taken by another program\./,
    );
  } finally {
    await first.stop();
  }
});

test('data of a demo is not served, and the demo touches no other data', async () => {
  const options = { logger: pino({ level: 'silent' }), hosts: null };
  await using real = await freshDatabase({ content: { name: 'cast', into: castInto } });
  const at = (url: string) => readConfig({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' });
  await assert.rejects(
    startServer({ ...options, config: at(real.url), demo: true }),
    /^Error: This data is not of a demo/,
  );
  await using made = await freshDatabase();
  const demo = await startServer({ ...options, config: at(made.url), demo: true });
  await demo.stop();
  await assert.rejects(
    startServer({ ...options, config: at(made.url), demo: false }),
    /^Error: This data is of a demo/,
  );
});

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
