// All that the PostgreSQL connector has to keep, against one server: the contract of all connectors, and its own.
import { after, before, describe } from 'node:test';
import { Client } from 'pg';
import { connectorContract } from '../../contracts/connector.ts';
import { checkTests } from './check.ts';
import { postgresContractFixture } from './contract-fixture.ts';
import { driftTests } from './drift.ts';
import { memberTests } from './members.ts';
import { privilegeTests } from './privileges.ts';
import { sessionTests } from './sessions.ts';
import { openShop, type Server } from './shop.ts';
import { troubleTests } from './trouble.ts';

export function postgresqlSuite(name: string, start: () => Promise<Server>): void {
  describe(`the PostgreSQL connector at ${name}`, () => {
    let server: Server;
    before(async () => {
      server = await start();
      await hurry(server);
    });
    after(() => server[Symbol.asyncDispose]());
    const open = () => openShop(server);
    connectorContract(name, async () => postgresContractFixture(await open()));
    for (const tests of [sessionTests, privilegeTests, memberTests, driftTests, checkTests, troubleTests])
      tests(open);
  });
}

/** Nothing here survives the test, so the server need not wait for the disk. */
async function hurry(server: Server): Promise<void> {
  const client = new Client(server.connection('postgres'));
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
