// One run at a PostgreSQL target: observing, granting and revoking for one port, inside one transaction that holds the
// port's lock. The levels of the port are independent of each other; level.ts is what happens at one of them.
import type { Entitlement, Failure, Level, TargetSession } from '../../../app/connector.ts';
import type { Connection } from './connection.ts';
import type { CreateRoles } from './consumer-roles.ts';
import { driftAt } from './drift.ts';
import { findGroups, levels, type Group } from './group.ts';
import { openLevel } from './level.ts';
import { nameFault } from './names.ts';
import type { Port } from './settings.ts';

export interface PostgresSession extends TargetSession {
  /** The group roles as they are now. */
  groups(): Group[];
  /** Writes down who lost a group role in this run, for ending.ts. */
  markLosers(): Promise<void>;
  /** Whether anything was to be changed. A run that only looks ends nobody's session either. */
  acted(): boolean;
}

export async function openSession(
  connection: Connection,
  port: Port,
  createRoles: CreateRoles | null,
): Promise<PostgresSession> {
  const found = await findGroups(connection, port);
  const runs = levels.map((level) =>
    openLevel(connection, port, level, found.find((group) => group.level === level) ?? null, createRoles),
  );
  const groups = (): Group[] => runs.map((run) => run.group()).filter((group) => group !== null);
  let acted = false;

  return {
    groups,
    acted: () => acted,

    async entitlements() {
      const seen = await Promise.all(runs.map((run) => run.principals()));
      return runs.flatMap(({ level }, nth) => seen[nth]!.map((principal) => ({ principal, level })));
    },

    async isInLine() {
      const seen = await Promise.all(runs.map((run) => run.isInLine()));
      return seen.every((inLine) => inLine);
    },

    drift(watched) {
      const possible = watched.filter((name) => nameFault(name) === null);
      return driftAt(connection, port, groups(), possible);
    },

    async grant(entitlements) {
      acted = true;
      const failures: Failure[] = [];
      for (const run of runs) failures.push(...(await run.grant(principalsAt(entitlements, run.level))));
      return failures;
    },

    async revoke(entitlements) {
      acted = true;
      const failures: Failure[] = [];
      for (const run of runs) failures.push(...(await run.revoke(principalsAt(entitlements, run.level))));
      return failures;
    },

    async markLosers() {
      for (const run of runs) await run.markLosers();
    },
  };
}

const principalsAt = (entitlements: readonly Entitlement[], level: Level): string[] => [
  ...new Set(
    entitlements.filter((entitlement) => entitlement.level === level).map(({ principal }) => principal),
  ),
];
