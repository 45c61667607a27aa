/** Makes a database of the embedded server when it is missing. It takes its encoding and locale from the cluster. */
import { Client, DatabaseError } from 'pg';
import type { EmbeddedPostgres } from './start.ts';

export async function ensureDatabase(server: EmbeddedPostgres, name: string): Promise<void> {
  const client = new Client(server.connection('postgres'));
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const alreadyThere = error instanceof DatabaseError && error.code === '42P04';
    if (!alreadyThere) throw error;
  } finally {
    await client.end();
  }
}
