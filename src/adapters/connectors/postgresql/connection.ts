// One connection to a target, for one run: opened, used, closed. Targets are other people's machines, so everything has
// a limit: connecting, waiting for a lock, a statement, sitting idle inside the transaction, and the run as a whole. The
// last one is kept here by destroying the socket, because a target that went silent answers no other limit. No pool: a
// run is rare beside a request, and a fresh connection sees a changed password or host at once.
import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import { TargetFailure } from '../../../app/connector.ts';
import { asTargetFailure } from './failure.ts';
import type { TargetSettings } from './settings.ts';

/** All in milliseconds. */
export interface Limits {
  readonly connectMs: number;
  /** For a lock of another transaction, also that of another run for the same port. */
  readonly lockMs: number;
  readonly statementMs: number;
  /** A run that is paused longer than this between two statements is ended by the target and changes nothing. */
  readonly idleMs: number;
  readonly runMs: number;
}

export const usualLimits: Limits = {
  connectMs: 5_000,
  lockMs: 10_000,
  statementMs: 20_000,
  idleMs: 30_000,
  runMs: 60_000,
};

export interface Connection extends AsyncDisposable {
  /** The major version, such as 16. */
  readonly version: number;
  readonly user: string;
  /** Throws `TargetFailure`. Statements that are not waited for go out at once and are answered in their order. */
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Runs a piece of work in a savepoint of the current transaction. What the target refuses is undone and returned. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<TargetFailure | null>;
  /**
   * Runs a piece of work in a transaction of its own, and undoes it if it throws.
   *
   * @param alone the number of a lock of the target that is held until the end, and waited for before the work begins.
   */
  readonly transaction: <T>(work: () => Promise<T>, alone?: bigint) => Promise<T>;
}

export interface SignIn {
  readonly user: string;
  readonly password: string | null;
}

/** Throws `TargetFailure`: unreachable, sign_in_refused, unsupported_version, timed_out. */
export async function connect(
  settings: TargetSettings,
  { user, password }: SignIn,
  limits: Limits,
): Promise<Connection> {
  const socket = new Socket();
  const client = new Client({
    ...address(settings),
    user,
    password: () => password ?? '',
    stream: () => socket,
    ...fixed,
  });
  // Without a listener a connection that breaks between two statements would end the process.
  client.on('error', () => {});
  const connecting = within(limits.connectMs, socket);
  const running = within(limits.runMs, socket);
  const closed = () => close(client, socket).finally(running.stop);
  try {
    await client.connect();
    connecting.stop();
    return await opened(client, { settings, user, limits, outOfTime: running.passed, close: closed });
  } catch (error) {
    connecting.stop();
    await closed();
    throw asTargetFailure(error, { place: placeOf(settings), user, outOfTime: connecting.passed() });
  }
}

/** Everything that the driver would otherwise read from the environment. */
const fixed = {
  application_name: 'countersign',
  client_encoding: 'UTF8',
  keepAlive: true,
  // A target may be far away, and most of a run is reading things that do not depend on each other.
  pipeline: true,
} satisfies ClientConfig;

interface Circumstances {
  readonly settings: TargetSettings;
  readonly user: string;
  readonly limits: Limits;
  readonly outOfTime: () => boolean;
  readonly close: () => Promise<void>;
}

async function opened(
  client: Client,
  { settings, user, limits, outOfTime, close }: Circumstances,
): Promise<Connection> {
  const place = placeOf(settings);
  const failed = (error: unknown): TargetFailure =>
    asTargetFailure(error, { place, user, outOfTime: outOfTime() });

  async function query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    // Without values this is a simple query, which may hold several statements; its result is then of no interest.
    const result = await (values ? client.query<Row>(text, [...values]) : client.query<Row>(text)).catch(
      (error: unknown) => Promise.reject(failed(error)),
    );
    return result.rows;
  }

  async function attempt(work: () => Promise<unknown>): Promise<TargetFailure | null> {
    try {
      // Savepoints of one name nest, so an attempt may hold another one.
      await Promise.all([query('savepoint attempt'), work()]);
      await query('release savepoint attempt');
      return null;
    } catch (error) {
      if (!(error instanceof TargetFailure) || outOfTime() || isBroken(error)) throw error;
      await query('rollback to savepoint attempt; release savepoint attempt');
      return error;
    }
  }

  async function transaction<T>(work: () => Promise<T>, alone?: bigint): Promise<T> {
    try {
      await query(begin(limits, alone));
      const value = await work();
      await query('commit');
      return value;
    } catch (error) {
      // If the connection is gone the target has undone everything by itself.
      await query('rollback').catch(() => {});
      throw error;
    }
  }

  // SHOW needs no function and no operator, so a search path of the target's choosing has no say in it.
  const [row] = await query<{ server_version_num: string }>('show server_version_num');
  const version = Math.floor(Number(row?.server_version_num ?? 0) / 10_000);
  if (version < 15) {
    throw new TargetFailure(
      'unsupported_version',
      `${place} runs PostgreSQL ${version}; Countersign needs 15 or newer.`,
    );
  }
  return { version, user, query, attempt, transaction, [Symbol.asyncDispose]: close };
}

// Settings of the transaction, not of the session: a transaction pooler in front of the target hands the session on. A
// search path of the target's choosing could put somebody else's functions in front of PostgreSQL's own. Compiling our
// small queries takes longer than running them.
const begin = ({ lockMs, statementMs, idleMs }: Limits, alone?: bigint): string => `
  begin isolation level read committed read write;
  set local search_path = pg_catalog, pg_temp;
  set local jit = off;
  set local lock_timeout = ${lockMs};
  set local statement_timeout = ${statementMs};
  set local idle_in_transaction_session_timeout = ${idleMs};
  ${alone === undefined ? '' : `select pg_advisory_xact_lock(${alone})`}`;

function address({ host, port, database, tls, ca }: TargetSettings): ClientConfig {
  const plain = host.startsWith('/') || tls === 'disable';
  const ssl = plain
    ? false
    : tls === 'require'
      ? { rejectUnauthorized: false }
      : { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) };
  return { host, port, database, ssl };
}

function placeOf({ host, port, database }: TargetSettings): string {
  return `Database "${database}" at ${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const isBroken = ({ code }: TargetFailure): boolean => code === 'interrupted' || code === 'unreachable';

function within(ms: number, socket: Socket): { passed: () => boolean; stop: () => void } {
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    socket.destroy();
  }, ms);
  return { passed: () => passed, stop: () => clearTimeout(timer) };
}

/** Says goodbye, and does not wait for the answer of a target that went silent. */
async function close(client: Client, socket: Socket): Promise<void> {
  const impatient = within(1_000, socket);
  await client.end().catch(() => {});
  impatient.stop();
  socket.destroy();
}
