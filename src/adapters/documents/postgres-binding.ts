// Which PostgreSQL tables an output port means. Two documents speak about it: the port with its `server`, and the
// contract with its `servers` and its schema. A wrong guess here would open the wrong table to somebody, so there are
// no guesses: what is not said, said twice, or said as a variable that only a tool could resolve gives no binding, with
// the reason as a sentence. An operator can always say it in the settings of a target instead.
//
// 1. Where: the contract's server that the port names in `contractServer`, completed and overruled by the port's own
//    `server`; else the port's own `server`; else the one PostgreSQL server of the contract that fits the port.
// 2. What: the tables that the port names; else the tables of the contract; else, for a port without a contract, all
//    tables of the schema, those included that come later.
import type { OutputPort } from './data-product.ts';
import type { ContractServer, ContractTable, DataContract } from './data-contract.ts';
import { isPostgres, postgresFaults, type Server } from './server.ts';

export interface PostgresBinding {
  /** Null: the documents do not say; a target is then found by its database. */
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string;
  readonly schema: string;
  readonly tables: readonly string[] | 'all';
  /** Whether tables that come later are meant too. */
  readonly future: boolean;
}

/** A sentence for the person who wonders why a port has no binding. */
export interface Unbound {
  readonly unbound: string;
}

type Place = Pick<Server, 'host' | 'port' | 'database' | 'schema' | 'tables' | 'futureTables'>;

/** The tables that a port means, or null when the documents do not say so beyond doubt. */
export function postgresBinding(port: OutputPort, contract: DataContract | null): PostgresBinding | null {
  const found = findPostgres(port, contract);
  return 'unbound' in found ? null : found;
}

/** The same, with the reason when there is no binding. */
export function findPostgres(port: OutputPort, contract: DataContract | null): PostgresBinding | Unbound {
  const place = placeOf(port, contract);
  if ('unbound' in place) return place;
  const { host, database, schema } = place;
  if (database === null) return { unbound: 'The server entry names no database.' };
  if (schema === null) return { unbound: 'The server entry names no schema.' };
  const tables = tablesOf(port, contract, place, schema);
  if (typeof tables === 'object' && 'unbound' in tables) return tables;
  const variable = [host, database, schema, ...(tables === 'all' ? [] : tables)].find((text) =>
    text?.includes('${'),
  );
  if (variable)
    return { unbound: `The text "${variable}" stands for a value that only a tool could fill in.` };
  return {
    host,
    port: place.port ?? (host === null ? null : 5432),
    database,
    schema,
    tables,
    future: tables === 'all' && place.futureTables !== false,
  };
}

function placeOf(port: OutputPort, contract: DataContract | null): Place | Unbound {
  const own = port.server;
  // A table that is written wrongly must not turn into all tables of the contract.
  const [wrong] = own ? postgresFaults(own.raw) : [];
  if (wrong) return { unbound: `In the server of the port, ${wrong.field} ${wrong.message}.` };
  if (port.contractServer !== null && (contract !== null || own === null)) {
    const named = contract?.servers.find(({ name }) => name === port.contractServer);
    if (!named) return { unbound: `The contract has no server "${port.contractServer}", or is not known.` };
    if (!isPostgres(named.type) || !(own?.type == null || isPostgres(own.type)))
      return { unbound: `The server "${named.name}" is not PostgreSQL, or the port says otherwise.` };
    return own ? completed(own, named) : named;
  }
  if (own === null)
    return contract ? fittingServer(port, contract.servers) : { unbound: 'The port names no server.' };
  return isPostgres(own.type ?? port.type)
    ? own
    : { unbound: 'The server of the port does not say that it is PostgreSQL.' };
}

function completed(own: Server, named: ContractServer): Place {
  return {
    host: own.host ?? named.host,
    port: own.port ?? named.port,
    database: own.database ?? named.database,
    schema: own.schema ?? named.schema,
    tables: own.tables ?? named.tables,
    futureTables: own.futureTables ?? named.futureTables,
  };
}

/** Types that say nothing about the technology, so that the contract's servers decide. */
const openTypes = ['table', 'tables', 'view', 'views', 'database', 'sql', 'jdbc'];

function fittingServer(port: OutputPort, servers: readonly ContractServer[]): Place | Unbound {
  if (port.type !== null && !isPostgres(port.type) && !openTypes.includes(port.type.trim().toLowerCase()))
    return { unbound: `The port is of type "${port.type}".` };
  const postgres = servers.filter(({ type }) => isPostgres(type));
  const fitting = postgres.filter((server) =>
    fitsEnvironment(server, port.environment, postgres.length === 1),
  );
  const named = fitting.filter(({ name }) => name === port.id || name === port.name);
  const chosen = named.length > 0 ? named : fitting;
  if (chosen.length === 1) return chosen[0]!;
  if (postgres.length === 0) return { unbound: 'The contract names no PostgreSQL server.' };
  const names = postgres.map(({ name }) => name).join(', ');
  return {
    unbound: `Which server of the contract is meant (${names})? The port can say it in contractServer.`,
  };
}

/** A server that names no environment is known by its name; the only one fits unless it says otherwise. */
function fitsEnvironment(server: ContractServer, environment: string | null, isOnly: boolean): boolean {
  if (environment === null) return true;
  const wanted = plainEnvironment(environment);
  if (server.environment !== null) return plainEnvironment(server.environment) === wanted;
  return isOnly || plainEnvironment(server.name) === wanted;
}

const longEnvironments: Record<string, string> = { prod: 'production', dev: 'development', stage: 'staging' };

function plainEnvironment(word: string): string {
  const plain = word.trim().toLowerCase();
  return Object.hasOwn(longEnvironments, plain) ? longEnvironments[plain]! : plain;
}

function tablesOf(
  port: OutputPort,
  contract: DataContract | null,
  place: Place,
  schema: string,
): readonly string[] | 'all' | Unbound {
  if (place.tables === 'all') return 'all';
  if (place.tables !== null) return unqualified(place.tables, place, schema);
  if (contract === null)
    return port.contractId === null
      ? 'all'
      : { unbound: `The contract "${port.contractId}" is not known, so neither are its tables.` };
  if (contract.tables.length === 0) return 'all';
  const tables = contract.tables.filter(isTable);
  if (tables.length === 0) return { unbound: 'The contract describes no tables or views.' };
  return unqualified(
    tables.map(({ name, physicalName }) => physicalName ?? name),
    place,
    schema,
  );
}

/** A contract can describe topics and files as well; whatever it does not call a table or view is none. */
function isTable({ physicalType }: ContractTable): boolean {
  return physicalType === null || /table|view/i.test(physicalType);
}

/** Takes off `schema.` or `database.schema.`; a table of another schema gives no binding, for a binding has one schema. */
function unqualified(names: readonly string[], place: Place, schema: string): readonly string[] | Unbound {
  const prefixes = [`${place.database}.${schema}.`, `${schema}.`];
  const bare = names.map((name) => {
    const prefix = prefixes.find((prefix) => name.startsWith(prefix));
    return prefix === undefined ? name : name.slice(prefix.length);
  });
  const foreign = bare.find((name) => name.includes('.'));
  return foreign === undefined
    ? [...new Set(bare)]
    : { unbound: `The table "${foreign}" is not in the schema "${schema}".` };
}
