// A cluster in memory that is as strict as a real one where the connector meets it: what it refuses, it refuses in the words
// that were recorded from Apache Kafka 4.4 (recorded.json, compared by a test), and whether somebody gets in is judged as
// its StandardAuthorizer does: what is denied counts before what is allowed, names, beginnings of names and the star, and
// reading and writing include describing.
import {
  aclKey,
  type Acl,
  type Operation,
  type ResourceKind,
} from '../../../src/adapters/connectors/kafka/acl.ts';
import type { Cluster } from '../../../src/adapters/connectors/kafka/cluster.ts';
import { asTargetFailure } from '../../../src/adapters/connectors/kafka/failure.ts';
import { acl, type House } from './house.ts';

export interface FakeHouse extends House {
  /** Lets the next calls fail with this error of the broker, as often as said. */
  fail(call: 'create' | 'remove', times: number, error: string): void;
}

export function openFake(): FakeHouse {
  const acls = new Map<string, Acl>();
  const passwords = new Map([['countersign', 'correct horse battery staple']]);
  let turn = false;
  const supers = new Set(['User:admin']);
  const failing = { create: { times: 0, error: '' }, remove: { times: 0, error: '' } };

  function permits(principal: string, operation: Operation, kind: ResourceKind, name: string): boolean {
    if (supers.has(principal)) return true;
    const fitting = [...acls.values()].filter(
      (one) =>
        one.kind === kind &&
        (one.principal === principal || one.principal === 'User:*') &&
        (one.host === '*' || one.host === '127.0.0.1') &&
        (one.pattern === 'PREFIXED' ? name.startsWith(one.name) : one.name === name || one.name === '*'),
    );
    const hits = (permission: Acl['permission'], operations: readonly Operation[]): boolean =>
      fitting.some((one) => one.permission === permission && operations.includes(one.operation));
    if (hits('DENY', [operation, 'ALL'])) return false;
    const including: readonly Operation[] =
      operation === 'DESCRIBE' ? ['READ', 'WRITE', 'DELETE', 'ALTER'] : [];
    return hits('ALLOW', [operation, 'ALL', ...including]);
  }

  function open(user: string): Cluster {
    const demand = (operation: Operation): void => {
      if (permits(`User:${user}`, operation, 'CLUSTER', 'kafka-cluster')) return;
      throw asTargetFailure(brokerError('CLUSTER_AUTHORIZATION_FAILED'), 'Kafka at 127.0.0.1:9092', user);
    };
    const trouble = (call: 'create' | 'remove'): void => {
      if (failing[call].times === 0) return;
      failing[call].times -= 1;
      throw asTargetFailure(brokerError(failing[call].error), 'Kafka at 127.0.0.1:9092', user);
    };
    // A turn of the event loop lies in every answer, so that runs at once really mingle.
    const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(resolve, value));
    return {
      async acls() {
        demand('DESCRIBE');
        // In no order, as a broker does.
        turn = !turn;
        return later(turn ? [...acls.values()] : [...acls.values()].toReversed());
      },
      async create(wanted) {
        demand('ALTER');
        trouble('create');
        const answers = wanted.map(refusal);
        wanted.forEach((one, nth) => answers[nth] === null && acls.set(aclKey(one), one));
        return later(answers);
      },
      async remove(unwanted) {
        demand('ALTER');
        trouble('remove');
        for (const one of unwanted) acls.delete(aclKey(one));
        return later(unwanted.map(() => null));
      },
      async users(names) {
        demand('DESCRIBE');
        return later(new Set(names.filter((name) => passwords.has(name))));
      },
      async [Symbol.asyncDispose]() {},
    };
  }

  const admin = open('admin');
  for (const operation of ['ALTER', 'DESCRIBE'] as const) {
    const one = acl('User:countersign', operation, 'CLUSTER', 'kafka-cluster');
    acls.set(aclKey(one), one);
  }

  return {
    settings: {
      bootstrap: ['127.0.0.1:9092'],
      tls: 'disable',
      mechanism: 'SCRAM-SHA-256',
      user: 'countersign',
    },
    password: 'correct horse battery staple',
    admin,
    async connect({ bootstrap, user }, password) {
      if (bootstrap[0] !== '127.0.0.1:9092')
        throw asTargetFailure(socketError('ECONNREFUSED'), `Kafka at ${bootstrap[0]}`, user);
      if (passwords.get(user) !== password)
        throw asTargetFailure(brokerError('SASL_AUTHENTICATION_FAILED'), `Kafka at ${bootstrap[0]}`, user);
      return open(user);
    },
    async user(name) {
      passwords.set(name, `${name}-secret`);
    },
    reads: async (user, topic) =>
      permits(`User:${user}`, 'READ', 'TOPIC', topic) && permits(`User:${user}`, 'READ', 'GROUP', user),
    writes: async (user, topic) => permits(`User:${user}`, 'WRITE', 'TOPIC', topic),
    fail: (call, times, error) => void (failing[call] = { times, error }),
    async [Symbol.asyncDispose]() {},
  };
}

function refusal({ principal, name }: Acl): string | null {
  if (!principal.includes(':'))
    return `Could not parse principal from \`${principal}\` (no colon is present separating the principal type from the principal name)`;
  return name === '' ? 'Invalid empty resource name' : null;
}

const brokerError = (apiId: string): Error => Object.assign(new Error(apiId), { apiId });
const socketError = (code: string): Error => Object.assign(new Error(code), { code });
