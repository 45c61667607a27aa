// A person for an e-mail address: teams and accesses name people by it, long before they sign in, if they ever do. The
// one place where a person comes into being, so that one address is one person whatever its upper and lower case.
import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { PersonId } from '../../core/ids.ts';
import type { Tx } from './database.ts';

/** The person with this address, who is created without an account when nobody has it. A known name stays as it is. */
export async function personFor(tx: Tx, email: string, name: string | null = null): Promise<PersonId> {
  const fresh = { id: randomUUIDv7(), email: email.trim(), name };
  await tx
    .insertInto('person')
    .values(fresh)
    .onConflict((on) => on.expression(sql`lower(email)`).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', sql`lower(${fresh.email})`)
    .executeTakeFirstOrThrow();
  return id as PersonId;
}
