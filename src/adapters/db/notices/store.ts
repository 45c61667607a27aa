// Entries that wait to be told, and the notices they give. Keeping notices, their deliveries and the end of the task is
// one statement: a recipient who was told of an entry already, because somebody was killed or a lease ran out, is left
// out by the key of the table, and so are that notice's deliveries.
import type pg from 'pg';
import type { ToTell } from '../../../app/followers/notices.ts';
import type { NewNotice, NoticeStore } from '../../../app/notices.ts';
import { day, type Instant } from '../../../core/time.ts';
import { entryFrom, type EntryRow } from '../log/read.ts';
import { timestamp } from '../pool.ts';

type Connection = Pick<pg.Pool, 'query'>;

/** A follower that begins again hears the whole log; what is older than this is no news. Notices are kept longer. */
const newsFor = 30 * day;
export const keptFor = 180 * day;

/** Keeps tasks, through the client of the transaction that moves the cursor. */
export async function keepToTell(client: Connection, jobs: readonly ToTell[], now: Instant): Promise<void> {
  await client.query(toTellText, [
    jobs.map(({ position }) => position),
    timestamp(now),
    timestamp(now - newsFor),
  ]);
}

/** $1 positions, $2 now, $3 the oldest news. */
const toTellText = `
insert into notice_task (position, next_run)
select l.position, $2::timestamptz from unnest($1::bigint[]) x(position) join log l using (position) where l.at > $3::timestamptz
on conflict do nothing
`;

export function noticeStore(pool: Connection): NoticeStore {
  return {
    take: async (now, lease, limit) => {
      const { rows } = await pool.query<EntryRow & { failures: number }>(takeText, [
        timestamp(now),
        timestamp(now + lease),
        limit,
      ]);
      return rows.map(({ failures, ...row }) => ({ entry: entryFrom(row), failures }));
    },
    keep: async (positions, notices, now) => {
      await pool.query(keepText, [
        positions,
        JSON.stringify(notices.map((notice, nth) => ({ ...rowOf(notice), nth }))),
        timestamp(now),
      ]);
    },
    postpone: async (position, error, nextRun) => {
      await pool.query(
        'update notice_task set failures = failures + 1, last_error = $2, next_run = $3 where position = $1',
        [position, error, timestamp(nextRun)],
      );
    },
  };
}

function rowOf({ at, deliveries, ...notice }: NewNotice) {
  return {
    ...notice,
    at: timestamp(at),
    deliveries: deliveries.map(({ nextRun, ...one }) => ({ ...one, next_run: timestamp(nextRun) })),
  };
}

/** $1 now, $2 end of the lease, $3 limit. In the order of the log. */
const takeText = `
with due as (
  select position from notice_task where next_run <= $1 order by next_run, position limit $3 for update skip locked
),
taken as (update notice_task t set next_run = $2 from due where t.position = due.position returning t.position, t.failures)
select l.position, encode(l.hash, 'hex') as hash, l.body, taken.failures from taken join log l using (position) order by l.position
`;

/** $1 positions, $2 an array of what `rowOf` gives, $3 now. */
const keepText = `
with done as (delete from notice_task where position = any($1::bigint[])),
given as (
  select * from jsonb_to_recordset($2::jsonb)
    as n(id uuid, entry uuid, nth integer, recipient text, at timestamptz, access text, body jsonb, deliveries jsonb)
),
kept as (
  insert into notice (id, entry_id, recipient, at, access_id, body)
  select id, entry, recipient, at, access, body from given order by nth
  on conflict (entry_id, recipient) do nothing returning id, recipient
)
insert into notice_delivery (id, notice_id, recipient, way, next_run, together, created_at)
select d.id, kept.id, kept.recipient, d.way, d.next_run, d.together, $3::timestamptz
from kept join given using (id),
  jsonb_to_recordset(given.deliveries) as d(id uuid, way text, next_run timestamptz, together boolean)
`;
