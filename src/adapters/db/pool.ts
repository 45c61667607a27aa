// The pool of connections. A few things differ from the driver's defaults, each for a measured or a safety reason:
// every statement with a fixed text is prepared under a name derived from that text (unnamed ones cost two thirds of
// the speed of a decision), instants travel as milliseconds, and a database that cannot be reached is one Problem
// instead of two dozen error codes. Statements are short here, so none is compiled to machine code, which PostgreSQL
// does by an estimate that knows nothing about lists in parameters. `json` columns arrive as the exact text that was
// stored, `jsonb` ones parsed.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { Problem } from '../../core/problem.ts';

/** Opens a pool. `onError` hears of idle connections that broke; without a listener they would end the process. */
export function openPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new TranslatingPool({
    max: 10,
    connectionTimeoutMillis: 5000,
    ...config,
    options: `-c TimeZone=UTC -c jit=off ${config.options ?? ''}`.trim(),
    types: wireTypes,
    Client: NamedClient,
  });
  pool.on('error', onError);
  // A connection that breaks while somebody holds it, between two statements, is heard by nobody else and would end the
  // process. Its holder learns of it from the next statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The text form of an instant for a statement's parameter. */
export function timestamp(instant: number): string;
export function timestamp(instant: number | null): string | null;
export function timestamp(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** Turns a failure of the database itself into the Problem that surfaces know; hands everything else on as it is. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === '53100') return new Problem('disk_full', { cause: error });
  return isUnreachable(code, error.message) ? new Problem('database_unavailable', { cause: error }) : error;
}

/** A deadlock, a lost connection and the like: it says nothing about what was written, and the same may work right away. */
export function isPassing(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return (error instanceof Problem && error.kind === 'unavailable') || code === '40001' || code === '40P01';
}

/** PostgreSQL's classes for a lost connection and for a system that cannot go on, and what sockets say. */
const unreachableClasses = /^(?:08|58|57P)/;
const unreachableCodes = new Set([
  '53300',
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTCONN',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

function isUnreachable(code: string, message: string): boolean {
  return (
    unreachableCodes.has(code) ||
    unreachableClasses.test(code) ||
    /connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after|not currently accepting connections/i.test(
      message,
    )
  );
}

const names = new Map<string, string>();
const mostNames = 500;

/** Texts that are built for one call only must not fill the server's cache, so there is a limit to the names. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `cs_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

class TranslatingPool extends pg.Pool {
  /** A connection that breaks tells the pool before it tells the statement, and in its own words. */
  override query(...args: unknown[]): never {
    return translated(super.query(...(args as Parameters<pg.Pool['query']>))) as never;
  }
}

class NamedClient extends pg.Client {
  override connect(...args: unknown[]): never {
    const callback = args[0];
    if (typeof callback === 'function')
      return super.connect((error: Error) => callback(error && asProblem(error))) as never;
    return translated(super.connect()) as never;
  }

  override query(...args: unknown[]): never {
    const [text, values, callback] = args;
    if (typeof text !== 'string' || !Array.isArray(values))
      return translated(super.query(...(args as Parameters<pg.Client['query']>))) as never;
    const name = values.length === 0 ? undefined : nameOf(text);
    const statement = name === undefined ? { text, values } : { name, text, values };
    // A pool's own `query` hands over a callback; everything else waits for a promise.
    if (typeof callback === 'function')
      return super.query(statement, (error: Error, result: unknown) =>
        callback(error && asProblem(error), result),
      ) as never;
    return translated(super.query(statement)) as never;
  }
}

/** What is no promise (a statement with a callback, a stream) is handed on as it is. */
function translated(result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  return result.catch((error: unknown) => {
    throw asProblem(error);
  });
}

const oids = { int8: 20, json: 114, timestamptz: 1184, numeric: 1700 } as const;

const parsers: Record<number, (text: string) => unknown> = {
  [oids.int8]: Number,
  [oids.numeric]: Number,
  [oids.json]: (text) => text,
  // `2026-11-22 17:00:00.123+00` as PostgreSQL writes it under TimeZone=UTC.
  [oids.timestamptz]: (text) => Date.parse(`${text.replace(' ', 'T').replace(/[+-]00$/, '')}Z`),
};

const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (parsers[oid] ?? pg.types.getTypeParser(oid))) as pg.CustomTypesConfig['getTypeParser'],
};
