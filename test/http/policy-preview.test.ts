// Drafts of policies: what they would do is told before they are set, by the rules that judge the change itself. So each
// promise here is held against what happens when the draft is set.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailOf, type KeyName } from '../cast.ts';
import { consequencesOf } from '../drawn-consequences.ts';
import { logged } from '../log-entries.ts';
import { openWorld, type World } from '../world.ts';

const address = '/api/resources/orders%2Flatest/policy';
const preview = (world: World, who: KeyName, policy: object) =>
  world.as(who).post(`${address}/preview`, policy);
const put = (world: World, who: KeyName, policy: object) => world.as(who).put(address, policy);
const shown = async (world: World, who: KeyName) => (await world.as(who).get(address)).body;

async function asks(world: World, id: string, who: 'alice' | 'eve', team: string): Promise<void> {
  const wish = { id, resource: 'orders/latest', consumer: { teamId: team }, purpose: 'Weekly revenue' };
  assert.equal((await world.as(who).post('/api/access', wish)).status, 201);
}

/** What the draft would do to each request that waits. */
async function effects(world: World, policy: object): Promise<Record<string, string>> {
  const { body } = await preview(world, 'bob', policy);
  return Object.fromEntries(
    body.waiting.requests.map(({ access, effect }: Record<string, string>) => [access, effect]),
  );
}

test('a draft is shown as it would be, with a warning where nobody could decide, and writes nothing', async () => {
  await using world = await openWorld();
  const before = await logged(world);
  const draft = { strategy: 'FourEyes', approvers: { people: [emailOf('bob')] }, deadline: '7d' };
  const { status, body } = await preview(world, 'bob', draft);
  assert.equal(status, 200);
  assert.deepEqual([body.version, body.outcome, body.loosens], [1, 'changed', ['approvers']]);
  assert.equal(body.strategy, 'FourEyes');
  assert.equal(body.sentences[0], 'Two different people have to allow it: Bob.');
  assert.match(body.warning, /needs 2, 1 may, so it was handed to the fallback approvers/);
  assert.deepEqual(await logged(world), before);
  assert.equal((await shown(world, 'bob')).strategy, 'Simple');

  assert.equal((await put(world, 'bob', draft)).status, 200);
  const { sentences, warning, whoWouldDecide } = await shown(world, 'bob');
  assert.deepEqual(
    [sentences, warning, whoWouldDecide],
    [body.sentences, body.warning, body.whoWouldDecide],
    'what was promised is what holds',
  );
  assert.equal((await preview(world, 'bob', draft)).body.outcome, 'unchanged');
});

test('a draft that loosens a FourEyes policy says that a second owner has to agree, until they are the second', async () => {
  await using world = await openWorld();
  await put(world, 'bob', { strategy: 'FourEyes' });
  const looser = { strategy: 'Simple' };
  const first = (await preview(world, 'bob', looser)).body;
  assert.deepEqual([first.outcome, first.loosens], ['proposed', ['strategy']]);
  assert.equal((await put(world, 'bob', looser)).status, 202);
  assert.equal((await preview(world, 'bob', looser)).body.outcome, 'proposed');
  assert.equal((await preview(world, 'grace', looser)).body.outcome, 'changed');
});

test('what a draft would do to requests that wait is what it does to them', async () => {
  await using world = await openWorld();
  await asks(world, 'a1', 'alice', 'analytics');
  await asks(world, 'e1', 'eve', 'partner-desk');
  const trusting = { strategy: 'Simple', trusted: ['analytics'] };
  assert.deepEqual(await effects(world, trusting), { a1: 'granted', e1: 'none' });
  assert.deepEqual(await effects(world, { strategy: 'FourEyes' }), {
    a1: 'others-decide',
    e1: 'others-decide',
  });
  const byDan = { strategy: 'Simple', approvers: { people: [emailOf('dan')] } };
  const { body } = await preview(world, 'bob', byDan);
  const [first] = body.waiting.requests;
  assert.deepEqual([first.consumer, first.effect], [{ teamId: 'analytics' }, 'others-decide']);
  assert.deepEqual(first.awaiting.people, [{ person: 'dan', email: emailOf('dan'), name: 'Dan' }]);
  const nobody = {
    strategy: 'Simple',
    approvers: { people: [emailOf('eve')] },
    fallback: { people: [emailOf('eve')] },
  };
  assert.deepEqual(await effects(world, nobody), { a1: 'others-decide', e1: 'undecidable' });

  await put(world, 'bob', trusting);
  await consequencesOf(world).settle();
  const state = async (id: string) => (await world.as('bob').get(`/api/access/${id}`)).body.approval.state;
  assert.deepEqual([await state('a1'), await state('e1')], ['Granted', 'Pending']);
});

test('a first yes that would count no more is named', async () => {
  await using world = await openWorld();
  await put(world, 'bob', { strategy: 'FourEyes' });
  await asks(world, 'a1', 'alice', 'analytics');
  await world.as('bob').post('/api/access/a1/approve');
  const others = { strategy: 'FourEyes', approvers: { people: [emailOf('carol'), emailOf('dan')] } };
  assert.deepEqual(await effects(world, others), { a1: 'allow-void' });
  assert.deepEqual(await effects(world, { strategy: 'FourEyes', deadline: '7d' }), { a1: 'none' });
});

test('a draft is refused as setting it would be, in the language of whoever writes it', async () => {
  await using world = await openWorld();
  const refusal = async (who: KeyName, policy: object) => {
    const { status, body } = await preview(world, who, policy);
    return [status, body.code, body.violations?.[0]?.field];
  };
  for (const who of ['alice', 'carol', 'dan'] as const)
    assert.deepEqual(await refusal(who, { strategy: 'Auto' }), [403, 'not_an_owner', undefined], who);
  assert.deepEqual(await refusal('ivy', { strategy: 'Auto' }), [403, 'auditor_reads_only', undefined]);
  assert.deepEqual(await refusal('bob', { approvers: { people: ['nobody@fernlane.example'] } }), [
    422,
    'reference_unknown',
    'approvers.people[0]',
  ]);
  assert.deepEqual(await refusal('bob', { durations: ['91d'], maximumDuration: '90d' }), [
    400,
    'invalid_field',
    'durations[0]',
  ]);
  assert.equal((await world.as('bob').post('/api/resources/nothing/policy/preview', {})).status, 404);
  const german = await world
    .as('bob')
    .post(`${address}/preview`, { trusted: ['nobody'] }, { 'accept-language': 'de' });
  assert.equal(german.body.detail, 'Es gibt kein Team »nobody«.');
});

test('a policy says what may be done about it, and if not, why', async () => {
  await using world = await openWorld();
  const actions = async (who: KeyName) => (await shown(world, who)).actions;
  assert.deepEqual(await actions('bob'), { change: { allowed: true } });
  assert.deepEqual((await actions('alice')).change, {
    allowed: false,
    code: 'not_an_owner',
    reason: 'Only an owner of the team may do this',
  });
  await put(world, 'bob', { strategy: 'FourEyes' });
  await put(world, 'bob', { strategy: 'Simple' });
  const own = await actions('bob');
  assert.deepEqual([own.confirm.code, own.withdraw.allowed], ['second_owner_needed', true]);
  assert.equal(
    (await actions('checkout-key')).confirm.code,
    'second_owner_needed',
    'a key is no second owner',
  );
  assert.equal((await actions('carol')).confirm.code, 'not_an_owner');
  assert.deepEqual((await actions('grace')).confirm, { allowed: true });
  const { proposal } = await shown(world, 'grace');
  assert.equal(proposal.sentences[0], 'One person decides: owners and approvers of checkout.');
  assert.equal((await put(world, 'grace', proposal.policy)).status, 200);
  assert.equal((await shown(world, 'bob')).strategy, 'Simple');
});

test('whoever is named as an approver and has left is not counted among those who would decide', async () => {
  await using world = await openWorld();
  await put(world, 'bob', {
    strategy: 'FourEyes',
    approvers: { people: [emailOf('bob'), emailOf('carol')] },
    fallback: { people: [emailOf('dan')] },
  });
  assert.equal((await shown(world, 'bob')).warning, null);
  await world.as('dan').put(`/api/organization/members/${emailOf('carol')}`, { disabled: true });
  const { whoWouldDecide, warning } = await shown(world, 'bob');
  assert.deepEqual(
    whoWouldDecide.people.map(({ person }: { person: string }) => person),
    ['bob', 'dan'],
  );
  assert.match(warning, /needs 2, 1 may/);
});
