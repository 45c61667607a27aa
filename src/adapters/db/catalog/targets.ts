// Targets: systems where access becomes real. The secret is sealed before it comes here and never leaves by this file.
import { sql, type Kysely, type Selectable } from 'kysely';
import type { TargetRow, TargetRows } from '../../../app/catalog.ts';
import type { CatalogReads, ShownTarget } from '../../../app/catalog-reads.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { TeamId } from '../../../core/ids.ts';
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
      const rows = await db
        .selectFrom('target')
        .selectAll()
        .orderBy('id')
        .offset(skip)
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit).map(shownFrom);
      return { items, next: rows.length > limit ? skip + limit : null };
    },
    one: async (id) => {
      const row = await db.selectFrom('target').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? shownFrom(row) : null;
    },
  };
}

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

function shownFrom(row: Row): ShownTarget {
  return { ...targetFrom(row), id: row.id, frozen: row.frozen };
}
