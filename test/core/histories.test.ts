// Random histories against the oracle: rules 1, 2, 3, 5, 7 and 8 of design 3.3 as invariants, and whatever else can be
// seen of an access. A hundred thousand of them here; a million in test/long. FC_SEED and FC_PATH repeat a failure.
import { test } from 'node:test';
import { liveThrough } from './lives.ts';

test('No history of a hundred thousand lets the core and the rules part', (t) => {
  liveThrough(100_000, t);
});
