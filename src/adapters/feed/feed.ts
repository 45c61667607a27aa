// The event feed: the log, read as CloudEvents. A batch holds a thousand events; one that is full never changes, because
// the log behind it never does. Reading never fails for the id it starts from: one that cannot be found, such as after a
// restore that lost it, means the time in it less five minutes, so a client may see events again but misses none.
import type { Feed, FeedEvent } from '../../app/feed.ts';
import type { Entry, LogReader, LogWatch } from '../../app/log.ts';
import { minute } from '../../core/time.ts';
import { cloudEvents, type EventStyle } from './cloud-event.ts';
import { eventId, readEventId } from './event-id.ts';

const mostEvents = 1000;
const before = 5 * minute;

export function openFeed(log: LogReader, watch: LogWatch, style: EventStyle): Feed {
  return {
    read: async (lastEventId, waitMs, signal) => {
      const until = performance.now() + waitMs;
      let { events, position } = await firstBatch(log, style, lastEventId);
      while (events.length === 0) {
        const leftMs = until - performance.now();
        if (leftMs <= 0 || !(await watch.beyond(position, leftMs, signal))) break;
        ({ events, position } = await collect(
          log,
          style,
          await log.after(position, entriesFor(mostEvents)),
          position,
        ));
      }
      return { events, full: events.length === mostEvents };
    },
  };
}

interface Collected {
  readonly events: readonly FeedEvent[];
  /** The last entry that was read, whether it meant an event or not. */
  readonly position: number;
}

async function firstBatch(
  log: LogReader,
  style: EventStyle,
  lastEventId: string | undefined,
): Promise<Collected> {
  const last = readEventId(lastEventId);
  const found = last ? await log.fromEntry(last.entry, entriesFor(mostEvents)) : [];
  if (last && found[0]) {
    const handled = (event: FeedEvent) => event.id <= eventId(last.entry, last.nth);
    return collect(log, style, found, found[0].position, handled);
  }
  const position = last?.at == null ? 0 : await log.before(last.at - before);
  return collect(log, style, await log.after(position, entriesFor(mostEvents)), position);
}

/** Entries that will do for so many events, more or less: reading what the batch has no room for is wasted. */
function entriesFor(events: number): number {
  return Math.max(50, Math.ceil(events * 0.65));
}

/** Goes on through the log until the batch is full or the log is over. */
async function collect(
  log: LogReader,
  style: EventStyle,
  first: readonly Entry[],
  from: number,
  handled: (event: FeedEvent) => boolean = () => false,
): Promise<Collected> {
  const events: FeedEvent[] = [];
  let position = from;
  let wanted = entriesFor(mostEvents);
  for (let entries = first; ; entries = await log.after(position, wanted)) {
    for (const [nth, entry] of entries.entries()) {
      const meant = cloudEvents(entry, style);
      events.push(...(nth === 0 && position === from ? meant.filter((event) => !handled(event)) : meant));
      position = entry.position;
      if (events.length >= mostEvents) return { events: events.slice(0, mostEvents), position };
    }
    if (entries.length < wanted) return { events, position };
    wanted = entriesFor(mostEvents - events.length);
  }
}
