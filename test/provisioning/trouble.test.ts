// What happens when a target does not do as it should: it is seen, tried again ever more slowly, and somebody is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import { provisioningStore } from '../../src/adapters/db/provisioning/store.ts';
import type { Connector } from '../../src/app/connector.ts';
import { provisionDue, startProvisioning, usualWork } from '../../src/app/provision-due.ts';
import { provisionResource } from '../../src/app/provision-resource.ts';
import { backOff } from '../../src/app/provisioning-outcome.ts';
import { revokeAccess } from '../../src/app/revoke-access.ts';
import { minute, second } from '../../src/core/time.ts';
import {
  analytics,
  anotherPort,
  bind,
  callerAs,
  openSetting,
  partnerDesk,
  port,
  targetInto,
  type Setting,
} from './setting.ts';

describe('a target in trouble', () => {
  test('that does not answer is tried again ever more slowly, alarms after three times, and recovers', async () => {
    const wire = cutOff();
    await using world = await openSetting({ connector: wire.connector });
    const role = await world.roleOf(analytics);
    wire.cut = true;
    await world.grant('a1', analytics);
    await world.settle();
    assert.equal((await world.report('a1'))?.['status'], 'provisioning-failed');
    assert.match(String((await world.report('a1'))?.['diagnostics']), /cannot be reached/);
    const pauses: number[] = [];
    for (let failures = 1; failures <= 5; failures++) {
      const row = await world.row();
      assert.deepEqual([row.failures, row.alarming], [failures, failures >= 3]);
      pauses.push(row.next_run - world.clock.now());
      world.clock.set(row.next_run);
      await provisionDue(world.work);
    }
    assert.deepEqual(pauses, [750, 1500, 3000, 6000, 12_000]);
    assert.deepEqual(
      (await world.log('target.')).map(({ type, subject, data }) => [type, subject, data]),
      [['target.alarm', 'shop', { resource: port, failures: 3 }]],
    );
    assert.equal((await world.log('provisioning.')).length, 1, 'the same failure is told once');
    wire.cut = false;
    world.clock.set((await world.row()).next_run);
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), true);
    const row = await world.row();
    assert.deepEqual([row.failures, row.alarming, row.last_error], [0, false, null]);
    assert.deepEqual(
      (await world.log('target.')).map(({ type }) => type),
      ['target.alarm', 'target.recovered'],
    );
    const report = await world.report('a1');
    assert.deepEqual([report?.['status'], report?.['diagnostics']], ['provisioned', undefined]);
  });

  test('that cannot be asked to take access away is alarming at once', async () => {
    const wire = cutOff();
    await using world = await openSetting({ connector: wire.connector });
    await world.roleOf(analytics);
    const id = await world.grant('a1', analytics);
    await world.settle();
    wire.cut = true;
    await world.settle();
    assert.equal((await world.row()).alarming, false, 'nothing has to change there');
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    await world.settle();
    assert.equal((await world.row()).alarming, true);
    assert.equal((await world.report('a1'))?.['status'], 'deprovisioning-failed');
    assert.equal((await world.log('target.alarm')).length, 1);
    wire.cut = false;
    await world.settle();
    assert.equal((await world.report('a1'))?.['status'], 'deprovisioned');
    assert.equal((await world.row()).alarming, false);
  });

  test('that refuses a revoke is alarming at once, and the access is not called gone', async () => {
    await using world = await openSetting({ connector: refusingToRevoke });
    const role = await world.roleOf(analytics);
    const id = await world.grant('a1', analytics);
    await world.settle();
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    const row = await world.row();
    assert.deepEqual([row.alarming, row.excess], [true, [{ principal: role, level: 'read' }]]);
    const report = await world.report('a1');
    assert.deepEqual(
      [report?.['status'], report?.['diagnostics']],
      ['deprovisioning-failed', `Role "${role}" stays.`],
    );
  });

  test('a role that is missing alarms after three runs, while what others get is not delayed', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(partnerDesk);
    await world.grant('a1', analytics);
    for (let runs = 1; runs <= 3; runs++) {
      await world.settle();
      assert.equal((await world.row()).alarming, runs === 3);
    }
    await world.grant('a2', partnerDesk);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
  });

  test('back-off doubles, is spread, and never exceeds five minutes', () => {
    assert.deepEqual(
      [1, 2, 3, 9, 10, 1000].map((failures) => backOff(failures, () => 1)),
      [1000, 2000, 4000, 256_000, 5 * minute, 5 * minute],
    );
    assert.equal(
      backOff(3, () => 0),
      2000,
    );
  });

  test('secrets that cannot be opened fail the run with a sentence and show nothing', async () => {
    await using world = await openSetting();
    await world.grant('a1', analytics);
    await world.pool.query(`update target set secret = 'sealed'`);
    const provisioning = provisioningStore(world.pool, () => {
      throw new Error('the tag does not fit: correct horse');
    });
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    await provisionDue({ ...world.work, provisioning });
    assert.match(
      String((await world.row()).last_error),
      /cannot be opened with the present COUNTERSIGN_SECRET_KEY/,
    );
    assert.doesNotMatch(String((await world.row()).last_error), /horse/);
  });
});

describe('several at once', () => {
  test('two workers share what is due, never two at one resource, and every one is done', async () => {
    const watch = watchRuns();
    await using world = await openSetting({ connector: watch.connector });
    const role = await world.roleOf(analytics);
    const ports = Array.from({ length: 12 }, (_, nth) => `orders/p${nth}`);
    for (const id of ports) await anotherPort(world.pool, id);
    await makeDue(
      world.pool,
      [port, ...ports].map((resource) => ({ resource })),
      world.clock.now(),
    );
    await world.grant('a1', analytics);
    const counts = await Promise.all([provisionDue(world.work), provisionDue(world.work)]);
    assert.equal(counts[0] + counts[1], 13);
    assert.equal(watch.mostAtOne, 1);
    assert.equal(await world.shop.can(role, 'read'), true);
  });

  test('a run that comes to its end after a later one was begun records nothing', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const id = await world.grant('a1', analytics);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    const slow = await world.work.provisioning.take([], world.clock.now(), second);
    assert.ok(slow);
    assert.equal(await world.work.provisioning.take([], world.clock.now(), second), null, 'it is leased');
    world.clock.advance(2 * second);
    const next = await world.work.provisioning.take([], world.clock.now(), second);
    assert.ok(next, 'the lease is over');
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    assert.ok(await provisionResource(world.work)(next));
    assert.equal(await provisionResource(world.work)(slow), null);
    assert.equal(await world.shop.can(role, 'read'), false);
    assert.equal(await world.report('a1'), null, 'it never was at the target');
  });

  test('a long run keeps its lease, and what became due meanwhile stays due', async () => {
    await using world = await openSetting();
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    const job = await world.work.provisioning.take([], world.clock.now(), second);
    await world.work.provisioning.renew(job!, world.clock.now() + minute);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    world.clock.advance(2 * second);
    assert.equal(await provisionDue(world.work), 0);
    await world.work.provisioning.renew(job!, world.clock.now() + minute);
    await provisionResource(world.work)(job!);
    assert.equal(await provisionDue(world.work), 1);
  });

  test('what becomes due during a run is run again straight after it', async () => {
    await using world = await openSetting();
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    const job = await world.work.provisioning.take([], world.clock.now(), minute);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    assert.equal(await provisionDue(world.work), 0, 'not while it runs');
    await provisionResource(world.work)(job!);
    assert.equal(await provisionDue(world.work), 1);
    assert.equal(await provisionDue(world.work), 0);
  });

  test('a target that does not answer leaves room for the others', async () => {
    const stuck = Promise.withResolvers<void>();
    const hanging = (usual: Connector): Connector => ({
      ...usual,
      run: async (target, binding, work) => {
        if (target.id === 'silent') await stuck.promise;
        return usual.run(target, binding, work);
      },
    });
    await using world = await openSetting({ connector: hanging });
    await targetInto(world.pool, world.shop, 'silent');
    for (let nth = 0; nth < 8; nth++) {
      await anotherPort(world.pool, `orders/s${nth}`);
      await bind(world.pool, `orders/s${nth}`, { schema: 'shop' }, 'silent');
    }
    await makeDue(world.pool, [{ target: 'silent' }], world.clock.now());
    world.clock.advance(1);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    const working = provisionDue(world.work, { ...usualWork, parallel: 3 });
    await until(async () => (await lastRun(world)) !== null);
    stuck.resolve();
    await working;
  });

  test('the worker in the background does what it is nudged to, looks by itself, and stops', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const worker = startProvisioning(world.work, { ...usualWork, pollMs: 20 });
    await until(async () => (await world.row())?.intended === 0);
    await world.grant('a1', analytics);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    worker.nudge();
    await until(() => world.shop.can(role, 'read'));
    await revokeAccess(world.ports)('a1' as never, null, callerAs('bob'));
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    await until(async () => !(await world.shop.can(role, 'read')));
    await worker.stop();
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    worker.nudge();
    assert.equal(await provisionDue(world.work), 1, 'nobody else took it');
  });
});

describe('a resource that moves', () => {
  test('to another target loses what it had at the old one', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await world.settle();
    await targetInto(world.pool, world.shop, 'elsewhere');
    await world.pool.query(
      `update target set settings = settings || '{"host": "/nowhere"}' where id = 'elsewhere'`,
    );
    await bind(world.pool, port, { schema: 'shop' }, 'elsewhere');
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
    assert.equal(await world.row(), undefined, 'nothing is left there, so it is forgotten');
    assert.equal(
      (await world.report('a1'))?.['status'],
      'provisioning-failed',
      'the report tells of where it is now',
    );
  });

  test('to no target at all loses it too, and the report says so', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await world.settle();
    await world.pool.query('update resource set target_id = null, binding = null where id = $1', [port]);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
    assert.equal((await world.report('a1'))?.['status'], 'deprovisioned');
  });
});

describe('the cost of a run', () => {
  test('a thousand agreements on one port are granted, recorded and logged in a few statements', async () => {
    await using world = await openSetting();
    await manyGrants(world, 1000);
    const count = countStatements(world.pool);
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    await provisionDue({ ...world.work, provisioning: provisioningStore(count.pool, () => ({})) });
    assert.ok(count.statements < 20, `${count.statements} statements`);
    assert.equal((await world.log('provisioning.provisioned')).length, 1000);
    assert.equal((await world.row()).observed, 1000);
  });
});

/** A connector whose target can be made unreachable. */
function cutOff() {
  const wire = {
    cut: false,
    connector: (usual: Connector): Connector => ({
      ...usual,
      run: async (target, binding, work) =>
        usual.run(
          wire.cut ? { ...target, settings: { ...target.settings, host: '/nowhere' } } : target,
          binding,
          work,
        ),
    }),
  };
  return wire;
}

const refusingToRevoke = (usual: Connector): Connector => ({
  ...usual,
  run: (target, binding, work) =>
    usual.run(target, binding, (session) =>
      work({
        ...session,
        revoke: async (entitlements) =>
          entitlements.map((one) => ({
            ...one,
            code: 'not_revoked',
            sentence: `Role "${one.principal}" stays.`,
            mend: null,
          })),
      }),
    ),
});

function watchRuns() {
  const running = new Map<string, number>();
  const watch = {
    mostAtOne: 0,
    connector: (usual: Connector): Connector => ({
      ...usual,
      run: async (target, binding, work) => {
        const count = (running.get(binding.resourceId) ?? 0) + 1;
        running.set(binding.resourceId, count);
        watch.mostAtOne = Math.max(watch.mostAtOne, count);
        try {
          return await usual.run(target, binding, work);
        } finally {
          running.set(binding.resourceId, running.get(binding.resourceId)! - 1);
        }
      },
    }),
  };
  return watch;
}

async function lastRun({ pool }: Setting): Promise<number | null> {
  const { rows } = await pool.query<{ last_run: number | null }>(
    'select last_run from provisioning where resource_id = $1',
    [port],
  );
  return rows[0]?.last_run ?? null;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await condition()) return;
    await delay(10);
  }
  assert.fail('it did not happen within four seconds');
}

/** As many agreements of persons, whose roles exist at the target, written directly: asking for each is another test. */
async function manyGrants({ pool, shop, clock }: Setting, count: number): Promise<void> {
  const at = new Date(clock.now()).toISOString();
  const number = shop.database.slice('shop_'.length);
  await pool.query(
    `with people as (
       insert into person (id, email) select 'm' || n, 'm' || n || '_${number}@fernlane.example' from generate_series(1, $1::int) n returning id)
     insert into access (id, version, resource_id, consumer_kind, consumer_id, standing, created_at, updated_at, notes)
     select 'x' || id, 1, $2, 'person', id, 'Granted', $3, $3, '{}' from people`,
    [count, port, at],
  );
  await pool.query(
    `insert into access_grant (id, access_id, from_at, roles) select 'g' || id, id, $1, '{}' from access where standing = 'Granted'`,
    [at],
  );
  const roles = Array.from(
    { length: count },
    (_, nth) => `create role "m${nth + 1}_${number}@fernlane.example"`,
  );
  await shop.admin(roles.join(';'));
}

/** The pool, counting every statement that goes through it or one of its clients. */
function countStatements(pool: pg.Pool) {
  const count = { statements: 0, pool };
  const counting = <T extends object>(one: T): T =>
    new Proxy(one, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value !== 'function') return value;
        if (name === 'query') count.statements += 1;
        if (name === 'connect') return async () => counting(await (of as pg.Pool).connect());
        return value.bind(of) as unknown;
      },
    });
  count.pool = counting(pool);
  return count;
}
