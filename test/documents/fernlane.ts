// Documents as the teams of Fernlane publish them: the product "orders" of team checkout in both formats, its contract in
// both formats, and the team itself. They carry fields that Countersign does not read, as real ones do, so that every
// test that gives one back also proves that these fields survive.

export const ordersOdps = {
  apiVersion: 'v1.0.0',
  kind: 'DataProduct',
  id: 'orders',
  name: 'Orders',
  version: '2.1.0',
  status: 'active',
  domain: 'sales',
  tenant: 'fernlane',
  description: {
    purpose: 'All orders of the shop, one row per order.',
    limitations: 'Not for contacting customers.',
  },
  team: { name: 'checkout', members: [{ username: 'bob@fernlane.example', role: 'owner' }] },
  tags: ['orders', 'core'],
  inputPorts: [
    {
      name: 'order-events',
      version: '1.0.0',
      contractId: 'order-events',
      customProperties: [{ property: 'sourceSystemId', value: 'shop-backend' }],
    },
  ],
  outputPorts: [
    {
      name: 'orders-pg',
      version: '1',
      description: 'Orders in the warehouse.',
      type: 'postgres',
      contractId: 'orders',
      sbom: [{ url: 'https://sbom.fernlane.example/orders' }],
      customProperties: [
        { property: 'displayName', value: 'Orders (PostgreSQL)' },
        { property: 'status', value: 'active' },
        { property: 'autoApprove', value: false },
        { property: 'containsPii', value: true },
        { property: 'environment', value: 'prod' },
        {
          property: 'server',
          value: {
            type: 'postgres',
            host: 'warehouse.fernlane.example',
            port: 5432,
            database: 'shop',
            schema: 'orders',
          },
        },
        { property: 'platformRole', value: 'op_orders_pg' },
      ],
      tags: ['postgres'],
    },
    {
      id: 'orders-s3',
      name: 'Orders archive',
      version: '',
      type: 's3',
      contractId: 'orders',
      customProperties: [
        { property: 'autoApprove', value: true },
        { property: 'server', value: { location: 's3://fernlane-orders/', port: ['any'] } },
      ],
    },
  ],
  support: [{ channel: '#orders', url: 'https://chat.fernlane.example/orders' }],
  customProperties: [
    { property: 'type', value: 'source-aligned' },
    { property: 'postgresRole', value: 'dp_orders' },
    { property: 'assets', value: [{ id: 'asset-1' }] },
  ],
  productCreatedTs: '2025-03-01T09:00:00Z',
};

export const ordersDps = {
  dataProductSpecification: '0.0.1',
  id: 'orders',
  info: {
    title: 'Orders',
    description: 'All orders of the shop, one row per order.',
    owner: 'checkout',
    domain: 'sales',
    status: 'active',
    archetype: 'source-aligned',
    maturity: 'managed',
  },
  inputPorts: [
    { id: 'order-events', name: 'Order events', sourceSystemId: 'shop-backend', type: 'Kafka Topic' },
  ],
  outputPorts: [
    {
      id: 'orders-pg',
      name: 'Orders (PostgreSQL)',
      description: 'Orders in the warehouse.',
      type: 'postgres',
      environment: 'prod',
      server: {
        host: 'warehouse.fernlane.example',
        port: '5432',
        database: 'shop',
        schema: 'orders',
        table: 'orders',
      },
      status: 'active',
      autoApprove: false,
      containsPii: true,
      dataContractId: 'orders',
      tags: ['postgres'],
      links: { console: 'https://console.fernlane.example' },
      custom: { contractServer: 'production', platformRole: 'op_orders_pg' },
      assets: [],
    },
  ],
  tags: ['orders', 'core'],
  links: {},
  custom: { postgresRole: 'dp_orders', costCenter: 4711 },
};

export const ordersOdcs = {
  apiVersion: 'v3.1.0',
  kind: 'DataContract',
  id: 'orders',
  name: 'Orders',
  version: '1.4.0',
  status: 'active',
  domain: 'sales',
  description: {
    purpose: 'Reports and forecasts about orders.',
    usage: 'Aggregates only.',
    limitations: 'Not for contacting customers.',
  },
  team: { name: 'checkout', members: [{ username: 'carol@fernlane.example', role: 'owner' }] },
  roles: [
    { role: 'reader', access: 'read', firstLevelApprovers: 'checkout', description: 'Reads orders.' },
    { role: 'writer', access: 'write', firstLevelApprovers: 'checkout', secondLevelApprovers: 'platform' },
  ],
  servers: [
    {
      server: 'production',
      type: 'postgresql',
      environment: 'prod',
      host: 'warehouse.fernlane.example',
      port: 5432,
      database: 'shop',
      schema: 'orders',
    },
    {
      server: 'development',
      type: 'postgres',
      environment: 'dev',
      host: 'dev.fernlane.example',
      port: 5433,
      database: 'shop_dev',
      schema: 'orders',
    },
    { server: 'lake', type: 's3', environment: 'prod', location: 's3://fernlane-orders/' },
  ],
  schema: [
    { name: 'orders', physicalType: 'table', properties: [{ name: 'order_id', logicalType: 'string' }] },
    { name: 'items', physicalName: 'order_items', physicalType: 'TABLE', properties: [] },
    { name: 'changes', physicalName: 'fernlane.orders.v1', physicalType: 'topic' },
  ],
  slaProperties: [{ property: 'latency', value: 4, unit: 'h' }],
  tags: ['orders'],
};

export const ordersDcs = {
  dataContractSpecification: '1.2.0',
  id: 'orders',
  info: {
    title: 'Orders',
    version: '1.4.0',
    status: 'active',
    description: 'Reports and forecasts about orders.',
    owner: 'checkout',
    contact: { name: 'Carol' },
  },
  servers: {
    production: {
      type: 'postgres',
      environment: 'prod',
      host: 'warehouse.fernlane.example',
      port: 5432,
      database: 'shop',
      schema: 'orders',
      roles: [{ name: 'reader', description: 'Reads orders.' }, { name: 'writer' }],
    },
  },
  terms: {
    usage: 'Aggregates only.',
    limitations: 'Not for contacting customers.',
    billing: 'free',
    noticePeriod: 'P3M',
  },
  models: {
    orders: { type: 'table', fields: { order_id: { type: 'text', required: true } } },
    order_items: { type: 'table', fields: {} },
  },
};

export const checkout = {
  id: 'checkout',
  name: 'Checkout',
  type: 'Domain Team',
  parent: 'sales',
  description: 'Cart, payment, orders.',
  members: [
    { emailAddress: 'bob@fernlane.example', role: 'Owner' },
    { emailAddress: 'carol@fernlane.example', role: 'Approver' },
  ],
  tags: ['sales'],
  links: { homepage: 'https://fernlane.example/teams/checkout' },
  custom: { 'slack-channel': 'checkout', postgresRole: 'team_checkout' },
  extra: { kept: true },
};

/** A copy with one thing changed: `edited(orders, (it) => { it.team.name = 5; })`. */
export function edited(document: unknown, change: (copy: any) => void): unknown {
  const copy: unknown = structuredClone(document);
  change(copy);
  return copy;
}
