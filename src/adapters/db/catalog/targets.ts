// Targets: systems where access becomes real. The secret is sealed before it comes here and never leaves by this file.
import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { TargetRow, TargetRows } from '../../../app/catalog.ts';
import type { CatalogReads, ShownTarget } from '../../../app/catalog-reads.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { ResourceId, TeamId } from '../../../core/ids.ts';
import type { TargetHealth } from '../../../core/target-health.ts';
import type { Tx } from '../database.ts';
import type { Tables } from '../schema.ts';

export function targetRows(tx: Tx): TargetRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('target')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row ? targetFrom(row) : null;
    },
    hold: async (id) => {
      const row = await tx
        .selectFrom('target')
        .selectAll()
        .where('id', '=', id)
        .forShare()
        .executeTakeFirst();
      return row ? targetFrom(row) : null;
    },
    at: async ({ kind, host, port, database }) => {
      const { rows } = await sql<{ id: string; owner: TeamId | null }>`
        select id, owner_team as owner from target
        where kind = ${kind} and settings ->> 'database' = ${database}
          and (${host}::text is null or (lower(settings ->> 'host') = lower(${host}::text) and coalesce((settings ->> 'port')::integer, 5432) = coalesce(${port}::integer, 5432)))
        order by id limit 2 for share
      `.execute(tx);
      return rows;
    },
    add: async (id, target, secret) => {
      await tx
        .insertInto('target')
        .values({ id, ...columnsOf(target), secret })
        .execute();
    },
    save: async (id, target, secret) => {
      const columns = { ...columnsOf(target), ...(secret !== undefined && { secret }) };
      await tx
        .updateTable('target')
        .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    remove: async (id) => {
      await tx.deleteFrom('target').where('id', '=', id).execute();
    },
    uses: async (id) => {
      const { rows } = await sql<{ uses: number }>`
        select count(*) as uses from (
          select id from resource where target_id = ${id} and deleted_at is null
          union select resource_id from provisioning where target_id = ${id}
        ) bound`.execute(tx);
      return rows[0]!.uses;
    },
  };
}

export function targetReads(db: Kysely<Tables>): CatalogReads['targets'] {
  return {
    // Few in any installation, so they are ordered by id and read without a position of their own.
    page: async ({ skip, limit }) => {
      const { rows } = await shown(sql`order by id limit ${limit + 1} offset ${skip}`).execute(db);
      const items = rows.slice(0, limit).map(shownFrom);
      return { items, next: rows.length > limit ? skip + limit : null };
    },
    one: async (id) => {
      const { rows } = await shown(sql`where id = ${id}`).execute(db);
      return rows[0] ? shownFrom(rows[0]) : null;
    },
  };
}

interface ShownRow extends Row {
  health: Omit<TargetHealth, 'lastRun' | 'nextRun' | 'failure'>;
  last_run: number | null;
  next_run: number | null;
  failing_resource: ResourceId | null;
  failures: number;
  last_error: string;
  retry: number;
}

/** The rows of a target are as many as the resources that are bound to it, whatever has happened there. */
const shown = (which: RawBuilder<unknown>) => sql<ShownRow>`
select t.id, t.kind, t.name, t.owner_team, t.settings, t.secret, t.version, t.frozen or o.frozen as frozen,
  h.health, h.last_run, h.next_run, f.resource_id as failing_resource, f.failures, f.last_error, f.next_run as retry
from (select * from target ${which}) t cross join organization o
cross join lateral (
  select jsonb_build_object(
    'resources', count(*), 'failing', count(*) filter (where failures > 0), 'alarming', count(*) filter (where alarming),
    'missing', coalesce(sum(jsonb_array_length(missing)), 0), 'excess', coalesce(sum(jsonb_array_length(excess)), 0),
    'drift', coalesce(sum(jsonb_array_length(drift)), 0)) as health,
    max(last_run) as last_run, min(next_run) as next_run
  from provisioning where target_id = t.id
) h
left join lateral (
  select resource_id, failures, coalesce(last_error, '') as last_error, next_run from provisioning
  where target_id = t.id and failures > 0 order by alarming desc, failures desc, resource_id limit 1
) f on true
order by t.id`;

function columnsOf({ kind, name, owner, settings }: Omit<TargetRow, 'version' | 'hasSecrets'>) {
  return { kind, name, owner_team: owner, settings: JSON.stringify(settings) };
}

type Row = Selectable<Tables['target']>;

function targetFrom(row: Row): TargetRow {
  return {
    version: row.version,
    kind: row.kind,
    name: row.name,
    owner: row.owner_team as TeamId | null,
    settings: row.settings as JsonObject,
    hasSecrets: row.secret !== null,
  };
}

function shownFrom(row: ShownRow): ShownTarget {
  const { id, frozen, health, last_run: lastRun, next_run: nextRun, failing_resource: resource } = row;
  const failure =
    resource === null
      ? null
      : { resource, failures: row.failures, error: row.last_error, nextRun: row.retry };
  return { ...targetFrom(row), id, frozen, health: { ...health, lastRun, nextRun, failure } };
}
