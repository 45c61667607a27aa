// What the Kafka connector promises beyond the contract: levels that publish or subscribe alone, rights that several
// agreements or others share, runs that were cut off, topics that were moved, and what it says about ways in and denials.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aclKey, type Acl } from '../../../src/adapters/connectors/kafka/acl.ts';
import { readMarker } from '../../../src/adapters/connectors/kafka/marker.ts';
import type { Binding, Entitlement } from '../../../src/app/connector.ts';
import { reconcile } from '../../../src/app/reconcile.ts';
import type { ConnectorFixture } from '../../contracts/connector.ts';
import { acl, type House } from './house.ts';

export function promiseTests(open: () => Promise<{ house: House; fixture: ConnectorFixture }>): void {
  async function openWorld() {
    const { house, fixture } = await open();
    const alice = await fixture.principal('alice');
    const at = (settings: object, resourceId = 'orders'): Binding => ({
      resourceId,
      installationId: 'fernlane',
      settings: { topics: ['orders'], ...settings },
    });
    const intend = (all: readonly Entitlement[], binding = at({})) =>
      reconcile(fixture.connector, fixture.target, binding, async () => all);
    const aclsOf = async (principal: string): Promise<Acl[]> =>
      (await house.admin.acls()).filter((one) => one.principal === `User:${principal}`);
    return { ...fixture, house, alice, at, intend, aclsOf };
  }
  const to = (principal: string, level: Entitlement['level']): Entitlement => ({ principal, level });

  describe('what Kafka’s connector promises', () => {
    test('who publishes need not be able to read, and who subscribes cannot publish', async () => {
      await using world = await openWorld();
      const { house, alice, intend } = world;
      await intend([to(alice, 'write')]);
      assert.deepEqual(
        [await house.writes(alice, 'orders'), await house.reads(alice, 'orders')],
        [true, false],
      );
      const { observed } = await intend([to(alice, 'read')]);
      assert.deepEqual(observed, [to(alice, 'read')]);
      assert.deepEqual(
        [await house.writes(alice, 'orders'), await house.reads(alice, 'orders')],
        [false, true],
      );
      await intend([to(alice, 'read'), to(alice, 'write')]);
      assert.deepEqual(
        [await house.writes(alice, 'orders'), await house.reads(alice, 'orders')],
        [true, true],
      );
    });

    test('when the last grant has ended, nothing is left at the broker, not even a marker', async () => {
      await using world = await openWorld();
      await world.intend([to(world.alice, 'read'), to(world.alice, 'read-write')]);
      assert.ok((await world.aclsOf(world.alice)).length > 3);
      await world.intend([]);
      assert.deepEqual(await world.aclsOf(world.alice), []);
    });

    test('a marker denies what nobody uses, and says in full what it stands for', async () => {
      await using world = await openWorld();
      await world.intend([to(world.alice, 'read')]);
      const [marker] = (await world.aclsOf(world.alice)).filter((one) => readMarker(one) !== null);
      assert.ok(marker);
      assert.deepEqual(
        [marker.kind, marker.operation, marker.permission],
        ['TRANSACTIONAL_ID', 'DESCRIBE', 'DENY'],
      );
      const { installation, resource, level, topics } = readMarker(marker)!;
      assert.deepEqual([installation, resource, level, topics], ['fernlane', 'orders', 'read', ['orders']]);
    });

    test('a topic with a star at the end is all topics that begin so', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.intend([to(alice, 'write')], world.at({ topics: ['orders*'] }));
      assert.equal(await house.writes(alice, 'orders.returns'), true);
      assert.equal(await house.writes(alice, 'invoices'), false);
    });

    test('a resource that moves to another topic takes its grants along', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.intend([to(alice, 'read')]);
      const moved = world.at({ topics: ['invoices'] });
      const { observed, failed } = await world.intend([to(alice, 'read')], moved);
      assert.deepEqual([observed, failed], [[to(alice, 'read')], []]);
      assert.deepEqual(
        [await house.reads(alice, 'orders'), await house.reads(alice, 'invoices')],
        [false, true],
      );
      await world.intend([], world.at({}));
      assert.deepEqual(await world.aclsOf(alice), [], 'also where the binding has changed without a run');
    });

    test('what two resources give goes with the last of them', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const returns = world.at({ topics: ['orders.returns', 'orders'] }, 'returns');
      await world.intend([to(alice, 'read')]);
      await world.intend([to(alice, 'read')], returns);
      await world.intend([]);
      assert.equal(await house.reads(alice, 'orders'), true);
      await world.intend([], returns);
      assert.equal(await house.reads(alice, 'orders'), false);
    });

    test('an ACL that somebody else had made before stays when the grant ends, and is drift all the while', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.letIn(alice);
      const during = await world.intend([to(alice, 'read')]);
      assert.deepEqual(
        during.drift.map(({ principal }) => principal),
        [alice],
      );
      const after = await world.intend([]);
      assert.deepEqual([after.revoked, after.failed], [[to(alice, 'read')], []]);
      assert.equal(await house.reads(alice, 'orders'), true, 'as before the grant');
      assert.equal((await world.aclsOf(alice)).length, 2);
    });

    test('when that somebody takes theirs away, the grant carries on by an ACL of its own', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.letIn(alice);
      await world.intend([to(alice, 'read')]);
      await house.admin.remove([acl(`User:${alice}`, 'READ', 'TOPIC', 'orders')]);
      const { observed, drift } = await world.intend([to(alice, 'read')]);
      assert.deepEqual([observed, drift], [[to(alice, 'read')], []]);
      assert.equal(await house.reads(alice, 'orders'), true);
      await world.intend([]);
      assert.equal(await house.reads(alice, 'orders'), false);
    });

    test('an ACL of ours that somebody took away is made again', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.intend([to(alice, 'read')]);
      await house.admin.remove([acl(`User:${alice}`, 'READ', 'GROUP', alice)]);
      assert.equal(await house.reads(alice, 'orders'), false);
      const { granted } = await world.intend([to(alice, 'read')]);
      assert.deepEqual(granted, [to(alice, 'read')]);
      assert.equal(await house.reads(alice, 'orders'), true);
    });

    for (const left of ['the marker alone', 'the marker and half of the rights'] as const)
      test(`a run that was cut off with ${left} is finished by the next one, or cleared away`, async () => {
        await using world = await openWorld();
        const { house, alice } = world;
        const cut = async () => {
          await world.intend([to(alice, 'read')]);
          const rights = (await world.aclsOf(alice)).filter((one) => readMarker(one) === null);
          await house.admin.remove(left === 'the marker alone' ? rights : rights.slice(1));
        };
        await cut();
        assert.deepEqual((await world.intend([to(alice, 'read')])).observed, [to(alice, 'read')]);
        assert.equal(await house.reads(alice, 'orders'), true);
        await cut();
        assert.deepEqual((await world.intend([])).failed, []);
        assert.deepEqual(await world.aclsOf(alice), []);
      });

    test('everybody, beginnings of names and the star are ways in, and what does not reach the topic is none', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const as = `User:${alice}`;
      const ways = [
        acl(as, 'ALL', 'TOPIC', 'ord', { pattern: 'PREFIXED' }),
        acl('User:*', 'READ', 'TOPIC', '*'),
        acl('Group:ops', 'WRITE', 'TOPIC', 'orders', { host: '10.0.0.1' }),
      ];
      const others = [
        acl(as, 'READ', 'TOPIC', 'order'),
        acl(as, 'DESCRIBE', 'TOPIC', 'orders'),
        acl(as, 'READ', 'TOPIC', 'orders.', { pattern: 'PREFIXED' }),
        acl(as, 'READ', 'GROUP', '*'),
      ];
      await house.admin.create([...ways, ...others]);
      const { drift } = await world.intend([]);
      await house.admin.remove([...ways, ...others]);
      assert.deepEqual(
        drift.map(({ principal, level, how, sentence }) => [principal, level, how, sentence]),
        [
          [
            'Group:ops',
            'write',
            'privilege',
            'User "Group:ops" may write to orders, from 10.0.0.1, by an ACL of its own.',
          ],
          ['User:*', 'read', 'everybody', 'Every user may read *, by an ACL of User:*.'],
          [
            alice,
            'read-write',
            'privilege',
            `User "${alice}" may read and write to ord*, by an ACL of its own.`,
          ],
        ],
      );
    });

    test('a denial of somebody else is named, with the command that lifts it, until it is gone', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const denial = acl(`User:${alice}`, 'READ', 'TOPIC', 'orders', { permission: 'DENY' });
      await house.admin.create([denial]);
      for (let run = 0; run < 2; run += 1) {
        const { failed } = await world.intend([to(alice, 'read')]);
        assert.deepEqual(
          failed.map(({ code, principal }) => [code, principal]),
          [['denied_by_other', alice]],
        );
        assert.match(
          failed[0]?.mend ?? '',
          new RegExp(`^kafka-acls.sh --remove --deny-principal User:${alice} `),
        );
      }
      const lacks = await world.connector.check(world.target, [world.at({})]);
      assert.deepEqual(
        lacks.map(({ code }) => code),
        ['denied_by_other'],
      );
      assert.equal(await house.reads(alice, 'orders'), false);
      await house.admin.remove([denial]);
      assert.deepEqual((await world.intend([to(alice, 'read')])).failed, []);
      assert.equal(await house.reads(alice, 'orders'), true);
    });

    test('names that cannot be a principal are refused by name, and nothing is made of them', async () => {
      await using world = await openWorld();
      const before = (await world.house.admin.acls()).map(aclKey);
      const names = ['*', 'countersign', 'a*', 'ANONYMOUS', '', 'x'.repeat(300), 'a\u0000b'];
      const { failed, granted } = await world.intend(names.map((name) => to(name, 'read')));
      assert.deepEqual(
        failed.map(({ code }) => code),
        names.map(() => 'principal_unusable'),
      );
      assert.deepEqual(granted, []);
      assert.deepEqual((await world.house.admin.acls()).map(aclKey), before);
    });

    test('a user that may not change ACLs is told so, with the command that permits it', async () => {
      await using world = await openWorld();
      const { house, connector, target } = world;
      const right = acl('User:countersign', 'ALTER', 'CLUSTER', 'kafka-cluster');
      await house.admin.remove([right]);
      try {
        const [lack, ...more] = await connector.check(target, [world.at({})]);
        assert.deepEqual([lack?.code, more], ['not_permitted', []]);
        assert.match(lack?.mend ?? '', /--add --allow-principal User:countersign --operation Alter/);
        await assert.rejects(world.intend([to(world.alice, 'read')]), { code: 'not_permitted' });
      } finally {
        await house.admin.create([right]);
      }
    });

    test('a wrong password is a refusal that does not say it', async () => {
      await using world = await openWorld();
      const wrong = { ...world.target, secret: () => 'guessed wrong' };
      const [lack] = await world.connector.check(wrong, []);
      assert.equal(lack?.code, 'sign_in_refused');
      assert.doesNotMatch(JSON.stringify(lack), /guessed/);
    });

    test('a hundred consumers come and go in one run each', async () => {
      await using world = await openWorld();
      const unchecked = { ...world.target, settings: { ...world.target.settings, principals: 'unchecked' } };
      const all = Array.from({ length: 100 }, (_, nth) =>
        to(`${world.alice}-${String(nth).padStart(3, '0')}`, 'read'),
      );
      const run = (entitlements: readonly Entitlement[]) =>
        reconcile(world.connector, unchecked, world.at({}), async () => entitlements);
      assert.deepEqual((await run(all)).observed, all);
      const { observed, failed } = await run([]);
      assert.deepEqual([observed, failed], [[], []]);
    });
  });
}
