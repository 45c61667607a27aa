import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ConfigFault, identityProviderOf, publicUrlOf, readConfig } from '../src/config.ts';

test('without any setting a server listens on this machine only, on its own database', () => {
  const config = readConfig({});
  assert.deepEqual([config.port, config.host, config.databaseUrl], [8700, '127.0.0.1', null]);
  assert.equal(publicUrlOf(config), 'http://localhost:8700');
  assert.equal(config.secretKey, null, 'a key is never made up');
  assert.ok(Object.isFrozen(config));
});

test('an empty variable counts as absent, and white space around a value is nothing', () => {
  const config = readConfig({
    PORT: '',
    HOST: '  ',
    COUNTERSIGN_PUBLIC_URL: ' https://access.example.com/ ',
  });
  assert.deepEqual([config.port, config.host], [8700, '127.0.0.1']);
  assert.equal(publicUrlOf(config), 'https://access.example.com');
});

test('all faults are reported together, each with its variable, and no value is shown', () => {
  const env = {
    PORT: '70000',
    DATABASE_URL: 'mysql://user:hunter2@host/db',
    DATABASE_DIRECT_URL: 'postgres://user:hunter2@host/db',
    DATABASE_POOL_SIZE: 'many',
    COUNTERSIGN_SECRET_KEY: 'hunter2',
    COUNTERSIGN_PUBLIC_URL: 'https://user:hunter2@access.example.com/path',
    COUNTERSIGN_TRUST_PROXY: '10.0.0.0/33',
    COUNTERSIGN_EVENT_PREFIX: 'no dot at the end',
    LOG_LEVEL: 'loud',
  };
  assert.throws(
    () => readConfig(env),
    (error: unknown) => {
      assert.ok(error instanceof ConfigFault);
      assert.deepEqual(
        Object.keys(env).filter(
          (name) => !error.faults.some((fault) => fault.startsWith(`${name} has to be `)),
        ),
        ['DATABASE_DIRECT_URL'],
      );
      assert.ok(!error.message.includes('hunter2'));
      return true;
    },
  );
});

test('a direct address without a database is a mistake', () => {
  assert.throws(() => readConfig({ DATABASE_DIRECT_URL: 'postgres://host/db' }), /with DATABASE_URL/);
});

test('an identity provider comes with a client, a key for its tokens, and TLS unless it is on this machine', () => {
  const provider = {
    COUNTERSIGN_OIDC_ISSUER: 'https://login.example.com/realms/fernlane',
    COUNTERSIGN_OIDC_CLIENT_ID: 'countersign',
    COUNTERSIGN_OIDC_CLIENT_SECRET: 'hunter2',
    COUNTERSIGN_SECRET_KEY: Buffer.alloc(32, 7).toString('hex'),
  };
  const config = readConfig(provider);
  assert.equal(identityProviderOf(config)?.issuer, provider.COUNTERSIGN_OIDC_ISSUER);
  assert.equal(identityProviderOf(config)?.clientSecret, 'hunter2');
  assert.ok(!inspect(config, { depth: 9, showHidden: true }).includes('hunter2'));
  assert.equal(identityProviderOf(readConfig({})), null);
  for (const missing of ['COUNTERSIGN_OIDC_CLIENT_ID', 'COUNTERSIGN_SECRET_KEY'])
    assert.throws(
      () => readConfig({ ...provider, [missing]: '' }),
      /COUNTERSIGN_OIDC_ISSUER has to come with/,
    );
  const issuer = (url: string) => readConfig({ ...provider, COUNTERSIGN_OIDC_ISSUER: url }).oidcIssuer;
  assert.equal(issuer('http://localhost:8080/realms/fernlane'), 'http://localhost:8080/realms/fernlane');
  for (const url of ['http://login.example.com', 'https://u:hunter2@login.example.com', 'login.example.com'])
    assert.throws(() => issuer(url), /https:/);
});

test('a key is read from base64 and from hexadecimal, and is 32 bytes or none', () => {
  const key = Buffer.alloc(32, 7);
  for (const text of [key.toString('base64'), key.toString('base64url'), key.toString('hex')])
    assert.deepEqual(readConfig({ COUNTERSIGN_SECRET_KEY: text }).secretKey?.reveal(), key);
  for (const text of [Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'passphrase'])
    assert.throws(() => readConfig({ COUNTERSIGN_SECRET_KEY: text }), /32 bytes/);
});

test('a configuration that is printed, logged or serialised shows no secret', () => {
  const key = Buffer.alloc(32, 65).toString('base64');
  const config = readConfig({ DATABASE_URL: 'postgres://u:hunter2@h/d', COUNTERSIGN_SECRET_KEY: key });
  for (const shown of [
    inspect(config, { depth: 9, showHidden: true }),
    JSON.stringify(config),
    String(config.databaseUrl),
  ]) {
    assert.match(shown, /\[secret\]/);
    assert.ok(!shown.includes('hunter2') && !shown.includes(key) && !shown.includes('AAAA'));
  }
  assert.equal(config.databaseUrl?.reveal(), 'postgres://u:hunter2@h/d');
});
