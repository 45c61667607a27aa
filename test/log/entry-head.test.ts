import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudEvents } from '../../src/adapters/feed/cloud-event.ts';
import { headOf } from '../../src/adapters/feed/entry-head.ts';
import { entryRows } from '../../src/adapters/db/log-entry.ts';

const filed = (subject: string, version = 1, deleted: boolean | null = null) =>
  entryRows({
    type: 'request.filed',
    subject,
    at: Date.UTC(2026, 10, 2, 12),
    actor: { type: 'person', id: 'alice', person: 'alice' as never },
    channel: 'rest',
    access: {
      version,
      resource: 'orders/latest' as never,
      consumer: { kind: 'team', id: 'analytics' as never, team: 'analytics' as never },
    },
    before: deleted === null ? null : { standing: 'None', deleted },
    after: { standing: 'None', deleted: false },
  }).body;

const tell = cloudEvents({ publicUrl: 'http://countersign.test', typePrefix: 'p.' });
const told = (text: string) =>
  tell({ position: 7, text }).map((event) => JSON.parse(event) as Record<string, unknown>);

/** The same entry, written by somebody else: other order, white space, escapes. */
const rewritten = (text: string) =>
  JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed()),
    null,
    1,
  ).replace('alice', String.raw`\u0061lice`);

test('an entry means the same whether its head could be read or it was parsed', () => {
  for (const text of [
    filed('a1'),
    filed('a"1\\'),
    filed('ä 1'),
    filed('a1', 3, true),
    filed('a1', 3, false),
  ]) {
    const events = told(text);
    assert.deepEqual(told(rewritten(text)), events, text);
    assert.equal(events[0]!['subject'], (JSON.parse(text) as { subject: string }).subject);
    assert.equal(events[0]!['principal'], 'user:alice');
  }
});

test('the head of what the program writes is read without parsing the rest', () => {
  const broken = `${filed('a1').slice(0, -5)} and here it breaks`;
  assert.deepEqual(
    told(broken).map(({ type }) => type),
    ['p.AccessCreatedEvent', 'p.AccessRequestedEvent'],
  );
  assert.equal(headOf({ position: 7, text: broken }).version, 1);
});

test('an access that was there before is told as updated, and one that was deleted as created', () => {
  const first = (text: string) => told(text)[0]!['type'];
  assert.equal(first(filed('a1', 2, false)), 'p.AccessUpdatedEvent');
  assert.equal(first(filed('a1', 2, true)), 'p.AccessCreatedEvent');
});
