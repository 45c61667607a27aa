// Small words for the tests of this folder: what a reader gave when it should have succeeded, and the faults when it
// should not have.
import assert from 'node:assert/strict';
import { isFaults, type Fault } from '../../src/adapters/documents/fault.ts';

/** The value that a reader gave; fails with the faults when there are some. */
export function good<T>(result: T | readonly Fault[]): T {
  if (isFaults(result)) assert.fail(JSON.stringify(result));
  return result;
}

/** The faults that a reader gave, as `path message` lines. */
export function faultLines(result: unknown): string[] {
  assert.ok(isFaults(result), 'no faults were found');
  return result.map(({ path, message }) => `${path} ${message}`);
}

/** `[[[[…]]]]`, as JSON.parse would give it. */
export function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}
