// One-time links: stored as digests, spent by deleting the row, so that of two who spend one at the same moment only one
// finds it. The first administrator's link counts only while nobody runs the installation; spending one ends them all.
import type { Links, NewAccount, Tokens } from '../../../app/identity.ts';
import type { Caller } from '../../../app/ports.ts';
import type { PersonId } from '../../../core/ids.ts';
import { Problem } from '../../../core/problem.ts';
import type { Instant } from '../../../core/time.ts';
import { write, type Database, type Tx } from '../database.ts';
import { personFor } from '../people.ts';
import { timestamp } from '../pool.ts';

/** @param issuer of the identity provider by which people come in; null where none is set up. */
export function links(database: Database, tokens: Tokens, issuer: string | null): Links {
  const { db } = database;
  const keep = (person: PersonId | null, token: string, now: Instant, expiresAt: Instant) => ({
    token_hash: tokens.digest(token),
    person_id: person,
    created_at: timestamp(now),
    expires_at: timestamp(expiresAt),
  });
  return {
    administratorExists: () => administratorExists(db, issuer),
    async keepFirst(token, now, expiresAt) {
      await db
        .insertInto('sign_in_link')
        .values(keep(null, token, now, expiresAt))
        .execute();
    },
    async keepInvitation(person, token, caller, now, expiresAt) {
      const done = await write(database, caller, now, async (tx, note) => {
        // The newest link counts: an older one may have gone to a wrong place.
        await tx.deleteFrom('sign_in_link').where('person_id', '=', person.id).execute();
        await tx
          .insertInto('sign_in_link')
          .values(keep(person.id, token, now, expiresAt))
          .execute();
        note({ type: 'person.invited', subject: person.id, data: { hadAccount: person.hasAccount } });
        return true;
      });
      if (!done) throw new Problem('secret_shown_once');
    },
    async read(token, now) {
      const row = await find(db, tokens.digest(token));
      if (!row || row.expires_at <= now) return null;
      if (row.person_id === null && (await administratorExists(db, issuer))) return null;
      return { person: row.person_id as PersonId | null };
    },
    async spend(token, account, now) {
      // Nobody is signed in yet: the log names the person who comes in by it, or the system for the very first.
      const link = await find(db, tokens.digest(token));
      const person = link?.person_id as PersonId | null | undefined;
      const spent = await write(database, callerFor(person ?? null), now, async (tx, note) => {
        const row = await take(tx, tokens.digest(token));
        if (!row || row.expires_at <= now) throw new Problem('link_spent');
        const id =
          row.person_id === null
            ? await firstAdministrator(tx, account, issuer)
            : (row.person_id as PersonId);
        await openAccount(tx, id, account);
        note({ type: 'person.account_opened', subject: id, data: { administrator: row.person_id === null } });
        return id;
      });
      return spent!;
    },
  };
}

type Reader = Pick<Database['db'], 'selectFrom'>;

async function find(db: Reader, digest: Buffer) {
  return db
    .selectFrom('sign_in_link')
    .select(['person_id', 'expires_at'])
    .where('token_hash', '=', digest)
    .executeTakeFirst();
}

async function take(tx: Tx, digest: Buffer) {
  return tx
    .deleteFrom('sign_in_link')
    .where('token_hash', '=', digest)
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst();
}

/** Whether somebody could run this installation by a password, or by an account at the provider that is set up. */
async function administratorExists(db: Reader, issuer: string | null): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('administrator', '=', true)
    .where('disabled_at', 'is', null)
    .where((where) =>
      where.or([
        where('password', 'is not', null),
        where.exists(
          where
            .selectFrom('provider_account')
            .select('subject')
            .whereRef('person_id', '=', 'person.id')
            .where('issuer', '=', issuer ?? ''),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function firstAdministrator(tx: Tx, account: NewAccount, issuer: string | null): Promise<PersonId> {
  // Two first links, spent at the same moment by two people: the second one waits here and then finds an administrator.
  await tx.selectFrom('organization').select('one').forUpdate().execute();
  if (await administratorExists(tx, issuer)) throw new Problem('link_spent');
  const id = await personFor(tx, account.email ?? '', account.name);
  await tx
    .updateTable('person')
    .set({ administrator: true, auditor: false, disabled_at: null })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('sign_in_link').where('person_id', 'is', null).execute();
  return id;
}

async function openAccount(tx: Tx, id: PersonId, account: NewAccount): Promise<void> {
  const { passwordHash: password, name } = account;
  await tx
    .updateTable('person')
    .set(name === null ? { password } : { password, name })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('session').where('person_id', '=', id).execute();
  await tx.deleteFrom('sign_in_link').where('person_id', '=', id).execute();
}

function callerFor(id: PersonId | null): Caller {
  const principal =
    id === null
      ? ({ type: 'system' } as const)
      : ({ type: 'person', id, administrator: false, auditor: false, readOnly: false } as const);
  return { principal, channel: 'web', repetition: null };
}
