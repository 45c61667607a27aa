// Applications over HTTP: who registers one, who may speak for it, where it shows up, and what happens to what it has and
// asks for when it changes hands or goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyName } from '../cast.ts';
import { resourceInto } from '../cast.ts';
import { consequencesOf } from '../drawn-consequences.ts';
import { logged, typesOf } from '../log-entries.ts';
import { openWorld, type World } from '../world.ts';

const reports = { id: 'reports', team: 'analytics', name: 'Report builder', tags: [] as string[] };

const put = (
  world: World,
  who: KeyName,
  application: { id: string } & Record<string, unknown>,
  headers = {},
) => world.as(who).put(`/api/applications/${application.id}`, application, headers);

/** The report builder of analytics, and what Alice asks for it. */
async function openReports(): Promise<World> {
  const world = await openWorld();
  assert.equal((await put(world, 'analytics-key', reports)).status, 200);
  return world;
}

const ask = (
  world: World,
  id: string,
  consumer: object,
  who: KeyName = 'alice',
  resource = 'orders/latest',
) => world.as(who).post('/api/access', { id, resource, purpose: 'Figures of the week', consumer });

const codeOf = ({ status, body }: { status: number; body?: { code?: string } }) => body?.code ?? status;

const stateOf = async (world: World, id: string) =>
  (await world.as('organization').get(`/api/access/${id}`)).body.approval.state;

test('an application is given back as it is understood, and the log says who registered it', async () => {
  await using world = await openWorld();
  const sent = {
    ...reports,
    description: null,
    tags: undefined,
    custom: { databaseRole: 'bi', nested: { kept: [1] } },
  };
  const answer = await put(world, 'analytics-key', sent);
  assert.deepEqual([answer.status, answer.text], [200, '']);
  const { text, headers } = await world.as('eve').get('/api/applications/reports');
  const { description: _, ...said } = sent;
  assert.equal(text, JSON.stringify({ ...reports, custom: said.custom }));
  assert.equal(headers['etag'], '"1"');

  const [created] = await logged(world, 'reports');
  assert.equal(created!.type, 'application.created');
  assert.deepEqual(created!.body.actor, { type: 'team-key', id: 'key-analytics-key', person: 'alice' });
  assert.deepEqual(created!.body.after, { owner: 'analytics' });
  assert.deepEqual(created!.body.data.changed, ['custom', 'id', 'name', 'tags', 'team']);
  assert.equal((await put(world, 'dan', { ...sent, tags: [] })).status, 200);
  assert.deepEqual(await typesOf(world, 'reports'), ['application.created'], 'the same twice says nothing');
  await put(world, 'dan', { ...sent, name: 'Reports' });
  assert.deepEqual((await logged(world, 'reports')).at(-1)!.body.data.changed, ['name']);
});

test('owners of the team, its key and who runs the installation write it; others do not', async () => {
  await using world = await openWorld();
  const cart = { id: 'cart', team: 'checkout', name: 'Cart' };
  let nth = 0;
  const written = async (who: KeyName, application = cart) =>
    codeOf(await put(world, who, { ...application, name: `Cart ${nth++}` }));
  for (const who of ['bob', 'grace', 'checkout-key', 'organization', 'dan'] as const)
    assert.equal(await written(who), 200, who);
  for (const who of ['carol', 'alice', 'eve', 'analytics-key'] as const)
    assert.equal(await written(who), 'not_an_owner', who);
  assert.equal(await written('ivy'), 'auditor_reads_only');
  assert.equal(await written('checkout-reads'), 'read_only');
  assert.equal(
    await written('bob', { ...cart, team: 'analytics' }),
    'not_an_owner',
    'giving away takes both',
  );
  assert.equal(
    await written('analytics-key', { ...cart, team: 'analytics' }),
    'not_an_owner',
    'and so does taking',
  );
  assert.equal((await world.as('eve').get('/api/applications/cart')).body.team, 'checkout');
  assert.equal(codeOf(await world.as('carol').delete('/api/applications/cart')), 'not_an_owner');
  assert.equal(codeOf(await world.as('bob').delete('/api/applications/cart')), 200);
});

test('what is wrong with it is said field by field and changes nothing', async () => {
  await using world = await openWorld();
  const fieldsOf = async (application: object, status = 400) => {
    const answer = await world.as('organization').put('/api/applications/reports', application);
    assert.equal(answer.status, status, answer.text);
    return answer.body.violations.map(({ field }: { field: string }) => field);
  };
  assert.deepEqual(await fieldsOf({}), ['team', 'name']);
  assert.deepEqual(await fieldsOf({ ...reports, id: 'other' }), ['id']);
  assert.deepEqual(await fieldsOf({ ...reports, name: ' ', tags: 'bi', custom: [] }), [
    'name',
    'tags',
    'custom',
  ]);
  assert.deepEqual(await fieldsOf({ ...reports, name: 'x'.repeat(501) }), ['name']);
  assert.deepEqual(
    await fieldsOf({ ...reports, owner: 'analytics' }),
    ['owner'],
    'a misspelt field is no silence',
  );
  assert.deepEqual(await fieldsOf({ ...reports, team: 'nobody' }, 422), ['team']);
  const slashed = await world.as('organization').put('/api/applications/a%2Fb', { ...reports, id: 'a/b' });
  assert.equal(slashed.status, 400);
  assert.deepEqual(await typesOf(world), []);
});

test('a writer who names the version it has seen overwrites nobody', async () => {
  await using world = await openReports();
  const write = (name: string) => put(world, 'dan', { ...reports, name }, { 'if-match': '"1"' });
  assert.equal((await write('Reports')).status, 200);
  assert.equal(codeOf(await write('Figures')), 'version_mismatch');
  assert.equal((await world.as('eve').get('/api/applications/reports')).body.name, 'Reports');
});

test('the list is filtered by team, words and tags, and read by key', async () => {
  await using world = await openReports();
  await put(world, 'dan', {
    id: 'cart',
    team: 'checkout',
    name: 'Cart',
    description: 'Sells',
    tags: ['shop', 'web'],
  });
  await put(world, 'dan', { id: 'till', team: 'checkout', name: 'Till', tags: ['shop'] });
  const idsFor = async (query: string) =>
    (await world.as('eve').get(`/api/applications?${query}`)).body.map(({ id }: { id: string }) => id);
  assert.deepEqual(await idsFor(''), ['reports', 'cart', 'till']);
  assert.deepEqual(await idsFor('team=checkout'), ['cart', 'till']);
  assert.deepEqual(await idsFor('team=checkout&team=analytics&q=bui'), ['reports']);
  assert.deepEqual(await idsFor('q=sell'), ['cart']);
  assert.deepEqual(await idsFor('tag=shop&tag=web'), ['cart']);
  assert.deepEqual(await idsFor('team=nobody'), []);

  await world.pool.query(`insert into application (id, owner_team, name, document)
    select 'a' || n, 'platform', 'A', json_build_object('id', 'a' || n, 'team', 'platform', 'name', 'A', 'tags', json_build_array()) from generate_series(1, 1003) n`);
  const first = await world.as('eve').get('/api/applications?team=platform');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers['link']!)![1]!;
  const second = await world.as('eve').get(next);
  assert.equal(second.text, (await world.as('eve').get('/api/applications?team=platform&p=1')).text);
  assert.deepEqual([first.body.length, second.body.length, second.headers['link']], [1000, 3, undefined]);
});

test('a member of its team asks for it, as itself, and everybody reads its name', async () => {
  await using world = await openReports();
  assert.equal((await ask(world, 'a1', { applicationId: 'reports' })).status, 201);
  const { consumer, approval } = (await world.as('bob').get('/api/access/a1')).body;
  assert.deepEqual(consumer, { teamId: 'analytics', applicationId: 'reports' });
  assert.deepEqual(approval.consumer, { id: 'reports', kind: 'application', name: 'Report builder' });
  assert.equal(codeOf(await ask(world, 'a2', { applicationId: 'reports' }, 'eve')), 'not_your_side');
  // What a connector got it puts back whole.
  const whole = (await world.as('organization').get('/api/access/a1')).body;
  assert.equal((await world.as('organization').put('/api/access/a1', whole)).status, 200);
  const listed = async (query: string) =>
    (await world.as('bob').get(`/api/access?${query}`)).body.map(({ id }: { id: string }) => id);
  await ask(world, 'of-team', { teamId: 'analytics' });
  assert.deepEqual(await listed('consumerApplicationId=reports'), ['a1']);
  assert.deepEqual(await listed('consumerType=application'), ['a1']);
  assert.deepEqual(await listed('consumerTeamId=analytics'), ['a1', 'of-team']);
});

test('an application that nobody has registered is refused and never taken for its team', async () => {
  await using world = await openReports();
  const refusal = async (consumer: object) => {
    const { status, body } = await ask(world, 'a1', consumer);
    return [status, body.code, body.violations[0].field];
  };
  const unknown = [422, 'consumer_unknown', 'consumer.applicationId'];
  assert.deepEqual(await refusal({ teamId: 'analytics', applicationId: 'nothing' }), unknown);
  await world.as('dan').delete('/api/applications/reports');
  assert.deepEqual(await refusal({ applicationId: 'reports' }), unknown, 'nor is one that is gone');
  for (const two of [{ dataProductId: 'orders' }, { userId: 'alice@fernlane.example' }])
    assert.deepEqual(await refusal({ applicationId: 'reports', ...two }), [
      422,
      'consumer_unknown',
      'consumer',
    ]);
  const put = await world.as('organization').put('/api/access/a1', {
    info: { purpose: 'Figures' },
    provider: { dataProductId: 'orders', outputPortId: 'latest' },
    consumer: { teamId: 'analytics', applicationId: 'nothing' },
  });
  assert.equal(codeOf(put), 'consumer_unknown');
  assert.equal((await world.as('dan').get('/api/access/a1')).status, 404);
  assert.equal((await ask(world, 'a1', { teamId: 'analytics', applicationId: 'unknown' })).status, 201);
  assert.equal((await world.as('bob').get('/api/access/a1')).body.consumer.applicationId, undefined);
});

test('Alice is offered the applications of her team after its products, page by page', async () => {
  await using world = await openReports();
  await put(world, 'dan', { id: 'dash', team: 'analytics', name: 'Dashboards' });
  await put(world, 'dan', { id: 'cart', team: 'checkout', name: 'Cart' });
  for (const id of ['churn', 'basket'])
    await world.as('organization').put(`/api/dataproducts/${id}`, {
      dataProductSpecification: '0.0.1',
      id,
      info: { title: id, owner: 'analytics' },
    });
  const choices = async (query = '') => (await world.as('alice').get(`/api/me/consumers${query}`)).body;
  const namesOf = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
  const all = await choices();
  assert.deepEqual(namesOf(all), ['Alice', 'Analytics', 'churn', 'basket', 'Report builder', 'Dashboards']);
  assert.deepEqual(all.items[4], {
    kind: 'application',
    name: 'Report builder',
    team: 'analytics',
    consumer: { applicationId: 'reports' },
  });
  assert.deepEqual(namesOf(await choices('?q=build')), ['Report builder']);
  const parts: string[] = [];
  for (let after: number | null | undefined; after !== null;) {
    const page = await choices(`?limit=1${after === undefined ? '' : `&after=${after}`}`);
    parts.push(...namesOf(page));
    after = page.next;
  }
  assert.deepEqual(parts, namesOf(all));
  await world.as('dan').delete('/api/applications/dash');
  assert.ok(!namesOf(await choices()).includes('Dashboards'));
});

test('what it has counts as what its team has, and an approver reads its name', async () => {
  await using world = await openReports();
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await ask(world, 'a1', { applicationId: 'reports' });
  await world.as('bob').post('/api/access/a1/approve');
  const idsAt = async (who: KeyName, address: string) =>
    (await world.as(who).get(address)).body.items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await idsAt('alice', '/api/me/access'), ['a1']);
  assert.deepEqual(await idsAt('bob', '/api/teams/analytics/access'), ['a1']);
  assert.deepEqual(await idsAt('bob', '/api/resources/orders%2Flatest/access'), ['a1']);
  const [mine] = (await world.as('alice').get('/api/catalog?access=live')).body.items;
  assert.deepEqual(
    [mine.id, mine.mine],
    ['orders/latest', { live: true, waiting: false, agreements: { live: 'a1' } }],
  );

  await ask(world, 'a2', { teamId: 'analytics' }, 'alice', 'payments/ledger');
  const { context } = (await world.as('bob').get('/api/access/a2?include=context')).body.approval;
  assert.deepEqual(
    context.held.map((one: { access: string; consumer: object; consumerName: string }) => [
      one.access,
      one.consumer,
      one.consumerName,
    ]),
    [['a1', { teamId: 'analytics', applicationId: 'reports' }, 'Report builder']],
  );
});

test('it is not deleted while it has access, and what it asked for is withdrawn', async () => {
  await using world = await openReports();
  const drawn = consequencesOf(world);
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await ask(world, 'runs', { applicationId: 'reports' });
  await ask(world, 'waits', { applicationId: 'reports' }, 'alice', 'payments/ledger');
  await ask(world, 'of-team', { teamId: 'analytics' }, 'alice', 'payments/ledger');
  await world.as('bob').post('/api/access/runs/approve');
  const remove = async () => codeOf(await world.as('analytics-key').delete('/api/applications/reports'));
  assert.equal(await remove(), 'in_use');
  await world.as('alice').post('/api/access/runs/cancel');
  assert.equal(await remove(), 200);
  assert.equal(await remove(), 'application_not_found');
  assert.equal(
    codeOf(await world.as('bob').post('/api/access/waits/approve')),
    'consumer_unknown',
    'even at once',
  );
  await drawn.settle();
  assert.deepEqual(
    [await stateOf(world, 'runs'), await stateOf(world, 'waits'), await stateOf(world, 'of-team')],
    ['Revoked', 'Withdrawn', 'Pending'],
  );
  assert.deepEqual(drawn.alarms, []);
  assert.equal(
    (await world.as('bob').get('/api/access/waits')).body.approval.consumer.name,
    'Report builder',
  );
  assert.deepEqual((await logged(world, 'reports')).at(-1)!.body.before, { owner: 'analytics' });
});

test('its entries in the log are for its team and for those who audit', async () => {
  await using world = await openReports();
  await world.seal();
  const status = async (who: KeyName) => (await world.as(who).get('/api/log?subject=reports')).status;
  assert.deepEqual([await status('alice'), await status('ivy'), await status('bob')], [200, 200, 403]);
});

test('a team that owns one is not deleted', async () => {
  await using world = await openWorld();
  await world.as('organization').put('/api/teams/sale', { id: 'sale', name: 'Sale', type: 'Team' });
  await put(world, 'dan', { id: 'coupons', team: 'sale', name: 'Coupons' });
  const { body } = await world.as('dan').delete('/api/teams/sale');
  assert.deepEqual(
    [body.code, body.detail],
    ['in_use', 'The team owns applications. Give those to another team first, or delete them.'],
  );
  await world.as('dan').delete('/api/applications/coupons');
  assert.equal((await world.as('dan').delete('/api/teams/sale')).status, 200);
});

test('it takes what it has and asks for to another team, whose rules count from then on', async () => {
  await using world = await openReports();
  const drawn = consequencesOf(world);
  await resourceInto(world.pool, 'payments/ledger', 'checkout');
  await ask(world, 'runs', { applicationId: 'reports' });
  await world.as('bob').post('/api/access/runs/approve');
  await ask(world, 'waits', { applicationId: 'reports' }, 'alice', 'payments/ledger');
  const trust = { strategy: 'Simple', trusted: ['partner-desk'] };
  assert.equal((await world.as('bob').put('/api/resources/payments%2Fledger/policy', trust)).status, 200);
  await drawn.settle();
  assert.equal(await stateOf(world, 'waits'), 'Pending');
  assert.equal((await put(world, 'organization', { ...reports, team: 'partner-desk' })).status, 200);
  assert.deepEqual((await world.as('dan').get('/api/access/runs')).body.consumer, {
    teamId: 'partner-desk',
    applicationId: 'reports',
  });
  await drawn.settle();
  assert.equal(await stateOf(world, 'waits'), 'Granted');
  const { before, after } = (await logged(world, 'reports')).at(-1)!.body;
  assert.deepEqual([before, after], [{ owner: 'analytics' }, { owner: 'partner-desk' }]);
});

test('a name that another team takes up later is not renewed by the team that had it', async () => {
  await using world = await openReports();
  await ask(world, 'a1', { applicationId: 'reports' });
  await world.as('bob').post('/api/access/a1/approve');
  await world.as('alice').post('/api/access/a1/cancel');
  await world.as('dan').delete('/api/applications/reports');
  const renew = async (who: KeyName) =>
    codeOf(await world.as(who).post('/api/access/a1/renew', { duration: '3d' }));
  assert.equal(await renew('alice'), 'consumer_unknown');
  await put(world, 'dan', { ...reports, team: 'partner-desk' });
  assert.equal(await renew('alice'), 'not_your_side');
});
