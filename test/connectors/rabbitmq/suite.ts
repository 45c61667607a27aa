// What the RabbitMQ connector has to keep, at whatever broker: the contract of all connectors, and its own promises.
import { after, before, describe } from 'node:test';
import type { TakeTurns } from '../../../src/app/connector.ts';
import { connectorContract } from '../../contracts/connector.ts';
import { openTurns } from '../turns.ts';
import { rabbitContractFixture } from './contract-fixture.ts';
import { prepare, type House } from './house.ts';
import { promiseTests } from './promises.ts';

export function rabbitSuite(name: string, start: () => Promise<House>): void {
  describe(`RabbitMQ: ${name}`, { concurrency: false }, () => {
    let house: House;
    let takeTurns: TakeTurns;
    before(async () => {
      [house, takeTurns] = await Promise.all([start(), openTurns()]);
      await prepare(house);
    });
    after(() => house[Symbol.asyncDispose]());
    connectorContract(name, async () => rabbitContractFixture(house, takeTurns));
    promiseTests(async () => ({ house, fixture: rabbitContractFixture(house, takeTurns) }));
  });
}
