// A real login at the demo's target: as any role, through the database's own socket, with no help from Countersign. What
// comes back, rows or a refusal, is what PostgreSQL says, written as psql writes it.
import { Client, type FieldDef, type QueryArrayResult } from 'pg';

export interface Place {
  readonly socketDir: string;
  readonly port: number;
  readonly database: string;
}

export type Answered = { readonly rows: string } | { readonly refused: string };

/** Runs statements as a role. @throws when nobody listens there. */
export async function queryAs(
  role: string,
  sql: string,
  { socketDir, port, database }: Place,
): Promise<Answered> {
  const client = new Client({ host: socketDir, port, database, user: role, ssl: false, types: asText });
  client.on('error', () => {});
  try {
    await client.connect();
    const answered = (await client.query({ text: sql, rowMode: 'array' })) as
      | QueryArrayResult
      | QueryArrayResult[];
    return { rows: [answered].flat().map(written).join('') };
  } catch (error) {
    if (!isSaidByServer(error)) throw error;
    return { refused: refusalOf(error, sql) };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Values as PostgreSQL writes them. */
const asText = { getTypeParser: () => (text: string | Buffer) => String(text) };

interface Said {
  readonly severity: string;
  readonly message: string;
  readonly position?: string;
  readonly detail?: string;
  readonly hint?: string;
}

function isSaidByServer(error: unknown): error is Said {
  return error instanceof Error && 'severity' in error && typeof error.severity === 'string';
}

function refusalOf({ severity, message, position, detail, hint }: Said, sql: string): string {
  return [
    `${severity}:  ${message}`,
    ...(position === undefined ? [] : placeIn(sql, Number(position))),
    ...(detail === undefined ? [] : [`DETAIL:  ${detail}`]),
    ...(hint === undefined ? [] : [`HINT:  ${hint}`]),
    '',
  ].join('\n');
}

/** The line at fault with a mark below the place. */
function placeIn(sql: string, position: number): string[] {
  const before = Array.from(sql)
    .slice(0, position - 1)
    .join('')
    .split('\n');
  const label = `LINE ${before.length}: `;
  return [
    `${label}${sql.split('\n')[before.length - 1]}`,
    `${' '.repeat(label.length + before.at(-1)!.length)}^`,
  ];
}

function written({ command, rowCount, fields, rows }: QueryArrayResult): string {
  if (fields.length > 0) return tableOf(fields, rows as (string | null)[][]);
  if (command === 'INSERT') return `INSERT 0 ${rowCount}\n`;
  return `${command}${rowCount === null ? '' : ` ${rowCount}`}\n`;
}

function tableOf(fields: readonly FieldDef[], rows: readonly (string | null)[][]): string {
  const cells = rows.map((row) => row.map((value) => value ?? ''));
  const widths = fields.map(({ name }, at) =>
    Math.max(name.length, ...cells.map((row) => lengthOf(row[at]!))),
  );
  const head = fields.map(({ name }, at) => centered(name, widths[at]!));
  const body = cells.map((row) =>
    row.map((value, at) =>
      isNumeric(fields[at]!) ? value.padStart(widths[at]!) : value.padEnd(widths[at]!),
    ),
  );
  const lines = [
    ` ${head.join(' | ')}`,
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
    ...body.map((row) => ` ${row.join(' | ')}`.trimEnd()),
    `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`,
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** In characters, as PostgreSQL's own client counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** int8, int2, int4, oid, float4, float8, money, numeric */
const numeric = new Set([20, 21, 23, 26, 700, 701, 790, 1700]);

function isNumeric({ dataTypeID }: FieldDef): boolean {
  return numeric.has(dataTypeID);
}

function centered(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return `${' '.repeat(left)}${text}`.padEnd(width);
}
