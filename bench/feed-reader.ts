// feed_reader: how long after its commit a decision reaches whoever follows the feed, while 64 connections decide as fast
// as they can at one server and the reader long-polls another one. The commit is the instant that PostgreSQL itself notes
// for it, before its flush to disk; the end is when the reader has the answer. The reader has to see every decision
// once, and in the order in which everybody else sees them afterwards.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tokenOf } from '../test/cast.ts';
import { catchUp } from './catch-up.ts';
import { atMost, percentile, type Figure } from './figure.ts';
import type { Reading, Seen } from './follow-feed.ts';
import { allows, asks, rush } from './load.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { openSetting, type Setting } from './setting.ts';

const warmUp = 1000;
const decisions = 8000;

export async function feedReader(): Promise<Figure> {
  await using setting = await openSetting({ track_commit_timestamp: 'on' });
  await using writers = await setting.startServer();
  await using readers = await setting.startServer();
  await rush(writers, asks(warmUp + decisions));
  await rush(writers, allows(warmUp));
  const reader = follow(readers);
  await reader.atTheEnd;
  const { perSecond } = await rush(writers, allows(decisions, warmUp));
  const seen = await reader.seen;
  await compareWithFeed(readers, seen);
  const lags = await lagsOf(setting, seen);
  return atMost(1, {
    id: 'feed_reader',
    value: percentile(lags, 0.99),
    unit: 'ms p99',
    against: { what: 'a fixed bound', value: 20 },
    notes: {
      p50: percentile(lags, 0.5),
      max: Math.max(...lags),
      'decisions/s meanwhile': perSecond,
    },
  });
}

/** A process of its own reads, because the one that generates the load is busy. */
function follow({ url }: ServerProcess): { atTheEnd: Promise<unknown>; seen: Promise<Seen[]> } {
  const reading: Reading = { url, key: tokenOf('organization'), until: decisions };
  const child = fork(new URL('follow-feed.ts', import.meta.url), [JSON.stringify(reading)]);
  const atTheEnd = once(child, 'message');
  const seen = atTheEnd.then(() => once(child, 'message')).then(([list]) => list as Seen[]);
  return { atTheEnd, seen };
}

/** What the reader saw while it was written is what the feed holds now: nothing missed, nothing twice, one order. */
async function compareWithFeed(server: ServerProcess, seen: readonly Seen[]): Promise<void> {
  const { events } = await catchUp(server);
  const now = events.filter(isApproval).slice(-decisions);
  const isSame = now.length === seen.length && now.every((event, nth) => event.id === seen[nth]!.event);
  if (!isSame) throw new Error('the reader did not see what the feed holds');
}

function isApproval({ type }: { type: string }): boolean {
  return type.endsWith('.AccessApprovedEvent');
}

async function lagsOf({ pool }: Setting, seen: readonly Seen[]): Promise<number[]> {
  const { rows } = await pool.query<{ access: string; committed: number }>(
    'select q.access_id as access, pg_xact_commit_timestamp(d.xmin) as committed from decision d join request q on q.id = d.request_id',
    [],
  );
  const committed = new Map(rows.map((row) => [row.access, row.committed]));
  return seen.map(({ access, at }) => at - committed.get(access)!);
}
