// `targets check` names what Countersign's role lacks, and what it says to run is enough.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Shop } from './shop.ts';
import { reads, writes } from './shop.ts';
import { groupOf } from './sessions.ts';

export function checkTests(open: () => Promise<Shop>): void {
  describe('checking a target', () => {
    test('a role that may do nothing is told everything at once, and what it is told is enough', async () => {
      await using shop = await open();
      const bare = await shop.role('newcomer');
      const target = shop.targetWith({ user: bare });
      const binding = shop.binding({ levels: ['read', 'read-write'], endSessions: true });
      const lacks = await shop.connector.check(target, [binding]);
      assert.deepEqual(
        new Set(lacks.map(({ code }) => code)),
        new Set([
          'createrole_missing',
          'signal_backend_missing',
          'privilege_not_grantable',
          'future_tables_not_grantable',
        ]),
      );
      for (const { sentence, mend } of lacks) {
        assert.match(sentence, /^[A-Z].*\.$/);
        await shop.admin(mend ?? '');
      }
      assert.deepEqual(await shop.connector.check(target, [binding]), []);
      const [alice, bob] = [await shop.role('alice'), await shop.role('bob')];
      const result = await shop.intend([...reads(alice), ...writes(bob)], binding, target);
      assert.deepEqual(result.failed, []);
      assert.equal(await shop.can(alice, 'read'), true);
      assert.equal(await shop.can(bob, 'read-write'), true);
      // Tables that come later are covered as well.
      await shop.as(
        shop.database.replace('shop', 'checkout'),
        'create table shop.vouchers (id serial, item text)',
      );
      assert.deepEqual((await shop.intend([...reads(alice), ...writes(bob)], binding, target)).failed, []);
      assert.equal(await shop.can(bob, 'read-write', 'shop.vouchers'), true);
      await shop.intend([], binding, target);
      await shop.admin(`drop owned by ${bare}`);
    });

    test('a group role of ours that this role may not grant is found, as after a move to another server', async (t) => {
      await using shop = await open();
      if (shop.version < 16) return t.skip('PostgreSQL 15 knows no such right');
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      const group = await groupOf(shop);
      const own = String(shop.target.settings['user']);
      // A dump of roles puts every membership down as granted by the superuser who restores it.
      await shop.admin(`revoke ${group} from ${own} cascade; grant ${group} to ${alice}`);
      const [lack] = await shop.connector.check(shop.target, [shop.binding()]);
      assert.equal(lack?.code, 'admin_option_missing');
      const stuck = await shop.intend([]);
      assert.deepEqual(
        stuck.failed.map(({ code, principal }) => [code, principal]),
        [['not_revoked', alice]],
      );
      assert.deepEqual(stuck.observed, reads(alice));
      await shop.admin(lack?.mend ?? '');
      const mended = await shop.intend([]);
      assert.deepEqual([mended.revoked, mended.failed], [reads(alice), []]);
      assert.equal(await shop.can(alice, 'read'), false);
    });

    test('what is bound and does not exist is a lack, also beside another port that is fine', async () => {
      await using shop = await open();
      const bindings = [
        shop.binding({ schema: 'nowhere' }),
        shop.binding(),
        shop.binding({ tables: ['ordres'] }),
        shop.binding({ tabels: [] }),
      ];
      const lacks = await shop.connector.check(shop.target, bindings);
      assert.deepEqual(lacks.map(({ code }) => code).toSorted(), [
        'schema_missing',
        'settings_wrong',
        'table_missing',
      ]);
    });

    test("a superuser lacks nothing and works as Countersign's role", async () => {
      await using shop = await open();
      const root = await shop.role('root');
      await shop.admin(`alter role ${root} superuser`);
      const target = shop.targetWith({ user: root });
      assert.deepEqual(await shop.connector.check(target, [shop.binding()]), []);
      const alice = await shop.role('alice');
      const entitled = [reads(alice), reads(alice), []];
      for (const intended of entitled) {
        assert.deepEqual((await shop.intend(intended, shop.binding(), target)).failed, []);
        assert.equal(await shop.can(alice, 'read'), intended.length > 0);
      }
      assert.deepEqual((await shop.intend([], shop.binding(), target)).failed, []);
    });
  });
}
