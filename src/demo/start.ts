// Starts the demo: the very same server process as `serve`, on an embedded database of its own, with the shop as a real
// target and the open door. Everything that would make the open door dangerous is refused before anything starts: a
// database that somebody named, an address that other machines reach, and data that is not a demo's.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { RunningClock } from '../adapters/db/clock.ts';
import { port } from '../adapters/db/embedded/socket.ts';
import { bySystem } from '../app/by-system.ts';
import { putPerson } from '../app/change-person.ts';
import { createKey, revokeKey } from '../app/keep-keys.ts';
import { readConfig } from '../config.ts';
import { hour } from '../core/time.ts';
import { startServer, type RunningServer } from '../main.ts';
import { writeClosed } from './closed-file.ts';
import { openDoor } from './door.ts';
import { forgetRunning, noteRunning } from './running.ts';
import { prepareShop } from './shop.ts';

export interface DemoOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  /** Needed to sign in; null: open to every local user. */
  readonly token: string | null;
  readonly logger: Logger;
  /** For stories about weeks that are told in seconds. Absent: the database's clock. */
  readonly clock?: RunningClock;
}

export interface RunningDemo {
  readonly url: string;
  readonly socketDir: string;
  /** A key that may do everything, for setting the company up; it ends with `work`. */
  withSetupKey<T>(work: (key: string) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** The names under which the demo may be reached. */
export const demoHosts = ['localhost', '127.0.0.1', '[::1]'] as const;

/** @throws Error with one sentence when the demo must not, or cannot, start here. */
export async function startDemo({ env, dataDir, token, logger, clock }: DemoOptions): Promise<RunningDemo> {
  refuseDanger(env);
  const config = readConfig({
    PORT: env['PORT'],
    HOST: env['HOST'] ?? 'localhost',
    LOG_LEVEL: env['LOG_LEVEL'],
    COUNTERSIGN_DATA_DIR: dataDir,
    COUNTERSIGN_SECRET_KEY: await secretKey(dataDir),
  });
  const url = `http://localhost:${config.port}`;
  const server = await startServer({
    config,
    logger,
    hosts: demoHosts,
    demo: true,
    ...(clock && { clock }),
    extend: (countersign) => openDoor(countersign, { url, token }),
  });
  const embedded = server.store.embedded!;
  try {
    await prepareShop(embedded);
    await putPerson(server.countersign.identity)('dan@fernlane.example', { administrator: true }, bySystem);
    await noteRunning(dataDir, { url, socketDir: embedded.socketDir, port, token, pid: process.pid });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    socketDir: embedded.socketDir,
    withSetupKey: (work) => withSetupKey(server, work),
    stop: async () => {
      await forgetRunning(dataDir);
      await server.stop();
    },
  };
}

/** @throws Error with one sentence for settings that would open the demo to others. */
export function refuseDanger(env: DemoOptions['env']): void {
  if (env['DATABASE_URL'])
    throw new Error(
      'The demo has a database of its own, and DATABASE_URL is set. Unset it, or run "countersign serve".',
    );
  const host = env['HOST'];
  if (host && !['localhost', '127.0.0.1', '::1'].includes(host))
    throw new Error(
      `The demo lets everybody in, so it listens on this machine only, and HOST is ${host}. Unset it, or run "countersign serve".`,
    );
}

/** The demo may make up its own key, because what it keeps is made up as well. */
async function secretKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null) return known.trim();
  const fresh = randomBytes(32).toString('base64');
  await writeClosed(file, `${fresh}\n`);
  return fresh;
}

async function withSetupKey<T>(
  { countersign }: RunningServer,
  work: (key: string) => Promise<T>,
): Promise<T> {
  const { identity, ports } = countersign;
  const dan = await identity.people.byEmail('dan@fernlane.example');
  const principal = {
    type: 'person',
    id: dan!.id,
    administrator: true,
    auditor: false,
    readOnly: false,
  } as const;
  const caller = { principal, channel: 'system', repetition: null } as const;
  const wanted = {
    scope: 'organization',
    displayName: 'setting up the demo',
    team: null,
    expiresAt: ports.clock.now() + hour,
  } as const;
  const { key, token } = await createKey(identity, ports.mint)(wanted, caller);
  try {
    return await work(token);
  } finally {
    await revokeKey(identity)(key.id, caller);
  }
}
