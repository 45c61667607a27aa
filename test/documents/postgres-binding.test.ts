// Which tables a port means: every way of saying it, and every case in which guessing would open a wrong table.
import assert from 'node:assert/strict';
import test from 'node:test';
import { findPostgres, postgresBinding } from '../../src/adapters/documents/postgres-binding.ts';
import { readDataContract } from '../../src/adapters/documents/read-data-contract.ts';
import { readDataProduct } from '../../src/adapters/documents/read-data-product.ts';
import { edited, ordersDcs, ordersDps, ordersOdcs, ordersOdps } from './fernlane.ts';
import { good } from './given.ts';

type Change = (it: any) => void;

const orders = {
  host: 'warehouse.fernlane.example',
  port: 5432,
  database: 'shop',
  schema: 'orders',
  tables: ['orders', 'order_items'],
  future: false,
};

/** The ODPS port orders-pg, with its server entry taken away unless a change brings one. */
function portWith(properties: Record<string, unknown>, type: string | undefined = 'postgres') {
  const product = edited(ordersOdps, (it) => {
    it.outputPorts = [
      {
        name: 'orders-pg',
        type,
        contractId: 'orders',
        customProperties: Object.entries(properties).map(([property, value]) => ({ property, value })),
      },
    ];
  });
  return good(readDataProduct(product)).ports[0]!;
}

const contractWith = (change: Change = () => {}) => good(readDataContract(edited(ordersOdcs, change)));

test('the server of the port with the tables of the contract', () => {
  const odps = good(readDataProduct(ordersOdps)).ports[0]!;
  assert.deepEqual(postgresBinding(odps, contractWith()), orders);
  assert.deepEqual(postgresBinding(odps, good(readDataContract(ordersDcs))), orders);
});

test('tables that the port names itself count before those of the contract', () => {
  const dps = good(readDataProduct(ordersDps)).ports[0]!;
  assert.deepEqual(postgresBinding(dps, contractWith()), { ...orders, tables: ['orders'] });
});

test('a port without a contract that names a schema means all of it, also what comes later', () => {
  const port = { ...good(readDataProduct(ordersOdps)).ports[0]!, contractId: null };
  assert.deepEqual(postgresBinding(port, null), { ...orders, tables: 'all', future: true });
});

test('all tables can be meant without those that come later', () => {
  const server = { type: 'postgres', database: 'shop', schema: 'orders', tables: 'all', futureTables: false };
  assert.deepEqual(postgresBinding(portWith({ server }), contractWith()), {
    ...orders,
    host: null,
    port: null,
    tables: 'all',
    future: false,
  });
});

test('a port names an entry of the contract, and its own server completes and overrules it', () => {
  const named = portWith({ contractServer: 'production' });
  assert.deepEqual(postgresBinding(named, contractWith()), orders);
  const overruled = portWith({ contractServer: 'production', server: { schema: 'orders_v2' } });
  assert.deepEqual(postgresBinding(overruled, contractWith()), { ...orders, schema: 'orders_v2' });
  const single = portWith({ contractServer: 'production', schema: 'orders_v2', table: 'orders' });
  assert.deepEqual(postgresBinding(single, contractWith()), {
    ...orders,
    schema: 'orders_v2',
    tables: ['orders'],
  });
});

test('without a name, the environment chooses, then the name of the port, then the only PostgreSQL server', () => {
  assert.deepEqual(postgresBinding(portWith({ environment: 'prod' }), contractWith()), orders);
  assert.equal(postgresBinding(portWith({ environment: 'Production' }), contractWith())?.host, orders.host);
  assert.equal(postgresBinding(portWith({ environment: 'dev' }), contractWith())?.database, 'shop_dev');
  const byName = contractWith((it) => (it.servers[0].server = 'orders-pg'));
  assert.deepEqual(postgresBinding(portWith({}), byName), orders);
  const only = contractWith((it) => it.servers.splice(1, 1));
  assert.deepEqual(postgresBinding(portWith({}), only), orders);
  assert.deepEqual(postgresBinding(portWith({}, 'tables'), only), orders);
});

test('names with the schema or the database in front are the same tables', () => {
  const qualified = contractWith((it) => {
    it.schema[0].physicalName = 'orders.orders';
    it.schema[1].physicalName = 'shop.orders.order_items';
  });
  assert.deepEqual(postgresBinding(portWith({ contractServer: 'production' }), qualified), orders);
});

const noBinding: [string, Parameters<typeof findPostgres>, RegExp][] = [
  ['nothing is said', [portWith({}), null], /names no server/],
  ['several servers fit', [portWith({}), contractWith()], /Which server .*production, development/],
  ['the environment is another one', [portWith({ environment: 'test' }), contractWith()], /Which server/],
  [
    'the named server does not exist',
    [portWith({ contractServer: 'prod' }), contractWith()],
    /no server "prod"/,
  ],
  [
    'the named server is of another technology',
    [portWith({ contractServer: 'lake' }), contractWith()],
    /not PostgreSQL/,
  ],
  ['the contract is not known', [portWith({ contractServer: 'production' }), null], /not known/],
  [
    'the port is of another technology',
    [portWith({}, 'snowflake'), contractWith((it) => it.servers.splice(1, 1))],
    /type "snowflake"/,
  ],
  [
    'the server does not say what it is',
    [portWith({ server: { database: 'shop', schema: 'orders' } }, 'tables'), contractWith()],
    /does not say that it is PostgreSQL/,
  ],
  [
    'port and contract contradict each other',
    [portWith({ contractServer: 'production', server: { type: 'mysql' } }), contractWith()],
    /says otherwise/,
  ],
  [
    'no database is named',
    [portWith({ server: { type: 'postgres', schema: 'orders' } }), contractWith()],
    /no database/,
  ],
  [
    'no schema is named',
    [portWith({ server: { type: 'postgres', database: 'shop' } }), contractWith()],
    /no schema/,
  ],
  [
    'a table is written wrongly, which must not open all tables of the contract',
    [portWith({ contractServer: 'production', server: { tables: [5] } }, 'tables'), contractWith()],
    /tables has to be a list of names/,
  ],
  [
    'a table is written wrongly as a property',
    [portWith({ contractServer: 'production', table: { name: 'orders' } }), contractWith()],
    /table has to be text/,
  ],
  [
    'a variable stands for the host',
    [
      portWith({ server: { type: 'postgres', host: '${DB_HOST}', database: 'shop', schema: 'orders' } }),
      contractWith(),
    ],
    /\$\{DB_HOST\}/,
  ],
  [
    'the contract of the port is unknown, and with it the tables',
    [portWith({ server: { type: 'postgres', database: 'shop', schema: 'orders' } }), null],
    /contract "orders" is not known/,
  ],
  [
    'a table lies in another schema',
    [
      portWith({ contractServer: 'production' }),
      contractWith((it) => (it.schema[0].physicalName = 'public.people')),
    ],
    /"public.people" is not in the schema "orders"/,
  ],
  [
    'the contract describes no tables',
    [portWith({ contractServer: 'production' }), contractWith((it) => it.schema.splice(0, 2))],
    /no tables or views/,
  ],
];

for (const [when, [port, contract], reason] of noBinding)
  test(`there is no binding, and a reason, when ${when}`, () => {
    const found = findPostgres(port, contract);
    assert.match('unbound' in found ? found.unbound : JSON.stringify(found), reason);
    assert.equal(postgresBinding(port, contract), null);
  });
