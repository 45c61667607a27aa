// What the PostgreSQL connector has to keep, against one server: the contract of all connectors, and its own promises by
// topic. Versions differ in what a membership is, so every version runs the contract, the sessions and the members; the
// other topics read and write catalogs that have not changed since 15.
import { after, before, describe } from 'node:test';
import { connectorContract } from '../../contracts/connector.ts';
import { checkTests } from './check.ts';
import { postgresContractFixture } from './contract-fixture.ts';
import { driftTests } from './drift.ts';
import { memberTests } from './members.ts';
import { privilegeTests } from './privileges.ts';
import { sessionTests } from './sessions.ts';
import { openShop, type Server, type Shop } from './shop.ts';
import { troubleTests } from './trouble.ts';

const whatDiffers = [sessionTests, memberTests];
const everything = [...whatDiffers, privilegeTests, driftTests, checkTests, troubleTests];

export function postgresqlSuite(name: string, start: () => Promise<Server>): void {
  suite(name, start, everything);
}

export function postgresqlVersionSuite(name: string, start: () => Promise<Server>): void {
  suite(name, start, whatDiffers);
}

function suite(
  name: string,
  start: () => Promise<Server>,
  topics: readonly ((open: () => Promise<Shop>) => void)[],
): void {
  describe(`the PostgreSQL connector at ${name}`, () => {
    let server: Server;
    before(async () => {
      server = await start();
    });
    after(() => server[Symbol.asyncDispose]());
    const open = () => openShop(server);
    connectorContract(name, async () => postgresContractFixture(await open()));
    for (const tests of topics) tests(open);
  });
}
