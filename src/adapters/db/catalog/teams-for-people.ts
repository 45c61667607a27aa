// Teams for the pages about them (app/teams-for-people.ts): one statement for the tree, one for a team with its people.
// The walk down ends with the limit, because a recursive query gives out rows level by level and is not asked for more.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  NamedTeam,
  TeamOfTree,
  TeamsForPeople,
  TeamTree,
  TeamWithPeople,
} from '../../../app/teams-for-people.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import type { Membership } from '../../../core/team-people.ts';
import type { Tables } from '../schema.ts';
import { queryOf } from './search.ts';
import { useOf } from './teams.ts';

/** How many teams come at once. */
const mostTeams = 300;
const mostFound = 100;
const mostCounted = 50;
const mostBelow = 200;

export function teamsForPeople(db: Kysely<Tables>): TeamsForPeople {
  return {
    below: (team) => treeOf(db, walkDown(team), mostTeams),
    byWords: async (words) => {
      const query = queryOf(words);
      if (query === null) return treeOf(db, walkDown(null), mostTeams);
      return treeOf(db, found(query), mostFound);
    },
    one: async (id) => {
      const { rows } = await sql<OneRow>`${oneTeam(id)}`.execute(db);
      return rows[0] ? withPeople(rows[0]) : null;
    },
    use: (id) => useOf(db, id),
  };
}

function walkDown(team: TeamId | null): RawBuilder<unknown> {
  const first = team === null ? sql`parent is null` : sql`parent = ${team}`;
  return sql`
    with recursive tree(id, depth) as (
      (select id, 0 from team where ${first} and deleted_at is null order by lower(name), id limit ${mostTeams + 1})
      union all
      select t.id, tree.depth + 1 from tree join team t on t.parent = tree.id and t.deleted_at is null where tree.depth < 32
    )
    select id, row_number() over () as nth from tree limit ${mostTeams + 1}`;
}

/** The expression is the one of the index team_words. */
const words = sql.raw(
  `to_tsvector('simple'::regconfig, translate(id || ' ' || name, '.,:;/_@&+#<>=?%~*-', '                  '))`,
);

function found(query: string): RawBuilder<unknown> {
  return sql`
    select id, row_number() over (order by lower(name), id) as nth from team
    where ${words} @@ ${query}::tsquery and deleted_at is null order by nth limit ${mostFound + 1}`;
}

/** @param ids with a number each: those with the first numbers are shown. */
async function treeOf(db: Kysely<Tables>, ids: RawBuilder<unknown>, limit: number): Promise<TeamTree> {
  const { rows } = await sql<TreeRow>`
    select chosen.nth, t.id, t.name, t.document ->> 'type' as type, left(t.document ->> 'description', 300) as description,
      case json_typeof(t.document -> 'tags') when 'array' then (t.document -> 'tags')::jsonb else '[]'::jsonb end as tags,
      ${lineAbove(sql`t.parent`)} as above,
      (select count(*)::int from team c where c.parent = t.id and c.deleted_at is null) as below,
      (select count(distinct m.person_id)::int from membership m join person e on e.id = m.person_id
         where m.team_id = t.id and e.disabled_at is null and e.erased_at is null) as people,
      (select coalesce(jsonb_agg(k order by k.kind), '[]') from (
         select kind, count(*)::int as count
         from (select kind from resource where owner_team = t.id and deleted_at is null limit ${mostCounted + 1}) r
         group by kind) k) as kinds
    from (${ids}) chosen join team t using (id) order by lower(t.name), t.id`.execute(db);
  return { teams: rows.filter(({ nth }) => nth <= limit).map(teamFrom), complete: rows.length <= limit };
}

/** The teams above, the top first. */
function lineAbove(parent: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    with recursive line(id, depth) as (
      select ${parent}, 1 where ${parent} is not null
      union all
      select u.parent, line.depth + 1 from line join team u on u.id = line.id where u.parent is not null and line.depth < 32
    )
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', (select name from team where id = line.id)) order by depth desc), '[]')
    from line)`;
}

type TreeRow = Omit<TeamOfTree, 'owns'> & { nth: number; kinds: { kind: string; count: number }[] };

function teamFrom({ nth: _, kinds, tags, ...team }: TreeRow): TeamOfTree {
  const counted = kinds.reduce((sum, { count }) => sum + count, 0);
  const owns = { kinds, complete: counted <= mostCounted };
  return { ...team, tags: tags.filter((tag) => typeof tag === 'string'), owns };
}

interface OneRow extends NamedTeam {
  above: NamedTeam[];
  below: NamedTeam[];
  memberships: Membership[];
  people: [PersonId, { email: string; name: string | null }][];
}

function withPeople({ below, people, ...team }: OneRow): TeamWithPeople {
  return {
    ...team,
    below: below.slice(0, mostBelow),
    moreBelow: below.length > mostBelow,
    people: new Map(people),
  };
}

function oneTeam(id: TeamId): RawBuilder<unknown> {
  return sql`
    with recursive chain(id, depth) as (
      select id, 0 from team where id = ${id} and deleted_at is null
      union all
      select t.parent, chain.depth + 1 from chain join team t on t.id = chain.id where t.parent is not null and chain.depth < 32
    ), given as (
      select m.*, chain.depth, e.email, e.name, e.disabled_at
      from chain join membership m on m.team_id = chain.id join person e on e.id = m.person_id and e.erased_at is null
    )
    select t.id, t.name, ${lineAbove(sql`t.parent`)} as above,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name)), '[]') from (
         select id, name from team where parent = t.id and deleted_at is null order by lower(name), id limit ${mostBelow + 1}) c) as below,
      (select coalesce(jsonb_agg(jsonb_build_object('person', person_id, 'role', role, 'team', team_id, 'byGroup', from_provider,
         'hasLeft', disabled_at is not null) order by depth, position, person_id), '[]') from given) as memberships,
      (select coalesce(jsonb_agg(distinct jsonb_build_array(person_id, jsonb_build_object('email', email, 'name', name))), '[]')
         from given) as people
    from team t where t.id = ${id} and t.deleted_at is null`;
}
