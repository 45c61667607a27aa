// Policies over HTTP: how they are written and read, who may set them, what contradicts itself, and the second owner that
// loosening a FourEyes resource takes (design 3.3, rule 9).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { policyAnswer } from '../../src/adapters/http/wire/policy-shapes.ts';
import { emailOf, type KeyName } from '../cast.ts';
import { fernlane, type Document } from '../fernlane.ts';
import { logged, typesOf } from '../log-entries.ts';
import { openWorld, type World } from '../world.ts';

const address = '/api/resources/orders%2Flatest/policy';
const put = (world: World, who: KeyName, policy: object, headers: Record<string, string> = {}) =>
  world.as(who).put(address, policy, headers);
const shown = async (world: World) => (await world.as('eve').get(address)).body;

/** Bob and Grace own checkout, Grace by owning the team above; Carol approves. */
async function fourEyes(): Promise<World> {
  const world = await openWorld();
  assert.equal((await put(world, 'bob', { strategy: 'FourEyes' })).status, 200);
  return world;
}

test('a policy is given back as it can be written, in sentences, and with who would decide', async () => {
  await using world = await openWorld();
  const written = {
    strategy: 'FourEyes',
    trusted: ['analytics'],
    ownTeam: 'ask',
    approvers: { people: [emailOf('dan')], teams: ['checkout'] },
    fallback: { people: [], teams: ['platform'] },
    durations: ['8h', '30d'],
    defaultDuration: '30d',
    maximumDuration: '90d',
    deadline: '14d',
    purposeByPerson: true,
    endSessions: true,
    inBrowser: true,
  };
  const answer = await put(world, 'bob', { ...written, durations: ['P30D', 'PT8H'], deadline: '2w' });
  assert.deepEqual([answer.status, answer.text, answer.headers['etag']], [200, '', '"2"']);
  assert.equal(answer.headers['location-html'], 'http://countersign.test/resources/orders%2Flatest/policy');
  const policy = await shown(world);
  assert.doesNotThrow(() => policyAnswer.parse(policy));
  for (const [field, value] of Object.entries(written)) assert.deepEqual(policy[field], value, field);
  const bob = { type: 'person', id: 'bob', email: emailOf('bob'), name: 'Bob' };
  assert.deepEqual([policy.strategySetBy, policy.trustedSetBy], [bob, { analytics: bob }]);
  assert.deepEqual(policy.sentences, [
    'Two different people have to allow it: Dan and whoever decides for checkout.',
    'checkout itself has to ask as well.',
    'Granted at once to analytics, who are trusted.',
    'Where too few of them may decide, it goes to whoever decides for platform.',
    'It can be asked for 8 hours or 30 days.',
    'Without a named end it lasts 30 days.',
    'It lasts 90 days at most.',
    'A request waits 14 days at most.',
    'The purpose has to be written by a person.',
    'It is decided in the browser only, not in chat or mail.',
    'Running sessions end with the access.',
  ]);
  assert.deepEqual(
    policy.whoWouldDecide.people.map((one: Document) => one.person),
    ['bob', 'carol', 'dan', 'grace'],
  );
  assert.deepEqual([policy.whoWouldDecide.needed, policy.warning, policy.proposal], [2, null, null]);
});

test('what was read can be sent back and changes nothing', async () => {
  await using world = await openWorld();
  await put(world, 'bob', { strategy: 'Simple', trusted: ['analytics'], maximumDuration: '90d' });
  assert.equal((await shown(world)).defaultDuration, 'none', 'what has no named end lasts as long as it may');
  const before = await logged(world);
  assert.equal((await put(world, 'grace', await shown(world))).status, 200);
  assert.equal(
    (await put(world, 'grace', { ...(await shown(world)), trusted: ['analytics', 'analytics'] })).status,
    200,
  );
  assert.deepEqual(await logged(world), before);
});

test('whoever leaves a part as it was did not set it', async () => {
  await using world = await openWorld();
  await put(world, 'bob', { strategy: 'Auto', trusted: ['analytics'] });
  await put(world, 'grace', { strategy: 'Auto', trusted: ['analytics', 'platform'] });
  const policy = await shown(world);
  assert.equal(policy.strategySetBy.id, 'bob');
  assert.deepEqual([policy.trustedSetBy.analytics.id, policy.trustedSetBy.platform.id], ['bob', 'grace']);
  const { body } = (await logged(world, 'orders/latest')).at(-1)!;
  assert.deepEqual(
    [body.before.trusted.length, body.after.trusted.length, body.data.loosens],
    [1, 2, ['trusted team platform']],
  );
});

test('owners and their team key set policies; who runs the installation does not', async () => {
  await using world = await openWorld();
  let nth = 1;
  const codeFor = async (who: KeyName) => {
    const { status, body } = await put(world, who, { strategy: 'Simple', deadline: `${nth++}d` });
    return body?.code ?? status;
  };
  for (const who of ['bob', 'grace', 'checkout-key', 'organization'] as const)
    assert.equal(await codeFor(who), 200, who);
  for (const who of ['dan', 'carol', 'alice', 'eve', 'analytics-key'] as const)
    assert.equal(await codeFor(who), 'not_an_owner', who);
  assert.equal(await codeFor('ivy'), 'auditor_reads_only');
  assert.equal(await codeFor('checkout-reads'), 'read_only');
  await world.as('dan').put('/api/organization/settings', { organizationKeysDecide: false });
  assert.equal(await codeFor('organization'), 'keys_do_not_decide');
  const { strategySetBy } = (await put(world, 'checkout-key', { strategy: 'Auto' }), await shown(world));
  assert.deepEqual(strategySetBy, { type: 'team-key', id: 'key-checkout-key', team: 'checkout' });
});

test('an ETag that is not the present one changes nothing', async () => {
  await using world = await openWorld();
  const etag = (await world.as('bob').get(address)).headers['etag']!;
  assert.equal((await put(world, 'bob', { strategy: 'Auto' }, { 'if-match': etag })).status, 200);
  const stale = await put(world, 'grace', { strategy: 'Simple' }, { 'if-match': etag });
  assert.deepEqual([stale.status, stale.body.code], [412, 'version_mismatch']);
  assert.equal((await shown(world)).strategy, 'Auto');
});

test('loosening a FourEyes policy is a proposal until another owner sends the same', async () => {
  await using world = await fourEyes();
  const looser = { strategy: 'Simple', trusted: ['analytics'] };
  const first = await put(world, 'bob', looser);
  assert.deepEqual(
    [first.status, first.body.status, first.body.loosens],
    [202, 'proposed', ['strategy', 'trusted team analytics']],
  );
  assert.equal((await shown(world)).strategy, 'FourEyes');
  assert.equal((await shown(world)).proposal.by.email, emailOf('bob'));

  assert.equal((await put(world, 'bob', looser)).status, 202, 'the same person twice is one person');
  assert.equal((await put(world, 'checkout-key', looser)).status, 202, 'a key is no second owner');
  assert.equal((await put(world, 'bob', looser)).status, 202);
  assert.equal((await put(world, 'carol', looser)).status, 403, 'an approver is no owner');
  assert.equal(
    (await put(world, 'grace', { ...looser, trusted: [] })).status,
    202,
    'something else is another proposal',
  );
  assert.equal((await shown(world)).proposal.by.id, 'grace');
  assert.equal((await put(world, 'bob', looser)).status, 202);

  const second = await put(world, 'grace', looser);
  assert.deepEqual([second.status, second.text], [200, '']);
  const policy = await shown(world);
  assert.deepEqual([policy.strategy, policy.trusted, policy.proposal], ['Simple', ['analytics'], null]);
  const changed = (await logged(world, 'orders/latest')).at(-1)!;
  assert.equal(changed.type, 'policy.changed');
  assert.deepEqual([changed.body.actor.id, changed.body.data.proposedBy.id], ['grace', 'bob']);
});

test('tightening waits for nobody, and voids what was proposed before', async () => {
  await using world = await fourEyes();
  assert.equal((await put(world, 'bob', { strategy: 'Simple' })).status, 202);
  assert.equal(
    (await put(world, 'bob', { strategy: 'FourEyes', ownTeam: 'ask', inBrowser: true })).status,
    200,
  );
  assert.equal((await shown(world)).proposal, null);
  assert.equal(
    (await put(world, 'grace', { strategy: 'Simple' })).status,
    202,
    'Bob’s proposal was about another policy',
  );
  assert.equal((await shown(world)).strategy, 'FourEyes');
});

test('every way of loosening a FourEyes policy takes the second owner', async () => {
  await using world = await openWorld();
  const strict = {
    strategy: 'FourEyes',
    ownTeam: 'ask',
    maximumDuration: '30d',
    defaultDuration: '7d',
    inBrowser: true,
    purposeByPerson: true,
  };
  await put(world, 'bob', strict);
  const looser: object[] = [
    { strategy: 'Auto' },
    { strategy: 'Simple' },
    { strategy: 'External', external: { key: 'key-pipeline', name: 'Jira' } },
    { trusted: ['partner-desk'] },
    { ownTeam: 'auto' },
    { approvers: { people: [emailOf('eve')] } },
    { fallback: { teams: ['partner-desk'] } },
    { maximumDuration: '60d' },
    { maximumDuration: null },
    { defaultDuration: '30d' },
    { inBrowser: false },
    { purposeByPerson: false },
  ];
  for (const change of looser)
    assert.equal((await put(world, 'bob', { ...strict, ...change })).status, 202, JSON.stringify(change));
  assert.deepEqual(
    (await typesOf(world, 'orders/latest')).filter((type) => type === 'policy.changed').length,
    1,
  );
});

test('an owner who is none any more has proposed nothing', async () => {
  await using world = await fourEyes();
  await put(world, 'bob', { strategy: 'Simple' });
  await world.as('organization').put('/api/teams/checkout', {
    ...fernlane('Team', 'checkout'),
    members: [{ emailAddress: emailOf('carol'), role: 'Owner' }],
  });
  assert.equal((await put(world, 'grace', { strategy: 'Simple' })).status, 202);
  assert.equal((await put(world, 'carol', { strategy: 'Simple' })).status, 200);
});

test('a proposal can be taken back by an owner', async () => {
  await using world = await fourEyes();
  await put(world, 'bob', { strategy: 'Simple' });
  assert.equal((await world.as('alice').delete(`${address}/proposal`)).body.code, 'not_an_owner');
  assert.equal((await world.as('grace').delete(`${address}/proposal`)).status, 200);
  assert.equal((await shown(world)).proposal, null);
  assert.equal((await world.as('grace').delete(`${address}/proposal`)).status, 200);
  assert.equal((await put(world, 'grace', { strategy: 'Simple' })).status, 202);
  assert.deepEqual((await typesOf(world, 'orders/latest')).slice(1), [
    'policy.proposed',
    'policy.proposal_withdrawn',
    'policy.proposed',
  ]);
});

test('two owners who agree at the same moment change it once', async () => {
  await using world = await fourEyes();
  const answers = await Promise.all(
    (['bob', 'grace', 'bob', 'grace'] as const).map((who) => put(world, who, { strategy: 'Simple' })),
  );
  assert.ok(answers.every((answer) => answer.status === 200 || answer.status === 202));
  assert.equal((await shown(world)).strategy, 'Simple');
  const types = await typesOf(world, 'orders/latest');
  assert.deepEqual(types.slice(1), ['policy.proposed', 'policy.changed']);
});

test('a repeated Idempotency-Key answers a proposal as a proposal', async () => {
  await using world = await fourEyes();
  const key = { 'idempotency-key': 'once' };
  assert.equal((await put(world, 'bob', { strategy: 'Simple' }, key)).status, 202);
  assert.equal((await put(world, 'bob', { strategy: 'Simple' }, key)).status, 202);
  assert.deepEqual((await typesOf(world, 'orders/latest')).length, 2);
});

test('a policy that contradicts itself is refused, naming the field', async () => {
  await using world = await openWorld();
  const refusal = async (policy: object) => {
    const { status, body } = await put(world, 'bob', { strategy: 'Simple', ...policy });
    return [status, body?.code, body?.violations?.map((one: Document) => one.field).join()];
  };
  const malformed: [object, string][] = [
    [{ strategy: 'Sometimes' }, 'strategy'],
    [{ strategy: 'External' }, 'external'],
    [{ external: { key: 'key-pipeline', name: 'Jira' } }, 'external'],
    [{ ownTeam: 'maybe' }, 'ownTeam'],
    [{ deadline: 'soon' }, 'deadline'],
    [{ durations: [] }, 'durations'],
    [{ durations: ['91d'], maximumDuration: '90d' }, 'durations[0]'],
    [{ defaultDuration: '91d', maximumDuration: '90d' }, 'defaultDuration'],
    [{ approvers: {} }, 'approvers'],
    [{ approvers: { people: ['bob'] } }, 'approvers.people[0]'],
    [{ stratgey: 'Auto' }, 'stratgey'],
    [{ maximumDuration: '101w', deadline: '1000000d' }, 'deadline'],
  ];
  for (const [policy, field] of malformed)
    assert.deepEqual(await refusal(policy), [400, 'invalid_field', field]);
  const invalid: [object, string, string][] = [
    [{ durations: ['8h'], defaultDuration: '9h' }, 'policy_invalid', 'defaultDuration'],
    [{ deadline: '30s' }, 'policy_invalid', 'deadline'],
    [
      { strategy: 'External', external: { key: 'key-nobody', name: 'Jira' } },
      'policy_invalid',
      'external.key',
    ],
    [
      { strategy: 'External', external: { key: 'key-organization-reads', name: 'Jira' } },
      'policy_invalid',
      'external.key',
    ],
    [{ trusted: ['analytics', 'nobody'] }, 'reference_unknown', 'trusted[1]'],
    [{ approvers: { people: ['nobody@fernlane.example'] } }, 'reference_unknown', 'approvers.people[0]'],
    [{ fallback: { teams: ['nobody'] } }, 'reference_unknown', 'fallback.teams[0]'],
    [{ strategy: 'Auto', followsDocument: true }, 'policy_invalid', 'followsDocument'],
  ];
  for (const [policy, code, field] of invalid) assert.deepEqual(await refusal(policy), [422, code, field]);
  assert.deepEqual(await typesOf(world), []);
  assert.equal(
    (await world.as('bob').put('/api/resources/nothing/policy', { strategy: 'Auto' })).status,
    404,
  );
});

test('under External the named system decides, and the policy says so', async () => {
  await using world = await openWorld();
  const external = { key: 'key-pipeline', name: 'Jira', url: 'https://jira.fernlane.example' };
  assert.equal((await put(world, 'bob', { strategy: 'External', external })).status, 200);
  const policy = await shown(world);
  assert.deepEqual([policy.external, policy.sentences[0]], [external, 'Jira decides.']);
  assert.deepEqual(policy.whoWouldDecide, { people: [], needed: 1, system: 'Jira' });
  assert.equal(policy.warning, null);
  await world.pool.query(`update api_key set revoked_at = now() where id = 'key-pipeline'`);
  assert.match((await shown(world)).warning, /cannot be decided.*the key of Jira does not work any more/);
});

test('an external system cannot name the asker as the decider, whichever way it writes the name', async () => {
  await using world = await openWorld();
  await put(world, 'bob', { strategy: 'External', external: { key: 'key-pipeline', name: 'Jira' } });
  await world.as('alice').post('/api/access', { id: 'a1', resource: 'orders/latest', purpose: 'Forecasts' });
  const decide = async (facts: object) => {
    const { status, body } = await world.as('pipeline').post('/api/access/a1/approve', facts);
    return body?.code ?? status;
  };
  const alice = emailOf('alice');
  for (const name of [
    'alice',
    alice.toUpperCase(),
    ` ${alice} `,
    `Alice <${alice}>`,
    `mailto:${alice}`,
    `eve, ${alice}`,
  ])
    assert.equal(await decide({ approver: name }), 'names_the_asker', name);
  for (const custom of [{ approver: alice }, { approved_by: alice }, { 'Decided by': `Alice (${alice})` }])
    assert.equal(
      await decide({ approver: emailOf('bob'), custom }),
      'names_the_asker',
      JSON.stringify(custom),
    );
  assert.equal(await decide({ approver: emailOf('bob'), custom: { requestedBy: alice } }), 200);
});

test('naming somebody as the decider makes nobody, and no name is too long for the database', async () => {
  await using world = await openWorld();
  await world.as('alice').post('/api/access', { id: 'a1', resource: 'orders/latest', purpose: 'Forecasts' });
  const people = async () => (await world.as('dan').get('/api/organization/members')).body.length;
  const before = await people();
  const long = Array.from({ length: 2000 }, (_, nth) =>
    createHash('sha256').update(`${nth}`).digest('hex'),
  ).join('');
  for (const approver of ['stranger@elsewhere.example', `${long.slice(0, 90_000)}@elsewhere.example`]) {
    const refused = await world.as('eve').post('/api/access/a1/approve', { approver });
    assert.equal(refused.body.code, 'not_an_approver');
  }
  assert.equal(await people(), before);
});

test('where nobody or too few could decide, the policy warns', async () => {
  await using world = await openWorld();
  await world
    .as('organization')
    .put('/api/teams/checkout', { ...fernlane('Team', 'checkout'), parent: null, members: [] });
  assert.match((await shown(world)).warning, /cannot be decided.*needs 1, 0 may/);
  await world.as('organization').put('/api/teams/checkout', {
    ...fernlane('Team', 'checkout'),
    parent: null,
    members: [{ emailAddress: emailOf('bob'), role: 'Owner' }],
  });
  assert.equal((await shown(world)).warning, null);
  await put(world, 'bob', { strategy: 'Simple', fallback: { teams: ['platform'] } });
  await put(world, 'bob', { strategy: 'FourEyes', fallback: { teams: ['platform'] } });
  assert.match((await shown(world)).warning, /needs 2, 1 may, so it was handed to the fallback approvers/);
});

test('trust and a laxer strategy never reach the team of whoever set them', async () => {
  await using world = await openWorld();
  const analytics = fernlane('Team', 'analytics');
  analytics.members.push({ emailAddress: emailOf('bob'), role: 'Member' });
  await world.as('organization').put('/api/teams/analytics', analytics);
  const stateOf = async (id: string, consumer: object) => {
    await world.as('alice').put(`/api/access/${id}`, {
      info: { purpose: 'Forecasts' },
      provider: { dataProductId: 'orders', outputPortId: 'latest' },
      consumer,
    });
    return (await world.as('dan').get(`/api/access/${id}`)).body.approval.state;
  };
  await put(world, 'bob', { strategy: 'Simple', trusted: ['analytics'] });
  assert.equal(await stateOf('a1', { teamId: 'analytics' }), 'Pending');
  await put(world, 'bob', { strategy: 'Auto' });
  assert.equal(await stateOf('a2', { userId: emailOf('alice') }), 'Granted', 'for others it holds');
  assert.equal(await stateOf('a3', { teamId: 'analytics' }), 'Pending');
  await put(world, 'grace', { strategy: 'Simple' });
  await put(world, 'grace', { strategy: 'Auto' });
  assert.equal(await stateOf('a4', { teamId: 'analytics' }), 'Granted');
});

test('leaving the team afterwards makes trust that somebody set for it no better', async () => {
  await using world = await openWorld();
  const analytics = fernlane('Team', 'analytics');
  const withBob = { ...analytics, members: [...analytics.members, { emailAddress: emailOf('bob') }] };
  await world.as('organization').put('/api/teams/analytics', withBob);
  await put(world, 'bob', { strategy: 'Simple', trusted: ['analytics'] });
  await world.as('organization').put('/api/teams/analytics', analytics);
  await world.as('alice').put('/api/access/a1', {
    info: { purpose: 'Forecasts' },
    provider: { dataProductId: 'orders', outputPortId: 'latest' },
    consumer: { teamId: 'analytics' },
  });
  assert.equal((await world.as('dan').get('/api/access/a1')).body.approval.state, 'Pending');
});
