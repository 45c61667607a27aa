// Agreements that exist elsewhere are taken over as they stand: nobody is asked, and nobody lets themself in by it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { day } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';

const agreement = (id: string, change: Record<string, unknown> = {}, info: object = {}) => ({
  dataUsageAgreementSpecification: '0.0.1',
  id,
  info: { purpose: 'Weekly report', status: 'approved', active: true, startDate: '2025-03-01', ...info },
  provider: { teamId: 'checkout', dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
  tags: ['old'],
  links: {},
  custom: { ticket: 'T-1' },
  ...change,
});

describe('importing agreements', () => {
  test('approved ones are granted with their dates, notes and origin, without a request to anybody', async () => {
    await using world = await openWorld();
    const answer = await send(
      world,
      [agreement('a1', {}, { endDate: '2027-02-28' })],
      '?origin=entropy-data',
    );
    assert.deepEqual(answer.body, {
      imported: 1,
      unchanged: 0,
      refused: 0,
      lines: [{ line: 0, id: 'a1', result: 'imported' }],
    });
    const { body } = await world.as('bob').get('/api/access/a1');
    assert.deepEqual(
      [body.info.status, body.info.active, body.info.startDate, body.info.endDate, body.info.purpose],
      ['approved', true, '2025-03-01', '2027-02-28', 'Weekly report'],
    );
    assert.deepEqual(
      [body.tags, body.custom, body.approval.origin, body.approval.decisions],
      [['old'], { ticket: 'T-1' }, 'entropy-data', []],
    );
    assert.deepEqual((await world.as('bob').get('/api/inbox')).body.items, []);
    const { rows } = await world.pool.query<{ type: string; channel: string }>(
      `select type, body ->> 'channel' as channel from log_inbox`,
      [],
    );
    assert.deepEqual(rows, [{ type: 'access.imported', channel: 'import' }]);
  });

  test('repeating it changes nothing, whatever has become of the agreement since', async () => {
    await using world = await openWorld();
    await send(world, [agreement('a1')]);
    await world.as('bob').post('/api/access/a1/cancel');
    const again = await send(world, [agreement('a1')]);
    assert.deepEqual([again.body.imported, again.body.unchanged], [0, 1]);
    assert.equal((await world.as('bob').get('/api/access/a1')).body.info.active, false);
    const other = await send(world, [agreement('a1', { consumer: { teamId: 'partner-desk' } })]);
    assert.deepEqual([other.body.lines[0].result, other.body.lines[0].code], ['refused', 'access_identity']);
  });

  test('one key repeats the whole list, and each line is judged by itself', async () => {
    await using world = await openWorld();
    const list = [
      agreement('good'),
      agreement('wrong', { provider: { dataProductId: 'orders', outputPortId: 'none' } }),
      agreement('nobody', { consumer: { teamId: 'none' } }),
      agreement('backwards', {}, { startDate: '2026-05-01', endDate: '2026-04-01' }),
      agreement('odd', {}, { status: 'done' }),
      agreement('day', {}, { startDate: '2026-02-30' }),
      { id: 'empty' },
      7,
    ];
    const first = await send(world, list, '', { 'idempotency-key': 'k1' });
    assert.deepEqual(
      first.body.lines.map((line: { id?: string; result: string; code?: string; field?: string }) => [
        line.id,
        line.result,
        line.code,
        line.field,
      ]),
      [
        ['good', 'imported', undefined, undefined],
        ['wrong', 'refused', 'provider_unknown', 'provider'],
        ['nobody', 'refused', 'consumer_unknown', 'consumer'],
        ['backwards', 'refused', 'period_empty', 'until'],
        ['odd', 'refused', 'invalid_field', 'info.status'],
        ['day', 'refused', 'invalid_field', undefined],
        ['empty', 'refused', 'invalid_field', 'info'],
        [undefined, 'refused', 'invalid_field', ''],
      ],
    );
    const second = await send(world, list, '', { 'idempotency-key': 'k1' });
    assert.deepEqual([second.body.unchanged, second.body.refused], [1, 7]);
  });

  test('requested ones wait in the inbox, and nobody on the consumer’s side decides them', async () => {
    await using world = await openWorld();
    await send(world, [agreement('a1', {}, { status: 'requested', active: false })]);
    const inbox = await world.as('bob').get('/api/inbox');
    assert.deepEqual(
      inbox.body.items.map((one: { id: string }) => one.id),
      ['a1'],
    );
    assert.equal((await world.as('alice').post('/api/access/a1/approve')).status, 403);
    assert.equal((await world.as('bob').post('/api/access/a1/approve')).status, 200);
    assert.equal((await world.as('bob').get('/api/access/a1')).body.info.active, true);
  });

  test('rejected ones bind the consumer’s side here as well', async () => {
    await using world = await openWorld();
    await world.pool.query(`update policy set body = body || '{"strategy": "Auto"}'`);
    await send(world, [agreement('a1', {}, { status: 'rejected', active: false })]);
    await world.as('alice').put('/api/access/a2', { ...agreement('a2'), info: { purpose: 'Try again' } });
    const { body } = await world.as('alice').get('/api/access/a2');
    assert.deepEqual([body.info.status, body.approval.request.becauseOf], ['requested', 'refused-before']);
  });

  test('what was approved and not active is not started by an import', async () => {
    await using world = await openWorld();
    await send(world, [
      agreement('stopped', {}, { active: false }),
      agreement('undated', {}, { active: false, startDate: undefined }),
      agreement('over', {}, { active: false, endDate: '2026-01-31' }),
      agreement('coming', {}, { active: false, startDate: '2026-12-01' }),
    ]);
    const states = await Promise.all(
      ['stopped', 'undated', 'over', 'coming'].map(async (id) => {
        const { body } = await world.as('bob').get(`/api/access/${id}`);
        return [body.info.active, body.approval.state];
      }),
    );
    assert.deepEqual(states, [
      [false, 'Suspended'],
      [false, 'Suspended'],
      [false, 'Expired'],
      [false, 'Granted'],
    ]);
    world.clock.advance(40 * day);
    assert.equal((await world.as('bob').get('/api/access/coming')).body.info.active, true);
  });

  test('only who runs the installation imports, and not for themself, by a key of theirs neither', async () => {
    await using world = await openWorld();
    const mine = [agreement('a1', { consumer: { userId: 'dan@fernlane.example' } })];
    for (const who of ['bob', 'alice', 'checkout-key', 'ivy', 'organization-reads'] as const)
      assert.equal((await world.as(who).post('/api/import/accesses', mine)).status, 403, who);
    for (const who of ['dan', 'organization'] as const) {
      const { body } = await world.as(who).post('/api/import/accesses', mine);
      assert.deepEqual([body.refused, body.lines[0].code], [1, 'own_request'], who);
    }
    assert.equal((await world.pool.query('select from access')).rowCount, 0);
  });
});

function send(world: World, list: unknown[], query = '', headers: Record<string, string> = {}) {
  return world.as('organization').post(`/api/import/accesses${query}`, list, headers);
}
