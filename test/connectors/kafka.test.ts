// The Kafka connector at a cluster in memory that is as strict as the real one; `npm run conformance:targets` runs the same
// against a broker.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brokerStory } from './broker-story.ts';
import { factsOf, recorded } from './kafka/facts.ts';
import { kafkaSuite } from './kafka/suite.ts';
import { openFake } from './kafka/fake.ts';
import { storyParts } from './kafka/story-parts.ts';

kafkaSuite('a cluster in memory', async () => openFake());

test('the cluster in memory answers as the real one did', async () => {
  assert.deepEqual(await factsOf(openFake()), JSON.parse(await readFile(recorded, 'utf8')));
});

brokerStory('Kafka in memory', async () => storyParts(openFake()));
