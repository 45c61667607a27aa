// Deliveries as rows: taken by whoever is free, through an index that holds only what is still on its way.
import type pg from 'pg';
import type { DeliveryStore, DueDelivery } from '../../../app/deliver.ts';
import type { DeliveryDesk, SetAside } from '../../../app/delivery-desk.ts';
import type { Language } from '../../../core/sentence.ts';
import { timestamp } from '../pool.ts';

type Connection = Pick<pg.Pool, 'query'>;

export function deliveryStore(pool: Connection): DeliveryStore {
  return {
    take: async (now, lease, limit) => {
      const { rows } = await pool.query<DueDelivery>(takeText, [
        timestamp(now),
        timestamp(now + lease),
        limit,
      ]);
      return rows;
    },
    sent: async (ids, now) => {
      await pool.query(
        `update notice_delivery set state = 'sent', next_run = null, last_error = null, attempts = attempts + 1, ended_at = $2 where id = any($1::uuid[])`,
        [ids, timestamp(now)],
      );
    },
    failed: async (ids, error, nextRun, now) => {
      await pool.query(failedText, [ids, error, timestamp(nextRun), timestamp(now)]);
    },
    drop: async (ids) => {
      await pool.query('delete from notice_delivery where id = any($1::uuid[])', [ids]);
    },
    mailboxOf: async (person) => {
      const { rows } = await pool.query<{ address: string; language: Language }>(mailboxText, [person]);
      return rows[0] ?? null;
    },
  };
}

/** $1 now, $2 end of the lease, $3 limit. */
const takeText = `
with due as (
  select id from notice_delivery where next_run <= $1 order by next_run, recipient, position limit $3 for update skip locked
)
update notice_delivery d set next_run = $2 from due where d.id = due.id
returning d.id, d.notice_id as notice, d.recipient, d.way, d.together, d.attempts
`;

/** $1 ids, $2 error, $3 next run or null, $4 now. */
const failedText = `
update notice_delivery set attempts = attempts + 1, last_error = $2, next_run = $3::timestamptz,
  state = case when $3::timestamptz is null then 'dead' else 'waiting' end,
  ended_at = case when $3::timestamptz is null then $4::timestamptz end
where id = any($1::uuid[])
`;

const mailboxText = `
select p.email as address, coalesce(s.language, 'en') as language
from person p left join notice_setting s on s.person_id = p.id where p.id = $1 and p.disabled_at is null
`;

export function deliveryDesk(pool: Connection): DeliveryDesk {
  return {
    page: async (state, before, limit) => {
      const { rows } = await pool.query<SetAside>(pageText, [
        state,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ]);
      return rows;
    },
    replay: async (ids, now) => {
      const { rowCount } = await pool.query(
        `update notice_delivery set state = 'waiting', next_run = $1, attempts = 0, ended_at = null
         where state = 'dead' and ($2::uuid[] is null or id = any($2::uuid[]))`,
        [timestamp(now), ids],
      );
      return rowCount ?? 0;
    },
  };
}

/** $1 state, $2 before, $3 limit. */
const pageText = `
select d.id, d.position, d.recipient, d.way, d.state, d.attempts, d.last_error as error, d.created_at as "createdAt",
  d.next_run as "nextRun", n.body ->> 'event' as event, n.access_id as access
from notice_delivery d join notice n on n.id = d.notice_id
where d.state = $1 and d.position < $2 order by d.position desc limit $3
`;
