// Which tables a grant opens, as tables come and go and bindings change.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Shop } from './shop.ts';
import { reads, writes } from './shop.ts';
import { groupOf } from './sessions.ts';

export function privilegeTests(open: () => Promise<Shop>): void {
  describe('privileges of the group role', () => {
    test('all tables and views of the schema are read, and nothing of another schema', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.admin('create schema payroll; create table payroll.salaries (item text)');
      await shop.intend(reads(alice));
      for (const table of ['shop.orders', 'shop.refunds', 'shop.best_sellers'])
        assert.equal(await shop.can(alice, 'read', table), true);
      assert.equal(await shop.can(alice, 'read', 'payroll.salaries'), false);
    });

    test('writing includes the sequences that fill serial columns, and reading', async () => {
      await using shop = await open();
      const bob = await shop.role('bob');
      const result = await shop.intend(writes(bob));
      assert.deepEqual(result.failed, []);
      for (const table of ['shop.orders', 'shop.refunds'])
        assert.equal(await shop.can(bob, 'read-write', table), true);
      await shop.as(
        bob,
        `update shop.orders set item = 'mug' where item = 'kettle'; delete from shop.refunds`,
      );
      await assert.rejects(shop.as(bob, 'truncate shop.orders'), /permission denied/);
    });

    test('named tables are read and no others, even of the same schema', async () => {
      await using shop = await open();
      const bob = await shop.role('bob');
      const binding = shop.binding({ tables: ['orders'] });
      await shop.intend(writes(bob), binding);
      assert.equal(await shop.can(bob, 'read-write', 'shop.orders'), true);
      assert.equal(await shop.can(bob, 'read', 'shop.refunds'), false);
    });

    test('a binding that shrinks takes away what left it, and one that moves leaves nothing behind', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      await shop.intend(reads(alice), shop.binding({ tables: ['refunds'] }));
      assert.equal(await shop.can(alice, 'read', 'shop.orders'), false);
      assert.equal(await shop.can(alice, 'read', 'shop.refunds'), true);
      const own = String(shop.target.settings['user']);
      await shop.admin(`create schema archive; create table archive.orders (item text);
        grant usage on schema archive to ${own} with grant option; grant select on archive.orders to ${own} with grant option`);
      const moved = await shop.intend(reads(alice), shop.binding({ schema: 'archive' }));
      assert.deepEqual(moved.failed, []);
      assert.equal(await shop.can(alice, 'read', 'archive.orders'), true);
      assert.equal(await shop.can(alice, 'read', 'shop.refunds'), false);
      await assert.rejects(shop.as(alice, 'select 1 from shop.nothing'), /permission denied for schema shop/);
    });

    test('a table that appears later is read from the next run on, also when nobody else is granted', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      await shop.as(ownerOf(shop), 'create table shop.vouchers (item text)');
      assert.equal(await shop.can(alice, 'read', 'shop.vouchers'), false);
      const result = await shop.intend(reads(alice));
      assert.deepEqual([result.granted, result.failed], [[], []]);
      assert.equal(await shop.can(alice, 'read', 'shop.vouchers'), true);
    });

    test('where Countersign may act for the owner, a future table is read at once, and no longer once that is off', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.admin(`grant ${ownerOf(shop)} to ${String(shop.target.settings['user'])}`);
      await shop.intend(reads(alice));
      await shop.as(ownerOf(shop), 'create table shop.vouchers (item text)');
      assert.equal(await shop.can(alice, 'read', 'shop.vouchers'), true);
      await shop.intend(reads(alice), shop.binding({ futureTables: false }));
      await shop.as(ownerOf(shop), 'create table shop.gift_cards (item text)');
      assert.equal(await shop.can(alice, 'read', 'shop.gift_cards'), false);
      assert.equal(await shop.can(alice, 'read', 'shop.vouchers'), true);
    });

    test('a table that cannot be passed on is a failure with the SQL that mends it, and the others are granted', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.admin('create table shop."Secret ""plans""" (item text)');
      const result = await shop.intend(reads(alice));
      assert.deepEqual(
        result.failed.map(({ code, principal, level }) => ({ code, principal, level })),
        [{ code: 'privilege_not_grantable', principal: null, level: 'read' }],
      );
      assert.match(
        result.failed[0]?.sentence ?? '',
        /may not pass on SELECT on table shop\.Secret "plans"\.$/,
      );
      assert.equal(await shop.can(alice, 'read', 'shop.orders'), true);
      await shop.admin(result.failed[0]?.mend ?? '');
      assert.deepEqual((await shop.intend(reads(alice))).failed, []);
      assert.equal(await shop.can(alice, 'read', 'shop."Secret ""plans"""'), true);
    });

    test('a table or schema that does not exist is a failure by name', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      for (let run = 0; run < 2; run += 1) {
        const named = await shop.intend(reads(alice), shop.binding({ tables: ['orders', 'ordres'] }));
        assert.deepEqual(
          named.failed.map(({ sentence }) => sentence),
          ['Table "ordres" does not exist in schema "shop".'],
        );
      }
      assert.equal(await shop.can(alice, 'read', 'shop.orders'), true);
      const nowhere = await shop.intend(
        reads(alice),
        shop.binding({ schema: 'Shop' }, 'urn:fernlane:nowhere'),
      );
      assert.deepEqual(
        nowhere.failed.map(({ code }) => code),
        ['schema_missing'],
      );
    });

    test('what somebody took from the group role comes back, and what they added goes or is a failure', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      const group = await groupOf(shop);
      const own = String(shop.target.settings['user']);
      await shop.as(
        own,
        `grant delete on shop.orders to ${group}; revoke select on shop.refunds from ${group}`,
      );
      assert.deepEqual((await shop.intend(reads(alice))).failed, []);
      await assert.rejects(shop.as(alice, 'delete from shop.orders'), /permission denied/);
      assert.equal(await shop.can(alice, 'read', 'shop.refunds'), true);
      await shop.admin(`grant delete on shop.orders to ${group}; alter role ${group} login`);
      const result = await shop.intend(reads(alice));
      assert.deepEqual(
        result.failed.map(({ code }) => code),
        ['privilege_not_revoked'],
      );
      const [role] = await shop.admin('select rolcanlogin from pg_roles where rolname = $1', [group]);
      assert.deepEqual(role, { rolcanlogin: false });
      await shop.admin(result.failed[0]?.mend ?? '');
      assert.deepEqual((await shop.intend(reads(alice))).failed, []);
    });

    test('a schema that is open to everybody needs no right of ours', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const own = String(shop.target.settings['user']);
      await shop.admin(`create table public.notices (item text); grant select on public.notices to ${own} with grant option;
        grant usage on schema public to public`);
      const result = await shop.intend(reads(alice), shop.binding({ schema: 'public' }));
      assert.deepEqual(result.failed, []);
      assert.equal(await shop.can(alice, 'read', 'public.notices'), true);
    });

    test('a database that is closed to everybody is opened by the grant where Countersign may', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const own = String(shop.target.settings['user']);
      await shop.admin(
        `revoke connect on database ${shop.database} from public; grant connect on database ${shop.database} to ${own} with grant option`,
      );
      await shop.intend(reads(alice));
      assert.equal(await shop.can(alice, 'read'), true);
      await shop.intend([]);
      await assert.rejects(shop.session(alice), /permission denied for database/);
    });

    test('ports that share a schema are reconciled at once without disturbing each other', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      for (let round = 0; round < 4; round += 1) {
        const ports = Array.from({ length: 6 }, (_, index) =>
          shop.binding({}, `urn:fernlane:port-${round}-${index}`),
        );
        const results = await Promise.all(
          ports.map((port) => shop.intend([...reads(alice), ...writes(alice)], port)),
        );
        assert.deepEqual(
          results.flatMap((result) => result.failed),
          [],
        );
      }
    });
  });
}

const ownerOf = (shop: Shop): string => shop.database.replace('shop', 'checkout');
