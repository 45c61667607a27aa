// The main job, end to end at a real database: what an agreement says is what the role can do, at every step.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actOnAccess, existing } from '../../src/app/act-on-access.ts';
import { provisionDue } from '../../src/app/provision-due.ts';
import { resumeAccess } from '../../src/app/resume-access.ts';
import { revokeAccess } from '../../src/app/revoke-access.ts';
import { suspendAccess } from '../../src/app/suspend-access.ts';
import { sweepDue } from '../../src/app/sweep-due.ts';
import type { Consumer } from '../../src/core/consumer.ts';
import type { PersonId, TeamId } from '../../src/core/ids.ts';
import { narrow } from '../../src/core/standing.ts';
import { day, hour } from '../../src/core/time.ts';
import { analytics, callerAs, openSetting, partnerDesk } from './setting.ts';

describe('an agreement is real at the target', () => {
  test('granted it reads, suspended it does not, resumed it reads, revoked it does not', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const may = () => world.shop.can(role, 'read');
    await world.settle();
    assert.equal(await may(), false);
    const id = await world.grant('a1', analytics);
    await world.settle();
    assert.equal(await may(), true);
    assert.equal(await world.shop.can(role, 'read-write'), false);
    await suspendAccess(world.ports)(id, 'audit', callerAs('bob'));
    await world.settle();
    assert.equal(await may(), false);
    await resumeAccess(world.ports)(id, null, callerAs('carol'));
    await world.settle();
    assert.equal(await may(), true);
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    await world.settle();
    assert.equal(await may(), false);
    assert.deepEqual(
      (await world.log('provisioning.')).map(({ type }) => type),
      ['provisioned', 'deprovisioned', 'provisioned', 'deprovisioned'].map((word) => `provisioning.${word}`),
    );
  });

  test('it ends with its period, although no sweeper has run', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const end = world.clock.now() + 8 * hour;
    await world.grant('a1', analytics, { until: end });
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    // Nobody makes the row due: it wakes at the end of the grant by itself, because it knows of it.
    assert.ok((await world.row()).next_run <= end);
    world.clock.set(end);
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), false);
    await sweepDue(world.ports)();
    assert.equal(await world.settle(), 1);
    assert.deepEqual(
      (await world.log('provisioning.')).map(({ type }) => type),
      ['provisioning.provisioned', 'provisioning.deprovisioned'],
    );
  });

  test('a grant that begins later begins then, without anybody making it due', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const begin = world.clock.now() + 2 * day;
    const id = await world.grant('a1', analytics, { until: begin + day });
    await world.pool.query(`update access_grant set from_at = $2 where access_id = $1`, [
      id,
      new Date(begin).toISOString(),
    ]);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
    world.clock.set(begin);
    await provisionDue(world.work);
    assert.equal(await world.shop.can(role, 'read'), true);
  });

  test('two agreements of one role are a union: it goes in with the first and out with the last', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const alice: Consumer = { kind: 'person', id: 'alice' as PersonId, team: null };
    await world.pool.query('update person set custom = $2 where id = $1', [
      'alice',
      JSON.stringify({ databaseRole: role }),
    ]);
    const [team, person] = [await world.grant('a1', analytics), await world.grant('a2', alice)];
    await world.settle();
    assert.equal((await world.row()).intended, 1);
    await revokeAccess(world.ports)(team, null, callerAs('bob'));
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    // Of the first agreement nothing is left, although the role still reads by the second.
    assert.equal((await world.report('a1'))?.['status'], 'deprovisioned');
    assert.equal((await world.report('a2'))?.['status'], 'provisioned');
    await revokeAccess(world.ports)(person, null, callerAs('bob'));
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
  });

  test('a role of the contract that says write gives reading and writing, and a change of roles takes it back', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    const document = {
      id: 'c1',
      roles: [
        { role: 'clerk', access: 'write' },
        { role: 'reader', access: 'read' },
      ],
    };
    await world.pool.query(
      `insert into data_contract (id, format, name, document) values ('c1', 'odcs', 'Orders', $1)`,
      [JSON.stringify(document)],
    );
    await world.pool.query(`update resource set data_contract_id = 'c1', offers = '{clerk,reader}'`);
    const id = await world.grant('a1', analytics, { roles: ['clerk', 'reader'] });
    await world.settle();
    assert.equal(await world.shop.can(role, 'read-write'), true);
    await actOnAccess(world.ports, existing(id), callerAs('bob'), (situation, act) =>
      narrow(situation, { until: null, roles: ['reader'] }, null, act),
    );
    await world.settle();
    assert.equal(await world.shop.can(role, 'read-write'), false);
    assert.equal(await world.shop.can(role, 'read'), true);
  });

  test('the binding may say what a role gives, against the contract', async () => {
    await using world = await openSetting({ binding: { roles: { clerk: 'read-write' } } });
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics, { roles: ['clerk'] });
    await world.settle();
    assert.equal(await world.shop.can(role, 'read-write'), true);
  });

  test('a consumer role that does not exist is a failure that names it, and the others get in', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await world.grant('a2', partnerDesk);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    const report = await world.report('a2');
    assert.equal(report?.['status'], 'provisioning-failed');
    assert.match(String(report?.['diagnostics']), /partner-desk/);
    assert.deepEqual((await world.row()).missing, [{ principal: 'partner-desk', level: 'read' }]);
    const [failed] = await world.log('provisioning.failed');
    assert.deepEqual(failed?.data, {
      status: 'provisioning-failed',
      platform: 'postgresql',
      resource: 'orders/latest',
      target: 'shop',
    });
    assert.doesNotMatch(JSON.stringify(failed), /diagnostics.*partner-desk/);
    // Once the team says which role it is, the failure is over and nothing is left of it.
    await world.roleOf(partnerDesk);
    await world.settle();
    assert.equal((await world.report('a2'))?.['status'], 'provisioned');
    assert.equal((await world.report('a2'))?.['diagnostics'], undefined);
    assert.equal((await world.row()).last_error, null);
  });

  test('a product names its role in ODPS as in DPS, and what is named badly is as if it named none', async () => {
    await using world = await openSetting();
    const role = await world.shop.role('dashboards');
    const consumer: Consumer = { kind: 'data-product', id: 'dashboards', team: 'analytics' as TeamId };
    const document = {
      kind: 'DataProduct',
      id: 'dashboards',
      custom: { databaseRole: 'another' },
      customProperties: [
        { property: 'databaseRole', value: { not: 'text' } },
        7,
        { property: 'databaseRole', value: role },
      ],
    };
    await world.pool.query(
      `insert into data_product (id, format, owner_team, name, document) values ('dashboards', 'odps', 'analytics', 'D', $1)`,
      [JSON.stringify(document)],
    );
    await world.grant('a1', consumer);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
  });

  test('an application is called by its template until its document says its name, and is nobody once it is gone', async () => {
    await using world = await openSetting();
    const consumer: Consumer = { kind: 'application', id: 'reports', team: 'analytics' as TeamId };
    const put = (custom?: object) =>
      world.as('analytics-key').put('/api/applications/reports', {
        team: 'analytics',
        name: 'Report builder',
        ...(custom && { custom }),
      });
    await put();
    const settings = { ...world.shop.target.settings, consumers: { application: 'prog_{id}' } };
    await world.pool.query('update target set settings = $1', [JSON.stringify(settings)]);
    await world.grant('a1', consumer);
    await world.settle();
    assert.deepEqual((await world.row()).missing, [{ principal: 'prog_reports', level: 'read' }]);

    const role = await world.shop.role('reports');
    await put({ databaseRole: role });
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), true);
    await world.pool.query(`update application set deleted_at = now()`);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
  });

  test('running sessions end where the policy says so', async () => {
    await using world = await openSetting({ policy: { endSessions: true } });
    await world.shop.admin(`grant pg_signal_backend to ${String(world.shop.target.settings['user'])}`);
    const role = await world.roleOf(analytics);
    const id = await world.grant('a1', analytics);
    await world.settle();
    await using session = await world.shop.session(role);
    await session.query('select * from shop.orders');
    await revokeAccess(world.ports)(id, null, callerAs('bob'));
    await world.settle();
    await assert.rejects(session.query('select 1'), /terminat|not queryable/);
  });

  test('who is gone gets in nowhere, before anybody has ended their agreements', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await world.settle();
    await world.pool.query(`update team set deleted_at = now() where id = 'analytics'`);
    await world.settle();
    assert.equal(await world.shop.can(role, 'read'), false);
  });
});
