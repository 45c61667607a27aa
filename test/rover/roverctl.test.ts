// What roverctl does against Countersign, call by call as the real program makes them: one team exposes, another
// subscribes, people decide, and both tidy up.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openWorld, type World } from '../world.ts';
import { readToken, recordedBody, roverctl, type Answered } from './roverctl.ts';

const world = await openWorld();
after(() => world[Symbol.asyncDispose]());

const tokenFor = async (team: string, owner: Parameters<World['as']>[0]) => {
  const made = await world.as(owner).post('/api/api-keys', { scope: 'rover', teamId: team });
  return readToken(made.body.roverToken);
};

const checkout = await tokenFor('checkout', 'bob');
const analytics = await tokenFor('analytics', 'dan');

const statuses = (answers: readonly Answered[]) => answers.map(({ status }) => status);
const last = (answers: readonly Answered[]) => answers.at(-1)!;

/** A status as the program judges it: whether it goes on asking, and with what it ends. */
function outcomeOf({ body }: Answered): string {
  const { overallStatus, processingState, warnings, info, infos } = body;
  assert.equal(processingState, 'done');
  assert.deepEqual(info, infos, 'the program reads the one, its description names the other');
  return [
    overallStatus,
    ...warnings.map(
      ({ resource, cause }: { resource: { kind: string; name: string }; cause: string }) =>
        `${resource.kind} ${resource.name}: ${cause}`,
    ),
  ].join('\n');
}

async function inboxOf(who: 'bob' | 'carol'): Promise<string[]> {
  const { body } = await world.as(who).get('/api/inbox');
  return (body.items as { id: string }[]).map(({ id }) => id);
}

test('a folder of a provider is applied, whatever roverctl finds in it', async () => {
  const answers = await roverctl(world, checkout, 'apply provider');
  assert.deepEqual(statuses(answers), Array.from({ length: 7 }, () => [200, 202, 200]).flat());
  for (const answer of answers.filter(({ call }) => call.endsWith('/status')))
    assert.equal(outcomeOf(answer), 'complete', answer.call);
});

test('the program’s own shapes are read: nothing under subscriptions, security without its type’s name', async () => {
  const { body } = last(await roverctl(world, checkout, 'resource get'));
  assert.equal(body.subscriptions, null);
  assert.deepEqual(body.exposures[0].security, { type: 'oauth2', scopes: ['orders:read'] });
  const policy = await world.as('bob').get('/api/resources/api:checkout:checkout-orders-v1/policy');
  assert.equal(policy.body.strategy, 'FourEyes');
});

test('a subscription that waits for people is blocked, with those who have to act', async () => {
  const answers = await roverctl(world, analytics, 'apply consumer');
  assert.deepEqual(statuses(answers), [200, 202, 200]);
  assert.equal(
    outcomeOf(last(answers)),
    [
      'blocked',
      'ApiSubscription /checkout/orders/v1: ApprovalPending',
      'EventSubscription fernlane.orders.created.v1: ApprovalPending',
    ].join('\n'),
  );
  const details = last(answers).body.warnings.map((one: { details: string }) => one.details);
  assert.deepEqual(details.sort(), [
    '1 of these has to allow it: Bob, Carol, Grace.',
    '2 of these have to allow it: Bob, Carol, Grace.',
  ]);
});

test('get-info says how far the approval of each subscription is', async () => {
  for (const command of ['get-info', 'get-info -n'] as const) {
    const { body } = last(await roverctl(world, analytics, command));
    assert.deepEqual([body.environment, body.hub, body.team], ['countersign', 'teams', 'analytics']);
    const [application] = body.applications;
    assert.equal(application.irisClientId, 'teams--analytics--order-report');
    assert.deepEqual(
      application.subscriptions.map((one: { approval: { state: string } }) => one.approval.state),
      ['Pending', 'Pending'],
    );
  }
});

test('once people have agreed, the same apply is complete and asks for nothing', async () => {
  for (const id of await inboxOf('bob')) await world.as('bob').post(`/api/access/${id}/approve`);
  const halfway = last(await roverctl(world, analytics, 'apply consumer'));
  assert.equal(outcomeOf(halfway), 'blocked\nApiSubscription /checkout/orders/v1: ApprovalPending');
  assert.equal(halfway.body.warnings[0].message, 'One has allowed it, and somebody else has to.');
  for (const id of await inboxOf('carol')) await world.as('carol').post(`/api/access/${id}/approve`);
  const before = await logSize();
  assert.equal(outcomeOf(last(await roverctl(world, analytics, 'apply consumer'))), 'complete');
  assert.equal(await logSize(), before);
});

test('what the owners suspend is blocked again, and applying lifts nothing', async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    `select id from access where consumer_id = 'analytics--order-report' and resource_id like 'api:%'`,
  );
  const access = `/api/access/${rows[0]!.id}`;
  await world.as('bob').post(`${access}/suspend`, { comment: 'Too many calls' });
  const answer = last(await roverctl(world, analytics, 'apply consumer'));
  assert.equal(outcomeOf(answer), 'blocked\nApiSubscription /checkout/orders/v1: AccessDenied');
  await world.as('bob').post(`${access}/resume`);
  assert.equal(outcomeOf(last(await roverctl(world, analytics, 'apply consumer'))), 'complete');
});

test('loosening what two people decide waits for a second owner, and says so', async () => {
  const headers = { authorization: `Bearer ${await bearerOf(checkout)}` };
  const url = '/rover/api/rovers/teams--checkout--order-service';
  const payload = structuredClone(recordedBody('apply provider', 'rovers')) as {
    exposures: { approval: string }[];
  };
  payload.exposures[0]!.approval = 'SIMPLE';
  const put = async () => {
    const answer = await world.server.inject({ method: 'PUT', url, headers, payload });
    assert.equal(answer.statusCode, 202, answer.payload);
    return outcomeOf({ call: url, status: 200, body: answer.json().status });
  };
  const waits = 'blocked\nApiExposure /checkout/orders/v1: ApprovalPending';
  assert.equal(await put(), waits);
  assert.equal(await put(), waits, 'the same token is no second owner');
  const policy = '/api/resources/api:checkout:checkout-orders-v1/policy';
  assert.equal((await world.as('bob').get(policy)).body.strategy, 'FourEyes');
  payload.exposures[0]!.approval = 'FOUREYES';
  assert.equal(await put(), 'complete');
});

test('lists go on where the page before ended', async () => {
  assert.deepEqual(statuses(await roverctl(world, checkout, 'resource list')), [200, 200, 200]);
  const bearer = { authorization: `Bearer ${await bearerOf(checkout)}` };
  const get = async (url: string) => (await world.server.inject({ url, headers: bearer })).json();
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { items, _links, links } = await get(`/rover/api/resources?limit=2&cursor=${cursor}`);
    seen.push(...items.map((one: { kind: string; name: string }) => `${one.kind} ${one.name}`));
    assert.equal(_links.next === '', links.next === '');
    cursor = links.next;
    if (cursor === '') break;
  }
  assert.deepEqual(seen, [
    'Rover order-service',
    'ApiSpecification checkout-orders-v1',
    'EventSpecification fernlane-orders-created-v1',
    'ApiRoadmap checkout-orders-v1',
    'ApiChangelog checkout-orders-v1',
    'McpSpecification checkout-assistant-v1',
    'AgentSpecification checkout-agent-v1',
  ]);
  for (const url of ['/rover/api/rovers?cursor=x', '/rover/api/resources?cursor=9.x', '/rover/api/nothing'])
    assert.equal((await get(url)).code, 'invalid_field', url);
  assert.equal((await get('/rover/api/resources?group=commerce')).code, 'not_permitted');
});

test('what Countersign does not do says so', async () => {
  for (const command of ['rotate-secret', 'get-secret'] as const) {
    const [, answer] = await roverctl(world, analytics, command);
    assert.equal(answer!.status, 501);
    assert.equal(answer!.body.code, 'not_offered');
  }
});

test('a file that is wrong changes nothing, and every fault is named as roverctl prints it', async () => {
  const headers = { authorization: `Bearer ${await bearerOf(analytics)}` };
  const before = await logSize();
  const answer = await world.server.inject({
    method: 'PUT',
    url: '/rover/api/rovers/teams--analytics--order-report',
    headers,
    payload: {
      exposures: [{ basePath: 'orders', approval: 'auto', visibility: 'WORLD' }],
      subscriptions: [{ type: 'api' }],
    },
  });
  assert.equal(answer.statusCode, 400);
  const { type, status, title, detail, instance, fields } = answer.json();
  assert.ok([type, status, title, detail, instance].every(Boolean));
  assert.deepEqual(
    fields.map((one: { field: string }) => one.field),
    [
      'spec.zone',
      'spec.exposures[0].approval',
      'spec.exposures[0].basePath',
      'spec.subscriptions[0].basePath',
    ],
  );
  assert.ok(fields.every((one: { detail: string }) => one.detail !== ''));
  assert.equal(await logSize(), before);
});

test('a token applies nothing of another team, and reads nothing of it', async () => {
  const headers = { authorization: `Bearer ${await bearerOf(analytics)}` };
  const url = '/rover/api/rovers/teams--checkout--order-service';
  const call = async (method: 'GET' | 'PUT' | 'DELETE', address: string) => {
    const payload = method === 'PUT' ? { payload: { zone: 'north' } } : {};
    const answer = await world.server.inject({ method, url: address, headers, ...payload });
    return answer.json().code;
  };
  assert.equal(await call('PUT', url), 'not_permitted');
  assert.equal(await call('GET', url), 'not_permitted');
  assert.equal(await call('GET', `${url}/status`), 'not_permitted');
  assert.equal(await call('GET', `${url}/info`), 'not_permitted');
  assert.equal(await call('DELETE', url), 'not_permitted');
  assert.equal(await call('PUT', '/rover/api/rovers/checkout--order-service'), 'not_permitted');
  assert.equal(await call('PUT', '/rover/api/rovers/teams--analytics--'), 'not_permitted');
  const { body } = last(await roverctl(world, { ...analytics }, 'get-info'));
  assert.deepEqual(
    body.applications.map((one: { name: string }) => one.name),
    ['order-report'],
  );
});

test('a delete is over when its status is gone; deleting again is fine for roverctl', async () => {
  assert.deepEqual(statuses(await roverctl(world, analytics, 'delete consumer')), [200, 204, 404]);
  assert.deepEqual(statuses(await roverctl(world, analytics, 'delete consumer')), [200, 404, 404]);
  assert.deepEqual(
    statuses(await roverctl(world, checkout, 'delete provider')),
    Array.from({ length: 7 }, () => [200, 204, 404]).flat(),
  );
});

async function bearerOf(token: ReturnType<typeof readToken>): Promise<string> {
  const [first] = await roverctl(world, token, 'get-info');
  return first!.body.access_token;
}

async function logSize(): Promise<number> {
  await world.seal();
  const { rows } = await world.pool.query<{ position: number }>('select position from log_head');
  return rows[0]!.position;
}
