// Reading data contracts in both formats, and the YAML view of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'yaml';
import { contractYaml } from '../../src/adapters/documents/contract-yaml.ts';
import { readDataContract } from '../../src/adapters/documents/read-data-contract.ts';
import { edited, ordersDcs, ordersOdcs } from './fernlane.ts';
import { faultLines, good } from './given.ts';

test('an ODCS contract says its terms, its roles and its servers', () => {
  const contract = good(readDataContract(ordersOdcs));
  assert.deepEqual(
    [
      contract.format,
      contract.id,
      contract.name,
      contract.version,
      contract.status,
      contract.owner,
      contract.domain,
    ],
    ['odcs', 'orders', 'Orders', '1.4.0', 'active', 'checkout', 'sales'],
  );
  assert.deepEqual(contract.roles, [
    {
      role: 'reader',
      access: 'read',
      firstLevelApprovers: 'checkout',
      secondLevelApprovers: null,
      description: 'Reads orders.',
    },
    {
      role: 'writer',
      access: 'write',
      firstLevelApprovers: 'checkout',
      secondLevelApprovers: 'platform',
      description: null,
    },
  ]);
  assert.deepEqual(contract.terms, {
    purpose: 'Reports and forecasts about orders.',
    usage: 'Aggregates only.',
    limitations: 'Not for contacting customers.',
    billing: null,
    noticePeriod: null,
  });
  assert.deepEqual(
    contract.servers.map(({ name, type, environment, host, port }) => [name, type, environment, host, port]),
    [
      ['production', 'postgresql', 'prod', 'warehouse.fernlane.example', 5432],
      ['development', 'postgres', 'dev', 'dev.fernlane.example', 5433],
      ['lake', 's3', 'prod', null, null],
    ],
  );
});

test('a contract of the older specification gives the same', () => {
  const contract = good(readDataContract(ordersDcs));
  assert.deepEqual(
    [contract.format, contract.id, contract.name, contract.version, contract.owner],
    ['dcs', 'orders', 'Orders', '1.4.0', 'checkout'],
  );
  assert.deepEqual(
    contract.roles.map(({ role, description }) => [role, description]),
    [
      ['reader', 'Reads orders.'],
      ['writer', null],
    ],
  );
  assert.deepEqual(
    contract.servers.map(({ name, host }) => [name, host]),
    [['production', 'warehouse.fernlane.example']],
  );
  assert.deepEqual(
    contract.tables.map(({ name }) => name),
    ['orders', 'order_items'],
  );
  assert.deepEqual(contract.terms, {
    purpose: 'Reports and forecasts about orders.',
    usage: 'Aggregates only.',
    limitations: 'Not for contacting customers.',
    billing: 'free',
    noticePeriod: 'P3M',
  });
});

test('the owner is the team, else the custom property owner, else the domain', () => {
  const owner = (change: (it: any) => void) => readDataContract(edited(ordersOdcs, change));
  const property = [{ property: 'owner', value: 'platform' }];
  const members = [{ username: 'carol@fernlane.example', role: 'owner' }];
  assert.equal(good(owner((it) => (it.customProperties = property))).owner, 'checkout');
  assert.equal(
    good(owner((it) => Object.assign(it, { team: members, customProperties: property }))).owner,
    'platform',
  );
  assert.equal(
    good(owner((it) => Object.assign(it, { team: {}, customProperties: property }))).owner,
    'platform',
  );
  assert.equal(good(owner((it) => (it.team = members))).owner, 'sales');
  assert.deepEqual(faultLines(owner((it) => Object.assign(it, { team: members, domain: undefined }))), [
    'team.name is missing',
  ]);
  assert.deepEqual(faultLines(owner((it) => Object.assign(it, { team: null, domain: 'a/b' }))), [
    'domain may not contain a slash',
  ]);
  assert.deepEqual(faultLines(readDataContract(edited(ordersDcs, (it) => delete it.info.owner))), [
    'info.owner is missing',
  ]);
});

test('both documents are given back as they were sent', () => {
  for (const sent of [ordersOdcs, ordersDcs]) {
    const text = JSON.stringify(sent);
    assert.equal(JSON.stringify(good(readDataContract(JSON.parse(text))).document), text);
  }
});

test('a role that is named with two kinds of access, or a server that is named twice, is a fault', () => {
  const broken = edited(ordersOdcs, (it) => {
    it.roles.push({ role: 'reader', access: 'write' });
    it.servers[1].server = 'production';
    it.servers[0].port = 70000;
  });
  assert.deepEqual(faultLines(readDataContract(broken)).toSorted(), [
    'roles[2].role is named before, with another kind of access',
    'servers[0].port has to be a port number',
  ]);
  const alike = edited(ordersOdcs, (it) => it.roles.push({ role: 'reader', access: 'read' }));
  assert.equal(good(readDataContract(alike)).roles.length, 2);
  const twins = edited(ordersOdcs, (it) => (it.servers[1].server = 'production'));
  assert.deepEqual(faultLines(readDataContract(twins)), ['servers[1].server is named before']);
});

test('a server of another technology is held to nothing, a PostgreSQL server to its types', () => {
  const strange = { port: 'any', host: ['b1:9092', 'b2:9092'], schema: { registry: 'x' } };
  good(readDataContract(edited(ordersOdcs, (it) => Object.assign(it.servers[2], strange))));
  assert.deepEqual(
    faultLines(
      readDataContract(edited(ordersDcs, (it) => Object.assign(it.servers.production, strange))),
    ).toSorted(),
    [
      'servers.production.host has to be text',
      'servers.production.port has to be a port number',
      'servers.production.schema has to be text',
    ],
  );
});

test('contracts of ODCS v2 are refused with what to do', () => {
  assert.deepEqual(faultLines(readDataContract({ ...ordersOdcs, apiVersion: 'v2.2.2' })), [
    'apiVersion has to be v3; contracts of an older standard have to be converted',
  ]);
});

test('what is no contract is refused with a hint', () => {
  for (const other of [null, 'x', []])
    assert.deepEqual(faultLines(readDataContract(other)), [' has to be an object']);
  assert.match(faultLines(readDataContract({ kind: 'DataProduct' }))[0]!, /^kind has to be "DataContract"/);
});

test('the YAML view says the same as the document, in its order', () => {
  for (const sent of [ordersOdcs, ordersDcs])
    assert.equal(JSON.stringify(parse(contractYaml({ document: sent }))), JSON.stringify(sent));
});

test('the YAML view means the same to readers of YAML 1.1', () => {
  // Each of these is something else than text in YAML 1.1 when it is not quoted, or is refused there.
  const traps = [
    'no',
    'Yes',
    'ON',
    'off',
    'y',
    'n',
    '1:30',
    '1_000',
    '012',
    '0x1F',
    '2024-01-01',
    '=',
    '<<',
    '~',
    '',
    '.inf',
  ];
  const lost = [
    ' x',
    'x ',
    'a\tb',
    '\n',
    ' \n',
    'a\n\n',
    'a\n  \nb',
    '\ufeffx',
    'a\u0085b',
    'a\u2028b',
    '\u007f',
  ];
  const yaml = contractYaml({ document: { traps: [...traps, ...lost] } });
  assert.deepEqual(parse(yaml), { traps: [...traps, ...lost] });
  assert.deepEqual(parse(yaml, { version: '1.1' }), { traps: [...traps, ...lost] });
  for (const line of yaml.split('\n').slice(1, traps.length + 1)) assert.match(line, /^ {2}- "/);
  assert.doesNotMatch(yaml, /[\u007f-\u009f\u2028\ufeff\t]/);
});

test('the YAML view has no anchors, even where two fields share one object', () => {
  const shared = { type: 'postgres' };
  assert.equal(
    contractYaml({ document: { a: shared, b: shared } }),
    'a:\n  type: postgres\nb:\n  type: postgres\n',
  );
});
