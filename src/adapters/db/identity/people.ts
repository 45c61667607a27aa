// People: read, changed, and made to leave. A change locks every administrator together with the person, in the order
// of their ids, because two administrators who remove each other at the same moment would leave nobody. Leaving ends
// sessions, keys and links in the same transaction and gives the person's teams a new version: a decision that was
// loaded before is then judged again without them.
import { sql } from 'kysely';
import type { Page, People } from '../../../app/identity.ts';
import type { Caller } from '../../../app/ports.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import {
  standingOf,
  type ChangedPerson,
  type Person,
  type PersonFactType,
  type PersonStanding,
} from '../../../core/person.ts';
import { orThrow, Problem, type Refused } from '../../../core/problem.ts';
import { strengthOf } from '../../../core/team.ts';
import type { Instant } from '../../../core/time.ts';
import { write, type Database, type Noted, type Tx } from '../database.ts';
import { personFor } from '../people.ts';
import { timestamp } from '../pool.ts';
import { erasePersonal } from './erase.ts';
import { personColumns, personFrom } from './person-row.ts';

export function people(database: Database): People {
  const { db } = database;
  const all = db.selectFrom('person').select(personColumns).where('erased_at', 'is', null);
  const byEmail = async (email: string): Promise<Person | null> => {
    const row = await all.where(sql`lower(email)`, '=', sql`lower(${email.trim()})`).executeTakeFirst();
    return row ? personFrom(row) : null;
  };
  const changed = (email: string, caller: Caller, now: Instant, judge: Judge, andThen: Work) =>
    write(database, caller, now, async (tx, note) => {
      const isNew = (await lookup(tx, email)) === undefined;
      const person = await changePersonRow(tx, note, await personFor(tx, email), isNew, now, judge);
      // What an administrator says about somebody stands, whatever the identity provider says later.
      if (caller.principal.type !== 'system') await forgetGone(tx, person.id);
      await andThen(tx, note, person);
    });
  return {
    byEmail,
    async byId(id) {
      const row = await all.where('id', '=', id).executeTakeFirst();
      return row ? personFrom(row) : null;
    },
    async page(after, limit): Promise<Page<Person>> {
      const rows = await all
        .where('position', '>', after)
        .orderBy('position')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit);
      const next = rows.length > limit ? items.at(-1)!.position : null;
      return { items: items.map(personFrom), next };
    },
    async pageStart(skip) {
      const row = await db
        .selectFrom('person')
        .select('position')
        .where('erased_at', 'is', null)
        .orderBy('position')
        .offset(skip - 1)
        .limit(1)
        .executeTakeFirst();
      return row?.position ?? null;
    },
    async password(id) {
      const row = await db.selectFrom('person').select('password').where('id', '=', id).executeTakeFirst();
      return row?.password ?? null;
    },
    async change(email, caller, now, judge) {
      await changed(email, caller, now, judge, async () => {});
      return (await byEmail(email))!;
    },
    async setPassword(id, hash, except, caller, now) {
      await write(database, caller, now, async (tx, note) => {
        await tx.updateTable('person').set({ password: hash }).where('id', '=', id).execute();
        const others = tx.deleteFrom('session').where('person_id', '=', id);
        await (except === null ? others : others.where('id', '!=', except)).execute();
        note({ type: 'person.password_set', subject: id });
      });
    },
    async erase(email, caller, now, judge) {
      await changed(email, caller, now, judge, async (tx, note, person) => {
        const erased = await erasePersonal(tx, person.id, now);
        note({ type: 'person.erased', subject: person.id, data: erased });
      });
    },
    async teamsOf(id) {
      const rows = await db
        .selectFrom('membership')
        .innerJoin('team', 'team.id', 'membership.team_id')
        .select(['team.id', 'team.name', 'membership.role'])
        .where('membership.person_id', '=', id)
        .where('team.deleted_at', 'is', null)
        .orderBy('team.id')
        .execute();
      return strongestRoles(rows.map((row) => ({ ...row, id: row.id as TeamId })));
    },
  };
}

interface RoleInTeam {
  readonly id: TeamId;
  readonly name: string;
  readonly role: string;
}

/** Each team once. By hand and by a group: the role that can do more is what they are. */
export function strongestRoles(roles: readonly RoleInTeam[]): RoleInTeam[] {
  const teams = new Map<TeamId, RoleInTeam>();
  for (const role of roles) {
    const known = teams.get(role.id);
    if (!known || strengthOf(role.role) > strengthOf(known.role)) teams.set(role.id, role);
  }
  return [...teams.values()];
}

type Judge = (person: Person, otherAdministrators: number) => ChangedPerson | Refused;
export type Note = (entry: Noted) => void;
type Work = (tx: Tx, note: Note, person: Person) => Promise<void>;

async function forgetGone(tx: Tx, id: PersonId): Promise<void> {
  await tx.updateTable('provider_account').set({ gone_at: null }).where('person_id', '=', id).execute();
}

/** Lets `judge` change one person within a transaction, and notes what came of it. */
export async function changePersonRow(
  tx: Tx,
  note: Note,
  id: PersonId,
  isNew: boolean,
  now: Instant,
  judge: Judge,
): Promise<Person> {
  const locked = await tx
    .selectFrom('person')
    .select(personColumns)
    .where((where) => where.or([where('id', '=', id), where('administrator', '=', true)]))
    .orderBy('id')
    // Ids never change, so whoever writes a team with this person in it is not in the way.
    .forNoKeyUpdate()
    .execute();
  const row = locked.find((row) => row.id === id)!;
  // An erased person keeps an address that nobody can have; they do not come back by it.
  if (row.erased_at !== null) throw new Problem('person_not_found');
  const before = personFrom(row);
  const others = locked.filter((row) => row.id !== id && row.administrator && row.disabled_at === null);
  const { person, facts } = orThrow(judge(before, others.length));
  await save(tx, person);
  if (isNew) note({ type: 'person.added', subject: id, after: standingOf(person) });
  for (const type of facts) note(await entryOf(tx, type, before, person, now));
  return person;
}

async function lookup(tx: Tx, email: string): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', sql`lower(${email.trim()})`)
    .executeTakeFirst();
}

async function save(tx: Tx, person: Person): Promise<void> {
  const { name, custom, administrator, auditor, disabledAt } = person;
  await tx
    .updateTable('person')
    .set({ name, custom: JSON.stringify(custom), administrator, auditor, disabled_at: timestamp(disabledAt) })
    .where('id', '=', person.id)
    .execute();
}

async function entryOf(
  tx: Tx,
  type: PersonFactType,
  before: Person,
  after: Person,
  now: Instant,
): Promise<Noted> {
  const [was, is]: [PersonStanding, PersonStanding] = [standingOf(before), standingOf(after)];
  const entry = { type, subject: after.id, before: was, after: is };
  if (type === 'person.left') return { ...entry, data: await leave(tx, after.id, now) };
  if (type === 'person.returned') return { ...entry, data: { teams: await newVersions(tx, after.id) } };
  return entry;
}

/**
 * Ends what the person could act by. Keys of a team or the organization that they made live on, because programs that
 * are nobody's personal matter run with them; the entry names these keys, so that somebody can decide about each.
 */
async function leave(tx: Tx, id: PersonId, now: Instant): Promise<Record<string, unknown>> {
  await tx.deleteFrom('session').where('person_id', '=', id).execute();
  await tx.deleteFrom('sign_in_link').where('person_id', '=', id).execute();
  const keys = await tx
    .updateTable('api_key')
    .set({ revoked_at: timestamp(now) })
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  const made = await tx
    .selectFrom('api_key')
    .select('id')
    .where('maker_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  return { keys: ids(keys), keysThatStay: ids(made), teams: await newVersions(tx, id) };
}

/**
 * Teams whose roster looks different now; rosters of teams below are compared through the versions of these. Policies
 * that name the person get a new version as well, since they may decide there without being in any team.
 */
async function newVersions(tx: Tx, id: PersonId): Promise<string[]> {
  await sql`
    update policy set version = version + 1
    where body -> 'approvers' -> 'people' ? ${id} or body -> 'fallback' -> 'people' ? ${id}`.execute(tx);
  const teams = await tx
    .updateTable('team')
    .set({ version: sql`version + 1` })
    .where('id', 'in', tx.selectFrom('membership').select('team_id').where('person_id', '=', id))
    .returning('id')
    .execute();
  return ids(teams);
}

/** In their order, so that the same fact is always told in the same words. */
function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id).sort();
}
