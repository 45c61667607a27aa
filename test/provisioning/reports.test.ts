// How other teams' connectors report what became of an access, as the Entropy API has it: the latest report wins.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minute } from '../../src/core/time.ts';
import { noon, openWorld, type World } from '../world.ts';

const wish = {
  info: { purpose: 'Weekly report on orders' },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
};
const base = '/api/access/a1/provisioning';

describe('provisioning reports', () => {
  test('a step sets the status and its time, keeps what it does not say, and is one event', async () => {
    await using world = await asked();
    const started = await world.as('checkout-key').post(`${base}/provisioning-started`, {
      platform: 'bigquery',
      links: { log: 'https://connector.example/1' },
    });
    assert.equal(started.status, 200);
    assert.deepEqual(started.body, {
      status: 'provisioning',
      platform: 'bigquery',
      links: { log: 'https://connector.example/1' },
      provisioningStartedAt: '2026-11-02T12:00:00.000Z',
    });
    world.clock.set(noon + minute);
    const failed = await world.as('checkout-key').post(`${base}/provisioning-failed`, {
      diagnostics: 'The dataset is gone.',
      note: 'Looked at by Bob',
      status: 'provisioned',
      failedAt: '2001-01-01T00:00:00Z',
    });
    assert.deepEqual(failed.body, {
      ...started.body,
      status: 'provisioning-failed',
      diagnostics: 'The dataset is gone.',
      note: 'Looked at by Bob',
      failedAt: '2026-11-02T12:01:00.000Z',
    });
    const done = await world
      .as('checkout-key')
      .post(`${base}/provisioning-succeeded`, { reference: 'roles/reader' });
    const { diagnostics: _, ...kept } = failed.body;
    assert.deepEqual(done.body, {
      ...kept,
      status: 'provisioned',
      reference: 'roles/reader',
      provisionedAt: '2026-11-02T12:01:00.000Z',
    });
    assert.deepEqual((await world.as('alice').get(base)).body, done.body);
    assert.deepEqual((await world.as('alice').get('/api/access/a1')).body.provisioning, done.body);
    assert.deepEqual(await logged(world), [
      ['provisioning.started', 'provisioning', 'bigquery'],
      ['provisioning.failed', 'provisioning-failed', 'bigquery'],
      ['provisioning.provisioned', 'provisioned', 'bigquery'],
    ]);
  });

  test('any step is accepted from any state, without a body, with an empty one, and again', async () => {
    await using world = await asked();
    for (const step of [
      'deprovisioning-failed',
      'deprovisioning-succeeded',
      'provisioning-started',
      'deprovisioning-started',
      'deprovisioning-started',
    ])
      assert.equal((await world.as('checkout-key').post(`${base}/${step}`)).status, 200, step);
    assert.equal((await world.as('checkout-key').post(`${base}/provisioning-succeeded`, '')).status, 200);
    assert.equal(
      (await world.as('checkout-key').post(`${base}/provisioning-succeeded`, { platform: null })).status,
      200,
    );
    assert.equal((await logged(world)).length, 7);
    assert.equal((await world.as('checkout-key').post(`${base}/provisioned`)).status, 404);
  });

  test('a whole record clears what it does not say, is believed in its times, and is an event only by its status', async () => {
    await using world = await asked();
    await world
      .as('checkout-key')
      .post(`${base}/provisioning-failed`, { platform: 'bigquery', diagnostics: 'No.' });
    const declared = {
      status: 'provisioned',
      executor: 'nightly',
      provisionedAt: '2026-10-31T01:00:00+02:00',
      customProperties: [{ property: 'grantId', value: 'g-1' }],
    };
    const put = await world.as('checkout-key').put(base, declared);
    assert.deepEqual(put.body, { ...declared, provisionedAt: '2026-10-30T23:00:00.000Z' });
    const corrected = await world.as('checkout-key').put(base, { ...declared, note: 'By hand' });
    assert.equal(corrected.body.note, 'By hand');
    assert.equal((await logged(world)).length, 2);
    for (const body of [{}, { status: 'done' }, { ...declared, provisionedAt: 'yesterday' }, 7]) {
      const refused = await world.as('checkout-key').put(base, body);
      assert.equal(refused.status, 400, JSON.stringify(body));
    }
    assert.deepEqual((await world.as('alice').get(base)).body, corrected.body);
  });

  test('only the provider reports: any member of the owner team, its key, an organization key', async () => {
    await using world = await asked();
    const step = `${base}/provisioning-started`;
    await world.pool.query(
      `insert into membership (team_id, person_id, role, position) values ('checkout', 'eve', 'Member', 9)`,
    );
    for (const who of ['bob', 'carol', 'grace', 'eve', 'checkout-key', 'organization'] as const)
      assert.equal((await world.as(who).post(step)).status, 200, who);
    for (const who of [
      'alice',
      'dan',
      'ivy',
      'analytics-key',
      'checkout-reads',
      'organization-reads',
    ] as const) {
      assert.equal((await world.as(who).post(step)).status, 403, who);
      assert.equal((await world.as(who).put(base, { status: 'provisioned' })).status, 403, who);
    }
    assert.equal((await world.nobody.post(step)).status, 403);
    assert.equal((await logged(world)).length, 6);
  });

  test('an access that does not exist, or of which nothing was reported, is not found; a deleted one still takes reports', async () => {
    await using world = await asked();
    assert.equal(
      (await world.as('checkout-key').post('/api/access/none/provisioning/provisioning-started')).status,
      404,
    );
    assert.equal(
      (await world.as('alice').get('/api/access/none/provisioning')).body.code,
      'access_not_found',
    );
    assert.equal((await world.as('alice').get(base)).body.code, 'provisioning_not_found');
    await world.as('alice').delete('/api/access/a1');
    assert.equal((await world.as('checkout-key').post(`${base}/deprovisioning-succeeded`)).status, 200);
  });

  test('a repeated Idempotency-Key reports once', async () => {
    await using world = await asked();
    const send = () =>
      world
        .as('checkout-key')
        .post(`${base}/provisioning-succeeded`, { reference: 'r' }, { 'idempotency-key': 'k1' });
    const first = await send();
    world.clock.advance(minute);
    assert.deepEqual((await send()).body, first.body);
    assert.equal((await logged(world)).length, 1);
  });

  test('reports at the same moment are told in the order in which they took effect', async () => {
    await using world = await asked();
    const steps = ['provisioning-started', 'provisioning-failed', 'provisioning-succeeded'];
    await Promise.all(
      Array.from({ length: 12 }, (_, nth) => world.as('checkout-key').post(`${base}/${steps[nth % 3]}`)),
    );
    const entries = await logged(world);
    assert.equal(entries.length, 12);
    assert.equal(entries.at(-1)?.[1], (await world.as('alice').get(base)).body.status);
  });
});

async function asked(): Promise<World> {
  const world = await openWorld();
  assert.equal((await world.as('alice').put('/api/access/a1', wish)).status, 200);
  return world;
}

async function logged({ pool }: World): Promise<[string, string, string | undefined][]> {
  const { rows } = await pool.query<{ type: string; body: string }>(
    `select type, body from log_inbox where type like 'provisioning.%' order by seq`,
    [],
  );
  return rows.map(({ type, body }) => {
    const { data } = JSON.parse(body) as { data: { status: string; platform?: string } };
    return [type, data.status, data.platform];
  });
}
