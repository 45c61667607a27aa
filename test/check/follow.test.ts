// Following the log: what a snapshot and the log give together, and what happens when the index cannot be sure. Whatever
// is not certain is denied.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from '../../src/adapters/check/memory.ts';
import { openChecks } from '../../src/adapters/db/check/follow.ts';
import type { Question } from '../../src/core/check.ts';
import { second } from '../../src/core/time.ts';
import { openWorld, type World } from '../world.ts';
import { grant, openShop } from './question.ts';

const mayRead: Question = {
  subjectKind: 'application',
  subject: 'reports',
  action: 'access',
  resourceKind: 'api',
  resource: 'checkout-api',
  said: {},
};

/** An index of its own beside the server, with a clock that stands until the test moves it. */
function openIndex(world: World) {
  const time = { monotonic: 0, isRight: true };
  const checks = openChecks({
    pool: world.pool,
    memory: new Memory(),
    clock: world.clock,
    isClockRight: () => time.isRight,
    failed: (error) => assert.fail(String(error)),
    monotonic: () => time.monotonic,
  });
  const may = () => {
    const verdict = checks.evaluate(mayRead);
    return verdict.decision || verdict.because;
  };
  return { checks, time, may };
}

async function openGranted(): Promise<World> {
  const world = await openWorld();
  await openShop(world);
  await grant(world, 'a1', { applicationId: 'reports' });
  return world;
}

test('before it is loaded everything is denied, and so it is when what is known has grown old', async () => {
  await using world = await openGranted();
  const { checks, time, may } = openIndex(world);
  assert.equal(may(), 'loading');
  assert.equal(checks.asker('00'), 'loading');
  await world.seal();
  await checks.upToDate();
  assert.equal(may(), true);
  time.monotonic += 5 * second;
  assert.equal(may(), true);
  time.monotonic += 1;
  assert.equal(may(), 'stale');
  await checks.upToDate();
  assert.equal(may(), true, 'it comes back by itself');
  time.isRight = false;
  assert.equal(may(), 'stale', 'a clock that may be wrong cannot say what is live');
});

test('a decision that is not sealed for more than a second makes everything uncertain', async () => {
  await using world = await openGranted();
  const { checks, time, may } = openIndex(world);
  await world.seal();
  await checks.upToDate();
  await world.as('bob').post('/api/access/a1/suspend', { comment: 'Wait.' });
  world.clock.advance(2 * second);
  time.monotonic += 6 * second;
  await checks.upToDate();
  assert.equal(may(), 'stale');
  await world.seal();
  await checks.upToDate();
  assert.equal(may(), 'no_access');
});

test('a snapshot that knows more than the log is not undone by the entries that come after it', async () => {
  await using world = await openGranted();
  await world.as('bob').post('/api/access/a1/suspend', { comment: 'Wait.' });
  // Nothing is sealed yet: the snapshot says Suspended, and the log will first tell that it was granted.
  const { checks, may } = openIndex(world);
  const seen: (string | boolean)[] = [];
  await checks.upToDate();
  seen.push(may());
  for (const limit of [3, 1, 1, 1000]) {
    await world.pool.query('select seal_log($1)', [limit]);
    await checks.upToDate();
    seen.push(may());
  }
  assert.deepEqual([...new Set(seen)], ['no_access']);
  await world.as('bob').post('/api/access/a1/resume');
  await world.seal();
  await checks.upToDate();
  assert.equal(may(), true);
});

test('after a restore that lost what was followed the index is filled anew', async () => {
  await using world = await openGranted();
  const { checks, may } = openIndex(world);
  await world.seal();
  await checks.upToDate();
  assert.equal(may(), true);
  await world.pool.query(`begin; alter table log disable trigger all;
    update log set hash = sha256(hash); update log_head set hash = sha256(hash); alter table log enable trigger all;
    update access set standing = 'Suspended'; commit`);
  await checks.upToDate();
  assert.equal(may(), 'no_access');
});

test('grants that come and go leave nothing behind', async () => {
  await using world = await openGranted();
  const { checks } = openIndex(world);
  await world.seal();
  await checks.upToDate();
  const { grants } = checks.state;
  for (let nth = 0; nth < 3; nth++) {
    await world.as('bob').post('/api/access/a1/suspend', { comment: 'Wait.' });
    await world.as('bob').post('/api/access/a1/resume');
  }
  await world.seal();
  await checks.upToDate();
  assert.equal(checks.state.grants, grants);
});
