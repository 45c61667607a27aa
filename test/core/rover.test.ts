// Matching as plain functions: who belongs together, and why not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourceId, TeamId } from '../../src/core/ids.ts';
import {
  activeOf,
  categoryFaultOf,
  isNamespaceOf,
  labelOf,
  resourceIdOf,
  splitRoverId,
  subscriptionBlocked,
  type Category,
  type Exposed,
} from '../../src/core/rover.ts';

const exposed: Exposed = {
  kind: 'api',
  key: '/checkout/orders/v1',
  rover: 'checkout--orders',
  team: 'checkout' as TeamId,
  application: 'checkout--orders',
  zone: 'one',
  visibility: 'ENTERPRISE',
  exposedAt: 1,
  resource: 'api:checkout:checkout-orders-v1' as ResourceId,
  scopes: [],
  category: null,
};

test('names are looked up without case and signs, and compared exactly', () => {
  for (const path of [
    '/checkout/orders/v1',
    '/Checkout/Orders/V1',
    '/checkout_orders v1',
    'checkout-orders-v1',
  ])
    assert.equal(labelOf(path), 'checkout-orders-v1', path);
  assert.equal(resourceIdOf('checkout' as TeamId, 'api', '/checkout/orders/v1'), exposed.resource);
});

test('the id of a file is cut at the last two hyphens, because teams may hold some and names may not', () => {
  assert.deepEqual(splitRoverId('commerce--orders--order-service'), {
    team: 'commerce--orders',
    name: 'order-service',
  });
  for (const id of ['checkout', '--name', 'team--', '']) assert.equal(splitRoverId(id), undefined, id);
});

test('a namespace is the team’s with at most one environment before it', () => {
  for (const [namespace, team, is] of [
    ['prod--commerce--orders', 'commerce--orders', true],
    ['commerce--orders', 'commerce--orders', true],
    ['prod--commerce--orders', 'orders', false],
    ['prod--commerce--other', 'commerce--orders', false],
    ['--commerce--orders', 'commerce--orders', false],
  ] as const)
    assert.equal(isNamespaceOf(namespace, team), is, `${namespace} of ${team}`);
});

test('what counts stays so; else the oldest does, and the same instant has an order', () => {
  const rows = [
    { rover: 'c', exposedAt: 1, resource: null },
    { rover: 'b', exposedAt: 1, resource: null },
    { rover: 'a', exposedAt: 2, resource: null },
  ];
  assert.equal(activeOf(rows)?.rover, 'b');
  assert.equal(activeOf([...rows, { rover: 'z', exposedAt: 9, resource: 'r' as ResourceId }])?.rover, 'z');
  assert.equal(activeOf([]), undefined);
});

test('without zones and categories nothing is checked; with categories, a team has to be among theirs', () => {
  const wanted = {
    kind: 'api',
    key: exposed.key,
    team: 'analytics' as TeamId,
    teamCategory: null,
    zone: 'two',
    scopes: [],
  } as const;
  assert.equal(subscriptionBlocked(wanted, exposed, { zones: [], categories: [] }), undefined);
  const category: Category = {
    label: 'M2M',
    active: true,
    teamCategories: ['Infrastructure'],
    teams: [],
    groupPrefix: true,
  };
  const landscape = { zones: [], categories: [category] };
  const of = (teamCategory: string | null) =>
    subscriptionBlocked({ ...wanted, teamCategory }, { ...exposed, category: 'm2m' }, landscape)?.reason;
  assert.deepEqual(
    [of(null), of('Customer'), of('Infrastructure')],
    ['category-not-allowed', 'category-not-allowed', undefined],
  );
  const may = (key: string, said: string | null, team = 'checkout--orders') =>
    categoryFaultOf({ category: said, key }, { team, category: 'Infrastructure' }, landscape);
  assert.equal(may('/checkout/orders/v1', 'm2m'), undefined);
  assert.match(may('/orders/v1', 'm2m')!, /base paths begin with \/checkout\//);
  assert.match(may('/checkout/orders/v1', null)!, /has to be one of M2M, not other/);
});
