import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { lowWater } from '../../src/adapters/db/log/low-water.ts';
import { logReader } from '../../src/adapters/db/log/read.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { inboxEntries, openShop } from './fixture.ts';

test('the mark rises behind what was sealed, and never above what may still turn up', async () => {
  await using shop = await openShop();
  const low = lowWater(shop.pool);
  const seal = async () => low.drained(await sealAll(shop.pool, low.mark));
  const slow = new pg.Client(shop.poolConfig);
  await slow.connect();
  await slow.query('begin');
  await inboxEntries(slow, 1, 'slow');
  for (let round = 0; round < 4; round++) {
    await inboxEntries(shop.pool, 1000);
    await seal();
    assert.equal(low.mark, 0, 'somebody holds the first number and has not committed');
  }
  await slow.query('commit');
  await slow.end();
  // Whoever writes in another database of the same server holds the mark down meanwhile, as other tests may.
  let late = 0;
  for (let round = 0; round < 4 || (low.mark <= 1000 && late < 1900); round++) {
    if (round >= 4) late += 1;
    await inboxEntries(shop.pool, round < 4 ? 1000 : 1);
    await seal();
  }
  assert.ok(low.mark > 1000, `the mark has not risen: ${low.mark}`);
  assert.ok(low.mark < 8002 + late);
  const entries = await logReader(shop.pool).after(0, 10_000);
  assert.equal(entries.length, 8001 + late);
  assert.ok(entries.some((entry) => entry.subject === 'slow'));
  low.reset();
  assert.equal(low.mark, 0);
});

test('beginning at the mark finds everything above it, and only that', async () => {
  await using shop = await openShop();
  await inboxEntries(shop.pool, 10);
  assert.equal(await sealAll(shop.pool, 6), 4);
  assert.equal(await sealAll(shop.pool), 6);
});
