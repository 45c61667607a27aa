// Tokens for Rover files: one statement compares the secret of the client and keeps the token, both as digests. What the
// same client was given before and what has ended meanwhile goes in the same breath, so that a pipeline that runs every
// minute leaves as many rows as live at the same time.
import type pg from 'pg';
import type { RoverTokens, Tokens } from '../../../app/identity.ts';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

export function roverTokens(pool: pg.Pool, tokens: Tokens): RoverTokens {
  return {
    async keep({ id, secret }, token, now, until) {
      // PostgreSQL takes no NUL in a text, and whoever guesses may send anything.
      if (!/^[\w-]{1,100}$/.test(id)) return null;
      const { rows } = await pool.query<{ expires_at: Instant }>(keepText, [
        id,
        tokens.digest(secret),
        tokens.digest(token),
        timestamp(now),
        timestamp(until),
      ]);
      return rows[0]?.expires_at ?? null;
    },
  };
}

/** $1 id of the client, $2 digest of its secret, $3 digest of the token, $4 now, $5 when it ends at the latest. */
const keepText = `
with client as (
  select k.id, k.expires_at from api_key k join team t on t.id = k.team_id
  where k.id = $1 and k.token_hash = $2 and k.scope = 'rover' and k.revoked_at is null and t.deleted_at is null
    and (k.expires_at is null or k.expires_at > $4::timestamptz)
), ended as (
  delete from rover_token where key_id = $1 and expires_at <= $4::timestamptz
)
insert into rover_token (token_hash, key_id, expires_at)
select $3, id, least(expires_at, $5::timestamptz) from client
returning expires_at`;
