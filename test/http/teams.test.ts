// Teams over HTTP: what the Entropy API's clients rely on, the tree, who may write, and what decisions see of a change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teamAnswer } from '../../src/adapters/http/wire/catalog.ts';
import { emailOf } from '../cast.ts';
import { fernlane } from '../fernlane.ts';
import { logged, typesOf } from '../log-entries.ts';
import { tally } from '../tally.ts';
import { openWorld, type World } from '../world.ts';

const team = (id: string, more: object = {}) => ({ id, name: id, type: 'Team', ...more });

const versionOf = async (world: World, id: string) =>
  Number((await world.as('dan').get(`/api/teams/${id}`)).headers['etag']!.replaceAll('"', ''));

test('a team is given back as it was sent, with roles in the words of its source', async () => {
  await using world = await openWorld();
  const sent = {
    ...fernlane('Team', 'fulfilment'),
    type: 'domain team',
    extra: { kept: [1, { deep: true }] },
    description: null,
    members: [
      { emailAddress: 'Frank@Fernlane.example', role: 'Steward' },
      { emailAddress: 'ALICE@fernlane.example' },
    ],
  };
  const put = await world.as('organization').put('/api/teams/fulfilment', sent);
  assert.deepEqual([put.status, put.text], [200, '']);
  assert.equal(put.headers['location-html'], 'http://countersign.test/teams/fulfilment');
  const { body } = await world.as('eve').get('/api/teams/fulfilment');
  const { description: _, ...shown } = sent;
  assert.deepEqual(body, {
    ...shown,
    type: 'Domain Team',
    members: [
      { emailAddress: 'Frank@Fernlane.example', role: 'Steward' },
      { emailAddress: emailOf('alice'), role: 'Member' },
    ],
  });
  assert.doesNotThrow(() => teamAnswer.parse(body));
});

test('the same team twice, in whatever order its members stand, is one entry and one version', async () => {
  await using world = await openWorld();
  const sent = fernlane('Team', 'checkout');
  const as = world.as('organization');
  await as.put('/api/teams/checkout', sent);
  const version = await versionOf(world, 'checkout');
  assert.equal((await as.put('/api/teams/checkout', sent)).status, 200);
  await as.put('/api/teams/checkout', { ...sent, members: sent.members.toReversed() });
  assert.equal(await versionOf(world, 'checkout'), version);
  assert.deepEqual(await typesOf(world, 'checkout'), ['team.updated']);
});

test('members and parents raise the version that decisions compare, and the log names people by id only', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const checkout = fernlane('Team', 'checkout');
  await as.put('/api/teams/checkout', checkout);
  const first = await versionOf(world, 'checkout');
  await as.put('/api/teams/checkout', { ...checkout, members: checkout.members.slice(0, 1) });
  const second = await versionOf(world, 'checkout');
  await as.put('/api/teams/checkout', {
    ...checkout,
    members: checkout.members.slice(0, 1),
    parent: 'platform',
  });
  assert.ok(first < second && second < (await versionOf(world, 'checkout')));
  const entries = await logged(world, 'checkout');
  assert.deepEqual(entries.at(-2)!.body.before.members, { bob: 'Owner', carol: 'Approver' });
  assert.deepEqual(entries.at(-2)!.body.after.members, { bob: 'Owner' });
  assert.deepEqual(
    [entries.at(-1)!.body.before.parent, entries.at(-1)!.body.after.parent],
    ['commerce', 'platform'],
  );
  assert.doesNotMatch(JSON.stringify(entries), /@/);
});

test('no team becomes its own ancestor, nor hangs below nothing, nor makes the tree too deep', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const codeOf = async (id: string, parent: string) => {
    const { status, body } = await as.put(`/api/teams/${id}`, team(id, { parent }));
    return [status, body?.code, body?.violations?.[0]?.field];
  };
  assert.deepEqual(await codeOf('commerce', 'checkout'), [422, 'team_cycle', 'parent']);
  assert.deepEqual(await codeOf('commerce', 'commerce'), [422, 'team_cycle', 'parent']);
  assert.deepEqual(await codeOf('commerce', 'nowhere'), [422, 'reference_unknown', 'parent']);
  assert.deepEqual(await codeOf('newborn', 'newborn'), [422, 'reference_unknown', 'parent']);
  for (let level = 1; level <= 31; level++)
    assert.equal((await codeOf(`level${level}`, level === 1 ? 'platform' : `level${level - 1}`))[0], 200);
  assert.deepEqual(await codeOf('level32', 'level31'), [400, 'invalid_field', 'parent']);
  assert.deepEqual(await codeOf('platform', 'commerce'), [400, 'invalid_field', 'parent']);
});

test('two moves at the same moment that would make a circle leave none', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  for (let round = 0; round < 10; round++) {
    const [one, other] = [`one${round}`, `other${round}`];
    await as.put(`/api/teams/${one}`, team(one));
    await as.put(`/api/teams/${other}`, team(other));
    const answers = await Promise.all([
      as.put(`/api/teams/${one}`, team(one, { parent: other })),
      as.put(`/api/teams/${other}`, team(other, { parent: one })),
    ]);
    assert.deepEqual(tally(answers.map((answer) => answer.status)), { 200: 1, 422: 1 });
  }
});

test('owners, also of a team above, and the team key edit a team, but not its place in the tree', async () => {
  await using world = await openWorld();
  const checkout = fernlane('Team', 'checkout');
  let nth = 0;
  const edit = async (who: Parameters<World['as']>[0], more: object = {}) => {
    const answer = await world
      .as(who)
      .put('/api/teams/checkout', { ...checkout, description: `${nth++}`, ...more });
    return answer.body?.code ?? answer.status;
  };
  await world.as('organization').put('/api/teams/checkout', checkout);
  for (const who of ['bob', 'grace', 'checkout-key', 'dan', 'organization'] as const)
    assert.equal(await edit(who), 200);
  for (const who of ['carol', 'alice', 'eve', 'analytics-key'] as const)
    assert.equal(await edit(who), 'not_an_owner');
  assert.equal(await edit('ivy'), 'auditor_reads_only');
  assert.equal(await edit('checkout-reads'), 'read_only');
  assert.equal(await edit('bob', { parent: 'platform' }), 'not_permitted');
  assert.equal(await edit('checkout-key', { parent: null }), 'not_permitted');
  assert.equal((await world.as('bob').put('/api/teams/own', team('own'))).body.code, 'not_permitted');
  assert.equal((await world.as('bob').delete('/api/teams/checkout')).status, 403);
});

test('a team that owns something, stands above one or is named in a policy is not deleted', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const refusal = async (id: string) => {
    const { status, body } = await as.delete(`/api/teams/${id}`);
    return [status, body?.code, body?.detail];
  };
  const offered = async (id: string) => {
    const { body } = await as.get(`/api/teams/${id}/roster`);
    return body.actions.delete.reason;
  };
  const below = 'The team has teams below it. Move or delete those first.';
  assert.deepEqual(await refusal('commerce'), [422, 'in_use', below]);
  assert.equal(await offered('commerce'), below, 'whoever could delete it is told before');
  const owns = 'The team owns data products. Give those to another team first, or delete them.';
  assert.deepEqual(await refusal('checkout'), [422, 'in_use', owns]);
  const german = await as.get('/api/teams/checkout/roster', undefined, { 'accept-language': 'de' });
  assert.match(german.body.actions.delete.reason, /^Dem Team gehören Datenprodukte\./);
  for (const [field, value] of [
    ['trusted', ['analytics']],
    ['approvers', { teams: ['analytics'] }],
    ['fallback', { teams: ['analytics'] }],
  ]) {
    await world
      .as('bob')
      .put('/api/resources/orders%2Flatest/policy', { strategy: 'Simple', [field as string]: value });
    assert.deepEqual(await refusal('analytics'), [
      422,
      'in_use',
      'The team is named in the policy of orders/latest. Take it out there first.',
    ]);
    assert.match(await offered('analytics'), /policy of orders.latest/);
  }
  await world.as('bob').put('/api/resources/orders%2Flatest/policy', { strategy: 'Simple' });
  assert.equal((await world.as('analytics-key').get('/api/teams')).status, 200);
  assert.equal(await offered('analytics'), undefined);
  assert.deepEqual(await refusal('analytics'), [200, undefined, undefined]);
  assert.equal((await as.get('/api/teams/analytics')).status, 404);
  assert.equal((await world.as('analytics-key').get('/api/teams')).status, 403, 'its keys end with it');
  assert.deepEqual(await refusal('analytics'), [404, 'team_not_found', 'There is no team "analytics".']);
  await as.put('/api/teams/analytics', team('analytics'));
  assert.deepEqual(
    (await as.get('/api/teams/analytics')).body.members,
    [],
    'who was in it is not in it again',
  );
  assert.deepEqual(await typesOf(world, 'analytics'), ['team.deleted', 'team.created']);
});

test('teams are found by the address of somebody who was put into them', async () => {
  await using world = await openWorld();
  const idsFor = async (email: string) =>
    (await world.as('alice').get(`/api/teams?email=${encodeURIComponent(email)}`)).body.map(
      (one: { id: string }) => one.id,
    );
  assert.deepEqual(await idsFor('BOB@fernlane.EXAMPLE'), ['checkout']);
  assert.deepEqual(await idsFor(emailOf('grace')), ['commerce'], 'teams below are not included');
  assert.deepEqual(await idsFor('nobody@fernlane.example'), []);
});

test('a thousand teams a page, by number as existing clients count or by the Link header', async () => {
  await using world = await openWorld();
  await world.pool.query(
    `insert into team (id, name, document) select 't' || n, 't', json_build_object('id', 't' || n, 'name', 't', 'type', 'Team') from generate_series(1, 1500) n`,
  );
  const as = world.as('alice');
  const first = await as.get('/api/teams');
  assert.equal(first.body.length, 1000);
  assert.match(first.headers['link']!, /^<http:\/\/[^>]+[?&]p=1[^>]*>; rel="next"$/);
  assert.deepEqual((await as.get('/api/teams?p=0')).text, first.text);
  const byNumber = await as.get('/api/teams?p=1');
  const byLink = await as.get(/<([^>]+)>/.exec(first.headers['link']!)![1]!);
  assert.equal(byNumber.body.length, 505);
  assert.equal(byLink.text, byNumber.text);
  assert.equal(byNumber.headers['link'], undefined);
  const ids = [...first.body, ...byNumber.body].map((one: { id: string }) => one.id);
  assert.equal(new Set(ids).size, 1505);
  assert.deepEqual((await as.get('/api/teams?p=2')).body, []);
  assert.equal((await as.get('/api/teams?p=-1')).status, 400);
  assert.equal((await as.get('/api/teams?p=many')).status, 400);
});

test('what is wrong with a team is said field by field and changes nothing', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const fieldsOf = async (body: unknown, id = 'newborn') => {
    const answer = await as.put(`/api/teams/${encodeURIComponent(id)}`, body);
    assert.equal(answer.status, 400, answer.text);
    assert.match(answer.headers['content-type']!, /^application\/problem\+json/);
    return answer.body.violations.map((violation: { field: string }) => violation.field);
  };
  assert.deepEqual(await fieldsOf({ type: 'Gang', members: [{ emailAddress: 'no address' }] }), [
    'name',
    'type',
    'members[0].emailAddress',
  ]);
  assert.deepEqual(await fieldsOf(team('another')), ['id']);
  assert.deepEqual(
    await fieldsOf(
      team('newborn', {
        members: [
          { emailAddress: emailOf('bob'), role: 'Owner' },
          { emailAddress: 'BOB@fernlane.example', role: 'Member' },
        ],
      }),
    ),
    ['members[1].emailAddress'],
  );
  assert.equal((await as.put('/api/teams/newborn', '[]')).status, 400);
  assert.equal((await as.put('/api/teams/newborn')).status, 400);
  assert.equal((await as.put('/api/teams/newborn', '{"name":')).status, 400);
  assert.deepEqual(await typesOf(world, 'newborn'), []);
  assert.equal((await as.get('/api/teams/newborn')).status, 404);
});

test('a new team that several pipelines put at the same moment comes into being once', async () => {
  await using world = await openWorld();
  const sent = fernlane('Team', 'customer-care');
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.as('organization').put('/api/teams/customer-care', sent)),
  );
  assert.deepEqual(tally(answers.map((answer) => answer.status)), { 200: 8 });
  assert.deepEqual(await typesOf(world, 'customer-care'), ['team.created']);
  const { rows } = await world.pool.query(`select count(*) from person where email like 'heidi@%'`);
  assert.equal(rows[0].count, 1);
});

test('an Idempotency-Key makes a repeated PUT do nothing, and another body with it is refused', async () => {
  await using world = await openWorld();
  const as = world.as('organization');
  const key = { 'idempotency-key': 'k1' };
  const put = (description: string, headers = {}) =>
    as.put('/api/teams/newborn', team('newborn', { description }), headers);
  assert.equal((await put('first', key)).status, 200);
  assert.equal((await put('second')).status, 200);
  assert.equal((await put('first', key)).status, 200);
  assert.equal((await as.get('/api/teams/newborn')).body.description, 'second');
  assert.equal((await put('third', key)).body.code, 'idempotency_key_reused');
});
