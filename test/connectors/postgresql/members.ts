// Who is a member of the group role: strange names, memberships that somebody else gave, and very many.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupName, nameFault } from '../../../src/adapters/connectors/postgresql/names.ts';
import type { Shop } from './shop.ts';
import { reads } from './shop.ts';
import { groupOf } from './sessions.ts';

export function memberTests(open: () => Promise<Shop>): void {
  describe('members of the group role', () => {
    test('hostile names of roles are quoted and work', async () => {
      await using shop = await open();
      const names = [
        `x"; drop table shop.orders; --`,
        `Ünïcödé 🫖`,
        `it's`,
        `back\\slash`,
        `current_user`,
        `select`,
        `a, b`,
        ` `,
      ];
      for (const name of names)
        assert.equal(await shop.role(name).then((role) => shop.can(role, 'read')), false);
      const roles = await Promise.all(names.map((name) => shop.role(name)));
      const result = await shop.intend(reads(...roles));
      assert.deepEqual(result.failed, []);
      for (const role of roles) assert.equal(await shop.can(role, 'read'), true);
      assert.deepEqual((await shop.intend([])).revoked.length, names.length);
    });

    test('names that PostgreSQL cannot keep, or keeps for itself, fail one by one and in words', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const long = await shop.role('l'.repeat(63 - alice.length + 5));
      const own = String(shop.target.settings['user']);
      await shop.intend(reads(alice));
      const bad = [
        '',
        'a\0b',
        '\ud800',
        `${long}x`,
        'ü'.repeat(32),
        'public',
        'none',
        'pg_monitor',
        own,
        await groupOf(shop),
        'Alice; --',
      ];
      const result = await shop.intend([...reads(alice), ...reads(...bad)]);
      assert.deepEqual(new Set(result.failed.map(({ principal }) => principal)), new Set(bad));
      for (const { sentence } of result.failed) assert.match(sentence, /^[A-Z"].*\.$/);
      assert.deepEqual(result.observed, reads(alice));
      // Cut off at 63 bytes, the longer name would have been this one.
      assert.equal(Buffer.byteLength(long), 63);
      assert.equal(await shop.can(long, 'read'), false);
    });

    test('a name that PostgreSQL refuses fails alone among many, and its neighbours pass', async () => {
      await using shop = await open();
      const crowd = await manyRoles(shop, 100);
      await shop.intend(reads(crowd[0] ?? ''));
      // The group is a member of these, so making them its members would be a circle.
      for (const index of [17, 60, 61]) await shop.admin(`grant ${crowd[index]} to ${await groupOf(shop)}`);
      const result = await shop.intend(reads(...crowd));
      assert.deepEqual(
        result.failed.map(({ principal }) => principal),
        [crowd[17], crowd[60], crowd[61]],
      );
      assert.equal(result.observed.length, 97);
    });

    test('a member that nobody intended is removed, whoever let it in', async () => {
      await using shop = await open();
      const [alice, eve, dba] = [await shop.role('alice'), await shop.role('eve'), await shop.role('dba')];
      await shop.intend(reads(alice));
      const group = await groupOf(shop);
      await shop.admin(`grant ${group} to ${eve}`);
      assert.equal(await shop.can(eve, 'read'), true);
      const first = await shop.intend(reads(alice));
      assert.deepEqual([first.revoked, first.failed], [reads(eve), []]);
      await shop.admin(`grant ${group} to ${dba} with admin option`);
      await shop.as(dba, `grant ${group} to ${eve}`);
      const second = await shop.intend(reads(alice));
      assert.deepEqual([second.revoked, second.failed], [reads(dba, eve), []]);
      assert.equal(await shop.can(eve, 'read'), false);
      assert.equal(await shop.can(alice, 'read'), true);
      assert.deepEqual((await shop.intend(reads(alice))).failed, []);
    });

    test('access ends although somebody else had given the same membership too', async () => {
      await using shop = await open();
      const [alice, bob] = [await shop.role('alice'), await shop.role('bob')];
      await shop.intend(reads(alice, bob));
      await shop.admin(`grant ${await groupOf(shop)} to ${alice}`);
      const result = await shop.intend(reads(bob));
      assert.deepEqual([result.revoked, result.failed], [reads(alice), []]);
      assert.equal(await shop.can(alice, 'read'), false);
      assert.equal(await shop.can(bob, 'read'), true);
    });

    test('a membership that allows more than ours is put right', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      const group = await groupOf(shop);
      await shop.admin(`grant ${group} to ${alice} with admin option`);
      const result = await shop.intend(reads(alice));
      assert.deepEqual([result.granted, result.revoked, result.failed], [[], [], []]);
      const eve = await shop.role('eve');
      await assert.rejects(
        shop.as(alice, `grant ${group} to ${eve}`),
        /permission denied|must have admin option/,
      );
      if (shop.version >= 16) await assert.rejects(shop.as(alice, `set role ${group}`), /permission denied/);
      assert.equal(await shop.can(alice, 'read'), true);
    });

    test('a role that inherits nothing is granted where the membership can say otherwise, else it is told', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.admin(`alter role ${alice} noinherit`);
      for (let run = 0; run < 2; run += 1) {
        const result = await shop.intend(reads(alice));
        assert.deepEqual(
          result.failed.map(({ code }) => code),
          shop.version < 16 ? ['principal_inherits_nothing'] : [],
        );
        assert.equal(await shop.can(alice, 'read'), shop.version >= 16);
        assert.deepEqual(result.observed, reads(alice));
      }
      assert.deepEqual((await shop.intend([])).revoked, reads(alice));
    });

    test('more members than one row of privileges could hold are granted and revoked', async () => {
      await using shop = await open();
      const crowd = await manyRoles(shop, 2_500);
      const granted = await shop.intend(reads(...crowd, 'nobody-at-all'));
      assert.equal(granted.granted.length, 2_500);
      assert.deepEqual(
        granted.failed.map(({ principal }) => principal),
        ['nobody-at-all'],
      );
      assert.equal(await shop.can(crowd[2_499] ?? '', 'read'), true);
      const revoked = await shop.intend(reads(crowd[7] ?? ''));
      assert.equal(revoked.revoked.length, 2_499);
      assert.equal(await shop.can(crowd[8] ?? '', 'read'), false);
    });

    test('a role of our name that is not ours is never touched', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const name = groupName(
        { installationId: 'fernlane', resourceId: 'urn:fernlane:orders', database: shop.database },
        'read',
      );
      const other = `{"countersign":{"installation":"elsewhere","database":"${shop.database}","resource":"urn:fernlane:orders","level":"read"}}`;
      for (const comment of ['null', `'a role of the partner desk'`, `'${other}'`]) {
        await shop.admin(`create role ${name}; comment on role ${name} is ${comment}`);
        await assert.rejects(shop.intend(reads(alice)), { name: 'TargetFailure', code: 'foreign_role' });
        assert.deepEqual(
          await shop.admin(`select from pg_auth_members where roleid = '${name}'::regrole`),
          [],
        );
        await shop.admin(`drop role ${name}`);
      }
    });

    test('the group role says whose it is in full, however long the ids are', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const resourceId = `urn:fernlane:${'Bestellübersicht "2026" \\ \' '.repeat(400)}`;
      const result = await shop.intend(reads(alice), shop.binding({}, resourceId));
      assert.deepEqual(result.failed, []);
      const [role] = await shop.admin<{ name: string; comment: string }>(
        `select rolname::text as name, shobj_description(oid, 'pg_authid') as comment from pg_roles where oid = (select roleid from pg_auth_members where member = $1::regrole)`,
        [alice],
      );
      assert.equal(nameFault(role?.name ?? ''), null);
      assert.match(role?.name ?? '', /^countersign_urn_fernlane_bestell_bersicht_read_[0-9a-f]{12}$/);
      assert.ok(role?.comment.includes(JSON.stringify(resourceId)));
      assert.deepEqual((await shop.intend([], shop.binding({}, resourceId))).revoked, reads(alice));
    });

    test('missing consumer roles are made where that is configured, by a credential of its own, and cannot sign in', async () => {
      await using shop = await open();
      const hr = await shop.role('hr');
      const wanted = `analytics_${shop.database}`;
      const target = shop.targetWith({ createConsumerRoles: { user: hr } });
      const run = () => shop.intend(reads(wanted), shop.binding(), target);
      const refused = await run();
      assert.match(
        refused.failed[0]?.sentence ?? '',
        /does not exist at the target\. It could not be created: .*permission denied/,
      );
      assert.deepEqual(
        (await shop.connector.check(target, [shop.binding()])).map(({ code }) => code),
        ['creator_createrole_missing'],
      );
      await shop.admin(`alter role ${hr} createrole`);
      assert.deepEqual((await run()).granted, reads(wanted));
      const [role] = await shop.admin(
        'select rolcanlogin, rolsuper, rolcreaterole from pg_roles where rolname = $1',
        [wanted],
      );
      assert.deepEqual(role, { rolcanlogin: false, rolsuper: false, rolcreaterole: false });
    });
  });
}

async function manyRoles(shop: Shop, count: number): Promise<string[]> {
  const names = Array.from(
    { length: count },
    (_, index) => `crowd_${String(index).padStart(5, '0')}_${shop.database}`,
  );
  await shop.admin(
    `do $$ declare name text; begin foreach name in array '{${names.join(',')}}'::text[] loop execute format('create role %I login', name); end loop; end $$`,
  );
  return names;
}
