// The Kafka connector at a real broker, and whether the cluster in memory that `npm test` uses is still like it; with
// RECORD=1 what it has to be like is written anew. Where Java or Maven is missing it says so, and nothing is tried.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brokerStory } from '../../test/connectors/broker-story.ts';
import { factsOf, recorded } from '../../test/connectors/kafka/facts.ts';
import { kafkaSuite } from '../../test/connectors/kafka/suite.ts';
import { storyParts } from '../../test/connectors/kafka/story-parts.ts';
import { atTheEnd } from '../../test/postgres.ts';
import { missing, startBroker } from './kafka/broker.ts';
import { openHouse } from './kafka/house.ts';

const lack = await missing();
if (lack === null) {
  test('a real broker answers as it was recorded', async () => {
    await using house = await openHouse(await startBroker());
    const facts = await factsOf(house);
    if (process.env.RECORD) await writeFile(recorded, `${JSON.stringify(facts, null, 2)}\n`);
    assert.deepEqual(facts, JSON.parse(await readFile(recorded, 'utf8')));
  });
  brokerStory('Kafka', async () => {
    const house = await openHouse(await startBroker());
    atTheEnd(async () => house[Symbol.asyncDispose]());
    return storyParts(house);
  });
  kafkaSuite('a real broker', async () => openHouse(await startBroker()));
} else console.log(`${lack}; nothing was tried with Kafka.`);
