/**
 * Whose server is it? A Countersign that is killed leaves its PostgreSQL running, and the next one takes it over.
 * It may do so only when the former owner is gone. The owner therefore holds a session-level advisory lock on a
 * connection of its own, which the server frees as soon as that process has ended.
 */
import { hostname } from 'node:os';
import { Client } from 'pg';
import { superuser } from './cluster.ts';
import { port } from './socket.ts';

export type Claim =
  | { state: 'ours'; session: OwnerSession }
  | { state: 'taken'; by: string }
  /** Nobody answers, or the server is still starting. */
  | { state: 'silent' };

export interface OwnerSession {
  /** The server's version, such as `18.4`. */
  version: string;
  /** Resolves when the connection ends, be it by us or because the server went away. */
  ended: Promise<unknown>;
  end(): Promise<void>;
}

/** How to reach one database of the server behind this socket. */
export function connection(socketDir: string, database: string, user = superuser) {
  return { host: socketDir, port, database, user, ssl: false };
}

/** Tries to become the owner of the server behind this socket. */
export async function claimServer(socketDir: string): Promise<Claim> {
  const me = `${ownerTitle}process ${process.pid} on ${hostname()}`.slice(0, 63);
  const options = { application_name: me, connectionTimeoutMillis: 5000 };
  const client = new Client({ ...connection(socketDir, 'postgres'), ...options });
  client.on('error', () => {}); // That the connection ends is what matters, and the event 'end' tells it.
  const ended = new Promise((resolve) => client.once('end', resolve));
  try {
    await client.connect();
    const { rows } = await client.query<{ ours: boolean; version: string }>(claim);
    const { ours = false, version = '' } = rows[0] ?? {};
    if (ours) return { state: 'ours', session: { version, ended, end: () => client.end() } };
    const [holder] = (await client.query<{ by: string }>(whoHolds, [ownerTitle])).rows;
    await client.end();
    // The holder may have gone since.
    return holder ? { state: 'taken', by: holder.by } : { state: 'silent' };
  } catch {
    await client.end();
    return { state: 'silent' };
  }
}

const ownerTitle = 'countersign owner: ';

/** The number of the lock says nothing; nobody else takes advisory locks in the database `postgres`. */
const claim = `
  select pg_try_advisory_lock(8700) as ours,
         split_part(current_setting('server_version'), ' ', 1) as version`;

const whoHolds = `
  select substr(application_name, length($1) + 1) as by
    from pg_locks join pg_stat_activity using (pid)
   where locktype = 'advisory' and objid = 8700 and granted`;
