import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { readJws, signerFrom } from '../../src/adapters/signing-key.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import { day, hour } from '../../src/core/time.ts';
import { emailOf, resourceInto } from '../cast.ts';
import { noon, openWorld, type World } from '../world.ts';
import { ask } from './fixture.ts';

const signer = signerFrom(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
);

const wish = (id: string, purpose = 'churn model', consumer: object = { teamId: 'analytics' }) => ({
  id,
  info: { purpose },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer,
});

const at = (instant: number) => new Date(instant).toISOString();

async function whoAt(world: World, instant: number): Promise<string[]> {
  const answer = await world.as('ivy').get(`/api/evidence/access?at=${at(instant)}`);
  assert.equal(answer.status, 200);
  return answer.body.accesses.map((one: { access: string }) => one.access);
}

test('who had access at an instant is told from the log, whatever came later', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  world.clock.advance(hour);
  await world.as('bob').post('/api/access/a1/approve');
  world.clock.advance(hour);
  await world.as('bob').post('/api/access/a1/suspend');
  world.clock.advance(hour);
  await world.as('bob').post('/api/access/a1/resume');
  world.clock.advance(hour);
  await world.as('bob').delete('/api/access/a1');
  world.clock.advance(day);
  await world.pool.query(`update resource set deleted_at = now()`);
  assert.deepEqual(await whoAt(world, noon), []);
  assert.deepEqual(await whoAt(world, noon + hour), ['a1']);
  assert.deepEqual(await whoAt(world, noon + 2 * hour - 1), ['a1']);
  assert.deepEqual(await whoAt(world, noon + 2 * hour), []);
  assert.deepEqual(await whoAt(world, noon + 3 * hour), ['a1']);
  assert.deepEqual(await whoAt(world, noon + 4 * hour), []);
});

test('a period that has ended is over at its instant, though the sweeper came hours later', async () => {
  await using world = await openWorld();
  const info = { purpose: 'churn', startDate: '2026-11-03', endDate: '2026-11-03' };
  await world.as('alice').put('/api/access/a1', { ...wish('a1'), info });
  await world.as('bob').post('/api/access/a1/approve');
  world.clock.advance(5 * day);
  await sweepDue(world.ports)();
  const midnight = Date.UTC(2026, 10, 3);
  assert.deepEqual(await whoAt(world, midnight - 1), []);
  assert.deepEqual(await whoAt(world, midnight), ['a1'], 'no entry says that it began, the grant does');
  assert.deepEqual(await whoAt(world, midnight + day - 1), ['a1']);
  assert.deepEqual(await whoAt(world, midnight + day), []);
});

test('a line says who, what, since when, why, and who allowed it', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1', 'churn model', { userId: emailOf('alice') }));
  await world.as('bob').post('/api/access/a1/approve');
  const { body } = await world.as('dan').get('/api/evidence/access');
  assert.equal(body.at, at(noon));
  assert.equal(body.head.position, 3);
  assert.deepEqual(body.accesses, [
    {
      access: 'a1',
      resource: 'orders/latest',
      consumer: { kind: 'person', id: 'alice', team: null, name: 'Alice' },
      roles: [],
      from: at(noon),
      until: null,
      purpose: 'churn model',
      allowedBy: [{ type: 'person', id: 'bob', name: 'Bob', channel: 'rest', at: at(noon) }],
      entry: body.accesses[0].entry,
    },
  ]);
  assert.equal(body.accesses[0].entry.position, 3);
});

test('evidence is for those who audit', async () => {
  await using world = await openWorld();
  for (const path of ['/api/evidence/access', '/api/access/a1/evidence'])
    for (const who of ['alice', 'bob', 'eve', 'checkout-key', 'checkout-reads'] as const)
      assert.equal((await world.as(who).get(path)).status, 403, `${who} ${path}`);
});

test('the future is refused, and what is no instant', async () => {
  await using world = await openWorld();
  for (const bad of ['2030-01-01T00:00:00Z', 'yesterday', '2026-11-02'])
    assert.equal((await world.as('ivy').get(`/api/evidence/access?at=${bad}`)).status, 400, bad);
});

test('CSV opens in a spreadsheet without doing anything there', async () => {
  await using world = await openWorld();
  const purposes = [
    '=HYPERLINK("http://evil.example","click")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    'a, "b"\nc',
    ' =1',
    '＝1',
    'plain',
  ];
  for (const [nth, purpose] of purposes.entries()) {
    await world.as('alice').put(`/api/access/a${nth}`, wish(`a${nth}`, purpose));
    await world.as('bob').post(`/api/access/a${nth}/approve`);
  }
  const { text, headers } = await world.as('ivy').get('/api/evidence/access?format=csv');
  assert.match(headers['content-type']!, /^text\/csv/);
  assert.match(headers['content-disposition']!, /filename="access-2026-11-02T120000.000Z.csv"/);
  const rows = readCsv(text);
  assert.equal(rows.length, purposes.length + 1);
  const column = rows[0]!.indexOf('purpose');
  for (const row of rows.slice(1)) {
    assert.equal(row.length, rows[0]!.length);
    for (const cell of row) assert.doesNotMatch(cell.trimStart(), /^[=+\-@＝]/);
  }
  const cells = rows.slice(1).map((row) => row[column]!);
  assert.equal(cells[0], `'${purposes[0]!}`);
  assert.equal(cells.at(-1), 'plain');
  assert.ok(cells.includes('a, "b"\nc'));
});

test('more accesses than fit a page are told in one answer, in order', async () => {
  await using world = await openWorld();
  await resourceInto(world.pool, 'orders/open', 'checkout', { strategy: 'Auto' });
  const ids = Array.from({ length: 520 }, (_, nth) => `n${String(nth).padStart(4, '0')}`);
  await Promise.all(ids.map((id) => ask(world.ports, id, 'orders/open')));
  assert.deepEqual(await whoAt(world, noon), ids);
  const { text } = await world.as('ivy').get('/api/evidence/access?format=csv');
  assert.equal(readCsv(text).length, 521);
});

test('the dossier of an access is signed, and its hashes can be computed again', async () => {
  await using world = await openWorld({ signer });
  await world.as('alice').put('/api/access/a1', wish('a1'));
  await world.as('bob').post('/api/access/a1/approve', { comment: 'fine' });
  const { body } = await world.as('ivy').get('/api/access/a1/evidence');
  assert.equal(body.publicKey, signer.publicKey);
  assert.deepEqual(JSON.parse(readJws(body.jws, signer.publicKey)!), body.evidence);
  assert.equal(readJws(`${body.jws.slice(0, -4)}AAAA`, signer.publicKey), null);
  const { evidence } = body;
  assert.equal(evidence.access.id, 'a1');
  assert.equal(evidence.requests[0].ask.purpose, 'churn model');
  assert.equal(evidence.decisions[0].comment, 'fine');
  assert.deepEqual(evidence.decisions[0].circumstances.people, ['bob', 'carol', 'grace']);
  assert.deepEqual(
    evidence.log.map((entry: { position: number }) => entry.position),
    [1, 2, 3],
  );
  for (const entry of evidence.log) {
    const digest = createHash('sha256').update(entry.body).digest();
    assert.equal(digest.toString('hex'), entry.digest);
    const before =
      entry.previousHash === null
        ? createHash('sha256').update('countersign').digest()
        : Buffer.from(entry.previousHash, 'hex');
    assert.equal(createHash('sha256').update(before).update(digest).digest('hex'), entry.hash);
  }
  assert.equal((await world.as('ivy').get('/api/access/nothing/evidence')).status, 404);
});

test('without a signing key evidence is given unsigned, and says so', async () => {
  await using world = await openWorld();
  await world.as('alice').put('/api/access/a1', wish('a1'));
  const { body } = await world.as('ivy').get('/api/access/a1/evidence');
  assert.equal(body.jws, null);
});

function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g;
  for (const [, quoted, end] of text.matchAll(cell)) {
    const plain = quoted!.startsWith('"') ? quoted!.slice(1, -1).replaceAll('""', '"') : quoted!;
    rows.at(-1)!.push(plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
