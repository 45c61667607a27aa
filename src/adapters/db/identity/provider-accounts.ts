// Accounts at the identity provider: whose they are, and what their groups give. Finding the person, giving them what the
// groups give and taking away what they gave before is one transaction, and so is leaving; so nobody is ever seen with
// the roles of yesterday and the groups of today. Looking accounts up again is shared by all servers: whoever takes one
// that is due has it for a while.
import { sql } from 'kysely';
import type { Account, Begun, ProviderAccounts, Tokens } from '../../../app/identity-provider.ts';
import type { Tokens as TokenDigests } from '../../../app/identity.ts';
import type { Caller } from '../../../app/ports.ts';
import {
  confirmEvery,
  initialRules,
  isAdmitted,
  ownerOf,
  signInPatience,
  type ProviderRules,
  type Vouched,
} from '../../../core/identity-provider.ts';
import type { PersonId } from '../../../core/ids.ts';
import { noSuch } from '../../../core/no-such.ts';
import { orThrow, Problem } from '../../../core/problem.ts';
import { isLive } from '../../../core/session.ts';
import { minute, type Instant } from '../../../core/time.ts';
import type { Secrets } from '../../secrets.ts';
import { write, type Database, type Tx } from '../database.ts';
import { personFor } from '../people.ts';
import { timestamp } from '../pool.ts';
import { refreshTokenPlace } from '../secret-rows.ts';
import { give, teamExists, leaveByProvider } from './groups.ts';
import type { Note } from './people.ts';
import { idTokenPlace } from './sessions.ts';

const lease = minute;
const atOnce = 50;

/** @param issuer of the provider that is set up; null where none is, and then nothing is due. */
export function providerAccounts(
  database: Database,
  digests: TokenDigests,
  secrets: Secrets,
  issuer: string | null,
): ProviderAccounts {
  const { db } = database;
  const change = <T>(now: Instant, work: (tx: Tx, note: Note) => Promise<T>) =>
    write(database, bySystem, now, work) as Promise<T>;
  const sealed = (account: Key, { refresh }: Tokens) =>
    refresh === null ? null : secrets.encrypt(refresh, refreshTokenPlace(account));
  return {
    async begin(state, begun, now) {
      await db
        .insertInto('provider_sign_in')
        .values(signInRow(digests.digest(state), begun, now))
        .execute();
    },
    async take(state, now) {
      const row = await db
        .deleteFrom('provider_sign_in')
        .where('state_hash', '=', digests.digest(state))
        .returningAll()
        .executeTakeFirst();
      if (!row || row.expires_at <= now) return null;
      const { browser, return_to: returnTo, signed_in: signedIn, connects } = row;
      return { ...row.wanted, browser, returnTo, signedIn: signedIn as PersonId | null, connects };
    },
    admit: ({ vouched, tokens }, begun, now) =>
      change(now, async (tx, note) => {
        const rules = await rulesOf(tx);
        const person = await personBehind(tx, note, vouched, begun);
        const account = { issuer: vouched.issuer, subject: vouched.subject, person };
        const groups = await groupsOf(tx, account, vouched);
        await keep(tx, account, { groups, token: sealed(account, tokens), offline: tokens.isOffline, now });
        if (!isAdmitted(rules, groups)) {
          await leaveByProvider(tx, note, account, now);
          return null;
        }
        await welcome(tx, note, account, rules, groups, vouched.name, now);
        return person;
      }),
    async takeDue(now) {
      if (issuer === null) return [];
      const { rows } = await sql<DueRow>`
        with due as (
          select issuer, subject from provider_account
          where next_check <= ${timestamp(now)} and issuer = ${issuer}
          order by next_check limit ${atOnce} for update skip locked
        )
        update provider_account a set next_check = ${timestamp(now + lease)} from due
        where a.issuer = due.issuer and a.subject = due.subject
        returning a.issuer, a.subject, a.person_id, a.refresh_token, a.offline, a.refused_at`.execute(db);
      return rows.map((row) => accountFrom(row, secrets));
    },
    confirm: (account, { vouched, tokens }, now) =>
      change(now, async (tx, note) => {
        const rules = await rulesOf(tx);
        const groups = await groupsOf(tx, account, vouched);
        // A provider that gives no new token goes on taking the old one.
        const token = sealed(account, tokens);
        await keep(tx, account, { groups, token: token ?? 'as before', offline: account.isOffline, now });
        if (isAdmitted(rules, groups)) await give(tx, note, account, rules, groups, now);
        else await leaveByProvider(tx, note, account, now);
      }),
    reapply: (account, now) =>
      change(now, async (tx, note) => {
        const rules = await rulesOf(tx);
        const groups = await groupsOf(tx, account, null);
        await ofAccount(tx, account).set({ next_check: null }).execute();
        if (isAdmitted(rules, groups)) await give(tx, note, account, rules, groups, now);
        else await leaveByProvider(tx, note, account, now);
      }),
    refuse: (account, now) =>
      change(now, async (tx, note) => {
        const { person, isOffline } = account;
        const changes = isOffline
          ? { refused_at: timestamp(now), next_check: timestamp(now) }
          : { next_check: null };
        await ofAccount(tx, account)
          .set({ refresh_token: null, ...changes })
          .execute();
        const sessions = tx.deleteFrom('session').where('person_id', '=', person);
        await (isOffline ? sessions : sessions.where('issuer', 'is not', null)).execute();
        if (!isOffline) return;
        await tx
          .updateTable('person')
          .set({ unconfirmed_at: timestamp(now) })
          .where('id', '=', person)
          .execute();
        note({ type: 'person.unconfirmed', subject: person });
      }),
    leave: (account, now) => change(now, (tx, note) => leaveByProvider(tx, note, account, now)),
    async signedIn(token, now) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .select(['session.person_id', 'session.seen_at', 'session.ends_at'])
        .where('token_hash', '=', digests.digest(token))
        .where('person.disabled_at', 'is', null)
        .executeTakeFirst();
      const isOn = row && isLive({ seenAt: row.seen_at, endsAt: row.ends_at }, now);
      return isOn ? (row.person_id as PersonId) : null;
    },
    async of(person) {
      const rows = await db
        .selectFrom('provider_account')
        .select(['issuer', 'subject', 'refused_at'])
        .where('person_id', '=', person)
        .where('gone_at', 'is', null)
        .orderBy('issuer')
        .orderBy('subject')
        .execute();
      return rows.map(({ issuer, subject, refused_at: refused }) => {
        return { issuer, subject, confirmed: refused === null };
      });
    },
    async signOut(token) {
      const session = await db
        .selectFrom('session')
        .select(['id', 'issuer', 'subject', 'id_token'])
        .where('token_hash', '=', digests.digest(token))
        .executeTakeFirst();
      if (!session || session.issuer === null || session.issuer !== issuer) return null;
      // A token that ends with the session there would only be refused from now on.
      await db
        .updateTable('provider_account')
        .set({ refresh_token: null, next_check: null })
        .where('issuer', '=', session.issuer)
        .where('subject', '=', session.subject)
        .where('offline', '=', false)
        .execute();
      const { id, id_token: hint } = session;
      return { idToken: hint && secrets.decrypt(hint, idTokenPlace(id)) };
    },
    rules: () => rulesOf(db),
    async putRules(rules, caller, now) {
      await write(database, caller, now, (tx, note) => putRules(tx, note, rules, now));
    },
    async groups() {
      if (issuer === null) return [];
      const { rows } = await sql<{ group: string; people: number }>`
        select g as "group", count(*)::int as people from provider_account a, unnest(a.groups) g
        where a.issuer = ${issuer} and a.gone_at is null group by g order by g collate "C" limit 1000`.execute(
        db,
      );
      return rows;
    },
    async count() {
      const { rows } = await sql<{ people: number; unconfirmed: number }>`
        select count(*)::int as people, count(refused_at)::int as unconfirmed
        from provider_account where issuer = ${issuer} and gone_at is null`.execute(db);
      return rows[0]!;
    },
  };
}

type Key = Pick<Account, 'issuer' | 'subject'>;
type Owned = Key & Pick<Account, 'person'>;

const bySystem: Caller = { principal: { type: 'system' }, channel: 'system', repetition: null };

interface DueRow {
  issuer: string;
  subject: string;
  person_id: string;
  refresh_token: Buffer | null;
  offline: boolean;
  refused_at: Instant | null;
}

function accountFrom(row: DueRow, secrets: Secrets): Account {
  const { issuer, subject, refresh_token: token } = row;
  return {
    issuer,
    subject,
    person: row.person_id as PersonId,
    refreshToken: token && secrets.decrypt(token, refreshTokenPlace({ issuer, subject })),
    isOffline: row.offline,
    refusedAt: row.refused_at,
  };
}

function signInRow(state: Buffer, begun: Begun, now: Instant) {
  const { acr, maxAgeSeconds, browser, returnTo, signedIn, connects } = begun;
  return {
    state_hash: state,
    browser,
    wanted: JSON.stringify({ acr, maxAgeSeconds }),
    return_to: returnTo,
    signed_in: signedIn,
    connects,
    expires_at: timestamp(now + signInPatience),
  };
}

/** Whose account it is; two first sign-ins at the same moment clash at a unique key, and the second is done again. */
async function personBehind(
  tx: Tx,
  note: Note,
  vouched: Vouched,
  { signedIn, connects }: Pick<Begun, 'signedIn' | 'connects'>,
): Promise<PersonId> {
  const { issuer, subject, email, name } = vouched;
  const account = await accountOf(tx, vouched);
  const byEmail = email === null ? null : await personWith(tx, email);
  const hasOther = byEmail !== null && (await comesInBy(tx, issuer, byEmail));
  const person = orThrow(ownerOf({ account, byEmail, hasOther, signedIn, connects }, vouched));
  const owner = person === 'new' ? await personFor(tx, email!, name) : person;
  if (person === 'new') note({ type: 'person.added', subject: owner, after: { ...nothingYet } });
  if (account === null) {
    await refuseDisabled(tx, owner);
    await tx
      .insertInto('provider_account')
      .values({ issuer, subject, person_id: owner, gave: nothing })
      .execute();
    note({ type: 'person.account_linked', subject: owner, data: { issuer, by: linkedBy(person, connects) } });
  }
  return owner;
}

const nothingYet = { administrator: false, auditor: false, disabled: false };
const nothing = JSON.stringify({ administrator: false, auditor: false });

function linkedBy(person: PersonId | 'new', connects: boolean): string {
  return person === 'new' ? 'first sign-in' : connects ? 'the person' : 'verified address';
}

async function accountOf(tx: Tx, { issuer, subject }: Key): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('provider_account')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return (row?.person_id ?? null) as PersonId | null;
}

async function personWith(tx: Tx, email: string): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', sql`lower(${email.trim()})`)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return (row?.id ?? null) as PersonId | null;
}

async function comesInBy(tx: Tx, issuer: string, person: PersonId): Promise<boolean> {
  const row = await tx
    .selectFrom('provider_account')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

async function refuseDisabled(tx: Tx, person: PersonId): Promise<void> {
  const row = await tx.selectFrom('person').select('disabled_at').where('id', '=', person).executeTakeFirst();
  if (row?.disabled_at !== null) throw new Problem('disabled');
}

/** Whoever left because the provider said so comes back when it says so; whoever an administrator disabled does not. */
async function welcome(
  tx: Tx,
  note: Note,
  account: Owned,
  rules: ProviderRules,
  groups: readonly string[],
  name: string | null,
  now: Instant,
): Promise<void> {
  const row = await ofAccountRow(tx, account);
  await give(tx, note, account, rules, groups, now, { returns: row.gone_at !== null, name });
  await ofAccount(tx, account).set({ refused_at: null, gone_at: null }).execute();
  await tx.updateTable('person').set({ unconfirmed_at: null }).where('id', '=', account.person).execute();
}

interface Kept {
  readonly groups: readonly string[];
  readonly token: Buffer | null | 'as before';
  readonly offline: boolean;
  readonly now: Instant;
}

async function keep(tx: Tx, account: Key, { groups, token, offline, now }: Kept): Promise<void> {
  await ofAccount(tx, account)
    .set({
      groups: [...groups],
      offline,
      ...(token !== 'as before' && { refresh_token: token }),
      next_check: token === null ? null : timestamp(now + confirmEvery),
    })
    .execute();
}

/** What the provider says now; where it does not say, what it said last. */
async function groupsOf(tx: Tx, account: Key, vouched: Vouched | null): Promise<readonly string[]> {
  return vouched?.groups ?? (await ofAccountRow(tx, account)).groups;
}

function ofAccount(tx: Tx, { issuer, subject }: Key) {
  return tx.updateTable('provider_account').where('issuer', '=', issuer).where('subject', '=', subject);
}

function ofAccountRow(tx: Tx, { issuer, subject }: Key) {
  return tx
    .selectFrom('provider_account')
    .select(['groups', 'gone_at'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function rulesOf(db: Pick<Database['db'], 'selectFrom'>): Promise<ProviderRules> {
  const row = await db.selectFrom('organization').select('provider_rules').executeTakeFirstOrThrow();
  return { ...initialRules, ...(row.provider_rules as Partial<ProviderRules>) };
}

async function putRules(tx: Tx, note: Note, after: ProviderRules, now: Instant): Promise<void> {
  const before = await rulesOf(tx);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await refuseUnknownTeams(tx, after);
  await tx
    .updateTable('organization')
    .set({ provider_rules: JSON.stringify(after) })
    .execute();
  await tx
    .updateTable('provider_account')
    .set({ next_check: timestamp(now) })
    .where('gone_at', 'is', null)
    .where('refused_at', 'is', null)
    .execute();
  note({ type: 'identity_provider.changed', subject: 'identity-provider', before, after });
}

async function refuseUnknownTeams(tx: Tx, { groups }: ProviderRules): Promise<void> {
  for (const [index, rule] of groups.entries()) {
    if (!('team' in rule)) continue;
    if (await teamExists(tx, rule.team)) continue;
    throw new Problem('reference_unknown', {
      detail: noSuch('team', rule.team),
      field: `groups[${index}].team`,
    });
  }
}
