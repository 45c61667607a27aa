import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { appendHead, headLine, readHeads, signHead } from '../../src/adapters/db/log/head.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { verifyLog, type VerifyOptions } from '../../src/adapters/db/log/verify.ts';
import { openSigningKey, signerFrom } from '../../src/adapters/signing-key.ts';
import { hour } from '../../src/core/time.ts';
import { ask, inboxEntries, openShop, type Shop } from './fixture.ts';

const newSigner = () =>
  signerFrom(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
const signer = newSigner();
const noon = Date.UTC(2026, 10, 2, 12);

/** Six accesses were asked for, and ten other things happened. */
async function openLog(): Promise<Shop> {
  const shop = await openShop({ clock: { now: () => noon } });
  for (let nth = 0; nth < 6; nth++) await ask(shop.ports, `a${nth}`);
  await inboxEntries(shop.pool, 10);
  await sealAll(shop.pool);
  return shop;
}

/** As somebody who owns the database would: without the guard against accidents. */
async function tamper(shop: Shop, ...statements: string[]): Promise<void> {
  await shop.pool.query('alter table log disable trigger log_append_only');
  for (const statement of statements) await shop.pool.query(statement);
}

async function faultsOf(shop: Shop, options: VerifyOptions = {}): Promise<[string, number][]> {
  const { faults } = await verifyLog(shop.pool, { pageSize: 4, ...options });
  return faults.map(({ kind, position }) => [kind, position]);
}

test('an untouched log verifies, page by page, with progress', async () => {
  await using shop = await openLog();
  const progress: [number, number][] = [];
  const verified = await verifyLog(shop.pool, {
    pageSize: 5,
    onProgress: (at, of) => progress.push([at, of]),
  });
  assert.deepEqual(verified.faults, []);
  assert.equal(verified.entries, 16);
  assert.deepEqual(verified.texts, { kept: 6, erased: 0 });
  assert.deepEqual(progress, [
    [5, 16],
    [10, 16],
    [15, 16],
    [16, 16],
  ]);
});

test('an empty log verifies', async () => {
  await using shop = await openShop();
  assert.deepEqual((await verifyLog(shop.pool)).faults, []);
});

test('one changed byte is found where it is', async () => {
  await using shop = await openLog();
  await tamper(
    shop,
    `update log set body = replace(body::text, '"n" : 1}', '"n" : 2}')::json where position = 7`,
  );
  assert.deepEqual(await faultsOf(shop), [['changed', 7]]);
});

test('white space counts too: the digest is over the exact text', async () => {
  await using shop = await openLog();
  await tamper(shop, `update log set body = (' ' || body::text)::json where position = 7`);
  assert.deepEqual(await faultsOf(shop), [['changed', 7]]);
});

test('a text that was changed together with its digest breaks the chain', async () => {
  await using shop = await openLog();
  await tamper(shop, `update log set body = '{}', digest = sha256('{}') where position = 9`);
  assert.deepEqual(await faultsOf(shop), [
    ['unchained', 9],
    ['columns_differ', 9],
  ]);
});

test('an entry filed under another type or time than it says is found', async () => {
  await using shop = await openLog();
  await tamper(
    shop,
    `update log set type = 'request.rejected' where position = 1`,
    `update log set at = at - interval '1 day' where position = 2`,
  );
  assert.deepEqual(await faultsOf(shop), [
    ['columns_differ', 1],
    ['columns_differ', 2],
  ]);
});

test('a deleted entry is found, at page boundaries as well', async () => {
  for (const position of [1, 4, 5, 15]) {
    await using shop = await openLog();
    await tamper(shop, `delete from log where position = ${position}`);
    assert.deepEqual(await faultsOf(shop), [['missing', position]]);
  }
});

test('a tail that was cut shows at the head, and where that was set back too only against a signed head', async () => {
  await using shop = await openLog();
  const head = (await signHead(shop.pool, signer, noon))!;
  await tamper(shop, 'delete from log where position > 12');
  assert.deepEqual(await faultsOf(shop), [['head_differs', 16]]);
  await tamper(
    shop,
    'update log_head set (position, hash) = (select position, hash from log where position = 12)',
    'delete from signed_head',
  );
  assert.deepEqual(await faultsOf(shop), []);
  assert.deepEqual(await faultsOf(shop, { against: [head] }), [['cut', 16]]);
});

test('a chain that was recomputed fits together, and shows against a signed head', async () => {
  await using shop = await openLog();
  const head = (await signHead(shop.pool, signer, noon))!;
  await tamper(
    shop,
    `update log set body = replace(body::text, '"n" : 1}', '"n" : 7}')::json where position = 7`,
    `update log set digest = sha256(convert_to(body::text, 'UTF8'))`,
    `with recursive chain as (
       select position, sha256(sha256('countersign') || digest) as hash from log where position = 1
       union all select l.position, sha256(c.hash || l.digest) from chain c join log l on l.position = c.position + 1)
     update log set hash = chain.hash from chain where chain.position = log.position`,
    'update log_head set hash = (select hash from log where position = 16)',
    'delete from signed_head',
  );
  assert.deepEqual(await faultsOf(shop), []);
  assert.deepEqual(await faultsOf(shop, { against: [head] }), [['rewritten', 16]]);
});

test('a signed head is only worth its key', async () => {
  await using shop = await openLog();
  const head = (await signHead(shop.pool, newSigner(), noon))!;
  assert.deepEqual(await faultsOf(shop, { against: [head] }), []);
  assert.deepEqual(await faultsOf(shop, { publicKey: signer.publicKey }), [['not_signed', 16]]);
  assert.deepEqual(await faultsOf(shop, { against: [{ ...head, position: 15 }] }), [['not_signed', 15]]);
});

test('erased texts leave a log that verifies, and are counted', async () => {
  await using shop = await openLog();
  await shop.pool.query(`update log_text set body = null, salt = null where person_id = 'alice'`);
  const verified = await verifyLog(shop.pool);
  assert.deepEqual(verified.faults, []);
  assert.deepEqual(verified.texts, { kept: 0, erased: 6 });
});

test('a text that was put in another’s mouth, or whose row is gone, is found', async () => {
  await using shop = await openLog();
  const entry = (n: number) => `(select id from log where position = ${n})`;
  await tamper(
    shop,
    `update log_text set body = 'something else' where entry_id = ${entry(2)}`,
    `delete from log_text where entry_id = ${entry(3)}`,
    `insert into log_text (entry_id, field, salt, body) values (${entry(8)}, 'comment', 's', 'never said')`,
  );
  assert.deepEqual(await faultsOf(shop), [
    ['text_changed', 2],
    ['text_missing', 3],
    ['text_changed', 8],
  ]);
});

test('heads are signed once an hour, by one of several servers, and only when the log has grown', async () => {
  await using shop = await openLog();
  const heads = await Promise.all([1, 2, 3].map(() => signHead(shop.pool, signer, noon)));
  assert.equal(heads.filter((head) => head !== null).length, 1);
  await inboxEntries(shop.pool, 1);
  await sealAll(shop.pool);
  assert.equal(await signHead(shop.pool, signer, noon + hour - 1), null);
  assert.equal((await signHead(shop.pool, signer, noon + hour))!.position, 17);
  assert.equal(await signHead(shop.pool, signer, noon + 3 * hour), null, 'nothing has happened since');
});

test('heads are kept in a file, line by line, and read back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-heads-'));
  try {
    await using shop = await openLog();
    const path = join(folder, 'heads.jsonl');
    const first = (await signHead(shop.pool, signer, noon))!;
    await appendHead(path, first);
    await inboxEntries(shop.pool, 1);
    await sealAll(shop.pool);
    const second = (await signHead(shop.pool, signer, noon + hour))!;
    await appendHead(path, second);
    const read = readHeads(await readFile(path, 'utf8'));
    assert.deepEqual(read, [first, second]);
    const verified = await verifyLog(shop.pool, { against: read, publicKey: signer.publicKey });
    assert.deepEqual(verified.faults, []);
    assert.equal(verified.compared, 2);
    for (const text of ['{}', 'nonsense', headLine({ ...first, hash: 'short' })])
      assert.throws(() => readHeads(`${headLine(first)}\n${text}`), /Line 2 is no signed head/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a signing key is made once, for its owner alone, and read by whoever starts at the same moment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-key-'));
  try {
    const path = join(folder, 'key.pem');
    const keys = await Promise.all([1, 2, 3, 4].map(() => openSigningKey(path)));
    assert.equal(new Set(keys.map((key) => key.publicKey)).size, 1);
    assert.throws(() => signerFrom('nonsense'), /private Ed25519 key/);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    assert.throws(
      () => signerFrom(rsa.export({ type: 'pkcs8', format: 'pem' }) as string),
      /private Ed25519 key/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
