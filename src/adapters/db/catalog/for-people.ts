// The catalog as people look through it (app/catalog-for-people.ts). What the caller has is looked up for the page that is
// shown; where it is a filter, the few resources of the caller are found first and the catalog is asked for those.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  CatalogFilter,
  CatalogForPeople,
  CatalogItem,
  Facets,
  Mine,
} from '../../../app/catalog-for-people.ts';
import type { Side } from '../../../core/consumer.ts';
import type { Tables } from '../schema.ts';
import { resourcesAfter, shownFrom, whereOf, type ShownRow } from './resources.ts';

export function catalogForPeople(db: Kysely<Tables>): CatalogForPeople {
  return {
    page: async (filter, sides, after, limit) => {
      const rows = await rowsFor(db, filter, sides, after, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        items: await withMine(db, shown, sides),
        next: rows.length > limit ? shown.at(-1)!.position : null,
      };
    },
    facets: (filter, sides) => facets(db, filter, sides),
  };
}

/** How far a page looks along the catalog before it asks the indexes of words and tags. */
const near = 2000;

/**
 * Words and tags have indexes that know no order. What many resources have is found by walking a little way along the
 * catalog; what few have, by those indexes. PostgreSQL would have to guess which of the two it is, and a wrong guess
 * reads everything.
 */
async function rowsFor(
  db: Kysely<Tables>,
  filter: CatalogFilter,
  sides: readonly Side[],
  after: number,
  wanted: number,
): Promise<ShownRow[]> {
  const fits = conditions(filter, sides);
  if (filter.words === null && filter.tags.length === 0)
    return pageOf(db, resourcesAfter(filter, fits, after, wanted), wanted);
  const walked = sql`select * from resource where position > ${after}::bigint order by position limit ${near}`;
  const first = await pageOf(db, sql`(select * from (${walked}) r where ${fits})`, wanted);
  if (first.length === wanted) return first;
  const all = sql`select * from resource r where ${fits} and r.position > ${after}::bigint offset 0`;
  return pageOf(db, sql`(${all})`, wanted);
}

async function pageOf(db: Kysely<Tables>, from: RawBuilder<unknown>, wanted: number): Promise<ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select r.*, p.body ->> 'strategy' as strategy
    from (select * from ${from} found order by position limit ${wanted}) r join policy p on p.resource_id = r.id
    order by r.position`.execute(db);
  return rows;
}

const mostCounted = 1000;
const mostValues = 50;

/** As in the indexes: the expression is the one of core/consumer.ts#sideOf. */
const side = sql.raw(
  `(case consumer_kind when 'person' then 'person:' || consumer_id else 'team:' || consumer_team end)`,
);

function conditions(filter: CatalogFilter, sides: readonly Side[]): RawBuilder<unknown> {
  const where = whereOf(filter);
  switch (filter.access) {
    case null:
      return where;
    case 'none':
      return sql`${where} and r.id <> all(array(${resourcesOf('live', sides)})) and r.id <> all(array(${resourcesOf('waiting', sides)}))`;
    default:
      return sql`${where} and r.id = any(array(${resourcesOf(filter.access, sides)}))`;
  }
}

function resourcesOf(what: 'live' | 'waiting', sides: readonly Side[]): RawBuilder<unknown> {
  const is = what === 'live' ? sql`standing in ('Granted', 'Suspended')` : sql`waiting_since is not null`;
  return sql`select distinct resource_id from access where ${side} = any(${sides}::text[]) and ${is}`;
}

type MineRow = Mine & { id: string; owner_name: string | null };

const nothing: Mine = { live: null, suspended: null, waiting: null, refused: null };

/**
 * Each kind ends with the first that is found, because a side may have a thousand agreements at one resource. Lists come
 * as JSON: PostgreSQL plans a statement anew for each array that it is given, which would cost more than reading.
 */
async function withMine(
  db: Kysely<Tables>,
  shown: readonly ShownRow[],
  sides: readonly Side[],
): Promise<CatalogItem[]> {
  if (shown.length === 0) return [];
  const page = JSON.stringify(shown.map(({ id, owner_team }) => ({ id, owner_team })));
  const mine = sql`${side} = any(array(select json_array_elements_text(${JSON.stringify(sides)}::json)))`;
  const { rows } = await sql<MineRow>`
    select r.id, (select name from team where id = r.owner_team) as owner_name,
      (select id from access where resource_id = r.id and ${mine} and standing in ('Granted', 'Suspended') and standing = 'Granted'
        limit 1) as live,
      (select id from access where resource_id = r.id and ${mine} and standing = 'Suspended' limit 1) as suspended,
      w.id as waiting,
      (select access_id from refusal where resource_id = r.id
        and side = any(array(select json_array_elements_text(${JSON.stringify(sides)}::json))) limit 1) as refused
    from json_to_recordset(${page}::json) r (id text, owner_team text)
      left join (select resource_id, max(id) as id from access where ${mine} and waiting_since is not null group by resource_id) w
        on w.resource_id = r.id`.execute(db);
  const found = new Map(rows.map((row) => [row.id, row]));
  return shown.map((row) => {
    const {
      id: _,
      owner_name: ownerName,
      ...mine
    } = found.get(row.id) ?? { id: row.id, owner_name: null, ...nothing };
    return { resource: shownFrom(row), ownerName, mine };
  });
}

async function facets(db: Kysely<Tables>, filter: CatalogFilter, sides: readonly Side[]): Promise<Facets> {
  const { rows } = await sql<{ facets: Omit<Facets, 'complete' | 'counted'> & { found: number } }>`
    with fit as materialized (
      select r.kind, r.owner_team, r.tags from resource r where ${conditions(filter, sides)} order by r.position limit ${mostCounted + 1}
    )
    select jsonb_build_object(
      'found', (select count(*) from fit),
      'types', ${listed(sql`select kind as value, count(*) as count from fit group by kind`)},
      'owners', ${listed(sql`select o.value, o.count, t.name from (select owner_team as value, count(*) as count from fit group by owner_team
        order by 2 desc, 1 limit ${mostValues}) o left join team t on t.id = o.value`)},
      'tags', ${listed(sql`select tag as value, count(*) as count from fit, unnest(tags) tag group by tag order by 2 desc, 1 limit ${mostValues}`)}
    ) as facets`.execute(db);
  const { found, ...lists } = rows[0]!.facets;
  return { ...lists, counted: Math.min(found, mostCounted), complete: found <= mostCounted };
}

function listed(of: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(x order by x.count desc, x.value) from (${of}) x), '[]')`;
}
