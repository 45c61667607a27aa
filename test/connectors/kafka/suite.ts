import { after, before, describe } from 'node:test';
import type { TakeTurns } from '../../../src/app/connector.ts';
import { connectorContract } from '../../contracts/connector.ts';
import { openTurns } from '../turns.ts';
import { kafkaContractFixture } from './contract-fixture.ts';
import type { House } from './house.ts';
import { promiseTests } from './promises.ts';

export function kafkaSuite(name: string, start: () => Promise<House>): void {
  describe(`Kafka: ${name}`, { concurrency: false }, () => {
    let house: House;
    let takeTurns: TakeTurns;
    before(async () => {
      [house, takeTurns] = await Promise.all([start(), openTurns()]);
    });
    after(() => house[Symbol.asyncDispose]());
    connectorContract(name, async () => kafkaContractFixture(house, takeTurns));
    promiseTests(async () => ({ house, fixture: kafkaContractFixture(house, takeTurns) }));
  });
}
