// Sweepers look at an access only at the instants that nextDue names. This is enough: in random histories a world that
// is swept at those instants tells the same facts at the same instants as one that is swept all the time; and a world
// that is swept late lets the same people in at every instant, because the period is judged at reading.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { effectiveGrant, nextDue, standingAt } from '../../src/core/access.ts';
import { day, hour, type Milliseconds } from '../../src/core/time.ts';
import { alice, bob, carol } from './cast.ts';
import { choosingBy, edges, lengths, someNarrowing, somePolicy, someVote, someWish } from './fate.ts';
import type { Choose } from './fate.ts';
import { World, type Came } from './world.ts';

const tape = fc.noBias(fc.array(fc.nat(2 ** 40), { minLength: 4, maxLength: 16, size: 'max' }));

test('Sweeping at the instants that are named tells the same as sweeping all the time', (t) => {
  let facts = 0;
  const property = fc.property(tape, ([setting = 0, ...steps]) => {
    const worlds = [open(setting), open(setting)] as const;
    for (const step of steps) {
      const came = worlds.map((world) => act(world, choosingBy(step)));
      assert.equal(came[0], came[1]);
      const length = choosingBy(Math.floor(step / 1024))(lengths);
      const instants = sweptAsNamed(worlds[0], length);
      sweptAllTheTime(worlds[1], length, instants);
      assert.deepEqual(told(worlds[0]), told(worlds[1]));
    }
    facts += worlds[0].log.length;
  });
  const numRuns = 1500;
  fc.assert(property, { numRuns });
  t.diagnostic(`${numRuns} histories with ${facts} facts`);
  assert.ok(facts > 5 * numRuns, 'something happened');
});

test('A world that is swept late lets the same people in, and tells no fact twice', () => {
  const property = fc.property(tape, ([setting = 0, ...steps]) => {
    const [swept, late] = [open(setting), open(setting)];
    for (const step of steps) {
      assert.equal(act(late, choosingBy(step)), act(swept, choosingBy(step)));
      const length = choosingBy(Math.floor(step / 1024))(lengths);
      swept.passes(length);
      late.passesUnswept(length);
      for (const [id, access] of swept.accesses) {
        const other = late.access(id);
        assert.equal(standingAt(other, late.now), standingAt(access, swept.now));
        assert.deepEqual(effectiveGrant(other, late.now)?.roles, effectiveGrant(access, swept.now)?.roles);
      }
    }
    late.sweeps();
    assert.equal(late.sweeps(), 0, 'nothing is told twice');
  });
  fc.assert(property, { numRuns: 3000 });
});

function open(setting: number): World {
  const world = new World(somePolicy(choosingBy(setting)));
  world.joins({ person: 'bob', team: 'analytics', role: 'member' });
  return world;
}

/** What the two sides do who may do most. */
function act(world: World, choose: Choose): Came {
  const { id, consumer } = choose(edges.slice(0, 2));
  const on = { id, consumer };
  const wanted = someWish(choose, world.now);
  const owner = choose([bob, carol]);
  const deeds: (() => Came)[] = [
    () => world.tries(alice, on).asks(wanted),
    () => world.tries(alice, on).asksAgain(wanted),
    () => world.tries(carol, on).allows(someVote(choose, world.now)),
    () => world.tries(carol, on).allows(),
    () => world.tries(owner, on).allows(),
    () => world.tries(bob, on).allows(),
  ];
  const onExisting: (() => Came)[] = [
    () => world.tries(owner, on).suspends(),
    () => world.tries(carol, on).resumes(),
    () => world.tries(carol, on).narrows(someNarrowing(choose, world.now)),
    () => world.tries(alice, on).revokes(),
  ];
  return choose(world.accesses.has(id) ? [...deeds, ...deeds, ...onExisting] : deeds)();
}

/** Sweeps only when something is due, and says when that was. */
function sweptAsNamed(world: World, length: Milliseconds): Set<number> {
  const end = world.now + length;
  const instants = new Set<number>();
  for (;;) {
    const due = Math.min(
      ...[...world.accesses.values()].map((access) => nextDue(access, world.now) ?? Infinity),
    );
    if (due > end) break;
    world.now = Math.max(world.now, due);
    assert.ok(world.sweeps() > 0, 'what is due leaves a trace');
    instants.add(world.now);
  }
  world.now = end;
  return instants;
}

/** Sweeps every few hours, and whenever the other world was swept, so that both can tell a fact at its instant. */
function sweptAllTheTime(world: World, length: Milliseconds, also: ReadonlySet<number>): void {
  const end = world.now + length;
  const step = length > 5 * day ? 7 * hour : hour;
  const instants = new Set(also);
  for (let at = world.now; at < end; at += step) instants.add(at);
  for (const at of [...instants, end].sort((one, other) => one - other)) {
    world.now = at;
    world.sweeps();
  }
}

function told(world: World): string[] {
  return world.log.map(({ at, access, fact }) => `${at} ${access} ${fact.type}`).sort();
}
