// The documents of our own making: policies, resources, targets and applications. They are strict where those of others are loose.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readApplication } from '../../src/adapters/documents/application.ts';
import { readPolicy, readPolicyDocument } from '../../src/adapters/documents/policy-document.ts';
import { readResource } from '../../src/adapters/documents/resource-document.ts';
import { readTargetDocument } from '../../src/adapters/documents/target-document.ts';
import { day, hour } from '../../src/core/time.ts';
import { faultLines, good } from './given.ts';

const policy = {
  resource: 'orders/orders-pg',
  strategy: 'FourEyes',
  trusted: ['analytics'],
  ownTeam: 'ask',
  approvers: { people: ['bob@fernlane.example', 'carol@fernlane.example'] },
  fallback: { teams: ['platform'] },
  durations: ['8h', '30d', 'P2W'],
  defaultDuration: '30d',
  maximumDuration: '90d',
  deadline: '14d',
  purposeByPerson: true,
  endSessions: true,
};

test('a policy is read with people by e-mail, teams by id and durations in milliseconds', () => {
  assert.deepEqual(good(readPolicyDocument(policy)), {
    resource: 'orders/orders-pg',
    strategy: 'FourEyes',
    trusted: ['analytics'],
    ownTeam: 'ask',
    approvers: { people: ['bob@fernlane.example', 'carol@fernlane.example'], teams: [] },
    fallback: { people: [], teams: ['platform'] },
    durations: [8 * hour, 30 * day, 14 * day],
    defaultDuration: 30 * day,
    maximumDuration: 90 * day,
    deadline: 14 * day,
    external: null,
    purposeByPerson: true,
    endSessions: true,
    inBrowser: false,
    signIn: null,
  });
});

test('what a policy does not say is the default', () => {
  assert.deepEqual(good(readPolicy({})), {
    strategy: null,
    trusted: [],
    ownTeam: 'auto',
    approvers: null,
    fallback: null,
    durations: null,
    defaultDuration: null,
    maximumDuration: null,
    deadline: null,
    external: null,
    purposeByPerson: false,
    endSessions: false,
    inBrowser: false,
    signIn: null,
  });
  assert.equal(good(readPolicy({ defaultDuration: 'none' })).defaultDuration, 'none');
});

test('a misspelt word in a policy is refused, never ignored', () => {
  const broken = {
    ...policy,
    strategie: 'FourEyes',
    strategy: 'foureyes',
    trusted: 'analytics',
    approvers: { persons: [], people: ['bob'] },
    durations: ['8h', 'soon', '0d', 8],
    deadline: '1 year',
    endSessions: 'yes',
  };
  assert.deepEqual(faultLines(readPolicyDocument(broken)).toSorted(), [
    'approvers.people[0] has to be an e-mail address',
    'approvers.persons is not known here',
    'deadline has to be a duration such as 8h, 90d or PT8H',
    'durations[1] has to be a duration such as 8h, 90d or PT8H',
    'durations[2] has to be a duration such as 8h, 90d or PT8H',
    'durations[3] has to be text, not a number',
    'endSessions has to be true or false, not text',
    'strategie is not known here',
    'strategy has to be "Auto" or "Simple" or "FourEyes" or "External"',
    'trusted has to be a list, not text',
  ]);
});

test('a policy that contradicts itself is refused', () => {
  const lines = (change: object): string[] => faultLines(readPolicy(change));
  assert.deepEqual(lines({ strategy: 'External' }), [
    'external is missing: External needs the credential that decides',
  ]);
  assert.deepEqual(lines({ external: { key: 'k', name: 'Jira' } }), [
    'external is only for the strategy External',
  ]);
  assert.deepEqual(lines({ maximumDuration: '7d', durations: ['1d', '8d'], defaultDuration: '30d' }), [
    'durations[1] is longer than maximumDuration',
    'defaultDuration is longer than maximumDuration',
  ]);
  good(readPolicy({ maximumDuration: '7d', defaultDuration: 'none' }));
  assert.deepEqual(lines({ approvers: {} }), ['approvers names nobody']);
  good(
    readPolicy({
      strategy: 'External',
      external: { key: 'k', name: 'Jira', url: 'https://jira.fernlane.example' },
    }),
  );
  for (const url of ['javascript:alert(1)', 'jira', 'file:///etc/passwd'])
    assert.equal(lines({ strategy: 'External', external: { key: 'k', name: 'Jira', url } }).length, 1);
});

test('a policy names an output port by product and port, and nothing longer', () => {
  good(readPolicyDocument({ resource: 'checkout-api' }));
  for (const resource of ['', 'a/', '/b', 'a/b/c', '../b', undefined])
    assert.match(faultLines(readPolicyDocument({ resource }))[0]!, /^resource /);
});

test('a resource is an API, an event type or an action, with its policy if it has one', () => {
  const api = {
    id: 'checkout-api',
    type: 'api',
    name: 'Checkout API',
    owner: 'checkout',
    offers: ['orders:read', 'orders:write'],
    policy: { strategy: 'Simple', maximumDuration: '365d' },
  };
  const resource = good(readResource(api));
  assert.deepEqual([resource.type, resource.visibility, resource.offers], ['api', 'ENTERPRISE', api.offers]);
  assert.equal(resource.policy?.maximumDuration, 365 * day);
  assert.deepEqual(
    faultLines(
      readResource({
        ...api,
        type: 'output-port',
        owner: null,
        offers: ['a', 'a'],
        policy: { ownTeam: 'no' },
        color: 'red',
      }),
    ),
    [
      'type has to be api, event or action; output ports come with their data product',
      'owner has to be text, not null',
      'offers names something twice',
      'policy.ownTeam has to be "auto" or "ask"',
      'color is not known here',
    ],
  );
});

const warehouse = {
  id: 'warehouse',
  connector: 'postgresql',
  settings: { host: 'warehouse.fernlane.example', database: 'shop', user: 'countersign' },
  secrets: { password: { env: 'WAREHOUSE_PASSWORD' } },
  bindings: [
    {
      resource: 'orders/orders-pg',
      levels: { reader: 'read', writer: 'read-write' },
      settings: { schema: 'orders' },
    },
  ],
};

test('a target says where it is, where its secret is found, and what lies there', () => {
  const target = good(readTargetDocument(warehouse));
  assert.deepEqual(
    [target.name, target.owner, target.secrets],
    ['warehouse', null, { password: { env: 'WAREHOUSE_PASSWORD' } }],
  );
  assert.deepEqual(target.bindings, warehouse.bindings);
});

test('a secret in a file is refused, and is not repeated in the fault', () => {
  const lines = faultLines(
    readTargetDocument({ ...warehouse, secrets: { password: 'hunter2', other: { env: 'A B' } } }),
  );
  assert.deepEqual(lines, [
    'secrets.password has to be { env: NAME } or { file: PATH }, never the secret itself',
    'secrets.other.env has to be the name of a variable',
  ]);
});

test('a resource is bound once at a target', () => {
  const bindings = [
    { resource: 'a/b' },
    { resource: 'c' },
    { resource: 'a/b' },
    { resource: 'd', levels: { reader: 'own' } },
  ];
  assert.deepEqual(faultLines(readTargetDocument({ ...warehouse, bindings: bindings.slice(0, 3) })), [
    'bindings[2].resource is bound before',
  ]);
  assert.deepEqual(faultLines(readTargetDocument({ ...warehouse, bindings })), [
    'bindings[3].levels.reader has to be "read" or "write" or "read-write"',
  ]);
});

test('an application is kept as it was understood, and a word that is not known is a fault', () => {
  const said = { id: 'reports', team: 'analytics', name: 'Report builder' };
  const read = good(
    readApplication({ ...said, description: null, custom: { databaseRole: 'bi', deep: [1] } }),
  );
  assert.deepEqual([read.tags, read.description], [[], null]);
  assert.deepEqual(read.document, { ...said, tags: [], custom: { databaseRole: 'bi', deep: [1] } });
  assert.deepEqual(faultLines(readApplication({ ...said, owner: 'analytics', tags: [7] })), [
    'tags[0] has to be text, not a number',
    'owner is not known here',
  ]);
});
