// The shop as the connector contract wants to see it.
import type { ConnectorFixture } from '../../contracts/connector.ts';
import type { Shop } from './shop.ts';

export function postgresContractFixture(shop: Shop): ConnectorFixture {
  return {
    connector: shop.connector,
    target: shop.target,
    unreachable: shop.targetWith({ host: '/nowhere' }),
    secret: 'correct horse battery staple',
    binding: (resourceId, installationId) => shop.binding({}, resourceId, installationId),
    principal: (name) => shop.role(name),
    can: (principal, level) => shop.can(principal, level),
    async letIn(principal) {
      await shop.admin(
        `grant usage on schema shop to ${principal}; grant select on shop.orders to ${principal}`,
      );
    },
    [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose](),
  };
}
