// A real Apache Kafka for one run: one process that is broker and controller (KRaft), from the jars that Maven Central has,
// in a folder of its own that is thrown away. Clients sign in by SCRAM, the StandardAuthorizer judges, and nothing is
// permitted that no ACL permits. Needs Java 17 and Maven.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, has, run } from '../checks.ts';

const project = new URL('pom.xml', import.meta.url).pathname;

export const administrator = { user: 'admin', password: 'administrator of the cluster' };

export interface Broker extends AsyncDisposable {
  readonly address: string;
  readonly version: string;
}

/** What is missing to start one; null: nothing. */
export async function missing(): Promise<string | null> {
  if (!(await has('java', '-version')))
    return 'Java is not installed. On Debian: apt-get install default-jre-headless';
  if (!(await has('mvn', '--version'))) return 'Maven is not installed. On Debian: apt-get install maven';
  return null;
}

export async function startBroker(): Promise<Broker> {
  const classpath = await jars();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-kafka-'));
  const [clients, inside, controller] = await freePorts();
  const properties = join(folder, 'server.properties');
  await writeFile(properties, propertiesOf(folder, clients!, inside!, controller!));
  await run('java', [
    '-cp',
    classpath,
    'kafka.tools.StorageTool',
    'format',
    '--cluster-id',
    'Y291bnRlcnNpZ24ta2Fma2E',
    '--config',
    properties,
    '--add-scram',
    `SCRAM-SHA-256=[name=${administrator.user},password=${administrator.password}]`,
  ]);
  const broker = spawn(
    'java',
    ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-cp', classpath, 'kafka.Kafka', properties],
    {
      stdio: 'ignore',
    },
  );
  await untilItListens(broker, clients!);
  return {
    address: `127.0.0.1:${clients}`,
    version: /kafka-clients-([\d.]+)\.jar/.exec(classpath)?.[1] ?? 'unknown',
    async [Symbol.asyncDispose]() {
      broker.kill('SIGKILL');
      if (broker.exitCode === null && broker.signalCode === null) await once(broker, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Fetched once, and kept by Maven. */
async function jars(): Promise<string> {
  const list = `${await cacheFolder('kafka')}classpath`;
  await run(
    'mvn',
    ['--quiet', '--batch-mode', '--file', project, `-Dmdep.outputFile=${list}`, 'dependency:build-classpath'],
    { timeoutMs: 280_000 },
  );
  return (await readFile(list, 'utf8')).trim();
}

function propertiesOf(folder: string, clients: number, inside: number, controller: number): string {
  const listeners = `CLIENTS://127.0.0.1:${clients},INSIDE://127.0.0.1:${inside}`;
  return `
process.roles=broker,controller
node.id=1
listeners=${listeners},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=${listeners}
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=INSIDE
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:${controller}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS;User:${administrator.user}
listener.name.clients.sasl.enabled.mechanisms=SCRAM-SHA-256
listener.name.clients.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
auto.create.topics.enable=false
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=500
log.dirs=${join(folder, 'data')}
`;
}

async function freePorts(): Promise<number[]> {
  const servers = [createServer(), createServer(), createServer()];
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}

async function untilItListens(broker: ChildProcess, port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let tries = 0; tries < 300; tries += 1) {
    if (broker.exitCode !== null) throw new Error(`Kafka ended with ${broker.exitCode}.`);
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await pause(200);
  }
  throw new Error('Kafka did not begin to listen within a minute.');
}
