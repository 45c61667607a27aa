// How the web app is given away: one page for all of its addresses, with a nonce that is new each time; files that
// browsers keep for good, compressed where they can read that; and no page where a machine asks.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openWebFiles } from '../../src/adapters/web-files.ts';
import { openWorld } from '../world.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const house = {
  demo: false,
  obstacles: async () => [],
  unsealedSeconds: () => 0,
  clockErrorSeconds: () => 0,
  freeDiskBytes: null,
};

test('every address that a browser opens is the app, and what machines ask for is not', async () => {
  await using app = await builtApp();
  await using world = await openWorld({ web: await openWebFiles(app.folder) });
  for (const path of ['/', '/catalog', '/access/a1', '/resources/orders%2Flatest/request', '/sign-in/link']) {
    const { status, text, headers } = await world.nobody.get(path, undefined, browser);
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8'], path);
    assert.match(text, /<div id="app">/);
  }
  for (const path of ['/api/nothing', '/assets/nothing.js', '/access/v1/nothing', '/.well-known/nothing']) {
    const { status, body } = await world.nobody.get(path, undefined, browser);
    assert.deepEqual([status, body.code], [404, 'page_not_found'], path);
  }
  assert.equal((await world.nobody.get('/catalog', undefined, { accept: 'application/json' })).status, 404);
});

test('the page lets only its own scripts and styles run, by a nonce that is new each time', async () => {
  await using app = await builtApp();
  await using world = await openWorld({ web: await openWebFiles(app.folder) });
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { text, headers } = await world.nobody.get('/', undefined, browser);
      const policy = headers['content-security-policy']!;
      const [, nonce] = /script-src 'self' 'nonce-([^']+)'/.exec(policy)!;
      assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`));
      assert.doesNotMatch(policy, /unsafe/);
      assert.ok(text.includes(`<script nonce="${nonce}">`), text);
      assert.equal(headers['cache-control'], 'no-store');
      return nonce;
    }),
  );
  assert.notEqual(nonces[0], nonces[1]);
});

test('only the demo says that it is one, and nothing in the page ends its block of facts', async () => {
  await using app = await builtApp();
  const web = await openWebFiles(app.folder);
  for (const demo of [true, false]) {
    await using world = await openWorld({ web, house: { ...house, demo } });
    const { text } = await world.nobody.get('/', undefined, browser);
    const [, facts] = /id="server-facts">([^<]+)</.exec(text)!;
    assert.equal(JSON.parse(facts!).demo, demo);
  }
});

test('files are kept for good, and come in the best encoding that the browser reads', async () => {
  await using app = await builtApp();
  await using world = await openWorld({ web: await openWebFiles(app.folder) });
  for (const [accepted, encoding, content] of [
    ['gzip, deflate, br', 'br', 'as br'],
    ['gzip', 'gzip', 'as gz'],
    ['br;q=0, gzip', 'gzip', 'as gz'],
    ['', undefined, 'plain'],
  ] as const) {
    const { status, text, headers } = await world.nobody.get('/assets/app-1.js', undefined, {
      'accept-encoding': accepted,
    });
    assert.deepEqual([status, headers['content-encoding'], text], [200, encoding, content], accepted);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(headers['vary'], 'accept-encoding');
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
  }
  for (const path of ['/assets/..%2findex.html', '/assets/../../package.json', '/assets/app-1.js.br'])
    assert.equal((await world.nobody.get(path)).status, 404, path);
});

test('a server without a built app says so and goes on', async () => {
  assert.equal(await openWebFiles(join(tmpdir(), 'nothing-is-here')), null);
  await using world = await openWorld();
  const { status, text } = await world.nobody.get('/', undefined, browser);
  assert.equal(status, 200);
  assert.match(text, /has not been built: run <code>npm run build<\/code>/);
});

/** A folder as Vite leaves it, with an app of one line. */
async function builtApp(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<script type="application/json" id="server-facts">{{facts}}</script><script nonce="{{nonce}}">1</script><div id="app"></div>',
  );
  for (const [name, content] of [
    ['app-1.js', 'plain'],
    ['app-1.js.br', 'as br'],
    ['app-1.js.gz', 'as gz'],
  ] as const)
    await writeFile(join(folder, 'assets', name), content);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
