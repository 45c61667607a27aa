// What groups at the identity provider give: roles in teams, which lie beside those that people wrote, and roles in the
// installation. The difference is written and nothing else, and a team whose roster looks different gets a new version,
// so that decisions under way are judged again; the entry names these teams, and what waits there is looked at again.
import { sql } from 'kysely';
import { givenBy, rolesAfter, type Given, type ProviderRules } from '../../../core/identity-provider.ts';
import type { PersonId, TeamId } from '../../../core/ids.ts';
import { changePerson, type Person, type PersonChange } from '../../../core/person.ts';
import { isRefused, orThrow, Problem } from '../../../core/problem.ts';
import { day, type Instant } from '../../../core/time.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';
import { changePersonRow, type Note } from './people.ts';

interface Owned {
  readonly issuer: string;
  readonly subject: string;
  readonly person: PersonId;
}

/**
 * Gives somebody what their groups give, and takes away what they gave before.
 *
 * @param signsIn set when they are signing in: whether they come back, and how they are called.
 * @throws Problem `disabled`, for somebody who signs in and was disabled here.
 */
export async function give(
  tx: Tx,
  note: Note,
  account: Owned,
  rules: ProviderRules,
  groups: readonly string[],
  now: Instant,
  signsIn: { returns: boolean; name: string | null } | null = null,
): Promise<void> {
  const given = givenBy(rules, groups);
  const gave = await gaveOf(tx, account);
  let keeps = gave;
  await changePersonRow(tx, note, account.person, false, now, (person, others) => {
    if (signsIn && person.disabledAt !== null && !signsIn.returns) throw new Problem('disabled');
    const { is, gave: by } = rolesAfter(person, gave, given);
    keeps = by;
    const change = { ...is, ...nameFor(person, signsIn), ...(signsIn && { disabled: false }) };
    const changed = changePerson(person, change, others, now);
    if (!isRefused(changed) || changed.refused !== 'last_administrator') return changed;
    // Somebody has to run this installation: the role stays until another one has it.
    keeps = { ...by, administrator: gave.administrator };
    return changePerson(person, { ...change, administrator: true, auditor: person.auditor }, others, now);
  });
  await tx
    .updateTable('provider_account')
    .set({ gave: JSON.stringify(keeps) })
    .where('issuer', '=', account.issuer)
    .where('subject', '=', account.subject)
    .execute();
  await seat(tx, note, account.person, given);
}

function nameFor({ name }: Person, signsIn: { name: string | null } | null): Pick<PersonChange, 'name'> {
  return name === null && signsIn?.name ? { name: signsIn.name } : {};
}

/**
 * Makes somebody leave because the provider says so, directly or by silence. The last administrator cannot; they are
 * looked at again every day.
 */
export async function leaveByProvider(tx: Tx, note: Note, account: Owned, now: Instant): Promise<void> {
  let left = true;
  await changePersonRow(tx, note, account.person, false, now, (person, others) => {
    const changed = changePerson(person, { disabled: true }, others, now);
    if (!isRefused(changed)) return changed;
    left = false;
    return orThrow(changePerson(person, {}, others, now));
  });
  await tx.deleteFrom('session').where('person_id', '=', account.person).execute();
  await tx
    .updateTable('provider_account')
    .set(
      left
        ? { refresh_token: null, next_check: null, refused_at: null, gone_at: timestamp(now) }
        : { next_check: timestamp(now + day) },
    )
    .where('issuer', '=', account.issuer)
    .where('subject', '=', account.subject)
    .where('gone_at', 'is', null)
    .execute();
}

async function gaveOf(tx: Tx, { issuer, subject }: Owned) {
  const row = await tx
    .selectFrom('provider_account')
    .select('gave')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return row.gave;
}

interface Seat {
  readonly team: TeamId;
  readonly role: string;
}

async function seat(tx: Tx, note: Note, person: PersonId, given: Given): Promise<void> {
  const rows = await tx
    .selectFrom('membership')
    .select(['team_id', 'role'])
    .where('person_id', '=', person)
    .where('from_provider', '=', true)
    .execute();
  const before: Seat[] = rows.map(({ team_id: team, role }) => ({ team: team as TeamId, role })).sort(byTeam);
  // A team that was deleted is one that the rules name in vain.
  const after: Seat[] = [];
  for (const wish of given.teams) if (await teamExists(tx, wish.team)) after.push(wish);
  const isIn = (seats: readonly Seat[]) => (one: Seat) =>
    seats.some(({ team, role }) => team === one.team && role === one.role);
  const changed = [
    ...before.filter((one) => !isIn(after)(one)),
    ...after.filter((one) => !isIn(before)(one)),
  ];
  if (changed.length === 0) return;
  const teams = [...new Set(changed.map(({ team }) => team))].sort();
  await tx
    .deleteFrom('membership')
    .where('person_id', '=', person)
    .where('from_provider', '=', true)
    .where('team_id', 'in', teams)
    .execute();
  const added = after
    .filter(({ team }) => teams.includes(team))
    .map(({ team, role }) => ({
      team_id: team,
      person_id: person,
      role,
      position: 1_000_000,
      from_provider: true,
    }));
  if (added.length > 0) await tx.insertInto('membership').values(added).execute();
  await tx
    .updateTable('team')
    .set({ version: sql`version + 1` })
    .where('id', 'in', teams)
    .execute();
  note({
    type: 'person.teams_changed',
    subject: person,
    before: { teams: before },
    after: { teams: after },
    data: { teams, by: 'identity provider' },
  });
}

/** Whether there is such a team; it cannot be deleted until the transaction is over. */
export async function teamExists(tx: Tx, team: TeamId): Promise<boolean> {
  const row = await tx
    .selectFrom('team')
    .select('id')
    .where('id', '=', team)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

function byTeam(one: Seat, other: Seat): number {
  return one.team < other.team ? -1 : 1;
}
