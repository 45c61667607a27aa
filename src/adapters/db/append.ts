// Puts any number of entries into the log's inbox, with their texts, in one statement: what thousands of changes at once
// need. It has to be the last thing that a transaction does, so that the order in the log is the order of the commits.
import type pg from 'pg';
import type { EntryRows } from './log-entry.ts';

export async function appendEntries(
  client: Pick<pg.Pool, 'query'>,
  entries: readonly EntryRows[],
): Promise<void> {
  if (entries.length > 0) await client.query(appendText, [JSON.stringify(entries)]);
}

/** $1: an array of `EntryRows`. The body travels as a text inside the JSON, so that not a byte of it changes. */
const appendText = `
with entry as (select e, nth from jsonb_array_elements($1::jsonb) with ordinality x(e, nth)),
texts as (
  insert into log_text (entry_id, field, salt, body, person_id)
  select (e ->> 'id')::uuid, t ->> 'field', t ->> 'salt', t ->> 'body', t ->> 'person' from entry, jsonb_array_elements(e -> 'texts') t
)
insert into log_inbox (id, at, type, subject, body, digest)
select (e ->> 'id')::uuid, (e ->> 'at')::timestamptz, e ->> 'type', e ->> 'subject', (e ->> 'body')::json, decode(e ->> 'digest', 'hex')
from entry order by nth
`;
