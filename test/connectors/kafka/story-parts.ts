// A cluster as the story of a broker wants it.
import { kafka } from '../../../src/adapters/connectors/kafka/index.ts';
import type { BrokerParts } from '../broker-story.ts';
import type { House } from './house.ts';

export function storyParts({ connect, settings, password, user, writes, reads }: House): BrokerParts {
  return {
    connector: (takeTurns) => kafka(takeTurns, connect),
    settings,
    password,
    binding: { topics: ['orders'] },
    user,
    publishes: (name) => writes(name, 'orders'),
    subscribes: (name) => reads(name, 'orders'),
  };
}
