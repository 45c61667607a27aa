// Rosters: who is in a team, ancestors' people included, without those who left. The same walk up the tree as the
// statement that loads a Situation does (access/load.ts), for callers that need no access.
import { sql, type Kysely } from 'kysely';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import { roleFrom, type Roster } from '../../../core/team.ts';
import type { Tables } from '../schema.ts';

/** Rosters of the teams that exist among these. */
export async function rostersOf(
  db: Kysely<Tables>,
  teams: readonly TeamId[],
): Promise<ReadonlyMap<TeamId, Roster>> {
  if (teams.length === 0) return new Map();
  const { rows } = await sql<RosterRow>`
    with recursive chain(team, ancestor, depth) as (
      select id, id, 0 from team where id = any(${teams}::text[]) and deleted_at is null
      union all
      select c.team, t.parent, c.depth + 1 from chain c join team t on t.id = c.ancestor where t.parent is not null and c.depth < 32
    )
    select t.id as team, t.parent,
      (select jsonb_agg(jsonb_build_object('person', m.person_id, 'role', m.role, 'direct', c.depth = 0))
         from chain c join membership m on m.team_id = c.ancestor join person e on e.id = m.person_id and e.disabled_at is null
         where c.team = t.id) as people
    from team t where t.id = any(${teams}::text[]) and t.deleted_at is null
  `.execute(db);
  return new Map(rows.map((row) => [row.team, rosterFrom(row)]));
}

interface RosterRow {
  team: TeamId;
  parent: TeamId | null;
  people: { person: PersonId; role: string; direct: boolean }[] | null;
}

function rosterFrom({ team, parent, people }: RosterRow): Roster {
  return { team, parent, people: (people ?? []).map((entry) => ({ ...entry, role: roleFrom(entry.role) })) };
}
