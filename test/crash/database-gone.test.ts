// The database goes away under a server that serves, and comes back. Meanwhile every call is answered with 503, and with
// nothing else; readiness says so; and afterwards everything goes on by itself, with all that was answered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureDatabase } from '../../src/adapters/db/embedded/ensure-database.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../src/adapters/db/embedded/start.ts';
import { migrate } from '../../src/adapters/db/migrate.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { castInto, tokenOf, type KeyName } from '../cast.ts';
import { usedFolder } from '../embedded/setting.ts';
import { startServerProcess } from '../server-process.ts';
import { tally } from '../tally.ts';
import { openHouse } from './house.ts';
import { liveUntilDead } from './lives.ts';
import { logVerifies, nothingLostOrDoubled, repetitionsDoNothingTwice, stateAgreesWithLog } from './truth.ts';
import { furnish } from './rounds.ts';
import { until } from './until.ts';

test('while its database is gone a server answers 503 and is not ready, and recovers by itself with nothing lost', async () => {
  await using folder = await usedFolder();
  let database = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  await prepare(database);
  await using server = await startServerProcess({ DATABASE_URL: addressOf(database), LOG_LEVEL: 'silent' });
  const call = (as: KeyName, method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { 'x-api-key': tokenOf(as), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const ask = (id: string, until?: number) =>
    call('alice', 'POST', '/api/access', {
      id,
      resource: 'orders/latest',
      consumer: { teamId: 'analytics' },
      purpose: 'Counting orders',
      ...(until && { until: new Date(until).toISOString() }),
    });
  const statusOf = async (path: string) => (await call('bob', 'GET', path)).status;

  assert.equal((await ask('before')).status, 201);
  assert.equal((await call('bob', 'POST', '/api/access/before/approve', {})).status, 200);
  const brief = Date.now() + 3000;
  assert.equal((await ask('brief', brief)).status, 201);
  assert.equal((await call('bob', 'POST', '/api/access/brief/approve', {})).status, 200);

  // Calls of every kind are under way when it goes, and go on coming.
  const possible = [200, 201, 409, 503];
  const unexpected: string[] = [];
  const underWay = Promise.all(
    Array.from({ length: 15 }, async (_, nth) => {
      const answers = await Promise.all([
        ...paths.map((path) => call('bob', 'GET', path)),
        ask(`meanwhile-${nth}`),
        call('bob', 'POST', '/api/access/before/suspend', { comment: 'once' }),
        call('dan', 'PUT', '/api/teams/new', { id: 'new', name: 'New', type: 'Team' }),
      ]);
      for (const answer of answers)
        if (!possible.includes(answer.status)) unexpected.push(`${answer.status}: ${await answer.text()}`);
    }),
  );
  await database.kill();
  await underWay;
  assert.deepEqual(unexpected, []);
  await until('it is not ready', async () => (await statusOf('/readyz')) === 503);
  const statuses = await Promise.all(paths.map(statusOf));
  assert.deepEqual(tally(statuses), { 503: paths.length });
  const refusal = await ask('refused');
  assert.equal(refusal.status, 503);
  assert.match(refusal.headers.get('content-type') ?? '', /problem\+json/);
  assert.equal(((await refusal.json()) as { code: string }).code, 'database_unavailable');
  assert.equal(await statusOf('/healthz'), 200);

  database = await startEmbedded({ dataDir: folder.dataDir, log: () => {} });
  await using _stopped = database;
  await until('it is ready again', async () => (await statusOf('/readyz')) === 200);
  assert.equal(await statusOf('/api/access/before'), 200);
  assert.equal((await ask('after')).status, 201);
  const events = async () =>
    (await (await call('organization-reads', 'GET', '/api/events')).json()) as {
      subject: string;
      type: string;
    }[];
  const told = (subject: string, type: string) => async () =>
    (await events()).some((event) => event.subject === subject && event.type.endsWith(`.${type}Event`));
  await until('what was asked afterwards is told', told('after', 'AccessRequested'));
  await until('what ended meanwhile is told', told('brief', 'AccessDeactivated'));
  assert.equal((await events()).filter(({ subject }) => subject === 'refused').length, 0);
});

const paths = [
  '/api/access',
  '/api/access/before',
  '/api/access/before/history',
  '/api/inbox',
  '/api/events',
  '/api/teams',
  '/api/dataproducts',
  '/api/resources',
  '/api/resources/orders%2Flatest/policy',
  '/api/graph',
];

async function prepare(database: EmbeddedPostgres): Promise<void> {
  await ensureDatabase(database, 'store');
  const pool = openPool(database.connection('store'), () => {});
  await migrate(pool);
  await castInto(pool);
  await pool.end();
}

function addressOf({ socketDir, port, superuser }: EmbeddedPostgres): string {
  return `postgres://${superuser}@${encodeURIComponent(socketDir)}:${port}/store`;
}

test('an embedded database that crashes under load is brought back by its server, with all that was answered', async () => {
  await using house = await openHouse();
  await furnish(house);
  for (let crash = 1; crash <= 3; crash++) {
    const working = liveUntilDead(house.url(), `crash-${crash}`, 8);
    const atWork = until(
      'people are at work',
      async () => (await house.query('select from decision')).length > 10 * crash,
    );
    await Promise.race([atWork, working]); // Whoever ends before that has met a fault, and says which.
    await house.killDatabase();
    const lives = await working;
    await until('it is ready again', async () => (await fetch(`${house.url()}/readyz`)).status === 200);
    await nothingLostOrDoubled(house, lives);
    await repetitionsDoNothingTwice(house, lives);
  }
  await logVerifies(house);
  await stateAgreesWithLog(house);
});
