// What Countersign's own role lacks at a target, before anybody depends on it: a sentence for each lack and the SQL that
// mends it, to be run by whoever owns the target. It reads and changes nothing. It asks the same questions that a run
// would, so that the two cannot disagree; what it cannot foresee is a target that changes afterwards.
import { TargetFailure, type Binding, type Lack, type Target } from '../../../app/connector.ts';
import { notGrantable } from './alignment.ts';
import { connect, type Connection, type Limits } from './connection.ts';
import { findGroups } from './group.ts';
import { quoted } from './names.ts';
import { wantedPrivileges } from './privileges.ts';
import { readPort, readTarget, type Port, type TargetSettings } from './settings.ts';

export async function checkTarget(
  target: Target,
  bindings: readonly Binding[],
  limits: Limits,
): Promise<readonly Lack[]> {
  const lacks: Lack[] = [];
  await collect(lacks, async () => {
    const settings = readTarget(target);
    await using connection = await connect(
      settings,
      { user: settings.user, password: target.secret('password') },
      limits,
    );
    const ports = await readPorts(settings, bindings, lacks);
    await connection.transaction(async () => {
      lacks.push(...(await roleLacks(connection, settings, ports)));
      for (const port of ports)
        await collect(lacks, async () => lacks.push(...(await portLacks(connection, port))));
    });
  });
  await collect(lacks, async () => lacks.push(...(await creatorLacks(target, limits))));
  return [...new Map(lacks.map((lack) => [lack.sentence, lack])).values()];
}

async function readPorts(
  settings: TargetSettings,
  bindings: readonly Binding[],
  lacks: Lack[],
): Promise<Port[]> {
  const ports: Port[] = [];
  for (const binding of bindings) await collect(lacks, () => ports.push(readPort(settings, binding)));
  return ports;
}

interface RoleFacts {
  readonly createsRoles: boolean;
  readonly signals: boolean;
}

async function roleLacks(
  { query, user, version }: Connection,
  settings: TargetSettings,
  ports: readonly Port[],
): Promise<Lack[]> {
  const [facts] = await query<RoleFacts>(
    `select rolcreaterole or rolsuper as "createsRoles", pg_has_role('pg_signal_backend', 'usage') as signals
     from pg_roles where rolname = current_user`,
  );
  const lacks: Lack[] = [];
  if (!facts?.createsRoles) {
    const sentence = `Role "${user}" may not create the group roles that hold the privileges.`;
    lacks.push({ code: 'createrole_missing', sentence, mend: `alter role ${quoted(user)} createrole` });
  }
  const ends = version < 16 || settings.endSessions || ports.some((port) => port.settings.endSessions);
  if (ends && !facts?.signals) {
    const why =
      version < 16
        ? 'On PostgreSQL 15 sessions must be ended when access ends'
        : 'Sessions are to be ended when access ends';
    const sentence = `${why}, and role "${user}" may not end sessions.`;
    lacks.push({
      code: 'signal_backend_missing',
      sentence,
      mend: `grant pg_signal_backend to ${quoted(user)}`,
    });
  }
  return lacks;
}

async function portLacks(connection: Connection, port: Port): Promise<Lack[]> {
  const lacks: Lack[] = [];
  for (const level of port.settings.levels) {
    const { wanted, absent } = await wantedPrivileges(connection, port, level);
    lacks.push(...absent, ...notGrantable(wanted, connection.user));
  }
  for (const { oid, name } of await findGroups(connection, port)) {
    const administers = connection.version < 16 ? `true` : `pg_has_role($1::oid, 'usage with admin option')`;
    const [row] = await connection.query<{ administers: boolean }>(
      `select ${administers} as administers from (select $1::oid) as given`,
      [oid],
    );
    if (row?.administers) continue;
    const sentence = `Role "${connection.user}" may not grant "${name}", which it did not make at this server.`;
    lacks.push({
      code: 'admin_option_missing',
      sentence,
      mend: `grant ${quoted(name)} to ${quoted(connection.user)} with admin option`,
    });
  }
  return lacks;
}

async function creatorLacks(target: Target, limits: Limits): Promise<Lack[]> {
  const settings = readTarget(target);
  const creator = settings.createConsumerRoles;
  if (!creator) return [];
  await using connection = await connect(
    settings,
    { user: creator.user, password: target.secret('creatorPassword') },
    limits,
  );
  const [row] = await connection.transaction(() =>
    connection.query<{ creates: boolean }>(
      'select rolcreaterole or rolsuper as creates from pg_roles where rolname = current_user',
    ),
  );
  const sentence = `Role "${creator.user}" is to create consumer roles and may not.`;
  return row?.creates
    ? []
    : [
        {
          code: 'creator_createrole_missing',
          sentence,
          mend: `alter role ${quoted(creator.user)} createrole`,
        },
      ];
}

/** A target that cannot be looked into is a lack like any other. */
async function collect(lacks: Lack[], look: () => unknown): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error;
    lacks.push({ code: error.code, sentence: error.message, mend: error.mend });
  }
}
