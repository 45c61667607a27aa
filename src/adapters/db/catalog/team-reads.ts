// Teams for lists and pages, with the addresses of their members.
import { sql, type Kysely } from 'kysely';
import type { CatalogReads, PageOf, Paging, ShownTeam } from '../../../app/catalog-reads.ts';
import type { TeamId } from '../../../core/ids.ts';
import type { Tables } from '../schema.ts';
import { emptyPage, pageFrom, startOf } from './pages.ts';

export function teamReads(db: Kysely<Tables>): CatalogReads['teams'] {
  return {
    page: (email, paging) => (email === null ? allTeams(db, paging) : teamsOf(db, email, paging)),
    one: async (id) => {
      const { rows } = await sql<ShownRow>`${shownText} where t.id = ${id} and t.deleted_at is null`.execute(
        db,
      );
      return rows[0] ? shownFrom(rows[0]) : null;
    },
  };
}

interface ShownRow {
  position: number;
  document: string;
  parent: TeamId | null;
  version: number;
  members: ShownTeam['members'] | null;
  members_by_group: ShownTeam['members'] | null;
}

const shownText = sql`
  select t.position, t.document, t.parent, t.version,
    (select jsonb_agg(jsonb_build_object('emailAddress', e.email, 'role', m.role) order by m.position)
       from membership m join person e on e.id = m.person_id and e.erased_at is null
       where m.team_id = t.id and not m.from_provider) as members,
    (select jsonb_agg(jsonb_build_object('emailAddress', e.email, 'role', m.role) order by e.email)
       from membership m join person e on e.id = m.person_id and e.erased_at is null
       where m.team_id = t.id and m.from_provider) as members_by_group
  from team t`;

function shownFrom({ document, parent, members, members_by_group: byGroup, version }: ShownRow): ShownTeam {
  const read = JSON.parse(document) as ShownTeam['document'];
  return { document: read, parent, members: members ?? [], membersByGroup: byGroup ?? [], version };
}

async function allTeams(db: Kysely<Tables>, paging: Paging): Promise<PageOf<ShownTeam>> {
  const start = await startOf(paging, async (offset) => {
    const row = await db
      .selectFrom('team')
      .select('position')
      .where('deleted_at', 'is', null)
      .orderBy('position')
      .offset(offset)
      .limit(1)
      .executeTakeFirst();
    return row?.position;
  });
  if (start === undefined) return emptyPage;
  const { rows } = await sql<ShownRow>`${shownText}
    where t.deleted_at is null and t.position > ${start ?? 0}::bigint order by t.position limit ${paging.limit + 1}`.execute(
    db,
  );
  return pageFrom(rows, paging, shownFrom);
}

/** Teams that somebody was put into: few, so they come on one page whatever page is asked for. */
async function teamsOf(db: Kysely<Tables>, email: string, paging: Paging): Promise<PageOf<ShownTeam>> {
  const { rows } = await sql<ShownRow>`${shownText}
    where t.deleted_at is null and t.position > ${paging.after ?? 0}::bigint
      and t.id in (select m.team_id from membership m join person e on e.id = m.person_id where lower(e.email) = lower(${email.trim()}))
    order by t.position offset ${paging.after === null ? paging.skip : 0} limit ${paging.limit + 1}`.execute(
    db,
  );
  return pageFrom(rows, paging, shownFrom);
}
