// From the log to the target: what the follower of the log makes due is what has to be looked at, and nothing else. And
// what an operator sees of it all in the measurements.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { followOnce } from '../../src/adapters/db/log/follow.ts';
import { sealAll } from '../../src/adapters/db/log/seal.ts';
import { makeDue } from '../../src/adapters/db/provisioning/due.ts';
import { provisioningFollower } from '../../src/app/followers/provisioning.ts';
import { provisionDue } from '../../src/app/provision-due.ts';
import { minute } from '../../src/core/time.ts';
import { analytics, openSetting, port, type Setting } from './setting.ts';

describe('following the log', () => {
  test('an approval over HTTP is real at the target, and what a run reports makes no further run', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.as('alice').put('/api/access/a1', {
      info: { purpose: 'Weekly report' },
      provider: { dataProductId: 'orders', outputPortId: 'latest' },
      consumer: { teamId: 'analytics' },
    });
    assert.equal(await follow(world), 0, 'nothing changes at a target by a wish');
    await world.as('bob').post('/api/access/a1/approve');
    assert.equal(await follow(world), 1);
    assert.equal(await world.shop.can(role, 'read'), true);
    assert.equal((await world.as('alice').get('/api/access/a1')).body.provisioning.status, 'provisioned');
    assert.equal(await follow(world), 0);
    await world.as('bob').post('/api/access/a1/suspend', {});
    assert.equal(await follow(world), 1);
    assert.equal(await world.shop.can(role, 'read'), false);
  });

  test('another role in the consumer’s document is another role at the target, as soon as the log tells of it', async () => {
    await using world = await openSetting();
    const [before, after] = [await world.roleOf(analytics), await world.shop.role('renamed')];
    await world.grant('a1', analytics);
    await follow(world);
    assert.equal(await world.shop.can(before, 'read'), true);
    const team = {
      id: 'analytics',
      name: 'Analytics',
      type: 'Team',
      members: [],
      custom: { databaseRole: after },
    };
    assert.equal((await world.as('dan').put('/api/teams/analytics', team)).status, 200);
    await follow(world);
    assert.deepEqual(
      [await world.shop.can(before, 'read'), await world.shop.can(after, 'read')],
      [false, true],
    );
  });

  test('the binding and the target that an administrator writes take effect, and a deleted target is forgotten', async () => {
    await using world = await openSetting();
    const role = await world.roleOf(analytics);
    await world.grant('a1', analytics);
    await follow(world);
    const rebind = (target: object | null) => world.as('dan').put(`/api/resources/${port}`, { target });
    assert.equal(
      (await rebind({ id: 'shop', binding: { schema: 'shop', tables: ['refunds'] } })).status,
      200,
    );
    await follow(world);
    assert.deepEqual(
      [await world.shop.can(role, 'read'), await world.shop.can(role, 'read', 'shop.refunds')],
      [false, true],
    );
    assert.equal((await rebind(null)).status, 200);
    await follow(world);
    assert.equal(await world.shop.can(role, 'read', 'shop.refunds'), false);
    assert.equal((await world.as('dan').delete('/api/targets/shop')).status, 200);
    await world.provisioning.provisioning.align(world.clock.now());
    assert.equal((await world.pool.query('select from provisioning')).rowCount, 0);
  });

  test('measurements tell by target what is failing, alarming, drifting and late', async () => {
    await using world = await openSetting();
    await world.grant('a1', analytics);
    for (let runs = 0; runs < 3; runs++) await world.settle();
    await makeDue(world.pool, [{ resource: port }], world.clock.now());
    world.clock.advance(minute);
    const { text } = await world.nobody.get('/metrics');
    for (const line of [
      'countersign_target_resources{target="shop"} 1',
      'countersign_target_failing{target="shop"} 1',
      'countersign_target_alarming{target="shop"} 1',
      'countersign_target_frozen{target="shop"} 0',
      'countersign_target_overdue_seconds{target="shop"} 60',
      'countersign_target_run_seconds_count{target="shop",result="failed"} 3',
    ])
      assert.ok(text.includes(line), line);
  });
});

/** Seals, follows to the end of the log, and lets what is due be done. @returns how many runs that were. */
async function follow({ pool, clock, work }: Setting): Promise<number> {
  await sealAll(pool);
  const following = {
    follower: provisioningFollower,
    keep: async (client: Parameters<typeof makeDue>[0], jobs: Parameters<typeof makeDue>[1]) =>
      void (await makeDue(client, jobs, clock.now())),
    alarm: (sentence: string) => assert.fail(sentence),
  };
  let step = await followOnce(pool, following);
  while (step.state === 'moved') step = await followOnce(pool, following, step);
  assert.equal(step.state, 'idle');
  return provisionDue(work);
}
