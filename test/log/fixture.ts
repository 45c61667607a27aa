// A database with the cast and the use cases on it, without HTTP: for tests that need many real connections, their own
// clock, or a log of a certain shape.
import type pg from 'pg';
import { accessStore } from '../../src/adapters/db/access/store.ts';
import { openPool } from '../../src/adapters/db/pool.ts';
import { mint } from '../../src/adapters/mint.ts';
import type { Ports } from '../../src/app/ports.ts';
import { requestAccess } from '../../src/app/request-access.ts';
import type { AccessId, PersonId, ResourceId, TeamId } from '../../src/core/ids.ts';
import type { Channel, Principal } from '../../src/core/principal.ts';
import type { Clock } from '../../src/app/ports.ts';
import { castInto } from '../cast.ts';
import { lendDatabase, type LentDatabase } from '../lent-database.ts';
import { freshDatabase, type TestServer } from '../postgres.ts';

export interface Shop extends AsyncDisposable {
  readonly poolConfig: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly ports: Ports;
}

export async function openShop(
  options: { connections?: number; clock?: Clock; sealSoon?: () => void; server?: TestServer } = {},
): Promise<Shop> {
  const { connections = 10, clock = { now: () => Date.now() }, sealSoon = () => {} } = options;
  const { poolConfig, giveBack } = options.server ? await elsewhere(options.server) : await lendDatabase();
  const pool = openPool({ ...poolConfig, max: connections }, () => {});
  return {
    poolConfig,
    pool,
    ports: { accesses: accessStore(pool, failTest), clock, mint, sealSoon },
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await giveBack();
    },
  };
}

async function elsewhere(server: TestServer): Promise<Omit<LentDatabase, 'pool'>> {
  const fresh = await freshDatabase({ server, content: { name: 'cast', into: castInto } });
  return { poolConfig: fresh.poolConfig, giveBack: async () => fresh[Symbol.asyncDispose]() };
}

/** A member of the cast as a caller. */
export function caller(person: string, channel: Channel = 'web') {
  const principal: Principal = {
    type: 'person',
    id: person as PersonId,
    administrator: false,
    auditor: false,
    readOnly: false,
  };
  return { principal, channel, repetition: null };
}

/** Alice asks for the orders. */
export async function ask(
  ports: Ports,
  id: string,
  resource = 'orders/latest',
  purpose = 'churn model',
): Promise<AccessId> {
  await requestAccess(ports)(
    id as AccessId,
    {
      resource: resource as ResourceId,
      consumer: { kind: 'team', id: 'analytics' as TeamId, team: 'analytics' as TeamId },
      origin: null,
    },
    { purpose, purposeGenerated: false, roles: [], from: null, until: null, duration: null },
    caller('alice'),
  );
  return id as AccessId;
}

/** Entries put into the inbox as a decision would, each with its own subject and body. */
export async function inboxEntries(
  pool: Pick<pg.Pool, 'query'>,
  count: number,
  subject = 's',
): Promise<void> {
  await pool.query(
    `insert into log_inbox (id, at, type, subject, body, digest)
     select id, at, 'team.updated', $2, body, sha256(convert_to(body::text, 'UTF8')) from (
       select n, id, at, json_build_object('id', id, 'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'type', 'team.updated', 'subject', $2::text,
         'actor', json_build_object('type', 'system', 'id', 'system', 'person', null), 'channel', 'system', 'data', json_build_object('n', n)) as body
       from (select n, overlay(gen_random_uuid()::text placing '00' from 35)::uuid as id, date_trunc('milliseconds', now()) as at from generate_series(1, $1::int) n) x
     ) y order by n`,
    [count, subject],
  );
}

function failTest(access: string, error: unknown): void {
  throw new Error(`"${access}" could not be swept`, { cause: error });
}
