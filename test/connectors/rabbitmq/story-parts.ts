// A broker as the story of brokers wants it.
import { rabbitmq } from '../../../src/adapters/connectors/rabbitmq/index.ts';
import type { BrokerParts } from '../broker-story.ts';
import { countersign, makeUser, publishes, subscribes, type House } from './house.ts';

export function storyParts(house: House): BrokerParts {
  return {
    connector: rabbitmq,
    settings: { url: house.url, user: countersign.user },
    password: countersign.password,
    binding: { exchange: 'orders', routingKeys: ['order.*'] },
    user: (name) => makeUser(house, name),
    publishes: (name) => publishes(house, name),
    subscribes: (name) => subscribes(house, name),
  };
}
