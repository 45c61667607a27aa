// The certification scenario of the AuthZEN working group (openid/authzen, certification/authorization-api-1_0-scenario.md):
// its fixture as agreements of ours, and its cases under the numbers that they have there. Levels: Basic, Batch and
// Search, each Core and Properties, and Discovery.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorld, type Answer, type World } from '../world.ts';
import { question } from './question.ts';

let world: World;
before(async () => {
  world = await openWorld({ checkTypes: { record: 'api' } });
  const roles = ['read', 'write', 'delete?action.soft=true', 'write?resource.status=active'];
  const admin = 'write?subject.role=admin&resource.status=archived';
  for (const id of ['record-1', 'record-2'])
    await sent(
      world.as('dan').put(`/api/resources/${id}`, {
        id,
        type: 'api',
        name: id,
        owner: 'commerce',
        offers: [...roles, admin],
      }),
    );
  for (const [who, record, granted] of [
    ['alice', 'record-1', ['read', 'write', 'delete?action.soft=true']],
    ['alice', 'record-2', ['read', 'write?resource.status=active']],
    ['bob', 'record-1', ['read']],
    ['bob', 'record-2', [admin]],
  ] as const) {
    const id = `${who}-${record}`;
    const consumer = { userId: `${who}@fernlane.example` };
    const body = { id, resource: record, purpose: 'Certification', consumer, roles: granted };
    await sent(world.as('organization').post('/api/access', body));
    await sent(world.as('grace').post(`/api/access/${id}/approve`));
  }
  await world.seal();
});
after(() => world[Symbol.asyncDispose]());

async function sent(answer: Promise<Answer>): Promise<Answer> {
  const got = await answer;
  assert.ok(got.status < 300, got.text);
  return got;
}

const post = (path: string, body: unknown, headers = {}) =>
  world.as('organization-reads').post(`/access/v1/${path}`, body, headers);

const alice = { type: 'user', id: 'alice' };
const bob = { type: 'user', id: 'bob' };
const admin = { ...bob, properties: { role: 'admin' } };
const read = { name: 'read' };
const write = { name: 'write' };
const softly = (soft: boolean) => ({ name: 'delete', properties: { soft } });
const record1 = { type: 'record', id: 'record-1' };
const record2 = { type: 'record', id: 'record-2' };
const active = { ...record1, properties: { status: 'active' } };
const archived = { ...record2, properties: { status: 'archived' } };

async function decides(body: object): Promise<boolean> {
  const answer = await post('evaluation', body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.decision;
}

test('basic: the eight decisions of the fixture, and whatever else may stand in a request', async () => {
  const ask = (subject: object, action: object, resource: object, more = {}) =>
    decides({ subject, action, resource, ...more });
  assert.equal(await ask(alice, read, record1), true, 'rule 1');
  assert.equal(await ask(alice, write, record1), true, 'rule 2');
  assert.equal(await ask(bob, read, record1), true, 'rule 3');
  assert.equal(await ask(bob, write, record1), false, 'rule 4');
  assert.equal(await ask(alice, write, archived), false, 'rule 5');
  assert.equal(await ask(admin, write, archived), true, 'rule 6');
  assert.equal(await ask(alice, softly(true), record1), true, 'rule 7');
  assert.equal(await ask(alice, softly(false), record1), false, 'rule 8');
  assert.equal(await ask(bob, write, archived), false, 'the role is not taken for granted');
  const context = { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' };
  assert.equal(await ask(alice, read, record1, { context }), true);
  assert.equal(
    await ask(
      { ...alice, properties: { department: 'Sales', role: 'manager' } },
      { ...read, properties: { method: 'GET' } },
      { ...record1, properties: { status: 'active', owner: 'bob' } },
    ),
    true,
  );
  assert.equal(await ask(alice, read, record1, { foo: 'bar', futureField: { nested: true } }), true);
  for (let nth = 0; nth < 3; nth++) assert.equal(await ask(alice, read, record1), true);
});

test('basic: what is missing or of another type is refused with 400, and an id of the request comes back', async () => {
  const whole = question('user:alice', 'read', 'record:record-1');
  for (const body of [
    { ...whole, subject: undefined },
    { ...whole, action: undefined },
    { ...whole, resource: undefined },
    { ...whole, subject: { id: 'alice' } },
    { ...whole, subject: { type: 'user' } },
    { ...whole, action: {} },
    { ...whole, resource: { id: 'record-1' } },
    { ...whole, resource: { type: 'record' } },
    { ...whole, subject: 'alice' },
    { ...whole, action: { name: 123 } },
    '{"subject":',
    '',
  ])
    assert.equal((await post('evaluation', body)).status, 400, JSON.stringify(body));
  assert.equal((await post('evaluation', whole, { 'content-type': 'text/plain' })).status, 400);
  const answer = await post('evaluation', whole, { 'x-request-id': 'bfe9eb29' });
  assert.deepEqual([answer.status, answer.headers['x-request-id']], [200, 'bfe9eb29']);
});

test('batch: defaults, whole entities in their place, order, and a question that cannot be read', async () => {
  const ask = async (body: object): Promise<unknown> => {
    const answer = await post('evaluations', body);
    assert.equal(answer.status, 200, answer.text);
    return answer.body.evaluations?.map(({ decision }: { decision: boolean }) => decision) ?? answer.body;
  };
  const both = [{ resource: record1 }, { resource: record2 }];
  assert.deepEqual(await ask({ subject: alice, action: read, evaluations: both }), [true, true]);
  assert.deepEqual(
    await ask({ subject: bob, resource: record1, evaluations: [{ action: read }, { action: write }] }),
    [true, false],
  );
  assert.deepEqual(
    await ask({ subject: alice, action: write, evaluations: [{ resource: active }, { resource: archived }] }),
    [true, false],
  );
  assert.deepEqual(
    await ask({ action: write, resource: archived, evaluations: [{ subject: alice }, { subject: admin }] }),
    [false, true],
  );
  assert.deepEqual(
    await ask({ subject: alice, action: write, resource: active, evaluations: [{}, { resource: archived }] }),
    [true, false],
  );
  const options = { evaluations_semantic: 'execute_all' };
  assert.deepEqual(
    await ask({ subject: alice, action: read, options, evaluations: [{ resource: record1 }, {}] }),
    [true, false],
  );
  const whole = { subject: alice, action: read, resource: record1 };
  assert.deepEqual(await ask(whole), { decision: true });
  assert.deepEqual(await ask({ ...whole, evaluations: [] }), { decision: true });
});

test('batch: it ends with the first denial or the first permission where that is asked for', async () => {
  const ask = async (semantic: unknown, ...actions: string[]) => {
    const evaluations = actions.map((name) => ({ action: { name } }));
    const options = { evaluations_semantic: semantic };
    const answer = await post('evaluations', { subject: bob, resource: record1, options, evaluations });
    if (answer.status !== 200) return answer.status;
    return answer.body.evaluations.map(({ decision }: { decision: boolean }) => decision);
  };
  assert.deepEqual(await ask('deny_on_first_deny', 'read', 'write', 'read'), [true, false]);
  assert.deepEqual(await ask('permit_on_first_permit', 'write', 'read', 'write'), [false, true]);
  assert.deepEqual(await ask('execute_all', 'write', 'read', 'write'), [false, true, false]);
  assert.equal(await ask('toString', 'read'), 400);
  assert.equal(await ask(7, 'read'), 400);
});

test('search: who may, on what, and which actions', async () => {
  const found = async (what: string, body: object): Promise<string[]> => {
    const answer = await post(`search/${what}`, body);
    assert.equal(answer.status, 200, answer.text);
    return answer.body.results.map((one: { id?: string; name?: string }) => one.id ?? one.name);
  };
  const users = { type: 'user' };
  const records = { type: 'record' };
  const readers = { subject: users, action: read, resource: record1 };
  assert.deepEqual(await found('subject', readers), ['alice', 'bob'], 'S1');
  assert.deepEqual(await found('subject', { ...readers, subject: alice, context: { ip: '::1' } }), [
    'alice',
    'bob',
  ]);
  assert.deepEqual(
    await found('resource', { subject: alice, action: read, resource: records }),
    ['record-1', 'record-2'],
    'S2',
  );
  assert.deepEqual(await found('resource', { subject: alice, action: read, resource: record1 }), [
    'record-1',
    'record-2',
  ]);
  assert.deepEqual(
    await found('action', { subject: alice, resource: record1 }),
    ['access', 'delete', 'read', 'write'],
    'S3',
  );
  assert.deepEqual(
    await found('subject', { subject: users, action: write, resource: archived }),
    ['bob'],
    'S4',
  );
  assert.deepEqual(
    await found('resource', { subject: admin, action: write, resource: records }),
    ['record-2'],
    'S5',
  );
  assert.deepEqual(await found('action', { subject: admin, resource: archived }), ['access', 'write'], 'S6');
  assert.deepEqual(
    await found('subject', { subject: { type: 'nobody' }, action: read, resource: record1 }),
    [],
  );
  const missing = await post('search/subject', { action: read, resource: record1 });
  assert.equal(missing.status, 400);
});

test('search: page by page, with the same question', async () => {
  const ask = (page: unknown, action = read) =>
    post('search/subject', { subject: { type: 'user' }, action, resource: record1, page });
  const first = await ask({ limit: 1 });
  assert.deepEqual(first.body.results, [alice]);
  const { next_token: token, ...counted } = first.body.page;
  assert.deepEqual(counted, { count: 1, total: 2 });
  const second = await ask({ limit: 1, token });
  assert.deepEqual(second.body.results, [bob]);
  const third = await ask({ limit: 1, token: second.body.page.next_token });
  assert.deepEqual([third.body.results, third.body.page.next_token], [[], '']);
  assert.equal((await ask({ token }, write)).status, 400, 'a token is of one question');
  for (const page of [{ limit: 0 }, { limit: '10' }, { token: 1 }, [], 'next'])
    assert.equal((await ask(page)).status, 400);
});

test('discovery: what the metadata names is there', async () => {
  const { body } = await world.nobody.get('/.well-known/authzen-configuration');
  const { policy_decision_point: base, ...endpoints } = body;
  assert.equal(base, 'http://countersign.test');
  assert.equal(Object.keys(endpoints).length, 5);
  for (const endpoint of Object.values(endpoints) as string[]) {
    assert.ok(endpoint.startsWith(`${base}/access/v1/`));
    assert.equal((await world.as('organization').post(new URL(endpoint).pathname, {})).status, 400);
  }
});
