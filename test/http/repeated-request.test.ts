// Repeating a call that names no id: the repetition has to find what the first call made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld } from '../world.ts';

test('asking twice with one Idempotency-Key and no id makes one access, and answers it twice', async () => {
  await using world = await openWorld();
  const ask = (purpose: string) =>
    world
      .as('alice')
      .post('/api/access', { resource: 'orders/latest', purpose }, { 'idempotency-key': 'k1' });
  const first = await ask('Weekly report');
  assert.equal(first.status, 201);
  const second = await ask('Weekly report');
  assert.deepEqual([second.status, second.body.id], [201, first.body.id]);
  assert.equal((await ask('Something else')).status, 422);
  const other = await world
    .as('eve')
    .post(
      '/api/access',
      { resource: 'orders/latest', purpose: 'Weekly report' },
      { 'idempotency-key': 'k1' },
    );
  assert.notEqual(other.body.id, first.body.id, 'a key is its caller’s own');
  assert.equal((await world.pool.query('select from access')).rowCount, 2);
});
