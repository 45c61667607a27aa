// API keys: made, ended, listed. Counting and making are one transaction under a lock of the organization's row, since
// two who make the hundredth key at the same moment would make a hundred and one. Ended keys stay as rows, because
// decisions name them, and leave the list.
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Keys, ListedKey, Named, Page, Tokens } from '../../../app/identity.ts';
import type { Caller } from '../../../app/ports.ts';
import { mostOwnKeys, mostSharedKeys, scopeOf, type ApiKey } from '../../../core/api-key.ts';
import { mayRun } from '../../../core/governance.ts';
import type { KeyId, PersonId, TeamId } from '../../../core/ids.ts';
import { noSuch } from '../../../core/no-such.ts';
import type { Principal } from '../../../core/principal.ts';
import { orThrow, Problem } from '../../../core/problem.ts';
import type { Roster } from '../../../core/team.ts';
import type { Instant } from '../../../core/time.ts';
import { rostersOf } from '../catalog/rosters.ts';
import { write, type Database, type Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import type { Tables } from '../schema.ts';

export function keys(database: Database, tokens: Tokens): Keys {
  const { db } = database;
  return {
    async create(key, token, caller, now, judge) {
      const done = await write(database, caller, now, async (tx, note) => {
        await tx.selectFrom('organization').select('one').forUpdate().execute();
        const roster = key.team === null ? undefined : await rosterOf(tx, key.team);
        orThrow(judge({ roster, makersKeyExpiresAt: await expiryOfKey(tx, caller) }));
        await refuseTooMany(tx, key, now);
        await tx
          .insertInto('api_key')
          .values(rowOf(key, tokens.digest(token)))
          .execute();
        const { team, person, expiresAt } = key;
        note({
          type: 'key.created',
          subject: key.id,
          data: { scope: scopeOf(key), team, person, expiresAt },
        });
        return true;
      });
      if (!done) throw new Problem('secret_shown_once');
    },
    async end(id, caller, now, judge) {
      await write(database, caller, now, async (tx, note) => {
        const row = await tx
          .selectFrom('api_key')
          .select(columns)
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .forUpdate()
          .executeTakeFirst();
        if (!row) throw new Problem('key_unknown', { detail: noSuch('API key', id) });
        const key = keyFrom(row);
        orThrow(judge(key, key.team === null ? undefined : await rosterOf(tx, key.team)));
        await tx
          .updateTable('api_key')
          .set({ revoked_at: timestamp(now) })
          .where('id', '=', id)
          .execute();
        const { team, person } = key;
        note({ type: 'key.revoked', subject: id, data: { scope: scopeOf(key), team, person } });
      });
    },
    async page(by, after, limit, now): Promise<Page<ListedKey>> {
      const rows = await visible(db, by)
        .where('revoked_at', 'is', null)
        .where('position', '>', after)
        .where((where) =>
          where.or([
            where('expires_at', 'is', null),
            sql<boolean>`expires_at > ${timestamp(now)}::timestamptz`,
          ]),
        )
        .orderBy('position')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit);
      return {
        items: await listed(db, items.map(keyFrom)),
        next: rows.length > limit ? items.at(-1)!.position : null,
      };
    },
  };
}

const columns = [
  'id',
  'display_name',
  'scope',
  'read_only',
  'team_id',
  'person_id',
  'maker_id',
  'created_at',
  'expires_at',
  'last_used_at',
  'position',
] as const;

type KeyRow = Pick<Selectable<Tables['api_key']>, (typeof columns)[number]>;

function keyFrom(row: KeyRow): ApiKey {
  return {
    id: row.id as KeyId,
    displayName: row.display_name,
    kind: row.scope as ApiKey['kind'],
    readOnly: row.read_only,
    team: row.team_id as TeamId | null,
    person: row.person_id as PersonId | null,
    maker: row.maker_id as PersonId | null,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

function rowOf(key: ApiKey, digest: Buffer): Insertable<Tables['api_key']> {
  return {
    id: key.id,
    token_hash: digest,
    display_name: key.displayName,
    scope: key.kind,
    read_only: key.readOnly,
    team_id: key.team,
    person_id: key.person,
    maker_id: key.maker,
    created_at: timestamp(key.createdAt),
    expires_at: timestamp(key.expiresAt),
  };
}

/** Everybody's for who runs the installation or audits it; else one's own, and those of teams that one speaks for. */
function visible(db: Database['db'], by: Principal) {
  const all = db.selectFrom('api_key').select(columns);
  if (by.type === 'organization-key' || mayRun(by) === undefined) return all;
  if (by.type === 'team-key') return all.where('team_id', '=', by.team);
  if (by.type !== 'person' || by.administrator || by.auditor) return all;
  return all.where((where) =>
    where.or([where('person_id', '=', by.id), where('team_id', 'in', teamsOwnedBy(by.id))]),
  );
}

/** With names and rosters, each read once for all of them. */
async function listed(db: Database['db'], all: readonly ApiKey[]): Promise<ListedKey[]> {
  const teams = new Set(all.flatMap(({ team }) => team ?? []));
  const people = new Set(all.flatMap(({ person, maker }) => [person ?? [], maker ?? []].flat()));
  const [rosters, names] = await Promise.all([rostersOf(db, [...teams]), namesOf(db, [...people])]);
  const named = (id: PersonId | null) => (id === null ? null : (names.get(id) ?? null));
  return all.map((key) => ({
    key,
    owner: named(key.person),
    maker: named(key.maker),
    roster: key.team === null ? undefined : rosters.get(key.team),
  }));
}

async function namesOf(
  db: Database['db'],
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Named>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email', 'name'])
    .where('id', 'in', people)
    .execute();
  return new Map(
    rows.map(({ id, email, name }) => [id as PersonId, { person: id as PersonId, email, name }]),
  );
}

/** Ownership is inherited down the tree. */
function teamsOwnedBy(person: PersonId) {
  return sql<string>`(
    with recursive owned(id) as (
      select team_id from membership where person_id = ${person} and lower(trim(role)) = 'owner'
      union select t.id from team t join owned o on t.parent = o.id
    ) select id from owned)`;
}

async function rosterOf(tx: Tx, team: TeamId): Promise<Roster> {
  const roster = (await rostersOf(tx, [team])).get(team);
  if (roster) return roster;
  throw new Problem('team_not_found', { field: 'teamId', detail: noSuch('team', team) });
}

/** When the key with which the call is made expires; null for a session, and for a key that does not. */
async function expiryOfKey(tx: Tx, { principal }: Caller): Promise<Instant | null> {
  const id =
    principal.type === 'person' ? principal.key : principal.type === 'system' ? undefined : principal.id;
  if (id === undefined) return null;
  const row = await tx.selectFrom('api_key').select('expires_at').where('id', '=', id).executeTakeFirst();
  return row?.expires_at ?? null;
}

async function refuseTooMany(tx: Tx, key: ApiKey, now: Instant): Promise<void> {
  const own = key.kind === 'user';
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from api_key
    where revoked_at is null and (expires_at is null or expires_at > ${timestamp(now)}::timestamptz)
      and ${own ? sql`person_id = ${key.person}` : sql`scope <> 'user'`}`.execute(tx);
  const most = own ? mostOwnKeys : mostSharedKeys;
  if (rows[0]!.count >= most)
    throw new Problem('too_many_keys', { detail: `There are ${most} keys, and no more can be made.` });
}
