// Resources: output ports, APIs, event types, actions, and what each of them is at a target.
import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Bound, ResourceRow, ResourceRows } from '../../../app/catalog.ts';
import type {
  CatalogReads,
  PageOf,
  Paging,
  ResourceFilter,
  ShownResource,
} from '../../../app/catalog-reads.ts';
import type { JsonObject } from '../../../app/documents.ts';
import type { ResourceId, TeamId } from '../../../core/ids.ts';
import type { Policy } from '../../../core/policy.ts';
import type { ResourceKind } from '../../../core/resource.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';
import { isLiveAt } from './live.ts';
import { emptyPage, pageFrom, startOf } from './pages.ts';
import { shownPolicy } from './policies.ts';
import { queryOf, wordsOf } from './search.ts';

export function resourceRows(tx: Tx): ResourceRows {
  return {
    lock: async (id) => {
      const row = await tx
        .selectFrom('resource')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row ? resourceFrom(row) : null;
    },
    lockPorts: async (product) => {
      const rows = await tx
        .selectFrom('resource')
        .selectAll()
        .where('data_product_id', '=', product)
        .orderBy('id')
        .forUpdate()
        .execute();
      return new Map(rows.map((row) => [row.output_port_id!, resourceFrom(row)]));
    },
    portsOfContract: async (contract) => {
      const rows = await tx
        .selectFrom('resource as r')
        .innerJoin('data_product as p', 'p.id', 'r.data_product_id')
        .select(['r.id', 'p.document'])
        .where('r.data_contract_id', '=', contract)
        .where('r.deleted_at', 'is', null)
        .orderBy('r.id')
        .execute();
      return rows.map((row) => ({
        id: row.id as ResourceId,
        product: JSON.parse(row.document) as JsonObject,
      }));
    },
    add: async (id, resource) => {
      await tx
        .insertInto('resource')
        .values({ id, ...columnsOf(id, resource) })
        .execute();
    },
    save: async (id, resource) => {
      await tx
        .updateTable('resource')
        .set({ ...columnsOf(id, resource), deleted_at: null })
        .where('id', '=', id)
        .execute();
    },
    remove: async (id, now) => {
      await tx
        .updateTable('resource')
        .set({ deleted_at: timestamp(now) })
        .where('id', '=', id)
        .execute();
    },
    liveAccesses: async (id, now) => {
      const { rows } = await sql<{ live: number }>`
        select count(*) as live from access a where a.resource_id = ${id} and ${isLiveAt(now)}`.execute(tx);
      return rows[0]!.live;
    },
  };
}

export function resourceReads(db: Kysely<Tables>): CatalogReads['resources'] {
  return {
    page: (filter, paging) => page(db, filter, paging),
    one: async (id) => {
      const { rows } = await sql<ShownRow>`${shownText} where r.id = ${id} and r.deleted_at is null`.execute(
        db,
      );
      return rows[0] ? shownFrom(rows[0]) : null;
    },
    policy: (id, draft) => shownPolicy(db, id, draft),
  };
}

type Row = Selectable<Tables['resource']>;
export type ShownRow = Row & { strategy: Policy['strategy'] };

const shownText = sql`select r.*, p.body ->> 'strategy' as strategy from resource r join policy p on p.resource_id = r.id`;

export function shownFrom(row: ShownRow): ShownResource {
  return { ...resourceFrom(row), id: row.id as ResourceId, strategy: row.strategy };
}

function resourceFrom(row: Row): ResourceRow {
  return {
    kind: row.kind as ResourceKind,
    owner: row.owner_team as TeamId,
    name: row.name,
    description: row.description,
    offers: row.offers,
    visibility: row.visibility,
    tags: row.tags,
    port:
      row.data_product_id === null || row.output_port_id === null
        ? null
        : { dataProductId: row.data_product_id, outputPortId: row.output_port_id },
    contract:
      row.data_contract_id === null ? null : { id: row.data_contract_id, version: row.data_contract_version },
    autoApprove: row.auto_approve,
    bound:
      row.target_id === null ? null : { target: row.target_id, binding: row.binding as Bound['binding'] },
    boundByDocument: row.bound_by_document,
    unbound: row.unbound as ResourceRow['unbound'],
    deleted: row.deleted_at !== null,
  };
}

function columnsOf(id: ResourceId, resource: Omit<ResourceRow, 'deleted'>) {
  const { kind, owner, name, description, offers, visibility, tags, port, contract, autoApprove, bound } =
    resource;
  return {
    kind,
    owner_team: owner,
    name,
    description,
    offers: [...offers],
    visibility,
    tags: [...tags],
    data_product_id: port?.dataProductId ?? null,
    output_port_id: port?.outputPortId ?? null,
    data_contract_id: contract?.id ?? null,
    data_contract_version: contract?.version ?? null,
    auto_approve: autoApprove,
    target_id: bound?.target ?? null,
    binding: bound && JSON.stringify(bound.binding),
    bound_by_document: resource.boundByDocument,
    unbound: resource.unbound && JSON.stringify(resource.unbound),
    search: sql<string>`array_to_tsvector(${wordsOf(id, name, description)}::text[])`,
  };
}

async function page(
  db: Kysely<Tables>,
  filter: ResourceFilter,
  paging: Paging,
): Promise<PageOf<ShownResource>> {
  const where = whereOf(filter);
  const start = await startOf(paging, async (offset) => {
    const { rows } = await sql<{ position: number }>`
      select r.position from resource r where ${where} order by r.position offset ${offset} limit 1`.execute(
      db,
    );
    return rows[0]?.position;
  });
  if (start === undefined) return emptyPage;
  const found = resourcesAfter(filter, where, start ?? 0, paging.limit + 1);
  const { rows } = await sql<ShownRow>`
    select r.*, p.body ->> 'strategy' as strategy
    from (select * from ${found} found order by position limit ${paging.limit + 1}) r
      join policy p on p.resource_id = r.id
    order by r.position`.execute(db);
  return pageFrom(rows, paging, shownFrom);
}

/**
 * The first resources after a position that fit, in no order: as many as are wanted of each owner or kind that is asked
 * for, along its own index. Asked for all of them at once, PostgreSQL may walk along the positions instead, and reads
 * everything where an owner has little.
 */
export function resourcesAfter(
  { teams, kinds }: Pick<ResourceFilter, 'teams' | 'kinds'>,
  fits: RawBuilder<unknown>,
  after: number,
  wanted: number,
): RawBuilder<unknown> {
  const rest = sql`${fits} and r.position > ${after}::bigint order by r.position limit ${wanted}`;
  const ofEach = (values: readonly string[], column: RawBuilder<unknown>) =>
    sql`(select r.* from (select distinct unnest(${values}::text[]) as value) one cross join lateral (
      select * from resource r where ${column} = one.value and ${rest}) r)`;
  if (teams.length > 0) return ofEach(teams, sql`r.owner_team`);
  if (kinds.length > 0) return ofEach(kinds, sql`r.kind`);
  return sql`(select * from resource r where ${rest})`;
}

/** What a filter asks of `resource r`. One text for each combination, so that each is planned for its index. */
export function whereOf(filter: ResourceFilter): RawBuilder<unknown> {
  const words = queryOf(filter.words);
  return sql.join(
    [
      sql`r.deleted_at is null`,
      ...(words === null ? [] : [sql`r.search @@ ${words}::tsquery`]),
      ...(filter.kinds.length === 0 ? [] : [sql`r.kind = any(${filter.kinds}::text[])`]),
      ...(filter.teams.length === 0 ? [] : [sql`r.owner_team = any(${filter.teams}::text[])`]),
      ...(filter.tags.length === 0 ? [] : [sql`r.tags @> ${filter.tags}::text[]`]),
      ...(filter.dataProductId === null ? [] : [sql`r.data_product_id = ${filter.dataProductId}`]),
      ...(filter.dataContractId === null ? [] : [sql`r.data_contract_id = ${filter.dataContractId}`]),
    ],
    sql` and `,
  );
}
