// Where the adapters meet: one database, one server, the use cases between them. `main.ts` calls this for a process,
// tests call it with a clock of their own; nothing else constructs an adapter, starts a timer or reads a setting.
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { accessStore } from './adapters/db/access/store.ts';
import { openDatabase, type Database } from './adapters/db/database.ts';
import { createServer, type Server, type ServerOptions } from './adapters/http/server.ts';
import { mint } from './adapters/mint.ts';
import type { Clock, Ports } from './app/ports.ts';

export interface Parts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger | boolean;
  readonly trustProxy: boolean;
  readonly sealSoon: () => void;
  readonly authenticate: ServerOptions['authenticate'];
  readonly hostileFaults: ServerOptions['hostileFaults'];
}

export interface Countersign {
  readonly server: Server;
  readonly ports: Ports;
  readonly database: Database;
}

export function assemble(parts: Parts): Countersign {
  const database = openDatabase(parts.pool, parts.sealSoon);
  const server = createServer(parts);
  const alarm = (access: string, error: unknown) =>
    server.log.error({ access, err: error }, 'an access could not be swept');
  const ports: Ports = {
    accesses: accessStore(parts.pool, alarm),
    clock: parts.clock,
    mint,
    sealSoon: parts.sealSoon,
  };
  return { server, ports, database };
}
