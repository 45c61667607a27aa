// Reading data products in both formats: what is read, what is tolerated, and what is refused with which words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { findPort } from '../../src/adapters/documents/data-product.ts';
import { readDataProduct } from '../../src/adapters/documents/read-data-product.ts';
import { edited, ordersDps, ordersOdps } from './fernlane.ts';
import { faultLines, good, nested } from './given.ts';

test('an ODPS product says who owns it and what its ports are', () => {
  const product = good(readDataProduct(ordersOdps));
  assert.deepEqual(
    { ...product, ports: product.ports.length, document: null },
    {
      format: 'odps',
      id: 'orders',
      name: 'Orders',
      owner: 'checkout',
      domain: 'sales',
      status: 'active',
      archetype: 'source-aligned',
      description: 'All orders of the shop, one row per order.',
      tags: ['orders', 'core'],
      ports: 2,
      inputPorts: [
        {
          id: 'order-events',
          name: 'order-events',
          description: null,
          contractId: 'order-events',
          sourceSystemId: 'shop-backend',
        },
      ],
      custom: { type: 'source-aligned', postgresRole: 'dp_orders' },
      document: null,
    },
  );
});

test('the facts of an ODPS port come from its custom properties', () => {
  const { server, custom, ...port } = good(readDataProduct(ordersOdps)).ports[0]!;
  assert.deepEqual(port, {
    id: 'orders-pg',
    name: 'orders-pg',
    title: 'Orders (PostgreSQL)',
    description: 'Orders in the warehouse.',
    type: 'postgres',
    version: '1',
    status: 'active',
    environment: 'prod',
    autoApprove: false,
    containsPii: true,
    contractId: 'orders',
    contractVersion: null,
    contractServer: null,
    tags: ['postgres'],
  });
  assert.equal(custom['platformRole'], 'op_orders_pg');
  assert.deepEqual(
    [server?.host, server?.port, server?.database, server?.schema, server?.tables],
    ['warehouse.fernlane.example', 5432, 'shop', 'orders', null],
  );
});

test('a DPS product gives the same facts from its own fields', () => {
  const product = good(readDataProduct(ordersDps));
  const [port] = product.ports;
  assert.deepEqual(
    [product.format, product.owner, product.name, product.archetype],
    ['dps', 'checkout', 'Orders', 'source-aligned'],
  );
  assert.deepEqual(
    [port?.id, port?.autoApprove, port?.containsPii, port?.contractId],
    ['orders-pg', false, true, 'orders'],
  );
  assert.deepEqual(
    [port?.contractServer, port?.server?.port, port?.server?.tables],
    ['production', 5432, ['orders']],
  );
  assert.deepEqual(product.custom, { postgresRole: 'dp_orders', costCenter: '4711' });
});

test('the document is given back as it was sent, with its order and its unknown fields', () => {
  for (const sent of [ordersOdps, ordersDps]) {
    const text = JSON.stringify(sent);
    assert.equal(JSON.stringify(good(readDataProduct(JSON.parse(text))).document), text);
  }
});

test('autoApprove is true, false or not said, and a text counts where clients write one', () => {
  const said = (value: unknown) =>
    good(readDataProduct(edited(ordersOdps, (it) => (it.outputPorts[0].customProperties[2].value = value))))
      .ports[0]!.autoApprove;
  assert.deepEqual([said(true), said('true'), said('false'), said(null)], [true, true, false, null]);
  assert.equal(
    good(readDataProduct(edited(ordersDps, (it) => delete it.outputPorts[0].autoApprove))).ports[0]!
      .autoApprove,
    null,
  );
});

test('a free field named autoApprove opens no door', () => {
  const product = edited(ordersDps, (it) => {
    delete it.outputPorts[0].autoApprove;
    it.outputPorts[0].custom.autoApprove = 'true';
  });
  assert.equal(good(readDataProduct(product)).ports[0]!.autoApprove, null);
});

test('saying autoApprove twice and differently is a fault, saying it twice alike is not', () => {
  const twice = (value: boolean) =>
    readDataProduct(
      edited(ordersOdps, (it) => it.outputPorts[0].customProperties.push({ property: 'autoApprove', value })),
    );
  assert.deepEqual(faultLines(twice(true)), [
    'outputPorts[0].customProperties[7] says autoApprove a second time',
  ]);
  assert.equal(good(twice(false)).ports[0]!.autoApprove, false);
});

test('all faults are told at once, each at its place', () => {
  const broken = edited(ordersOdps, (it) => {
    it.id = '';
    it.team = null;
    it.tags = 'orders';
    it.outputPorts[0].name = 7;
    it.outputPorts[0].customProperties[2].value = 'perhaps';
    it.outputPorts[0].customProperties[5].value.port = 'high';
    it.outputPorts.push({ type: 'kafka' }, { name: 'a/b' }, { id: 'orders-s3', name: 'x' }, 'port');
  });
  assert.deepEqual(faultLines(readDataProduct(broken)).toSorted(), [
    'id is empty',
    'outputPorts[0].customProperties[2].value has to be true or false',
    'outputPorts[0].customProperties[5].value.port has to be a port number',
    'outputPorts[0].name has to be text, not a number',
    'outputPorts[2].name is missing',
    'outputPorts[3].name may not contain a slash',
    'outputPorts[4].id is the same as that of outputPorts[1]; give each of them an id of its own',
    'outputPorts[5] has to be an object, not text',
    'tags has to be a list, not text',
    'team.name is missing',
  ]);
});

test('two versions of one port name need ids, for an agreement is about one of them', () => {
  const versions = (ids: (string | undefined)[]) =>
    readDataProduct(
      edited(
        ordersOdps,
        (it) => (it.outputPorts = ids.map((id, index) => ({ id, name: 'raw', version: `${index}.0.0` }))),
      ),
    );
  assert.deepEqual(faultLines(versions([undefined, undefined])), [
    'outputPorts[1].name is the same as that of outputPorts[0]; give each of them an id of its own',
  ]);
  assert.deepEqual(
    good(versions(['raw-1', 'raw-2'])).ports.map(({ id }) => id),
    ['raw-1', 'raw-2'],
  );
});

test('a port is found by its id, else by a name that only one port has', () => {
  const product = good(
    readDataProduct(
      edited(ordersOdps, (it) => {
        it.outputPorts = [
          { id: 'a', name: 'b' },
          { id: 'b', name: 'c' },
          { id: 'd', name: 'same' },
          { id: 'e', name: 'same' },
        ];
      }),
    ),
  );
  assert.deepEqual(
    ['a', 'b', 'c', 'same', 'z'].map((word) => findPort(product, word)?.id),
    ['a', 'b', 'b', undefined, undefined],
  );
});

test('null and empty stand for absent where a field is optional', () => {
  const sparse = {
    kind: 'DataProduct',
    id: 'p',
    name: null,
    tags: null,
    description: null,
    team: { name: 'checkout' },
    outputPorts: null,
    customProperties: null,
  };
  const product = good(readDataProduct(sparse));
  assert.deepEqual([product.name, product.tags, product.ports, product.description], ['p', [], [], null]);
});

test('v0.9 and any v1 are read, other standards are refused by name', () => {
  const version = (apiVersion: unknown) => readDataProduct({ ...ordersOdps, apiVersion });
  for (const accepted of ['v0.9.0', 'v1.0.0', 'v1.1.0', '1.0.0', undefined]) good(version(accepted));
  for (const refused of ['v2.0.0', '10', 'dev', ''])
    assert.deepEqual(faultLines(version(refused)), ['apiVersion has to be v0.9 or v1']);
  assert.deepEqual(faultLines(readDataProduct({ ...ordersDps, dataProductSpecification: '9.9.9' })), [
    'dataProductSpecification has to be "0.0.1"',
  ]);
});

test('what is no data product is refused with a hint', () => {
  for (const other of [null, 5, 'x', [], undefined])
    assert.deepEqual(faultLines(readDataProduct(other)), [' has to be an object']);
  for (const other of [
    {},
    { kind: 'DataContract' },
    { dataContractSpecification: '1.2.0', info: { owner: 'x' } },
  ])
    assert.match(faultLines(readDataProduct(other))[0]!, /^kind has to be "DataProduct"/);
});

test('a very deep document does not overflow the stack of a reader', () => {
  const deep = nested(100_000);
  good(readDataProduct({ ...ordersOdps, extra: deep }));
  faultLines(readDataProduct({ ...ordersOdps, outputPorts: deep }));
  faultLines(readDataProduct({ ...ordersOdps, team: { name: deep } }));
});
