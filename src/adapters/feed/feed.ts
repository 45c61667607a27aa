// The event feed: the log, read as CloudEvents. A batch holds a thousand events; one that is full never changes, because
// the log behind it never does. Reading never fails for the id it starts from: one that cannot be found, such as after a
// restore that lost it, means the time in it less five minutes, so a client may see events again but misses none. While
// a client handles a full batch the next one is read (read-ahead.ts).
import type { Feed, FeedBatch } from '../../app/feed.ts';
import type { EntryText, LogReader, LogWatch } from '../../app/log.ts';
import { minute, type Milliseconds } from '../../core/time.ts';
import { cloudEvents, type EventStyle, type ToCloudEvents } from './cloud-event.ts';
import { readEventId } from './event-id.ts';
import { readAhead } from './read-ahead.ts';

const mostEvents = 1000;
const before = 5 * minute;

export function openFeed(log: LogReader, watch: LogWatch, style: EventStyle): Feed {
  const tell = cloudEvents(style);
  const ahead = readAhead(async (id) => batchOf(await firstBatch(log, tell, id)));

  async function readNow(
    lastEventId: string | undefined,
    waitMs: Milliseconds,
    signal?: AbortSignal,
  ): Promise<Batch> {
    const until = performance.now() + waitMs;
    let collected = await firstBatch(log, tell, lastEventId);
    while (collected.events.length === 0) {
      const leftMs = until - performance.now();
      if (leftMs <= 0 || !(await watch.beyond(collected.position, leftMs, signal))) break;
      const more = await log.textsAfter(collected.position, entriesFor(mostEvents));
      collected = await collect(log, tell, more, collected.position);
    }
    return batchOf(collected);
  }

  return {
    read: async (lastEventId, waitMs, signal) => {
      const prepared = lastEventId === undefined ? null : await ahead.take(lastEventId);
      const { text, full, last } = prepared ?? (await readNow(lastEventId, waitMs, signal));
      if (full && last !== null) ahead.prepare(last);
      return { text, full };
    },
  };
}

interface Batch extends FeedBatch {
  /** Id of the last event in it. */
  readonly last: string | null;
}

function batchOf({ events }: Collected): Batch {
  const last = events.at(-1);
  return {
    text: `[${events.join(',')}]`,
    full: events.length === mostEvents,
    last: last === undefined ? null : (JSON.parse(last) as { id: string }).id,
  };
}

interface Collected {
  /** Each as JSON. */
  readonly events: readonly string[];
  /** The last entry that was read, whether it meant an event or not. */
  readonly position: number;
}

async function firstBatch(
  log: LogReader,
  tell: ToCloudEvents,
  lastEventId: string | undefined,
): Promise<Collected> {
  const last = readEventId(lastEventId);
  const found = last ? await log.textsFrom(last.entry, entriesFor(mostEvents)) : [];
  // Of the entry that the id leads to, the events up to this one were handled.
  if (last && found[0]) return collect(log, tell, found, found[0].position, last.nth + 1);
  const position = last?.at == null ? 0 : await log.before(last.at - before);
  return collect(log, tell, await log.textsAfter(position, entriesFor(mostEvents)), position);
}

/** Entries that will do for so many events, more or less: reading what the batch has no room for is wasted. */
function entriesFor(events: number): number {
  return Math.max(50, Math.ceil(events * 0.65));
}

/**
 * Goes on through the log until the batch is full or the log is over.
 *
 * @param handled how many events of the entry at `from` are left out, if that is where it begins.
 */
async function collect(
  log: LogReader,
  tell: ToCloudEvents,
  first: readonly EntryText[],
  from: number,
  handled = 0,
): Promise<Collected> {
  const events: string[] = [];
  let position = from;
  let wanted = entriesFor(mostEvents);
  for (let entries = first; ; entries = await log.textsAfter(position, wanted)) {
    for (const entry of entries) {
      const meant = tell(entry);
      events.push(...(entry.position === from ? meant.slice(handled) : meant));
      position = entry.position;
      if (events.length >= mostEvents) return { events: events.slice(0, mostEvents), position };
    }
    if (entries.length < wanted) return { events, position };
    wanted = entriesFor(mostEvents - events.length);
  }
}
