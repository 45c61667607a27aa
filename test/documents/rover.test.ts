// Rover files, OpenAPI and Swagger documents, and descriptions of events: what is read of them, what is kept, and what is
// said when something is wrong. Tests with a number keep it from the list of defects that must not be ours
// (core/telekom-defects.test.ts).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readApiSpecification } from '../../src/adapters/documents/api-specification.ts';
import { readEventSpecification } from '../../src/adapters/documents/event-specification.ts';
import { readRoverFile } from '../../src/adapters/documents/rover-file.ts';
import { mostParts, readRover } from '../../src/adapters/documents/rover.ts';
import { faultLines, good } from './given.ts';

const file = (spec: object, metadata: object = { name: 'order-service' }) => ({
  apiVersion: 'tcp.ei.telekom.de/v1',
  kind: 'Rover',
  metadata,
  spec: { zone: 'dataplane1', ...spec },
});

const provider = `apiVersion: tcp.ei.telekom.de/v1
kind: Rover
metadata: { name: order-service }
spec:
  zone: dataplane1
  psiid: PSI-104711
  ipRestrictions: { allow: ["10.20.0.0/16"] }
  exposures:
    - type: api
      basePath: /commerce/orders/v1
      upstream: https://orders.commerce.example.com
      visibility: ENTERPRISE
      approval: FOUREYES
      trustedTeams: [{ team: commerce--checkout }]
      security: { type: oauth2, scopes: ["orders:read"], clientSecret: "\${SECRET}" }
      rateLimit: { provider: { second: 50, minute: 2000 }, consumerDefault: { second: \${LIMIT} } }
    - type: event
      eventType: de.telekom.orders.created.v1
      visibility: ZONE
      approval: SIMPLE
      scopes: [{ name: billing, trigger: { responseFilter: [orderId, total.amount] } }]
  subscriptions:
    - { basePath: /finance/invoices/v2, security: { oauth2: { scopes: ["invoices:read"] } } }
    - eventType: de.telekom.paid.v1
      deliveryType: callback
      payloadType: Data
      callback: https://orders.example.com/hooks # \${NOT_LOOKED_AT}
      scopes: [billing]
`;

test('a file is read for what concerns approval, and everything else is kept as it is', () => {
  const { documents, faults } = readRoverFile(provider, 'rover.yaml', { SECRET: 'hush', LIMIT: '5' });
  assert.deepEqual(faults, []);
  const read = good(readRover(documents[0]!.raw));
  assert.deepEqual(
    read.exposures.map(({ policy: _, ...exposure }) => exposure),
    [
      {
        kind: 'api',
        key: '/commerce/orders/v1',
        visibility: 'ENTERPRISE',
        strategy: 'FourEyes',
        trusted: ['commerce--checkout'],
        scopes: ['orders:read'],
      },
      {
        kind: 'event',
        key: 'de.telekom.orders.created.v1',
        visibility: 'ZONE',
        strategy: 'Simple',
        trusted: [],
        scopes: ['billing'],
      },
    ],
  );
  assert.deepEqual(
    read.subscriptions.map(({ kind, key, scopes }) => [kind, key, scopes]),
    [
      ['api', '/finance/invoices/v2', ['invoices:read']],
      ['event', 'de.telekom.paid.v1', ['billing']],
    ],
  );
  const spec = read.document['spec'] as Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
  assert.deepEqual(spec['ipRestrictions'], { allow: ['10.20.0.0/16'] });
  assert.equal(
    spec['exposures'][0].rateLimit.consumerDefault.second,
    5,
    'a plain placeholder stays a number',
  );
  assert.equal(spec['exposures'][1].scopes[0].trigger.responseFilter[1], 'total.amount');
});

test('secrets of gateways are not kept, wherever they stand', () => {
  const hush = { clientSecret: 'hush', clientKey: 'hush', password: 'hush', refreshToken: 'hush' };
  const read = good(
    readRover(
      file({
        exposures: [{ basePath: '/a/v1', security: { type: 'oauth2', ...hush } }],
        subscriptions: [{ basePath: '/b/v1', security: { oauth2: hush } }],
      }),
    ),
  );
  assert.ok(!JSON.stringify(read).includes('hush'));
});

test('what a variable holds becomes neither a key nor a line of the file', () => {
  const text = `kind: Rover\nmetadata: { name: order-service }\nspec:\n  zone: \${ZONE}\n`;
  const { documents, faults } = readRoverFile(text, 'rover.yaml', {
    ZONE: 'one\n  exposures: [{ approval: AUTO }]',
  });
  assert.deepEqual(faults, []);
  const read = good(readRover(documents[0]!.raw));
  assert.deepEqual([read.exposures.length, read.zone.startsWith('one\n')], [0, true]);
});

test('a repeated name is a fault, also where it differs only in case or signs', () => {
  const lines = faultLines(
    readRover(
      file({ subscriptions: [{ basePath: '/a/b/v1' }, { basePath: '/A/b/v1' }, { basePath: '/a-b/v1' }] }),
    ),
  );
  assert.deepEqual(lines, [
    'spec.subscriptions[1].basePath is said before, in subscriptions[0], or differs only in case or signs',
    'spec.subscriptions[2].basePath is said before, in subscriptions[0], or differs only in case or signs',
  ]);
});

test('13: a fault of the n-th exposure, of whatever kind, is said at the n-th exposure', () => {
  const lines = faultLines(
    readRover(
      file({
        exposures: [
          { type: 'api', basePath: '/a/v1' },
          { type: 'event', eventType: 'a.v1', trustedTeams: [{ team: 'checkout' }, { team: '' }] },
          { type: 'ai', basePath: '/b', trustedTeams: [{ team: 'a/b' }] },
        ],
      }),
    ),
  );
  assert.deepEqual(lines, [
    'spec.exposures[1].trustedTeams[1].team is empty',
    'spec.exposures[2].trustedTeams[0].team may not contain a slash',
  ]);
});

test('13: an API and an event of the same name do not get in each other’s way', () => {
  const read = good(readRover(file({ exposures: [{ basePath: '/orders.v1' }, { eventType: 'orders.v1' }] })));
  assert.equal(read.exposures.length, 2);
});

test('13: ten trusted teams and the own one are not too many', () => {
  const trustedTeams = Array.from({ length: 11 }, (_, nth) => ({ team: `group--team${nth}` }));
  assert.equal(
    good(readRover(file({ exposures: [{ basePath: '/a/v1', trustedTeams }] }))).exposures[0]!.trusted.length,
    11,
  );
});

test('14: no trusted team is ever read as an empty one', () => {
  for (const team of ['', '--', ' ', null, 7, {}]) {
    const read = readRover(file({ exposures: [{ basePath: '/a/v1', trustedTeams: [{ team }] }] }));
    if ('exposures' in read) assert.deepEqual(read.exposures[0]!.trusted, ['--']);
    else assert.match(faultLines(read)[0]!, /^spec\.exposures\[0\]\.trustedTeams\[0\]\.team /);
  }
});

test('16: the files that the guide shows are read as they stand there', () => {
  const guide = readFileSync(new URL('../../docs/guide/rover-files.md', import.meta.url), 'utf8');
  const shown = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
  assert.ok(shown.length >= 2);
  for (const text of shown)
    assert.deepEqual(readRoverFile(text, 'guide', { UPSTREAM: 'https://a.example' }).faults, []);
});

test('everything that is wrong is said at once, in the head and in every part', () => {
  const lines = faultLines(
    readRover({
      ...file(
        { icto: '17', exposures: [{ type: 'ftp' }, 7], subscriptions: [{ basePath: 'x' }] },
        { name: 'A--b' },
      ),
      kind: 'Wagon',
    }),
  );
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    [
      'kind',
      'metadata.name',
      'metadata.name',
      'spec.icto',
      'spec.exposures[0].type',
      'spec.exposures[1]',
      'spec.subscriptions[0].basePath',
    ],
  );
});

test('a policy in a file says nothing that the file has words of its own for', () => {
  const lines = faultLines(
    readRover(file({ exposures: [{ basePath: '/a/v1', policy: { strategy: 'Auto', trusted: ['x'] } }] })),
  );
  assert.deepEqual(lines, [
    'spec.exposures[0].policy.strategy is said with approval beside it',
    'spec.exposures[0].policy.trusted is said with trustedTeams beside it',
  ]);
});

test('ten thousand exposures are refused, and the limit is named', () => {
  const exposures = Array.from({ length: 10_000 }, (_, nth) => ({ basePath: `/a${nth}/v1` }));
  assert.deepEqual(faultLines(readRover(file({ exposures }))), [
    `spec.exposures holds 10000 exposures; a file may hold ${mostParts}`,
  ]);
});

const scopes = { 'orders:read': 'Reads', 'orders:write': 'Writes' };

test('OpenAPI 3 and Swagger 2 say the base path, the scopes and the category', () => {
  const three = good(
    readApiSpecification({
      openapi: '3.1.0',
      info: { title: 'Orders', version: '1.4.0', 'x-api-category': 'other' },
      servers: [{ url: 'https://gateway.example/checkout/orders/v1/' }],
      components: { securitySchemes: { sso: { type: 'oauth2', flows: { clientCredentials: { scopes } } } } },
    }),
  );
  assert.deepEqual(
    [three.key, three.scopes, three.category, three.title],
    ['/checkout/orders/v1', ['orders:read', 'orders:write'], 'other', 'Orders'],
  );
  const two = good(
    readApiSpecification({
      swagger: '2.0',
      info: { title: 'Orders', version: '1.4.0' },
      basePath: '/checkout/orders/v1',
      securityDefinitions: { sso: { type: 'oauth2', flow: 'application', scopes } },
    }),
  );
  assert.deepEqual([two.key, two.scopes, two.category], [three.key, three.scopes, null]);
});

test('a base path ends with the major version, and a document says what it is', () => {
  const info = { title: 'Orders', version: '2.0.0' };
  assert.deepEqual(faultLines(readApiSpecification({ swagger: '2.0', info, basePath: '/orders/v1' })), [
    'basePath has to end with /v2, as info.version says',
  ]);
  assert.deepEqual(
    faultLines(readApiSpecification({ openapi: '3.0.0', info, servers: [{ url: 'https://a.example' }] })),
    ['servers[0].url has no path that could be the base path'],
  );
  assert.deepEqual(faultLines(readApiSpecification({ info })), [' is neither OpenAPI 3 nor Swagger 2']);
  assert.deepEqual(
    good(readEventSpecification({ kind: 'EventSpecification', spec: { type: 'orders.v1', version: 1 } })).key,
    'orders.v1',
  );
});
