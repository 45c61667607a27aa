// Where data lies, as documents say it: a port's `server`, or an entry of a contract's `servers`. The formats agree on
// host, port, database and schema for PostgreSQL; the tables are written in several ways (`table`, `tables`, `view`,
// `views`). Every technology has fields of its own, so only an entry that calls itself PostgreSQL is held to these
// types; of any other one, whatever does not fit is left unread and stays in `raw`.
import { isObject, type JsonObject } from './shape.ts';

export interface Server {
  /** The technology in the document's words, such as `postgres` or `snowflake`. */
  readonly type: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly schema: string | null;
  /** Null: the entry names none. */
  readonly tables: readonly string[] | 'all' | null;
  /** Whether tables that come later are meant too; null: not said. */
  readonly futureTables: boolean | null;
  readonly raw: JsonObject;
}

interface ServerFault {
  readonly field: string;
  readonly message: string;
}

export function isPostgres(type: string | null): boolean {
  return type !== null && /^postgres(ql)?$/i.test(type.trim());
}

/** Reads a server entry of any technology. Never fails: what does not fit is null. */
export function readServer(raw: JsonObject): Server {
  return {
    type: filled(raw['type']),
    host: filled(raw['host']),
    port: portNumber(raw['port']),
    database: filled(raw['database']),
    schema: filled(raw['schema']),
    tables: tablesOf(raw),
    futureTables: typeof raw['futureTables'] === 'boolean' ? raw['futureTables'] : null,
    raw,
  };
}

/** What a PostgreSQL entry says that cannot be meant. Absent fields are no fault: they may stand elsewhere. */
export function postgresFaults(raw: JsonObject): ServerFault[] {
  const wrong = (field: string, message: string, fits: (value: unknown) => boolean): ServerFault[] =>
    (raw[field] ?? null) === null || fits(raw[field]) ? [] : [{ field, message }];
  return [
    ...['host', 'database', 'schema', 'table', 'view'].flatMap((field) =>
      wrong(field, 'has to be text', (value) => filled(value) !== null),
    ),
    ...wrong('port', 'has to be a port number', (value) => portNumber(value) !== null),
    ...['tables', 'views'].flatMap((field) =>
      wrong(field, 'has to be a list of names, or "all"', (value) => isAll(value) || isNames(value)),
    ),
    ...wrong('futureTables', 'has to be true or false', (value) => typeof value === 'boolean'),
  ];
}

/** The `server` field of a port, if it is an object that says anything. */
export function serverObject(value: unknown): JsonObject | null {
  return isObject(value) && Object.keys(value).length > 0 ? value : null;
}

function tablesOf(raw: JsonObject): readonly string[] | 'all' | null {
  const said = ['table', 'tables', 'view', 'views']
    .map((field) => raw[field])
    .filter((value) => value != null);
  if (said.length === 0) return null;
  if (said.some(isAll)) return 'all';
  const names = said.flatMap((value): unknown[] => (Array.isArray(value) ? value : [value])).map(filled);
  return names.every((name) => name !== null) ? [...new Set(names)] : null;
}

const isAll = (value: unknown): boolean => value === 'all' || value === '*';

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => filled(name) !== null);
}

function filled(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function portNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 65535
    ? number
    : null;
}
