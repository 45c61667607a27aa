// Sessions as rows: they can be listed and ended, on every server at once. A token is stored as its digest, so a copy
// of the table signs nobody in.
import { randomUUIDv7 } from 'node:crypto';
import type { Sessions, Tokens } from '../../../app/identity.ts';
import type { PersonId } from '../../../core/ids.ts';
import { isLive, type Session } from '../../../core/session.ts';
import type { Instant } from '../../../core/time.ts';
import type { Place, Secrets } from '../../secrets.ts';
import type { Database } from '../database.ts';
import { timestamp } from '../pool.ts';

export function sessions({ db }: Database, tokens: Tokens, secrets: Secrets): Sessions {
  const all = db
    .selectFrom('session')
    .select(['id', 'person_id', 'created_at', 'seen_at', 'ends_at', 'agent']);
  const endByToken = async (token: string) => {
    await db.deleteFrom('session').where('token_hash', '=', tokens.digest(token)).execute();
  };
  return {
    async start({ person, agent, signedIn, life, account }, token, replaced, now) {
      if (replaced !== null) await endByToken(replaced);
      const id = randomUUIDv7();
      const row = {
        id,
        token_hash: tokens.digest(token),
        person_id: person,
        created_at: timestamp(now),
        seen_at: timestamp(now),
        ends_at: timestamp(now + life),
        agent,
        signed_in_at: timestamp(signedIn.at),
        acr: signedIn.acr,
        issuer: account?.issuer ?? null,
        subject: account?.subject ?? null,
        id_token: account?.idToken ? secrets.encrypt(account.idToken, idTokenPlace(id)) : null,
      };
      await db.insertInto('session').values(row).execute();
      return { id, person, createdAt: now, seenAt: now, endsAt: now + life, agent };
    },
    async of(person, now) {
      const rows = await all.where('person_id', '=', person).orderBy('created_at', 'desc').execute();
      return rows.map(sessionFrom).filter((session) => isLive(session, now));
    },
    async byId(id, now) {
      const row = await all.where('id', '=', id).executeTakeFirst();
      const session = row && sessionFrom(row);
      return session && isLive(session, now) ? session : null;
    },
    async end(id) {
      await db.deleteFrom('session').where('id', '=', id).execute();
    },
    async endAll(person, except) {
      const theirs = db.deleteFrom('session').where('person_id', '=', person);
      await (except === null ? theirs : theirs.where('id', '<>', except)).execute();
    },
    endByToken,
  };
}

export function idTokenPlace(session: string): Place {
  return { table: 'session', row: session, column: 'id_token' };
}

interface Row {
  id: string;
  person_id: string;
  created_at: Instant;
  seen_at: Instant;
  ends_at: Instant;
  agent: string | null;
}

function sessionFrom(row: Row): Session {
  return {
    id: row.id,
    person: row.person_id as PersonId,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
    agent: row.agent,
  };
}
