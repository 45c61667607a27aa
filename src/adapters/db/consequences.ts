// Consequences as rows, and which accesses one still concerns. The lists are taken from the state as it is now: what
// was dealt with drops out by itself, and a resource that came back in time concerns nobody any more.
import type pg from 'pg';
import type { Consequence, ConsequenceStore, DueConsequence } from '../../app/consequences.ts';
import type { AccessId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { timestamp } from './pool.ts';

export function consequenceStore(pool: Pick<pg.Pool, 'query'>): ConsequenceStore {
  return {
    take: async (now, lease) => {
      const { rows } = await pool.query<DueConsequence>(takeText, [timestamp(now), timestamp(now + lease)]);
      return rows[0] ?? null;
    },
    affected: async ({ act, noun, subject, progress }, limit) => {
      const { rows } = await pool.query<{ id: AccessId }>(affected[act][noun], [subject, progress, limit]);
      return rows.map((row) => row.id);
    },
    advance: async ({ act, noun, subject, asked }, { progress, incomplete, failures, error, nextRun }) => {
      await pool.query(advanceText, [
        act,
        noun,
        subject,
        asked,
        progress,
        incomplete,
        failures,
        error,
        timestamp(nextRun),
      ]);
    },
    finish: async ({ act, noun, subject, asked }) => {
      await pool.query(finishText, [act, noun, subject, asked]);
    },
  };
}

/** Keeps consequences for later; one that waits already begins again from the start. */
export async function keepConsequences(
  client: Pick<pg.Pool, 'query'>,
  consequences: readonly Consequence[],
  now: Instant,
): Promise<void> {
  await client.query(keepText, [JSON.stringify(consequences), timestamp(now)]);
}

/** $1 an array of consequences, $2 now. */
const keepText = `
insert into consequence (act, noun, subject, next_run)
select distinct act, noun, subject, $2::timestamptz from jsonb_to_recordset($1::jsonb) as c(act text, noun text, subject text)
order by act, noun, subject
on conflict (act, noun, subject) do update set
  asked = consequence.asked + 1, progress = '', incomplete = false, failures = 0, last_error = null,
  next_run = least(consequence.next_run, excluded.next_run)
`;

/** $1 now, $2 end of the lease. */
const takeText = `
with due as (
  select act, noun, subject from consequence where next_run <= $1 order by next_run limit 1 for update skip locked
)
update consequence c set next_run = $2 from due
where c.act = due.act and c.noun = due.noun and c.subject = due.subject
returning c.act, c.noun, c.subject, c.asked, c.progress, c.incomplete, c.failures
`;

const key = 'act = $1 and noun = $2 and subject = $3 and asked = $4';
const advanceText = `update consequence set progress = $5, incomplete = $6, failures = $7, last_error = $8, next_run = $9 where ${key}`;
const finishText = `delete from consequence where ${key}`;

/** Accesses that run, or on which something is asked. $1 subject, $2 progress, $3 limit. */
const running = `
select a.id from access a
where a.id > $2 and (a.standing in ('Granted', 'Suspended')
  or exists (select from request q where q.id = a.request_id and q.state in ('Pending', 'SemiGranted')))`;

/** Accesses on which something is asked. $1 subject, $2 progress, $3 limit. */
const asked = `
select a.id from request q join access a on a.request_id = q.id
where q.state in ('Pending', 'SemiGranted') and q.access_id > $2`;

const page = 'order by a.id limit $3';

const affected: Record<Consequence['act'], Record<Consequence['noun'], string>> = {
  end: {
    resource: `${running} and a.resource_id = $1
      and exists (select from resource r where r.id = $1 and r.deleted_at is not null) ${page}`,
    'data-product': `${running} and a.consumer_kind = 'data-product' and a.consumer_id = $1
      and exists (select from data_product p where p.id = $1 and p.deleted_at is not null) ${page}`,
    application: `${running} and a.consumer_kind = 'application' and a.consumer_id = $1
      and exists (select from application p where p.id = $1 and p.deleted_at is not null) ${page}`,
    team: `${running} and a.consumer_team = $1
      and exists (select from team t where t.id = $1 and t.deleted_at is not null) ${page}`,
    person: `${running} and a.consumer_kind = 'person' and a.consumer_id = $1
      and exists (select from person e where e.id = $1 and e.disabled_at is not null) ${page}`,
  },
  reconsider: {
    resource: `${asked} and a.resource_id = $1 ${page}`,
    'data-product': `${asked} and a.consumer_kind = 'data-product' and a.consumer_id = $1 ${page}`,
    application: `${asked} and a.consumer_kind = 'application' and a.consumer_id = $1 ${page}`,
    // Whoever is in a team is by their role also in the teams below it. A team that decides as an approver or in
    // place of others is a side of the inbox.
    team: `
      with recursive below(team) as (select $1::text collate "C" union select t.id from team t join below b on t.parent = b.team)
      ${asked} and (
        a.consumer_team in (select team from below)
        or exists (select from resource r where r.id = a.resource_id and r.owner_team in (select team from below))
        or exists (select from inbox i where i.request_id = q.id and i.side in (select 'team:' || team from below)))
      ${page}`,
    person: `${asked} and (
        (a.consumer_kind = 'person' and a.consumer_id = $1)
        or exists (select from inbox i where i.request_id = q.id and i.side = 'person:' || $1)
        or exists (select from decision d where d.request_id = q.id and d.void_since is null and d.by_actor ->> 'person' = $1))
      ${page}`,
  },
};
