// The doctor: every line says what was found, and what to do where it is not well.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { tokenOf } from '../cast.ts';
import { freshDatabase } from '../postgres.ts';
import { freePort } from '../program.ts';
import { openDesk, seat } from './desk.ts';

// One desk for all of them: none is in another's way.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

test('what is well is said to be well', async () => {
  await using fresh = await freshDatabase();
  const env = {
    DATABASE_URL: fresh.url,
    COUNTERSIGN_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    COUNTERSIGN_PUBLIC_URL: 'https://access.fernlane.example',
    COUNTERSIGN_URL: desk.url,
    COUNTERSIGN_API_KEY: tokenOf('dan'),
  };
  const { code, out } = await seat(env).types('doctor');
  assert.equal(code, 0, out);
  const lines = out.split('\n');
  for (const line of [
    /^ok {5}Countersign \S+, Node 24\.\S+, /,
    /^ok {5}The database of DATABASE_URL answers: PostgreSQL \d+/,
    /^ok {5}Its schema is up to date \(migration \d+\)\.$/,
    /^ok {5}COUNTERSIGN_SECRET_KEY is set\.$/,
    /^ok {5}A server answers at http:/,
    /^ok {5}It is ready for work\.$/,
    /^ok {5}The key is known: Dan <dan@fernlane\.example> \(administrator\)\.$/,
    /^note {3}No target is set up/,
  ])
    assert.ok(
      lines.some((one) => line.test(one)),
      `${line} in\n${out}`,
    );
  assert.doesNotMatch(out, /AQEBAQ/);
});

test('what is wrong is said with what to do, and makes it fail', async () => {
  await desk.world.as('dan').put('/api/targets/warehouse', {
    connector: 'postgresql',
    settings: {
      host: '127.0.0.1',
      port: await freePort(),
      database: 'shop',
      user: 'countersign',
      tls: 'disable',
    },
  });
  const env = {
    DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/nothing`,
    COUNTERSIGN_URL: desk.url,
    COUNTERSIGN_API_KEY: tokenOf('dan'),
  };
  const { code, out } = await seat(env).types('doctor');
  assert.equal(code, 1);
  assert.match(
    out,
    /^wrong {2}The database of DATABASE_URL does not answer: connect ECONNREFUSED .*\n +→ Look at its address/m,
  );
  assert.match(
    out,
    /^note {3}COUNTERSIGN_SECRET_KEY is not set.*\n +→ Make one with "openssl rand -base64 32"/m,
  );
  assert.match(out, /^wrong {2}Target warehouse: Database "shop" at 127\.0\.0\.1:\d+ /m);
});

test('settings that are wrong are all named', async () => {
  const { code, out } = await seat({
    PORT: 'many',
    LOG_LEVEL: 'loud',
    COUNTERSIGN_URL: `http://127.0.0.1:${await freePort()}`,
  }).types('doctor');
  assert.equal(code, 1);
  assert.match(out, /^wrong {2}PORT has to be/m);
  assert.match(out, /^wrong {2}LOG_LEVEL has to be/m);
  assert.match(out, /^note {3}No server answers at /m);
});

test('for programs it is a list', async () => {
  const { out } = await seat({ COUNTERSIGN_URL: `http://127.0.0.1:${await freePort()}` }).types(
    'doctor --json',
  );
  for (const { state } of JSON.parse(out)) assert.match(state, /^(ok|note|wrong)$/);
});
