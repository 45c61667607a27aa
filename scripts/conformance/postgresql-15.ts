// The PostgreSQL connector at PostgreSQL 15, where memberships have neither options nor a grantor, so that ending
// sessions is what makes a revoke certain. No package brings this version; the one of Debian and Ubuntu is used where it
// is installed, in a folder of its own that is thrown away, and without it nothing is tried and that is said.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { postgresqlSuite } from '../../test/connectors/postgresql/suite.ts';
import type { Server } from '../../test/connectors/postgresql/shop.ts';

const binaries = '/usr/lib/postgresql/15/bin';
const superuser = 'postgres';

if (existsSync(join(binaries, 'postgres'))) postgresqlSuite('PostgreSQL 15', start);
else
  console.log(
    `PostgreSQL 15 is not installed in ${binaries}; nothing was tried. On Debian 12: apt-get install postgresql-15`,
  );

async function start(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-15-'));
  // PostgreSQL refuses to run as root; nobody is as good as anybody here.
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;
  if (account) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', superuser, '-A', 'trust', '--encoding=UTF8', '--locale=C'],
    { ...account },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`);
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=100'],
    {
      ...account,
      stdio: 'ignore',
    },
  );
  const connection = (database: string, user = superuser): ClientConfig => ({
    host: folder,
    port: 5432,
    database,
    user,
    ssl: false,
  });
  await untilItAnswers(connection('postgres'));
  return {
    connection,
    async [Symbol.asyncDispose]() {
      server.kill('SIGINT');
      await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(config: ClientConfig): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client(config);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
