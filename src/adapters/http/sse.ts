// Server-sent events: one answer that goes on. A client that is cut off comes back with the id of the last event it got,
// so ending a stream is harmless; every stream ends after ten minutes, and with that whoever lost their session or key
// in the meantime is asked for it anew. A comment now and then keeps proxies from taking silence for death.
import { setTimeout as delay } from 'node:timers/promises';
import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { minute, second } from '../../core/time.ts';

export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

const longest = 10 * minute;
const heartbeat = 15 * second;

/**
 * Sends what `next` gives until the client goes, the time is over, or the server stops.
 *
 * @param next waits for more, a heartbeat's time at most; nothing is an answer too.
 */
export async function stream(
  reply: FastifyReply,
  stopping: AbortSignal,
  next: (waitMs: number, signal: AbortSignal) => Promise<readonly ServerSentEvent[]>,
): Promise<void> {
  const gone = new AbortController();
  const raw = reply.raw;
  reply.hijack();
  raw.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping, AbortSignal.timeout(longest)]);
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 1000\n\n');
  try {
    while (!signal.aborted) {
      const events = await next(heartbeat, signal);
      const text = events.length > 0 ? events.map(format).join('') : ': still here\n\n';
      if (!signal.aborted && !raw.write(text)) await once(raw, 'drain', { signal });
      // A burst of decisions becomes one look, not a hundred.
      await delay(100, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) reply.log.error({ err: error }, 'a stream broke');
  }
  raw.end();
}

function format({ id, event, data }: ServerSentEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
