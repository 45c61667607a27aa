// A disk that runs full: writes are refused while there is still room, reading goes on, and somebody hears of it once a
// minute and not at every look.
import assert from 'node:assert/strict';
import test from 'node:test';
import { leastFreeBytes, watchDisk } from '../../src/adapters/db/embedded/disk.ts';
import { openWorld } from '../world.ts';

test('below the limit nothing is written and everything can be read', async () => {
  let full = false;
  await using world = await openWorld({ diskIsFull: () => full });
  const ask = (id: string) =>
    world.as('alice').post('/api/access', { id, resource: 'orders/latest', purpose: 'Weekly revenue' });
  assert.equal((await ask('a1')).status, 201);
  full = true;
  const refused = await ask('a2');
  assert.deepEqual(
    [refused.status, refused.body.code, refused.headers['retry-after']],
    [503, 'disk_full', '5'],
  );
  assert.equal((await world.as('bob').post('/api/access/a1/approve')).status, 503);
  assert.equal((await world.as('bob').get('/api/access/a1')).body.approval.state, 'Pending');
  full = false;
  assert.equal((await ask('a2')).status, 201);
});

test('an alarm is given when it becomes full, and word when there is room again', async () => {
  const free = [leastFreeBytes, leastFreeBytes - 1, 0, leastFreeBytes];
  const heard: string[] = [];
  const done = Promise.withResolvers<void>();
  const disk = await watchDisk(
    '/data',
    {
      alarm: (bytes) => heard.push(`alarm at ${bytes}`),
      recovered: () => {
        heard.push('recovered');
        done.resolve();
      },
      failed: (error) => assert.fail(String(error)),
    },
    0,
    async () => free.shift() ?? leastFreeBytes,
  );
  await done.promise;
  assert.equal(disk.isFull(), false);
  await disk.stop();
  assert.deepEqual(heard, [`alarm at ${leastFreeBytes - 1}`, 'recovered']);
});

test('a disk that cannot be looked at is reported, and the last word holds', async () => {
  const failures: unknown[] = [];
  const failed = Promise.withResolvers<void>();
  let looks = 0;
  const disk = await watchDisk(
    '/data',
    {
      alarm: () => {},
      recovered: () => assert.fail('there is no room yet'),
      failed: (error) => {
        failures.push(error);
        failed.resolve();
      },
    },
    0,
    async () => {
      if (looks++ > 0) throw new Error('gone');
      return 0;
    },
  );
  await failed.promise;
  assert.equal(disk.isFull(), true);
  await disk.stop();
});
