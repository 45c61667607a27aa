// The same random histories as in test/core, ten times as many: a million.
import { test } from 'node:test';
import { liveThrough } from '../core/lives.ts';

test('No history of a million lets the core and the rules part', (t) => {
  liveThrough(1_000_000, t);
});
