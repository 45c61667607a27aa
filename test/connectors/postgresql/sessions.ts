// What a session that is already open may still do when access ends, and which sessions are ended.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from '../../../src/app/reconcile.ts';
import type { Session, Shop } from './shop.ts';
import { reads, writes } from './shop.ts';

const readOrders = 'select count(*)::int as n from shop.orders';

export function sessionTests(open: () => Promise<Shop>): void {
  describe('open sessions', () => {
    test('an open session gains access with the grant and loses it with the revoke', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await using session = await shop.session(alice);
      await assert.rejects(session.query(readOrders), /permission denied/);
      await shop.intend(reads(alice));
      assert.deepEqual(await session.query(readOrders), [{ n: 2 }]);
      await shop.intend([]);
      await assert.rejects(
        session.query(readOrders),
        shop.version < 16 ? /terminat|not queryable/ : /permission denied/,
      );
    });

    test('SET ROLE to the group does not keep what was revoked', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      await using session = await shop.session(alice);
      const setRole = session.query(`set role ${await groupOf(shop)}`);
      if (shop.version >= 16) await assert.rejects(setRole, /permission denied to set role/);
      else await setRole;
      const result = await shop.intend([]);
      assert.equal(result.endedSessions, shop.version < 16 ? 1 : 0);
      await assert.rejects(
        session.query(readOrders),
        shop.version < 16 ? /terminat|not queryable/ : /permission denied/,
      );
    });

    test('a transaction with an old snapshot loses access as well', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.intend(reads(alice));
      await using session = await shop.session(alice);
      await session.query('begin isolation level repeatable read');
      await session.query(readOrders);
      await shop.intend([]);
      await assert.rejects(session.query(readOrders), /permission denied|terminat|not queryable/);
    });

    test('sessions end where the policy says so: of who lost access, in this database, and of nobody else', async () => {
      await using shop = await open();
      await mayEndSessions(shop);
      const [alice, bob, eve, analytics] = [
        await shop.role('alice'),
        await shop.role('bob'),
        await shop.role('eve'),
        await shop.role('analytics'),
      ];
      await shop.admin(`grant ${analytics} to ${alice}`);
      const binding = shop.binding({ endSessions: true });
      await shop.intend(reads(analytics, bob), binding);
      await using aliceHere = await shop.session(alice);
      await using aliceElsewhere = await shop.session(alice, 'postgres');
      await using bobHere = await shop.session(bob);
      await using eveHere = await shop.session(eve);
      const result = await shop.intend(reads(bob), binding);
      assert.equal(result.endedSessions, 1);
      assert.deepEqual(result.failed, []);
      assert.equal(await isAlive(aliceHere), false);
      for (const session of [aliceElsewhere, bobHere, eveHere]) assert.equal(await isAlive(session), true);
      assert.equal((await shop.intend(reads(bob), binding)).endedSessions, 0);
    });

    test('nobody who still has access by another way into the group is thrown out', async () => {
      await using shop = await open();
      await mayEndSessions(shop);
      const [alice, analytics] = [await shop.role('alice'), await shop.role('analytics')];
      await shop.admin(`grant ${analytics} to ${alice}`);
      const binding = shop.binding({ endSessions: true });
      await shop.intend(reads(analytics, alice), binding);
      await using session = await shop.session(alice);
      assert.equal((await shop.intend(reads(analytics), binding)).endedSessions, 0);
      // More rights instead of fewer are no loss, fewer instead of more are one.
      assert.equal((await shop.intend(writes(analytics), binding)).endedSessions, 0);
      assert.equal(await isAlive(session), true);
      assert.equal((await shop.intend(reads(analytics), binding)).endedSessions, 1);
    });

    test('a session that may not be ended is a failure that says how to mend it, and a debt that is paid later', async () => {
      await using shop = await open();
      const own = String(shop.target.settings['user']);
      if (shop.version < 16) await shop.admin(`revoke pg_signal_backend from ${own}`);
      const alice = await shop.role('alice');
      const binding = shop.binding({ endSessions: true });
      await shop.intend(reads(alice), binding);
      await using session = await shop.session(alice);
      const result = await shop.intend([], binding);
      assert.deepEqual(result.revoked, reads(alice));
      assert.deepEqual(
        result.failed.map(({ code, principal }) => ({ code, principal })),
        [{ code: 'session_not_ended', principal: alice }],
      );
      assert.equal(await isAlive(session), true);
      // A second run fails again, as it would after a crash between the revoke and the ending.
      assert.equal((await shop.intend([], binding)).failed.length, 1);
      await shop.admin(result.failed[0]?.mend ?? '');
      // Looking pays no debts.
      await compare(shop.connector, shop.target, binding, async () => []);
      assert.equal(await isAlive(session), true);
      const later = await shop.intend([], binding);
      assert.deepEqual([later.endedSessions, later.failed], [1, []]);
      assert.equal(await isAlive(session), false);
      assert.equal((await shop.intend([], binding)).endedSessions, 0);
    });
  });
}

async function mayEndSessions(shop: Shop): Promise<void> {
  await shop.admin(`grant pg_signal_backend to ${String(shop.target.settings['user'])}`);
}

export async function groupOf(shop: Shop, suffix = 'read'): Promise<string> {
  const [row] = await shop.admin<{ name: string }>(
    `select rolname::text as name from pg_roles where rolname like $1 and shobj_description(oid, 'pg_authid') like $2`,
    [`countersign\\_%\\_${suffix}\\_%`, `%"database":"${shop.database}"%`],
  );
  return row?.name ?? '';
}

async function isAlive(session: Session): Promise<boolean> {
  try {
    await session.query('select 1');
    return true;
  } catch {
    return false;
  }
}
