// The directory by its two indexes: everybody in the order of their names, or those whose name or address has the words.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DirectoryEntry, DirectoryReads } from '../../../app/directory.ts';
import { queryOf } from '../catalog/search.ts';
import type { Tables } from '../schema.ts';
import { strongestRoles } from './people.ts';
import { personColumns, personFrom, type PersonRow } from './person-row.ts';

/** How far a page looks along the names before it asks the index of words. */
const near = 300;

export function directoryReads(db: Kysely<Tables>): DirectoryReads {
  return {
    page: async (text, after, limit) => {
      const [rows, administrators] = await Promise.all([
        rowsFor(db, text?.trim() ?? '', after, limit + 1),
        administratorsIn(db),
      ]);
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? shown.at(-1)!.position : null;
      return { items: shown.map(entryFrom), next, administrators };
    },
  };
}

/**
 * The index of words knows no order, so words that many people have are found by walking a little way along the names,
 * and words that few have by the index. PostgreSQL would have to guess which of the two it is.
 */
async function rowsFor(db: Kysely<Tables>, text: string, after: number, wanted: number): Promise<Row[]> {
  const following = sql`select * from person p where p.erased_at is null and (${byName}, p.position) > (
    select coalesce(max(${byName}), ''), coalesce(max(position), 0) from person p where position = ${after}::bigint)`;
  if (text === '') return pageOf(db, following, wanted);
  const fits = withWords(text);
  const walked = sql`select * from (${following} order by ${byName}, p.position limit ${near}) p where ${fits}`;
  const first = await pageOf(db, walked, wanted);
  return first.length === wanted ? first : pageOf(db, sql`${following} and ${fits} offset 0`, wanted);
}

async function pageOf(db: Kysely<Tables>, from: RawBuilder<unknown>, wanted: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columns}, ${teams} as teams,
      exists (select from provider_account a where a.person_id = p.id and a.gone_at is null) as at_provider
    from (select * from (${from}) p order by ${byName}, p.position limit ${wanted}) p
    order by ${byName}, p.position`.execute(db);
  return rows;
}

type Row = PersonRow & { teams: DirectoryEntry['teams']; at_provider: boolean };

const columns = sql.join(personColumns.map((column) => sql.ref(`p.${column}`)));

/** As in the index person_name. */
const byName = sql.raw(`(lower(coalesce(p.name, p.email)) collate "C")`);

/** As in the index person_words. */
const words = sql.raw(
  `to_tsvector('simple'::regconfig, translate(coalesce(p.name, '') || ' ' || split_part(p.email, '@', 1), '.,:;/_@&+#<>=?%~*-', '                  '))`,
);

const teams = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'role', m.role) order by t.id), '[]')
  from membership m join team t on t.id = m.team_id where m.person_id = p.id and t.deleted_at is null)`;

/** Words of the name or of what stands before the `@`; with an `@`, the address begins like that. */
function withWords(text: string): RawBuilder<unknown> {
  const [before = '', ...rest] = text.split('@');
  const query = queryOf(before);
  if (query === null) return sql`false`;
  const fits = sql`${words} @@ ${query}::tsquery`;
  return rest.length === 0 ? fits : sql`${fits} and starts_with(lower(p.email), lower(${text}))`;
}

async function administratorsIn(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('administrator', '=', true)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function entryFrom(row: Row): DirectoryEntry {
  return { person: personFrom(row), teams: strongestRoles(row.teams), atProvider: row.at_provider };
}
