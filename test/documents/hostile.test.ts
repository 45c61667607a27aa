// The guard that every body passes first, and the paths by which all faults are named.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { pathSteps, pathText } from '../../src/adapters/documents/fault.ts';
import { refuseHostile, refuseHostileWithSlashes } from '../../src/adapters/documents/hostile.ts';
import { checkout, ordersDcs, ordersDps, ordersOdcs, ordersOdps } from './fernlane.ts';
import { nested } from './given.ts';

const lines = (body: unknown): string[] =>
  refuseHostile(body).map(({ path, message }) => `${path} ${message}`);

test('honest documents pass', () => {
  for (const body of [ordersOdps, ordersDps, ordersOdcs, ordersDcs, checkout, {}, [], null, 'x', 0])
    assert.deepEqual(lines(body), []);
  assert.deepEqual(
    lines({ id: 'urn:dataproduct:checkout:orders', 'größe.in cm': '😀', constructor: 'column' }),
    [],
  );
});

test('64 levels are accepted, 65 are not, and neither are 100,000', () => {
  assert.deepEqual(lines(nested(64)), []);
  for (const levels of [65, 100_000])
    assert.match(lines(nested(levels))[0]!, /^\[0\].* is nested deeper than 64 levels$/);
  const one = lines({ a: { b: nested(70) } });
  assert.match(one[0]!, /^a\.b\[0\]/);
  assert.ok(one[0]!.length < 200, 'the path is cut');
});

test('a structure that contains itself, and one that is shared a million times, come to an end', () => {
  const ring: Record<string, unknown> = {};
  ring['again'] = ring;
  assert.match(lines(ring)[0]!, /nested deeper/);
  let bomb: unknown = 'x';
  for (let level = 0; level < 30; level++) bomb = [bomb, bomb];
  assert.deepEqual(lines(bomb), [' holds more than 1000000 values']);
});

test('text that PostgreSQL cannot store is refused, in values and in keys', () => {
  assert.deepEqual(lines({ a: ['x\0y'], b: '\ud800', 'c\0': 1, d: { '\udfff': {} } }), [
    'a[0] contains a NUL character',
    'b contains half of a surrogate pair',
    '["c\\u0000"] has a key that contains a NUL character',
    'd["\\udfff"] has a key that contains half of a surrogate pair',
  ]);
});

test('keys that reach for a prototype are refused wherever they are', () => {
  const body: unknown = JSON.parse(
    '{"a":[{"__proto__":{"admin":true}}],"b":{"constructor":{"prototype":{}}}}',
  );
  assert.deepEqual(lines(body), [
    'a[0].__proto__ is a key that is not accepted',
    'b.constructor is a key that is not accepted',
  ]);
});

test('what JSON cannot hold is refused', () => {
  assert.deepEqual(lines({ a: JSON.parse('1e999'), b: Number.NaN, c: 10n, d: new Date(0), e: () => 0 }), [
    'a is a number that JSON cannot hold',
    'b is a number that JSON cannot hold',
    'c is not a value that JSON can hold',
    'd is not a value that JSON can hold',
    'e is not a value that JSON can hold',
  ]);
});

test('ids are filled, short, and can stand in an address', () => {
  const refused: [string, string][] = [
    ['', 'is empty'],
    [' \t', 'is empty'],
    ['x'.repeat(257), 'is longer than 256 characters'],
    ['x'.repeat(10_000), 'is longer than 256 characters'],
    ['a/b', 'may not contain a slash'],
    ['..', 'may not be "." or ".."'],
    ['a\nb', 'may not contain control characters'],
  ];
  for (const [id, message] of refused) {
    assert.deepEqual(lines({ id }), [`id ${message}`]);
    assert.deepEqual(lines({ provider: { dataProductId: id }, consumer: { teamId: id } }), [
      `provider.dataProductId ${message}`,
      `consumer.teamId ${message}`,
    ]);
  }
  assert.deepEqual(lines({ id: 'x'.repeat(256) }), []);
});

test('one fault a place is enough', () => {
  assert.deepEqual(lines({ id: 'a\0b' }), ['id contains a NUL character']);
});

test('ids further inside a document are nobody else’s business', () => {
  assert.deepEqual(lines({ state: { id: 'a/b' }, schema: [{ id: '' }] }), []);
});

test('tags and definitions may have slashes in their ids, and nothing else more', () => {
  assert.deepEqual(refuseHostileWithSlashes({ id: 'Governance/PII' }), []);
  for (const id of ['', 'a/../b', 'x'.repeat(257), 'a\0'])
    assert.equal(refuseHostileWithSlashes({ id }).length, 1);
});

test('a hostile document is answered with few words', () => {
  const faults = refuseHostile({ ['k'.repeat(100_000)]: '\0', many: Array(100_000).fill('\0') });
  assert.equal(faults.length, 100);
  assert.ok(JSON.stringify(faults).length < 10_000);
});

test('the guard never throws, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      (value) => {
        for (const { path, message } of refuseHostile(value))
          assert.ok(typeof path === 'string' && message !== '');
      },
    ),
    { numRuns: 1000 },
  );
});

test('what JSON can write and read back without change passes, apart from what is listed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const faults = refuseHostile({ wrapped: value });
      const text = JSON.stringify(value);
      const isListed = /\\u0000|\\ud[89a-f]|"__proto__"|"constructor"/i.test(text);
      assert.ok(faults.length === 0 || isListed, JSON.stringify(faults));
    }),
    { numRuns: 1000 },
  );
});

test('a path can be taken apart into the steps it was made of', () => {
  const step = fc.oneof(
    fc.nat(1000),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('a.b', '[0]', '"', ''),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      assert.deepEqual(pathSteps(pathText(steps)), steps);
    }),
    { numRuns: 1000 },
  );
  assert.equal(pathText(['outputPorts', 1, 'name']), 'outputPorts[1].name');
  assert.equal(pathText(['models', 'my.table', 'x-y']), 'models["my.table"].x-y');
});
