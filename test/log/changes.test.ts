// What pages that stand open hear: things that changed, for everybody who is signed in, and nothing of what is in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBoard } from '../../src/adapters/db/log/changes.ts';
import { latest, mayHear, type Change } from '../../src/app/changes.ts';
import type { Entry } from '../../src/app/log.ts';
import type { PersonId } from '../../src/core/ids.ts';
import { listeningWorld, readStream, type Sse } from './listening.ts';

const stream = '/api/changes/stream';
const wish = { resource: 'orders/latest', purpose: 'churn model', consumer: { teamId: 'analytics' } };

const heard = (events: readonly Sse[]) =>
  events.flatMap(({ event, data }) =>
    event === 'changes'
      ? data.changes.map((one: { noun: string; id: string; version?: number; mine: boolean }) => [
          one.noun,
          one.id,
          one.version ?? null,
          one.mine,
        ])
      : [[event]],
  );

test('whoever looks at a page hears of a decision, by name and version, and whether it is theirs', async () => {
  await using listening = await listeningWorld();
  const { world, url } = listening;
  const [began] = await readStream(url + stream, 'bob', 1);
  assert.equal(began!.event, 'begin');
  await world.as('alice').post('/api/access', { id: 'a1', ...wish });
  await world.as('bob').post('/api/access/a1/approve', { comment: 'a secret between us' });
  await world.seal();
  for (const [who, mine] of [
    ['bob', true],
    ['alice', true],
    ['grace', true],
    ['eve', false],
  ] as const) {
    const [event] = await readStream(url + stream, who, 1, began!.id);
    assert.deepEqual(heard([event!]), [['access', 'a1', 2, mine]], who);
    assert.doesNotMatch(JSON.stringify(event), /secret|churn/);
  }
});

test('a page hears only of what is its own, or of what it shows', async () => {
  await using listening = await listeningWorld();
  const { world, url } = listening;
  const [began] = await readStream(url + stream, 'eve', 1);
  await world.as('alice').post('/api/access', { id: 'of-alice', ...wish });
  await world.as('eve').post('/api/access', { id: 'of-eve', ...wish, consumer: { teamId: 'partner-desk' } });
  await world.seal();
  const all = async (query: string) => {
    const events = await readStream(`${url}${stream}?${query}`, 'eve', 1, began!.id);
    return heard(events).map(([, id]) => id);
  };
  assert.deepEqual(await all('only=mine'), ['of-eve']);
  const [goesOn] = await readStream(`${url}${stream}?after=${began!.id}`, 'eve', 1);
  assert.deepEqual(
    heard([goesOn!]).map(([, id]) => id),
    ['of-alice', 'of-eve'],
    'another stream goes on',
  );
  assert.deepEqual(await all('only=mine&subject=of-alice'), ['of-alice', 'of-eve']);
  assert.deepEqual(await all('only=mine&subject=orders/latest'), ['of-alice', 'of-eve']);
  for (const team of ['analytics', 'checkout'])
    assert.deepEqual(await all(`only=mine&subject=${team}`), ['of-alice', 'of-eve'], team);
  assert.deepEqual(await all('only=mine&subject=platform'), ['of-eve']);
});

test('a page that comes back after too long, or from another log, reads everything again', async () => {
  await using listening = await listeningWorld();
  const [event] = await readStream(listening.url + stream, 'eve', 1, `7-${'0'.repeat(64)}`);
  assert.equal(event!.event, 'reload');
});

test('the board reads the log once for all pages, and lets go of those who are too far behind', async () => {
  const entries = Array.from({ length: 30 }, (_, nth) => entryAt(nth + 1));
  let reads = 0;
  let head = 10;
  const place = (position: number) => ({ position, hash: `h${position}` });
  const board = changeBoard(
    {
      head: async () => place(head),
      holds: async () => true,
      after: async (position, limit) => {
        reads += 1;
        return entries.slice(position, Math.min(position + limit, head));
      },
    },
    { head: 0, beyond: async (position) => head > position },
    async () => new Map(),
    10,
  );
  const { signal } = new AbortController();
  await board.after(place(9), 0, signal);
  reads = 0;
  head = 15;
  const pages = await Promise.all(Array.from({ length: 50 }, () => board.after(place(10), 0, signal)));
  assert.equal(reads, 1, 'fifty pages, one read');
  for (const page of pages)
    assert.deepEqual(
      page.changes.map((one) => one.position),
      [11, 12, 13, 14, 15],
    );
  head = 24;
  assert.equal((await board.after(place(15), 0, signal)).changes.length, 9);
  assert.equal(
    (await board.after(place(14), 0, signal)).changes.length,
    10,
    'read again for one who was away',
  );
  const behind = await board.after(place(13), 0, signal);
  assert.deepEqual([behind.lost, behind.place], [true, place(24)]);
});

test('targets are for those who audit, a key is its maker’s, and each thing is named once', () => {
  const change = (noun: Change['noun'], by: string | null, position: number): Change => ({
    position,
    hash: '',
    noun,
    id: 'x',
    version: null,
    type: `${noun}.created`,
    resource: null,
    consumer: null,
    sides: [],
    by,
  });
  const eve = {
    type: 'person',
    id: 'eve' as PersonId,
    administrator: false,
    auditor: false,
    readOnly: false,
  } as const;
  assert.equal(mayHear(eve, change('target', 'eve', 1), false), false);
  assert.equal(mayHear(eve, change('target', 'dan', 1), true), true);
  assert.equal(mayHear(eve, change('key', 'dan', 1), false), false);
  assert.equal(mayHear(eve, change('key', 'eve', 1), false), true);
  assert.equal(mayHear(eve, change('access', 'dan', 1), false), true);
  assert.deepEqual(
    latest([change('team', null, 1), change('person', null, 2), change('team', null, 3)]).map(
      (one) => one.position,
    ),
    [2, 3],
  );
});

function entryAt(position: number): Entry {
  return {
    position,
    hash: `h${position}`,
    id: `e${position}`,
    at: 0,
    type: 'team.updated',
    subject: `t${position}`,
    actor: { type: 'system', id: 'system', person: null },
    channel: 'system',
  };
}
