// The demo, started as people start it: who may come in and who may not, what stays when it is stopped, and what is left
// when it is cleared away. The tour through it is told by the README, which a test of its own walks word for word.
import assert from 'node:assert/strict';
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { freePort, startProgram, type Started } from '../program.ts';
import { seat } from '../cli/desk.ts';

const folder = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
const port = await freePort();
const url = `http://localhost:${port}`;
const env = { COUNTERSIGN_DEMO_DIR: join(folder, 'demo'), PORT: String(port) };
const types = (line: string) => seat(env).types(line);

after(() => rm(folder, { recursive: true, force: true }));

test('it refuses a database of somebody else, and an address that other machines reach', async () => {
  for (const [name, value] of [
    ['DATABASE_URL', 'postgres://db.fernlane.example/x'],
    ['HOST', '0.0.0.0'],
    ['HOST', '192.168.1.7'],
  ] as const) {
    const { code, err } = await seat({ ...env, [name]: value }).types('demo');
    assert.equal(code, 1, value);
    assert.match(err, new RegExp(`^error: The demo .*${name}`));
  }
  await assert.rejects(access(env.COUNTERSIGN_DEMO_DIR));
});

test('without a running demo a query says so, and clearing away finds nothing', async () => {
  const query = await types('demo query --as alice "select 1"');
  assert.deepEqual(
    [query.code, query.err],
    [3, 'error: The demo does not run.\n  fix: Start it with "npm start" or "countersign demo".\n'],
  );
  assert.equal((await types('demo reset')).out, 'There is no demo to clear away.\n');
});

describe('a demo that runs', () => {
  let demo: Started;
  before(async () => {
    demo = startProgram(['demo'], env);
    await demo.says(/Ctrl-C stops it/);
  });
  after(() => demo.ends());

  test('says where it is, who is in it, and how to begin', () => {
    const said = demo.said();
    for (const words of [
      url,
      'alice',
      'member of analytics',
      'bob',
      'owner of checkout',
      'audits: reads everything',
      'access approve revenue --as bob',
    ])
      assert.ok(said.includes(words), words);
    assert.doesNotMatch(said, /^\{/m);
  });

  test('lets everybody in who chooses a person of the company, and nobody else', async () => {
    const people = (await (await fetch(`${url}/demo/people`)).json()) as { person: string }[];
    assert.equal(people.length, 11);
    const eve = await signIn({ person: 'eve' });
    assert.equal(eve.status, 200);
    assert.equal(eve.headers.get('x-countersign-demo'), '1');
    const { key } = (await eve.json()) as { key: string };
    const cookie = eve.headers.get('set-cookie')!.split(';')[0]!;
    for (const headers of [{ 'x-api-key': key }, { cookie }]) {
      const me = (await (await fetch(`${url}/api/me`, { headers })).json()) as { name: string };
      assert.equal(me.name, 'Eve');
    }
    assert.equal((await signIn({ person: 'mallory' })).status, 404);
    assert.equal((await fetch(`${url}/api/me`)).status, 403);
  });

  test('gives one key for each person and start, however often they come', async () => {
    const keys = await Promise.all(
      [1, 2, 3].map(async () => ((await (await signIn({ person: 'grace' })).json()) as { key: string }).key),
    );
    assert.equal(new Set(keys).size, 1);
  });

  test('answers for this machine’s names only, and takes no writes that another site caused', async () => {
    for (const [host, status] of [
      ['evil.example', 421],
      [`evil.example:${port}`, 421],
      ['localhost.evil.example', 421],
      [`127.0.0.1:${port}`, 200],
      ['localhost', 200],
      [`[::1]:${port}`, 200],
    ] as const)
      assert.equal(await statusFor(host), status, host);
    for (const headers of [
      { origin: 'http://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      assert.equal((await signIn({ person: 'eve' }, headers)).status, 403, JSON.stringify(headers));
    assert.equal(
      (await signIn({ person: 'eve' }, { origin: url, 'sec-fetch-site': 'same-origin' })).status,
      200,
    );
  });

  test('a role of the shop signs in for real, and is told what psql would be told', async () => {
    const refused = await types('demo query --as partner_desk "select * from payments.ledger"');
    assert.deepEqual(refused, { code: 1, out: '', err: 'ERROR:  permission denied for table ledger\n' });
    const stranger = await types('demo query --as stranger "select 1"');
    assert.deepEqual(stranger, { code: 1, out: '', err: 'FATAL:  role "stranger" does not exist\n' });
    const rows = await types(`demo query --as alice "select 1 as one, 'two' as two"`);
    assert.deepEqual(rows, { code: 0, out: ' one | two\n-----+-----\n   1 | two\n(1 row)\n', err: '' });
    const wrong = await types('demo query --as alice "select\n  * fro x"');
    assert.equal(wrong.err, 'ERROR:  syntax error at or near "fro"\nLINE 2:   * fro x\n            ^\n');
  });

  test('nobody of the shop may connect to the database of Countersign', async () => {
    const { queryAs } = await import('../../src/demo/query.ts');
    const running = JSON.parse(await readFile(join(env.COUNTERSIGN_DEMO_DIR, 'running.json'), 'utf8'));
    const answered = await queryAs('alice', 'select * from person', { ...running, database: 'countersign' });
    assert.match(
      (answered as { refused: string }).refused,
      /^FATAL: {2}permission denied for database "countersign"\n/,
    );
  });

  test('Countersign has every right at the shop that it needs, and is no superuser there', async () => {
    assert.equal(
      (await types('targets check shop --as dan')).out,
      'ok  shop: Countersign can do its work there.\n',
    );
    const { out } = await types(
      `demo query --as countersign "select rolsuper from pg_roles where rolname = 'countersign'"`,
    );
    assert.match(out, /\n f\n/);
  });

  test('a second one on the same data is refused', async () => {
    const { code, err } = await seat({ ...env, PORT: String(await freePort()) }).types('demo');
    assert.equal(code, 1);
    assert.match(err, /is in use by process \d+/);
    assert.match((await types('demo reset')).err, /is in use by process \d+/);
  });

  test('what it keeps is closed to other users', async () => {
    for (const file of ['running.json', 'cli-keys.json', 'secret-key', 'signing-key.pem'])
      assert.equal((await stat(join(env.COUNTERSIGN_DEMO_DIR, file))).mode & 0o077, 0, file);
  });

  test('continues with its data at the next start, with new keys, and closed by a token if so wished', async () => {
    await types('access request orders/orders-latest --purpose "Weekly revenue" --id kept --as alice');
    const { key } = (await (await signIn({ person: 'alice' })).json()) as { key: string };
    assert.equal(await demo.ends('SIGINT'), 0);
    await assert.rejects(access(join(env.COUNTERSIGN_DEMO_DIR, 'running.json')));

    demo = startProgram(['demo', '--token'], env);
    const [, token] = await demo.says(/token to sign in: (\S+)[^]*Ctrl-C/);
    assert.equal((await signIn({ person: 'alice' })).status, 403);
    assert.equal((await signIn({ person: 'alice', token: 'guessed' })).status, 403);
    assert.equal((await signIn({ person: 'alice', token })).status, 200);
    assert.equal((await fetch(`${url}/api/me`, { headers: { 'x-api-key': key } })).status, 403);
    // The command line beside the demo knows the token, and asks for a new key by itself.
    assert.match((await types('access show kept --as alice')).out, /^kept {2}Pending\n/);
  });

  test('is cleared away without a trace, and nothing else is', async () => {
    await demo.ends();
    const mine = join(env.COUNTERSIGN_DEMO_DIR, 'notes.txt');
    await writeFile(mine, 'mine');
    assert.equal((await types('demo reset')).code, 0);
    await access(mine);
    await rm(mine);
    await writeFile(mine, 'mine');
    assert.equal((await types('demo reset')).out, 'There is no demo to clear away.\n');
  });
});

function signIn(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** What a call with this Host header is answered with; fetch sets that header itself. */
function statusFor(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/healthz', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    })
      .on('error', reject)
      .end();
  });
}
