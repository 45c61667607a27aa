// Applications: the document as it is given back, beside what lists filter by and search in.
import { sql } from 'kysely';
import type { ApplicationRow, ApplicationRows } from '../../../app/catalog.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import { moveConsumer } from './consumers.ts';
import { isLiveAt } from './live.ts';
import { wordsOf } from './search.ts';

export function applicationRows(tx: Tx): ApplicationRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('application')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return null;
      return {
        owner: row.owner_team as TeamId,
        name: row.name,
        ...(row.facets as Pick<ApplicationRow, 'description' | 'tags'>),
        document: JSON.parse(row.document) as ApplicationRow['document'],
        version: row.version,
        deleted: row.deleted_at !== null,
      };
    },
    add: async (id, application) => {
      await tx
        .insertInto('application')
        .values({ id, ...columnsOf(id, application) })
        .execute();
    },
    save: async (id, application) => {
      const columns = columnsOf(id, application);
      await tx
        .updateTable('application')
        .set((eb) => ({ ...columns, deleted_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    remove: async (id, now) => {
      await tx
        .updateTable('application')
        .set((eb) => ({ deleted_at: timestamp(now), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    liveAccesses: async (id, now) => {
      const { rows } = await sql<{ live: number }>`
        select count(*) as live from access a
        where ${isLiveAt(now)} and a.consumer_team = (select owner_team from application where id = ${id})
          and a.consumer_id = ${id} and a.consumer_kind = 'application'
      `.execute(tx);
      return rows[0]!.live;
    },
    moveConsumer: (id, team, now) => moveConsumer(tx, 'application', id, team, now),
  };
}

function columnsOf(id: string, application: Omit<ApplicationRow, 'version' | 'deleted'>) {
  const { owner, name, description, tags, document } = application;
  return {
    owner_team: owner,
    name,
    facets: JSON.stringify({ description, tags }),
    document: JSON.stringify(document),
    search: sql<string>`array_to_tsvector(${wordsOf(id, name, description)}::text[])`,
  };
}
