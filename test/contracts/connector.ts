// What every connector has to keep, whatever its target is; run it with a fixture for each. The fixture does not ask the
// connector or the target's catalog whether somebody has access: it tries, as that principal, in the target's own way.
// The suite says nothing about how access is made real, and nothing that only one kind of target could do.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import {
  TargetFailure,
  type Binding,
  type Connector,
  type Entitlement,
  type Level,
  type Target,
} from '../../src/app/connector.ts';
import { compare, reconcile } from '../../src/app/reconcile.ts';

export interface ConnectorFixture extends AsyncDisposable {
  readonly connector: Connector;
  readonly target: Target;
  /** The same target where nobody answers. */
  readonly unreachable: Target;
  /** What no message may ever show. */
  readonly secret: string;
  binding(resourceId: string, installationId: string): Binding;
  /** Makes a principal that has nothing yet, and returns what the target calls it. */
  principal(name: string): Promise<string>;
  /** Tries it as the principal. */
  can(principal: string, level: Level): Promise<boolean>;
  /** Lets a principal read without Countersign, as an administrator of the target would. */
  letIn(principal: string): Promise<void>;
}

export function connectorContract(name: string, open: () => Promise<ConnectorFixture>): void {
  const read = (principal: string): Entitlement => ({ principal, level: 'read' });
  const write = (principal: string): Entitlement => ({ principal, level: 'read-write' });

  async function openWorld() {
    const fixture = await open();
    const [alice, bob, eve] = [
      await fixture.principal('alice'),
      await fixture.principal('bob'),
      await fixture.principal('eve'),
    ];
    const orders = fixture.binding('urn:fernlane:orders', 'fernlane');
    const intend = (entitlements: readonly Entitlement[], binding = orders) =>
      reconcile(fixture.connector, fixture.target, binding, async () => entitlements);
    return { ...fixture, alice, bob, eve, orders, intend };
  }

  describe(`the connector contract, kept by ${name}`, () => {
    test('a grant makes access real, for its principal and nobody else', async () => {
      await using world = await openWorld();
      assert.equal(await world.can(world.alice, 'read'), false);
      const result = await world.intend([read(world.alice)]);
      assert.deepEqual(result.granted, [read(world.alice)]);
      assert.deepEqual(result.failed, []);
      assert.deepEqual(result.observed, [read(world.alice)]);
      assert.equal(await world.can(world.alice, 'read'), true);
      assert.equal(await world.can(world.alice, 'read-write'), false);
      assert.equal(await world.can(world.eve, 'read'), false);
    });

    test('a revoke takes access away, and from its principal only', async () => {
      await using world = await openWorld();
      await world.intend([read(world.alice), read(world.bob)]);
      const result = await world.intend([read(world.bob)]);
      assert.deepEqual(result.revoked, [read(world.alice)]);
      assert.deepEqual(result.failed, []);
      assert.equal(await world.can(world.alice, 'read'), false);
      assert.equal(await world.can(world.bob, 'read'), true);
    });

    test('access is the union of grants: it ends with the last one, level by level', async () => {
      await using world = await openWorld();
      await world.intend([read(world.alice), read(world.alice), write(world.alice)]);
      assert.equal(await world.can(world.alice, 'read-write'), true);
      await world.intend([read(world.alice)]);
      assert.equal(await world.can(world.alice, 'read-write'), false);
      assert.equal(await world.can(world.alice, 'read'), true);
      await world.intend([write(world.alice)]);
      assert.equal(await world.can(world.alice, 'read-write'), true);
      await world.intend([]);
      assert.equal(await world.can(world.alice, 'read'), false);
    });

    test('an unknown principal fails by its name and the others pass', async () => {
      await using world = await openWorld();
      const result = await world.intend([read(world.alice), read('nobody-at-all'), read(world.bob)]);
      assert.deepEqual(
        result.failed.map(({ principal, level }) => ({ principal, level })),
        [read('nobody-at-all')],
      );
      assert.match(result.failed[0]?.sentence ?? '', /nobody-at-all.* does not exist/);
      assert.deepEqual(result.observed, [read(world.alice), read(world.bob)]);
      assert.equal(await world.can(world.bob, 'read'), true);
    });

    test('a second run finds nothing to do', async () => {
      await using world = await openWorld();
      await world.intend([read(world.alice), write(world.bob)]);
      let acts = 0;
      const { value } = await world.connector.run(world.target, world.orders, async (session) =>
        session.isInLine(),
      );
      assert.equal(value, true);
      const result = await reconcile(
        counting(world.connector, () => (acts += 1)),
        world.target,
        world.orders,
        async () => [read(world.alice), write(world.bob)],
      );
      assert.equal(acts, 0);
      assert.deepEqual([result.granted, result.revoked, result.failed], [[], [], []]);
    });

    test('what somebody else gave is reported as drift and never taken away', async () => {
      await using world = await openWorld();
      await world.letIn(world.eve);
      for (const entitlements of [[read(world.alice)], []]) {
        const result = await world.intend(entitlements);
        assert.deepEqual(
          result.drift.map(({ principal, level }) => ({ principal, level })),
          [read(world.eve)],
        );
        assert.match(result.drift[0]?.sentence ?? '', new RegExp(world.eve));
        assert.equal(await world.can(world.eve, 'read'), true);
      }
    });

    test('two installations at one target do not touch each other', async () => {
      await using world = await openWorld();
      const staging = world.binding('urn:fernlane:orders', 'fernlane-staging');
      await world.intend([read(world.alice)]);
      await world.intend([read(world.bob)], staging);
      const result = await world.intend([], staging);
      assert.deepEqual(result.revoked, [read(world.bob)]);
      assert.equal(await world.can(world.alice, 'read'), true);
      assert.ok(result.drift.some(({ principal }) => principal === world.alice));
    });

    test('two resources at one target do not touch each other', async () => {
      await using world = await openWorld();
      const invoices = world.binding('urn:fernlane:invoices', 'fernlane');
      await world.intend([read(world.alice)]);
      await world.intend([read(world.alice), read(world.bob)], invoices);
      const result = await world.intend([read(world.alice)]);
      assert.deepEqual([result.granted, result.revoked, result.drift], [[], [], []]);
      await world.intend([], invoices);
      assert.equal(await world.can(world.alice, 'read'), true);
      assert.equal(await world.can(world.bob, 'read'), false);
    });

    test('four runs at once leave exactly what is intended', async () => {
      await using world = await openWorld();
      for (let round = 0; round < 6; round += 1) {
        const intended =
          round % 2 === 0 ? [read(world.alice), read(world.bob), write(world.bob)] : [read(world.eve)];
        const results = await Promise.all([1, 2, 3, 4].map(() => world.intend(intended)));
        assert.deepEqual(
          results.flatMap((result) => result.failed),
          [],
        );
        // Each change was made by one run only.
        assert.equal(results.flatMap((result) => result.granted).length, intended.length);
        const last = await world.intend(intended);
        assert.deepEqual([last.granted, last.revoked, last.observed], [[], [], intended]);
      }
    });

    test('while what is intended keeps changing, each change is made once by one of many runs', async () => {
      await using world = await openWorld();
      const everybody = [read(world.alice), read(world.bob), write(world.bob), read(world.eve)];
      let intended: Entitlement[] = [];
      let turn = 0;
      // Whoever reads changes it for the next one, in a way that has no pattern to fall in step with.
      const readIntended = async () => {
        turn += 1;
        intended = everybody.filter((_, index) => ((turn * 7919) >> index) % 2 === 0);
        return intended;
      };
      const loop = async () => {
        const changes: number[] = [];
        for (let run = 0; run < 5; run += 1) {
          const { granted, revoked, failed } = await reconcile(
            world.connector,
            world.target,
            world.orders,
            readIntended,
          );
          assert.deepEqual(failed, []);
          changes.push(granted.length - revoked.length);
        }
        return changes;
      };
      const changes = await Promise.all([1, 2, 3, 4].map(loop));
      const sum = changes.flat().reduce((total, change) => total + change, 0);
      assert.equal(turn, 20);
      assert.equal(sum, intended.length);
      const last = await world.intend(intended);
      assert.deepEqual([last.granted, last.revoked], [[], []]);
    });

    test('a run reads what is intended only when no other run is under way', async () => {
      await using world = await openWorld();
      let intended = [read(world.alice)];
      let inside = 0;
      const readIntended = async () => {
        inside += 1;
        assert.equal(inside, 1);
        const seen = intended;
        await new Promise((resolve) => setImmediate(resolve));
        intended = [];
        return seen;
      };
      const leaving = {
        ...world.connector,
        run: ((target, binding, work) =>
          world.connector.run(target, binding, async (session) => {
            const value = await work(session);
            inside -= 1;
            return value;
          })) satisfies Connector['run'],
      };
      await Promise.all([1, 2, 3].map(() => reconcile(leaving, world.target, world.orders, readIntended)));
      // The first one granted what was intended then, and the later ones saw that it had ended.
      assert.equal(await world.can(world.alice, 'read'), false);
    });

    test('comparing tells the difference and changes nothing', async () => {
      await using world = await openWorld();
      await world.intend([read(world.alice)]);
      const difference = await compare(world.connector, world.target, world.orders, async () => [
        read(world.bob),
      ]);
      assert.deepEqual([difference.missing, difference.excess], [[read(world.bob)], [read(world.alice)]]);
      assert.equal(await world.can(world.alice, 'read'), true);
      assert.equal(await world.can(world.bob, 'read'), false);
    });

    test('a run whose work fails changes nothing and passes the error on', async () => {
      await using world = await openWorld();
      const unreadable = new Error('what is intended cannot be read now');
      await assert.rejects(
        reconcile(world.connector, world.target, world.orders, async () => Promise.reject(unreadable)),
        unreadable,
      );
      const halfWay = world.connector.run(world.target, world.orders, async (session) => {
        await session.grant([read(world.eve)]);
        throw unreadable;
      });
      await assert.rejects(halfWay, unreadable);
      assert.equal(await world.can(world.eve, 'read'), false);
    });

    test('a target that does not answer is a failure in plain words without the secret', async () => {
      await using world = await openWorld();
      const failure = await reconcile(world.connector, world.unreachable, world.orders, async () => []).catch(
        (error: unknown) => error,
      );
      assert.ok(failure instanceof TargetFailure);
      assert.equal(failure.code, 'unreachable');
      assert.match(failure.message, /^[A-Z].*\.$/);
      assert.ok(!inspect(failure, { depth: 20, showHidden: true }).includes(world.secret));
      assert.ok(!inspect(world.target, { depth: 20, showHidden: true }).includes(world.secret));
      const lacks = await world.connector.check(world.unreachable, [world.orders]);
      assert.deepEqual(
        lacks.map(({ code }) => code),
        ['unreachable'],
      );
    });

    test('a well configured target lacks nothing', async () => {
      await using world = await openWorld();
      assert.deepEqual(await world.connector.check(world.target, [world.orders]), []);
    });

    test('settings that it does not know are faults that name the place', async () => {
      await using world = await openWorld();
      const { connector, target, orders } = world;
      assert.deepEqual(connector.targetFaults(target.settings), []);
      assert.deepEqual(connector.bindingFaults(orders.settings), []);
      assert.notDeepEqual(connector.targetFaults({ ...target.settings, nonsense: 1 }), []);
      assert.notDeepEqual(connector.bindingFaults({ ...orders.settings, nonsense: 1 }), []);
      assert.notDeepEqual(connector.targetFaults(null), []);
      const wrong = { ...target, settings: { nonsense: 1 } };
      await assert.rejects(
        connector.run(wrong, orders, async () => {}),
        { name: 'TargetFailure', code: 'settings_wrong' },
      );
    });

    test('it describes itself in terms that a form can be made of', async () => {
      await using world = await openWorld();
      const description = world.connector.describe();
      assert.equal(description.kind, world.connector.kind);
      assert.equal(world.target.kind, world.connector.kind);
      assert.ok(description.levels.includes('read'));
      for (const schema of [description.target, description.binding]) assert.ok('properties' in schema);
    });
  });
}

function counting(connector: Connector, onAct: () => void): Connector {
  return {
    ...connector,
    run: (target, binding, work) =>
      connector.run(target, binding, (session) =>
        work({
          entitlements: () => session.entitlements(),
          isInLine: () => session.isInLine(),
          drift: (watched) => session.drift(watched),
          grant: (entitlements) => (onAct(), session.grant(entitlements)),
          revoke: (entitlements) => (onAct(), session.revoke(entitlements)),
        }),
      ),
  };
}
