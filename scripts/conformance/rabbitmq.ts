// The RabbitMQ connector at a real broker, and whether the broker in memory that `npm test` uses is still like it; with
// RECORD=1 what it has to be like is written anew. Where RabbitMQ is missing it says so, and nothing is tried.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brokerStory } from '../../test/connectors/broker-story.ts';
import { factsOf, recorded } from '../../test/connectors/rabbitmq/facts.ts';
import { prepare } from '../../test/connectors/rabbitmq/house.ts';
import { storyParts } from '../../test/connectors/rabbitmq/story-parts.ts';
import { rabbitSuite } from '../../test/connectors/rabbitmq/suite.ts';
import { atTheEnd } from '../../test/postgres.ts';
import { missing, startBroker } from './rabbitmq/broker.ts';

const lack = missing();
if (lack === null) {
  test('a real broker answers as it was recorded', async () => {
    await using house = await startBroker();
    await prepare(house);
    const facts = await factsOf(house);
    if (process.env.RECORD) await writeFile(recorded, `${JSON.stringify(facts, null, 2)}\n`);
    assert.deepEqual(facts, JSON.parse(await readFile(recorded, 'utf8')));
  });
  brokerStory('RabbitMQ', async () => {
    const house = await startBroker();
    atTheEnd(async () => house[Symbol.asyncDispose]());
    await prepare(house);
    return storyParts(house);
  });
  rabbitSuite('a real broker', startBroker);
} else console.log(`${lack}; nothing was tried with RabbitMQ.`);
