// Saves Outcomes: one statement for one access or five hundred. Its first branch locks and compares every version that
// the core was given and writes the access; every other branch follows from the accesses that got through, so an access
// that somebody changed meanwhile leaves no trace of this try. The log's inbox comes last, under the lock of its access,
// which keeps the entries of one access in order (design section 4, "The log").
//
// Branches without rows are left out, because each costs a decision some percent; there are few combinations, so their
// texts are still prepared by name. Acts that come at the same moment share a statement (together.ts) and so a commit;
// each still stands or falls by its own versions.
import type pg from 'pg';
import type { AccessStore, Saving } from '../../../app/ports.ts';
import type { AccessId } from '../../../core/ids.ts';
import { together } from '../together.ts';
import { rowsOf, type Row, type Rows } from './rows.ts';

type Connection = Pick<pg.Pool, 'query'>;

export function saveAccesses(pool: Connection): AccessStore['save'] {
  // Of two acts on one access the second sees that it came too late only when it comes later.
  const save = together((some: readonly Saving[]) => saveTogether(pool, some), {
    apart: idOf,
    most: 32,
  });
  return async (savings) => {
    const saved = await Promise.all(savings.map(save));
    return new Set(savings.filter((_, nth) => saved[nth]).map(idOf));
  };
}

function idOf({ outcome }: Saving): AccessId {
  return outcome.access.id;
}

async function saveTogether(pool: Connection, some: readonly Saving[]): Promise<boolean[]> {
  try {
    const inOrder = some.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
    const saved = await saveRows(pool, inOrder.map(rowsOf));
    return some.map((one) => saved.has(idOf(one)));
  } catch (error) {
    // The same Idempotency-Key at the same moment: the other call has won, and loading again will show so.
    const isLate = (error as { constraint?: string }).constraint === 'idempotency_pkey';
    if (isLate && some.length === 1) return [false];
    throw error;
  }
}

/** Saves what several outcomes leave behind. Returns the accesses that nobody had changed meanwhile. */
export async function saveRows(connection: Connection, all: readonly Rows[]): Promise<ReadonlySet<AccessId>> {
  const values: unknown[] = [];
  const branch = (rows: keyof Rows, types: Types, text: (from: string) => string): string[] => {
    const these = inOneOrder(
      rows,
      all.flatMap((one) => one[rows]),
    );
    if (these.length === 0) return [];
    return [text(all.length === 1 ? valueList(these, types, values) : list(these, types, values))];
  };
  const teams = branch(
    'seenTeams',
    { access_id: 'text', team: 'text', version: 'integer' },
    (from) =>
      `moved as (select access_id from ${from} where (select t.version from team t where t.id = x.team) is distinct from x.version)`,
  );
  const fits = fitsText(teams.length > 0);
  const heads = [
    ...branch('changed', changedTypes, (from) => changedText(from, fits)),
    ...branch('born', { ...changedTypes, ...birthTypes }, (from) => bornText(from, fits)),
  ];
  const done = heads.map((head) => `select id from ${head.slice(0, head.indexOf(' '))}`).join(' union all ');
  const branches = [
    ...branch(
      'newRequests',
      requestTypes,
      (from) =>
        `new_requests as (insert into request (${names(requestTypes)}) select ${names(requestTypes)} from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'changedRequests',
      { ...closingTypes },
      (from) =>
        `changed_requests as (update request q set ${sets(closingTypes)} from ${from} where q.id = x.id and x.access_id in (select id from done))`,
    ),
    ...branch(
      'newDecisions',
      { access_id: 'text', ...decisionTypes },
      (from) =>
        `new_decisions as (insert into decision (${names(decisionTypes)}) select ${names(decisionTypes)} from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'voidDecisions',
      { access_id: 'text', id: 'text', void_since: 'timestamptz' },
      (from) =>
        `void_decisions as (update decision d set void_since = x.void_since from ${from} where d.id = x.id and x.access_id in (select id from done))`,
    ),
    ...branch(
      'newGrants',
      grantTypes,
      (from) =>
        `new_grants as (insert into access_grant (${names(grantTypes)}) select ${names(grantTypes)} from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'changedGrants',
      grantTypes,
      (from) =>
        `changed_grants as (update access_grant g set until_at = x.until_at, roles = x.roles from ${from} where g.id = x.id and x.access_id in (select id from done))`,
    ),
    ...branch(
      'bound',
      { access_id: 'text', resource_id: 'text', side: 'text', since: 'timestamptz' },
      (from) =>
        `bound as (insert into refusal (resource_id, side, access_id, since) select resource_id, side, access_id, since from ${from} where access_id in (select id from done) on conflict (resource_id, side) do update set access_id = excluded.access_id, since = excluded.since)`,
    ),
    ...branch(
      'freed',
      { access_id: 'text', resource_id: 'text', side: 'text' },
      (from) =>
        `freed as (delete from refusal r using ${from} where r.resource_id = x.resource_id and r.side = x.side and x.access_id in (select id from done))`,
    ),
    ...branch(
      'emptied',
      { access_id: 'text', request_id: 'text' },
      (from) =>
        `emptied as (delete from inbox i using ${from} where i.request_id = x.request_id and x.access_id in (select id from done))`,
    ),
    ...branch(
      'repetitions',
      { access_id: 'text', actor: 'text', key: 'text', fingerprint: 'text', at: 'timestamptz' },
      (from) =>
        `repetitions as (insert into idempotency (actor, key, fingerprint, status, at) select actor, key, fingerprint, 200, at from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'texts',
      { access_id: 'text', entry_id: 'uuid', field: 'text', salt: 'text', body: 'text', person_id: 'text' },
      (from) =>
        `texts as (insert into log_text (entry_id, field, salt, body, person_id) select entry_id, field, salt, body, person_id from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'waiting',
      { access_id: 'text', request_id: 'text', side: 'text', asked_at: 'timestamptz' },
      (from) =>
        `waiting as (insert into inbox (request_id, side, access_id, asked_at) select request_id, side, access_id, asked_at from ${from} where access_id in (select id from done))`,
    ),
    ...branch(
      'entries',
      entryTypes,
      (from) =>
        `entries as (insert into log_inbox (id, at, type, subject, body, digest) select id, at, type, access_id, body::json, digest from ${from} where access_id in (select id from done) order by nth)`,
    ),
  ];
  const text = `with ${[...teams, ...heads, `done as (${done})`, ...branches].join(',\n')}\nselect id from done`;
  const { rows } = await connection.query<{ id: AccessId }>(text, values);
  return new Set(rows.map((row) => row.id));
}

type Types = Readonly<Record<string, string>>;

const changedTypes = {
  id: 'text',
  expected: 'integer',
  policy: 'integer',
  key: 'text',
  person: 'text',
  resource_id: 'text',
  standing: 'text',
  request_id: 'text',
  announced: 'text',
  reminded_at: 'timestamptz',
  next_due: 'timestamptz',
  waiting_since: 'timestamptz',
  ends_at: 'timestamptz',
  updated_at: 'timestamptz',
  deleted_at: 'timestamptz',
  notes: 'jsonb',
} satisfies Types;

const birthTypes = {
  data_product_id: 'text',
  consumer_kind: 'text',
  consumer_id: 'text',
  consumer_team: 'text',
  created_at: 'timestamptz',
  origin: 'text',
  data_contract_id: 'text',
  data_contract_version: 'text',
} satisfies Types;

const requestTypes = {
  id: 'text',
  access_id: 'text',
  number: 'integer',
  nature: 'text',
  state: 'text',
  strategy: 'text',
  because_of: 'text',
  external_key: 'text',
  ask: 'jsonb',
  fingerprint: 'text',
  asker: 'jsonb',
  asked_at: 'timestamptz',
  deadline: 'timestamptz',
  closed_at: 'timestamptz',
  contract_terms: 'jsonb',
} satisfies Types;

/** What changes of a request after it was filed. */
const closingTypes = {
  id: 'text',
  access_id: 'text',
  state: 'text',
  fingerprint: 'text',
  deadline: 'timestamptz',
  closed_at: 'timestamptz',
} satisfies Types;

const decisionTypes = {
  id: 'text',
  request_id: 'text',
  verdict: 'text',
  by_actor: 'jsonb',
  at: 'timestamptz',
  channel: 'text',
  comment: 'text',
  terms: 'jsonb',
  seen: 'text',
  to_state: 'text',
  void_since: 'timestamptz',
  facts: 'jsonb',
  circumstances: 'jsonb',
} satisfies Types;

const grantTypes = {
  id: 'text',
  access_id: 'text',
  request_id: 'text',
  from_at: 'timestamptz',
  until_at: 'timestamptz',
  roles: 'text[]',
  asker: 'jsonb',
} satisfies Types;

const entryTypes = {
  id: 'uuid',
  at: 'timestamptz',
  type: 'text',
  access_id: 'text',
  body: 'text',
  digest: 'bytea',
} satisfies Types;

/**
 * What has to hold at the moment of writing. Written as scalar lookups, because PostgreSQL may turn `exists` under `or`
 * into a hash over the whole table.
 */
function fitsText(teamsSeen: boolean): string {
  return [
    '(x.policy is null or x.policy = (select p.version from policy p where p.resource_id = x.resource_id))',
    '(x.key is null or (select k.revoked_at is null from api_key k where k.id = x.key))',
    '(x.person is null or (select e.disabled_at is null from person e where e.id = x.person))',
    ...(teamsSeen ? ['x.id not in (select access_id from moved)'] : []),
  ].join(' and ');
}

function changedText(from: string, fits: string): string {
  return `changed as (
    update access a set version = a.version + 1, standing = x.standing, request_id = x.request_id, announced = x.announced,
      reminded_at = x.reminded_at, next_due = x.next_due, waiting_since = x.waiting_since, ends_at = x.ends_at, updated_at = x.updated_at, deleted_at = x.deleted_at, notes = x.notes
    from ${from} where a.id = x.id and a.version = x.expected and ${fits} returning a.id)`;
}

function bornText(from: string, fits: string): string {
  const columns = names({
    resource_id: '',
    standing: '',
    request_id: '',
    announced: '',
    reminded_at: '',
    next_due: '',
    waiting_since: '',
    ends_at: '',
    updated_at: '',
    deleted_at: '',
    notes: '',
    ...birthTypes,
  });
  return `born as (insert into access (id, version, ${columns}) select id, 1, ${columns} from ${from} where ${fits} on conflict (id) do nothing returning id)`;
}

/**
 * Locks are taken in the order of the rows. Two statements that take the same ones must not take them crosswise, and these
 * are the rows that are not covered by the lock of their access.
 */
function inOneOrder(branch: keyof Rows, rows: readonly Row[]): readonly Row[] {
  if (rows.length < 2 || !['bound', 'freed', 'repetitions'].includes(branch)) return rows;
  const word = ({ resource_id, side, actor, key }: Row) => JSON.stringify([resource_id, side, actor, key]);
  return rows.toSorted((one, other) => (word(one) < word(other) ? -1 : 1));
}

/**
 * The rows of one saving as a table `x` with a number `nth`, written out: it is the cheapest form for few, and PostgreSQL
 * finds that one plan fits all of them and stops planning anew each time.
 */
function valueList(rows: readonly Row[], types: Types, values: unknown[]): string {
  const lines = rows.map((row, nth) => {
    const cells = Object.entries(types).map(([column, type]) => {
      values.push(encoded(row[column] ?? null, type));
      return `$${values.length}::${type}`;
    });
    return `(${cells.join(', ')}, ${nth})`;
  });
  return `(values ${lines.join(', ')}) x(${names(types)}, nth)`;
}

function encoded(value: unknown, type: string): unknown {
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}

/** The rows of several savings, as one list in JSON: one text and one plan, whatever number of rows there is. */
function list(rows: readonly Row[], types: Types, values: unknown[]): string {
  values.push(JSON.stringify(rows));
  const columns = Object.entries(types).map(([column, type]) => `${column} ${type}`);
  return `rows from (json_to_recordset($${values.length}) as (${columns.join(', ')})) with ordinality x(${names(types)}, nth)`;
}

function names(types: Types): string {
  return Object.keys(types).join(', ');
}

function sets(types: Types): string {
  return Object.keys(types)
    .filter((column) => column !== 'id' && column !== 'access_id')
    .map((column) => `${column} = x.${column}`)
    .join(', ');
}
