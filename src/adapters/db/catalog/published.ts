// Lists of published documents: data products, data contracts and applications lie in three tables of one shape. Every filter is served
// by an index (owner, facets, words, name); the order is that of creation unless somebody wants names.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PageOf, Paging, PublishedFilter, PublishedReads } from '../../../app/catalog-reads.ts';
import type { Tables } from '../schema.ts';
import { emptyPage, pageFrom, startOf } from './pages.ts';
import { queryOf } from './search.ts';

export function publishedReads(
  db: Kysely<Tables>,
  name: 'data_product' | 'data_contract' | 'application',
): PublishedReads {
  const table = sql.table(name);
  return {
    page: (filter, paging) => page(db, table, filter, paging),
    one: async (id) => {
      const row = await db
        .selectFrom(name)
        .select(['document', 'version'])
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row ? { text: row.document, version: row.version } : null;
    },
  };
}

async function page(
  db: Kysely<Tables>,
  table: RawBuilder<unknown>,
  filter: PublishedFilter,
  paging: Paging,
): Promise<PageOf<string>> {
  const where = conditions(filter);
  const order = filter.sort === 'name' ? sql`lower(name), position` : sql`position`;
  const start = await startOf(paging, async (offset) => {
    const { rows } = await sql<{ position: number }>`
      select position from ${table} where ${where} order by ${order} offset ${offset} limit 1`.execute(db);
    return rows[0]?.position;
  });
  if (start === undefined) return emptyPage;
  const { rows } = await sql<{ position: number; document: string }>`
    select position, document from ${table}
    where ${where} and ${isAfter(table, start, filter)} order by ${order} limit ${paging.limit + 1}`.execute(
    db,
  );
  return pageFrom(rows, paging, (row) => row.document);
}

function isAfter(
  table: RawBuilder<unknown>,
  start: number | null,
  { sort }: PublishedFilter,
): RawBuilder<unknown> {
  if (start === null) return sql`true`;
  return sort === 'name'
    ? sql`(lower(name), position) > (select lower(name), position from ${table} where position = ${start}::bigint)`
    : sql`position > ${start}::bigint`;
}

function conditions(filter: PublishedFilter): RawBuilder<unknown> {
  const words = queryOf(filter.words);
  const facets = {
    ...(filter.archetype !== null && { archetype: filter.archetype }),
    ...(filter.status !== null && { status: filter.status }),
  };
  return sql.join(
    [
      sql`deleted_at is null`,
      ...(words === null ? [] : [sql`search @@ ${words}::tsquery`]),
      ...(filter.teams.length === 0 ? [] : [sql`owner_team = any(${filter.teams}::text[])`]),
      ...(filter.domains.length === 0 ? [] : [inDomains(filter.domains)]),
      ...(Object.keys(facets).length === 0 ? [] : [sql`facets @> ${JSON.stringify(facets)}::jsonb`]),
      ...filter.tags.map((tag) => sql`facets @> ${JSON.stringify({ tags: [tag] })}::jsonb`),
    ],
    sql` and `,
  );
}

/** In a domain is what names it in its document, and what belongs to a team of it. */
function inDomains(domains: readonly string[]): RawBuilder<unknown> {
  const named = sql.join(
    domains.map((domain) => sql`facets @> ${JSON.stringify({ domain })}::jsonb`),
    sql` or `,
  );
  return sql`(${named} or owner_team in (
    with recursive below(id, depth) as (
      select id, 0 from team where id = any(${domains}::text[])
      union all
      select t.id, b.depth + 1 from below b join team t on t.parent = b.id where b.depth < 32
    )
    select id from below))`;
}
