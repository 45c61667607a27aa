// Rover files at a terminal: what is planned, applied, waited for, and what is wrong, each at its place.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { openDesk } from './desk.ts';

const provider = `apiVersion: tcp.ei.telekom.de/v1
kind: Rover
metadata: { name: order-service }
spec:
  zone: dataplane1
  exposures:
    - type: api
      basePath: /checkout/orders/v1
      upstream: \${UPSTREAM}
      visibility: ENTERPRISE
      approval: FOUREYES
`;

const consumer = `apiVersion: tcp.ei.telekom.de/v1
kind: Rover
metadata: { name: reports }
spec:
  zone: dataplane1
  subscriptions:
    - type: api
      basePath: /checkout/orders/v1
      purpose: Figures of the week
`;

const env = { UPSTREAM: 'https://orders.fernlane.example' };

test('a file is planned, applied, waited for and granted; who has to act is said by name', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'provider.yaml': provider, 'consumer.yaml': consumer });
  const bob = desk.as('bob');
  const around = { env: { ...desk.env('bob'), ...env } };
  const exposed = await bob.types(`rover apply -f ${files.at('provider.yaml')} --team checkout`, around);
  assert.deepEqual(exposed, {
    code: 0,
    out: [
      'Rover checkout--order-service (created)',
      '  + exposes  api /checkout/orders/v1  FourEyes: two people decide.',
      '',
    ].join('\n'),
    err: '',
  });
  const pipeline = desk.as('analytics-key');
  const planned = await pipeline.types(`rover plan -f ${files.at('consumer.yaml')}`);
  assert.deepEqual(planned, {
    code: 4,
    out: [
      'Rover analytics--reports (new)',
      '  ? would ask  api /checkout/orders/v1  It waits for 2 different people of Bob, Carol and Grace.',
      'Nothing was changed.',
      '',
    ].join('\n'),
    err: '',
  });
  assert.equal((await desk.world.as('dan').get('/api/rovers/analytics--reports')).status, 404);
  const applied = await pipeline.types(`rover apply -f ${files.at('consumer.yaml')}`);
  assert.equal(applied.code, 4);
  assert.match(applied.out, /\? asked {2}api \/checkout\/orders\/v1 {2}It waits for 2 different people/);
  const { body } = await desk.world.as('dan').get('/api/rovers/analytics--reports');
  const { id } = body.subscriptions[0].access;
  await bob.types(`access approve ${id} --comment "Fine for figures"`);
  const half = await pipeline.types('rover status analytics--reports');
  assert.equal(half.code, 4);
  assert.match(half.out, /half granted {2}api \/checkout\/orders\/v1 {2}It waits for Carol or Grace\./);
  const waiting = pipeline.types(`rover apply -f ${files.at('consumer.yaml')} --wait`);
  await desk.as('carol').types(`access approve ${id}`);
  const granted = await waiting;
  assert.equal(granted.code, 0, granted.out);
  assert.match(granted.out, /✓ granted {2}api \/checkout\/orders\/v1 {2}Granted until 2027-11-02/);
  const info = await pipeline.types('rover info analytics--reports');
  assert.match(info.out, /Bob allowed it: Fine for figures/);
  assert.match(info.out, /basePath: \/checkout\/orders\/v1/);
  const renewed = await pipeline.types('rover renew analytics--reports');
  assert.match(renewed.out, /^Nothing has expired or ends within thirty days\./);
  const unsure = await pipeline.types('rover delete analytics--reports');
  assert.equal(unsure.code, 4);
  assert.match(unsure.out, /- would end {2}api \/checkout\/orders\/v1\nNothing was changed/);
  assert.equal((await pipeline.types('rover delete analytics--reports --yes')).code, 0);
  assert.equal((await pipeline.types('rover status analytics--reports')).code, 1);
});

test('everything that is wrong is said at once, at file, line and column, and nothing is sent', async () => {
  await using desk = await openDesk();
  const bad = provider
    .replace('approval: FOUREYES', 'approval: MAYBE')
    .replace('basePath: /checkout/orders/v1', 'basePath: orders')
    .replace('name: order-service', 'name: Order--Service');
  await using files = await folderWith({ 'bad.yaml': `${bad}---\n${consumer}---\nkind: Wagon\n` });
  const { code, out, err } = await desk.as('bob').types(`rover apply -f ${files.path} --team checkout`);
  assert.deepEqual([code, out], [2, '']);
  const at = relative(process.cwd(), files.at('bad.yaml'));
  for (const line of [
    `${at}:3:19  metadata.name`,
    `${at}:8:17  spec.exposures[0].basePath has to begin with a slash`,
    `${at}:9:17  The environment variable UPSTREAM is not set`,
    `${at}:11:17  spec.exposures[0].approval has to be "AUTO" or "SIMPLE" or "FOUREYES"`,
    `${at}:23:7  kind has to be Rover or EventSpecification, where it is no OpenAPI or Swagger document`,
  ])
    assert.ok(err.includes(line), `${line}\n${err}`);
  assert.deepEqual((await desk.world.as('dan').get('/api/rovers')).body, []);
});

test('what only the server knows is said at its line, too, and one wrong file stops all others', async () => {
  await using desk = await openDesk();
  const trusting = `${provider}      trustedTeams: [{ team: analytics }, { team: nobody }]\n`;
  await using files = await folderWith({ 'a.yaml': consumer.replace('reports', 'cart'), 'b.yaml': trusting });
  const { code, err } = await desk.as('bob').types(`rover apply -f ${files.path} --team checkout`, {
    env: { ...desk.env('bob'), ...env },
  });
  assert.equal(code, 1);
  assert.ok(
    err.includes(
      `${relative(process.cwd(), files.at('b.yaml'))}:12:51  spec.exposures[0].trustedTeams[1].team names the team "nobody", which does not exist`,
    ),
    err,
  );
  assert.match(err, /Nothing was changed\./);
  assert.deepEqual((await desk.world.as('dan').get('/api/rovers')).body, []);
});

test('a file for the namespace of another team is refused, and so is somebody else’s team', async () => {
  await using desk = await openDesk();
  const foreign = consumer.replace('name: reports', 'name: reports, namespace: prod--partner-desk');
  await using files = await folderWith({ 'consumer.yaml': foreign });
  const { code, err } = await desk.as('analytics-key').types(`rover apply -f ${files.path} --team analytics`);
  assert.equal(code, 2);
  assert.match(
    err,
    /consumer\.yaml:3:\d+ {2}metadata\.namespace is prod--partner-desk, and this is applied for team analytics/,
  );
  const theirs = await desk.as('analytics-key').types(`rover apply -f ${files.path} --team partner-desk`);
  assert.equal(theirs.code, 1);
  assert.match(theirs.err, /You do not own|not an owner|own/i);
});

async function folderWith(files: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(tmpdir(), 'countersign-rover-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return {
    path,
    at: (name: string) => join(path, name),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}
