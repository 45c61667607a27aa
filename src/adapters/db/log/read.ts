// Reading the log: by position for everybody who follows it, by subject, type, actor or time for people who look
// something up. Each way of looking has an index of its own and pages by position. What was decided a moment ago and is
// not sealed yet shows up only in the history of its subject, where somebody may be waiting to see it.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import {
  accessNouns,
  type Entry,
  type EntryFilter,
  type EntryText,
  type LogReader,
  type Place,
  type ReadableEntry,
  type SignedHead,
} from '../../../app/log.ts';
import type { Instant } from '../../../core/time.ts';
import { timestamp } from '../pool.ts';

export function logReader(pool: Pick<pg.Pool, 'query'>): LogReader {
  return {
    head: () => readHead(pool),
    signedHead: async () => {
      const { rows } = await pool.query<SignedHead>(signedHeadText, []);
      return rows[0] ?? null;
    },
    after: async (position, limit) => {
      const { rows } = await pool.query<EntryRow>(afterText, [position, limit]);
      return rows.map(entryFrom);
    },
    textsAfter: async (position, limit) => {
      const { rows } = await pool.query<EntryText>(textsAfterText, [position, limit]);
      return rows;
    },
    textsFrom: async (id, limit) => {
      const { rows } = await pool.query<EntryText>(textsFromText, [id, limit]);
      return rows;
    },
    before: async (instant) => {
      const { rows } = await pool.query<{ position: number }>(beforeText, [timestamp(instant)]);
      return rows[0]!.position;
    },
    holds: async (place) => {
      const { rows } = await pool.query(holdsText, [place.position, place.hash]);
      return rows.length > 0;
    },
    page: async (filter, after, limit) => {
      const { text, values } = pageQuery(filter, 'asc');
      const { rows } = await pool.query<ReadableRow>(text, [after, limit, ...values]);
      return rows.map(readableFrom);
    },
    pageBack: async (filter, before, limit) => {
      const { text, values } = pageQuery(filter, 'desc');
      const from = before ?? Number.MAX_SAFE_INTEGER;
      const { rows } = await pool.query<ReadableRow>(text, [from, limit, ...values]);
      return rows.map(readableFrom);
    },
    history: async (access, after, limit) => {
      const { rows } = await pool.query<ReadableRow>(historyText, [access, after, limit, accessNouns]);
      return rows.map(readableFrom);
    },
  };
}

/** Where a reader that has read nothing stands; the same in every installation. */
export const firstPlace: Place = {
  position: 0,
  hash: createHash('sha256').update('countersign').digest('hex'),
};

async function readHead(pool: Pick<pg.Pool, 'query'>): Promise<Place> {
  const { rows } = await pool.query<Place>(
    `select position, encode(hash, 'hex') as hash from log_head where one`,
    [],
  );
  return rows[0]!;
}

export interface EntryRow {
  position: number;
  hash: string;
  body: string;
}

/**
 * What the digest covers is also what readers read: the columns beside it only serve the indexes. The parsed text becomes
 * the entry itself, because copying it would cost a follower half of its speed.
 */
export function entryFrom({ position, hash, body }: EntryRow): Entry {
  return Object.assign(entryBody(body), { position, hash });
}

type EntryBody = Omit<Entry, 'position' | 'hash'>;

function entryBody(body: string): EntryBody {
  const said = JSON.parse(body) as Omit<EntryBody, 'at'> & { at: string | number };
  said.at = Date.parse(said.at as string);
  return said as EntryBody;
}

interface ReadableRow {
  position: number | null;
  hash: string | null;
  body: string;
  texts: Record<string, string | null> | null;
}

function readableFrom({ position, hash, body, texts }: ReadableRow): ReadableEntry {
  return { ...entryBody(body), position, hash, texts: texts ?? {} };
}

const columns = `position, encode(hash, 'hex') as hash, body`;
const texts = `(select jsonb_object_agg(field, t.body) from log_text t where t.entry_id = e.id) as texts`;

/** $1 position, $2 limit. */
export const afterText = `select ${columns} from log where position > $1 order by position limit $2`;

/** $1 position, $2 limit. */
const textsAfterText = `select position, body as text from log where position > $1 order by position limit $2`;

/** $1 entry, $2 limit. */
const textsFromText = `select position, body as text from log where position >= (select position from log where id = $1) order by position limit $2`;

const signedHeadText = `select position, encode(hash, 'hex') as hash, at, replace(encode(signature, 'base64'), E'\\n', '') as signature, public_key as "publicKey"
from signed_head order by position desc limit 1`;

const holdsText = `select from log where position = $1 and hash = decode($2, 'hex')
union all select from log_head where $1 = 0 and decode($2, 'hex') = sha256('countersign')`;

/**
 * Instants and positions run alike but for what a decision waited on its way into the log, so the first entry of an
 * instant is looked for among those stamped soon after it, and the last one before it among those soon before.
 */
const firstSince = (instant: string) =>
  `(select min(position) from (select position from log where at >= ${instant} order by at limit 1000) soon)`;
const lastBefore = (instant: string) =>
  `(select max(position) from (select position from log where at < ${instant} order by at desc limit 1000) lately)`;

/** $1 instant. */
const beforeText = `select coalesce(${firstSince('$1')} - 1, (select position from log_head where one)) as position`;

/** One text for each combination of filters, so that each is planned for the index that serves it. $1 position, $2 limit. */
function pageQuery(filter: EntryFilter, direction: Direction): { text: string; values: unknown[] } {
  const { type, subject, actor } = filter;
  const values: unknown[] = [];
  const next = (value: unknown) => `$${values.push(value) + 2}`;
  const conditions = [`position ${direction === 'desc' ? '<' : '>'} $1`];
  if (subject !== undefined) conditions.push(`subject = ${next(subject)}`);
  if (filter.nouns !== undefined) conditions.push(`split_part(type, '.', 1) = any(${next(filter.nouns)})`);
  if (actor !== undefined) conditions.push(`(body -> 'actor' ->> 'id') collate "C" = ${next(actor)}`);
  if (filter.from !== undefined) {
    const from = `${next(timestamp(filter.from))}::timestamptz`;
    conditions.push(`at >= ${from}`, `position >= ${firstSince(from)}`);
  }
  if (filter.until !== undefined) {
    const until = `${next(timestamp(filter.until))}::timestamptz`;
    conditions.push(`at < ${until}`, `position <= ${lastBefore(until)}`);
  }
  const end = `order by position ${direction} limit $2`;
  // What one subject or one actor did is little beside what there is of a type.
  if (type !== undefined && (subject !== undefined || actor !== undefined))
    conditions.push(`${isFamily(type) ? `split_part(type, '.', 1)` : 'type'} = ${next(type)}`);
  else if (type !== undefined) {
    const kinds = isFamily(type) ? familyText(next(`${type}.`), next(`${type}/`)) : `select ${next(type)}`;
    const found = `${byTypeText(kinds, conditions.join(' and '), direction)} ${end}`;
    return { text: `select ${columns}, ${texts} from (${found}) e ${end}`, values };
  }
  return { text: `select ${columns}, ${texts} from log e where ${conditions.join(' and ')} ${end}`, values };
}

type Direction = 'asc' | 'desc';

function isFamily(type: string): boolean {
  return !type.includes('.');
}

/**
 * Of each type as many as a page has, through the index by type; the page is the first of all these. The bounds are
 * written as two, because an equality would let the planner walk along the whole log and look at each entry's type,
 * which is quick for what happens all day and reads everything for what happens twice a year.
 */
const byTypeText = (kinds: string, conditions: string, direction: Direction): string => `
select found.* from (${kinds}) kind(type) cross join lateral (
  select * from log where type >= kind.type and type <= kind.type and ${conditions}
  order by type ${direction}, position ${direction} limit $2
) found`;

/** The types that begin with a word, one step in the index by type for each. */
const familyText = (first: string, beyond: string): string => `
with recursive kind(type) as (
  (select type from log where type >= ${first} and type < ${beyond} order by type limit 1)
  union all
  select (select type from log where type > kind.type and type < ${beyond} order by type limit 1) from kind where kind.type is not null
)
select type from kind where type is not null`;

/**
 * $1 access, $2 position, $3 limit, $4 nouns. One statement and so one moment: an entry that is just being sealed is in one of
 * the two, never in both or none.
 */
const historyText = `
select ${columns}, ${texts} from (
  (select position, null::bigint as seq, hash, id, body from log
    where subject = $1 and position > $2 and split_part(type, '.', 1) = any($4) order by position limit $3)
  union all
  (select null, seq, null, id, body from log_inbox
    where subject = $1 and split_part(type, '.', 1) = any($4) order by seq limit $3)
) e
order by position nulls last, seq limit $3
`;

/** How long the oldest entry has been waiting to be sealed, for readiness and metrics; null when none does. */
export async function oldestUnsealed(pool: Pick<pg.Pool, 'query'>): Promise<Instant | null> {
  const { rows } = await pool.query<{ at: number }>(`select at from log_inbox order by seq limit 1`, []);
  return rows[0]?.at ?? null;
}
