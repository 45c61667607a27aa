// A broker as the connector contract wants to see it. Every world has users of its own, which go with all they have.
import { rabbitmq } from '../../../src/adapters/connectors/rabbitmq/index.ts';
import type { TakeTurns, Target } from '../../../src/app/connector.ts';
import type { ConnectorFixture } from '../../contracts/connector.ts';
import { asAdministrator, countersign, makeUser, publishes, subscribes, type House } from './house.ts';

let worlds = 0;

export function rabbitContractFixture(house: House, takeTurns: TakeTurns): ConnectorFixture {
  worlds += 1;
  const number = worlds;
  const users: string[] = [];
  const target = targetOf(house);
  return {
    connector: rabbitmq(takeTurns),
    target,
    unreachable: { ...target, settings: { ...target.settings, url: 'http://127.0.0.1:1' } },
    secret: countersign.password,
    binding: (resourceId, installationId) => ({
      resourceId,
      installationId,
      settings: { exchange: 'orders' },
    }),
    async principal(name) {
      const user = `${name}-${number}`;
      await makeUser(house, user);
      users.push(user);
      return user;
    },
    can: (principal, level) =>
      level === 'read' ? subscribes(house, principal) : publishes(house, principal),
    async letIn(principal) {
      const own = `^${principal}`;
      await asAdministrator(house, 'PUT', `/permissions/%2F/${principal}`, {
        configure: own,
        write: own,
        read: `${own}|^orders$`,
      });
    },
    async [Symbol.asyncDispose]() {
      for (const user of users) await asAdministrator(house, 'DELETE', `/users/${user}`);
    },
  };
}

export function targetOf({ url }: House): Target {
  const settings = { url, user: countersign.user };
  return {
    id: 'broker',
    kind: 'rabbitmq',
    settings,
    secret: (name) => (name === 'password' ? countersign.password : null),
  };
}
