// The RabbitMQ connector at a broker in memory that is as strict as the real one; `npm run conformance:targets` runs the
// same against a real broker.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { atTheEnd } from '../postgres.ts';
import { brokerStory } from './broker-story.ts';
import { factsOf, recorded } from './rabbitmq/facts.ts';
import { openFake } from './rabbitmq/fake.ts';
import { prepare } from './rabbitmq/house.ts';
import { storyParts } from './rabbitmq/story-parts.ts';
import { rabbitSuite } from './rabbitmq/suite.ts';

rabbitSuite('a broker in memory', openFake);

test('the broker in memory answers as the real one did', async () => {
  await using house = await openFake();
  await prepare(house);
  assert.deepEqual(await factsOf(house), JSON.parse(await readFile(recorded, 'utf8')));
});

brokerStory('RabbitMQ in memory', async () => {
  const house = await openFake();
  atTheEnd(async () => house[Symbol.asyncDispose]());
  await prepare(house);
  return storyParts(house);
});
