// Where the adapters meet: one database, one server, the use cases between them. `main.ts` calls this for a process,
// tests call it with a clock of their own; nothing else constructs an adapter, starts a timer or reads a setting.
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyBaseLogger } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type pg from 'pg';
import { accessReads } from './adapters/db/access/read.ts';
import { resolver } from './adapters/db/access/resolve.ts';
import { accessStore } from './adapters/db/access/store.ts';
import { openDatabase, type Database } from './adapters/db/database.ts';
import { accessRoutes } from './adapters/http/routes/access.ts';
import { inboxRoutes } from './adapters/http/routes/inbox.ts';
import { createServer, type Server, type ServerOptions } from './adapters/http/server.ts';
import { mint } from './adapters/mint.ts';
import type { Clock, Ports } from './app/ports.ts';

export interface Parts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  readonly trustProxy: boolean;
  /** Where people reach the web app, without a slash at the end. */
  readonly publicUrl: string;
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
  const { pool, clock, logger, sealSoon } = parts;
  const database = openDatabase(pool, sealSoon);
  const server = createServer(parts);
  const alarm = (access: string, error: unknown) =>
    logger.error({ access, err: error }, 'an access could not be swept');
  const ports: Ports = { accesses: accessStore(pool, alarm), clock, mint, sealSoon };
  const access = {
    ports,
    reads: accessReads(pool),
    resolver: resolver(pool),
    accessPage: (id: string) => `${parts.publicUrl}/access/${encodeURIComponent(id)}`,
  };
  void server.register(swagger, openApi);
  void server.register(async (routes) => {
    accessRoutes(routes as Server, access);
    inboxRoutes(routes as Server, access);
  });
  return { server, ports, database };
}

const openApi = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Countersign',
      version: '1',
      description:
        'The open approval plane for access. Everything under /api is a superset of the Entropy Data API.',
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ apiKey: [] }, { bearer: [] }],
  },
  transform: jsonSchemaTransform,
  transformObject: jsonSchemaTransformObject,
} satisfies FastifyDynamicSwaggerOptions;
