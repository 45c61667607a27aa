// Durations at their edges: what is read, what is refused, and that what is written can be read back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  day,
  formatDuration,
  hour,
  longestDuration,
  minute,
  parseDuration,
  second,
} from '../../src/core/time.ts';

test('A duration is read as people and ISO 8601 write it', () => {
  const lengths: Record<string, number> = {
    '1s': second,
    '30m': 30 * minute,
    '8h': 8 * hour,
    '90d': 90 * day,
    '2w': 14 * day,
    PT1S: second,
    PT5M: 5 * minute,
    PT8H: 8 * hour,
    P30D: 30 * day,
    P2W: 14 * day,
    P1DT12H: 36 * hour,
    PT0H30M: 30 * minute,
    '36525d': longestDuration,
  };
  for (const [text, length] of Object.entries(lengths)) assert.equal(parseDuration(text), length, text);
});

test('What is no duration, is nothing, is longer than a hundred years or depends on a calendar is refused', () => {
  const wrong = {
    malformed: [
      '',
      ' ',
      '8',
      'h',
      '8 h',
      ' 8h',
      '8h\n',
      '-8h',
      '+8h',
      '1.5h',
      '1e3h',
      '8H',
      '٨h',
      '8hours',
      '1h30m',
    ],
    'wrong in ISO 8601': ['P', 'PT', 'P1', 'P1DT', 'PT1D', 'P-1D', 'p1d', 'P1D ', 'PT1H1H', 'P1D1W'],
    'of the calendar': ['P1Y', 'P1M', 'P1Y2M3D'],
    nothing: ['0s', '0d', 'PT0S', 'P0D'],
    'too long': ['36526d', '5218w', '999999999w', '9999999999s', '99999999999s', 'P9999999999W'],
  };
  for (const [why, texts] of Object.entries(wrong))
    for (const text of texts) assert.equal(parseDuration(text), undefined, `${why}: ${JSON.stringify(text)}`);
});

test('Every duration in whole seconds is written such that it can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: longestDuration / second }), (seconds) => {
      assert.equal(parseDuration(formatDuration(seconds * second)), seconds * second);
    }),
  );
});

test('A duration is written in its largest exact unit', () => {
  assert.deepEqual([90 * day, 36 * hour, 90 * minute, 61 * second].map(formatDuration), [
    '90d',
    '36h',
    '90m',
    '61s',
  ]);
});
