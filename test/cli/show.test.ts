// How things are shown: tables that fit, times that people say, text of others made harmless.
import assert from 'node:assert/strict';
import test from 'node:test';
import { differencesOf } from '../../cli/apply/difference.ts';
import { wrapped } from '../../cli/show/facts.ts';
import { painter, plain, printable } from '../../cli/show/paint.ts';
import { cut, table, widthOf } from '../../cli/show/table.ts';
import { distance } from '../../cli/show/times.ts';
import { awaitingWords } from '../../cli/show/words.ts';

const now = Date.UTC(2026, 10, 2, 12);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test('a distance in time is rounded to the unit that people would say', () => {
  const said = (ms: number) => distance(now + ms, now);
  assert.equal(said(0), 'now');
  assert.equal(said(10_000), 'in 10 seconds');
  assert.equal(said(-5 * minute), '5 minutes ago');
  assert.equal(said(8 * hour - 1000), 'in 8 hours');
  assert.equal(said(30 * day - 3000), 'in 30 days');
  assert.equal(said(-1.6 * day), '2 days ago');
  assert.equal(said(365 * day), 'in 1 year');
  assert.equal(said(120 * day), 'in 4 months');
  assert.equal(said(3 * 365.25 * day), 'in 3 years');
});

test('whoever has to act is named as people would name them', () => {
  const said = (missing: number, ...names: string[]) =>
    awaitingWords({
      strategy: missing === 1 ? 'Simple' : 'FourEyes',
      missing,
      people: names.map((name) => ({ person: name, name })),
      system: null,
      undecidable: null,
    });
  assert.equal(said(1, 'Carol', 'Bob'), 'it waits for Bob or Carol.');
  assert.equal(said(2, 'Carol', 'Bob'), 'it waits for Bob and Carol.');
  assert.equal(said(2, 'Bob', 'Carol', 'Grace'), 'it waits for 2 different people of Bob, Carol and Grace.');
});

const columns = [{ title: 'Id' }, { title: 'Purpose', shrinks: true }];

test('a table is as wide as its terminal, and ids are never cut', () => {
  const rows = [['a-rather-long-id', 'Everything that somebody could possibly want to know']];
  const wide = table(columns, rows, painter(false), null).split('\n');
  assert.equal(wide[1], 'a-rather-long-id  Everything that somebody could possibly want to know');
  const narrow = table(columns, rows, painter(false), 40).split('\n');
  assert.equal(narrow[1], 'a-rather-long-id  Everything that someb…');
  assert.equal(table(columns, rows, painter(false), 20).split('\n')[1], 'a-rather-long-id');
});

test('a column that is empty everywhere is left out', () => {
  assert.equal(table(columns, [['a', '']], painter(false), 40), 'ID\na\n');
});

test('wide characters take the room that they take', () => {
  assert.equal(widthOf('注文'), 4);
  assert.equal(cut('注文一覧', 5), '注文…');
});

test('colours are there for terminals only, and never change the width', () => {
  const painted = table(columns, [['a', { text: 'b', look: 'green' }]], painter(true), 40);
  // oxlint-disable-next-line no-control-regex
  assert.match(painted, /\u001b\[32mb\u001b\[39m/);
  assert.equal(painter(false)('green', 'b'), 'b');
});

test('what a terminal would act on is taken out of the text of others', () => {
  assert.equal(plain('a\u001b[2Jb\nc\td'), 'a\ufffd[2Jb c d');
  assert.equal(printable('one\ntwo\u0007\u009b'), 'one\ntwo\ufffd\ufffd');
  assert.equal(plain('abc\u202ecba'), 'abc\ufffdcba');
  assert.equal(plain('Größe 注文'), 'Größe 注文');
});

test('long values are broken between words', () => {
  assert.deepEqual(wrapped('one two three four five six', 20), ['one two three four', 'five six']);
  assert.deepEqual(wrapped('one two three four five six', null), ['one two three four five six']);
});

test('differences name the path and both values, whatever the order of members', () => {
  const before = { a: 1, b: { c: [1, 2] }, list: [{ x: 1 }] };
  const after = { list: [{ x: 2 }, { y: 1 }], b: { c: [2, 1] }, a: 1 };
  assert.deepEqual(differencesOf(before, after), [
    { path: 'b.c', before: [1, 2], after: [2, 1] },
    { path: 'list[0].x', before: 1, after: 2 },
    { path: 'list[1]', before: undefined, after: { y: 1 } },
  ]);
});
