// Dates at both ends of the calendar. PostgreSQL and the wire do not write all years alike, so there is a first and a
// last instant that everything here can carry; what lies beyond is refused, and nothing of it reaches a statement.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWorld } from '../world.ts';

const world = await openWorld();
after(() => world[Symbol.asyncDispose]());

const agreement = (dates: object) => ({
  info: { purpose: 'Weekly report', ...dates },
  provider: { dataProductId: 'orders', outputPortId: 'latest' },
  consumer: { teamId: 'analytics' },
});

const imported = async (id: string, dates: object) => {
  const body = [{ ...agreement({ status: 'approved', ...dates }), id }];
  const { status, body: answer } = await world.as('organization').post('/api/import/accesses', body);
  assert.equal(status, 200);
  return answer.lines[0];
};

test('the last day of the calendar, which many write for "no end", is a day like any other', async () => {
  const alice = world.as('alice');
  const asked = await alice.put('/api/access/far', agreement({ endDate: '9999-12-31' }));
  assert.equal(asked.status, 200, asked.text);
  await world.as('bob').post('/api/access/far/approve');
  const { info } = (await alice.get('/api/access/far')).body;
  assert.deepEqual([info.status, info.active, info.endDate], ['approved', true, '9999-12-31']);
  const version = (await alice.get('/api/access/far')).headers['etag'];
  await alice.put('/api/access/far', agreement({ endDate: '9999-12-31' }));
  assert.equal((await alice.get('/api/access/far')).headers['etag'], version);
});

test('a zone in which the last day ends in the year 10000 does not make it too late', async () => {
  const dan = world.as('dan');
  await dan.put('/api/organization/settings', { timeZone: 'America/New_York' });
  const asked = await world.as('alice').put('/api/access/west', agreement({ endDate: '9999-12-31' }));
  await dan.put('/api/organization/settings', { timeZone: 'UTC' });
  assert.equal(asked.status, 200, asked.text);
});

test('an agreement that is imported may begin and end on the last day', async () => {
  assert.equal(
    (await imported('last', { startDate: '9999-12-31', endDate: '9999-12-31' })).result,
    'imported',
  );
  const { info } = (await world.as('alice').get('/api/access/last')).body;
  assert.deepEqual([info.startDate, info.endDate, info.active], ['9999-12-31', '9999-12-31', false]);
});

test('an agreement of the year 0 is refused by its line and holds up no other', async () => {
  for (const field of ['startDate', 'endDate']) {
    const line = await imported(`zero-${field}`, { [field]: '0000-01-01' });
    assert.deepEqual([line.result, line.code], ['refused', 'invalid_field']);
    assert.match(line.detail, new RegExp(`info\\.${field}`));
  }
});

test('the log is read by days at both ends of the calendar, too', async () => {
  const organization = world.as('organization');
  for (const address of ['/api/log', '/api/log/export', '/api/log/export?format=csv'])
    for (const field of ['from', 'until']) {
      const at = (day: string) =>
        organization.get(`${address}${address.includes('?') ? '&' : '?'}${field}=${day}`);
      assert.equal((await at('9999-12-31')).status, 200);
      assert.equal((await at('0001-01-01')).status, 200);
      const { status, body } = await at('0000-01-01');
      assert.deepEqual([status, body.violations[0].field], [400, `querystring.${field}`]);
    }
});

test('a place in a list that lies beyond the calendar is the beginning', async () => {
  const alice = world.as('alice');
  for (const show of ['live', 'waiting'])
    for (const address of [
      '/api/me/access',
      '/api/resources/orders%2Flatest/access',
      '/api/teams/checkout/access',
    ]) {
      const items = async (after: string) => {
        const { status, body } = await alice.get(`${address}?show=${show}${after}`);
        assert.equal(status, 200);
        return body.items.length;
      };
      assert.equal(await items('&after=1.999999999999999.1'), await items(''));
    }
  assert.equal((await world.as('bob').get('/api/inbox?after=999999999999999.r')).status, 200);
});

for (const [address, field] of [
  ['/api/log', 'from'],
  ['/api/log', 'until'],
  ['/api/evidence/access', 'at'],
])
  test(`${address} refuses an instant in "${field}" that PostgreSQL cannot read`, async () => {
    for (const instant of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999-14:00']) {
      const url = `${address}?${field}=${encodeURIComponent(instant)}`;
      const { status, body } = await world.as('organization').get(url);
      assert.deepEqual([status, body.violations[0].field], [400, `querystring.${field}`]);
    }
  });
