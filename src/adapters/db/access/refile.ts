// Puts the inbox rows of an open request right after people or rules around it have changed. The access's row is locked
// and every version compared, as in saving (save.ts), so that a request which is being decided at the same moment does
// not get its rows back.
import type pg from 'pg';
import type { AccessStore } from '../../../app/ports.ts';
import { inboxSides } from '../../../core/inbox.ts';

export function refileRequest(pool: Pick<pg.Pool, 'query'>): AccessStore['refile'] {
  return async ({ situation, seen }) => {
    const { access } = situation;
    const { rows } = await pool.query(refileText, [
      access.id,
      seen.access,
      access.resource,
      seen.policy,
      JSON.stringify(seen.teams),
      access.request!.id,
      inboxSides(situation),
    ]);
    return rows.length > 0;
  };
}

/** $1 access, $2 its version, $3 resource, $4 its policy's version, $5 versions of teams, $6 request, $7 sides. */
const refileText = `
with fits as (
  select id from access
  where id = $1 and version = $2
    and exists (select from policy p where p.resource_id = $3 and p.version = $4)
    and not exists (select from jsonb_each_text($5::jsonb) seen left join team t on t.id = seen.key where t.version is distinct from seen.value::integer)
  for update
),
emptied as (
  delete from inbox using fits where inbox.request_id = $6 and inbox.side <> all($7::text[])
),
waiting as (
  insert into inbox (request_id, side, access_id, asked_at)
  select q.id, side, fits.id, q.asked_at from fits, request q, unnest($7::text[]) side where q.id = $6
  on conflict do nothing
)
select id from fits
`;
