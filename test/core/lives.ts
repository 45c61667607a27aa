// Runs random histories by the number, and says how many there were, how long it took, and what was seen in them.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import { live, type Tally } from './history.ts';

/** What has to be seen in so many of a thousand histories, so that the invariants were put to the test. */
const atLeast: Readonly<Record<string, number>> = {
  'granted by people and keys': 100,
  'granted by four eyes': 20,
  'granted by the external system': 10,
  'granted by the system': 50,
  'granted directly': 20,
  suspend: 50,
  resume: 10,
  cancel: 50,
  narrow: 20,
  retract: 3,
  delete: 50,
};

export function liveThrough(count: number, t: TestContext): void {
  const tally: Tally = new Map();
  const started = performance.now();
  const startedCpu = process.cpuUsage();
  const step = fc.nat(2 ** 40);
  const tape = fc.noBias(fc.array(step, { minLength: 2, maxLength: 24, size: 'max' }));
  fc.assert(
    fc.property(tape, (numbers) => live(numbers, tally)),
    { numRuns: count, ...repeated() },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const cpu = (process.cpuUsage(startedCpu).user / 1_000_000).toFixed(1);
  t.diagnostic(`${count} histories in ${seconds} s, ${cpu} s of them at work`);
  t.diagnostic(
    [...tally]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([what, times]) => `${what} ${times}`)
      .join(', '),
  );
  for (const [what, times] of Object.entries(atLeast))
    assert.ok((tally.get(what) ?? 0) >= (times * count) / 1000, `too few histories see: ${what}`);
}

function repeated(): { seed?: number; path?: string } {
  const { FC_SEED, FC_PATH } = process.env;
  return { ...(FC_SEED && { seed: Number(FC_SEED) }), ...(FC_PATH && { path: FC_PATH }) };
}
