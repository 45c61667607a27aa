// Targets that are slow, silent, locked, gone or hostile: a run ends in time, in words, and never brings access back.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Server as TcpServer, type Socket } from 'node:net';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { postgresql } from '../../../src/adapters/connectors/postgresql/index.ts';
import { TargetFailure } from '../../../src/app/connector.ts';
import { reconcile } from '../../../src/app/reconcile.ts';
import type { Shop } from './shop.ts';
import { reads } from './shop.ts';

export function troubleTests(open: () => Promise<Shop>): void {
  describe('trouble at the target', () => {
    test('a run that was paused too long cannot bring back what ended meanwhile', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const impatient = postgresql({ idleMs: 500 });
      const [entered, pause] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const paused = reconcile(impatient, shop.target, shop.binding(), async () => {
        entered.resolve();
        await pause.promise;
        return reads(alice);
      }).catch((error: unknown) => error);
      await Promise.race([entered.promise, paused]);
      // It waits for the paused run, which the target ends, and then acts on what is intended by now.
      assert.deepEqual((await shop.intend([])).observed, []);
      pause.resolve();
      const failure = await paused;
      assert.ok(failure instanceof TargetFailure);
      assert.equal(failure.code, 'interrupted');
      assert.equal(await shop.can(alice, 'read'), false);
    });

    test('a run does not wait for ever for another one', async () => {
      await using shop = await open();
      const hurried = postgresql({ lockMs: 100 });
      await shop.connector.run(shop.target, shop.binding(), async () => {
        await assert.rejects(
          reconcile(hurried, shop.target, shop.binding(), async () => []),
          { code: 'busy' },
        );
      });
    });

    test('a slow catalog holds up the grants and not the revokes', async () => {
      await using shop = await open();
      const [alice, bob] = [await shop.role('alice'), await shop.role('bob')];
      await shop.intend(reads(alice));
      // Whoever changes the privileges of a table holds its entry until the end of the transaction.
      await using dba = await shop.session(shop.database.replace('shop', 'checkout'));
      await dba.query('create table shop.vouchers (item text)');
      await dba.query(`begin; grant select on shop.vouchers to ${bob}`);
      const result = await reconcile(postgresql({ lockMs: 200 }), shop.target, shop.binding(), async () =>
        reads(bob),
      );
      assert.deepEqual(result.revoked, reads(alice));
      assert.equal(await shop.can(alice, 'read'), false);
      assert.notDeepEqual(result.failed, []);
      await dba.query('rollback');
      assert.deepEqual((await shop.intend(reads(bob))).failed, []);
    });

    test('another port that is busy with the catalog holds up the privileges and not the revokes', async () => {
      await using shop = await open();
      const [alice, bob] = [await shop.role('alice'), await shop.role('bob')];
      await shop.intend(reads(alice));
      await shop.as(shop.database.replace('shop', 'checkout'), 'create table shop.vouchers (item text)');
      await shop.connector.run(shop.target, shop.binding({}, 'urn:fernlane:other'), async (session) => {
        await session.grant(reads(bob));
        const result = await reconcile(postgresql({ lockMs: 200 }), shop.target, shop.binding(), async () =>
          reads(bob),
        );
        assert.deepEqual([result.revoked, result.granted], [reads(alice), reads(bob)]);
        assert.deepEqual(
          result.failed.map(({ code }) => code),
          ['privilege_not_granted'],
        );
      });
      assert.equal(await shop.can(alice, 'read'), false);
      assert.deepEqual((await shop.intend(reads(bob))).failed, []);
      assert.equal(await shop.can(bob, 'read', 'shop.vouchers'), true);
    });

    test('a target that accepts and never answers is given up', async () => {
      await using shop = await open();
      await using silent = await listen(() => {});
      const target = shop.targetWith({ host: '127.0.0.1', port: silent.port, tls: 'disable' });
      const failure = await failureOf(
        postgresql({ connectMs: 100 }).run(target, shop.binding(), async () => {}),
      );
      assert.equal(failure.code, 'timed_out');
    });

    test('a target that falls silent in the middle of a run is given up', async () => {
      await using shop = await open();
      await using proxy = await proxyTo(shop);
      const target = shop.targetWith({ host: '127.0.0.1', port: proxy.port, tls: 'disable' });
      const run = postgresql({ runMs: 400 }).run(target, shop.binding(), async (session) => {
        proxy.fallSilent();
        await session.drift([]);
      });
      assert.equal((await failureOf(run)).code, 'timed_out');
    });

    test('a connection that breaks is told, and the next run is fine', async () => {
      await using shop = await open();
      await using proxy = await proxyTo(shop);
      const alice = await shop.role('alice');
      const target = shop.targetWith({ host: '127.0.0.1', port: proxy.port, tls: 'disable' });
      const broken = shop.connector.run(target, shop.binding(), async (session) => {
        await session.grant(reads(alice));
        proxy.cut();
        await session.drift([]);
      });
      assert.equal((await failureOf(broken)).code, 'interrupted');
      assert.equal(await shop.can(alice, 'read'), false);
      assert.deepEqual((await shop.intend(reads(alice), shop.binding(), target)).failed, []);
      assert.equal(await shop.can(alice, 'read'), true);
    });

    test('a run that breaks at any of its messages has done all or nothing, and the next one ends the story', async () => {
      await using shop = await open();
      await using proxy = await proxyTo(shop);
      const [alice, bob] = [await shop.role('alice'), await shop.role('bob')];
      const target = shop.targetWith({ host: '127.0.0.1', port: proxy.port, tls: 'disable' });
      let broken = 0;
      for (let messages = 1, done = false; !done; messages += 1) {
        await shop.intend(reads(alice));
        proxy.cutAfter(messages);
        done = await shop.intend(reads(bob), shop.binding(), target).then(
          () => true,
          () => false,
        );
        if (!done) broken += 1;
        // The target may still be busy with the broken one, which holds the lock of the port until it is done or undone.
        await shop.connector.run(shop.target, shop.binding(), async () => {});
        const may = [await shop.can(alice, 'read'), await shop.can(bob, 'read')];
        assert.notEqual(may[0], may[1], `after ${messages} messages`);
        const last = await shop.intend(reads(bob));
        assert.deepEqual([last.observed, last.failed], [reads(bob), []]);
      }
      assert.ok(broken > 5, `only ${broken} runs were broken`);
    });

    test('a target without encryption is refused unless the setting allows it', async () => {
      await using shop = await open();
      await using proxy = await proxyTo(shop);
      for (const tls of [{}, { tls: 'require' }]) {
        const target = shop.targetWith({ host: '127.0.0.1', port: proxy.port, ...tls });
        const failure = await failureOf(shop.connector.run(target, shop.binding(), async () => {}));
        assert.equal(failure.code, 'unreachable');
        assert.match(failure.message, /encryption \(setting tls\)/);
      }
    });

    test('a role or database that is not let in is told in words', async () => {
      await using shop = await open();
      const noLogin = await shop.role('retired');
      await shop.admin(`alter role ${noLogin} nologin`);
      for (const settings of [
        { user: noLogin },
        { user: 'no such role' },
        { database: 'no such database' },
      ]) {
        const failure = await failureOf(
          shop.connector.run(shop.targetWith(settings), shop.binding(), async () => {}),
        );
        assert.equal(failure.code, 'sign_in_refused');
        assert.match(failure.message, /^Database ".*" at .* does not let role ".*" in: .*\.$/);
        assert.ok(!inspect(failure, { depth: 20, showHidden: true }).includes('correct horse'));
      }
    });

    test('a target that is read-only or serializable by default is used all the same', async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      const own = String(shop.target.settings['user']);
      await shop.admin(
        `alter role ${own} set default_transaction_read_only = on; alter role ${own} set default_transaction_isolation = serializable`,
      );
      assert.deepEqual((await shop.intend(reads(alice))).granted, reads(alice));
    });

    test("functions that somebody put in front of PostgreSQL's own are not called", async () => {
      await using shop = await open();
      const alice = await shop.role('alice');
      await shop.admin(`create schema trap;
        create function trap.pg_has_role(oid, text) returns boolean language plpgsql as $$ begin raise exception 'trapped'; end $$;
        create function trap.current_setting(text) returns text language plpgsql as $$ begin raise exception 'trapped'; end $$;
        create function trap.has_table_privilege(oid, text) returns boolean language plpgsql as $$ begin raise exception 'trapped'; end $$;
        create view trap.pg_roles as select 1 / 0 as oid, 'x'::name as rolname;
        grant usage on schema trap to public; grant select on trap.pg_roles to public;
        alter role ${String(shop.target.settings['user'])} set search_path = trap, pg_catalog`);
      assert.deepEqual((await shop.intend(reads(alice))).failed, []);
      assert.deepEqual(await shop.connector.check(shop.target, [shop.binding()]), []);
      assert.equal(await shop.can(alice, 'read'), true);
    });

    test('settings that cannot be are refused before anything is opened', async () => {
      await using shop = await open();
      const faults = shop.connector.targetFaults({
        host: '',
        port: 70_000,
        database: 'a\0b',
        user: 'ü'.repeat(40),
        tls: 'maybe',
        pasword: 'x',
      });
      assert.deepEqual(
        new Set(faults.map(({ path }) => path)),
        new Set(['host', 'port', 'database', 'user', 'tls', '']),
      );
      assert.deepEqual(
        shop.connector.bindingFaults({ schema: 'shop', tables: [] }).map(({ path }) => path),
        ['tables'],
      );
      const failure = await failureOf(
        shop.connector.run(shop.target, shop.binding({ tables: ['a\0b'] }), async () => {}),
      );
      assert.equal(failure.code, 'settings_wrong');
      const nul = await failureOf(
        shop.connector.run(shop.target, shop.binding({}, 'urn:\0'), async () => {}),
      );
      assert.equal(nul.code, 'settings_wrong');
    });
  });
}

async function failureOf(run: Promise<unknown>): Promise<TargetFailure> {
  const failure = await run.then(
    () => null,
    (error: unknown) => error,
  );
  assert.ok(failure instanceof TargetFailure, `expected a TargetFailure, got ${inspect(failure)}`);
  return failure;
}

async function listen(onSocket: (socket: Socket) => void): Promise<{ port: number } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server: TcpServer = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    onSocket(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A way to the shop's server that can be made to fail. */
async function proxyTo(shop: Shop) {
  const pairs: [Socket, Socket][] = [];
  let left = Number.POSITIVE_INFINITY;
  const { host, port } = shop.target.settings;
  const listener = await listen((near) => {
    const far = connect(`${String(host)}/.s.PGSQL.${String(port)}`).on('error', () => {});
    near
      .on('close', () => far.destroy())
      .pipe(far)
      .pipe(near);
    near.on('data', () => {
      left -= 1;
      if (left <= 0) near.destroy();
    });
    pairs.push([near, far]);
  });
  return {
    ...listener,
    fallSilent() {
      for (const [near, far] of pairs) far.unpipe(near);
    },
    /** Cuts the next connections after so many messages to the server. */
    cutAfter(messages: number) {
      left = messages;
    },
    cut() {
      for (const sockets of pairs.splice(0)) for (const socket of sockets) socket.destroy();
    },
  };
}
