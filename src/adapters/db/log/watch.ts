// Hearing that the log has grown: one connection per server listens for the notification that sealing sends, whatever
// number of readers waits behind it. A notification may get lost with its connection, and behind a transaction pooler
// none arrives at all, so the head is looked up as well: rarely while the connection stands, often while it does not.
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { LogWatch } from '../../../app/log.ts';
import { repeat } from '../../../app/repeat.ts';
import { second, type Milliseconds } from '../../../core/time.ts';

export interface WatchOptions {
  /** Where to listen: a direct connection to the database, not one through a transaction pooler. */
  readonly listen: pg.ClientConfig;
  readonly pool: Pick<pg.Pool, 'query'>;
  /** Hears of a connection that broke or could not be made. Readers go on, a little slower. */
  readonly failed: (error: unknown) => void;
  readonly pollMs?: Milliseconds;
  readonly pollDeafMs?: Milliseconds;
}

export interface RunningWatch extends LogWatch {
  stop(): Promise<void>;
}

export function watchLog(options: WatchOptions): RunningWatch {
  const { pool, failed, pollMs = 2000, pollDeafMs = 100 } = options;
  const heads = headBoard();
  const ears = keepListening(options, heads.heard);
  const polling = repeat(
    pollMs,
    async () => {
      const { rows } = await pool.query<{ position: number }>('select position from log_head where one', []);
      heads.heard(rows[0]!.position);
      return ears.listening() ? pollMs : pollDeafMs;
    },
    failed,
  );
  return {
    get head() {
      return heads.head();
    },
    beyond: heads.beyond,
    stop: async () => {
      await Promise.all([ears.stop(), polling.stop()]);
      heads.close();
    },
  };
}

/** Where the newest head is posted, and readers wait for one beyond theirs. */
function headBoard() {
  const waiting = new Set<() => void>();
  let head = 0;
  let closed = false;
  const wake = () => {
    for (const look of waiting) look();
  };
  return {
    head: () => head,
    heard: (position: number) => {
      // A restore may have set the log back: the readers find out by the hash, here the newest word counts.
      if (position === head) return;
      head = position;
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
    beyond: (position: number, timeoutMs: Milliseconds, signal?: AbortSignal): Promise<boolean> =>
      new Promise((resolve) => {
        const finish = () => {
          waiting.delete(look);
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          resolve(head > position);
        };
        const look = () => {
          if (head > position || closed) finish();
        };
        const timer = setTimeout(finish, timeoutMs);
        waiting.add(look);
        signal?.addEventListener('abort', finish);
        if (signal?.aborted) finish();
        else look();
      }),
  };
}

/** Keeps one connection that listens, and makes a new one when it breaks. */
function keepListening({ listen, failed }: WatchOptions, heard: (position: number) => void) {
  let listening = false;
  let attempts = 0;
  const connections = repeat(
    0,
    async (signal) => {
      try {
        await listenOnce(listen, signal, failed, (position) => {
          listening = true;
          attempts = 0;
          heard(position);
        });
      } catch (error) {
        if (!signal.aborted) failed(error);
      }
      listening = false;
      return Math.min(100 * 2 ** attempts++, 5000);
    },
    failed,
  );
  return { listening: () => listening, stop: () => connections.stop() };
}

/** Listens until the connection ends. What was missed before it stood is made good by looking at the head once. */
async function listenOnce(
  config: pg.ClientConfig,
  signal: AbortSignal,
  failed: (error: unknown) => void,
  heard: (position: number) => void,
): Promise<void> {
  const client = new pg.Client({
    ...config,
    application_name: 'countersign listen',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  const over = new Promise<void>((resolve) => {
    client.once('end', resolve);
    signal.addEventListener('abort', () => resolve());
  });
  client.on('error', failed);
  client.on('notification', ({ payload }) => heard(Number(payload)));
  try {
    await Promise.race([begin(client, heard), over]);
    await over;
  } finally {
    await endSoon(client);
  }
}

async function begin(client: pg.Client, heard: (position: number) => void): Promise<void> {
  await client.connect();
  await client.query('listen countersign_log');
  const { rows } = await client.query<{ position: string }>('select position from log_head where one');
  heard(Number(rows[0]!.position));
}

/** A client that is told to end while it is still connecting may never say that it has, and would keep the process. */
async function endSoon(client: pg.Client): Promise<void> {
  const { stream } = (client as pg.Client & { connection: { stream: Socket } }).connection;
  await Promise.race([client.end(), delay(second, undefined, { ref: false })]);
  stream.destroy();
}
