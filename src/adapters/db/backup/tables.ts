// What a backup holds: every table of the schema with its columns, in an order in which a table comes after those that
// it refers to, and where its counters stand. It is read from the catalog, so a table that is added tomorrow is in
// tomorrow's backup. Left out on purpose: what lets somebody in for a short while (sessions, tokens, sign-in links and attempts),
// because it must not come back to life, and the record of migrations, which the header carries.
import type pg from 'pg';

export interface Table {
  readonly name: string;
  /** Those that are stored; computed ones compute themselves again. */
  readonly columns: readonly string[];
}

export interface Counter {
  readonly table: string;
  readonly column: string;
  readonly last: string;
  readonly called: boolean;
}

const leftOut = [
  'session',
  'sign_in_link',
  'provider_sign_in',
  'sign_in_attempt',
  'rover_token',
  'schema_migration',
];

export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const [tables, references] = [
    await client.query<Table>(tablesText, [leftOut]),
    await client.query<{ table: string; to: string }>(referencesText),
  ];
  const after = Map.groupBy(references.rows, ({ table }) => table);
  const placed = new Map<string, Table>();
  const place = (table: Table, path: readonly string[]): void => {
    if (placed.has(table.name)) return;
    if (path.includes(table.name))
      throw new Error(`Tables refer to each other in a circle: ${path.join(', ')}.`);
    for (const { to } of after.get(table.name) ?? []) {
      const other = tables.rows.find(({ name }) => name === to && name !== table.name);
      if (other) place(other, [...path, table.name]);
    }
    placed.set(table.name, table);
  };
  for (const table of tables.rows) place(table, []);
  return [...placed.values()];
}

const tablesText = `
select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname::text <> all($1::text[])
group by c.oid order by name
`;

const referencesText = `
select conrelid::regclass::text as table, confrelid::regclass::text as to
from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
`;

export async function countersOf(client: pg.ClientBase): Promise<Counter[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(sequencesText, [
    leftOut,
  ]);
  const counters: Counter[] = [];
  for (const { table, column, sequence } of rows) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    );
    counters.push({ table, column, ...rows[0]! });
  }
  return counters;
}

const sequencesText = `
select c.relname::text as table, a.attname::text as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname::text <> all($1::text[])
  and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
order by 1, 2
`;

/** Sets a counter to where it stood, so that no number is given twice. */
export async function setCounter(
  client: pg.ClientBase,
  { table, column, last, called }: Counter,
): Promise<void> {
  await client.query(`select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint, $4::boolean)`, [
    table,
    column,
    last,
    called,
  ]);
}

/** The list of columns as it stands in a COPY. */
export function copied({ name, columns }: Table, quoted: (name: string) => string): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
