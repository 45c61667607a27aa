// Targets, looked at from a terminal. What a real database says is told by the stories of provisioning; here it is the
// words and the exit codes that count.
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { openDesk } from './desk.ts';

// One desk for all of them: none is in another's way.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());

test('a target that cannot be reached is told with what lacks, and fails the check', async () => {
  await desk.world.as('dan').put('/api/targets/warehouse', {
    connector: 'postgresql',
    name: 'Warehouse',
    owner: 'platform',
    settings: { host: '127.0.0.1', port: 9, database: 'shop', user: 'countersign', tls: 'disable' },
  });
  const list = await desk.as('dan').types('targets list');
  assert.equal(
    list.out,
    'ID         CONNECTOR   RUN BY    NAME\nwarehouse  postgresql  platform  Warehouse\n',
  );
  const { code, out } = await desk.as('dan').types('targets check warehouse');
  assert.equal(code, 1);
  assert.match(out, /^lacks {2}Database "shop" at 127\.0\.0\.1:9 /);
  assert.equal(
    (await desk.as('dan').types('targets drift warehouse')).out,
    'No resource is bound to this target.\n',
  );
  assert.match((await desk.as('dan').types('targets reconcile warehouse')).out, /^Begun for 0 resources/);
  assert.equal((await desk.as('dan').types('targets confirm')).out, 'No target was frozen.\n');
});

test('targets are for whoever runs them', async () => {
  assert.equal((await desk.as('alice').types('targets list')).code, 1);
  assert.equal((await desk.as('dan').types('targets check nowhere')).code, 1);
  const adopt = 'targets adopt warehouse --resource orders/latest --principal etl --purpose x --for me';
  assert.equal((await desk.as('dan').types(adopt)).code, 2);
});
