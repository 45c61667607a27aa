// The event feed: the log, read as CloudEvents. A batch holds a thousand events; one that is full never changes, because
// the log behind it never does. Reading never fails for the id it starts from: one that cannot be found, such as after a
// restore that lost it, means the time in it less five minutes, so a client may see events again but misses none.
import type { Feed } from '../../app/feed.ts';
import type { EntryText, LogReader, LogWatch } from '../../app/log.ts';
import { minute } from '../../core/time.ts';
import { cloudEvents, type EventStyle, type ToCloudEvents } from './cloud-event.ts';
import { readEventId } from './event-id.ts';

const mostEvents = 1000;
const before = 5 * minute;

export function openFeed(log: LogReader, watch: LogWatch, style: EventStyle): Feed {
  const tell = cloudEvents(style);
  return {
    read: async (lastEventId, waitMs, signal) => {
      const until = performance.now() + waitMs;
      let { events, position } = await firstBatch(log, tell, lastEventId);
      while (events.length === 0) {
        const leftMs = until - performance.now();
        if (leftMs <= 0 || !(await watch.beyond(position, leftMs, signal))) break;
        const more = await log.textsAfter(position, entriesFor(mostEvents));
        ({ events, position } = await collect(log, tell, more, position));
      }
      return { text: `[${events.join(',')}]`, full: events.length === mostEvents };
    },
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
