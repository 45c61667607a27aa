// Teams, connectors and agreements as they come over the wire.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readAccess } from '../../src/adapters/documents/access-document.ts';
import { readConnector } from '../../src/adapters/documents/connector.ts';
import { readTeam } from '../../src/adapters/documents/team.ts';
import { checkout, edited } from './fernlane.ts';
import { faultLines, good } from './given.ts';

test('a team says its place in the tree and its people', () => {
  const { document, ...team } = good(readTeam(checkout));
  const { extra: _, ...read } = checkout;
  assert.deepEqual(team, read);
  assert.equal(document, checkout);
});

test('the type of a team is read in any spelling and given in one', () => {
  const type = (word: unknown) => readTeam({ ...checkout, type: word });
  for (const word of ['team', 'TEAM', ' Team ']) assert.equal(good(type(word)).type, 'Team');
  assert.equal(good(type('domain  team')).type, 'Domain Team');
  assert.equal(good(type('Organizational Unit')).type, 'Organizational Unit');
  assert.match(faultLines(type('Squad'))[0]!, /^type has to be "Domain" or "Team" or/);
  assert.deepEqual(faultLines(type(undefined)), ['type is missing']);
});

test('a team with almost nothing is a team', () => {
  const team = good(
    readTeam({ id: 'analytics', name: 'Analytics', type: 'Team', members: null, parent: null, links: null }),
  );
  assert.deepEqual([team.members, team.parent, team.links, team.tags], [[], null, {}, []]);
});

test('everything wrong with a team is told at once', () => {
  const broken = edited(checkout, (it) => {
    it.id = 'a/b';
    delete it.name;
    it.parent = '';
    it.members = [{ role: 'Owner' }, { emailAddress: 'bob', role: 3 }, 'carol@fernlane.example'];
    it.tags = [1];
    it.custom = [];
  });
  assert.deepEqual(faultLines(readTeam(broken)), [
    'id may not contain a slash',
    'name is missing',
    'parent is empty',
    'members[0].emailAddress is missing',
    'members[1].emailAddress has to be an e-mail address',
    'members[1].role has to be text, not a number',
    'members[2] has to be an object, not text',
    'tags[0] has to be text, not a number',
    'custom has to be an object',
  ]);
});

test('a person is in a team once, however the address is spelled', () => {
  const members = [
    { emailAddress: 'bob@fernlane.example', role: 'Member' },
    { emailAddress: ' Bob@Fernlane.example', role: 'Owner' },
  ];
  assert.deepEqual(faultLines(readTeam({ ...checkout, members })), [
    'members[1].emailAddress is a member already',
  ]);
});

test('the state of a connector is given back as it was sent, whatever is in it', () => {
  const sent = {
    id: 'snowflake-access-management',
    info: { type: 'snowflake' },
    state: { lastEventId: null, id: 'a/b', '2': [], '1': {} },
  };
  const connector = good(readConnector(sent));
  assert.deepEqual(connector.state, sent.state);
  assert.equal(JSON.stringify(connector.document), JSON.stringify(sent));
});

test('a state of null is no state: clients would call methods on it', () => {
  const connector = good(
    readConnector({ id: 'c', info: { type: 't' }, state: null, custom: null, other: null }),
  );
  assert.deepEqual(connector.document, { id: 'c', info: { type: 't' }, other: null });
  assert.ok(!('state' in connector));
  for (const state of [[], 'x', 5])
    assert.deepEqual(faultLines(readConnector({ id: 'c', info: { type: 't' }, state })), [
      'state has to be an object',
    ]);
  assert.deepEqual(faultLines(readConnector({ id: 'c' })), ['info is missing']);
  assert.deepEqual(faultLines(readConnector({ id: 'c', info: {} })), ['info.type is missing']);
});

const asked = {
  id: 'access-1',
  info: { purpose: 'Weekly revenue report', startDate: '2026-12-01', endDate: null },
  provider: { dataProductId: 'orders', outputPortId: 'orders-pg' },
  consumer: { teamId: 'analytics' },
  roles: ['reader'],
};

test('an access names its consumer in one of four ways, and "unknown" is nobody', () => {
  const consumer = (it: unknown) => readAccess({ ...asked, consumer: it });
  assert.deepEqual(good(consumer({ teamId: 'analytics' })).consumer, { kind: 'team', teamId: 'analytics' });
  assert.deepEqual(good(consumer({ dataProductId: 'revenue', teamId: 'analytics' })).consumer, {
    kind: 'data-product',
    dataProductId: 'revenue',
  });
  assert.deepEqual(
    good(consumer({ userId: 'alice@fernlane.example', teamId: 'unknown', dataProductId: null })).consumer,
    {
      kind: 'person',
      userId: 'alice@fernlane.example',
    },
  );
  for (const nobody of [null, {}, { teamId: 'unknown' }])
    assert.deepEqual(faultLines(consumer(nobody)), [
      'consumer names neither dataProductId nor applicationId nor teamId nor userId',
    ]);
  assert.deepEqual(good(consumer({ applicationId: 'reports', teamId: 'analytics' })).consumer, {
    kind: 'application',
    applicationId: 'reports',
  });
  for (const two of [
    { userId: 'a@b', teamId: 'analytics' },
    { userId: 'a@b', applicationId: 'reports' },
    { dataProductId: 'revenue', applicationId: 'reports' },
  ])
    assert.deepEqual(faultLines(consumer(two)), ['consumer names more than one consumer']);
});

test('a connector may put back all that it got, read-only fields included', () => {
  const got = {
    dataUsageAgreementSpecification: '0.0.1',
    ...asked,
    info: { ...asked.info, status: 'approved', active: true },
    provider: {
      ...asked.provider,
      teamId: 'checkout',
      dataContractId: 'orders',
      dataContractVersion: '1.4.0',
    },
    provisioning: { status: 'provisioned' },
    approval: { state: 'Granted' },
    tags: ['permission-granted'],
    links: {},
    custom: { ticket: 17 },
  };
  const access = good(readAccess(got));
  assert.deepEqual(
    [access.status, access.purpose, access.startDate, access.endDate],
    ['approved', 'Weekly revenue report', '2026-12-01', null],
  );
  assert.deepEqual([access.tags, access.custom], [['permission-granted'], { ticket: '17' }]);
  assert.equal(access.document, got);
});

test('dates are days that exist', () => {
  const end = (endDate: unknown) => readAccess({ ...asked, info: { ...asked.info, endDate } });
  assert.equal(good(end('2028-02-29')).endDate, '2028-02-29');
  for (const date of [
    '2027-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-12-31T00:00:00Z',
    '0000-01-01',
    '+12026-01-01',
    'never',
    '',
  ])
    assert.deepEqual(faultLines(end(date)), ['info.endDate has to be a calendar day such as 2026-12-31']);
});

test('everything wrong with an access is told at once', () => {
  const broken = {
    id: '',
    info: { purpose: 5, status: 'granted' },
    provider: { dataProductId: 'orders' },
    consumer: 'alice',
    roles: 'reader',
  };
  assert.deepEqual(faultLines(readAccess(broken)), [
    'id is empty',
    'info.purpose has to be text, not a number',
    'info.status has to be "requested" or "approved" or "rejected"',
    'provider.outputPortId is missing',
    'consumer has to be an object, not text',
    'roles has to be a list, not text',
  ]);
});
