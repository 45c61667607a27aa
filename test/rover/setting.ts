// Rover files in the company of the tests: checkout offers its orders, analytics subscribes to them.
import { settleSubscriptions } from '../../src/app/settle-subscriptions.ts';
import type { KeyName } from '../cast.ts';
import { openWorld, type Answer, type World } from '../world.ts';

export interface File {
  readonly zone?: string;
  readonly exposures?: readonly object[];
  readonly subscriptions?: readonly object[];
}

export const orders = {
  type: 'api',
  basePath: '/checkout/orders/v1',
  upstream: 'https://orders.fernlane.example',
  visibility: 'ENTERPRISE',
  approval: 'SIMPLE',
};

export const toOrders = { type: 'api', basePath: '/checkout/orders/v1', purpose: 'Figures of the week' };

export const ordersId = 'api:checkout:checkout-orders-v1';

export const rover = (name: string, { zone = 'dataplane1', exposures, subscriptions }: File) => ({
  apiVersion: 'tcp.ei.telekom.de/v1',
  kind: 'Rover',
  metadata: { name },
  spec: { zone, ...(exposures && { exposures }), ...(subscriptions && { subscriptions }) },
});

export interface RoverWorld extends World {
  /** Applies a file of a team with its key; checkout's is applied by Bob, because keys propose and decide nothing there. */
  apply(id: string, file: File, who?: KeyName): Promise<Answer>;
  plan(id: string, file: File, who?: KeyName): Promise<Answer>;
  /** Goes on with everything that waited, as a server does behind its own back. */
  goOn(): Promise<void>;
  status(id: string): Promise<Answer['body']>;
}

export const providerFile = 'checkout--order-service';
export const consumerFile = 'analytics--reports';

export async function openRoverWorld(): Promise<RoverWorld> {
  const world = await openWorld();
  const settle = settleSubscriptions({
    ...world.rover,
    alarm: (_, { err }) => {
      throw err as Error;
    },
  });
  const whoFor = (id: string): KeyName => (id.startsWith('checkout') ? 'bob' : 'analytics-key');
  const nameOf = (id: string) => id.slice(id.lastIndexOf('--') + 2);
  return {
    ...world,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
    apply: (id, file, who = whoFor(id)) => world.as(who).put(`/api/rovers/${id}`, rover(nameOf(id), file)),
    plan: (id, file, who = whoFor(id)) =>
      world.as(who).post(`/api/rovers/${id}/plan`, rover(nameOf(id), file)),
    goOn: async () => {
      for (;;) if ((await settle()) === 0) return;
    },
    status: async (id) => (await world.as('organization').get(`/api/rovers/${id}`)).body,
  };
}
