import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../src/adapters/db/database.ts';
import { openPool } from '../src/adapters/db/pool.ts';
import { checkCanary, rotateSecrets } from '../src/adapters/db/secret-rows.ts';
import { openSecrets, type Place } from '../src/adapters/secrets.ts';
import { freshDatabase } from './postgres.ts';
import { noon } from './world.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);
const place: Place = { table: 'target', row: 'shop', column: 'secret' };

test('a secret comes back as it was, and looks different every time it is kept', () => {
  const secrets = openSecrets(key);
  const text = '{"password":"Zürich 🔑"}';
  const [one, two] = [secrets.encrypt(text, place), secrets.encrypt(text, place)];
  assert.notDeepEqual(one, two);
  assert.ok(!one.includes('password'));
  assert.equal(secrets.decrypt(one, place), text);
  assert.equal(openSecrets(Buffer.from(key)).decrypt(two, place), text);
  assert.equal(secrets.decrypt(secrets.encrypt('', place), place), '');
});

test('a secret that was moved to another table, row or column cannot be read there', () => {
  const secrets = openSecrets(key);
  const sealed = secrets.encrypt('hunter2', place);
  for (const moved of [
    { ...place, table: 'other' },
    { ...place, row: 'bank' },
    { ...place, column: 'settings' },
    { table: 'target', row: 'shop","secret', column: '' },
  ])
    assert.throws(() => secrets.decrypt(sealed, moved), JSON.stringify(moved));
});

test('a secret with any bit changed, cut short, or under another key cannot be read', () => {
  const secrets = openSecrets(key);
  const sealed = secrets.encrypt('hunter2', place);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    assert.throws(() => secrets.decrypt(changed, place), `byte ${at}`);
    assert.throws(() => secrets.decrypt(sealed.subarray(0, at), place), `cut at ${at}`);
  }
  assert.throws(() => openSecrets(otherKey).decrypt(sealed, place));
});

test('without a key nothing is kept and nothing is read', () => {
  const without = openSecrets(null);
  const sealed = openSecrets(key).encrypt('hunter2', place);
  assert.throws(() => without.encrypt('hunter2', place), { code: 'secret_key_missing' });
  assert.throws(() => without.decrypt(sealed, place), { code: 'secret_key_missing' });
});

test('the first start with a key leaves a canary, and a start with another key or none is refused', async () => {
  await using store = await openStore();
  await checkCanary(store.database, openSecrets(null));
  await Promise.all([
    checkCanary(store.database, openSecrets(key)),
    checkCanary(store.database, openSecrets(key)),
  ]);
  await checkCanary(store.database, openSecrets(key));
  await assert.rejects(checkCanary(store.database, openSecrets(otherKey)), /not the key under which/);
  await assert.rejects(
    checkCanary(store.database, openSecrets(null)),
    /COUNTERSIGN_SECRET_KEY has to be set/,
  );
});

test('of two first starts at once with different keys only one is let in', async () => {
  await using store = await openStore();
  const starts = [key, otherKey].map((one) => checkCanary(store.database, openSecrets(one)));
  const outcomes = await Promise.allSettled(starts);
  assert.deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected']);
});

test('rotating brings every secret under the new key, says so in the log, and the old one is worth nothing', async () => {
  await using store = await openStore();
  const [old, next] = [openSecrets(key), openSecrets(otherKey)];
  await checkCanary(store.database, old);
  await store.target('shop', old.encrypt('hunter2', place));
  await store.target('bank', old.encrypt('hunter3', { ...place, row: 'bank' }));
  await store.target('open', null);
  assert.equal(await rotateSecrets(store.database, old, next, noon), 2);
  assert.equal(next.decrypt((await store.secretOf('shop'))!, place), 'hunter2');
  assert.equal(next.decrypt((await store.secretOf('bank'))!, { ...place, row: 'bank' }), 'hunter3');
  assert.equal(await store.secretOf('open'), null);
  await checkCanary(store.database, next);
  await assert.rejects(checkCanary(store.database, old));
  const { rows } = await store.pool.query('select type, body::text as body from log_inbox');
  assert.equal(rows[0].type, 'secrets.rotated');
  assert.ok(!rows[0].body.includes('hunter'));
});

test('rotating with a wrong old key, or with one secret that cannot be read, changes nothing', async () => {
  await using store = await openStore();
  const [old, next] = [openSecrets(key), openSecrets(otherKey)];
  await checkCanary(store.database, old);
  const sealed = old.encrypt('hunter2', place);
  await store.target('shop', sealed);
  await assert.rejects(rotateSecrets(store.database, next, old, noon), /not the key/);
  await store.target('swapped', sealed);
  await assert.rejects(rotateSecrets(store.database, old, next, noon), /"swapped" cannot be read/);
  assert.deepEqual(await store.secretOf('shop'), sealed);
  await checkCanary(store.database, old);
});

async function openStore() {
  const fresh = await freshDatabase();
  const pool = openPool(fresh.poolConfig, (error) => console.error(error));
  return {
    pool,
    database: openDatabase(pool, () => {}),
    target: (id: string, secret: Buffer | null) =>
      pool.query(
        `insert into target (id, kind, name, settings, secret) values ($1, 'postgresql', $1, '{}', $2)`,
        [id, secret],
      ),
    secretOf: async (id: string): Promise<Buffer | null> =>
      (await pool.query('select secret from target where id = $1', [id])).rows[0].secret,
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await fresh[Symbol.asyncDispose]();
    },
  };
}
