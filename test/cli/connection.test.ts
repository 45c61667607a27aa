// Finding the server and saying who one is: what was typed counts more than the environment, and what is wrong with
// either is said with what to do about it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after } from 'node:test';
import { tokenOf } from '../cast.ts';
import { freePort } from '../program.ts';
import { openDesk, seat } from './desk.ts';

// One desk for all of them: none is in another's way.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

test('without a key nothing is asked', async () => {
  const { code, err } = await desk.nobody.types(`inbox --url ${desk.url}`);
  assert.equal(code, 2);
  assert.match(err, /Who are you\? No API key is given\.\n {2}fix: Set COUNTERSIGN_API_KEY/);
});

test('a key that nobody knows is refused by the server', async () => {
  const { code, err } = await desk.as('bob').types('inbox --api-key cs_wrong');
  assert.equal(code, 1);
  assert.equal(err, 'error: The API key was not found or not the expected value.\n');
});

test('a key that no header can carry is not shown in the sentence about it', async () => {
  const env = { COUNTERSIGN_URL: desk.url, COUNTERSIGN_API_KEY: 'cs_the-first-half\nand-the-other' };
  const { code, err } = await seat(env).types('inbox');
  assert.deepEqual([code, err.includes('half')], [2, false]);
  assert.match(err, /The API key holds characters that no key has/);
});

test('nobody can just be somebody at a server that is no demo', async () => {
  const { code, err } = await desk.nobody.types(`inbox --as bob --url ${desk.url} --data-dir /nowhere`);
  assert.equal(code, 2);
  assert.match(err, /is no demo, so nobody can just be bob there\.\n {2}fix: Use a key/);
});

test('options count more than the environment', async () => {
  const elsewhere = seat({ COUNTERSIGN_URL: 'http://127.0.0.1:9', COUNTERSIGN_API_KEY: 'cs_wrong' });
  const { code } = await elsewhere.types(`inbox --url ${desk.url}/ --api-key ${tokenOf('bob')}`);
  assert.equal(code, 0);
});

test('a server that does not answer has an exit code of its own', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const { code, err } = await seat({ COUNTERSIGN_API_KEY: 'x' }).types(`inbox --url ${url}`);
  assert.equal(code, 3);
  assert.match(
    err,
    /^error: No Countersign answers at http:.*\n +connect ECONNREFUSED .*\n {2}fix: Start one/,
  );
});

test('an address that is none is refused before anything is sent', async () => {
  const { code, err } = await seat({ COUNTERSIGN_API_KEY: 'x' }).types('inbox --url fernlane');
  assert.equal(code, 2);
  assert.match(err, /"fernlane" is no address of a server/);
});

test('a server that is something else is called that', async () => {
  await using other = await somethingElse();
  const { code, err } = await seat({ COUNTERSIGN_API_KEY: 'x' }).types(`inbox --url ${other.url}`);
  assert.equal(code, 1);
  assert.match(err, /answered with status 404, and not as Countersign would/);
});

test('a database that is gone is the server’s trouble, and told apart from a refusal', async () => {
  await using broken = await somethingElse(503, {
    title: 'The database cannot be reached; nothing was changed',
  });
  const { code, err } = await seat({ COUNTERSIGN_API_KEY: 'x' }).types(`inbox --url ${broken.url}`);
  assert.equal(code, 3);
  assert.match(err, /The database cannot be reached/);
});

test('Ctrl-C ends a command that waits for its server', async () => {
  await using silent = await somethingElse(null);
  const stop = new AbortController();
  const typed = seat({ COUNTERSIGN_API_KEY: 'x' }).types(`inbox --url ${silent.url}`, {
    stopped: stop.signal,
  });
  await silent.asked;
  stop.abort();
  assert.deepEqual(await typed, { code: 130, out: '', err: '' });
});

/** A server that is not Countersign. @param status null: it never answers. */
async function somethingElse(status: number | null = 404, body: unknown = { page: 'of somebody else' }) {
  const asked = Promise.withResolvers<void>();
  const server = createServer((_request, answer) => {
    asked.resolve();
    if (status !== null)
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: asked.promise,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
