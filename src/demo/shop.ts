// The demo's target: a second database in the same embedded server, with the tables of an online shop in it. It is a
// real target, reached as any other would be; only its rows are made up. Roles that sign in there may not even connect
// to the database of Countersign itself.
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { ensureDatabase } from '../adapters/db/embedded/ensure-database.ts';
import type { EmbeddedPostgres } from '../adapters/db/embedded/start.ts';
import { storeName } from '../store.ts';

export const shopDatabase = 'shop';

/** Countersign's own role there: it creates roles and hands on rights, and is no superuser. */
export const shopUser = 'countersign';

/** Makes the database when it is missing. Safe to call again, also after a start that was cut off. */
export async function prepareShop(embedded: EmbeddedPostgres): Promise<void> {
  await inDatabase(embedded, 'postgres', async (client) => {
    for (const name of [storeName, 'postgres', 'template1'])
      await client.query(`revoke connect on database ${client.escapeIdentifier(name)} from public`);
  });
  await ensureDatabase(embedded, shopDatabase);
  await inDatabase(embedded, shopDatabase, async (client) => {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'orders'`);
    if (rowCount === 0) await fill(client);
  });
}

/** All of it or nothing, so that half a shop is never taken for a whole one. */
async function fill(client: Client): Promise<void> {
  const sql = await readFile(new URL('../../demo/fernlane/shop.sql', import.meta.url), 'utf8');
  await client.query(`begin; ${sql}; commit`);
}

async function inDatabase(
  embedded: EmbeddedPostgres,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client(embedded.connection(database));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
