// npm run conformance:gateway: a real nginx (the Debian package, fetched with apt and unpacked beside, not installed) with
// deploy/nginx/countersign.conf in front of a small upstream. A call is refused, the agreement approved, the call passes,
// the agreement is suspended, the call is refused; how long the gateway took to follow is printed. Where there is no apt
// and no nginx it says so; only in CI is that a failure.
import assert from 'node:assert/strict';
import { openGatewaySetting, type GatewaySetting } from '../../bench/gateway-setting.ts';
import { checks } from './checks.ts';

const { check, passed, failed } = checks();

async function story({ call, api, until }: GatewaySetting): Promise<void> {
  await check('a call without a token is refused with 401', async () => {
    assert.equal(await call(null), 401);
  });
  await check('a call of an application without access is refused', async () => {
    assert.equal(await call(), 403);
  });
  await api('analytics-key', 'POST', '/api/access', {
    id: 'a1',
    resource: 'orders-v1',
    purpose: 'Figures of the week',
    consumer: { applicationId: 'reports' },
    roles: ['orders:read'],
  });
  await check('approved, it passes', async () => {
    await api('bob', 'POST', '/api/access/a1/approve');
    console.log(`    after ${await until(200)} ms`);
  });
  await check('suspended, it is refused', async () => {
    await api('bob', 'POST', '/api/access/a1/suspend', { comment: 'Wait.' });
    console.log(`    after ${await until(403)} ms`);
  });
  await check('resumed, it passes again', async () => {
    await api('bob', 'POST', '/api/access/a1/resume');
    console.log(`    after ${await until(200)} ms`);
  });
  await check('an address that climbs out of its path is refused', async () => {
    assert.notEqual(await call(undefined, '/shop/orders/v1/%2e%2e/%2e%2e/admin'), 200);
  });
  await check('what is not exposed is refused', async () => {
    assert.equal(await call(undefined, '/shop/other'), 403);
  });
}

const setting = await openGatewaySetting();
if ('missing' in setting) {
  console.log(`– ${setting.missing}: not tried`);
  process.exitCode = process.env.CI ? 1 : 0;
} else {
  console.log(`nginx ${setting.version}`);
  try {
    await story(setting);
  } finally {
    await setting[Symbol.asyncDispose]();
  }
  console.log(`\n${passed()} passed, ${failed()} failed`);
  process.exitCode = failed() > 0 ? 1 : 0;
}
