// Reading the feed over HTTP as its clients do: batch after batch, each from the last event of the one before.
import { Agent, get } from 'node:http';
import { tokenOf } from '../test/cast.ts';

export interface FeedPlace {
  readonly url: string;
  readonly key: string;
}

export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
}

const agent = new Agent({ keepAlive: true });

/** The next batch, waiting for so many milliseconds if there is nothing yet. */
export function eventsAfter({ url, key }: FeedPlace, last: string, waitMs = 0): Promise<ReadEvent[]> {
  const address = `${url}/api/events?timeout=${waitMs}&lastEventId=${last}`;
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'x-api-key': key } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the feed answered ${answer.statusCode}`));
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as ReadEvent[]));
    }).on('error', reject);
  });
}

/** Everything from the beginning, and how long it took. */
export async function catchUp({ url }: { url: string }): Promise<{ events: ReadEvent[]; ms: number }> {
  const place = { url, key: tokenOf('organization') };
  const events: ReadEvent[] = [];
  const began = performance.now();
  for (let last = ''; ; last = events.at(-1)!.id) {
    const batch = await eventsAfter(place, last);
    if (batch.length === 0) return { events, ms: performance.now() - began };
    events.push(...batch);
  }
}
