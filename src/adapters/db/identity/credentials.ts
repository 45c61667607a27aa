// Finds out whom a credential stands for: one statement with one fixed text, one lookup by a unique index and at most
// two by primary keys. It is on the way of every call; calls with a key that come at the same moment share the statement,
// which remembers nothing from one to the next. That somebody was there is written down at most once a minute
// and behind the call's back: it is for people who tidy up, and losing one of these writes loses nothing.
import type pg from 'pg';
import type { Credentials, Tokens } from '../../../app/identity.ts';
import type { KeyId, PersonId, TeamId } from '../../../core/ids.ts';
import type { Principal } from '../../../core/principal.ts';
import { isLive } from '../../../core/session.ts';
import { minute, type Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';
import { together } from '../together.ts';

/** @param onFault hears of what went wrong behind the back of a call. */
export function credentials(pool: pg.Pool, tokens: Tokens, onFault: (error: unknown) => void): Credentials {
  const touch = oncePerMinute((text, values) => void pool.query(text, values).catch(onFault));
  const read = together((digests: readonly Buffer[]) => readKeys(pool, digests));
  return {
    async key(token, now) {
      const row = await read(tokens.digest(token));
      if (!row || (row.expires_at !== null && row.expires_at <= now)) return null;
      touch(touchKeyText, row.id, row.last_used_at, now);
      return principalOf(row);
    },
    async rover(token, now) {
      const { rows } = await pool.query<RoverRow>(roverText, [tokens.digest(token), timestamp(now)]);
      const row = rows[0];
      if (!row) return null;
      touch(touchKeyText, row.id, row.last_used_at, now);
      const { id, team_id: team, maker_id: maker } = row;
      return { type: 'team-key', id, team, maker, readOnly: false, rover: true };
    },
    async session(token, now) {
      const { rows } = await pool.query<SessionRow>(sessionText, [tokens.digest(token)]);
      const row = rows[0];
      if (!row || !isLive({ seenAt: row.seen_at, endsAt: row.ends_at }, now)) return null;
      touch(touchSessionText, row.id, row.seen_at, now);
      const { person_id: id, administrator, auditor } = row;
      const signedIn = { at: row.signed_in_at, acr: row.acr };
      const principal = { type: 'person', id, administrator, auditor, readOnly: false, signedIn } as const;
      return { principal, session: row.id };
    },
  };
}

/** In the order of the digests; undefined for a key that is none, or none any more. */
async function readKeys(
  pool: Pick<pg.Pool, 'query'>,
  digests: readonly Buffer[],
): Promise<(KeyRow | undefined)[]> {
  const words = digests.map((digest) => digest.toString('hex'));
  const { rows } = await pool.query<KeyRow & { word: string }>(keysText, [[...new Set(words)]]);
  const found = new Map(rows.map((row) => [row.word, row]));
  return words.map((word) => found.get(word));
}

interface KeyRow {
  id: KeyId;
  scope: 'organization' | 'team' | 'user';
  read_only: boolean;
  team_id: TeamId | null;
  person_id: PersonId | null;
  maker_id: PersonId | null;
  expires_at: Instant | null;
  last_used_at: Instant | null;
  administrator: boolean | null;
  auditor: boolean | null;
}

interface RoverRow {
  id: KeyId;
  team_id: TeamId;
  maker_id: PersonId | null;
  last_used_at: Instant | null;
}

interface SessionRow {
  id: string;
  person_id: PersonId;
  seen_at: Instant;
  ends_at: Instant;
  administrator: boolean;
  auditor: boolean;
  signed_in_at: Instant | null;
  acr: string | null;
}

/** $1 digests in hexadecimal. Each is looked up by itself, because PostgreSQL cannot know how few they are. */
const keysText = `
select x.word, k.* from unnest($1::text[]) x(word), lateral (
  select k.id, k.scope, k.read_only, k.team_id, k.person_id, k.maker_id, k.expires_at, k.last_used_at, p.administrator, p.auditor
  from api_key k left join person p on p.id = k.person_id left join team t on t.id = k.team_id
  where k.token_hash = decode(x.word, 'hex') and k.revoked_at is null and p.disabled_at is null and p.unconfirmed_at is null
    and k.scope <> 'rover'
    and (k.scope <> 'user' or p.id is not null)
    and (k.scope <> 'team' or (t.id is not null and t.deleted_at is null))
  offset 0) k`;

/** $1 digest, $2 now. A token ends with its key and with the team. */
const roverText = `
select k.id, k.team_id, k.maker_id, k.last_used_at
from rover_token r join api_key k on k.id = r.key_id join team t on t.id = k.team_id
where r.token_hash = $1 and r.expires_at > $2 and k.revoked_at is null and t.deleted_at is null`;

const sessionText = `
select s.id, s.person_id, s.seen_at, s.ends_at, s.signed_in_at, s.acr, p.administrator, p.auditor
from session s join person p on p.id = s.person_id
where s.token_hash = $1 and p.disabled_at is null`;

const touchKeyText = `update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)`;
const touchSessionText = `update session set seen_at = $2 where id = $1 and seen_at < $2`;

function principalOf(row: KeyRow): Principal {
  const { id, maker_id: maker, read_only: readOnly } = row;
  switch (row.scope) {
    case 'organization':
      return { type: 'organization-key', id, maker, readOnly };
    case 'team':
      return { type: 'team-key', id, team: row.team_id!, maker, readOnly };
    case 'user': {
      const { administrator, auditor } = row;
      const roles = { administrator: administrator === true, auditor: auditor === true };
      return { type: 'person', id: row.person_id!, key: id, ...roles, readOnly };
    }
  }
}

/** Many calls within the same moment read the same old instant, so what was written lately is remembered as well. */
function oncePerMinute(write: (text: string, values: unknown[]) => void) {
  const written = new Map<string, Instant>();
  return (text: string, id: string, last: Instant | null, now: Instant): void => {
    const latest = Math.max(last ?? 0, written.get(id) ?? 0);
    if (now - latest < minute) return;
    if (written.size >= 10_000) written.clear();
    written.set(id, now);
    write(text, [id, timestamp(now)]);
  };
}
