// A cluster as the tests of the connector want it: one with SCRAM users and the topics of Fernlane, and somebody who may
// do everything there. There are two, the real one of the conformance run and the strict one of `npm test`; what is
// tried with one is tried with the other.
import type { Cluster, Connect } from '../../../src/adapters/connectors/kafka/cluster.ts';
import type { Acl, Operation, ResourceKind } from '../../../src/adapters/connectors/kafka/acl.ts';

export interface House extends AsyncDisposable {
  readonly connect: Connect;
  /** The settings of the target that it is. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly password: string;
  /** As a super user. */
  readonly admin: Cluster;
  /** Makes a user that can sign in. */
  readonly user: (name: string) => Promise<void>;
  /** Fetches from the topic, in the group of the user's own name. */
  readonly reads: (user: string, topic: string) => Promise<boolean>;
  /** Produces to the topic. */
  readonly writes: (user: string, topic: string) => Promise<boolean>;
}

/** The topics that are there, with an event in each. */
export const topics = ['orders', 'orders.returns', 'invoices'] as const;

export function acl(
  principal: string,
  operation: Operation,
  kind: ResourceKind,
  name: string,
  more: Partial<Acl> = {},
): Acl {
  return { kind, pattern: 'LITERAL', name, principal, host: '*', operation, permission: 'ALLOW', ...more };
}
