/**
 * Gets hold of the server of one data folder, and lets it go. There are three ways in. The folder's lock is free:
 * nothing of a former server is left, and a new one is started. The lock is held and the owner's lock within the
 * server is free: a Countersign was killed and its server lives, so it is adopted, or restarted when it is not of
 * our version. Both are held: somebody else is at work, and we are refused.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import type { Folder } from './folder.ts';
import { takeLock } from './lock.ts';
import { claimServer, type OwnerSession } from './owner.ts';
import { processesOf, readPostmaster, signal } from './processes.ts';
import { environment } from './run.ts';
import type { ServerLog } from './server-log.ts';
import { makeSocketFolder, port } from './socket.ts';

export interface Plan {
  folder: Folder;
  account: Account;
  binaries: Binaries;
  settings: Record<string, string>;
  serverLog: ServerLog;
  /** Where the socket must be, since pools of this process look for it there. */
  socketDir?: string;
  log: (line: string) => void;
}

export interface Server {
  pid: number;
  socketDir: string;
  session: OwnerSession;
}

/**
 * Starts or adopts the server. Throws when another living Countersign owns it (after half a second, as the server
 * needs a moment to notice that a killed one is gone), when nobody answers for half a minute, or when it cannot start.
 */
export async function enter(plan: Plan): Promise<Server> {
  for (const begun = performance.now(); ;) {
    await using lock = await takeLock(plan.folder, plan.account, 0.02);
    if (lock) return await start(plan, lock.fd);
    const waitedMs = performance.now() - begun;
    const server = await adopt(plan, waitedMs);
    if (server) return server;
    if (waitedMs > 30_000)
      throw new Error(`${inUse(plan)}, but no PostgreSQL answers there. ${whoHolds(plan)}`);
  }
}

/** Shuts the server down in PostgreSQL's fast way and returns when its last process has ended. */
export async function leave(plan: Plan, server: Server): Promise<void> {
  await server.session.end();
  // The folder goes while the lock is ours, lest it be the one of a server that somebody starts meanwhile.
  await using _lock = await shutDown(plan, server.pid);
  await rmdir(server.socketDir).catch(() => {}); // PostgreSQL has emptied it; whatever else lies there stays.
}

async function start(plan: Plan, lock: number): Promise<Server> {
  const { folder, account, serverLog } = plan;
  // With the lock in hand nobody runs here, whoever has by now the number that a crashed server left in this file.
  await rm(join(folder.data, 'postmaster.pid'), { force: true });
  await ensureCluster(folder, account, plan.binaries, lock);
  const socketDir = await makeSocketFolder(folder, account, plan.socketDir);
  await serverLog.trim();
  const begun = { at: performance.now(), log: await serverLog.size() };
  const child = spawnPostmaster(plan, socketDir, lock);
  const session = await answer(plan, child, socketDir, begun.log);
  const tookMs = Math.round(performance.now() - begun.at);
  plan.log(`PostgreSQL ${session.version} runs in ${folder.data}, started in ${tookMs} ms.`);
  return { pid: child.pid ?? -1, socketDir, session };
}

function spawnPostmaster(
  { account, binaries, folder, ...plan }: Plan,
  socketDir: string,
  lock: number,
): ChildProcess {
  const settings = {
    max_wal_size: '256MB',
    ...plan.settings,
    cluster_name: folder.cluster,
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`, // Quoted, since the value is a list.
    unix_socket_permissions: '0700',
    // Values of a row that breaks a constraint, and the text of a statement that fails, stay out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = '', ...args] = [...account.prefix, binaries.postgres, '-D', folder.data, ...options];
  const { descriptor } = plan.serverLog;
  // A process group of its own: Ctrl-C in a terminal is for us, and we shut the server down after our own work.
  const child = spawn(program, args, {
    env: environment,
    detached: true,
    stdio: ['ignore', descriptor, descriptor, lock],
  });
  child.unref();
  return child;
}

/**
 * Recovery after a crash takes as long as it takes; only the end of the process ends the waiting. Another Countersign may
 * claim the server before we do, since it looks for one to adopt; then the server is its own, and stays.
 */
async function answer(
  plan: Plan,
  child: ChildProcess,
  socketDir: string,
  logBegin: number,
): Promise<OwnerSession> {
  const ended = once(child, 'exit');
  ended.catch(() => {}); // A program that is missing rejects it, and the race below says so.
  for (;;) {
    const claim = await claimServer(socketDir);
    if (claim.state === 'ours') return claim.session;
    if (claim.state === 'taken') throw refusal(plan, claim.by);
    const end = await Promise.race([ended, delay(10)]);
    if (end) {
      const how = `PostgreSQL did not start; it ended with ${end[1] ?? `code ${end[0]}`}. Its last words:`;
      throw new Error(`${how}\n${await plan.serverLog.linesAfter(logBegin)}`);
    }
  }
}

/** Undefined means: not yet, or not any more. */
async function adopt(plan: Plan, waitedMs: number): Promise<Server | undefined> {
  await endStragglers(plan.folder);
  const running = await readPostmaster(plan.folder);
  if (!running) return undefined;
  const claim = await claimServer(running.socketDir);
  if (claim.state === 'ours') return takeOver(plan, { ...running, session: claim.session });
  if (claim.state === 'taken' && waitedMs > 500) throw refusal(plan, claim.by);
  return undefined;
}

/**
 * Backends outlive a killed postmaster until the end of their query, and hold the lock so long. Only those that this one
 * look has found are ended: a moment later somebody else may have started a server, and its processes look the same.
 */
async function endStragglers(folder: Folder) {
  const processes = await processesOf(folder);
  if (processes.some(({ isPostmaster }) => isPostmaster)) return;
  for (const { pid } of processes) signal(pid, 'SIGKILL');
}

async function takeOver(plan: Plan, orphan: Server): Promise<Server> {
  const { pid, session } = orphan;
  if (!(await isOurs(plan, pid))) {
    await session.end();
    throw new Error(`${inUse(plan)} by a PostgreSQL that runs in another container. ${oneOnly}`);
  }
  const found = `PostgreSQL ${session.version} still ran in ${plan.folder.data} (process ${pid})`;
  if (session.version === plan.account.version) {
    plan.log(`${found}; adopted.`);
    return orphan;
  }
  plan.log(`${found}; restarting it as ${plan.account.version}.`);
  await session.end();
  await using lock = await shutDown(plan, pid);
  return await start(plan, lock.fd);
}

function refusal(plan: Plan, by: string): Error {
  return new Error(`${inUse(plan)} by ${by}. ${oneOnly}`);
}

function inUse({ folder }: Plan): string {
  return `The data folder ${folder.root} is in use`;
}

function whoHolds({ folder }: Plan): string {
  return `"fuser -v ${folder.lock}" shows the processes that hold it.`;
}

const oneOnly =
  'One Countersign at a time can use a data folder; several can share a PostgreSQL given by DATABASE_URL.';

/** Ends the server and gives back the folder's lock, which is free only when its last process is gone. */
async function shutDown(plan: Plan, pid: number): Promise<FileHandle> {
  for (const [name, seconds] of shutDownSteps) {
    if (await isOurs(plan, pid)) signal(pid, name);
    const lock = await takeLock(plan.folder, plan.account, seconds);
    if (lock) return lock;
    plan.log(`PostgreSQL (process ${pid}) has not ended ${seconds} s after ${name}.`);
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`);
}

/** Fast: sessions are cut off and everything is written. Immediate: as after a crash, the next start recovers. */
const shutDownSteps = [
  ['SIGINT', 60],
  ['SIGQUIT', 20],
] as const;

/** False for a number that belongs to nobody, to a stranger by now, or to a process of another container. */
async function isOurs({ folder }: Plan, pid: number): Promise<boolean> {
  return (await processesOf(folder)).some((each) => each.pid === pid);
}
