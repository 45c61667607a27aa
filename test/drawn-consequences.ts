// Draws the consequences of what the log says, as a server does in the background, when a test says so.
import assert from 'node:assert/strict';
import { consequenceStore, keepConsequences } from '../src/adapters/db/consequences.ts';
import { followOnce, type Following, type Step } from '../src/adapters/db/log/follow.ts';
import { sealAll } from '../src/adapters/db/log/seal.ts';
import type { Consequence } from '../src/app/consequences.ts';
import { consequencesFollower } from '../src/app/followers/consequences.ts';
import { workOffConsequence } from '../src/app/work-off-consequence.ts';
import type { World } from './world.ts';

export interface Drawn {
  readonly alarms: string[];
  /** Lets the log have its consequences. */
  settle(): Promise<void>;
}

export function consequencesOf(world: World): Drawn {
  const alarms: string[] = [];
  const alarm = (sentence: string, facts: Record<string, unknown>) =>
    alarms.push(`${sentence}: ${String(facts['access'])}`);
  const following: Following<Consequence> = {
    follower: consequencesFollower,
    keep: (client, jobs) => keepConsequences(client, jobs, world.clock.now()),
    alarm,
  };
  const work = workOffConsequence({ ...world.ports, consequences: consequenceStore(world.pool), alarm });
  return {
    alarms,
    settle: async () => {
      // What is drawn leaves entries itself, so it goes on until nothing is left.
      for (let rounds = 0; rounds < 20; rounds++) {
        await sealAll(world.pool);
        let step: Step = await followOnce(world.pool, following);
        while (step.state === 'moved') step = await followOnce(world.pool, following, step);
        let worked = false;
        while (await work()) worked = true;
        if (!worked) return;
      }
      assert.fail('the consequences have no end');
    },
  };
}
