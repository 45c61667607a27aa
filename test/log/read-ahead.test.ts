import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAhead } from '../../src/adapters/feed/read-ahead.ts';

const full = (id: string) => ({ full: true, after: id });

test('a full batch that was read ahead is handed out once', async () => {
  let reads = 0;
  const ahead = readAhead(async (id) => ((reads += 1), full(id)));
  ahead.prepare('e1');
  ahead.prepare('e1');
  assert.deepEqual(await ahead.take('e1'), full('e1'));
  assert.equal(await ahead.take('e1'), null);
  assert.equal(await ahead.take('e2'), null, 'nobody asked for it');
  assert.equal(reads, 1);
});

test('what is not full yet, or could not be read, is left to whoever asks', async () => {
  const partly = readAhead(async () => ({ full: false }));
  partly.prepare('e1');
  assert.equal(await partly.take('e1'), null);
  const failing = readAhead(async () => Promise.reject<{ full: boolean }>(new Error('the database is gone')));
  failing.prepare('e1');
  assert.equal(await failing.take('e1'), null);
});

test('it keeps few, and none for long', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const ahead = readAhead(async (id) => full(id), { most: 2, keptMs: 1000 });
  for (const id of ['e1', 'e2', 'e3']) ahead.prepare(id);
  assert.equal(await ahead.take('e3'), null);
  assert.deepEqual(await ahead.take('e2'), full('e2'));
  context.mock.timers.tick(1000);
  assert.equal(await ahead.take('e1'), null);
  ahead.prepare('e4');
  assert.deepEqual(await ahead.take('e4'), full('e4'));
});
