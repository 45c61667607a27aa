// Documents with something wrong in them, at random places and of every kind: whatever is sent, the answer is a yes or a
// 4xx that names what is wrong, never a 5xx, and what was refused has changed nothing.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyFernlane, fernlane, type Document } from '../fernlane.ts';
import { typesOf } from '../log-entries.ts';
import { openWorld } from '../world.ts';

const target = {
  connector: 'postgresql',
  settings: { host: 'db.fernlane.example', port: 5432, database: 'shop', user: 'countersign' },
};

const given: [address: string, document: Document][] = [
  ['/api/teams/checkout', fernlane('Team', 'checkout')],
  ['/api/dataproducts/orders', fernlane('DataProduct', 'orders')],
  ['/api/dataproducts/customers', fernlane('DataProduct', 'customers')],
  ['/api/datacontracts/orders', fernlane('DataContract', 'orders')],
  ['/api/datacontracts/customers', fernlane('DataContract', 'customers')],
  ['/api/resources/checkout-api', fernlane('Resource', 'checkout-api')],
  [
    '/api/resources/orders%2Forders-latest',
    { target: { id: 'shop', binding: { schema: 'orders', tables: ['orders'] } } },
  ],
  ['/api/resources/payments%2Fpayments-ledger/policy', policyOf('payments/payments-ledger')],
  ['/api/targets/shop', target],
  ['/api/connectors/c1', { id: 'c1', info: { type: 'x' }, state: { lastEventId: 'e1' } }],
  [
    '/api/organization/settings',
    { timeZone: 'Europe/Berlin', defaultStrategy: 'Simple', defaultDurations: { api: '90d' } },
  ],
];

function policyOf(resource: string): Document {
  const { resource: _, ...policy } = fernlane('Policy', resource);
  return policy;
}

const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '/',
    '..',
    'a/b',
    '\0',
    '\u202e',
    '\ud800',
    '9999999999d',
    'P1Y',
    'x'.repeat(10_000),
    "'; drop table team; --",
    [],
    {},
    [[]],
    [null],
    { id: 'x' },
    { __proto__: null, constructor: { prototype: 1 } },
    '2026-02-30',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A copy of a document with one place replaced, one removed, or one added. */
const broken = (document: Document) =>
  fc
    .tuple(
      fc.constantFrom(...placesIn(document)),
      fc.constantFrom('replace', 'remove', 'add', 'twice'),
      oddities,
    )
    .map(([place, how, oddity]) => change(structuredClone(document), place, how, oddity));

type Place = readonly (string | number)[];

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...place, key]))];
}

function change(document: Document, place: Place, how: string, oddity: unknown): unknown {
  if (place.length === 0) return how === 'replace' ? oddity : { ...document, extra: oddity };
  const holder = place.slice(0, -1).reduce((part, key) => part[key], document);
  const key = place.at(-1)!;
  if (how === 'replace') holder[key] = oddity;
  else if (how === 'remove') delete holder[key];
  else if (how === 'twice' && Array.isArray(holder)) holder.push(structuredClone(holder[0]));
  else if (Array.isArray(holder)) holder.push(oddity);
  else holder[`${String(key)}2`] = oddity;
  return document;
}

for (const [address, document] of given)
  test(`whatever is wrong at ${address} is said with a 4xx`, { timeout: 120_000 }, async () => {
    await using world = await openWorld({ secretKey: Buffer.alloc(32, 1) });
    const dan = world.as('organization');
    await applyFernlane(dan);
    await dan.put('/api/targets/shop', target);
    await fc.assert(
      fc.asyncProperty(broken(document), async (body) => {
        const before = await typesOf(world);
        const answer = await dan.put(address, JSON.stringify(body) ?? '');
        assert.ok(answer.status < 500, `${answer.status} ${answer.text}`);
        if (answer.status < 400) return;
        assert.ok(answer.body.title && answer.body.detail && answer.body.code);
        assert.deepEqual(await typesOf(world), before, 'what was refused is in no log');
      }),
      { numRuns: 60 },
    );
  });

test('what is too long for an index of the database is refused at its field', async () => {
  await using world = await openWorld();
  // Random, or the database would make it short enough.
  const long = Array.from({ length: 200 }, (_, nth) =>
    createHash('sha256').update(`${nth}`).digest('hex'),
  ).join('');
  const port = { id: 'p', name: 'p' };
  const dps = { dataProductSpecification: '0.0.1', id: 'x', info: { title: 'X', owner: 'checkout' } };
  const odps = { apiVersion: 'v1.0.0', kind: 'DataProduct', id: 'x', team: { name: 'checkout' } };
  const dcs = { dataContractSpecification: '1.1.0', id: 'x', info: { title: long, owner: 'checkout' } };
  const odcs = {
    apiVersion: 'v3.0.2',
    kind: 'DataContract',
    id: 'x',
    name: long,
    team: { name: 'checkout' },
  };
  const bodies: [noun: string, field: string, body: object][] = [
    ['dataproducts', 'info.title', { ...dps, info: { ...dps.info, title: long } }],
    ['dataproducts', 'outputPorts[0].tags[0]', { ...dps, outputPorts: [{ ...port, tags: [long] }] }],
    [
      'dataproducts',
      'outputPorts[0].dataContractId',
      { ...dps, outputPorts: [{ ...port, dataContractId: long }] },
    ],
    [
      'dataproducts',
      'outputPorts[0].custom.contractId',
      { ...dps, outputPorts: [{ ...port, custom: { contractId: long } }] },
    ],
    ['dataproducts', 'name', { ...odps, name: long }],
    ['datacontracts', 'info.title', dcs],
    ['datacontracts', 'name', odcs],
  ];
  for (const [noun, field, body] of bodies) {
    const answer = await world.as('organization').put(`/api/${noun}/x`, body);
    assert.deepEqual([answer.status, answer.body.violations?.[0].field], [400, field], answer.text);
  }
});

test('hostile ids and queries are refused with a 4xx or find nothing', async () => {
  await using world = await openWorld();
  const ids = [
    '%00',
    '%ff',
    'a%2fb',
    '..%2f..',
    'x'.repeat(300),
    '%F0%9F%8C%BF',
    "'%20or%201=1",
    '%E2%80%AE',
    '%',
    '{id}',
  ];
  const nouns = ['teams', 'dataproducts', 'datacontracts', 'resources', 'targets', 'connectors', 'lineage'];
  for (const noun of nouns)
    for (const id of ids) {
      const { status, text } = await world.as('organization').get(`/api/${noun}/${id}`);
      assert.ok(status >= 400 && status < 500, `${noun}/${id}: ${status} ${text}`);
    }
  const queries = [
    'p=1e99',
    'p=99999999999',
    'after=-1',
    'after=x',
    'q=%00',
    `q=${'w%20'.repeat(400)}`,
    'tag=%00',
    'teamId=%00',
    'email=%00',
    'type=',
    'sort=',
  ];
  for (const noun of nouns.slice(0, 6))
    for (const query of queries) {
      const { status, text } = await world.as('organization').get(`/api/${noun}?${query}`);
      assert.ok(status < 500, `${noun}?${query}: ${status} ${text}`);
    }
});
