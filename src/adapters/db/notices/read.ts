// Notices as people read them: the row and, as they are now, the names and texts that it leads to. What was erased is not
// found any more. The list pages by position, the newest first, through an index of the recipient.
import type pg from 'pg';
import type { AccessReads } from '../../../app/ports.ts';
import type { NoticeMarks, NoticeReads, Recipient, ShownNotice } from '../../../app/notices.ts';
import type { PersonId } from '../../../core/ids.ts';
import type { NoticeBody } from '../../../core/notice.ts';
import type { Actor } from '../../../core/principal.ts';
import { timestamp } from '../pool.ts';

type Connection = Pick<pg.Pool, 'query'>;
type PeopleOf = AccessReads['people'];

/** Counting further would take ever longer and tell nobody more. */
const mostCounted = 100;

export function noticeReads(pool: Connection, people: PeopleOf): NoticeReads & NoticeMarks {
  const shown = async (text: string, values: unknown[]): Promise<ShownNotice[]> => {
    const { rows } = await pool.query<NoticeRow>(text, values);
    const names = await people([...new Set(rows.flatMap(peopleIn))]);
    const nameOf = (id: string | null): string | null => {
      const person = id === null ? undefined : names.get(id as PersonId);
      return person ? (person.name ?? person.email) : null;
    };
    return rows.map((row) => shownFrom(row, nameOf));
  };
  return {
    page: (person, unreadOnly, before, limit) =>
      shown(unreadOnly ? unreadText : pageText, [
        `person:${person}`,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ]),
    unread: async (person) => {
      const { rows } = await pool.query<{ count: number }>(countText, [`person:${person}`, mostCounted]);
      return rows[0]!.count;
    },
    byIds: (ids) => shown(byIdsText, [ids]),
    read: (person, ids, now) => marked(pool, 'id = any($3::uuid[])', person, now, ids),
    readUpTo: (person, position, now) => marked(pool, 'position <= $3', person, now, position),
    readAbout: (person, access, now) => marked(pool, 'access_id = $3', person, now, access),
  };
}

async function marked(
  pool: Connection,
  which: string,
  person: PersonId,
  now: number,
  value: unknown,
): Promise<number> {
  const { rowCount } = await pool.query(
    `update notice set read_at = $2 where recipient = $1 and read_at is null and ${which}`,
    [`person:${person}`, timestamp(now), value],
  );
  return rowCount ?? 0;
}

interface NoticeRow {
  id: string;
  position: number;
  recipient: Recipient;
  at: number;
  access_id: string;
  read_at: number | null;
  body: NoticeBody;
  resource: string | null;
  consumer: string | null;
  key_name: string | null;
  asker: Actor | null;
  asker_key: string | null;
  purpose: string | null;
  comment: string | null;
  fault: string | null;
  decisions: { by: Actor; key: string | null; verdict: 'allow' | 'deny'; comment: string | null }[] | null;
}

function peopleIn({ body, asker, decisions }: NoticeRow): PersonId[] {
  return [
    body.actor.person,
    asker?.person ?? null,
    body.consumer.kind === 'person' ? body.consumer.id : null,
    ...(body.next?.people ?? []),
    ...(decisions ?? []).map(({ by }) => by.person),
  ].filter((id) => id !== null);
}

function shownFrom(row: NoticeRow, nameOf: (id: string | null) => string | null): ShownNotice {
  const { id, position, recipient, at, access_id: access, read_at: readAt, body } = row;
  const actorName = (actor: Actor, key: string | null): string =>
    (actor.type === 'person' ? nameOf(actor.id) : key) ?? nameOf(actor.person) ?? actor.id;
  const { consumer } = body;
  return {
    id,
    position,
    recipient,
    at,
    access,
    readAt,
    facts: {
      body,
      resource: row.resource ?? body.resource,
      consumer: (consumer.kind === 'person' ? nameOf(consumer.id) : row.consumer) ?? consumer.id,
      asker: row.asker && actorName(row.asker, row.asker_key),
      actor: body.actor.type === 'system' ? null : actorName(body.actor, row.key_name),
      purpose: row.purpose,
      comment: row.comment,
      fault: row.fault,
      decisions: (row.decisions ?? [])
        .filter(({ by }) => by.type !== 'system')
        .map(({ by, key, verdict, comment }) => ({ by: actorName(by, key), verdict, comment })),
      next: (body.next?.people ?? []).map((one) => nameOf(one) ?? one),
    },
  };
}

/** Each name is a lookup by key, for the few rows of a page. Decisions count as they stood when the fact happened. */
const shownText = (which: string) => `
select n.id, n.position, n.recipient, n.at, n.access_id, n.read_at, n.body,
  (select r.name from resource r where r.id = n.body ->> 'resource') as resource,
  case n.body -> 'consumer' ->> 'kind'
    when 'team' then (select t.name from team t where t.id = n.body -> 'consumer' ->> 'id')
    when 'data-product' then (select p.name from data_product p where p.id = n.body -> 'consumer' ->> 'id')
    when 'application' then (select a.name from application a where a.id = n.body -> 'consumer' ->> 'id')
  end as consumer,
  (select k.display_name from api_key k where k.id = n.body -> 'actor' ->> 'id') as key_name,
  q.asker, q.ask ->> 'purpose' as purpose,
  (select k.display_name from api_key k where k.id = q.asker ->> 'id') as asker_key,
  (select t.body from log_text t where t.entry_id = n.entry_id and t.field = 'comment') as comment,
  (select t.body from log_text t where t.entry_id = n.entry_id and t.field = 'diagnostics') as fault,
  (select jsonb_agg(jsonb_build_object('by', d.by_actor, 'verdict', d.verdict, 'comment', d.comment,
       'key', (select k.display_name from api_key k where k.id = d.by_actor ->> 'id')) order by d.at, d.id)
     from decision d where d.request_id = q.id and d.at <= n.at and (d.void_since is null or d.void_since > n.at)
       and n.body ->> 'event' like 'request.%') as decisions
from (${which}) n left join request q on q.id = n.body ->> 'request'
order by n.position desc`;

/** $1 recipient, $2 before, $3 limit. */
const pageText = shownText(
  'select * from notice where recipient = $1 and position < $2 order by position desc limit $3',
);
const unreadText = shownText(
  'select * from notice where recipient = $1 and read_at is null and position < $2 order by position desc limit $3',
);
/** $1 ids. */
const byIdsText = shownText('select * from notice where id = any($1::uuid[])');

/** $1 recipient, $2 limit. */
const countText = `
select count(*) as count from (select from notice where recipient = $1 and read_at is null limit $2) found`;
