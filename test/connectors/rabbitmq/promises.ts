// What the RabbitMQ connector promises beyond the contract: what others wrote in the same row stays, keys of topic
// exchanges, connections that are closed, runs that were cut off.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Binding, Entitlement } from '../../../src/app/connector.ts';
import { reconcile } from '../../../src/app/reconcile.ts';
import type { ConnectorFixture } from '../../contracts/connector.ts';
import { asAdministrator, publishes, subscribes, type House } from './house.ts';

type Row = Readonly<Record<'user' | 'configure' | 'write' | 'read', string>>;

export function promiseTests(open: () => Promise<{ house: House; fixture: ConnectorFixture }>): void {
  async function openWorld() {
    const { house, fixture } = await open();
    const alice = await fixture.principal('alice');
    const at = (settings: object, resourceId = 'orders'): Binding => ({
      resourceId,
      installationId: 'fernlane',
      settings: { exchange: 'orders', ...settings },
    });
    const intend = (all: readonly Entitlement[], binding = at({})) =>
      reconcile(fixture.connector, fixture.target, binding, async () => all);
    const rowOf = async (user: string): Promise<Row | undefined> =>
      ((await asAdministrator(house, 'GET', '/vhosts/%2F/permissions')).body as Row[]).find(
        (row) => row.user === user,
      );
    const topicsOf = async (user: string) =>
      (
        (await asAdministrator(house, 'GET', '/vhosts/%2F/topic-permissions')).body as { user: string }[]
      ).filter((row) => row.user === user);
    return { ...fixture, house, alice, at, intend, rowOf, topicsOf };
  }
  const to = (principal: string, level: Entitlement['level']): Entitlement => ({ principal, level });

  describe('what RabbitMQ’s connector promises', () => {
    test('who publishes need not be able to read, and who subscribes cannot publish', async () => {
      await using world = await openWorld();
      const { house, alice, intend } = world;
      await intend([to(alice, 'write')]);
      assert.deepEqual([await publishes(house, alice), await subscribes(house, alice)], [true, false]);
      await intend([to(alice, 'read')]);
      assert.deepEqual([await publishes(house, alice), await subscribes(house, alice)], [false, true]);
    });

    test('when the last grant has ended, nothing is left at the broker', async () => {
      await using world = await openWorld();
      await world.intend([to(world.alice, 'read'), to(world.alice, 'read-write')]);
      await world.intend([]);
      assert.deepEqual([await world.rowOf(world.alice), await world.topicsOf(world.alice)], [undefined, []]);
    });

    test('what others wrote in the row is there during the grant and as it was after it', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const theirs = { configure: '^mine', write: '(?i)^(INVOICES|mine)$', read: '' };
      await asAdministrator(house, 'PUT', `/permissions/%2F/${alice}`, theirs);
      await world.intend([to(alice, 'write')]);
      assert.deepEqual(
        [await publishes(house, alice), await publishes(house, alice, 'INVOICES'.toLowerCase())],
        [true, true],
      );
      await world.intend([]);
      const { configure, write, read } = (await world.rowOf(alice))!;
      assert.deepEqual({ configure, write, read }, theirs);
      assert.equal(await publishes(house, alice), false);
    });

    test('an option in what others wrote does not reach ours', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await asAdministrator(house, 'PUT', '/exchanges/%2F/ORDERS', { type: 'topic' });
      await asAdministrator(house, 'PUT', `/permissions/%2F/${alice}`, {
        configure: '',
        write: '(?i)^mine$',
        read: '',
      });
      await world.intend([to(alice, 'write')]);
      assert.deepEqual(
        [await publishes(house, alice), await publishes(house, alice, 'ORDERS')],
        [true, false],
      );
    });

    test('keys of a topic exchange limit who publishes and who subscribes, and a # does not pass for a word', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const some = world.at({ routingKeys: ['order.*', 'returns.#'] });
      await world.intend([to(alice, 'read-write')], some);
      const tries = ['order.created', 'order.a.b', 'returns', 'returns.a.b', 'returnsx', 'stock.low'];
      const published = [];
      for (const key of tries) published.push(await publishes(house, alice, 'orders', key));
      assert.deepEqual(published, [true, false, true, true, false, false]);
      const subscribed = [];
      for (const key of ['order.*', 'order.#', '#', 'returns.#', 'order.created'])
        subscribed.push(await subscribes(house, alice, 'orders', key));
      assert.deepEqual(subscribed, [true, false, false, true, true]);
    });

    test('keys of two resources at one exchange are a union', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      const returns = world.at({ routingKeys: ['returns.*'] }, 'returns');
      await world.intend([to(alice, 'write')], world.at({ routingKeys: ['order.*'] }));
      await world.intend([to(alice, 'write')], returns);
      const may = async (key: string) => publishes(house, alice, 'orders', key);
      assert.deepEqual([await may('order.a'), await may('returns.a'), await may('x.a')], [true, true, false]);
      await world.intend([], returns);
      assert.deepEqual([await may('order.a'), await may('returns.a')], [true, false]);
    });

    test('who had all keys before by others keeps them, although the first topic row closes them', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await asAdministrator(house, 'PUT', `/permissions/%2F/${alice}`, {
        configure: '',
        write: '^orders$',
        read: '',
      });
      await world.intend([to(alice, 'write')], world.at({ routingKeys: ['order.*'] }));
      assert.equal(await publishes(house, alice, 'orders', 'stock.low'), true);
      await world.intend([], world.at({ routingKeys: ['order.*'] }));
      assert.deepEqual(await world.topicsOf(alice), []);
      assert.equal(await publishes(house, alice, 'orders', 'stock.low'), true);
    });

    test('a resource that moves to another exchange takes its grants along', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.intend([to(alice, 'write')]);
      const { observed } = await world.intend([to(alice, 'write')], world.at({ exchange: 'invoices' }));
      assert.deepEqual(observed, [to(alice, 'write')]);
      assert.deepEqual(
        [await publishes(house, alice), await publishes(house, alice, 'invoices')],
        [false, true],
      );
    });

    test('somebody who takes our share out of a row sees it again', async () => {
      await using world = await openWorld();
      const { house, alice } = world;
      await world.intend([to(alice, 'write')]);
      await asAdministrator(house, 'PUT', `/permissions/%2F/${alice}`, {
        configure: '',
        write: '',
        read: '',
      });
      assert.equal(await publishes(house, alice), false);
      assert.deepEqual((await world.intend([to(alice, 'write')])).granted, [to(alice, 'write')]);
      assert.equal(await publishes(house, alice), true);
    });

    test('a connection is closed when its user loses access, and nobody else’s', async (context) => {
      await using world = await openWorld();
      const { house, alice } = world;
      if (house.connect === null) return context.skip('nothing to connect with');
      const bob = await world.principal('bob');
      await world.intend([to(alice, 'read'), to(bob, 'read')]);
      const [alices, bobs] = [await house.connect(alice), await house.connect(bob)];
      const { endedSessions, failed } = await world.intend([to(bob, 'read')]);
      assert.deepEqual([endedSessions, failed], [1, []]);
      assert.deepEqual([await alices(), await bobs()], [false, true]);
      assert.deepEqual([await world.rowOf(alice), await world.topicsOf(alice)], [undefined, []]);
    });

    test('names that cannot be a user are refused by name', async () => {
      await using world = await openWorld();
      const names = ['countersign', 'a*', '', 'a\u0000b'];
      const { failed, granted } = await world.intend(names.map((name) => to(name, 'read')));
      assert.deepEqual(
        failed.map(({ code }) => code),
        names.map(() => 'principal_unusable'),
      );
      assert.deepEqual(granted, []);
    });

    test('an exchange that is not there, or that keys cannot limit, is said before anybody depends on it', async () => {
      await using world = await openWorld();
      const bindings = [
        world.at({ exchange: 'nowhere' }),
        world.at({ exchange: 'news', routingKeys: ['a'] }, 'news'),
      ];
      const lacks = await world.connector.check(world.target, bindings);
      assert.deepEqual(
        lacks.map(({ code }) => code),
        ['exchange_missing', 'exchange_not_topic'],
      );
    });

    test('a wrong password is a refusal that does not say it', async () => {
      await using world = await openWorld();
      const wrong = { ...world.target, secret: () => 'guessed wrong' };
      const [lack] = await world.connector.check(wrong, []);
      assert.equal(lack?.code, 'sign_in_refused');
      assert.doesNotMatch(JSON.stringify(lack), /guessed/);
    });
  });
}
