// Data products: the document as it was sent, beside what lists filter by and search in.
import { sql } from 'kysely';
import type { ProductRow, ProductRows } from '../../../app/catalog.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import { moveConsumer } from './consumers.ts';
import { isLiveAt } from './live.ts';
import { wordsOf } from './search.ts';

export function productRows(tx: Tx): ProductRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('data_product')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return null;
      return {
        format: row.format,
        owner: row.owner_team as TeamId,
        name: row.name,
        facets: row.facets as ProductRow['facets'],
        document: JSON.parse(row.document) as ProductRow['document'],
        version: row.version,
        deleted: row.deleted_at !== null,
      };
    },
    add: async (id, product) => {
      await tx
        .insertInto('data_product')
        .values({ id, ...columnsOf(id, product) })
        .execute();
    },
    save: async (id, product) => {
      const columns = columnsOf(id, product);
      await tx
        .updateTable('data_product')
        .set((eb) => ({ ...columns, deleted_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    remove: async (id, now) => {
      await tx
        .updateTable('data_product')
        .set((eb) => ({ deleted_at: timestamp(now), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    liveAccesses: async (id, now) => {
      const { rows } = await sql<{ live: number }>`
        select count(*) as live from access a
        where ${isLiveAt(now)} and (a.resource_id in (select id from resource where data_product_id = ${id})
          or (a.consumer_team = (select owner_team from data_product where id = ${id}) and a.consumer_id = ${id} and a.consumer_kind = 'data-product'))
      `.execute(tx);
      return rows[0]!.live;
    },
    moveConsumer: (id, team, now) => moveConsumer(tx, 'data-product', id, team, now),
  };
}

function columnsOf(id: string, product: Omit<ProductRow, 'version' | 'deleted'>) {
  return {
    format: product.format,
    owner_team: product.owner,
    name: product.name,
    facets: JSON.stringify(product.facets),
    document: JSON.stringify(product.document),
    search: sql<string>`array_to_tsvector(${wordsOf(id, product.name, product.facets.description)}::text[])`,
  };
}
