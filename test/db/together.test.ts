import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { together, type Sharing } from '../../src/adapters/db/together.ts';
import { Problem } from '../../src/core/problem.ts';

/** A statement that is answered when the test says so. */
interface Statement {
  readonly items: readonly string[];
  readonly succeed: () => void;
  readonly fail: (error: unknown) => void;
}

function desk(sharing: Sharing<string> = {}) {
  const statements: Statement[] = [];
  const ask = together<string, string>(
    (items) =>
      new Promise((resolve, reject) => {
        statements.push({
          items,
          succeed: () => resolve(items.map((item) => `${item}!`)),
          fail: reject,
        });
      }),
    { lanes: 1, patienceMs: 600_000, ...sharing },
  );
  return { statements, ask, items: () => statements.map((one) => one.items) };
}

/** Until everything that can happen by itself has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await setImmediate();
}

test('who comes alone leaves at once, and alone', async () => {
  const { ask, statements, items } = desk();
  const answer = ask('a');
  await settle();
  assert.deepEqual(items(), [['a']]);
  statements[0]!.succeed();
  assert.equal(await answer, 'a!');
});

test('who comes while every lane is taken leaves together with the next one, and each gets its own answer', async () => {
  const { ask, statements, items } = desk();
  const first = ask('a');
  await settle();
  const others = ['b', 'c', 'd'].map(ask);
  await settle();
  assert.deepEqual(items(), [['a']]);
  statements[0]!.succeed();
  await settle();
  assert.deepEqual(items(), [['a'], ['b', 'c', 'd']]);
  statements[1]!.succeed();
  assert.deepEqual(await Promise.all([first, ...others]), ['a!', 'b!', 'c!', 'd!']);
});

test('a statement carries only so many, and the rest go in their order', async () => {
  const { ask, statements, items } = desk({ most: 2 });
  const answers = ['a', 'b', 'c'].map(ask);
  await settle();
  assert.deepEqual(items(), [['a', 'b']]);
  statements[0]!.succeed();
  await settle();
  assert.deepEqual(items(), [['a', 'b'], ['c']]);
  statements[1]!.succeed();
  assert.deepEqual(await Promise.all(answers), ['a!', 'b!', 'c!']);
});

test('nobody suffers for somebody else’s fault: what fails together is tried alone', async () => {
  const { ask, statements, items } = desk();
  const answers = Promise.allSettled(['a', 'b', 'c'].map(ask));
  await settle();
  statements[0]!.fail(new Error('one of them'));
  await settle();
  statements[1]!.succeed();
  await settle();
  statements[2]!.fail(new Error('it was b'));
  await settle();
  statements[3]!.succeed();
  const [a, b, c] = await answers;
  assert.deepEqual(items().slice(1), [['a'], ['b'], ['c']]);
  assert.deepEqual(
    [a, c],
    [
      { status: 'fulfilled', value: 'a!' },
      { status: 'fulfilled', value: 'c!' },
    ],
  );
  assert.match(String((b as PromiseRejectedResult).reason), /it was b/);
});

test('a database that is away is not asked again for each of them', async () => {
  const { ask, statements, items } = desk();
  const answers = Promise.allSettled(['a', 'b'].map(ask));
  await settle();
  statements[0]!.fail(new Problem('database_unavailable'));
  assert.deepEqual(
    (await answers).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(items(), [['a', 'b']]);
});

test('two that must stay apart never share a statement, and neither overtakes the other', async () => {
  const { ask, statements, items } = desk({ apart: (item) => item[0]! });
  const answers = ['a1', 'b1', 'a2', 'a3', 'b2', 'c1'].map(ask);
  for (let nth = 0; nth < 3; nth++) {
    await settle();
    statements[nth]!.succeed();
  }
  await Promise.all(answers);
  assert.deepEqual(items(), [['a1', 'b1', 'c1'], ['a2', 'b2'], ['a3']]);
});

test('a statement that waits for a lock holds up its own items and nobody else', async () => {
  const { ask, statements, items } = desk({ patienceMs: 1 });
  const stuck = ask('a');
  await settle();
  const other = ask('b');
  while (statements.length < 2) await setImmediate();
  statements[1]!.succeed();
  assert.equal(await other, 'b!');
  statements[0]!.succeed();
  assert.equal(await stuck, 'a!');
  assert.deepEqual(items(), [['a'], ['b']]);
});
