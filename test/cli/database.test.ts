// Commands on the database itself: the log proves to be whole, or not; a backup comes back; secrets change their key.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { Pool } from 'pg';
import { castInto } from '../cast.ts';
import { freshDatabase } from '../postgres.ts';
import { openDesk, seat } from './desk.ts';

const oldKey = Buffer.alloc(32, 1).toString('base64');
const newKey = Buffer.alloc(32, 2).toString('base64');

test('a log that is whole is said to be whole, and one that was changed is not', async () => {
  await using desk = await openDesk();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.world.seal();
  const here = seat({ DATABASE_URL: urlOf(desk.world.pool) });
  const whole = await here.types('audit verify');
  assert.equal(whole.code, 0, whole.err);
  assert.match(whole.out, /^The log is whole: 1 entries, up to position 1\.\nTexts of people: 1 kept/);
  await desk.world.pool.query(`update log_text set body = 'Something else'`, []);
  const changed = await here.types('audit verify');
  assert.equal(changed.code, 1);
  assert.match(changed.out, /^The log is NOT whole: 1 fault\.\n +1 {2}\S/);
  assert.equal(JSON.parse((await here.types('audit verify --json')).out).faultCount, 1);
});

test('heads that cannot be read are refused with their line', async () => {
  await using folder = await scratch();
  await writeFile(join(folder.path, 'heads'), 'no head\n');
  await using fresh = await freshDatabase();
  const { code, err } = await seat({ DATABASE_URL: fresh.url }).types(
    `audit verify --against ${join(folder.path, 'heads')}`,
  );
  assert.equal(code, 1);
  assert.match(err, /^error: Line 1 is no signed head\.\n/);
});

test('where there is no database, or none of ours, that is said and none is made', async () => {
  await using folder = await scratch();
  await using fresh = await freshDatabase();
  const elsewhere = fresh.url.replace(/[^/]+$/, 'postgres');
  for (const line of ['audit verify', `backup ${join(folder.path, 'x.backup')}`]) {
    const nothing = await seat({}).types(`${line} --data-dir ${join(folder.path, 'data')}`);
    assert.deepEqual(
      [nothing.code, nothing.err.split('\n')[0]?.includes('There is no database in')],
      [1, true],
    );
    const empty = await seat({ DATABASE_URL: elsewhere }).types(line);
    assert.equal(empty.code, 1);
    assert.match(
      empty.err,
      /^error: This database holds nothing of Countersign\.\n {2}fix: Name the right one/,
    );
  }
  assert.deepEqual(await readdir(folder.path), []);
});

test('a backup is read into an empty database, and into no other', async () => {
  await using desk = await openDesk();
  await using folder = await scratch();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.world.seal();
  const here = seat({ DATABASE_URL: urlOf(desk.world.pool) });
  const file = join(folder.path, 'fernlane.backup');
  const made = await here.types(`backup ${file}`);
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /rows of \d+ tables, the log up to position 1\.\nKeep COUNTERSIGN_SECRET_KEY/);
  assert.equal((await here.types(`backup ${file}`)).code, 1);

  await using empty = await freshDatabase();
  const restored = await seat({ DATABASE_URL: empty.url }).types(`restore ${file}`);
  assert.equal(restored.code, 0, restored.err);
  assert.match(restored.out, /^Restored \d+ rows of \d+ tables, as of .*\nTargets are frozen/);
  assert.equal((await seat({ DATABASE_URL: empty.url }).types('audit verify')).code, 0);
  const again = await here.types(`restore ${file}`);
  assert.equal(again.code, 1);
  assert.match(again.err, /^error: .*empty/);
});

test('a file that is not there, and a database that lets nobody in, are told as that', async () => {
  await using fresh = await freshDatabase();
  const missing = await seat({ DATABASE_URL: fresh.url }).types('restore /nowhere/fernlane.backup');
  assert.deepEqual(missing, { code: 2, out: '', err: 'error: There is no file /nowhere/fernlane.backup.\n' });
  const other = new URL(fresh.url.replace(/\/[^/?]*(?=\?|$)/, '/nothing'));
  const refused = await seat({ DATABASE_URL: other.href }).types('audit verify');
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /^error: The database does not let us in\.\n +database "nothing" does not exist\n +fix: /,
  );
});

test('secrets are sealed under another key, and readable with that one only', async () => {
  await using fresh = await freshDatabase({ content: { name: 'cast', into: castInto } });
  const environment = { DATABASE_URL: fresh.url, COUNTERSIGN_SECRET_KEY: oldKey };
  const without = await seat(environment).types('secrets rotate');
  assert.equal(without.code, 2);
  assert.match(without.err, /COUNTERSIGN_NEW_SECRET_KEY/);
  const rotated = await seat({ ...environment, COUNTERSIGN_NEW_SECRET_KEY: newKey }).types('secrets rotate');
  assert.equal(rotated.code, 0, rotated.err);
  assert.match(rotated.out, /^0 secrets are sealed under the new key\. Start every server again/);
  const wrong = await seat({ ...environment, COUNTERSIGN_NEW_SECRET_KEY: newKey }).types('secrets rotate');
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /not the key under which this database keeps its secrets/);
});

test('a database that does not answer, and settings that are wrong, each have their exit code', async () => {
  const gone = await seat({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' }).types('audit verify');
  assert.equal(gone.code, 3, gone.err);
  const wrong = await seat({ DATABASE_URL: 'mysql://x', PORT: 'many' }).types('audit verify');
  assert.equal(wrong.code, 2);
  assert.match(
    wrong.err,
    /^error: The settings are not right:\n +PORT has to be .*\n +DATABASE_URL has to be /,
  );
});

/** The same database as it would stand in DATABASE_URL. */
function urlOf({ options }: Pool): string {
  const { host = '', port, user, database } = options;
  return `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function scratch() {
  const path = await mkdtemp(join(tmpdir(), 'countersign-database-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
