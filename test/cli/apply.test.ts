// Files become so: the plan first, with what would differ; then the writes; and every fault at its file and line.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { openDesk, seat } from './desk.ts';

const growth = `kind: Team
id: growth
name: Growth
type: Team
members:
  - { emailAddress: alice@fernlane.example, role: Owner }
`;

const policy = `kind: Policy
resource: orders/latest
strategy: FourEyes
maximumDuration: 2w
`;

test('the plan says what would be created, changed and left; nothing is changed without a yes', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'a.yaml': growth, 'b.yml': policy });
  const planned = await desk.as('organization').types(`apply -f ${files.path}`);
  assert.equal(planned.code, 4);
  assert.equal(
    planned.out,
    [
      '+ Team    growth',
      '~ Policy  orders/latest',
      '      strategy         Simple → FourEyes',
      '      maximumDuration  (none) → 14d',
      '1 to create, 1 to change, 0 unchanged.',
      'Nothing was changed. Add --yes to apply it.',
      '',
    ].join('\n'),
  );
  assert.equal((await desk.world.as('dan').get('/api/teams/growth')).status, 404);
});

test('what was applied once is unchanged the next time, whatever way it is written', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'all.yaml': `${growth}---\n${policy}` });
  const dan = desk.as('organization');
  assert.equal((await dan.types(`apply -f ${files.path} --yes`)).code, 0);
  await files.write(
    'all.yaml',
    `${policy.replace('2w', '14d')}---\n${growth.replace('type: Team', 'type: team')}`,
  );
  const again = await dan.types(`apply -f ${files.path} --yes`);
  assert.deepEqual(again, { code: 0, out: 'Everything is as the files say (2).\n', err: '' });
});

test('teams and people of a policy are the same in any order, and nobody is the same as no word', async () => {
  await using desk = await openDesk();
  const given = `kind: Policy
resource: orders/latest
trusted: [platform, analytics]
fallback: { teams: [platform, analytics] }
approvers: { people: [Carol@fernlane.example, bob@fernlane.example], teams: [] }
`;
  await using files = await folderWith({ 'policy.yaml': given });
  const organization = desk.as('organization');
  const first = await organization.types(`apply -f ${files.path} --yes`);
  assert.equal(first.code, 0, first.err);
  const again = await organization.types(`apply -f ${files.path} --yes`);
  assert.deepEqual(again, { code: 0, out: 'Everything is as the files say (1).\n', err: '' });
  await files.write('policy.yaml', given.replace('analytics]', 'checkout]'));
  const other = await organization.types(`apply -f ${files.path}`);
  assert.match(other.out, /^ +trusted +\["analytics","platform"\] → \["checkout","platform"\]$/m);
});

test('a line that was taken out of a policy is a change', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'policy.yaml': `${policy}trusted: [platform]\ndeadline: 7d\n` });
  const organization = desk.as('organization');
  await organization.types(`apply -f ${files.path} --yes`);
  await files.write('policy.yaml', policy);
  const { out } = await organization.types(`apply -f ${files.path}`);
  assert.match(out, /^ +trusted +\["platform"\] → \(none\)$/m);
  assert.match(out, /^ +deadline +7d → 30d$/m);
});

test('products, contracts, applications, resources with policies and agreements are applied in the order that they need', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({
    'everything.yaml': [
      'dataUsageAgreementSpecification: 0.0.1\nid: a9\ninfo: { purpose: Forecast }\nprovider: { dataProductId: parcels, outputPortId: daily }\nconsumer: { applicationId: planner }\n',
      'kind: Application\nid: planner\nteam: analytics\nname: Planner\n',
      'kind: Resource\nid: refund\ntype: action\nname: Refund\nowner: checkout\npolicy: { strategy: FourEyes, deadline: 1d }\n',
      'dataProductSpecification: 0.0.1\nid: parcels\ninfo: { title: Parcels, owner: growth }\noutputPorts: [{ id: daily, name: daily, dataContractId: parcels }]\n',
      'apiVersion: v3.1.0\nkind: DataContract\nid: parcels\nname: Parcels\nversion: 1.0.0\nstatus: active\nteam: { name: growth }\n',
      growth,
    ].join('---\n'),
  });
  const { code, out } = await desk.as('organization').types(`apply -f ${files.path} --yes`);
  assert.equal(code, 0, out);
  assert.deepEqual(out.match(/^\+ .*$/gm), [
    '+ Team          growth',
    '+ DataContract  parcels',
    '+ DataProduct   parcels',
    '+ Application   planner',
    '+ Resource      refund',
    '+ Policy        refund',
    '+ Access        a9',
  ]);
  const { body } = await desk.world.as('bob').get('/api/resources/refund/policy');
  assert.equal(body.strategy, 'FourEyes');
  assert.match(
    (await desk.as('organization').types(`apply -f ${files.path}`)).out,
    /^Everything is as the files say/,
  );
});

test('faults of all files come together, each with file, line and column, and nothing is sent', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({
    'good.yaml': growth,
    'wrong.yaml': policy.replace('strategy:', 'stratgy:').replace('2w', 'soon'),
  });
  const { code, err } = await desk
    .as('organization')
    .types(`apply -f ${files.path} --yes`, { folder: files.path });
  assert.equal(code, 2);
  assert.match(err, /^error: There are 2 faults, and nothing was sent\.\n/);
  assert.match(err, /wrong\.yaml:3:10 {2}stratgy /);
  assert.match(err, /wrong\.yaml:4:18 {2}maximumDuration has to be a duration/);
  assert.equal((await desk.world.as('dan').get('/api/teams/growth')).status, 404);
});

test('--json names every fault as well, and what was done before the server refused', async () => {
  await using desk = await openDesk();
  const dan = desk.as('organization');
  await using files = await folderWith({ 'wrong.yaml': policy.replace('2w', 'soon') });
  const told = async () => {
    const { code, err } = await dan.types(`apply -f ${files.path} --yes --json`, { folder: files.path });
    const { title, code: reason, particulars } = JSON.parse(err);
    return { code, title, reason, particulars: particulars.join('\n') };
  };
  const faulty = await told();
  assert.deepEqual([faulty.code, faulty.title], [2, 'There is 1 fault, and nothing was sent.']);
  assert.match(faulty.particulars, /^wrong\.yaml:4:18 {2}maximumDuration has to be a duration/);
  await files.write(
    'wrong.yaml',
    `${growth}---\n${growth.replace('id: growth', 'id: sub\nparent: nowhere')}`,
  );
  const refused = await told();
  assert.deepEqual([refused.code, refused.reason], [1, 'reference_unknown']);
  assert.match(refused.particulars, /wrong\.yaml:\d+:\d+ .*\nWhat came before it is done \(1\)/s);
});

test('the same thing in two files is a fault', async () => {
  await using files = await folderWith({ 'a.yaml': growth, 'b.yaml': growth.replace('Growth', 'Other') });
  const { code, err } = await seat({ COUNTERSIGN_API_KEY: 'x' }).types(`apply -f ${files.path}`);
  assert.equal(code, 2);
  assert.match(err, /b\.yaml:1:1 {2}Team growth is given before, in .*a\.yaml, line 1\n/);
});

test('what the server refuses is shown at its line, with what was done before it', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({
    'a.yaml': `${growth}---\n${growth.replace('growth', 'sub').replace('type: Team', 'type: Team\nparent: nowhere')}`,
  });
  const { code, err } = await desk
    .as('organization')
    .types(`apply -f ${files.path} --yes`, { folder: files.path });
  assert.equal(code, 1);
  assert.match(err, /a\.yaml:12:9 {2}Team sub, parent: There is no team "nowhere"\.\n/);
  assert.match(err, /What came before it is done \(1\), and nothing after it\./);
});

test('at a terminal a yes is enough, and anything else changes nothing', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'a.yaml': growth });
  const answered = (answer: string) =>
    desk.as('organization').types(`apply -f ${files.path}`, { ask: async () => answer });
  assert.equal((await answered('')).code, 4);
  assert.equal((await answered('n')).code, 4);
  assert.deepEqual((await answered('y')).out.split('\n').at(-2), 'Done: 1 created, 0 changed.');
});

test('what is piped in is read as a file', async () => {
  await using desk = await openDesk();
  const { out } = await desk.as('organization').types('apply -f - --yes', { input: async () => growth });
  assert.match(out, /Done: 1 created/);
});

test('loosening a FourEyes policy is proposed, and waits for a second owner', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 'p.yaml': policy });
  assert.equal((await desk.as('bob').types(`apply -f ${files.path} --yes`)).code, 0);
  await files.write('p.yaml', policy.replace('FourEyes', 'Simple'));
  const bob = await desk.as('bob').types(`apply -f ${files.path} --yes`);
  assert.equal(bob.code, 4);
  assert.match(
    bob.out,
    /Policy orders\/latest is proposed: it loosens a FourEyes policy, so another owner has to apply the same\.\n$/,
  );
  assert.equal((await desk.as('grace').types(`apply -f ${files.path} --yes`)).code, 0);
});

test('--json tells programs the same, and never a secret', async () => {
  await using desk = await openDesk({ secretKey: Buffer.alloc(32, 7) });
  await using files = await folderWith({ 't.yaml': target });
  const { code, out } = await desk.as('organization').types(`apply -f ${files.path} --yes --json`, {
    env: { ...(await envOf(desk)), WAREHOUSE_PASSWORD: 'hunter2-of-the-warehouse' },
  });
  assert.equal(code, 0, out);
  assert.doesNotMatch(out, /hunter2/);
  assert.deepEqual(
    JSON.parse(out).steps.map(({ kind, change }: Record<string, string>) => [kind, change]),
    [['Target', 'create']],
  );
  assert.equal((await desk.world.as('dan').get('/api/targets/warehouse')).body.hasSecrets, true);
});

test('a secret that is not where the file says is missed before anything is sent', async () => {
  await using desk = await openDesk();
  await using files = await folderWith({ 't.yaml': target });
  const { code, err } = await desk.as('organization').types(`apply -f ${files.path} --yes`);
  assert.equal(code, 2);
  assert.match(
    err,
    /The secret "password" of target warehouse should stand in the environment variable WAREHOUSE_PASSWORD/,
  );
});

const target = `kind: Target
id: warehouse
connector: postgresql
settings: { host: db.fernlane.example, database: shop, user: countersign, consumers: { person: "{local}" } }
secrets: { password: { env: WAREHOUSE_PASSWORD } }
`;

async function envOf(desk: { url: string }) {
  const { tokenOf } = await import('../cast.ts');
  return { COUNTERSIGN_URL: desk.url, COUNTERSIGN_API_KEY: tokenOf('organization') };
}

async function folderWith(files: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(tmpdir(), 'countersign-apply-'));
  const write = (name: string, text: string) => writeFile(join(path, name), text);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
