/**
 * Countersign's embedded PostgreSQL: a real server in the data folder, for those who bring no DATABASE_URL. It
 * listens on a unix socket and on no network. Whoever can open the socket is let in as the user they name
 * ("trust"). That is safe because the socket lies in a folder that only the server's own account may enter, and
 * this account could read the data files anyway; to ask the kernel who calls ("peer") does not work, as the
 * numbers of users differ across a user namespace. A server that ends while we live is brought back on the same
 * socket, so that pools find it again.
 */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { superuser } from './cluster.ts';
import { openFolder } from './folder.ts';
import { connection } from './owner.ts';
import { killServer } from './processes.ts';
import { enter, leave, type Plan, type Server } from './server.ts';
import { openLog } from './server-log.ts';
import { port } from './socket.ts';

export interface EmbeddedOptions {
  /** Everything of the server lies below it: the data (`pg`), the lock, the server's log, mostly the socket. */
  dataDir: string;
  /** Further settings of the server, such as `{ max_connections: '200' }`. */
  settings?: Record<string, string>;
  /** The module as whose dependency the binaries are looked up; ours unless said. */
  binariesFrom?: string | URL;
  /** Takes one sentence about what happened to the server. */
  log: (line: string) => void;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  socketDir: string;
  port: number;
  superuser: string;
  /** How to connect to one of its databases, for `pg.Pool` and `pg.Client`. */
  connection(database: string, user?: string): pg.PoolConfig;
  /** Ends the server in order, and every connection to it. */
  stop(): Promise<void>;
  /** Ends the server as a crash does; nobody brings it back. For tests. */
  kill(): Promise<void>;
}

/** Starts or adopts the server of a data folder. Every refusal is one sentence that says what to do. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries(options.binariesFrom ?? import.meta.url);
  const folder = await openFolder(options.dataDir);
  const account = await chooseAccount(folder, binaries);
  const serverLog = await openLog(folder, account);
  const { log, settings = {} } = options;
  const plan: Plan = { folder, account, binaries, settings, serverLog, log };
  try {
    return handle(plan, await enter(plan));
  } catch (error) {
    await serverLog.close();
    throw error;
  }
}

function handle(plan: Plan, server: Server): EmbeddedPostgres {
  const watch = watchOver(plan, server);
  let end: Promise<void> | undefined;
  const stop = () => (end ??= watch.end((last) => leave(plan, last)));
  return {
    socketDir: server.socketDir,
    port,
    superuser,
    connection: (database, user) => connection(server.socketDir, database, user),
    stop,
    kill: () => (end ??= watch.end(() => killServer(plan.folder))),
    [Symbol.asyncDispose]: stop,
  };
}

/** Brings the server back whenever it ends, until `end` is called, and keeps its log short meanwhile. */
function watchOver(plan: Plan, first: Server) {
  const over = new AbortController();
  const aborted = once(over.signal, 'abort');
  const trimming = setInterval(() => void plan.serverLog.trim().catch(() => {}), 60_000).unref();
  const watching = (async () => {
    for (let server = first; ;) {
      await Promise.race([server.session.ended, aborted]);
      if (over.signal.aborted) return server;
      plan.log('PostgreSQL went away; bringing it back.');
      server = await comeBack({ ...plan, socketDir: first.socketDir }, server, over.signal);
    }
  })();
  return {
    async end(how: (last: Server) => Promise<void>): Promise<void> {
      over.abort();
      clearInterval(trimming);
      await how(await watching);
      await plan.serverLog.close();
    },
  };
}

/** Tries until the server is back, or until nobody wants it any more; then the last one is as good. */
async function comeBack(plan: Plan, last: Server, over: AbortSignal): Promise<Server> {
  for (let pauseMs = 100; !over.aborted; pauseMs = Math.min(2 * pauseMs, 30_000)) {
    try {
      return await enter(plan);
    } catch (error) {
      plan.log((error as Error).message);
      await delay(pauseMs, undefined, { signal: over }).catch(() => {});
    }
  }
  return last;
}
