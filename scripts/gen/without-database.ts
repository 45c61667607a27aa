// The assembled server with no database behind it: nothing asks one before a call comes, so whatever can be read off
// the routes themselves (the API's description, who may call what) can be read anywhere.
import { pino } from 'pino';
import { openPool } from '../../src/adapters/db/pool.ts';
import type { Server } from '../../src/adapters/http/server.ts';
import { assemble } from '../../src/server.ts';

export async function withoutDatabase<T>(read: (server: Server) => T): Promise<T> {
  const pool = openPool({ host: '/nowhere' }, () => {});
  const { server } = assemble({
    pool,
    clock: { now: () => 0 },
    logger: pino({ level: 'silent' }),
    trustProxy: false,
    publicUrl: 'http://localhost:8700',
    hosts: null,
    sealSoon: () => {},
  });
  await server.ready();
  const found = read(server);
  await server.close();
  await pool.end();
  return found;
}
