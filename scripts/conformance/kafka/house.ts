// The real broker as the tests want it. Whether somebody gets in is tried with a client of its own, which signs in as the
// user, joins the group and fetches, or produces.
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  Admin,
  alterUserScramCredentialsV0,
  Connection,
  Consumer,
  MessagesStreamModes,
  Producer,
  SASLMechanisms,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import { connectTo } from '../../../src/adapters/connectors/kafka/connection.ts';
import { targetSettings } from '../../../src/adapters/connectors/kafka/settings.ts';
import { acl, topics, type House } from '../../../test/connectors/kafka/house.ts';
import { administrator, type Broker } from './broker.ts';

const password = 'correct horse battery staple';

export async function openHouse(broker: Broker): Promise<House> {
  const clientFor = (user: string, secret: string) => ({
    clientId: user,
    bootstrapBrokers: [broker.address],
    retries: 0,
    sasl: { mechanism: SASLMechanisms.SCRAM_SHA_256, username: user, password: secret },
  });
  const settings = {
    bootstrap: [broker.address],
    tls: 'disable',
    mechanism: 'SCRAM-SHA-256',
    user: 'countersign',
  };
  const asAdministrator = targetSettings.parse({ ...settings, user: administrator.user });
  const admin = await connectTo(asAdministrator, administrator.password);
  const credentials = new Connection('credentials', clientFor(administrator.user, administrator.password));
  const [host, port] = broker.address.split(':');
  await credentials.connect(host!, Number(port));

  async function user(name: string, secret = secretOf(name)): Promise<void> {
    const salt = randomBytes(16);
    const iterations = 4096;
    const saltedPassword = pbkdf2Sync(secret, salt, iterations, 32, 'sha256');
    const upsertion = { name, mechanism: 1, iterations, salt, saltedPassword } as const;
    await alterUserScramCredentialsV0.api.async(credentials, [], [upsertion]);
    await signedIn(name, secret);
  }

  /** The broker hears of credentials a moment after its controller. */
  async function signedIn(name: string, secret: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const connection = new Connection(name, clientFor(name, secret));
      connection.on('error', () => {});
      try {
        await connection.connect(host!, Number(port));
        return await connection.close();
      } catch (error) {
        await connection.close().catch(() => {});
        if (tries === 50) throw error;
      }
    }
  }

  async function writes(name: string, topic: string): Promise<boolean> {
    const producer = new Producer({ ...clientFor(name, secretOf(name)), serializers: stringSerializers });
    try {
      await producer.send({ messages: [{ topic, value: 'an event' }], acks: -1 });
      return true;
    } catch (error) {
      return refused(error);
    } finally {
      await producer.close().catch(() => {});
    }
  }

  async function reads(name: string, topic: string): Promise<boolean> {
    const consumer = new Consumer({
      ...clientFor(name, secretOf(name)),
      groupId: name,
      // Whoever has lost the group cannot leave it either, and the next one waits until it is taken for dead.
      sessionTimeout: 1_000,
      rebalanceTimeout: 1_000,
      heartbeatInterval: 200,
      deserializers: stringDeserializers,
    });
    try {
      const stream = await consumer.consume({
        topics: [topic],
        mode: MessagesStreamModes.EARLIEST,
        maxWaitTime: 200,
      });
      for await (const message of stream) return message.value !== undefined;
      return false;
    } catch (error) {
      return refused(error);
    } finally {
      await consumer.close(true).catch(() => {});
    }
  }

  const maker = new Admin(clientFor(administrator.user, administrator.password));
  await maker.createTopics({ topics: [...topics], partitions: 1, replicas: 1 });
  await maker.close();
  const producer = new Producer({
    ...clientFor(administrator.user, administrator.password),
    serializers: stringSerializers,
  });
  await producer.send({ messages: topics.map((topic) => ({ topic, value: 'the first event' })), acks: -1 });
  await producer.close();
  await user('countersign', password);
  await admin.create([
    acl('User:countersign', 'ALTER', 'CLUSTER', 'kafka-cluster'),
    acl('User:countersign', 'DESCRIBE', 'CLUSTER', 'kafka-cluster'),
  ]);

  // The coordinator of groups makes its topic when the first consumer comes, who is told to come again.
  while (!(await reads(administrator.user, topics[0]).catch(() => false)));

  return {
    connect: connectTo,
    settings,
    password,
    admin,
    user: (name) => user(name),
    reads,
    writes,
    async [Symbol.asyncDispose]() {
      await admin[Symbol.asyncDispose]();
      await credentials.close();
      await broker[Symbol.asyncDispose]();
    },
  };
}

const secretOf = (name: string): string =>
  name === administrator.user ? administrator.password : `${name}-secret`;

/** That it was not permitted is an answer; everything else is trouble of the test. */
function refused(error: unknown): false {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; depth += 1) {
    if (`${(at as { apiId?: string }).apiId}`.endsWith('_AUTHORIZATION_FAILED')) return false;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  throw error;
}
