// A cluster as the connector contract wants to see it. Every world has users of its own, and what it leaves is taken away.
import { kafka } from '../../../src/adapters/connectors/kafka/index.ts';
import type { TakeTurns, Target } from '../../../src/app/connector.ts';
import type { ConnectorFixture } from '../../contracts/connector.ts';
import { acl, type House } from './house.ts';

let worlds = 0;

export function kafkaContractFixture(house: House, takeTurns: TakeTurns): ConnectorFixture {
  worlds += 1;
  const number = worlds;
  const users: string[] = [];
  const target = targetOf(house);
  return {
    connector: kafka(takeTurns, house.connect),
    target,
    unreachable: { ...target, settings: { ...target.settings, bootstrap: ['127.0.0.1:1'] } },
    secret: house.password,
    binding: (resourceId, installationId) => ({
      resourceId,
      installationId,
      settings: { topics: ['orders'] },
    }),
    async principal(name) {
      const user = `${name}-${number}`;
      await house.user(user);
      users.push(user);
      return user;
    },
    can: (principal, level) =>
      level === 'read' ? house.reads(principal, 'orders') : house.writes(principal, 'orders'),
    async letIn(principal) {
      const as = `User:${principal}`;
      await house.admin.create([acl(as, 'READ', 'TOPIC', 'orders'), acl(as, 'READ', 'GROUP', principal)]);
    },
    async [Symbol.asyncDispose]() {
      const mine = new Set(users.map((user) => `User:${user}`));
      await house.admin.remove((await house.admin.acls()).filter(({ principal }) => mine.has(principal)));
    },
  };
}

export function targetOf({ settings, password }: House): Target {
  return { id: 'events', kind: 'kafka', settings, secret: (name) => (name === 'password' ? password : null) };
}
