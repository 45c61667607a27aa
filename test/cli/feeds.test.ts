// The log and the event feed, followed from a terminal.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { LogWatch } from '../../src/app/log.ts';
import { sentEvents } from '../../client/server-sent-events.ts';
import { openDesk } from './desk.ts';

test('the log is told in sentences, each with what it is about', async () => {
  await using desk = await openDesk();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.as('bob').types('access approve a1 --comment Fine');
  await desk.world.seal();
  const { code, out } = await desk.as('dan').types('log tail --no-follow --last 2');
  assert.equal(code, 0);
  assert.match(
    out,
    /^ {2}2026-11-02 \d\d:00:00 {2}a1: Bob allowed it\n +"Fine"\n +\d\d:00:00 {2}a1: Access begins\n$/,
  );
  const all = await desk.as('dan').types('log tail --no-follow --json');
  assert.deepEqual(
    all.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type),
    ['request.filed', 'request.granted', 'access.activated'],
  );
});

test('who does not audit sees what is theirs, and is told why not the rest', async () => {
  await using desk = await openDesk();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.world.seal();
  assert.equal((await desk.as('alice').types('log tail --no-follow')).code, 1);
  assert.match((await desk.as('alice').types('log tail --no-follow --subject a1')).out, /Alice asked/);
});

test('following shows what happens after, until it is stopped', async () => {
  const watch = board();
  await using desk = await openDesk({ watch });
  const stop = new AbortController();
  const heard = Promise.withResolvers<void>();
  let out = '';
  const tail = desk.as('dan').types('log tail --last 0', {
    stopped: stop.signal,
    out: (text) => {
      out += text;
      if (out.includes('Weekly')) heard.resolve();
    },
  });
  await watch.waitedFor;
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.world.seal();
  watch.grow(1);
  await heard.promise;
  stop.abort();
  assert.equal((await tail).code, 130);
  assert.match(out, /a1: Alice asked\n +"Weekly revenue"\n$/);
});

test('events come one a line, from the beginning or after one that is named', async () => {
  await using desk = await openDesk();
  await desk.as('alice').types('access request orders/latest --purpose "Weekly revenue" --id a1');
  await desk.world.seal();
  const { code, out } = await desk.as('dan').types('events tail --from-start --no-follow');
  assert.equal(code, 0);
  const lines = out.trim().split('\n');
  assert.match(lines[0]!, /^2026-11-02 \d\d:00:00 {2}AccessCreated +a1 {2}[0-9a-f-]{36}$/);
  assert.match(lines[1]!, /AccessRequested +a1/);
  const first = lines[0]!.split(' ').at(-1);
  const after = await desk.as('dan').types(`events tail --after ${first} --no-follow`);
  assert.equal(after.out.trim().split('\n').length, lines.length - 1);
});

test('server-sent events are read whatever way they are cut', async () => {
  const text =
    ': hello\n\nid: 1\nevent: a\ndata: one\n\nid: 2\r\ndata: two\r\ndata: lines\r\n\r\ndata: never ended';
  for (const size of [1, 7, text.length]) {
    const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, nth) =>
      text.slice(nth * size, (nth + 1) * size),
    );
    const stream = ReadableStream.from(
      parts.map((part) => new TextEncoder().encode(part)),
    ) as ReadableStream<Uint8Array>;
    assert.deepEqual(await Array.fromAsync(sentEvents(stream)), [
      { id: '1', event: 'a', data: 'one' },
      { id: '2', event: 'message', data: 'two\nlines' },
    ]);
  }
});

/** Tells of a longer log when the test says so. */
function board(): LogWatch & { grow(to: number): void; readonly waitedFor: Promise<void> } {
  let head = 0;
  const waiting = new Set<() => void>();
  const waited = Promise.withResolvers<void>();
  return {
    get head() {
      return head;
    },
    waitedFor: waited.promise,
    grow(to) {
      head = to;
      for (const look of waiting) look();
    },
    beyond: (position, _timeoutMs, signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (head <= position && !signal?.aborted) return;
          waiting.delete(look);
          resolve(head > position);
        };
        waiting.add(look);
        signal?.addEventListener('abort', look);
        waited.resolve();
        look();
      }),
  };
}
