// Erasing what is personal about somebody (design 3.3, rule 11). The log keeps their id and salted commitments of what
// they wrote; the texts, the salts, the name, the address, the password, the purposes of their requests and the
// comments of their decisions go. A fingerprint of a request covers its purpose and would let a guess be tried, so it
// is replaced, alike in the request and in what its decisions saw. Not covered: what others wrote about the person, and
// backups, which are for whoever keeps them to end.
import { sql } from 'kysely';
import type { PersonId } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tx } from '../database.ts';
import { timestamp } from '../pool.ts';

/** Returns the teams they were in, and how many texts went, by where they lay. Two of the statements read whole tables: this is rare. */
export async function erasePersonal(tx: Tx, id: PersonId, now: Instant): Promise<Record<string, unknown>> {
  await tx
    .updateTable('person')
    .set({
      email: `${id}@erased.invalid`,
      name: null,
      custom: '{}',
      password: null,
      erased_at: timestamp(now),
    })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('provider_account').where('person_id', '=', id).execute();
  await tx.deleteFrom('notice').where('recipient', '=', `person:${id}`).execute();
  await tx.deleteFrom('notice_setting').where('person_id', '=', id).execute();
  const teams = await leaveTeams(tx, id);
  const texts = await tx
    .updateTable('log_text')
    .set({ body: null, salt: null })
    .where('person_id', '=', id)
    .where('body', 'is not', null)
    .executeTakeFirst();
  const { rows: requests } = await sql`
    with mine as (select id, fingerprint as old, 'erased:' || gen_random_uuid() as new from request where asker ->> 'person' = ${id}),
    seen as (update decision d set seen = mine.new from mine where d.request_id = mine.id and d.seen = mine.old)
    update request r set ask = jsonb_set(r.ask, '{purpose}', '"(erased)"'), fingerprint = mine.new
    from mine where r.id = mine.id returning r.id`.execute(tx);
  const { rows: comments } = await sql`
    update decision set comment = null where by_actor ->> 'person' = ${id} and comment is not null returning id`.execute(
    tx,
  );
  return { teams, texts: Number(texts.numUpdatedRows), purposes: requests.length, comments: comments.length };
}

async function leaveTeams(tx: Tx, id: PersonId): Promise<string[]> {
  const left = await tx.deleteFrom('membership').where('person_id', '=', id).returning('team_id').execute();
  const teams = [...new Set(left.map((row) => row.team_id))];
  if (teams.length > 0)
    await tx
      .updateTable('team')
      .set({ version: sql`version + 1` })
      .where('id', 'in', teams)
      .execute();
  return teams;
}
