// When people are reminded: of the end of a grant, and of a request that waits. Long periods weekly and then daily,
// short ones in proportion, and after a downtime once instead of as often as was missed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextReminder, type Span } from '../../src/core/reminders.ts';
import { day, endOfTime, hour, minute, type Instant, type Milliseconds } from '../../src/core/time.ts';
import { morning } from './cast.ts';

test('A long grant is announced weekly from thirty days before its end and daily in the last week', () => {
  for (const length of [60 * day, 90 * day, 365 * day, 3650 * day])
    assert.deepEqual(
      daysLeft(remindersOf('ending', length), length),
      [30, 23, 16, 9, 7, 6, 5, 4, 3, 2, 1],
      `${length / day} days`,
    );
});

test('A grant of weeks is announced daily in its last week only, one of days on the last day', () => {
  assert.deepEqual(daysLeft(remindersOf('ending', 30 * day), 30 * day), [7, 6, 5, 4, 3, 2, 1]);
  assert.deepEqual(daysLeft(remindersOf('ending', 14 * day), 14 * day), [7, 6, 5, 4, 3, 2, 1]);
  assert.deepEqual(daysLeft(remindersOf('ending', 13 * day), 13 * day), [1]);
  assert.deepEqual(daysLeft(remindersOf('ending', 2 * day), 2 * day), [1]);
});

test('A grant of hours is announced once, in proportion to its length', () => {
  assert.deepEqual(remindersOf('ending', 24 * hour), [21 * hour]);
  assert.deepEqual(remindersOf('ending', 8 * hour), [7 * hour]);
  assert.deepEqual(remindersOf('ending', hour), [52.5 * minute]);
  assert.deepEqual(remindersOf('ending', 5 * minute), [3.75 * minute]);
});

test('A request is brought back to mind halfway to its deadline and when a tenth of the time is left', () => {
  assert.deepEqual(remindersOf('waiting', 30 * day), [15 * day, 27 * day]);
  assert.deepEqual(remindersOf('waiting', 10 * minute), [5 * minute, 9 * minute]);
});

test('After a downtime only the latest of the missed reminders is due', () => {
  const span: Span = { kind: 'ending', from: morning, until: morning + 90 * day };
  const now = morning + 86 * day + hour;
  assert.equal(nextReminder(span, null, now), morning + 86 * day);
  assert.equal(nextReminder(span, now, now), morning + 87 * day);
});

test('A reminder about an earlier period says nothing about this one', () => {
  const span: Span = { kind: 'ending', from: morning, until: morning + 8 * hour };
  assert.equal(nextReminder(span, morning - 5 * day, morning), morning + 7 * hour);
});

test('No reminder falls on the beginning or the end of its period, before or after it, or twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ending' as const, 'waiting' as const),
      fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 400 * day })),
      (kind, length) => {
        const all = remindersOf(kind, length);
        assert.ok(all.every((instant, index) => instant > (all[index - 1] ?? 0) && instant < length));
      },
    ),
  );
});

test('A grant until the end of time is announced like any other', () => {
  const span: Span = { kind: 'ending', from: morning, until: endOfTime };
  assert.equal(nextReminder(span, null, morning), endOfTime - 30 * day);
});

/** All reminders of a period, as they come when each is sent at its instant; counted from the beginning. */
function remindersOf(kind: Span['kind'], length: Milliseconds): Instant[] {
  const span: Span = { kind, from: morning, until: morning + length };
  const all: Instant[] = [];
  let last: Instant | null = null;
  for (;;) {
    const next = nextReminder(span, last, last ?? morning);
    if (next === null) return all;
    all.push(next - morning);
    last = next;
  }
}

function daysLeft(instants: readonly Instant[], length: Milliseconds): number[] {
  return instants.map((instant) => (length - instant) / day);
}
