// Teams, their tree and their people. What was sent about a team lies in the document, all but the members: they are
// rows of people, so that a person who is erased is gone from every team.
import { sql, type Kysely } from 'kysely';
import type { TeamRow, TeamRows } from '../../../app/catalog.ts';
import type { TeamUse } from '../../../core/edit-actions.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import type { Tx } from '../database.ts';
import { personFor } from '../people.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';
import { rostersOf } from './rosters.ts';

export function teamRows(tx: Tx): TeamRows {
  return {
    lock: async (id) => {
      const row = await tx.selectFrom('team').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      return row ? { ...rowFrom(row), members: await membersOf(tx, id) } : null;
    },
    hold: async (id) => (await held(tx, [id])).has(id),
    missing: async (ids) => {
      const found = await held(tx, ids);
      return ids.filter((id) => !found.has(id));
    },
    add: async (id, team) => {
      const { parent, name } = team;
      await tx
        .insertInto('team')
        .values({ id, parent, name, document: JSON.stringify(team.document) })
        .execute();
      await addMembers(tx, id, team.members);
    },
    save: async (id, team) => {
      const { parent, name } = team;
      const document = JSON.stringify(team.document);
      await tx
        .updateTable('team')
        .set((eb) => ({ parent, name, document, deleted_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
      await tx
        .deleteFrom('membership')
        .where('team_id', '=', id)
        .where('from_provider', '=', false)
        .execute();
      await addMembers(tx, id, team.members);
    },
    remove: async (id, now) => {
      const at = timestamp(now);
      await tx.deleteFrom('membership').where('team_id', '=', id).execute();
      await tx
        .updateTable('api_key')
        .set({ revoked_at: at })
        .where('team_id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
      await tx
        .updateTable('team')
        .set((eb) => ({ deleted_at: at, version: eb('version', '+', 1), parent: null }))
        .where('id', '=', id)
        .execute();
    },
    parentOf: async (id) => {
      const row = await tx
        .selectFrom('team')
        .select('parent')
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return row && (row.parent as TeamId | null);
    },
    lockTree: async () => {
      await sql`select pg_advisory_xact_lock(hashtext('countersign team tree'))`.execute(tx);
    },
    lineOf: async (id) => {
      const { rows } = await sql<{ id: TeamId }>`
        with recursive line(id, depth) as (
          select ${id}::text collate "C", 0
          union all
          select t.parent, l.depth + 1 from line l join team t on t.id = l.id where t.parent is not null and l.depth < 64
        )
        select id from line order by depth
      `.execute(tx);
      return rows.map((row) => row.id);
    },
    levelsBelow: async (id) => {
      const { rows } = await sql<{ levels: number }>`
        with recursive below(id, depth) as (
          select ${id}::text collate "C", 0
          union all
          select t.id, b.depth + 1 from below b join team t on t.parent = b.id and t.deleted_at is null where b.depth < 64
        )
        select max(depth) as levels from below
      `.execute(tx);
      return rows[0]!.levels;
    },
    use: (id) => useOf(tx, id),
    roster: async (id) => (await rostersOf(tx, [id])).get(id),
    withMember: (person) => teamsWithMember(tx, person),
    peopleFor: async (emails) => {
      const known = await knownPeople(tx, emails);
      const people: PersonId[] = [];
      for (const email of emails) {
        const plain = email.trim().toLowerCase();
        const person = known.get(plain) ?? (await personFor(tx, email));
        known.set(plain, person);
        people.push(person);
      }
      return people;
    },
    knownPeople: (emails) => knownPeople(tx, emails),
  };
}

function rowFrom(row: {
  parent: string | null;
  name: string;
  document: string;
  version: number;
  deleted_at: number | null;
}) {
  return {
    parent: row.parent as TeamId | null,
    name: row.name,
    document: JSON.parse(row.document) as TeamRow['document'],
    version: row.version,
    deleted: row.deleted_at !== null,
  };
}

async function membersOf(tx: Tx, id: TeamId): Promise<TeamRow['members']> {
  const rows = await tx
    .selectFrom('membership')
    .select(['person_id', 'role'])
    .where('team_id', '=', id)
    .where('from_provider', '=', false)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ person: row.person_id as PersonId, role: row.role }));
}

/** Teams that exist, held with `for key share`: it lets others change them, and nobody delete them. */
async function held(tx: Tx, ids: readonly TeamId[]): Promise<Set<TeamId>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('team')
    .select('id')
    .where('id', 'in', [...new Set(ids)].sort())
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute();
  return new Set(rows.map((row) => row.id as TeamId));
}

async function addMembers(tx: Tx, id: TeamId, members: TeamRow['members']): Promise<void> {
  if (members.length === 0) return;
  const rows = members.map(({ person, role }, position) => ({
    team_id: id,
    person_id: person,
    role,
    position,
  }));
  await tx.insertInto('membership').values(rows).execute();
}

/**
 * What stands in the way of deleting a team, the plainest first. The policies come last and are read through, which is
 * asked seldom: by whoever runs the installation, about a team that owns nothing.
 */
export async function useOf(db: Kysely<Tables>, id: TeamId): Promise<TeamUse | null> {
  const { rows } = await sql<{ use: TeamUse }>`
    select '{"by": "teams"}'::jsonb as use from team where parent = ${id} and deleted_at is null
    union all select '{"by": "products"}' from data_product where owner_team = ${id} and deleted_at is null
    union all select '{"by": "contracts"}' from data_contract where owner_team = ${id} and deleted_at is null
    union all select '{"by": "applications"}' from application where owner_team = ${id} and deleted_at is null
    union all select '{"by": "resources"}' from resource where owner_team = ${id} and deleted_at is null
    union all select '{"by": "targets"}' from target where owner_team = ${id}
    union all select jsonb_build_object('by', 'policy', 'resource', resource_id) from policy
      where body -> 'trusted' @> ${JSON.stringify([{ team: id }])}::jsonb
        or body -> 'approvers' -> 'teams' ? ${id} or body -> 'fallback' -> 'teams' ? ${id}
    limit 1
  `.execute(db);
  return rows[0]?.use ?? null;
}

/** Where this person is a member. */
export async function teamsWithMember(db: Kysely<Tables>, person: PersonId): Promise<TeamId[]> {
  const rows = await db
    .selectFrom('membership')
    .select('team_id')
    .where('person_id', '=', person)
    .orderBy('team_id')
    .execute();
  return rows.map((row) => row.team_id as TeamId);
}

/** People who are known by these addresses, in lower case. */
export async function knownPeople(
  db: Kysely<Tables>,
  emails: readonly string[],
): Promise<Map<string, PersonId>> {
  if (emails.length === 0) return new Map();
  const { rows } = await sql<{ id: PersonId; asked: string }>`
    select p.id, x.asked from unnest(${emails.map((email) => email.trim())}::text[]) x(asked)
    join person p on lower(p.email) = lower(x.asked) and p.erased_at is null
  `.execute(db);
  return new Map(rows.map((row) => [row.asked.toLowerCase(), row.id]));
}
