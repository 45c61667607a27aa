import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeForAccount, waitBefore, type Attempts } from '../../src/core/throttle.ts';
import { day, hour, minute } from '../../src/core/time.ts';

/** Guesses as soon as it may, for a day; `rest` is how long it waits on purpose after so many guesses in a row. */
function guessesInADay(rest: { after: number; for: number } | null): number {
  let attempts: Attempts | null = null;
  let guesses = 0;
  let now = 0;
  while (now < day) {
    const wait: number = waitBefore(attempts, freeForAccount, now);
    now += wait;
    if (wait > 0) continue;
    const forgotten: boolean = attempts !== null && now - attempts.lastAt >= hour;
    attempts = { failures: attempts === null || forgotten ? 1 : attempts.failures + 1, lastAt: now };
    guesses++;
    if (rest && guesses % rest.after === 0) now += rest.for;
  }
  return guesses;
}

test('the first five attempts are free, then the wait doubles up to five minutes', () => {
  const waits = Array.from({ length: 20 }, (_, failures) =>
    waitBefore({ failures, lastAt: 0 }, freeForAccount, 0),
  );
  assert.deepEqual(waits.slice(0, 9), [0, 0, 0, 0, 0, 1000, 2000, 4000, 8000]);
  assert.ok(waits.slice(14).every((wait) => wait === 5 * minute));
  assert.equal(waitBefore({ failures: 1e9, lastAt: 0 }, freeForAccount, 0), 5 * minute);
});

test('the wait runs from the last attempt, and an hour forgets everything', () => {
  const attempts = { failures: 100, lastAt: 1000 };
  assert.equal(waitBefore(attempts, freeForAccount, 1000 + minute), 4 * minute);
  assert.equal(waitBefore(attempts, freeForAccount, 1000 + 5 * minute), 0);
  assert.equal(waitBefore(attempts, freeForAccount, 1000 + hour), 0);
  assert.equal(waitBefore(null, freeForAccount, 0), 0);
});

test('nobody gets many more than three hundred guesses a day, whether they rest or not', () => {
  for (const rest of [null, ...Array.from({ length: 20 }, (_, n) => ({ after: n + 1, for: hour }))]) {
    const guesses = guessesInADay(rest);
    assert.ok(guesses <= 310, `${guesses} with ${JSON.stringify(rest)}`);
  }
});
