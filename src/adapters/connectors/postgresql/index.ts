// The PostgreSQL connector: any PostgreSQL from 15 on as a target. A run is one transaction at the target: the lock of the
// port first, only then the work that reads what is intended, acts and is committed. A run that was paused has lost its
// lock and its transaction with it, so it can bring nothing back. Sessions of roles that lost access are ended afterwards.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  TargetFailure,
  type Binding,
  type Connector,
  type Ran,
  type Target,
  type TargetSession,
} from '../../../app/connector.ts';
import { checkTarget } from './check.ts';
import { connect, usualLimits, type Connection, type Limits } from './connection.ts';
import { createConsumerRoles } from './consumer-roles.ts';
import { allNotEnded, endMarked, type Ended } from './ending.ts';
import { findGroups, levels, type Group } from './group.ts';
import { groupName } from './names.ts';
import { openSession } from './session.ts';
import { bindingSettings, faultsIn, readPort, readTarget, targetSettings, type Port } from './settings.ts';

export type { Limits } from './connection.ts';

export const postgresql = (limits: Partial<Limits> = {}): Connector => {
  const all = { ...usualLimits, ...limits };
  return {
    kind: 'postgresql',
    describe: () => ({
      kind: 'postgresql',
      title: 'PostgreSQL',
      levels,
      secrets: ['password', 'creatorPassword'],
      target: z.toJSONSchema(targetSettings, { io: 'input' }),
      binding: z.toJSONSchema(bindingSettings, { io: 'input' }),
    }),
    targetFaults: (settings) => faultsIn(targetSettings, settings),
    bindingFaults: (settings) => faultsIn(bindingSettings, settings),
    reference: (target, binding, level) => groupName(readPort(readTarget(target), binding), level),
    check: (target, bindings) => checkTarget(target, bindings, all),
    run: (target, binding, work) => run(target, binding, work, all),
  };
};

async function run<T>(
  target: Target,
  binding: Binding,
  work: (session: TargetSession) => Promise<T>,
  limits: Limits,
): Promise<Ran<T>> {
  const settings = readTarget(target);
  const port = readPort(settings, binding);
  await using connection = await connect(
    settings,
    { user: settings.user, password: target.secret('password') },
    limits,
  );
  const endsSessions = connection.version < 16 || (port.settings.endSessions ?? settings.endSessions);
  const createRoles = settings.createConsumerRoles
    ? (names: readonly string[]) => createConsumerRoles(target, settings, port, names, limits)
    : null;
  const { value, groups } = await connection.transaction(async () => {
    const session = await openSession(connection, port, createRoles);
    const value = await work(session);
    if (endsSessions) await session.markLosers();
    return { value, groups: session.acted() ? session.groups() : [] };
  }, lockOf(port));
  const { count, failed } = await endSessions(connection, port, groups);
  return { value, endedSessions: count, failed };
}

async function endSessions(connection: Connection, port: Port, groups: readonly Group[]): Promise<Ended> {
  if (groups.every((group) => group.ending.length === 0)) return { count: 0, failed: [] };
  try {
    return await connection.transaction(
      async () => endMarked(connection, port, await findGroups(connection, port)),
      lockOf(port),
    );
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error;
    return { count: 0, failed: allNotEnded(groups, error, connection.user) };
  }
}

/** Runs for one port take turns. Those of two installations do not wait for each other. */
function lockOf({ installationId, resourceId }: Port): bigint {
  return createHash('sha256')
    .update(JSON.stringify([installationId, resourceId]))
    .digest()
    .readBigInt64BE(0);
}
