/**
 * Reads the folder of migrations. Files are called `NNNN-what-it-does.sql` and count from 0001 without a gap, so
 * that two branches that add the same number are seen at once and not when the second is applied.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

export interface Migration {
  number: number;
  /** The file's name without its ending. */
  name: string;
  sql: string;
  sha256: string;
  /** The newest migration of the oldest program that works after this one; null when no older program does. */
  compatible: number | null;
}

/** In order of their numbers. `folder` is a file URL that ends in a slash. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(files.map((file, index) => readMigration(folder, file, index + 1)));
}

async function readMigration(folder: URL, file: string, expected: number): Promise<Migration> {
  const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
  if (number !== expected)
    throw new Error(`The migration ${file} should be called ${String(expected).padStart(4, '0')}-….sql.`);
  const sql = await readFile(new URL(file, folder), 'utf8');
  const compatible = /^-- compatible: (\d+)\s*$/m.exec(sql.split('\n', 1)[0] ?? '')?.[1];
  return {
    number,
    name: file.slice(0, -'.sql'.length),
    sql,
    sha256: createHash('sha256').update(sql).digest('hex'),
    compatible: compatible === undefined ? null : Number(compatible),
  };
}
