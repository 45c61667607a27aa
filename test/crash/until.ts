// Waiting for what has to come true by itself, looking again and again, for half a minute at most.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 30_000; await delay(50))
    if (await condition()) return;
  assert.fail(`Not within half a minute: ${what}.`);
}
