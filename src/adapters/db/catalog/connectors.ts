// Registrations and states of other people's connectors, given back as they were sent.
import type { Kysely } from 'kysely';
import type { ConnectorRows } from '../../../app/catalog.ts';
import type { CatalogReads } from '../../../app/catalog-reads.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { Tx } from '../database.ts';
import type { Tables } from '../schema.ts';
import { emptyPage, pageFrom, startOf } from './pages.ts';

export function connectorRows(tx: Tx): ConnectorRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('connector')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return null;
      return {
        document: JSON.parse(row.document) as JsonObject,
        registeredBy: row.registered_by,
        person: row.person_id as PersonId | null,
      };
    },
    add: async (id, { document, registeredBy, person }) => {
      await tx
        .insertInto('connector')
        .values({ id, document: JSON.stringify(document), registered_by: registeredBy, person_id: person })
        .execute();
    },
    save: async (id, document) => {
      await tx
        .updateTable('connector')
        .set({ document: JSON.stringify(document) })
        .where('id', '=', id)
        .execute();
    },
    remove: async (id) => {
      await tx.deleteFrom('connector').where('id', '=', id).execute();
    },
  };
}

export function connectorReads(db: Kysely<Tables>): CatalogReads['connectors'] {
  return {
    page: async (paging) => {
      const positions = db.selectFrom('connector').select('position').orderBy('position');
      const start = await startOf(paging, async (offset) => {
        const row = await positions.offset(offset).limit(1).executeTakeFirst();
        return row?.position;
      });
      if (start === undefined) return emptyPage;
      const rows = await db
        .selectFrom('connector')
        .select(['position', 'document'])
        .where('position', '>', start ?? 0)
        .orderBy('position')
        .limit(paging.limit + 1)
        .execute();
      return pageFrom(rows, paging, (row) => row.document);
    },
    one: async (id) => {
      const row = await db.selectFrom('connector').select('document').where('id', '=', id).executeTakeFirst();
      return row?.document ?? null;
    },
  };
}
