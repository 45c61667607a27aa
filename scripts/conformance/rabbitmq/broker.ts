// A real RabbitMQ for one run, from the package of Debian, in a folder of its own that is thrown away, with the management
// plugin. Its Erlang needs a name service (epmd), which stays where it was or is ended with it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asAdministrator, secretOf, type House } from '../../../test/connectors/rabbitmq/house.ts';

const server = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const consumer = '/usr/bin/amqp-consume';

/** What is missing to start one; null: nothing. */
export function missing(): string | null {
  if (!existsSync(server))
    return 'RabbitMQ is not installed. On Debian: apt-get install rabbitmq-server amqp-tools';
  return null;
}

export async function startBroker(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-rabbitmq-'));
  const [amqp, management, distribution, names] = await freePorts(4);
  const administrator = { user: 'admin', password: 'administrator of the broker' };
  await writeFile(join(folder, 'enabled_plugins'), '[rabbitmq_management].\n');
  await writeFile(
    join(folder, 'rabbitmq.conf'),
    `listeners.tcp.1 = 127.0.0.1:${amqp}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${management}
default_user = ${administrator.user}
default_pass = ${administrator.password}
`,
  );
  const env = {
    ...process.env,
    HOME: folder,
    RABBITMQ_NODENAME: `countersign-${amqp}@localhost`,
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_DIST_PORT: `${distribution}`,
    ERL_EPMD_PORT: `${names}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
  };
  const broker = spawn(server, { env, stdio: 'ignore', detached: true });
  const house: House = {
    url: `http://127.0.0.1:${management}`,
    administrator,
    connect: existsSync(consumer) ? (user) => consume(amqp!, user, house) : null,
    async [Symbol.asyncDispose]() {
      process.kill(-broker.pid!, 'SIGKILL');
      if (broker.exitCode === null && broker.signalCode === null) await once(broker, 'exit');
      spawnSync('epmd', ['-port', `${names}`, '-kill'], { stdio: 'ignore' });
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await asAdministrator(house, 'GET', '/overview').catch(() => null);
    if (answer?.status === 200) return house;
    if (tries === 300) throw new Error('RabbitMQ did not answer within a minute.');
    await pause(200);
  }
}

/** A subscription over AMQP by a program of its own. It ends when its connection does. */
async function consume(port: number, user: string, house: House): Promise<() => Promise<boolean>> {
  const queue = `${user}.held`;
  const child = spawn(
    consumer,
    [
      '--server',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--username',
      user,
      '--password',
      secretOf(user),
      '-q',
      queue,
      '-e',
      'orders',
      '-r',
      '#',
      '-d',
      'cat',
    ],
    { stdio: 'ignore' },
  );
  let open = true;
  child.on('exit', () => (open = false));
  for (let tries = 0; tries < 100; tries += 1) {
    const { body } = await asAdministrator(house, 'GET', `/connections/username/${user}`);
    const { status } = await asAdministrator(house, 'GET', `/queues/%2F/${queue}`);
    if (status === 200 && (body as unknown[]).length > 0) break;
    await pause(50);
  }
  return async () => {
    await pause(100);
    return open;
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const one of servers) {
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
    ports.push((one.address() as AddressInfo).port);
  }
  for (const one of servers) {
    one.close();
    await once(one, 'close');
  }
  return ports;
}
