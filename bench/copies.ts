// Fills tables with very many rows of the shape that the program itself writes: one access is asked for and decided over
// HTTP, and its rows are copied in SQL with other ids, owners and instants. Nothing here knows what a row has to look
// like, so a change of the program changes what is measured. What is to be copied stands in a table `plan` with the
// columns nth, id and template (an access), and whatever the differences speak of.
import type pg from 'pg';

/** Expressions by column, over `p` (a row of the plan) and `t` (the row that is copied). */
export type Differences = Readonly<Record<string, string>>;

export async function copyAccesses(
  pool: pg.Pool,
  access: Differences = {},
  grant: Differences = {},
): Promise<void> {
  const request = `p.id || '-request'`;
  await copyRows(pool, 'access', 'plan p join access t on t.id = p.template', {
    id: 'p.id',
    request_id: request,
    announced: `case when t.announced is not null then p.id || '-grant' end`,
    ...access,
  });
  await copyRows(pool, 'request', 'plan p join request t on t.access_id = p.template', {
    id: request,
    access_id: 'p.id',
  });
  await copyRows(
    pool,
    'decision',
    'plan p join request q on q.access_id = p.template join decision t on t.request_id = q.id',
    { id: `p.id || '-decision'`, request_id: request },
  );
  await copyRows(pool, 'access_grant', 'plan p join access_grant t on t.access_id = p.template', {
    id: `p.id || '-grant'`,
    access_id: 'p.id',
    request_id: request,
    ...grant,
  });
}

/**
 * @param from where the rows come from: a table `p` with a column `nth`, joined to the rows `t` of the table that are
 *   copied.
 */
export async function copyRows(
  pool: pg.Pool,
  table: string,
  from: string,
  differences: Differences,
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => differences[name] ?? `t.${name}`);
  await pool.query(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${from} order by p.nth`,
    [],
  );
}
