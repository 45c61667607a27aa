// Following the log: what happens from the newest entry on that is on the page, as long as somebody looks. A stream that
// breaks off is taken up where it broke. What comes at once is handed on together, so that a burst of decisions is one
// change of the page and not a hundred.
import { useEffect, useEffectEvent, useState } from 'react';
import { sentEvents } from '../../client/server-sent-events.ts';
import { answerOf, api, type LogEntry } from './client.ts';
import { faultFrom } from './fault.ts';
import { useSeen } from './live.tsx';
import { readEntries, type LogFilter } from './log.ts';

interface Follower {
  /** The newest entry that is known, if any. */
  readonly newest: () => LogEntry | undefined;
  /** What is new, the oldest first; an entry may come twice. */
  readonly hear: (entries: readonly LogEntry[]) => void;
  /** The log is not the one that was read: everything has to be read again. */
  readonly startOver: () => Promise<unknown>;
}

const pauseMs = 1000;
const gatherMs = 100;

/** Whether the follower is connected; what it missed comes when it is again. */
export function useFollow(filter: LogFilter, isOn: boolean, follower: Follower): boolean {
  const isSeen = useSeen();
  const [isConnected, setConnected] = useState(true);
  const newest = useEffectEvent(() => follower.newest());
  const hear = useEffectEvent((entries: readonly LogEntry[]) => follower.hear(entries));
  const startOver = useEffectEvent(() => follower.startOver());
  const { type, actor, subject } = filter;
  useEffect(() => {
    if (!isOn || !isSeen) return;
    const stop = new AbortController();
    const gathered = gather((entries) => hear(entries), stop.signal);
    const wanted = { type, actor, subject };
    const begin = async () => {
      const entry = newest();
      if (entry) return placeOf(entry);
      const { position, hash } = await answerOf(api.GET('/api/log/head', {}));
      hear((await readEntries(wanted, 0)).entries.toReversed());
      return `${position}-${hash}`;
    };
    void keepFollowing(stop.signal, begin, setConnected, async (place) => {
      for await (const event of listen(wanted, place, stop.signal)) {
        if (event === 'open') setConnected(true);
        else if (event === 'reload') return void (await startOver());
        else gathered(event);
      }
    });
    return () => stop.abort();
  }, [isOn, isSeen, type, actor, subject]);
  return isConnected;
}

/** One stream after the other, each from where things stand then. */
async function keepFollowing(
  stop: AbortSignal,
  begin: () => Promise<string>,
  tell: (isConnected: boolean) => void,
  follow: (place: string) => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await follow(await begin());
    } catch {
      if (!stop.aborted) tell(false);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function* listen(
  query: LogFilter,
  place: string,
  signal: AbortSignal,
): AsyncGenerator<LogEntry | 'open' | 'reload'> {
  const { data, error, response } = await api.GET('/api/log/stream', {
    params: { query },
    headers: { 'last-event-id': place },
    parseAs: 'stream',
    signal,
  });
  if (!data) throw faultFrom(response.status, error);
  yield 'open';
  for await (const { event, data: text } of sentEvents(data))
    yield event === 'reload' ? event : (JSON.parse(text) as LogEntry);
}

function gather(hear: (entries: readonly LogEntry[]) => void, stop: AbortSignal): (entry: LogEntry) => void {
  let waiting: LogEntry[] = [];
  return (entry) => {
    waiting.push(entry);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const heard = waiting;
      waiting = [];
      if (!stop.aborted) hear(heard);
    }, gatherMs);
  };
}

function placeOf({ position, hash }: LogEntry): string {
  return `${position}-${hash}`;
}
