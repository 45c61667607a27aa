// Sessions as rows: they can be listed and ended, on every server at once. A token is stored as its digest, so a copy
// of the table signs nobody in.
import { randomUUIDv7 } from 'node:crypto';
import type { Sessions, Tokens } from '../../../app/identity.ts';
import type { PersonId } from '../../../core/ids.ts';
import { isLive, sessionLife, type Session } from '../../../core/session.ts';
import type { Instant } from '../../../core/time.ts';
import type { Database } from '../database.ts';
import { timestamp } from '../pool.ts';

export function sessions({ db }: Database, tokens: Tokens): Sessions {
  const all = db
    .selectFrom('session')
    .select(['id', 'person_id', 'created_at', 'seen_at', 'ends_at', 'agent']);
  const endByToken = async (token: string) => {
    await db.deleteFrom('session').where('token_hash', '=', tokens.digest(token)).execute();
  };
  return {
    async start(person, token, replaced, agent, now) {
      if (replaced !== null) await endByToken(replaced);
      const row = {
        id: randomUUIDv7(),
        token_hash: tokens.digest(token),
        person_id: person,
        created_at: timestamp(now),
        seen_at: timestamp(now),
        ends_at: timestamp(now + sessionLife),
        agent,
      };
      await db.insertInto('session').values(row).execute();
      return { id: row.id, person, createdAt: now, seenAt: now, endsAt: now + sessionLife, agent };
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
    endByToken,
  };
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
