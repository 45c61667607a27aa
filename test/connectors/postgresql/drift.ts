// Ways to the tables that Countersign did not give are found, named and left alone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Shop } from './shop.ts';
import { reads } from './shop.ts';
import { groupOf } from './sessions.ts';

export function driftTests(open: () => Promise<Shop>): void {
  describe('drift', () => {
    test('a target where only owners and Countersign have privileges shows none', async () => {
      await using shop = await open();
      assert.deepEqual((await shop.intend(reads(await shop.role('alice')))).drift, []);
    });

    test('every way in is named with the role, the level, the tables and how', async () => {
      await using shop = await open();
      const roles = await Promise.all(
        ['eve', 'partners', 'dora', 'col', 'all', 'fred'].map((who) => shop.role(who)),
      );
      const [eve, partners, dora, col, all, fred] = roles;
      await shop.admin(`grant select, delete on shop.refunds to ${eve};
        grant select on shop.orders to ${partners}; grant ${partners} to ${dora}; grant ${dora} to ${fred};
        grant select (item) on shop.orders to ${col};
        grant pg_read_all_data to ${all};
        grant select on shop.best_sellers to public`);
      const { drift } = await shop.intend([]);
      const brief = drift.map(({ principal, level, how, through, on }) => [
        principal,
        level,
        how,
        through,
        on.join(),
      ]);
      const everything = 'shop.best_sellers,shop.orders,shop.refunds';
      assert.deepEqual(
        new Set(brief.map((way) => way.join(' | '))),
        new Set(
          [
            ['PUBLIC', 'read', 'everybody', null, 'shop.best_sellers'],
            [eve, 'read-write', 'privilege', null, 'shop.refunds'],
            [partners, 'read', 'privilege', null, 'shop.orders'],
            [dora, 'read', 'membership', partners, 'shop.orders'],
            [fred, 'read', 'membership', partners, 'shop.orders'],
            [col, 'read', 'privilege', null, 'shop.orders'],
            [all, 'read', 'predefined', 'pg_read_all_data', everything],
          ].map((way) => way.join(' | ')),
        ),
      );
      const dorasWay = drift.find(({ principal }) => principal === dora);
      assert.equal(dorasWay?.sentence, `Role "${dora}" may read shop.orders, as a member of "${partners}".`);
      assert.equal(
        await shop.can(fred ?? '', 'read').catch(() => 'no schema'),
        false,
        'a privilege counts even before USAGE on the schema does',
      );
    });

    test('a principal that stays in by nature is reported when it is granted and when that ends', async () => {
      await using shop = await open();
      const [root, helper] = [await shop.role('root'), await shop.role('helper')];
      const owner = shop.database.replace('shop', 'checkout');
      await shop.admin(`alter role ${root} superuser; grant ${owner} to ${helper}`);
      for (const intended of [reads(root, owner, helper), []]) {
        const { drift, failed, observed } = await shop.intend(intended);
        assert.deepEqual(
          [observed, failed],
          [intended.toSorted((one, other) => one.principal.localeCompare(other.principal)), []],
        );
        assert.deepEqual(
          drift.map(({ principal, how, through }) => [principal, how, through]),
          [
            [owner, 'owner', null],
            [helper, 'owner', owner],
            [root, 'superuser', null],
          ],
        );
      }
      assert.deepEqual((await shop.intend([])).drift, []);
    });

    test('a group role that another name of the database left behind is seen', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      const group = await groupOf(shop);
      await shop.admin(
        `comment on role ${group} is '{"countersign":{"installation":"fernlane","database":"formerly","resource":"urn:fernlane:orders","level":"read"}}'`,
      );
      await shop.admin(`alter role ${group} rename to countersign_formerly_${shop.database}`);
      const { drift, observed } = await shop.intend([]);
      assert.deepEqual(observed, []);
      assert.deepEqual(
        drift.map(({ principal, how }) => [principal, how]),
        [
          [alice, 'membership'],
          [`countersign_formerly_${shop.database}`, 'privilege'],
        ],
      );
    });
  });
}
