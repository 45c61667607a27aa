// A server process for a measurement: the real assembly on a given database, without anything that is not measured.
import pg from 'pg';
import { pino } from 'pino';
import { openPool } from '../src/adapters/db/pool.ts';
import { assemble } from '../src/server.ts';

const poolConfig = JSON.parse(process.argv[2]!) as pg.PoolConfig;
const logger = pino({ level: 'warn' }, process.stderr);
const pool = openPool({ ...poolConfig, max: 16 }, (error) => logger.error(error));
const { server } = assemble({
  pool,
  clock: { now: () => Date.now() },
  logger,
  trustProxy: false,
  publicUrl: 'http://localhost',
  hosts: null,
  sealSoon: () => {},
});
await server.listen({ host: '127.0.0.1', port: 0 });
const address = server.server.address();
console.log(typeof address === 'object' ? address?.port : address);
process.on(
  'SIGTERM',
  () =>
    void server
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
