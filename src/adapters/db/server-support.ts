/**
 * Which servers the store runs on. Others speak PostgreSQL's protocol and then differ in what the store relies on,
 * row locks that wait, advisory locks, NOTIFY, and would fail later and less clearly.
 */
import type { Pool } from 'pg';

export interface ServerFacts {
  /** The answer of `select version()`. */
  version: string;
  /** Such as 160004. */
  number: number;
  encoding: string;
}

/** Throws one sentence when the store cannot run on the server behind the pool. */
export async function refuseForeignServer(pool: Pool): Promise<void> {
  const { rows } = await pool.query<ServerFacts>(`select version(),
    current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding`);
  const reason = rows[0] && whyUnsupported(rows[0]);
  if (reason) throw new Error(reason);
}

/** One sentence, or undefined for a server that will do. */
export function whyUnsupported({ version, number, encoding }: ServerFacts): string | undefined {
  const needed = 'Countersign needs PostgreSQL 16 or newer';
  if (/cockroach/i.test(version)) return `${needed}; DATABASE_URL leads to CockroachDB.`;
  if (/yugabyte|-YB-/i.test(version)) return `${needed}; DATABASE_URL leads to YugabyteDB.`;
  if (number < 160_000) return `${needed}; DATABASE_URL leads to ${version.split(' on ')[0]}.`;
  if (encoding !== 'UTF8')
    return `Countersign needs a database with the encoding UTF8; this one has ${encoding}.`;
  return undefined;
}
