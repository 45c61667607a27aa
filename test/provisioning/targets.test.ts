// What people do about a target: see what is lacking and what differs, take over what was found, and confirm a restore.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSecrets } from '../../src/adapters/secrets.ts';
import { provisionDue } from '../../src/app/provision-due.ts';
import { revokeAccess } from '../../src/app/revoke-access.ts';
import { hour } from '../../src/core/time.ts';
import { openWorld } from '../world.ts';
import {
  analytics,
  bind,
  callerAs,
  openSetting,
  partnerDesk,
  port,
  target,
  type Setting,
} from './setting.ts';

describe('checking a target', () => {
  test('names what Countersign lacks there, with what mends it, and is content once it is mended', async () => {
    await using world = await openSetting({ policy: { endSessions: true } });
    const own = String(world.shop.target.settings['user']);
    await world.shop.admin(`alter role ${own} nocreaterole`);
    const before = await world.as('dan').get(`/api/targets/${target}/check`);
    assert.equal(before.status, 200);
    assert.equal(before.body.ready, false);
    const lacks = before.body.lacks as { code: string; sentence: string; mend: string }[];
    assert.deepEqual(lacks.map(({ code }) => code).sort(), ['createrole_missing', 'signal_backend_missing']);
    for (const { mend } of lacks) await world.shop.admin(mend);
    const after = await world.as('dan').get(`/api/targets/${target}/check`);
    assert.deepEqual(after.body, { ready: true, lacks: [] });
    await world.shop.admin(`revoke pg_signal_backend from ${own}`);
  });

  test('a target that does not answer is a lack like any other; one that does not exist is not found', async () => {
    await using world = await openSetting();
    await world.pool.query(`update target set settings = settings || '{"host": "/nowhere"}'`);
    const { body } = await world.as('dan').get(`/api/targets/${target}/check`);
    assert.deepEqual([body.ready, body.lacks[0].code], [false, 'unreachable']);
    assert.equal((await world.as('dan').get('/api/targets/none/check')).status, 404);
    assert.equal((await world.as('bob').get(`/api/targets/${target}/check`)).status, 403);
  });

  test('the contract’s roles that write are checked for, although the binding does not say so', async () => {
    await using world = await openSetting();
    const own = String(world.shop.target.settings['user']);
    const document = { id: 'c1', roles: [{ role: 'clerk', access: 'write' }] };
    await world.pool.query(
      `insert into data_contract (id, format, name, document) values ('c1', 'odcs', 'Orders', $1)`,
      [JSON.stringify(document)],
    );
    await world.pool.query(`update resource set data_contract_id = 'c1'`);
    await world.shop.admin(`revoke grant option for insert on shop.orders from ${own} cascade`);
    const { body } = await world.as('dan').get(`/api/targets/${target}/check`);
    assert.equal(body.ready, false);
    assert.match(JSON.stringify(body.lacks), /INSERT|insert/);
    await world.shop.admin(`grant insert on shop.orders to ${own} with grant option`);
  });
});

describe('differences at a target', () => {
  test('a way in that nobody agreed to is shown, never taken away, and becomes an agreement when somebody adopts it', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(partnerDesk);
    await world.shop.admin(`grant usage on schema shop to ${role}; grant select on shop.orders to ${role}`);
    await world.settle();
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    const [found] = await driftOf(world);
    assert.match(
      String(found?.drift.find(({ principal }) => principal === role)?.sentence),
      /by a privilege of its own/,
    );

    const adoption = {
      resource: port,
      principal: role,
      consumer: { teamId: 'partner-desk' },
      purpose: 'As ever',
    };
    const until = new Date(world.clock.now() + 8 * hour).toISOString();
    const adopt = () =>
      world
        .as('bob')
        .post(`/api/targets/${target}/adopt`, { ...adoption, until }, { 'idempotency-key': 'k1' });
    const never = await world
      .as('bob')
      .post(`/api/targets/${target}/adopt`, { ...adoption, until: '0000-01-01' });
    assert.deepEqual([never.status, never.body.violations?.[0].field], [400, 'until']);
    const adopted = await adopt();
    assert.equal(adopted.status, 201, adopted.text);
    assert.equal((await adopt()).body.id, adopted.body.id, 'a repetition adopts nothing more');
    assert.deepEqual(
      [
        adopted.body.info.status,
        adopted.body.info.active,
        adopted.body.approval.origin,
        adopted.body.approval.until,
      ],
      ['approved', true, 'adopted', until],
    );
    await world.settle();
    // Its owner may take the private way away now: the agreement carries on.
    await world.shop.admin(`revoke select on shop.orders from ${role}`);
    assert.equal(await world.shop.can(role, 'read'), true);
    world.clock.advance(8 * hour);
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), false);
    const entries = await world.log('access.imported');
    assert.deepEqual(
      entries.map(({ subject, data }) => [subject, data['origin']]),
      [[adopted.body.id, 'adopted']],
    );
  });

  test('what was not seen, is called otherwise, or is one’s own is not adopted', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(partnerDesk);
    await world.shop.admin(`grant usage on schema shop to ${role}; grant select on shop.orders to ${role}`);
    const adopt = (who: 'bob' | 'eve' | 'alice' | 'dan' | 'ivy', change: object = {}) =>
      world.as(who).post(`/api/targets/${target}/adopt`, {
        resource: port,
        principal: role,
        consumer: { teamId: 'partner-desk' },
        purpose: 'As ever',
        ...change,
      });
    assert.equal((await adopt('bob')).body.code, 'drift_not_found', 'nobody has looked yet');
    await world.settle();
    assert.equal((await adopt('bob', { principal: 'nobody' })).body.code, 'principal_differs');
    assert.equal((await adopt('bob', { consumer: { teamId: 'analytics' } })).body.code, 'principal_differs');
    assert.equal((await adopt('bob', { resource: 'orders/none' })).body.code, 'drift_not_found');
    assert.equal((await adopt('eve')).body.code, 'not_the_owner_side');
    assert.equal((await adopt('alice')).body.code, 'not_the_owner_side');
    assert.equal((await adopt('ivy')).status, 403);
    await world.pool.query(
      `insert into membership (team_id, person_id, role, position) values ('partner-desk', 'dan', 'Member', 9)`,
    );
    assert.equal(
      (await adopt('dan')).body.code,
      'own_request',
      'an administrator does not let their own team in',
    );
    assert.equal((await world.pool.query('select from access')).rowCount, 0);
  });

  test('writing that was found is adopted by the one role that writes, or by the roles that are named', async () => {
    await using world = await openSetting({
      binding: { roles: { clerk: 'read-write', chief: 'read-write' } },
    });
    const role = await world.roleOf(partnerDesk);
    await world.shop.admin(
      `grant usage on schema shop to ${role}; grant select, insert on shop.orders to ${role}`,
    );
    await world.pool.query(`update resource set offers = '{clerk,chief,reader}'`);
    await world.settle();
    const body = {
      resource: port,
      principal: role,
      consumer: { teamId: 'partner-desk' },
      purpose: 'As ever',
    };
    const unclear = await world.as('bob').post(`/api/targets/${target}/adopt`, body);
    assert.deepEqual([unclear.status, unclear.body.code], [422, 'role_unknown']);
    assert.match(unclear.body.detail, /clerk, chief/);
    const named = await world
      .as('bob')
      .post(`/api/targets/${target}/adopt`, { ...body, roles: ['clerk'], until: '2026-12-31' });
    assert.deepEqual(named.body.roles, ['clerk']);
    assert.equal(named.body.approval.until, '2027-01-01T00:00:00.000Z', 'the last day counts in full');
  });

  test('a target that was put off is brought in line when somebody asks for it', async () => {
    await using world = await openSetting();
    await world.grant('a1', analytics);
    await world.settle();
    assert.equal((await world.row()).failures, 1);
    await world.shop.role('nobody');
    const role = await world.roleOf(analytics);
    assert.equal(await provisionDue(world.work), 0, 'it backs off');
    let woken = 0;
    world.provisioning.workers?.add(() => (woken += 1));
    const answer = await world.as('dan').post(`/api/targets/${target}/reconcile`);
    assert.deepEqual([answer.status, answer.body], [202, { resources: 1 }]);
    assert.equal(woken, 1);
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), true);
    assert.equal((await world.as('bob').post(`/api/targets/${target}/reconcile`)).status, 403);
    assert.equal((await world.as('dan').post('/api/targets/none/reconcile')).status, 404);
  });
});

describe('the health of a target', () => {
  test('is the worst that is true there, with the worst failure and when it is tried again', async () => {
    await using world = await openSetting();
    const health = async () => (await world.as('ivy').get('/api/targets')).body[0].health;
    assert.equal((await health()).state, 'unused');
    await world.grant('a1', analytics);
    await world.settle();
    const failing = await health();
    assert.deepEqual(
      [failing.state, failing.resources, failing.failing, failing.alarming, failing.missing],
      ['failing', 1, 1, 0, 1],
    );
    assert.equal(failing.failure.resource, port);
    assert.equal((await world.as('ivy').get(`/api/targets/${target}/drift`)).body[0].state, 'failing');
    assert.match(failing.failure.error, /role/i);
    assert.ok(Date.parse(failing.failure.nextRun) > world.clock.now());
    assert.equal(failing.lastRun, new Date(world.clock.now()).toISOString());
    for (let run = 0; run < 2; run += 1) {
      world.clock.advance(hour);
      await provisionDue(world.work);
    }
    assert.equal((await health()).state, 'alarming');

    await world.roleOf(analytics);
    const other = await world.roleOf(partnerDesk);
    await world.shop.admin(`grant usage on schema shop to ${other}; grant select on shop.orders to ${other}`);
    world.clock.advance(hour);
    await provisionDue(world.work);
    const drifting = await health();
    assert.deepEqual([drifting.state, drifting.drift >= 1, drifting.failure], ['drifting', true, undefined]);
    await world.pool.query('update organization set frozen = true');
    const shown = (await world.as('ivy').get(`/api/targets/${target}`)).body;
    assert.deepEqual([shown.frozen, shown.health.state], [true, 'frozen']);
  });

  test('a resource that is bound elsewhere by now is told from one that is bound', async () => {
    await using world = await openSetting();
    await world.settle();
    const [found] = (await world.as('ivy').get(`/api/targets/${target}/drift`)).body;
    assert.deepEqual([found.name, found.bound, found.binding], ['latest', true, { schema: 'shop' }]);
    await bind(world.pool, port, {}, null);
    const [left] = (await world.as('ivy').get(`/api/targets/${target}/drift`)).body;
    assert.deepEqual([left.name, left.bound, left.binding], ['latest', false, { schema: 'shop' }]);
  });
});

describe('after a restore', () => {
  test('targets are only looked at, differences are shown, and an administrator’s word brings them in line', async () => {
    await using world = await openSetting();
    const [role, other] = [await world.roleOf(analytics), await world.roleOf(partnerDesk)];
    const id = await world.grant('a1', analytics);
    await world.settle();
    await world.pool.query('update organization set frozen = true');
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    await world.grant('a2', partnerDesk);
    await world.settle();
    assert.deepEqual(
      [await world.shop.can(role, 'read'), await world.shop.can(other, 'read')],
      [true, false],
    );
    const [found] = await driftOf(world);
    assert.equal(found?.frozen, true);
    assert.deepEqual(found.excess, [{ principal: role, level: 'read' }]);
    assert.deepEqual(found.missing, [{ principal: other, level: 'read' }]);
    assert.equal(
      (await world.report('a1'))?.['status'],
      'provisioned',
      'nothing was done, so nothing is reported',
    );
    assert.equal((await world.row()).alarming, false);

    assert.equal((await world.as('bob').post('/api/targets/confirm')).status, 403);
    const confirmed = await world.as('dan').post('/api/targets/confirm');
    assert.deepEqual([confirmed.status, confirmed.body], [200, { confirmed: true }]);
    await provisionDue(world.work);
    assert.deepEqual(
      [await world.shop.can(role, 'read'), await world.shop.can(other, 'read')],
      [false, true],
    );
    assert.equal((await world.report('a1'))?.['status'], 'deprovisioned');
    assert.equal((await world.log('targets.confirmed')).length, 1);
    assert.deepEqual((await world.as('dan').post('/api/targets/confirm')).body, { confirmed: false });
  });

  test('access that is real and not recorded any more can be adopted while targets are frozen', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await world.settle();
    // The backup was made before the agreement.
    for (const table of ['access_grant', 'access', 'entitlement', 'provisioning_report'])
      await world.pool.query(`delete from ${table}`);
    await world.pool.query('update organization set frozen = true');
    await world.settle();
    const adopted = await world.as('bob').post(`/api/targets/${target}/adopt`, {
      resource: port,
      principal: role,
      consumer: { teamId: 'analytics' },
      purpose: 'It was agreed after the backup',
    });
    assert.equal(adopted.status, 201, adopted.text);
    await world.as('dan').post('/api/targets/confirm');
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), true);
  });
});

describe('secrets of a target', () => {
  test('are stored sealed, reach the connector by name, and are shown by nobody', async () => {
    const secretKey = Buffer.alloc(32, 7);
    await using world = await openWorld({ secretKey });
    const settings = { host: '/nowhere', database: 'shop', user: 'countersign' };
    const put = await world.as('dan').put('/api/targets/shop', {
      connector: 'postgresql',
      settings,
      secrets: { password: 'correct horse' },
    });
    assert.equal(put.status, 200, put.text);
    assert.doesNotMatch((await world.as('dan').get('/api/targets/shop')).text, /horse/);
    await world.pool.query(
      `update resource set target_id = 'shop', binding = '{"schema": "shop"}' where id = 'orders/latest'`,
    );
    await world.provisioning.provisioning.align(world.clock.now());
    const job = await world.provisioning.provisioning.take([], world.clock.now(), hour);
    assert.equal(job?.target.secret('password'), 'correct horse');
    assert.equal(job.target.secret('creatorPassword'), null);
    assert.doesNotMatch(JSON.stringify(job), /horse/);
    const { rows } = await world.pool.query<{ secret: Buffer }>('select secret from target', []);
    assert.throws(() =>
      openSecrets(Buffer.alloc(32, 8)).decrypt(rows[0]!.secret, {
        table: 'target',
        row: 'shop',
        column: 'secret',
      }),
    );
  });
});

interface Found {
  frozen: boolean;
  missing: object[];
  excess: object[];
  drift: { principal: string; sentence: string }[];
}

async function driftOf(world: Setting): Promise<Found[]> {
  const answer = await world.as('ivy').get(`/api/targets/${target}/drift`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body as Found[];
}
