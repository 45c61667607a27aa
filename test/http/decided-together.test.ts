// Calls of the same moment share statements; nobody must be able to tell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessStore } from '../../src/adapters/db/access/store.ts';
import { mint } from '../../src/adapters/mint.ts';
import type { Caller, Saving } from '../../src/app/ports.ts';
import { decide } from '../../src/core/decide.ts';
import type { AccessId, KeyId, PersonId } from '../../src/core/ids.ts';
import { isRefused } from '../../src/core/problem.ts';
import { openWorld, type World } from '../world.ts';

const many = Array.from({ length: 24 }, (_, nth) => `a${nth}`);

async function ask(world: World, ids: readonly string[]): Promise<void> {
  const asked = ids.map((id) =>
    world.as('alice').put(`/api/access/${id}`, {
      info: { purpose: 'fewer returns' },
      provider: { dataProductId: 'orders', outputPortId: 'latest' },
      consumer: { teamId: 'analytics' },
    }),
  );
  for (const answer of await Promise.all(asked)) assert.equal(answer.status, 200, answer.text);
}

/** Verdicts that stand, by access, in no order: all of a moment bear the same time. */
async function verdicts(world: World): Promise<Record<string, string[]>> {
  const { rows } = await world.pool.query<{ id: string; verdicts: string[] }>(
    'select q.access_id as id, array_agg(d.verdict) as verdicts from decision d join request q on q.id = d.request_id group by 1',
    [],
  );
  return Object.fromEntries(rows.map(({ id, verdicts }) => [id, verdicts]));
}

test('what many people say at the same moment is heard one by one: each gets the answer that is theirs', async () => {
  await using world = await openWorld();
  await ask(world, many);
  const said = many.flatMap((id, nth) => [
    { status: 200, answer: world.as(nth % 2 ? 'carol' : 'bob').post(`/api/access/${id}/approve`) },
    { status: 403, answer: world.as('eve').post(`/api/access/${id}/approve`) },
    { status: 403, answer: world.as('alice').post(`/api/access/${id}/approve`) },
    { status: 404, answer: world.as('bob').post(`/api/access/no-${id}/approve`) },
  ]);
  for (const { status, answer } of said) assert.equal((await answer).status, status, (await answer).text);
  assert.deepEqual(await verdicts(world), Object.fromEntries(many.map((id) => [id, ['allow']])));
  await world.seal();
  assert.equal(
    new Set((await world.as('organization').get('/api/access')).body.map((one: { id: string }) => one.id))
      .size,
    24,
  );
});

test('of two who contradict each other at the same moment exactly one is heard, on each of many accesses', async () => {
  await using world = await openWorld();
  await ask(world, many);
  const answers = await Promise.all(
    many.flatMap((id) => [
      world.as('bob').post(`/api/access/${id}/approve`),
      world.as('carol').post(`/api/access/${id}/reject`),
    ]),
  );
  const kept = await verdicts(world);
  for (const [nth, id] of many.entries()) {
    const [allow, deny] = [answers[2 * nth]!.status, answers[2 * nth + 1]!.status];
    // A denial may be reconsidered, so an allow that comes after it stands beside it; nothing is denied after an allow.
    assert.ok(['allow', 'allow,deny'].includes(kept[id]!.toSorted().join()), kept[id]!.join());
    assert.deepEqual([allow, deny], [200, kept[id]!.includes('deny') ? 200 : 409]);
  }
});

test('several of one consumer that are denied at the same moment bind it together', async () => {
  await using world = await openWorld();
  await ask(world, many);
  const answers = await Promise.all(many.map((id) => world.as('bob').post(`/api/access/${id}/reject`)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.deepEqual(await verdicts(world), Object.fromEntries(many.map((id) => [id, ['deny']])));
});

test('an Idempotency-Key that comes twice at the same moment stops none of those around it', async () => {
  await using world = await openWorld();
  await ask(world, many);
  const answers = await Promise.all(
    many.map((id, nth) =>
      world
        .as('bob')
        .post(`/api/access/${id}/approve`, undefined, { 'idempotency-key': nth < 2 ? 'one' : id }),
    ),
  );
  assert.deepEqual(
    answers
      .slice(0, 2)
      .map(({ status }) => status)
      .toSorted((one, other) => one - other),
    [200, 422],
  );
  assert.deepEqual(new Set(answers.slice(2).map(({ status }) => status)), new Set([200]));
});

test('a statement that saves several saves none whose decider, people or rules have changed since it was judged', async () => {
  await using world = await openWorld();
  await ask(world, ['a0', 'a1', 'a2']);
  const { pool, clock } = world;
  const store = accessStore(pool, () => {});
  const judged = async (id: string, person: string): Promise<Saving> => {
    const caller: Caller = {
      principal: {
        type: 'person',
        id: person as PersonId,
        key: (await keyOf(world, person)) as KeyId,
        administrator: false,
        auditor: false,
        readOnly: false,
      },
      channel: 'rest',
      repetition: null,
    };
    const now = clock.now();
    const loaded = await store.load(id as AccessId, caller, null, now);
    const vote = { verdict: 'allow', comment: null, terms: null, seen: null, facts: {} } as const;
    const outcome = decide(loaded!.situation, vote, { by: caller.principal, now, channel: 'rest' }, mint);
    assert.ok(!isRefused(outcome));
    return { loaded: loaded!, outcome, caller, now };
  };
  const savings = [await judged('a0', 'bob'), await judged('a1', 'carol')];
  // On another server, a moment later.
  await pool.query('update api_key set revoked_at = now() where id = $1', [await keyOf(world, 'bob')]);
  assert.deepEqual(await store.save(savings), new Set(['a1']));

  const late = [await judged('a0', 'carol'), await judged('a2', 'carol')];
  await world.as('dan').put('/api/teams/checkout', checkoutWithout('carol'));
  assert.deepEqual(await store.save(late), new Set());
  assert.equal((await world.as('carol').post('/api/access/a0/approve')).status, 403);
});

async function keyOf({ pool }: World, person: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from api_key where person_id = $1 and not read_only order by position limit 1',
    [person],
  );
  return rows[0]!.id;
}

function checkoutWithout(person: string) {
  const members = { bob: 'Owner', carol: 'Approver' };
  return {
    id: 'checkout',
    name: 'Checkout',
    type: 'Team',
    parent: 'commerce',
    members: Object.entries(members)
      .filter(([name]) => name !== person)
      .map(([name, role]) => ({ emailAddress: `${name}@fernlane.example`, role })),
  };
}
