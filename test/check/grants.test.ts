// The columns of grants against a plain list of the same, over random histories.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Grants } from '../../src/adapters/check/grants.ts';

const small = fc.nat({ max: 7 });
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.tuple(small, small, small) }) },
  { weight: 1, arbitrary: fc.record({ drop: small }) },
);

test('what was added and not dropped is found by its pair, its subject and its resource', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
      const grants = new Grants();
      let list: [number, number, number][] = [];
      for (const one of acts) {
        if ('add' in one) {
          grants.add(...one.add, 0, null, 0);
          list.push(one.add);
        } else {
          grants.drop(one.drop);
          list = list.filter(([, , access]) => access !== one.drop);
        }
      }
      assert.equal(grants.size, list.length);
      const sorted = (accesses: number[]) => accesses.sort((one, other) => one - other);
      for (let nth = 0; nth < 8; nth++) {
        const of = (slots: Iterable<number>) => sorted([...slots].map((slot) => grants.access[slot]!));
        assert.deepEqual(
          of(grants.ofSubject(nth)),
          sorted(list.filter(([s]) => s === nth).map(([, , a]) => a)),
        );
        assert.deepEqual(
          of(grants.ofResource(nth)),
          sorted(list.filter(([, r]) => r === nth).map(([, , a]) => a)),
        );
        for (let other = 0; other < 8; other++) {
          const found: number[] = [];
          for (let slot = grants.ofPair(nth, other); slot !== -1; slot = grants.nextOfPair(slot))
            found.push(grants.access[slot]!);
          const expected = list.filter(([s, r]) => s === nth && r === other).map(([, , a]) => a);
          assert.deepEqual(sorted(found), sorted(expected));
        }
      }
    }),
  );
});

test('it grows, and still finds everything', () => {
  const grants = new Grants();
  for (let nth = 0; nth < 5000; nth++) grants.add(nth % 100, nth, nth, nth, nth + 1, 0);
  assert.equal(grants.size, 5000);
  for (let nth = 0; nth < 5000; nth++) {
    const slot = grants.ofPair(nth % 100, nth);
    assert.deepEqual([grants.access[slot], grants.from[slot], grants.isLive(slot, nth)], [nth, nth, true]);
  }
  assert.equal([...grants.ofSubject(7)].length, 50);
});
